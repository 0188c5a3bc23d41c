import { join, parse } from 'node:path';
import type { Asked } from '#shared/contract.ts';
import type { Encoding, ReadingChoices } from '#shared/lists.ts';
import type { Run } from '#shared/run.ts';
import { ageWords } from '../../../services/reports/age-words.ts';
import { givenAccess } from '../access-option.ts';
import { type Client, type CommonOptions, withClient } from '../client.ts';
import { exitCode, exitCodeOf, exitCodeOfFailure } from '../exit-codes.ts';
import { followRun } from '../follow.ts';
import { readGivenList } from '../given-file.ts';
import { listNotes } from '../list-notes.ts';
import { adminFileKindTexts, failureSentence } from '../messages.ts';
import { plainReport, writeReport } from '../reports.ts';
import { printSummary } from '../run-summary.ts';
import { chosenSite, refuseBoth, type SiteOptions, wayTo } from '../site-choice.ts';
import { print, tell } from '../../terminal.ts';
import { endWith, need } from '../command-ended.ts';

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
	readonly nameColumn?: string[];
	readonly organisationColumn?: string;
	readonly sheet?: string;
	readonly encoding?: Encoding;
	readonly headerLine?: number;
	readonly hiddenRows?: ReadingChoices['hiddenRows'];
	readonly frameLines?: ReadingChoices['frames'];
	readonly addresses?: ReadingChoices['addresses'];
	readonly tables?: ReadingChoices['tables'];
	readonly guests?: ReadingChoices['guests'];
	readonly showLeftOut?: boolean;
	readonly access?: string;
	readonly offline?: boolean;
	readonly snapshot?: string;
	readonly allowIncomplete?: boolean;
}

/** Follows a run to its end, prints and writes what was asked for. Resolves to the exit code. */
export const finishRun = async (client: Client, runId: string, output: OutputOptions): Promise<number> => {
	const run: Run = await followRun(client, runId);
	const { addable } = need(await client.runs.breakdown({ runId }));
	printSummary(run, need(await client.runs.unlock({ runId })), addable);
	if (output.json !== undefined) await writeReport(client, { runId, format: 'json', ...plainReport }, output.json);
	if (output.csv !== undefined) await writeReport(client, { runId, format: 'csv', ...plainReport }, output.csv);
	return exitCodeOf(run);
};

/** Says which snapshot an offline run is against, how old it is, and what it lacks. */
const tellSnapshot = async (client: Client, { id, takenAt, missing }: NonNullable<Run['snapshot']>): Promise<void> => {
	const { site, parts, adminFiles } = need(await client.snapshots.get({ snapshotId: id }));
	tell(`Using snapshot ${id} of ${site.url}, taken ${takenAt} (${ageWords(Date.parse(takenAt), Date.now())} ago). Nothing is sent.`);
	if (missing.length > 0) tell(`It is incomplete. Missing: ${missing.join(', ')}. Affected rows name the missing data.`);
	for (const { kind, takenAt: madeAt, people } of adminFiles) {
		tell(`It holds ${adminFileKindTexts[kind]} of ${madeAt.slice(0, 10)}: ${people} people.`);
	}
	const hasOrganisation = parts.some(({ kind, records }) => kind === 'organisation' && records > 0);
	if (!hasOrganisation && adminFiles.length === 0) tell('Taken without an organisation API key: nobody was looked up in the directory.');
};

