import type { CustomerAccess } from '#shared/customer-access.ts';
import type { Outcome } from '#shared/outcome.ts';
import type { PartState, SnapshotInfo, SnapshotList, SnapshotPart } from '#shared/snapshot.ts';
import type { Json } from '#shared/verdict.ts';
import type { AdminFile } from '../admin-files/admin-file.ts';
import type { Hold } from '../ports.ts';
import type { PartName } from './parts.ts';

export interface SnapshotHeader {
	readonly id: string;
	readonly site: { readonly name: string; readonly url: string; readonly adminUrl: string };
	/** ISO 8601, UTC. */
	readonly takenAt: string;
	readonly access: CustomerAccess;
}

/** When an answer came, and where the next one is to be asked from. */
export interface Mark {
	readonly at: string;
	readonly cursor: string | null;
}

/** How a part ended. */
export interface PartEnd {
	readonly state: PartState;
	readonly why: SnapshotPart['why'];
}

/**
 * A snapshot that is being pulled. Synchronous, as SQLite is: what was appended is on disk with its mark when the call
 * returns, so a pull that is killed goes on where it stood. Failures: `store-full` and its kin, `snapshot-busy` where the
 * right to write was lost.
 */
export interface SnapshotDraft {
	readonly header: SnapshotHeader;
	parts(): readonly SnapshotPart[];
	/** The part as it stands; added as `unfinished` where it was not there yet. */
	begin(name: PartName, source: string): Outcome<{ readonly part: SnapshotPart; readonly cursor: string | null }>;
	/** With `end`, it was the last page: both are stored together, so that no page is ever read twice. */
	append(name: PartName, records: readonly Json[], mark: Mark, end?: PartEnd): Outcome<null>;
	settle(name: PartName, end: PartEnd): Outcome<null>;
	/** Takes out what the part holds: it is read from its beginning again. */
	empty(name: PartName): Outcome<null>;
	/** What the part holds, a page at a time. */
	records(name: PartName): Iterable<readonly unknown[]>;
	info(): SnapshotInfo;
	/**
	 * Seals what there is, unless the right to write was lost, and lets the file go. It is one file then, and can be read,
	 * exported or gone on with. Resolves to what is told of it from then on.
	 */
	close(): Promise<SnapshotInfo>;
}

/** A snapshot to read. Pages come in order; the last one is followed by the check of the part's digest. */
export interface StoredSnapshot {
	readonly header: SnapshotHeader;
	readonly parts: readonly SnapshotPart[];
	/** Of everything in it. `null` where its last pull was killed: nothing vouches for it as a whole. */
	readonly digest: string | null;
	/** Fails with `snapshot-tampered` where the part is not what was pulled. */
	records(name: PartName): Iterable<Outcome<readonly unknown[]>>;
	close(): void;
}

/** What is added to a snapshot that is there, or taken out of it again. */
export interface Addition {
	readonly files: readonly AdminFile[];
	/** Every verified domain of the organisation, as somebody declared them; `null` where nobody did. Those the site told count more. */
	readonly verifiedDomains: { readonly domains: readonly string[]; readonly at: string } | null;
	/** The part of a file that goes, with everybody in it. */
	readonly takenOut?: string;
}

export interface SnapshotStore {
	list(): Promise<SnapshotList>;
	describe(id: string): Promise<Outcome<SnapshotInfo>>;
	/** Fails with `snapshot-not-found`, `snapshot-unusable`, `snapshot-tampered`. */
	open(id: string): Promise<Outcome<StoredSnapshot>>;
	/** Whoever pulls a snapshot holds it, from before the draft until after its end. */
	create(header: SnapshotHeader, hold: Hold): Promise<Outcome<SnapshotDraft>>;
	resume(id: string, hold: Hold): Promise<Outcome<SnapshotDraft>>;
	/** Fails with `snapshot-busy` while it is pulled. */
	remove(id: string): Promise<Outcome<null>>;
	/** Of the people in its directory and its files, how many have an address of the domain. */
	peopleOf(id: string, domain: string): Promise<Outcome<{ readonly all: number; readonly ofDomain: number }>>;
	/** One file, whole or not at all, and only of a snapshot that is as it was pulled. */
	exportTo(id: string, path: string): Promise<Outcome<null>>;
	/**
	 * Adds files of an admin's to a snapshot or takes one out, all of it or nothing; to a new one where there is none of the header's id. Fails
	 * with `snapshot-busy` while it is pulled, and as `open` does where it is not as it was made.
	 */
	addAdminFiles(target: SnapshotHeader, addition: Addition): Promise<Outcome<SnapshotInfo>>;
	/** Hostile until proven otherwise: every value is checked on its way into a file of our own. Nothing half-imported stays. */
	importFrom(path: string): Promise<Outcome<SnapshotInfo>>;
}
