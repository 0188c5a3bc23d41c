import type { Json } from '#shared/verdict.ts';
import type { AdminFilePerson, AdminFileHeader } from '../admin-files/admin-file.ts';
import type { Desk, DeskCustomer, DirectoryUser, JiraUser, Manageable, RoleAssignment, Unreadable } from '../evidence/site-questions.ts';

/** Who pulled the snapshot, and what that account may do on the site. */
export interface Identity {
	readonly cloudId: string;
	readonly accountId: string;
	readonly name: string | null;
	readonly permissions: Readonly<Record<string, boolean | null>>;
}

export interface OrganisationRecord {
	readonly id: string;
	readonly name: string | null;
	readonly jsmResource: string;
	/** No answer named the resource: see `Organisation`. */
	readonly isResourceGuessed: boolean;
}

export interface NamedRecord {
	readonly id: string;
	readonly name: string | null;
}

/** Holder types of one permission. */
export interface HoldersRecord {
	readonly permission: string;
	readonly holders: readonly string[];
}

export interface HolderRecord {
	readonly accountId: string;
	readonly email: string;
}

/** Failures that concern one person's answer only; a live diagnosis goes on with them, and so does one against a snapshot. */
export const keptFailures = ['call-refused', 'unexpected-answer', 'site-error', 'missing-scope'] as const;
export type KeptFailure = (typeof keptFailures)[number];

/** What one person's question was answered. Asked one by one, so each has its own time. */
export interface AnswerRecord<T> {
	readonly accountId: string;
	/** ISO 8601, UTC. */
	readonly at: string;
	readonly answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: KeptFailure };
}

export interface RecordTypes {
	site: Identity;
	organisation: OrganisationRecord;
	directories: NamedRecord;
	domains: string;
	desks: Desk;
	permission: HoldersRecord;
	customers: DeskCustomer | Unreadable;
	accounts: JiraUser | Unreadable;
	directory: DirectoryUser | Unreadable;
	roles: HolderRecord | Unreadable;
	'role-assignments': AnswerRecord<readonly RoleAssignment[]>;
	manageable: AnswerRecord<Manageable>;
	export: AdminFileRecord;
}

/** The first record of an admin file says what file it is; the others are its people. */
export type AdminFileRecord = { readonly header: AdminFileHeader } | { readonly person: AdminFilePerson };

export const isUnreadable = (record: object): record is Unreadable => 'problem' in record;

export const sortOut = <T extends object>(
	records: readonly (T | Unreadable)[],
): { readonly items: readonly T[]; readonly unreadable: readonly Unreadable[] } => ({
	items: records.filter((record): record is T => !isUnreadable(record)),
	unreadable: records.filter(isUnreadable),
});

/**
 * Records of a snapshot as they are stored: tuples of plain values. Reading one back trusts nothing: `null` for whatever
 * is not exactly of its kind.
 */
export type Codec<T> = { readonly write: (value: T) => Json; readonly read: (raw: unknown) => T | null };
