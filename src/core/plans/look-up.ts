import type { CustomerAccess } from '#shared/customer-access.ts';
import { type AccountSweep, sweepAccounts } from '../evidence/account-sweep.ts';
import type { DeskCustomers } from '../evidence/desk-customers.ts';
import type { PersonEvidence } from '../evidence/evidence.ts';
import { type GatherContext, gatherDirectory, gatherPerson } from '../evidence/gather.ts';
import { concernsOneAnswer, RunStopped } from '../run-stopped.ts';
import type { SiteKnowledge } from '../evidence/site-knowledge.ts';
import type { JiraUser, SiteQuestions } from '../evidence/site-questions.ts';

export interface LookUpContext extends Pick<GatherContext, 'questions' | 'organisation' | 'now'> {
	/** As read when the work began: the desk answers five times a second, and adding again is harmless. */
	readonly customers: DeskCustomers;
	/** As it is known now: somebody may say what the page shows while a plan is at work. */
	readonly access: () => CustomerAccess;
	readonly knowledge: Pick<SiteKnowledge, 'checkedByHand'>;
}

/** Looks at one person anew. */
export interface LookUp {
	/** `portalIds`: portal-only accounts known to be this person's, looked at by id. `sweepAnew`: nothing is known of when one was made. */
	person(address: string, portalIds: readonly string[], sweepAnew?: boolean): Promise<PersonEvidence>;
}

/** One sweep is shared by all who ask while it has not begun; who asks later gets the next one, so that it is never too old. */
const shareSweeps = (sweep: () => Promise<AccountSweep>) => {
	let latest: Promise<AccountSweep> | null = null;
	let running: Promise<AccountSweep> | null = null;
	let next: Promise<AccountSweep> | null = null;
	const begin = (): Promise<AccountSweep> => {
		next = null;
		const begun = sweep().finally(() => {
			if (running === begun) running = null;
		});
		running = begun;
		latest = begun;
		return begun;
	};
	const anew = (): Promise<AccountSweep> => {
		if (running === null) return begin();
		next ??= running.then(begin, begin);
		return next;
	};
	return { latest: () => latest ?? begin(), anew };
};

const readAccounts = async (questions: SiteQuestions, ids: readonly string[]): Promise<readonly JiraUser[]> => {
	const found: JiraUser[] = [];
	for (const id of ids) {
		const asked = await questions.account(id);
		if (!asked.ok && !concernsOneAnswer(asked.failure)) throw new RunStopped(asked.failure);
		if (asked.ok && asked.value.value) found.push(asked.value.value);
	}
	return found;
};

/** The sweep as far as it concerns one person, with what was asked by id in the place of what it said. */
const withAccounts = (sweep: AccountSweep, address: string, accounts: readonly JiraUser[], asked: boolean): AccountSweep => {
	if (!asked) return sweep;
	const record = accounts.find(({ active }) => active) ?? accounts[0];
	const portal = new Map(record ? [[address, { accountId: record.accountId, active: record.active }]] : []);
	return { ...sweep, portal, source: 'GET /rest/api/3/user' };
};

/** Throws `RunStopped` where the site cannot be asked. */
export const makeLookUp = ({ questions, organisation, customers, access, knowledge: { checkedByHand }, now }: LookUpContext): LookUp => {
	const sweeps = shareSweeps(() => sweepAccounts(questions, now));
	return {
		person: async (address, portalIds, sweepAnew = false) => {
			const context = {
				questions,
				organisation,
				access: access(),
				now,
				roleBudget: { holders: Number.POSITIVE_INFINITY, others: Number.POSITIVE_INFINITY },
			};
			const [swept, directory, accounts] = await Promise.all([
				sweepAnew ? sweeps.anew() : sweeps.latest(),
				gatherDirectory(context, [address]),
				readAccounts(questions, portalIds),
			]);
			const byHand = checkedByHand(organisation?.id ?? null)(address);
			const sweep = withAccounts(swept, address, accounts, portalIds.length > 0);
			return gatherPerson(context, { sweep, customers }, directory, { address, suggestion: null, byHand });
		},
	};
};
