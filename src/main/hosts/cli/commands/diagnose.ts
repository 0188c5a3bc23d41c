import { join, parse } from 'node:path';
import type { App } from '../../../services/app.ts';
import type { Services } from '../../../services/compose.ts';
import type { Run } from '#shared/run.ts';
import { openList } from '../../../files/open-list.ts';
import { writeReport } from '../../../services/reports/write-report.ts';
import { runUnlocks } from '../../../services/run-unlocks.ts';
import { readAccess } from '../access-option.ts';
import { type SiteOptions, siteAccess } from '../credentials.ts';
import { exitCode, exitCodeOf } from '../exit-codes.ts';
import { followRun, printSummary } from '../follow-run.ts';
import { type CommonOptions, withServices } from '../session.ts';
import { CommandEnded, need, print, tell } from '../terminal.ts';

export interface OutputOptions {
	readonly json?: string;
	readonly csv?: string;
}

export interface DiagnoseOptions extends CommonOptions, Omit<SiteOptions, 'site'>, OutputOptions {
	/** One, or several with a run each. */
	readonly site?: readonly string[];
	readonly list: string;
	readonly desk?: string;
	readonly emailColumn?: string;
	readonly access?: string;
}

/** Follows a run to its end, prints and writes what was asked for. Resolves to the exit code. */
export const finishRun = async (services: App & Services, runId: string, output: OutputOptions): Promise<number> => {
	const run: Run = await followRun(services, runId);
	printSummary(run, need(await runUnlocks(services.store, runId)));
	if (output.json !== undefined) need(await writeReport(services.store, runId, 'json', output.json));
	if (output.csv !== undefined) need(await writeReport(services.store, runId, 'csv', output.csv));
	return exitCodeOf(run);
};

/** Where several sites have a report each, the site's name goes into the file's. */
const reportOf = (path: string | undefined, site: string): string | undefined => {
	if (path === undefined) return undefined;
	const { dir, name, ext } = parse(path);
	return join(dir, `${name}-${site.replace(/[^\w.-]+/g, '-')}${ext}`);
};

const outputOf = ({ json, csv }: OutputOptions, site: string): OutputOptions => {
	const [asJson, asCsv] = [reportOf(json, site), reportOf(csv, site)];
	return { ...(asJson === undefined ? {} : { json: asJson }), ...(asCsv === undefined ? {} : { csv: asCsv }) };
};

type Start = (options: SiteOptions) => Promise<string>;

/** A run each, all under way at once, told one after the other. A site that cannot be begun with is said, and keeps no other. */
const diagnoseSeveral = async (
	services: App & Services,
	sites: readonly string[],
	start: Start,
	output: OutputOptions,
): Promise<number> => {
	const begun: { readonly site: string; readonly runId: string }[] = [];
	const codes: number[] = [];
	for (const site of new Set(sites)) {
		try {
			begun.push({ site, runId: await start({ site }) });
		} catch (error) {
			if (!(error instanceof CommandEnded)) throw error;
			tell(`${site}: ${error.message}`);
			codes.push(error.code);
		}
	}
	for (const { site, runId } of begun) {
		print(`\n# ${site}`);
		codes.push(await finishRun(services, runId, outputOf(output, site)));
		// Ctrl+C means all of them: those that are still under way are stopped with the services, and can be resumed.
		if (need(services.store.run(runId)).stop?.code === 'cancelled') return exitCode.notFinished;
	}
	return Math.max(...codes);
};

/** `diagnose --list FILE`: everything that can be wrong with what was given is said before the site is asked. */
export const diagnoseCommand = async ({ site: names = [], ...options }: DiagnoseOptions): Promise<number> => {
	const access = need(readAccess(options.access, new Date().toISOString()));
	const list = need(await openList(options.list, options.emailColumn === undefined ? {} : { emailColumn: options.emailColumn }));
	for (const { row, code } of list.preview.warnings.slice(0, 5)) tell(`Line ${row}: ${code}`);
	if (list.preview.warnings.length > 5) tell(`… and ${list.preview.warnings.length - 5} more warnings`);
	return withServices(options, async (services) => {
		const start: Start = async (which) => {
			const site = await siteAccess(services, which);
			const known = access.origin === 'unknown' ? services.access.forRun(site.site.origin, access) : null;
			if (known !== null && known.at !== null) tell(`Customer access as it was ${known.origin} on ${known.at.slice(0, 10)}.`);
			const { name, columns } = list.preview;
			const request = { listName: name, columns, rows: list.rows(), site, deskKey: options.desk ?? null, access };
			return need(services.runs.start(request)).runId;
		};
		const [only, ...others] = names;
		if (others.length > 0) return diagnoseSeveral(services, names, start, options);
		return finishRun(services, await start(only === undefined ? options : { ...options, site: only }), options);
	});
};
