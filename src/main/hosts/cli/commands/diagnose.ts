import type { App } from '../../../services/app.ts';
import type { Services } from '../../../services/compose.ts';
import type { Run } from '#shared/run.ts';
import { openList } from '../../../files/open-list.ts';
import { listNotes } from '../list-notes.ts';
import { writeReport } from '../../../services/reports/write-report.ts';
import { readAccess } from '../access-option.ts';
import { type SiteOptions, siteAccess } from '../credentials.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { followRun, printSummary } from '../follow-run.ts';
import { type CommonOptions, withServices } from '../session.ts';
import { need, tell } from '../terminal.ts';

export interface OutputOptions {
	readonly json?: string;
	readonly csv?: string;
}

export interface DiagnoseOptions extends CommonOptions, SiteOptions, OutputOptions {
	readonly list: string;
	readonly desk?: string;
	readonly emailColumn?: string;
	readonly sheet?: string;
	readonly access?: string;
}

/** Follows a run to its end, prints and writes what was asked for. Resolves to the exit code. */
export const finishRun = async (services: App & Services, runId: string, output: OutputOptions): Promise<number> => {
	const run: Run = await followRun(services, runId);
	printSummary(run);
	if (output.json !== undefined) need(await writeReport(services.store, runId, 'json', output.json));
	if (output.csv !== undefined) need(await writeReport(services.store, runId, 'csv', output.csv));
	return exitCodeOf(run);
};

/** `diagnose --list FILE`: everything that can be wrong with what was given is said before the site is asked. */
export const diagnoseCommand = async (options: DiagnoseOptions): Promise<number> => {
	const access = need(readAccess(options.access, new Date().toISOString()));
	const list = need(await openList(options.list, { emailColumn: options.emailColumn, sheet: options.sheet }));
	for (const line of listNotes(list)) tell(line);
	return withServices(options, async (services) => {
		const site = await siteAccess(services, options);
		const { name, columns } = list.preview;
		const { runId } = need(
			services.runs.start({ listName: name, columns, rows: list.rows(), site, deskKey: options.desk ?? null, access }),
		);
		return finishRun(services, runId, options);
	});
};
