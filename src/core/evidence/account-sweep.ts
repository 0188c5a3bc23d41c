import type { EvidenceItem } from '#shared/verdict.ts';
import type { Fact, PortalRecord } from './evidence.ts';
import { watchPages } from './page-watch.ts';
import { concernsOneAnswer, RunStopped } from '../run-stopped.ts';
import { sourceOf, type JiraUser, type SiteQuestions } from './site-questions.ts';

/** Everybody the site lists, by address: one sweep a run (1,000 a page) instead of a question a row. */
export interface AccountSweep {
	/** `null` where the sweep could not be finished; `problem` says why. */
	readonly counted: { readonly accounts: number; readonly portalOnly: number; readonly withoutAddress: number } | null;
	readonly problem: string | null;
	/** The token has no scope to ask. */
	readonly unscoped?: true;
	readonly source: string;
	readonly at: string;
	readonly portal: ReadonlyMap<string, PortalRecord>;
	readonly atlassian: ReadonlyMap<string, JiraUser>;
	readonly unreadable: ReadonlyMap<string, string>;
	/** Records that may be anybody's portal-only account: listed without an address, or too garbled to have one. */
	readonly nameless: number;
}

/** A portal-only customer's id starts with `qm:`, whatever its record says of its type. */
export const isPortalOnly = (account: { readonly accountId: string; readonly accountType?: string }): boolean =>
	account.accountType === 'customer' || account.accountId.startsWith('qm:');

/** The site gives up on a page that takes it longer than 10 s (409): ask for less. */
const pageSizes = [1000, 500, 200, 50] as const;

export const readUsers = async (questions: Pick<SiteQuestions, 'users'>, startAt: number, size: { step: number }) => {
	for (;;) {
		const outcome = await questions.users(startAt, pageSizes[size.step] ?? 50);
		const tooSlow = !outcome.ok && outcome.failure.details['status'] === 409;
		if (!tooSlow || size.step + 1 >= pageSizes.length) return outcome;
		size.step++;
	}
};

const keepActive = (portal: Map<string, PortalRecord>, email: string, record: PortalRecord): void => {
	if (portal.get(email)?.active !== true) portal.set(email, record);
};

/** Source: Jira platform, `GET /rest/api/3/users/search`. Pages are stepped by what came, so that nobody is skipped. */
export const sweepAccounts = async (questions: SiteQuestions, now: () => string): Promise<AccountSweep> => {
	const portal = new Map<string, PortalRecord>();
	const atlassian = new Map<string, JiraUser>();
	const unreadable = new Map<string, string>();
	const count = { accounts: 0, portalOnly: 0, withoutAddress: 0 };
	let nameless = 0;
	const found = () => ({ portal, atlassian, unreadable, nameless });
	const size = { step: 0 };
	const watch = watchPages();
	for (let startAt = 0; ; ) {
		const outcome = await readUsers(questions, startAt, size);
		if (!outcome.ok) {
			if (!concernsOneAnswer(outcome.failure)) throw new RunStopped(outcome.failure);
			const problem = `the sweep broke off after ${startAt} accounts (${outcome.failure.code})`;
			const unscoped = outcome.failure.code === 'scope-missing' ? { unscoped: true as const } : {};
			return {
				...found(),
				...unscoped,
				counted: null,
				problem,
				source: sourceOf(outcome.failure, 'GET /rest/api/3/users/search'),
				at: now(),
			};
		}
		const { value: page, source, at } = outcome.value;
		const endless = watch.problemWith([...page.items, ...page.unreadable]);
		if (endless !== null) {
			return { ...found(), counted: null, problem: `the sweep broke off after ${startAt} accounts: ${endless}`, source, at };
		}
		for (const { key, problem } of page.unreadable) {
			if (key?.includes('@') !== true) nameless++;
			if (key !== null) unreadable.set(key, problem);
		}
		for (const user of page.items) {
			count.accounts++;
			if (isPortalOnly(user)) count.portalOnly++;
			if (user.email === null && isPortalOnly(user)) nameless++;
			if (user.email === null) count.withoutAddress++;
			else if (isPortalOnly(user)) keepActive(portal, user.email, { accountId: user.accountId, active: user.active });
			else if (user.accountType !== 'app') atlassian.set(user.email, user);
		}
		const length = page.items.length + page.unreadable.length;
		if (length > 0) startAt += length;
		else if (count.accounts === 0) return { ...found(), counted: null, problem: 'the site listed nobody, not even the caller', source, at };
		else return { ...found(), counted: count, problem: null, source, at };
	}
};

const proofOf = (sweep: AccountSweep, asked: string, answer: EvidenceItem['answer']): EvidenceItem => ({
	asked,
	source: sweep.source,
	answer,
	at: sweep.at,
});

const factOf = <T extends { readonly accountId: string; readonly active: boolean }>(
	sweep: AccountSweep,
	asked: string,
	address: string,
	records: ReadonlyMap<string, T>,
): Fact<T | null> => {
	const unreadable = sweep.unreadable.get(address);
	if (unreadable !== undefined) return { known: false, why: 'unexpected', proof: proofOf(sweep, asked, { problem: unreadable }) };
	const record = records.get(address) ?? null;
	if (record) return { known: true, value: record, proof: proofOf(sweep, asked, { accountId: record.accountId, active: record.active }) };
	const why = sweep.unscoped === true ? 'unscoped' : 'not-asked';
	if (sweep.counted === null) return { known: false, why, proof: proofOf(sweep, asked, { problem: sweep.problem ?? '' }) };
	return { known: true, value: null, proof: proofOf(sweep, asked, { found: null, ...sweep.counted }) };
};

const namelessProblem = 'some portal-only accounts are listed without an address';

/** Who is not found may be one of those that are listed without an address. */
export const portalRecordOf = (sweep: AccountSweep, address: string): Fact<PortalRecord | null> => {
	const fact = factOf(sweep, `portal-only record of ${address}`, address, sweep.portal);
	if (!fact.known || fact.value !== null || sweep.nameless === 0) return fact;
	return { known: false, why: 'hidden', proof: { ...fact.proof, answer: { problem: namelessProblem, nameless: sweep.nameless } } };
};

export const siteAccountOf = (sweep: AccountSweep, address: string): Fact<JiraUser | null> =>
	factOf(sweep, `Atlassian account of ${address} on the site`, address, sweep.atlassian);
