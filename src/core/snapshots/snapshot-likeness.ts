import { likenessInFiles } from '../admin-files/likeness.ts';
import { type LikenessOf, samenessOf } from '../evidence/likeness.ts';
import type { DeskCustomer, JiraUser, Unreadable } from '../evidence/site-questions.ts';
import type { Turns } from '../ports.ts';
import { isUnreadable } from './records.ts';
import type { Snapshot } from './snapshot.ts';

const nowhere: readonly number[] = [];
const joined = (a: readonly number[], b: readonly number[]): readonly number[] => (a.length === 0 ? b : b.length === 0 ? a : [...a, ...b]);

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
		if (first === undefined) return nowhere;
		const others = this.#others.get(key);
		return others === undefined ? [first] : [first, ...others];
	}

	/** Each place once, in order. */
	ofAll(key: string, more: readonly string[]): readonly number[] {
		const all = more.reduce((found: readonly number[], one) => joined(found, this.of(one)), this.of(key));
		return all.length < 2 ? all : [...new Set(all)].toSorted((a, b) => a - b);
	}
}

const recordsATurn = 500;

/** A record that came garbled may be anything: who may be meant by it is like nobody. */
const placesOf = async (
	records: readonly (JiraUser | DeskCustomer | Unreadable)[],
	{ byId, garbled, turns }: { readonly byId: boolean; readonly garbled: Set<string>; readonly turns: Turns },
): Promise<Places> => {
	const places = new Places();
	for (const [place, record] of records.entries()) {
		if (place % recordsATurn === 0 && turns.isDue()) await turns.give();
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
export const likenessInSnapshot = async (snapshot: Snapshot, turns: Turns): Promise<LikenessOf> => {
	const { directory, accounts, customers, roleHolders, manageable, assignments, adminFiles } = snapshot;
	const garbled = new Set([...snapshot.garbledUsers.keys(), ...snapshot.garbledHolders.keys()]);
	const accountPlaces = await placesOf(accounts, { byId: false, garbled, turns });
	const customerPlaces = await placesOf(customers, { byId: true, garbled, turns });
	/** Answers that many have are one and the same. */
	const texts = new Map<object, string>();
	const textOf = (answer: object): string => {
		const known = texts.get(answer);
		const text = known ?? JSON.stringify(answer);
		if (known === undefined) texts.set(answer, text);
		return text;
	};
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
			if (answer !== undefined) kind += `${answer.at} ${textOf(answer.answer)}`;
			const roles = assignments.get(accountId);
			if (roles !== undefined) kind += `${roles.at} ${textOf(roles.answer)}`;
		}
		for (const place of accountPlaces.of(address)) {
			const account = accounts[place];
			if (account === undefined || isUnreadable(account)) continue;
			ids.push(account.accountId);
			kind += `:${whichId(account.accountId)} ${account.accountType} ${account.active}`;
		}
		for (const place of customerPlaces.ofAll(address, ids)) {
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
