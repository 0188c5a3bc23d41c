import { join, parse } from 'node:path';
import type { App } from '../../../services/app.ts';
import type { Services } from '../../../services/compose.ts';
import type { Encoding } from '#shared/lists.ts';
import type { Run } from '#shared/run.ts';
import { openList } from '../../../files/open-list.ts';
import type { StartRun } from '../../../services/runs/run-service.ts';
import { startSiteWide } from '../../../services/runs/start-site-wide.ts';
import { listNotes } from '../list-notes.ts';
import { runUnlocks } from '../../../services/runs/run-unlocks.ts';
import { readAccess } from '../access-option.ts';
import { type SiteOptions, siteConnection } from '../credentials.ts';
import { snapshotFor } from '../offline.ts';
import { exitCode, exitCodeOf } from '../exit-codes.ts';
import { followRun, printSummary } from '../follow-run.ts';
import { type CommonOptions, withServices } from '../session.ts';
import { CommandEnded, endWith, need, print, tell } from '../terminal.ts';

export interface OutputOptions {
	readonly json?: string;
	readonly csv?: string;
}

export interface DiagnoseOptions extends CommonOptions, Omit<SiteOptions, 'site'>, OutputOptions {
	/** One, or several with a run each. */
	readonly site?: readonly string[];
	readonly list?: string;
	readonly everybody?: boolean;
	readonly desk?: string;
	readonly emailColumn?: string;
	readonly sheet?: string;
	readonly encoding?: Encoding;
	readonly access?: string;
	readonly offline?: boolean;
	readonly snapshot?: string;
	readonly allowIncomplete?: boolean;
}

/** Follows a run to its end, prints and writes what was asked for. Resolves to the exit code. */
export const finishRun = async (services: App & Services, runId: string, output: OutputOptions): Promise<number> => {
	const run: Run = await followRun(services, runId);
	printSummary(run, need(await runUnlocks(services.store, runId)));
	if (output.json !== undefined) need(await services.reports.write(runId, 'json', output.json));
	if (output.csv !== undefined) need(await services.reports.write(runId, 'csv', output.csv));
	return exitCodeOf(run);
};

/** Says what customer access it rests on, where that was not given but is known of the site. */
const startLive = async (services: Services, options: SiteOptions, request: StartRun): ReturnType<Services['runs']['start']> => {
	const site = await siteConnection(services, options);
	const known = request.access.origin === 'unknown' ? services.access.forRun(site.site.origin, request.access) : null;
	if (known !== null && known.at !== null) tell(`Customer access as it was ${known.origin} on ${known.at.slice(0, 10)}.`);
	return services.runs.start({ ...request, site });
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

/** `diagnose --offline --everybody`: whoever of the snapshot may have something wrong with them. */
const diagnoseEverybody = ({ site: names = [], ...options }: DiagnoseOptions): Promise<number> => {
	const [site, ...others] = names;
	if (options.offline !== true || options.list !== undefined || others.length > 0) {
		return endWith({ code: 'wrong-use', details: { what: '--everybody is for --offline, on one site, and takes the place of --list.' } });
	}
	const access = need(readAccess(options.access, new Date().toISOString()));
	return withServices(options, async (services) => {
		const snapshot = await snapshotFor(services, { ...options, ...(site === undefined ? {} : { site }) });
		const listName = `Everybody of ${snapshot.site.name}`;
		const { runId, people, withoutAddress } = need(
			await startSiteWide(services.runs, snapshot, { listName, deskKey: options.desk ?? null, access }),
		);
		tell(`${people} people of the snapshot to look at.`);
		if (withoutAddress > 0) tell(`${withoutAddress} more have no address that can be read: they are left out.`);
		return finishRun(services, runId, options);
	});
};

/** `diagnose --list FILE`: everything that can be wrong with what was given is said before the site is asked. */
export const diagnoseCommand = async ({ site: names = [], ...options }: DiagnoseOptions): Promise<number> => {
	if (!options.offline && (options.snapshot !== undefined || options.allowIncomplete)) {
		return endWith({ code: 'wrong-use', details: { what: '--snapshot and --allow-incomplete are for --offline.' } });
	}
	if (options.everybody) return diagnoseEverybody({ site: names, ...options });
	const { list: path } = options;
	if (path === undefined) return endWith({ code: 'wrong-use', details: { what: 'Say which list: --list FILE.' } });
	const access = need(readAccess(options.access, new Date().toISOString()));
	const list = need(await openList(path, { emailColumn: options.emailColumn, sheet: options.sheet, encoding: options.encoding }));
	for (const line of listNotes(list)) tell(line);
	return withServices(options, async (services) => {
		const { name: listName, columns } = list.preview;
		const start: Start = async (which) => {
			const request = { listName, columns, batches: list.batches(), deskKey: options.desk ?? null, access };
			const started = options.offline
				? await services.runs.startOffline({ ...request, snapshot: await snapshotFor(services, { ...options, ...which }) })
				: await startLive(services, which, request);
			return need(started).runId;
		};
		const [only, ...others] = names;
		if (others.length > 0) return diagnoseSeveral(services, names, start, options);
		return finishRun(services, await start(only === undefined ? options : { ...options, site: only }), options);
	});
};
