import { type ColumnRole, columnRoles, type AdminFileKind, type AdminFileMapping, type AdminFileNotice } from '#shared/admin-files.ts';
import { hasRole, siteInTitle } from './titles.ts';
import { titleKey } from './title-key.ts';
import { holdsAddress } from '../lists/split-addresses.ts';

export const noMapping: AdminFileMapping = Object.fromEntries(columnRoles.map((role) => [role, null])) as AdminFileMapping;

export interface ProposedMapping {
	readonly mapping: AdminFileMapping;
	readonly notices: readonly AdminFileNotice[];
}

/** Without these a file says nothing that a verdict could rest on. */
const needed: readonly ColumnRole[] = ['address', 'status'];

export const missingRoles = (mapping: AdminFileMapping): readonly ColumnRole[] => needed.filter((role) => mapping[role] === null);

const places = (columns: readonly string[], role: ColumnRole): readonly number[] =>
	columns.flatMap((title, column) => (hasRole(title, role) ? [column] : []));

/** Cells that hold an address, by column. */
const addressCounts = (width: number, sample: readonly (readonly string[])[]): readonly number[] =>
	Array.from({ length: width }, (_, column) => sample.filter((cells) => holdsAddress(cells[column] ?? '')).length);

/** By what the cells hold first and by the title second: a column "User name" may be the one with the addresses. */
const addressColumn = (columns: readonly string[], sample: readonly (readonly string[])[]): number | null => {
	const counts = addressCounts(columns.length, sample);
	const titled = places(columns, 'address');
	const filled = titled.filter((column) => (counts[column] ?? 0) > 0);
	if (filled.length === 1) return filled[0] ?? null;
	if (filled.length > 1 || sample.length === 0) return filled.length === 0 && titled.length === 1 ? (titled[0] ?? null) : null;
	const most = Math.max(0, ...counts);
	const best = counts.flatMap((count, column) => (count === most && most > 0 ? [column] : []));
	return best.length === 1 ? (best[0] ?? null) : null;
};

/** Of the columns for service management that of this site. One of another site says nothing of this one. */
const serviceColumn = (columns: readonly string[], siteNames: readonly string[]): ProposedColumn => {
	const candidates = places(columns, 'service-management');
	const ofSite = candidates.filter((column) => siteNames.includes(siteInTitle(columns[column] ?? '') ?? ''));
	if (ofSite.length === 1) return { column: ofSite[0] ?? null, left: [] };
	const plain = candidates.filter((column) => siteInTitle(columns[column] ?? '') === null);
	if (plain.length === 1) return { column: plain[0] ?? null, left: [] };
	// Where nobody knows the site's name, the only column is the one.
	if (candidates.length === 1 && siteNames.length === 0) return { column: candidates[0] ?? null, left: [] };
	return { column: null, left: candidates.map((column) => columns[column] ?? '') };
};

interface ProposedColumn {
	readonly column: number | null;
	/** Titles of columns that are left out because they may be of other sites. */
	readonly left: readonly string[];
}

/** Of several that fit the one that names the thing in full: "User status" and not "Active". `null` where that is not one. */
const onlyColumn = (columns: readonly string[], role: ColumnRole, taken: ReadonlySet<number>): number | null => {
	const keyOf = (column: number): string => titleKey(columns[column] ?? '');
	const free = places(columns, role).filter((column) => !taken.has(column));
	if (free.length === 1) return free[0] ?? null;
	// No verdict rests on these: any of them will do, but always the same one, wherever it stands.
	if (role === 'last-active' || role === 'groups') return free.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))[0] ?? null;
	const named = free.filter((column) => keyOf(column).endsWith(titleKey(role)));
	return named.length === 1 ? (named[0] ?? null) : null;
};

/**
 * Which column is what, by title and content and not by its place. `siteNames` are what the site may be called in a title.
 * What is doubtful stays `null`: a person says it, once for every file with this header.
 */
export const proposeMapping = (
	columns: readonly string[],
	sample: readonly (readonly string[])[],
	kind: AdminFileKind | null,
	siteNames: readonly string[],
): ProposedMapping => {
	const address = addressColumn(columns, sample);
	const service = serviceColumn(columns, siteNames);
	const taken = new Set([address, service.column].flatMap((column) => (column === null ? [] : [column])));
	const mapping: Record<ColumnRole, number | null> = { ...noMapping, address, 'service-management': service.column };
	for (const role of columnRoles) {
		if (role === 'address' || role === 'service-management') continue;
		const column = onlyColumn(columns, role, taken);
		mapping[role] = column;
		if (column !== null) taken.add(column);
	}
	return { mapping, notices: kind === 'portal' ? [] : noticesOf(service) };
};

const noticesOf = ({ column, left }: ProposedColumn): readonly AdminFileNotice[] => {
	if (column !== null) return [];
	const [first, ...others] = left;
	if (first === undefined) return [{ code: 'no-access-column', details: {} }];
	return others.length === 0
		? [{ code: 'other-site', details: { column: first } }]
		: [{ code: 'which-site', details: { columns: left.join(', '), column: first } }];
};
