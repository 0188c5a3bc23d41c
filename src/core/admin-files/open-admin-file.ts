import type {
	ColumnRole,
	Coverage,
	AdminFileKind,
	AdminFileMapping,
	AdminFileNotice,
	AdminFilePreview,
	ValueMap,
} from '#shared/admin-files.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { domainOf } from '../evidence/evidence.ts';
import { isProviderDomain } from '../lists/known-domains.ts';
import type { Turns } from '../ports.ts';
import type { AdminFile } from './admin-file.ts';
import { fingerprintOf, type HeaderMemory, mappingFrom, mergeMeanings, toMemory } from './header-memory.ts';
import { missingRoles, noMapping, noticeOfSites, proposeMapping } from './propose-mapping.ts';
import { type ReadAdminFile, readAdminFile } from './read-admin-file.ts';
import { siteNamesOf } from './service-access.ts';
import { type AdminFileSource, type AdminFileSurvey, surveyAdminFile } from './survey-admin-file.ts';
import { takenAtOf } from './taken-at.ts';

/** What a person says of a file; whatever is left out is as it was proposed. */
export interface AdminFileChoice {
	readonly kind?: AdminFileKind | undefined;
	readonly mapping?: { readonly [R in ColumnRole]?: number | null | undefined } | undefined;
	readonly meanings?: ValueMap | undefined;
	/** The site it is of: which of several service management columns is meant. */
	readonly siteUrl?: string | undefined;
}

/** What was said before of files of a kind with the same header. */
export interface AdminFileMemory {
	recall(kind: AdminFileKind, fingerprint: string): HeaderMemory | null;
	keep(kind: AdminFileKind, fingerprint: string, memory: HeaderMemory): Outcome<null>;
}

export interface OpenedAdminFile {
	readonly preview: AdminFilePreview;
	/** The domain that most of its people have, mail providers aside; `null` where none has many. */
	readonly mainDomain: string | null;
	/** What is to be remembered once the file is taken in; `null` while its kind is not known. */
	readonly memory: { readonly kind: AdminFileKind; readonly fingerprint: string; readonly memory: HeaderMemory } | null;
	/**
	 * The file as a snapshot takes it in. Fails with `export-kind-unknown`, `export-columns-unmapped` (`missing`, `columns`),
	 * `export-values-unmapped` (`column`, `values`) and `export-unusable` (`fault`).
	 */
	file(stamp: { readonly takenAt: string; readonly coverage: Coverage }): Outcome<AdminFile>;
}

const sampleRows = 50;

interface Reading {
	readonly kind: AdminFileKind;
	readonly mapping: AdminFileMapping;
	readonly meanings: ValueMap;
	readonly read: ReadAdminFile;
}

/**
 * Recognises what a file is and reads it through, as far as it is understood. Nothing is stored. Fails with
 * `export-unusable` where there is nobody in it.
 */
export const openAdminFile = async (
	source: AdminFileSource,
	choice: AdminFileChoice,
	memory: AdminFileMemory,
	turns: Turns,
): Promise<Outcome<OpenedAdminFile>> => {
	const survey = surveyAdminFile(source);
	if (typeof survey === 'string') return failed('export-unusable', { file: source.name, fault: survey });
	const columns = survey.table?.columns ?? [];
	const kind = choice.kind ?? survey.kind;
	const siteNames = siteNamesOf(choice.siteUrl ?? null);
	const fingerprint = fingerprintOf(columns);
	const remembered = kind === null ? null : memory.recall(kind, fingerprint);
	const cells = survey.people.map((row) => row.cells);
	const proposed = proposeMapping(columns, cells, kind, siteNames);
	const mapping = { ...proposed.mapping, ...(remembered === null ? {} : mappingFrom(remembered, columns)), ...chosen(choice, columns) };
	const meanings = mergeMeanings(remembered?.meanings ?? {}, choice.meanings ?? {});
	const read = kind === null ? null : await readAdminFile(source, survey, { kind, mapping, meanings, siteNames }, turns);
	const reading = kind === null || read === null ? null : { kind, mapping, meanings, read };
	const isWithoutAccess = mapping['service-management'] === null && survey.layout === 'table';
	const ofAccess = isWithoutAccess ? proposed.notices : [];
	const isSaid = ofAccess.some(({ code }) => code === 'other-site');
	const notices = isSaid ? ofAccess : [...noticeOfSites(columns, siteNames), ...ofAccess];
	const preview = describe(source, survey, mapping, reading, { remembered: remembered !== null, notices });
	return done({
		preview,
		mainDomain: read === null ? null : mainDomainOf(read.people.keys()),
		memory: kind === null ? null : { kind, fingerprint, memory: toMemory(columns, mapping, meanings) },
		file: (stamp) => fileOf(preview, reading, stamp),
	});
};

