import type { App } from '../../../services/app.ts';
import type { Services } from '../../../services/compose.ts';
import type { Run } from '#shared/run.ts';
import { openList } from '../../../files/open-list.ts';
import { runUnlocks } from '../../../services/run-unlocks.ts';
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
	readonly access?: string;
}

/** Follows a run to its end, prints and writes what was asked for. Resolves to the exit code. */
export const finishRun = async (services: App & Services, runId: string, output: OutputOptions): Promise<number> => {
	const run: Run = await followRun(services, runId);
	printSummary(run, need(await runUnlocks(services.store, runId)));
	if (output.json !== undefined) need(await services.reports.write(runId, 'json', output.json));
	if (output.csv !== undefined) need(await services.reports.write(runId, 'csv', output.csv));
	return exitCodeOf(run);
};

/** `diagnose --list FILE`: everything that can be wrong with what was given is said before the site is asked. */
export const diagnoseCommand = async (options: DiagnoseOptions): Promise<number> => {
	const access = need(readAccess(options.access, new Date().toISOString()));
	const list = need(await openList(options.list, options.emailColumn === undefined ? {} : { emailColumn: options.emailColumn }));
	for (const { row, code } of list.preview.warnings.slice(0, 5)) tell(`Line ${row}: ${code}`);
	if (list.preview.warnings.length > 5) tell(`… and ${list.preview.warnings.length - 5} more warnings`);
	return withServices(options, async (services) => {
		const site = await siteAccess(services, options);
		const known = access.origin === 'unknown' ? services.access.forRun(site.site.origin, access) : null;
		if (known !== null && known.at !== null) tell(`Customer access as it was ${known.origin} on ${known.at.slice(0, 10)}.`);
		const { name, columns } = list.preview;
		const { runId } = need(
			await services.runs.start({ listName: name, columns, batches: list.batches(), site, deskKey: options.desk ?? null, access }),
		);
		return finishRun(services, runId, options);
	});
};
