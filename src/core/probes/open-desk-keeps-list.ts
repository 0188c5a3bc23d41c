import { concernsOneAnswer, RunStopped } from '../run-stopped.ts';
import type { Outcome } from '#shared/outcome.ts';
import { customersPerPage, type PortalSample } from './portal-sample.ts';
import type { Finding, Probe, ProbeContext } from './probe.ts';

/** A few calls for each of them. */
const mostDesks = 3;
const mostStrangers = 5;
/** The most that one permission check takes. */
const mostRequestTypes = 50;

type Context = Pick<ProbeContext, 'questions'>;
type ListedDesk = PortalSample['listed'][number];

interface Person {
	readonly accountId: string;
	readonly email: string;
}

/** `null`: it was not answered, which says nothing about other desks. */
const answered = <T>(asked: Outcome<{ readonly value: T }>): T | null => {
	if (asked.ok) return asked.value.value;
	const isOfThisCall = concernsOneAnswer(asked.failure) || ['caller-lacks-rights', 'token-rejected'].includes(asked.failure.code);
	if (!isOfThisCall) throw new RunStopped(asked.failure);
	return null;
};

/** Active portal-only customers of whom this desk's list, as far as it was read, has none. */
const strangersTo = (desk: ListedDesk, { swept, listed }: PortalSample): readonly Person[] => {
	const members = new Set(desk.portalOnly.map(({ accountId }) => accountId));
	return [...(swept?.portalOnly ?? []), ...listed.flatMap(({ portalOnly }) => portalOnly)].flatMap(({ accountId, active, email }) =>
		active && email !== null && !members.has(accountId) ? [{ accountId, email }] : [],
	);
};

/** Nobody lets this person in, neither the desk's list nor a customer organisation. */
const isUninvited = async ({ questions }: Context, deskId: string, { accountId, email }: Person): Promise<boolean> => {
	const found = answered(await questions.deskCustomers(deskId, { query: email, start: 0, limit: customersPerPage }));
	if (found === null || found.items.some((one) => one.accountId === accountId)) return false;
	const organisations = answered(await questions.organisationsOf(accountId, null));
	return organisations !== null && organisations.items.length === 0;
};

/** Whether one of these people may raise requests though nobody lets them in. */
const isOpen = async (context: Context, deskId: string, strangers: readonly Person[]): Promise<boolean> => {
	const types = answered(await context.questions.requestTypes(deskId, null))?.items.slice(0, mostRequestTypes) ?? [];
	if (types.length === 0) return false;
	for (const stranger of strangers) {
		// Who may not says that not everybody may; who may can still be of a customer organisation.
		if (answered(await context.questions.canRaise(deskId, stranger.accountId, types)) !== true) return false;
		if (await isUninvited(context, deskId, stranger)) return true;
	}
	return false;
};

const lookAt = async (context: Context, sample: PortalSample): Promise<Finding> => {
	let reason: 'nobody-to-tell-by' | 'no-open-desk' = 'nobody-to-tell-by';
	// Those that list people first: only they can answer with yes.
	const desks = sample.listed.toSorted((a, b) => Number(b.customers > 0) - Number(a.customers > 0)).slice(0, mostDesks);
	for (const desk of desks) {
		const strangers = strangersTo(desk, sample).slice(0, mostStrangers);
		if (strangers.length === 0) continue;
		if (await isOpen(context, desk.deskId, strangers)) {
			return desk.customers > 0 ? { answer: 'yes', reason: 'seen' } : { answer: 'open', reason: 'list-empty' };
		}
		reason = 'no-open-desk';
	}
	return { answer: 'open', reason };
};

/**
 * Does a desk where anybody may raise requests keep a list of its customers? Its list with people in it says yes; an empty one
 * says nothing. Source: atlassian-api.md 13.14.
 */
export const openDeskKeepsList: Probe = {
	id: 'open-desk-keeps-list',
	look: async ({ questions, sample }) => lookAt({ questions }, await sample()),
};
