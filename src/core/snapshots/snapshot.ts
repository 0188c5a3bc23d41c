import type { CustomerAccess } from '#shared/customer-access.ts';
import type { SnapshotPart } from '#shared/snapshot.ts';
import type { AdminFile } from '../admin-files/admin-file.ts';
import type { Desk, DeskCustomer, DirectoryUser, JiraUser, Manageable, RoleAssignment, Unreadable } from '../evidence/site-questions.ts';
import type { PartName } from './parts.ts';
import type { AnswerRecord, HoldersRecord, Identity, NamedRecord, OrganisationRecord } from './records.ts';

/** A snapshot in memory, for one desk: everything a diagnosis may ask of it. */
export interface Snapshot {
	readonly id: string;
	readonly site: { readonly name: string; readonly url: string; readonly adminUrl: string };
	readonly takenAt: string;
	/** Of everything in it; `null` where its last pull was killed. */
	readonly digest: string | null;
	readonly access: CustomerAccess;
	readonly parts: ReadonlyMap<string, SnapshotPart>;
	/** What it lacks for this desk; empty unless an incomplete snapshot was allowed. */
	readonly missing: readonly PartName[];
	readonly identity: Identity | null;
	readonly organisation: OrganisationRecord | null;
	readonly directories: readonly NamedRecord[];
	readonly domains: readonly string[];
	readonly desks: readonly Desk[];
	readonly holders: readonly HoldersRecord[];
	readonly customers: readonly (DeskCustomer | Unreadable)[];
	readonly accounts: readonly (JiraUser | Unreadable)[];
	readonly directory: ReadonlyMap<string, readonly DirectoryUser[]>;
	/** Records of the directory that came garbled, by address. */
	readonly garbledUsers: ReadonlyMap<string, string>;
	/** Garbled ones that do not tell whose they are: one may be of anybody the directory does not show. */
	readonly garbledStrangers: number;
	/** Addresses whose account holds a role on the site's service management. */
	readonly roleHolders: ReadonlySet<string>;
	readonly garbledHolders: ReadonlyMap<string, string>;
	readonly assignments: ReadonlyMap<string, AnswerRecord<readonly RoleAssignment[]>>;
	readonly manageable: ReadonlyMap<string, AnswerRecord<Manageable>>;
	/** Files of an admin's, in the order in which they were added. */
	readonly adminFiles: readonly AdminFile[];
	/** Whether they are all there is. */
	readonly isOfAdminFilesOnly: boolean;
}
