import type { AdminFileInfo } from '#shared/snapshot.ts';
import type { Meaning, ValueRole } from '#shared/admin-files.ts';

/** What one file says of one address: of several lines of theirs what all of them say. */
export interface AdminFilePerson {
	/** The first line they stand on. */
	readonly line: number;
	/** Normalised. */
	readonly email: string;
	readonly accountId: string | null;
	/** What the cells mean; absent where the file has no such column or the cell says nothing. */
	readonly meanings: { readonly [R in ValueRole]?: Meaning<R> };
	/** The cells as they stand. */
	readonly cellTexts: { readonly [R in ValueRole]?: string };
	readonly lastActive: string | null;
	/** Of their groups those that sound like service management. */
	readonly groups: readonly string[];
	/** The line that says something else of the same address: then nothing may rest on either. */
	readonly contradictedBy: number | null;
}

/** Where what is said of people is from. */
export interface AdminFileHeader extends Omit<AdminFileInfo, 'part'> {
	/** Titles of the columns that were read. */
	readonly columns: { readonly [R in ValueRole]?: string };
}

/** A file as a snapshot holds it. */
export interface AdminFile {
	readonly header: AdminFileHeader;
	readonly people: ReadonlyMap<string, AdminFilePerson>;
}
