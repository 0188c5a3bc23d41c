import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Of everything around this process a thread knows where compiled sources are kept: without them it takes three times as long to start. */
const kept = 'NODE_COMPILE_CACHE';

/** Starts a thread of ours. `name`: its module, beside the one at `base`, as it is in the sources and as it is built. */
export const startThread = (name: string, base: string, options: Pick<WorkerOptions, 'workerData' | 'resourceLimits'>): Worker => {
	const cache = process.env[kept];
	return new Worker(new URL(base.endsWith('.ts') ? `./${name}.ts` : `./${name}.js`, base), {
		...options,
		// Whatever a library has to say is nobody's business here.
		stdout: true,
		stderr: true,
		env: cache === undefined ? {} : { [kept]: cache },
	});
};