const leastShare = 0.3;

const mainDomainOf = (addresses: Iterable<string>): string | null => {
	const counts = new Map<string, number>();
	let all = 0;
	for (const address of addresses) {
		const domain = domainOf(address);
		counts.set(domain, (counts.get(domain) ?? 0) + 1);
		all += 1;
	}
	const [most] = [...counts].filter(([domain]) => domain !== '' && !isProviderDomain(domain)).sort(([, a], [, b]) => b - a);
	return most !== undefined && most[1] >= all * leastShare ? most[0] : null;
};

/** What was chosen of the columns that there are. */
const chosen = ({ mapping = {} }: AdminFileChoice, columns: readonly string[]): Partial<AdminFileMapping> =>
	Object.fromEntries(Object.entries(mapping).filter(([, column]) => column === null || (column !== undefined && column < columns.length)));

const describe = (
	source: AdminFileSource,
	survey: AdminFileSurvey,
	mapping: AdminFileMapping,
	reading: Reading | null,
	{ remembered, notices }: { readonly remembered: boolean; readonly notices: readonly AdminFileNotice[] },
): AdminFilePreview => ({
	name: source.name,
	kind: reading?.kind ?? survey.kind,
	layout: survey.layout,
	columns: survey.table?.columns ?? [],
	mapping: survey.layout === 'lines' ? noMapping : mapping,
	missing: survey.layout === 'lines' ? [] : missingRoles(mapping),
	unmapped: reading?.read.unmapped ?? [],
	sample: survey.content.slice(0, sampleRows),
	people: reading?.read.people.size ?? survey.people.length,
	takenAt: takenAtOf(source.name, source.writtenAt),
	remembered,
	notices: [...notices, ...(reading === null ? [] : noticesOf(reading.read))],
});

const noticesOf = ({ unreadable, wide, contradictions, total, people }: ReadAdminFile): readonly AdminFileNotice[] => {
	const notices: AdminFileNotice[] = [];
	if (unreadable.length > 0) notices.push({ code: 'unreadable-lines', details: { count: unreadable.length, line: unreadable[0] ?? 0 } });
	if (wide.length > 0) notices.push({ code: 'more-cells', details: { count: wide.length, line: wide[0] ?? 0 } });
	const [first] = contradictions;
	if (first !== undefined) {
		notices.push({
			code: 'contradicting-lines',
			details: { count: contradictions.length, line: first.line, other: first.contradictedBy ?? first.line },
		});
	}
	if (total !== null && total > people.size) notices.push({ code: 'shows-part', details: { shown: people.size, total } });
	return notices;
};

const fileOf = (
	{ name, columns, missing, layout }: AdminFilePreview,
	reading: Reading | null,
	{ takenAt, coverage }: { readonly takenAt: string; readonly coverage: Coverage },
): Outcome<AdminFile> => {
	const unusable = (fault: string, details = {}) => failed('export-unusable', { file: name, fault, ...details });
	if (reading === null) return failed('export-kind-unknown', { file: name, columns });
	if (missing.length > 0) return failed('export-columns-unmapped', { file: name, missing, columns });
	const { kind, mapping, read } = reading;
	// Only one page is copied piece by piece; of the other kinds a column has to be told from its neighbour.
	if (layout === 'lines' && kind !== 'portal') return unusable('no-header');
	const [open] = read.unmapped;
	if (open !== undefined) {
		const values = read.unmapped.filter(({ role }) => role === open.role).map(({ value }) => value);
		return failed('export-values-unmapped', { file: name, column: open.column, role: open.role, values, line: open.line });
	}
	if (read.withoutStatus !== null) return unusable('no-status-beside', { line: read.withoutStatus });
	if (read.people.size === 0) return unusable('no-addresses');
	if (coverage === 'all' && read.total !== null && read.total > read.people.size) {
		return unusable('not-whole', { shown: read.people.size, total: read.total });
	}
	return done({
		header: {
			kind,
			fileName: name,
			takenAt,
			coverage,
			columns: titlesOf(columns, mapping),
			unreadable: read.unreadable.length,
			people: read.people.size,
		},
		people: read.people,
	});
};

const titlesOf = (columns: readonly string[], mapping: AdminFileMapping): AdminFile['header']['columns'] => {
	const titled = (['status', 'claimed', 'managed', 'email-verified', 'service-management'] as const).flatMap((role) => {
		const column = mapping[role];
		const title = column === null ? undefined : columns[column];
		return title === undefined ? [] : [[role, title.slice(0, 100)] as const];
	});
	return Object.fromEntries(titled);
};
