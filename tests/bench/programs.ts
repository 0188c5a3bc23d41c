import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A whole program: what it took from its start to its end, its own start included. */
export interface ProgramRun {
	readonly wallMs: number;
	/** The most memory it held, in bytes; of its process alone. */
	readonly peakBytes: number;
	readonly output: string;
}

/** Notes at its end how much memory the process held. */
const noteMemory = `data:text/javascript,${encodeURIComponent(
	"process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS + '\\n'));",
)}`;

/** Runs a script on this Node. Throws where it does not end with one of `codes`. */
export const runProgram = async (
	args: readonly string[],
	{ env = {}, codes = [0] }: { readonly env?: Readonly<Record<string, string>>; readonly codes?: readonly number[] } = {},
): Promise<ProgramRun> => {
	const startedMs = performance.now();
	const child = spawn(process.execPath, ['--import', noteMemory, ...args], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, ...env },
	});
	let output = '';
	let errors = '';
	child.stdout.on('data', (data: Buffer) => (output += data.toString()));
	child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
	const [code] = (await once(child, 'close')) as [number | null];
	const wallMs = performance.now() - startedMs;
	if (code === null || !codes.includes(code)) throw new Error(`${args.join(' ')} ended with ${code}:\n${output}\n${errors}`);
	return { wallMs, peakBytes: Number(/\npeak (\d+)/.exec(errors)?.[1] ?? Number.NaN) * 1024, output };
};
