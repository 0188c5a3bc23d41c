import type { SourceRow } from './lists.ts';

/** The files of an admin that a snapshot takes in. */
export const adminFileKinds = ['users', 'managed', 'domains', 'portal'] as const;
export type AdminFileKind = (typeof adminFileKinds)[number];

/** What a column of such a file can be. Any other column is left alone. */
export const columnRoles = [
	'address',
	'name',
	'account-id',
	'status',
	'last-active',
	'claimed',
	'managed',
	'email-verified',
	'service-management',
	'groups',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Index of the column; `null` where the file has none. */
export type AdminFileMapping = Readonly<Record<ColumnRole, number | null>>;

/**
 * What the values of a column can mean. `inactive`: off, and not told whether suspended here or deactivated.
 * `invited`: asked in, and not yet there. `claimed`
 * speaks of other organisations, `managed` of this one. `unknown`: the value says nothing, and is read as nothing.
 */
export const meaningsOf = {
	status: ['active', 'suspended', 'deactivated', 'inactive', 'invited', 'not-invited', 'for-deletion', 'unknown'],
	claimed: ['elsewhere', 'here', 'not-elsewhere', 'unknown'],
	managed: ['managed', 'not-managed', 'unknown'],
	'email-verified': ['verified', 'not-verified', 'unknown'],
	'service-management': ['access', 'no-access', 'unknown'],
} as const satisfies Partial<Record<ColumnRole, readonly string[]>>;

/** Columns whose values have to be understood. */
export type ValueRole = keyof typeof meaningsOf;
export const valueRoles = Object.keys(meaningsOf) as readonly ValueRole[];
export type Meaning<R extends ValueRole = ValueRole> = (typeof meaningsOf)[R][number];

/** Meanings by value, the value in lower case and without outer space: what somebody said beyond the built-in table. */
export type ValueMap = { readonly [R in ValueRole]?: Readonly<Record<string, Meaning<R>>> | undefined };

/**
 * Whom a file holds: `all` there are, only the `active` ones, or nobody said. Who is absent is known to be absent only
 * from a file that holds all.
 */
export const coverages = ['all', 'active', 'unknown'] as const;
export type Coverage = (typeof coverages)[number];

/** A value that nobody has said the meaning of. */
export interface UnmappedValue {
	readonly role: ValueRole;
	/** Title of its column. */
	readonly column: string;
	readonly value: string;
	/** Rows that have it, and the line of the first. */
	readonly count: number;
	readonly line: number;
}

/** What was noticed about a file that is read all the same. */
export interface AdminFileNotice {
	readonly code: AdminFileNoticeCode;
	readonly details: Readonly<Record<string, string | number>>;
}

/**
 * `other-client`: its people look like those of another client's site. `other-sites`: no column names this site, some
 * name others. `other-site`: its service management column is that of another site. `which-site`: it has several, and none is known to
 * be this site's. `no-access-column`: no column says who may use
 * service management. `unreadable-lines`: lines whose address cannot be read. `shows-part`: the table says that it shows
 * some of more. `more-cells`: lines that have more cells than there are titles. `contradicting-lines`: lines of one address that say different things.
 */
export const adminFileNoticeCodes = [
	'other-client',
	'other-sites',
	'other-site',
	'which-site',
	'no-access-column',
	'unreadable-lines',
	'shows-part',
	'contradicting-lines',
	'more-cells',
] as const;
export type AdminFileNoticeCode = (typeof adminFileNoticeCodes)[number];

/** What was recognised of a file before anything is stored; all of it can be corrected. */
export interface AdminFilePreview {
	readonly name: string;
	/** `null`: its header fits several kinds, or none. */
	readonly kind: AdminFileKind | null;
	/** `lines`: copied from a page, a cell on each line; it has no columns to be mapped. */
	readonly layout: 'table' | 'lines';
	readonly columns: readonly string[];
	readonly mapping: AdminFileMapping;
	/** Roles the kind cannot do without and no column was found for. */
	readonly missing: readonly ColumnRole[];
	readonly unmapped: readonly UnmappedValue[];
	readonly sample: readonly SourceRow[];
	/** People it holds, as far as it can be read already. */
	readonly people: number;
	/** ISO 8601: when it was made, by its name or by its file; `null` where neither tells. */
	readonly takenAt: string | null;
	/** True where mapping and meanings are those of an earlier file with this header. */
	readonly remembered: boolean;
	readonly notices: readonly AdminFileNotice[];
}

/** Why a file is not taken in. Each has a sentence of its own. */
export const adminFileFaults = [
	'not-found',
	'unreadable',
	'empty',
	'binary',
	'encrypted',
	'damaged',
	'too-large',
	'too-many-rows',
	'too-many-columns',
	'cell-too-large',
	'header-only',
	'no-header',
	'no-addresses',
	'no-status-beside',
	'not-whole',
] as const;
export type AdminFileFault = (typeof adminFileFaults)[number];
