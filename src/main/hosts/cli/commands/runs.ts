import { resumeOffline } from '../../../services/runs/resume-offline.ts';
import { type SiteOptions, siteOfRun } from '../credentials.ts';
import { exitCode } from '../exit-codes.ts';
import { type CommonOptions, withServices } from '../session.ts';
import { endWith, need, print } from '../terminal.ts';
import { finishRun, type OutputOptions } from './diagnose.ts';

/** `runs`: newest first. */
export const runsCommand = async (options: CommonOptions): Promise<number> =>
	withServices(options, async ({ store }) => {
		const runs = store.runs();
		if (runs.length === 0) print('No runs yet.');
		for (const run of runs) {
			const state = run.state.padEnd(8);
			print(
				`${run.id}  ${run.startedAt.slice(0, 16).replace('T', ' ')}  ${state}  ${run.checkedCount}/${run.rowCount}  ${run.site.name}  ${run.desk?.key ?? '-'}  ${run.listName}`,
			);
		}
		return exitCode.allGood;
	});

/** `resume RUN`: the site is the run's own unless it was named by address. */
export const resumeCommand = async (runId: string, options: CommonOptions & SiteOptions & OutputOptions): Promise<number> =>
	withServices(options, async (services) => {
		const run = need(services.store.run(runId));
		if (run.state === 'finished') return endWith({ code: 'run-finished', details: { run: runId } });
		if (run.snapshot !== null) {
			need(await resumeOffline(services, runId));
			return finishRun(services, runId, options);
		}
		const site = await siteOfRun(services, runId, options);
		need(await services.runs.resume(runId, site));
		return finishRun(services, runId, options);
	});
