import type { App } from '../../../services/app.ts';
import type { Services } from '../../../services/compose.ts';
import type { Run } from '#shared/run.ts';
import { openList } from '../../../files/open-list.ts';
import { writeReport } from '../../../services/reports/write-report.ts';
import { readAccess } from '../access-option.ts';
import { type SiteOptions, siteAccess } from '../credentials.ts';
import { snapshotFor } from '../offline.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { followRun, printSummary } from '../follow-run.ts';
import { type CommonOptions, withServices } from '../session.ts';
import { endWith, need, tell } from '../terminal.ts';

export interface OutputOptions {
	readonly json?: string;
	readonly csv?: string;
}

export interface DiagnoseOptions extends CommonOptions, SiteOptions, OutputOptions {
	readonly list: string;
	readonly desk?: string;
	readonly emailColumn?: string;
	readonly access?: string;
	readonly offline?: boolean;
	readonly snapshot?: string;
	readonly allowIncomplete?: boolean;
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
	if (!options.offline && (options.snapshot !== undefined || options.allowIncomplete))
		return endWith({ code: 'wrong-use', details: { what: '--snapshot and --allow-incomplete are for --offline.' } });
	const access = need(readAccess(options.access, new Date().toISOString()));
	const list = need(await openList(options.list, options.emailColumn === undefined ? {} : { emailColumn: options.emailColumn }));
	for (const { row, code } of list.preview.warnings.slice(0, 5)) tell(`Line ${row}: ${code}`);
	if (list.preview.warnings.length > 5) tell(`… and ${list.preview.warnings.length - 5} more warnings`);
	return withServices(options, async (services) => {
		const { name: listName, columns } = list.preview;
		const request = { listName, columns, batches: list.batches(), deskKey: options.desk ?? null, access };
		const started = options.offline
			? await services.runs.startOffline({ ...request, snapshot: await snapshotFor(services, options) })
			: await services.runs.start({ ...request, site: await siteAccess(services, options) });
		return finishRun(services, need(started).runId, options);
	});
};