/** What a run rests on, where that was not given with the command. */
const tellBasis = async (client: Client, runId: string, isAccessGiven: boolean): Promise<void> => {
	const { snapshot, access } = need(await client.runs.get({ runId }));
	if (snapshot !== null) return tellSnapshot(client, snapshot);
	if (!isAccessGiven && access.at !== null) tell(`Customer access as it was ${access.origin} on ${access.at.slice(0, 10)}.`);
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

/** A run each, all under way at once, told one after the other. A site that cannot be begun with is said, and keeps no other. */
const diagnoseSeveral = async (client: Client, asked: Asked['runs']['startMany'], output: OutputOptions): Promise<number> => {
	const all = need(await client.runs.startMany(asked));
	const codes: number[] = [];
	for (const { site, started } of all) {
		if (started.ok) continue;
		tell(`${site}: ${failureSentence(started.failure)}`);
		codes.push(exitCodeOfFailure(started.failure));
	}
	for (const { site, started } of all) {
		if (!started.ok) continue;
		const { runId } = started.value;
		print('');
		print(`# ${site}`);
		await tellBasis(client, runId, asked.access !== undefined);
		codes.push(await finishRun(client, runId, outputOf(output, site)));
		// Ctrl+C means all of them: those that are still under way are stopped with the app, and can be resumed.
		if (need(await client.runs.get({ runId })).stop?.code === 'cancelled') return exitCode.notFinished;
	}
	return Math.max(...codes);
};

/** The snapshot that is meant, as far as the options tell. */
const wishOf = ({ snapshot: snapshotId, siteUrl, allowIncomplete }: DiagnoseOptions) => ({ snapshotId, siteUrl, allowIncomplete });

/** What a site-wide run is called after: the site as its snapshot names it. */
const siteNameOf = async (
	client: Client,
	{ snapshot: snapshotId, siteUrl }: DiagnoseOptions,
	site: string | undefined,
): Promise<string> => {
	if (snapshotId !== undefined) return need(await client.snapshots.get({ snapshotId })).site.name;
	if (site !== undefined) return site;
	const { snapshots } = need(await client.snapshots.list());
	const found = snapshots.find(({ site: { url } }) => siteUrl === undefined || url === siteUrl);
	return found?.site.name ?? siteUrl ?? 'the site';
};

/** `diagnose --offline --everybody`: whoever of the snapshot may have something wrong with them. */
const diagnoseEverybody = (options: DiagnoseOptions, access: Asked['runs']['start']['access']): Promise<number> => {
	const [site, ...others] = options.site ?? [];
	if (options.offline !== true || options.list !== undefined || others.length > 0) {
		return endWith({ code: 'wrong-use', details: { what: '--everybody is for --offline, on one site, and takes the place of --list.' } });
	}
	return withClient(options, async (client) => {
		const listName = `Everybody of ${await siteNameOf(client, options, site)}`;
		const { runId, people, withoutAddress } = need(
			await client.runs.startSiteWide({ ...wishOf(options), site, listName, desk: options.desk, access }),
		);
		await tellBasis(client, runId, true);
		tell(`${people} people in the snapshot to check.`);
		if (withoutAddress > 0) tell(`${withoutAddress} more have no readable address and are left out.`);
		return finishRun(client, runId, options);
	});
};

/** How the list is to be read. */
const readingOf = (options: DiagnoseOptions) => ({
	emailColumn: options.emailColumn,
	nameColumns: options.nameColumn,
	organisationColumn: options.organisationColumn,
	sheet: options.sheet,
	encoding: options.encoding,
	headerLine: options.headerLine,
	hiddenRows: options.hiddenRows,
	frames: options.frameLines,
	addresses: options.addresses,
	tables: options.tables,
	guests: options.guests,
});

/** `diagnose --list FILE`: everything that can be wrong with what was given is said before the site is asked. */
export const diagnoseCommand = async (options: DiagnoseOptions): Promise<number> => {
	const { site: names = [], ...others } = options;
	const { list: path, offline = false, desk } = others;
	if (!offline && (options.snapshot !== undefined || options.allowIncomplete)) {
		return endWith({ code: 'wrong-use', details: { what: '--snapshot and --allow-incomplete are for --offline.' } });
	}
	const [name] = names;
	const named: SiteOptions = { ...others, ...(name === undefined ? {} : { site: name }) };
	refuseBoth(named);
	const access = givenAccess(options.access);
	if (options.everybody) return diagnoseEverybody(options, access);
	if (path === undefined) return endWith({ code: 'wrong-use', details: { what: 'Enter the list: --list FILE.' } });
	const given = need(await readGivenList(path));
	return withClient(options, async (client) => {
		const isOnOne = names.length <= 1;
		const prepared = offline && isOnOne ? client.runs.prepare({ ...wishOf(options), site: name, desk }) : null;
		const [opening] = await Promise.all([client.lists.open({ ...given, ...readingOf(options) }), prepared]);
		const opened = need(opening);
		const { listId, preview } = opened;
		for (const line of await listNotes(client, opened, options.showLeftOut === true)) tell(line);
		const request = { listId, mapping: preview.mapping, desk, access };
		if (!isOnOne) {
			const against = offline ? { offline: { allowIncomplete: options.allowIncomplete } } : {};
			return diagnoseSeveral(client, { ...request, sites: names, ...against }, options);
		}
		const target = offline ? { site: name, offline: wishOf(options) } : { site: chosenSite(named) };
		const { runId } = need(await client.runs.start({ ...request, ...target }));
		await tellBasis(client, runId, access !== undefined);
		return finishRun(client, runId, options);
	});
};

/** `resume RUN`: the site is the run's own unless it was named by address. */
export const resumeCommand = async (runId: string, options: CommonOptions & SiteOptions & OutputOptions): Promise<number> =>
	withClient(options, async (client) => {
		need(await client.runs.resume({ runId, ...wayTo(options) }));
		return finishRun(client, runId, options);
	});

/** `run again RUN`: the same rows on the same site, as it is now. */
export const againCommand = async (before: string, options: CommonOptions & SiteOptions & OutputOptions): Promise<number> =>
	withClient(options, async (client) => {
		const { runId } = need(await client.runs.again({ runId: before, ...wayTo(options) }));
		await tellBasis(client, runId, false);
		return finishRun(client, runId, options);
	});
