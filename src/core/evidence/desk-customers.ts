import type { Json } from '#shared/verdict.ts';
import type { Fact, Membership } from './evidence.ts';
import { watchPages } from './page-watch.ts';
import { concernsOneAnswer, RunStopped } from '../run-stopped.ts';
import { sourceOf, type Answered, type DeskCustomer, type ReadPage, type SiteQuestions } from './site-questions.ts';

/** The desk's list pages by 50 and answers five times a second. */
export const customersPerPage = 50;

/** What the desk's customers are known to be, or how to ask for one of them. */
export interface DeskCustomers {
	/** Portal-only accounts seen in the list, for sites whose sweep shows none; `null` where the list broke off before one came. */
	readonly sawPortalOnly: boolean | null;
	membership(address: string, accountIds: readonly string[]): Promise<Fact<Membership>>;
}

const matching = (customers: readonly DeskCustomer[], address: string, accountIds: readonly string[]): DeskCustomer | null => {
	const mine = customers.filter(({ email, accountId }) => email === address || accountIds.includes(accountId));
	return mine.find(({ active }) => active) ?? mine[0] ?? null;
};

const fact = (
	address: string,
	listed: DeskCustomer | null,
	keepsList: boolean,
	seen: Json,
	{ source, at }: { source: string; at: string },
): Fact<Membership> => ({
	known: true,
	value: { listed: listed && { accountId: listed.accountId, active: listed.active }, keepsList },
	proof: {
		asked: `${address} among the desk's customers`,
		source,
		at,
		answer: listed ? { accountId: listed.accountId, active: listed.active } : seen,
	},
});

const unread = (address: string, source: string, at: string, problem: string, why: 'unexpected' | 'not-asked'): Fact<Membership> => ({
	known: false,
	why,
	proof: { asked: `${address} among the desk's customers`, source, answer: { problem }, at },
});

const call = 'GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer';

type CustomerPage = Answered<ReadPage<DeskCustomer>>;

interface Listing {
	readonly emptyIsNobody: boolean;
	readonly announced: number;
	/** Pages that are read before it is asked whether the list is too long. */
	readonly unasked: number;
	readonly isTooLong: () => Promise<boolean>;
}

/** `null` where the list is too long. */
const listCustomers = async (
	questions: SiteQuestions,
	deskId: string,
	now: () => string,
	{ emptyIsNobody, announced, unasked, isTooLong }: Listing,
): Promise<DeskCustomers | null> => {
	const byEmail = new Map<string, DeskCustomer[]>();
	const byId = new Map<string, DeskCustomer>();
	const unreadable = new Map<string, string>();
	let at = now();
	let source = call;
	let problem: string | null = null;
	// Somebody may be added while the list is read.
	const watch = watchPages(announced + customersPerPage);
	let pages = 0;
	for (let start: number | null = 0; start !== null; pages++) {
		if (pages === unasked && (await isTooLong())) return null;
		const outcome = await questions.deskCustomers(deskId, { start, limit: customersPerPage });
		if (!outcome.ok) {
			if (!concernsOneAnswer(outcome.failure)) throw new RunStopped(outcome.failure);
			problem = `the list broke off after ${start} customers (${outcome.failure.code})`;
			source = sourceOf(outcome.failure, call);
			break;
		}
		({ at, source } = outcome.value);
		const endless = watch.problemWith([...outcome.value.value.items, ...outcome.value.value.unreadable]);
		if (endless !== null) {
			problem = `the list broke off after ${start} customers: ${endless}`;
			break;
		}
		for (const customer of outcome.value.value.items) {
			byId.set(customer.accountId, customer);
			if (customer.email !== null) byEmail.set(customer.email, [...(byEmail.get(customer.email) ?? []), customer]);
		}
		for (const { key, problem: what } of outcome.value.value.unreadable) if (key !== null) unreadable.set(key, what);
		const next: string | null = outcome.value.value.next;
		start = next === null ? null : Number(next);
	}
	// A list that broke off this early says nothing of its length.
	if (problem !== null && pages < unasked && (await isTooLong())) return null;
	const find = (address: string, ids: readonly string[]) =>
		matching([...(byEmail.get(address) ?? []), ...ids.flatMap((id) => byId.get(id) ?? [])], address, ids);
	return {
		sawPortalOnly: [...byId.keys()].some((id) => id.startsWith('qm:')) || (problem === null ? false : null),
		membership: async (address, ids) => {
			const garbled = unreadable.get(address) ?? ids.map((id) => unreadable.get(id)).find((what) => what !== undefined);
			if (garbled !== undefined) return unread(address, source, at, garbled, 'unexpected');
			const listed = find(address, ids);
			if (listed === null && problem !== null) return unread(address, source, at, problem, 'not-asked');
			return fact(address, listed, byId.size > 0 || emptyIsNobody, { found: null, customers: byId.size }, { source, at });
		},
	};
};

