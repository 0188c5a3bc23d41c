import { likenessInFiles } from '../admin-files/likeness.ts';
import { type LikenessOf, samenessOf } from '../evidence/likeness.ts';
import type { DeskCustomer, JiraUser, Unreadable } from '../evidence/site-questions.ts';
import { isUnreadable } from './records.ts';
import type { Snapshot } from './snapshot.ts';

/** Where records stand in their list, by a key that few of them share. */
class Places {
	readonly #first = new Map<string, number>();
	readonly #others = new Map<string, number[]>();

	add(key: string, place: number): void {
		if (!this.#first.has(key)) this.#first.set(key, place);
		else this.#others.set(key, [...(this.#others.get(key) ?? []), place]);
	}

	of(key: string): readonly number[] {
		const first = this.#first.get(key);
		return first === undefined ? [] : [first, ...(this.#others.get(key) ?? [])];
	}
}

/** A record that came garbled may be anything: who may be meant by it is like nobody. */
const placesOf = (
	records: readonly (JiraUser | DeskCustomer | Unreadable)[],
	{ byId, garbled }: { readonly byId: boolean; readonly garbled: Set<string> },
): Places => {
	const places = new Places();
	for (const [place, record] of records.entries()) {
		if (isUnreadable(record)) {
			if (record.key !== null) garbled.add(record.key);
			continue;
		}
		if (record.email !== null) places.add(record.email, place);
		if (byId) places.add(record.accountId, place);
	}
	return places;
};

const whichId = (accountId: string): string => (accountId.startsWith('qm:') ? 'qm' : 'id');

/**
 * Whom a snapshot says the same of: everything it holds of an address is part of the kind, but for names, which decide nothing,
 * and ids. What was answered about one person alone (whether they can be enabled, how they hold a role) came at a time of its
 * own, so that those are alike only whose answers came together.
 */
export const likenessInSnapshot = (snapshot: Snapshot): LikenessOf => {
	const { directory, accounts, customers, roleHolders, manageable, assignments, adminFiles } = snapshot;
	const garbled = new Set([...snapshot.garbledUsers.keys(), ...snapshot.garbledHolders.keys()]);
	const accountPlaces = placesOf(accounts, { byId: false, garbled });
	const customerPlaces = placesOf(customers, { byId: true, garbled });
	return (address) => {
		if (garbled.size > 0 && garbled.has(address)) return null;
		const inFiles = adminFiles.length === 0 ? null : likenessInFiles(adminFiles, address);
		if (adminFiles.length > 0 && inFiles === null) return null;
		const ids: string[] = [];
		let kind = roleHolders.has(address) ? 'role' : '';
		for (const { accountId, status, accountStatus, claimStatus, managementSource, emailVerified } of directory.get(address) ?? []) {
			ids.push(accountId);
			kind += `;${whichId(accountId)} ${status} ${accountStatus} ${claimStatus} ${managementSource} ${emailVerified}`;
			const answer = manageable.get(accountId);
			if (answer !== undefined) kind += `${answer.at} ${JSON.stringify(answer.answer)}`;
			const roles = assignments.get(accountId);
			if (roles !== undefined) kind += `${roles.at} ${JSON.stringify(roles.answer)}`;
		}
		for (const place of accountPlaces.of(address)) {
			const account = accounts[place];
			if (account === undefined || isUnreadable(account)) continue;
			ids.push(account.accountId);
			kind += `:${whichId(account.accountId)} ${account.accountType} ${account.active}`;
		}
		const listed = new Set([address, ...ids].flatMap((key) => customerPlaces.of(key)));
		for (const place of [...listed].toSorted((a, b) => a - b)) {
			const customer = customers[place];
			if (customer === undefined || isUnreadable(customer)) continue;
			ids.push(customer.accountId);
			kind += `!${whichId(customer.accountId)} ${customer.email === address} ${customer.active}`;
		}
		if (garbled.size > 0 && ids.some((id) => garbled.has(id))) return null;
		const own = ids.map((id) => JSON.stringify(id));
		if (inFiles === null) return { kind: `${kind}=${samenessOf(own)}`, own };
		const all = [...own, ...inFiles.own];
		return { kind: `${kind}=${samenessOf(all)}|${inFiles.kind}`, own: all };
	};
};
