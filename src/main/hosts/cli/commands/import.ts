import type { Coverage, AdminFileKind, AdminFilePreview } from '#shared/admin-files.ts';
import type { Asked } from '#shared/contract.ts';
import { readSiteAddress } from '../../../atlassian/site-address.ts';
import { type Client, type CommonOptions, withClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { readColumns, readMeanings } from '../admin-file-options.ts';
import { adminFileWords, adminFileKindTexts, noticeSentence } from '../messages.ts';
import { isDatabase, piecesOfGiven, readGivenAdminFile, sizeOfGiven } from '../given-file.ts';
import { tell } from '../../terminal.ts';
import { endWith, need } from '../command-ended.ts';
import { describe } from './snapshot.ts';

export interface ImportOptions extends CommonOptions {
	readonly site?: string;
	readonly siteUrl?: string;
	readonly into?: string;
	readonly taken?: string;
	readonly kind?: AdminFileKind;
	readonly map?: readonly string[];
	readonly values?: readonly string[];
	readonly complete?: boolean;
	readonly activeOnly?: boolean;
	readonly verifiedDomains?: string;
}

const wrongUse = (what: string): never => endWith({ code: 'wrong-use', details: { what } });

type AdminFileTarget = Asked['snapshots']['addAdminFiles']['target'];

/** The snapshot they go into, or the site of a new one; `null` where neither was named. */
const targetOf = ({ into, site, siteUrl }: ImportOptions): AdminFileTarget | null => {
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
const siteUrlOf = async (client: Client, target: AdminFileTarget): Promise<string> => {
	if ('siteUrl' in target) return target.siteUrl;
	if ('site' in target) return need(await client.sites.get({ name: target.site })).url;
	return need(await client.snapshots.get(target)).site.url;
};

const tellHow = ({ name: file, kind, people, takenAt, remembered, notices }: AdminFilePreview, options: ImportOptions): void => {
	const made = options.taken ?? takenAt?.slice(0, 10);
	const again = remembered ? ', read as the last one with this header' : '';
	if (kind !== null) {
		tell(`${file}: ${adminFileKindTexts[kind]}, ${people} people${made === undefined ? '' : `, made on ${made}`}${again}.`);
	}
	for (const notice of notices) tell(`${file}: ${noticeSentence(notice)}`);
};

/** Opens it as the options say it is to be read. Resolves to its id. */
const openGiven = async (client: Client, path: string, siteUrl: string, options: ImportOptions): Promise<string> => {
	const source = need(await readGivenAdminFile(path));
	const choice = { kind: options.kind, siteUrl, meanings: need(readMeanings(options.values ?? [])) };
	const opened = need(await client.snapshots.openAdminFile({ source, ...choice }));
	const mapping = need(readColumns(options.map ?? [], opened.preview.columns, source.name));
	const { adminFileId, preview } =
		Object.keys(mapping).length === 0
			? opened
			: need(await client.snapshots.openAdminFile({ source: { adminFileId: opened.adminFileId }, ...choice, mapping }));
	tellHow(preview, options);
	return adminFileId;
};

const importAdminFiles = async (
	client: Client,
	paths: readonly string[],
	target: AdminFileTarget,
	options: ImportOptions,
): Promise<number> => {
	const coverage = coverageOf(options);
	const siteUrl = await siteUrlOf(client, target);
	const adminFileIds: string[] = [];
	for (const path of paths) adminFileIds.push(await openGiven(client, path, siteUrl, options));
	const verifiedDomains = options.verifiedDomains?.split(/[,;\s]+/).filter((domain) => domain !== '');
	describe(need(await client.snapshots.addAdminFiles({ adminFileIds, takenAt: options.taken, coverage, target, verifiedDomains })));
	if (coverage === 'unknown') {
		tell('Not known whether they are complete, so people not found in them stay unknown. Declare it with --complete or --active-only.');
	}
	tell(adminFileWords.addedHint);
	return exitCode.allGood;
};

/** A file that is no snapshot and of no site: whether an admin file, of which the site is missing, or nothing we know. */
const isAdminFile = async (client: Client, path: string): Promise<boolean> => {
	const source = await readGivenAdminFile(path);
	if (!source.ok) return false;
	const opened = await client.snapshots.openAdminFile({ source: source.value });
	return opened.ok && opened.value.preview.kind !== null;
};

const importSnapshot = async (client: Client, path: string): Promise<number> => {
	const { importId } = need(await client.snapshots.beginImport({ bytes: need(sizeOfGiven(path)) }));
	for await (const read of piecesOfGiven(path)) need(await client.snapshots.importPiece({ importId, ...need(read) }));
	describe(need(await client.snapshots.finishImport({ importId })));
	return exitCode.allGood;
};

/** `snapshot import`: a snapshot's file, or admin files; which of them, their content tells. */
export const importCommand = async (paths: readonly string[], options: ImportOptions): Promise<number> =>
	withClient(options, async (client) => {
		const target = targetOf(options);
		const databases = await Promise.all(paths.map(isDatabase));
		const [path = ''] = paths;
		if (databases.some((is) => is)) {
			if (paths.length > 1 || target !== null) return wrongUse('A snapshot is imported alone, and says itself of which site it is.');
			return importSnapshot(client, path);
		}
		if (target !== null) return importAdminFiles(client, paths, target, options);
		if (paths.length > 1 || (await isAdminFile(client, path))) {
			return wrongUse('These are files of an admin. Say of which site they are: --site-url URL, --site NAME or --into SNAPSHOT.');
		}
		return importSnapshot(client, path);
	});
