import type { CustomerAccess } from './customer-access.ts';
import type { Coverage, AdminFileKind } from './admin-files.ts';
import type { Failure, FailureCode } from './outcome.ts';
import type { DeskRef } from './run.ts';

/** What a snapshot is made of. `permission` and `customers` are kept for each desk, `export` for each file that was added. */
export const partKinds = [
	'site',
	'organisation',
	'directories',
	'domains',
	'desks',
	'permission',
	'customers',
	'accounts',
	'directory',
	'roles',
	'role-assignments',
	'manageable',
	'export',
] as const;
export type PartKind = (typeof partKinds)[number];

/**
 * `complete`: all there was to read. `unfinished`: not read yet, or the pull broke off in the middle. `refused`: the
 * site does not tell it to these tokens. `not-asked`: there was no token to ask with.
 */
export const partStates = ['complete', 'unfinished', 'refused', 'not-asked'] as const;
export type PartState = (typeof partStates)[number];

export interface SnapshotPart {
	/** The kind; of a desk's part the kind and the desk's id, e.g. `customers:12`; of an admin file the kind and a number. */
	readonly name: string;
	readonly kind: PartKind;
	readonly deskId: string | null;
	readonly state: PartState;
	/** Why it is not complete; `null` where it is, or where nothing went wrong. */
	readonly why: FailureCode | 'no-org-key' | null;
	/** People, desks or answers it holds. */
	readonly records: number;
	/** The call it was read with, or the file. */
	readonly source: string;
	/** ISO 8601, UTC: when its first and last answer came; `null` where none did. */
	readonly from: string | null;
	readonly until: string | null;
}

/** `pulling`: a process reads it from its site right now. `incomplete`: `snapshot pull` goes on with it. */
export type SnapshotState = 'complete' | 'incomplete' | 'pulling';

/** A snapshot as its own file describes it. */
export interface SnapshotInfo {
	readonly id: string;
	readonly site: { readonly name: string; readonly url: string };
	readonly state: SnapshotState;
	/** ISO 8601, UTC: when its pull began. */
	readonly takenAt: string;
	/** Customer access as it was declared with the pull. */
	readonly access: CustomerAccess;
	/** Every desk of the site; `customers:<id>` says of which one the people are kept. */
	readonly desks: readonly DeskRef[];
	readonly parts: readonly SnapshotPart[];
	/** Files of an admin's that were added. */
	readonly adminFiles: readonly AdminFileInfo[];
	readonly bytes: number;
}

/** A file of an admin's, as the snapshot holds it. */
export interface AdminFileInfo {
	readonly part: string;
	readonly kind: AdminFileKind;
	readonly fileName: string;
	/** ISO 8601, UTC: when it was made. */
	readonly takenAt: string;
	readonly coverage: Coverage;
	readonly people: number;
	/** Lines that hold an address nobody can read: each may be anybody's. */
	readonly unreadable: number;
}

/** What is in the folder. A file that cannot be used is named, and hides no other. */
export interface SnapshotList {
	/** Newest first. */
	readonly snapshots: readonly SnapshotInfo[];
	readonly unusable: readonly { readonly id: string; readonly failure: Failure }[];
}

/** At most ten a second. */
export interface SnapshotProgress {
	readonly snapshot: SnapshotInfo;
	/** Records that parts will have, where that is known before they are read. */
	readonly expected: Readonly<Record<string, number>>;
	/** Requests sent by this pull. */
	readonly calls: number;
	readonly ended: boolean;
	/** Why it ended before its last part; of one that has not ended, why and until when it waits. */
	readonly stop: Failure | null;
}

/** Why a file is not taken for a snapshot. Each has a sentence of its own. */
export const snapshotFaults = [
	'unreadable-file',
	'no-database',
	'archive',
	'cut-off',
	'too-large',
	'foreign-database',
	'newer-version',
	'unknown-version',
	'unsupported-form',
	'has-views',
	'has-triggers',
	'has-virtual-tables',
	'other-tables',
	'damaged',
	'too-many-records',
	'cell-too-large',
	'wrong-type',
	'header-invalid',
	'part-invalid',
	'record-invalid',
	'record-missing',
	'record-stray',
	'content-changed',
	'still-pulled',
] as const;
export type SnapshotFault = (typeof snapshotFaults)[number];
