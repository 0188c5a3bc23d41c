import type { DeskRef } from '#shared/run.ts';
import { isPortalOnly } from '../evidence/account-sweep.ts';
import { concernsOneAnswer, RunStopped } from '../run-stopped.ts';
import type { DeskCustomer, JiraUser, SiteQuestions } from '../evidence/site-questions.ts';

/** Enough to see how a site behaves: at most ten calls, whatever its size. */
const mostSweepPages = 5;
const accountsPerPage = 1000;
const mostDesks = 5;
export const customersPerPage = 50;

/** Some portal-only customers as the user sweep and the desks' lists show them. */
export interface PortalSample {
	/** `null` where the sweep did not answer. */
	readonly swept: {
		readonly accounts: number;
		readonly portalOnly: readonly JiraUser[];
		/** Everybody was seen, not only the first pages. */
		readonly isWhole: boolean;
	} | null;
	/** The first page of each desk that answered. */
	readonly listed: readonly {
		readonly deskId: string;
		/** All on it, also who has an Atlassian account. */
		readonly customers: number;
		readonly portalOnly: readonly DeskCustomer[];
	}[];
}

const sweepSome = async (questions: SiteQuestions): Promise<PortalSample['swept']> => {
	const portalOnly: JiraUser[] = [];
	let accounts = 0;
	for (let page = 0; page < mostSweepPages; page++) {
		const asked = await questions.users(accounts, accountsPerPage);
		if (!asked.ok) {
			if (!concernsOneAnswer(asked.failure)) throw new RunStopped(asked.failure);
			return null;
		}
		const { items, unreadable } = asked.value.value;
		if (items.length + unreadable.length === 0) return accounts === 0 ? null : { accounts, portalOnly, isWhole: true };
		accounts += items.length + unreadable.length;
		portalOnly.push(...items.filter(isPortalOnly));
	}
	return { accounts, portalOnly, isWhole: false };
};

const listSome = async (questions: SiteQuestions, desks: readonly DeskRef[]): Promise<PortalSample['listed']> => {
	const listed: PortalSample['listed'][number][] = [];
	for (const { id } of desks.slice(0, mostDesks)) {
		const asked = await questions.deskCustomers(id, { start: 0, limit: customersPerPage });
		if (asked.ok) {
			const { items, unreadable } = asked.value.value;
			listed.push({ deskId: id, customers: items.length + unreadable.length, portalOnly: items.filter(isPortalOnly) });
		}
		// A desk that this account may not see says nothing about the others.
		if (!asked.ok && !concernsOneAnswer(asked.failure) && asked.failure.code !== 'caller-lacks-rights') throw new RunStopped(asked.failure);
	}
	return listed;
};

export const takePortalSample = async (questions: SiteQuestions, desks: readonly DeskRef[]): Promise<PortalSample> => {
	const [swept, listed] = await Promise.all([sweepSome(questions), listSome(questions, desks)]);
	return { swept, listed };
};

/** Inactive portal-only customers whose address is known, wherever they were seen. */
export const inactiveOf = ({ swept, listed }: PortalSample): readonly { readonly email: string; readonly accountId: string }[] =>
	[...listed.flatMap(({ portalOnly }) => portalOnly), ...(swept?.portalOnly ?? [])].flatMap(({ active, email, accountId }) =>
		!active && email !== null ? [{ email, accountId }] : [],
	);