/** A search for one whole address finds a handful of people; one that finds this many looks at no address. */
const mostOfOneAddress = 1000;

const askOne = async (
	questions: SiteQuestions,
	deskId: string,
	address: string,
	ids: readonly string[],
	now: () => string,
): Promise<Fact<Membership>> => {
	const found: DeskCustomer[] = [];
	let last: CustomerPage | null = null;
	const watch = watchPages(mostOfOneAddress);
	for (let start: number | null = 0; start !== null; ) {
		const outcome = await questions.deskCustomers(deskId, { query: address, start, limit: customersPerPage });
		if (!outcome.ok) {
			const { failure } = outcome;
			if (!concernsOneAnswer(failure)) throw new RunStopped(failure);
			const why = failure.code === 'unexpected-answer' ? 'unexpected' : 'not-asked';
			return unread(address, sourceOf(failure, call), now(), failure.code, why);
		}
		last = outcome.value;
		const garbled = last.value.unreadable.find(({ key }) => key === address || (key !== null && ids.includes(key)) || key === null);
		if (garbled) return unread(address, last.source, last.at, garbled.problem, 'unexpected');
		found.push(...last.value.items);
		const endless = watch.problemWith([...last.value.items, ...last.value.unreadable]);
		if (endless !== null && matching(found, address, ids) === null) return unread(address, last.source, last.at, endless, 'not-asked');
		if (endless !== null) break;
		start = last.value.next === null ? null : Number(last.value.next);
	}
	const source = `${last?.source ?? call}?query=`;
	return fact(address, matching(found, address, ids), true, { found: null }, { source, at: last?.at ?? now() });
};

/** Where nothing else shows inactive customers, their list is worth so many calls, however short the list of addresses is. */
const worthForInactive = 200;

/** The question whether the list is too long costs less than a page in twenty: after so many pages, and before a twentieth of the other way is spent. */
const pagesBeforeAsking = (worthCalls: number): number => Math.max(0, Math.min(20, Math.floor(worthCalls / 20) - 1));

/** What is known of the lists of this site's desks. */
interface ListKnowledge {
	readonly onlyListShowsInactive?: boolean;
	readonly openDeskKeepsList?: boolean | null;
}

/**
 * Lists all customers, or asks for each address alone, whichever takes fewer calls for `addressCount` addresses. A short list ends
 * within a few pages. After these, one question past the break-even point tells: is there a customer at `start = 50 × addresses`?
 */
export const readDeskCustomers = async (
	questions: SiteQuestions,
	deskId: string,
	addressCount: number,
	now: () => string,
	{ onlyListShowsInactive = false, openDeskKeepsList = null }: ListKnowledge = {},
): Promise<DeskCustomers> => {
	const worthCalls = Math.max(addressCount, onlyListShowsInactive ? worthForInactive : 0);
	const announced = customersPerPage * worthCalls;
	let beyond: readonly DeskCustomer[] = [];
	const isTooLong = async (): Promise<boolean> => {
		const asked = await questions.deskCustomers(deskId, { start: announced, limit: customersPerPage });
		if (!asked.ok && !concernsOneAnswer(asked.failure)) throw new RunStopped(asked.failure);
		const { items, unreadable } = asked.ok ? asked.value.value : { items: [], unreadable: [] };
		beyond = items;
		return items.length + unreadable.length > 0;
	};
	const list = await listCustomers(questions, deskId, now, {
		emptyIsNobody: openDeskKeepsList === true,
		announced,
		unasked: pagesBeforeAsking(worthCalls),
		isTooLong,
	});
	return (
		list ?? {
			sawPortalOnly: beyond.some(({ accountId }) => accountId.startsWith('qm:')),
			membership: (address, ids) => askOne(questions, deskId, address, ids, now),
		}
	);
};
