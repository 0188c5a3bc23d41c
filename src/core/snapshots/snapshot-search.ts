import type { PartState } from '#shared/snapshot.ts';
import type { DeskCustomer, DirectoryUser, ReadPage, Unreadable } from '../evidence/site-questions.ts';
import { isUnreadable, sortOut } from './records.ts';
import type { Snapshot } from './snapshot.ts';

const lacking = (key: string, what: string, state: PartState): Unreadable => ({
	key,
	problem: `the ${what} of this snapshot is ${state}, and this address is not in it`,
	lacking: true,
});

/**
 * As the organisation's search by address. Whoever is not found in a part that is not whole was not asked about; who is
 * found is believed, though half a directory cannot rule out a second account for the address.
 */
export const searchDirectory = (snapshot: Snapshot, emails: readonly string[], state: PartState): ReadPage<DirectoryUser> => {
	const items: DirectoryUser[] = [];
	const unreadable: Unreadable[] = [];
	for (const key of emails) {
		const garbled = snapshot.garbledUsers.get(key);
		const users = snapshot.directory.get(key);
		if (garbled !== undefined) unreadable.push({ key, problem: garbled });
		else if (users !== undefined) items.push(...users);
		else if (state !== 'complete') unreadable.push(lacking(key, 'directory', state));
		// A live search would have asked by halves whose it is; here it may be anybody's who is not found.
		else if (snapshot.garbledStrangers > 0) {
			unreadable.push({ key, problem: `${snapshot.garbledStrangers} records do not say whose they are` });
		}
	}
	return { items, unreadable, next: null };
};

/** As the same search filtered by roles on the site's service management. */
export const searchHolders = (snapshot: Snapshot, emails: readonly string[], state: PartState): ReadPage<DirectoryUser> => {
	const items: DirectoryUser[] = [];
	const unreadable: Unreadable[] = [];
	for (const key of emails) {
		const garbled = snapshot.garbledHolders.get(key);
		if (garbled !== undefined) unreadable.push({ key, problem: garbled });
		else if (snapshot.roleHolders.has(key)) items.push(...(snapshot.directory.get(key) ?? []));
		else if (state !== 'complete') unreadable.push(lacking(key, 'list of role holders', state));
	}
	return { items, unreadable, next: null };
};

type Found = Omit<ReadPage<DeskCustomer>, 'next'>;

/**
 * As the desk's list asked for one address: its own entry, and that of an account which the directory or the site know by
 * it, because a hidden address is searched all the same. A garbled record may be theirs only where nothing else was found.
 * Indexed on first use: only a list that is short beside the desk's is looked up one by one.
 */
export const searchCustomers = (snapshot: Snapshot): ((address: string) => Found) => {
	let index: CustomerIndex | null = null;
	return (address) => {
		index ??= indexCustomers(snapshot);
		const { placesByKey, idsByEmail, strangers } = index;
		const ids = [...(snapshot.directory.get(address) ?? []).map(({ accountId }) => accountId), ...(idsByEmail.get(address) ?? [])];
		const places = new Set([address, ...ids].flatMap((key) => placesByKey.get(key) ?? []));
		const inOrder = places.size > 0 ? [...places].sort((a, b) => a - b) : strangers;
		return sortOut(inOrder.flatMap((place) => snapshot.customers[place] ?? []));
	};
};

interface CustomerIndex {
	/** Places in the list, by address and by account id. */
	readonly placesByKey: ReadonlyMap<string, readonly number[]>;
	readonly idsByEmail: ReadonlyMap<string, readonly string[]>;
	/** Places of garbled records that do not say whose they are. */
	readonly strangers: readonly number[];
}

const indexCustomers = ({ customers, accounts }: Snapshot): CustomerIndex => {
	const placesByKey = new Map<string, number[]>();
	const idsByEmail = new Map<string, string[]>();
	const strangers: number[] = [];
	const add = <T>(index: Map<string, T[]>, key: string, value: T): void => {
		const known = index.get(key);
		if (known === undefined) index.set(key, [value]);
		else known.push(value);
	};
	for (const [place, record] of customers.entries()) {
		const keys = isUnreadable(record) ? [record.key] : [record.email, record.accountId];
		for (const key of keys) if (key !== null) add(placesByKey, key, place);
		if (isUnreadable(record) && record.key === null) strangers.push(place);
	}
	for (const account of accounts) if (!isUnreadable(account) && account.email !== null) add(idsByEmail, account.email, account.accountId);
	return { placesByKey, idsByEmail, strangers };
};
