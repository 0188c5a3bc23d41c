import type { Coverage, ExportKind, ExportPreview } from '#shared/admin-files.ts';
import type { Asked } from '#shared/contract.ts';
import { readSiteAddress } from '../../../atlassian/site-address.ts';
import { type Client, type CommonOptions, withClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { readColumns, readMeanings } from '../export-options.ts';
import { exportKindTexts, noticeSentence } from '../messages.ts';
import { isDatabase, piecesOfGiven, readGivenExport, sizeOfGiven } from '../given-file.ts';
import { plain } from '../plain.ts';
import { endWith, need, tell } from '../terminal.ts';
import { describe } from './snapshot.ts';

export interface ImportOptions extends CommonOptions {
	readonly site?: string;
	readonly siteUrl?: string;
	readonly into?: string;
	readonly taken?: string;
	readonly kind?: ExportKind;
	readonly map?: readonly string[];
	readonly values?: readonly string[];
	readonly complete?: boolean;
	readonly activeOnly?: boolean;
	readonly verifiedDomains?: string;
}

const wrongUse = (what: string): never => endWith({ code: 'wrong-use', details: { what } });

type ExportTarget = Asked['snapshots']['addExports']['target'];

/** The snapshot they go into, or the site of a new one; `null` where neither was named. */
const targetOf = ({ into, site, siteUrl }: ImportOptions): ExportTarget | null => {
	if ([into, site, siteUrl].filter((one) => one !== undefined).length > 1) return wrongUse('Give one of --into, --site and --site-url.');
	if (into !== undefined) return { snapshotId: into };
	if (site !== undefined) return { site };
	return siteUrl === undefined ? null : { siteUrl: need(readSiteAddress(siteUrl, { allowLoopback: true })).origin };
};

const coverageOf = ({ complete, activeOnly }: ImportOptions): Coverage => {
	if (complete && activeOnly) return wrongUse('--complete and --active-only exclude each other.');
	return complete ? 'all' : activeOnly ? 'active' : 'unknown';
};

/** Where the site is that they are of: a column may be about that one alone. */
const siteUrlOf = async (client: Client, target: ExportTarget): Promise<string> => {
	if ('siteUrl' in target) return target.siteUrl;
	if ('site' in target) return need(await client.sites.get({ name: target.site })).url;
	return need(await client.snapshots.get(target)).site.url;
};

const tellHow = ({ name, kind, people, takenAt, remembered, notices }: ExportPreview, options: ImportOptions): void => {
	const file = plain(name);
	const made = options.taken ?? takenAt?.slice(0, 10);
	const again = remembered ? ', read as the last one with this header' : '';
	if (kind !== null) tell(`${file}: ${exportKindTexts[kind]}, ${people} people${made === undefined ? '' : `, made on ${made}`}${again}.`);
	for (const notice of notices) tell(`${file}: ${noticeSentence(notice)}`);
};

/** Opens it as the options say it is to be read. Resolves to its id. */
const openGiven = async (client: Client, path: string, siteUrl: string, options: ImportOptions): Promise<string> => {
	const source = need(await readGivenExport(path));
	const choice = { kind: options.kind, siteUrl, said: need(readMeanings(options.values ?? [])) };
	const opened = need(await client.snapshots.openExport({ source, ...choice }));
	const mapping = need(readColumns(options.map ?? [], opened.preview.columns, source.name));
	const { exportId, preview } =
		Object.keys(mapping).length === 0
			? opened
			: need(await client.snapshots.openExport({ source: { exportId: opened.exportId }, ...choice, mapping }));
	tellHow(preview, options);
	return exportId;
};

const importExports = async (client: Client, paths: readonly string[], target: ExportTarget, options: ImportOptions): Promise<number> => {
	const coverage = coverageOf(options);
	const siteUrl = await siteUrlOf(client, target);
	const exportIds: string[] = [];
	for (const path of paths) exportIds.push(await openGiven(client, path, siteUrl, options));
	const verifiedDomains = options.verifiedDomains?.split(/[,;\s]+/).filter((domain) => domain !== '');
	describe(need(await client.snapshots.addExports({ exportIds, takenAt: options.taken, coverage, target, verifiedDomains })));
	if (coverage === 'unknown') {
		tell('Nobody said whether they are complete, so who is not found in them stays unknown. Say it with --complete or --active-only.');
	}
	tell('No export tells who is a customer of a desk: what rests on that is likely at most.');
	return exitCode.allGood;
};

/** A file that is no snapshot and of no site: whether an admin's export, of which the site is missing, or nothing we know. */
const isExport = async (client: Client, path: string): Promise<boolean> => {
	const source = await readGivenExport(path);
	if (!source.ok) return false;
	const opened = await client.snapshots.openExport({ source: source.value });
	return opened.ok && opened.value.preview.kind !== null;
};

const importSnapshot = async (client: Client, path: string): Promise<number> => {
	const { importId } = need(await client.snapshots.beginImport({ bytes: need(sizeOfGiven(path)) }));
	for await (const read of piecesOfGiven(path)) need(await client.snapshots.importPiece({ importId, ...need(read) }));
	describe(need(await client.snapshots.finishImport({ importId })));
	return exitCode.allGood;
};

/** `snapshot import`: a snapshot's file, or exports of an admin's; which of them, their content tells. */
export const importCommand = async (paths: readonly string[], options: ImportOptions): Promise<number> =>
	withClient(options, async (client) => {
		const target = targetOf(options);
		const databases = await Promise.all(paths.map(isDatabase));
		const [path = ''] = paths;
		if (databases.some((is) => is)) {
			if (paths.length > 1 || target !== null) return wrongUse('A snapshot is imported alone, and says itself of which site it is.');
			return importSnapshot(client, path);
		}
		if (target !== null) return importExports(client, paths, target, options);
		if (paths.length > 1 || (await isExport(client, path))) {
			return wrongUse('These are exports of an admin. Say of which site they are: --site-url URL, --site NAME or --into SNAPSHOT.');
		}
		return importSnapshot(client, path);
	});
