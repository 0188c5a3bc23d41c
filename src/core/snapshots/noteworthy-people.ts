import type { AdminFilePerson, AdminFile } from '../admin-files/admin-file.ts';
import type { ListRow } from '../lists/list.ts';
import { readAddress } from '../lists/read-address.ts';
import { isUnreadable } from './records.ts';
import type { Snapshot } from './snapshot.ts';

/** Where somebody was found. */
type Place = 'directory' | 'site accounts' | 'desk customers' | 'exports';

/** The columns of the list that `noteworthyPeople` makes. */
export const noteworthyColumns = ['email', 'name', 'found in'] as const;

export interface NoteworthyPeople {
	/** One a person, by address; row numbers as if the list were a file with a header. */
	readonly rows: readonly ListRow[];
	/** Records of people who would belong here and whose address nobody can read. */
	readonly withoutAddress: number;
}

interface Someone {
	readonly name: string | null;
	readonly places: Set<Place>;
}

/** A portal-only record: its id says so, or its type. */
const isPortalOnly = (accountId: string): boolean => accountId.startsWith('qm:');

class Gathering {
	readonly people = new Map<string, Someone>();
	withoutAddress = 0;

	add(email: string | null, name: string | null, place: Place): void {
		if (email === null) {
			this.withoutAddress += 1;
			return;
		}
		const known = this.people.get(email);
		if (known !== undefined) known.places.add(place);
		else this.people.set(email, { name, places: new Set([place]) });
	}
}

/** Everybody the directory does not call active, and who is active without a role where roles are known. */
const addFromDirectory = (snapshot: Snapshot, gathering: Gathering): void => {
	const rolesAreKnown = snapshot.parts.get('roles')?.state === 'complete';
	for (const [email, users] of snapshot.directory) {
		const isFine = users.every(({ status }) => status === 'active') && (!rolesAreKnown || snapshot.roleHolders.has(email));
		if (!isFine) gathering.add(email, users[0]?.name ?? null, 'directory');
	}
	for (const email of snapshot.garbledUsers.keys()) gathering.add(email, null, 'directory');
	gathering.withoutAddress += snapshot.garbledStrangers;
};

/** Accounts of the site and customers of the desk that are switched off, or that stand beside an account of the directory. */
const addFromSite = ({ accounts, customers, directory }: Snapshot, gathering: Gathering): void => {
	const isTwice = (email: string | null, isPortal: boolean): boolean => isPortal && email !== null && directory.has(email);
	for (const account of accounts) {
		if (isUnreadable(account) || account.accountType === 'app') continue;
		const { email, displayName, active, accountType, accountId } = account;
		if (!active || isTwice(email, accountType === 'customer' || isPortalOnly(accountId))) {
			gathering.add(email, displayName, 'site accounts');
		}
	}
	for (const customer of customers) {
		if (isUnreadable(customer)) continue;
		const { email, displayName, active, accountId } = customer;
		if (!active || isTwice(email, isPortalOnly(accountId))) gathering.add(email, displayName, 'desk customers');
	}
};

const isNoteworthy = ({ meanings, contradictedBy }: AdminFilePerson): boolean =>
	contradictedBy !== null ||
	(meanings.status !== undefined && meanings.status !== 'active') ||
	meanings['service-management'] === 'no-access';

const addFromAdminFiles = (adminFiles: readonly AdminFile[], directory: Snapshot['directory'], gathering: Gathering): void => {
	const ofAccounts = adminFiles.filter(({ header }) => header.kind !== 'portal');
	const hasAccount = (email: string): boolean => directory.has(email) || ofAccounts.some(({ people }) => people.has(email));
	for (const { header, people } of adminFiles) {
		for (const [email, person] of people) {
			if (isNoteworthy(person) || (header.kind === 'portal' && hasAccount(email))) gathering.add(email, null, 'exports');
		}
	}
};

/**
 * Of a snapshot everybody with whom something may be wrong: suspended, not invited, deactivated, to be deleted, without a
 * role, portal-only and inactive, or there twice. As a list, so that a diagnosis says of each what it is: who turns out to be
 * fine is called so.
 */
export const noteworthyPeople = (snapshot: Snapshot): NoteworthyPeople => {
	const gathering = new Gathering();
	addFromDirectory(snapshot, gathering);
	addFromSite(snapshot, gathering);
	addFromAdminFiles(snapshot.adminFiles, snapshot.directory, gathering);
	const inOrder = [...gathering.people].sort(([a], [b]) => (a < b ? -1 : 1));
	const rows = inOrder.map(
		([email, { name, places }], index): ListRow => ({
			row: index + 2,
			cells: [email, name ?? '', [...places].join(', ')],
			original: email,
			read: readAddress(email),
			displayName: name,
			organisation: null,
			repeats: null,
			suggestion: null,
		}),
	);
	return { rows, withoutAddress: gathering.withoutAddress };
};
