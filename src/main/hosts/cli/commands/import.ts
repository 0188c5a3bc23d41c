import { open } from 'node:fs/promises';
import type { ExportSource } from '#core/admin-files/survey-export.ts';
import type { Coverage, ExportKind, ExportPreview } from '#shared/admin-files.ts';
import { readSiteAddress } from '../../../atlassian/site-address.ts';
import { exportFromFile } from '../../../files/export-source.ts';
import { isEndless } from '../../../files/read-file.ts';
import type { Services } from '../../../services/compose.ts';
import type { ExportTarget, GivenExport } from '../../../services/snapshots/admin-file-service.ts';
import { exitCode } from '../exit-codes.ts';
import { readColumns, readMeanings } from '../export-options.ts';
import { kindWords, noticeSentence } from '../export-words.ts';
import { plain } from '../plain.ts';
import { type CommonOptions, withServices } from '../session.ts';
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

/** By its first bytes, whatever it is called. A file that cannot be read is left to whoever says why. */
const isDatabase = async (path: string): Promise<boolean> => {
	try {
		if (isEndless(path)) return false;
		const file = await open(path, 'r');
		try {
			const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
			return buffer.toString('latin1') === 'SQLite format 3\0';
		} finally {
			await file.close();
		}
	} catch {
		return false;
	}
};

/** The snapshot they go into, or the site of a new one; `null` where neither was named. */
const targetOf = ({ sites }: Services, { into, site, siteUrl }: ImportOptions): ExportTarget | null => {
	if ([into, site, siteUrl].filter((one) => one !== undefined).length > 1) return wrongUse('Give one of --into, --site and --site-url.');
	if (into !== undefined) return { snapshotId: into };
	if (site !== undefined) return { siteUrl: need(sites.urlOf(site)) };
	return siteUrl === undefined ? null : { siteUrl: need(readSiteAddress(siteUrl, { allowLoopback: true })).origin };
};

const coverageOf = ({ complete, activeOnly }: ImportOptions): Coverage => {
	if (complete && activeOnly) return wrongUse('--complete and --active-only exclude each other.');
	return complete ? 'all' : activeOnly ? 'active' : 'unknown';
};

const siteUrlOf = async ({ snapshots }: Services, target: ExportTarget): Promise<string> => {
	if ('siteUrl' in target) return target.siteUrl;
	const found = need(await snapshots.list()).snapshots.find(({ id }) => id === target.snapshotId);
	return found?.site.url ?? endWith({ code: 'snapshot-not-found', details: { snapshot: target.snapshotId } });
};

const tellHow = ({ name, kind, people, takenAt, remembered, notices }: ExportPreview, options: ImportOptions): void => {
	const file = plain(name);
	const made = options.taken ?? takenAt?.slice(0, 10);
	const again = remembered ? ', read as the last one with this header' : '';
	if (kind !== null) tell(`${file}: ${kindWords[kind]}, ${people} people${made === undefined ? '' : `, made on ${made}`}${again}.`);
	for (const notice of notices) tell(`${file}: ${noticeSentence(notice)}`);
};

const givenOf = async (services: Services, source: ExportSource, siteUrl: string, options: ImportOptions): Promise<GivenExport> => {
	const said = need(readMeanings(options.values ?? []));
	const choice = { kind: options.kind, siteUrl, said };
	const proposed = need(await services.exports.read(source, choice)).preview;
	const mapping = need(readColumns(options.map ?? [], proposed.columns, source.name));
	const chosen = { ...choice, mapping };
	const { preview } = Object.keys(mapping).length === 0 ? { preview: proposed } : need(await services.exports.read(source, chosen));
	tellHow(preview, options);
	return { source, choice: chosen, takenAt: options.taken ?? null, coverage: coverageOf(options) };
};

const importExports = async (
	services: Services,
	paths: readonly string[],
	target: ExportTarget,
	options: ImportOptions,
): Promise<number> => {
	const coverage = coverageOf(options);
	const siteUrl = await siteUrlOf(services, target);
	const given: GivenExport[] = [];
	for (const path of paths) given.push(await givenOf(services, need(await exportFromFile(path)), siteUrl, options));
	const domains = options.verifiedDomains?.split(/[,;\s]+/).filter((domain) => domain !== '') ?? null;
	const snapshot = need(await services.exports.add(given, target, domains));
	describe(snapshot);
	if (coverage === 'unknown') {
		tell('Nobody said whether they are complete, so who is not found in them stays unknown. Say it with --complete or --active-only.');
	}
	tell('No export tells who is a customer of a desk: what rests on that is likely at most.');
	return exitCode.allGood;
};

/** A file that is no snapshot and of no site: whether an admin's export, of which the site is missing, or nothing we know. */
const isExport = async (services: Services, path: string): Promise<boolean> => {
	const source = await exportFromFile(path);
	if (!source.ok) return false;
	const opened = await services.exports.read(source.value, {});
	return opened.ok && opened.value.preview.kind !== null;
};

/** `snapshot import`: a snapshot's file, or exports of an admin's; which of them, their content tells. */
export const importCommand = async (paths: readonly string[], options: ImportOptions): Promise<number> =>
	withServices(options, async (services) => {
		const target = targetOf(services, options);
		const databases = await Promise.all(paths.map(isDatabase));
		if (databases.some((is) => is)) {
			if (paths.length > 1 || target !== null) return wrongUse('A snapshot is imported alone, and says itself of which site it is.');
			describe(need(await services.snapshots.importFrom(paths[0] ?? '')));
			return exitCode.allGood;
		}
		if (target !== null) return importExports(services, paths, target, options);
		const [path = ''] = paths;
		if (paths.length > 1 || (await isExport(services, path))) {
			return wrongUse('These are exports of an admin. Say of which site they are: --site-url URL, --site NAME or --into SNAPSHOT.');
		}
		describe(need(await services.snapshots.importFrom(path)));
		return exitCode.allGood;
	});
