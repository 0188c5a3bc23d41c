import { writeReport } from '../../../services/reports/write-report.ts';
import { runUnlocks } from '../../../services/run-unlocks.ts';
import { resumeOffline } from '../../../services/resume-offline.ts';
import { type SiteOptions, siteOfRun } from '../credentials.ts';
import { exitCode } from '../exit-codes.ts';
import { printUnlocks } from '../follow-run.ts';
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
		need(services.runs.resume(runId, site));
		return finishRun(services, runId, options);
	});

export interface ReportOptions extends CommonOptions {
	readonly html?: string;
	readonly csv?: string;
	readonly json?: string;
}

/** `report RUN --html FILE|--csv FILE|--json FILE`. */
export const reportCommand = async (runId: string, options: ReportOptions): Promise<number> => {
	const { html, csv, json } = options;
	const wanted = Object.entries({ html, csv, json }).flatMap(([format, path]) =>
		path === undefined ? [] : [[format as 'html' | 'csv' | 'json', path] as const],
	);
	if (wanted.length === 0)
		return endWith({ code: 'wrong-use', details: { what: 'Which report? Give --html FILE, --csv FILE or --json FILE.' } });
	return withServices(options, async ({ store }) => {
		need(store.run(runId));
		for (const [format, path] of wanted) need(await writeReport(store, runId, format, path));
		printUnlocks(need(await runUnlocks(store, runId)));
		return exitCode.allGood;
	});
};
