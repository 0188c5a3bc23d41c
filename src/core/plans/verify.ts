import type { Failure } from '#shared/outcome.ts';
import type { EvidenceItem, Verdict } from '#shared/verdict.ts';
import { decideCause } from '../causes/decide-cause.ts';
import { addressesPerSearch } from '../evidence/directory.ts';
import type { Fact, PersonEvidence } from '../evidence/evidence.ts';
import { type GatherContext, gatherDirectory, gatherPerson, handChecksFor, readSiteAccounts } from '../evidence/gather.ts';
import { readAllPages } from '../evidence/pages.ts';
import { compactFacts, type PersonFacts } from '../evidence/person-facts.ts';
import { concernsOneAnswer, RunStopped } from '../run-stopped.ts';
import { noKnowledge } from '../evidence/site-knowledge.ts';
import { usableAccount } from '../remedies/accounts.ts';

export interface VerifyContext extends Pick<GatherContext, 'questions' | 'organisation' | 'access' | 'now' | 'knowledge'> {
	readonly deskId: string;
	readonly signal: AbortSignal;
}

/** One person to look at again, and how the row ended: a refused creation is evidence as well. */
export interface Subject {
	readonly id: number;
	readonly address: string;
	readonly failure: Failure | null;
	readonly said: string | null;
	readonly creationTried: boolean;
}

export interface Verified {
	readonly id: number;
	readonly verdict: Verdict;
	/** What the verdict rests on. */
	readonly facts: PersonFacts;
	/** The desk lists nobody, and may keep no list: waiting for it to show the person may be in vain. */
	readonly listsNobody: boolean;
}

/** The most that one permission check takes. */
const requestTypesPerCheck = 50;

const creationFact = ({ address, failure, said, creationTried }: Subject, at: string): PersonEvidence['creation'] => {
	const conflict = failure?.code === 'account-exists';
	const signUp = creationTried && failure?.code === 'sign-up-not-allowed';
	if (!conflict && !signUp && !(creationTried && failure?.code === 'call-refused')) return null;
	const answer: EvidenceItem['answer'] = { status: failure?.details['status'] as number, said };
	const proof = { asked: `to make an account for ${address}`, source: 'POST /rest/servicedeskapi/customer', answer, at };
	return { known: true, value: conflict ? 'conflict' : signUp ? 'sign-up-refused' : 'refused', proof };
};

/** Asked where the list does not show the person: an open desk lets people in whom it does not list. */
const askCanRaise = async (
	{ questions, deskId, now }: VerifyContext,
	accountId: string,
	types: readonly string[],
): Promise<Fact<boolean> | null> => {
	if (types.length === 0) return null;
	const asked = await questions.canRaise(deskId, accountId, types.slice(0, requestTypesPerCheck));
	if (!asked.ok) {
		// Without the right to ask about others this call alone answers 401, with a token that is good for all the rest.
		if (!concernsOneAnswer(asked.failure) && asked.failure.code !== 'token-rejected') throw new RunStopped(asked.failure);
		return null;
	}
	const { value, source, at } = asked.value;
	return {
		known: true,
		value,
		proof: { asked: `may ${accountId} raise requests`, source, answer: { canCreateRequest: value }, at: at ?? now() },
	};
};

const requestTypesOf = async ({ questions, deskId }: VerifyContext): Promise<readonly string[]> => {
	const asked = await readAllPages((cursor) => questions.requestTypes(deskId, cursor));
	if (asked.ok) return asked.value.value;
	if (!concernsOneAnswer(asked.failure)) throw new RunStopped(asked.failure);
	return [];
};

/** Asks again about everybody, as a diagnosis does: a hundred addresses at a time. Throws `RunStopped`. */
export async function* verifyPeople(context: VerifyContext, subjects: readonly Subject[]): AsyncGenerator<readonly Verified[]> {
	const { questions, organisation, access, now, deskId, signal, knowledge = noKnowledge } = context;
	const gathering: GatherContext = {
		questions,
		organisation,
		access,
		now,
		knowledge,
		roleBudget: { holders: addressesPerSearch, others: addressesPerSearch },
	};
	const accounts = await readSiteAccounts(questions, deskId, subjects.length, now, knowledge);
	let types: readonly string[] | null = null;
	for (let start = 0; start < subjects.length; start += addressesPerSearch) {
		if (signal.aborted) throw new RunStopped({ code: 'cancelled', details: {} });
		const batch = subjects.slice(start, start + addressesPerSearch);
		const directory = await gatherDirectory(
			gathering,
			batch.map(({ address }) => address),
		);
		const byHand = handChecksFor(gathering);
		const verified: Verified[] = [];
		for (const subject of batch) {
			const seen = await gatherPerson(gathering, accounts, directory, {
				address: subject.address,
				suggestion: null,
				byHand: byHand(subject.address),
			});
			const membership = seen.membership.known ? seen.membership.value : null;
			const account = usableAccount(seen);
			const isUnlisted = membership?.listed === null && account !== null;
			if (isUnlisted) types ??= await requestTypesOf(context);
			const canRaise = isUnlisted ? await askCanRaise(context, account, types ?? []) : null;
			const evidence = { ...seen, canRaise, creation: creationFact(subject, now()) };
			verified.push({
				id: subject.id,
				verdict: decideCause(evidence),
				facts: compactFacts(evidence),
				listsNobody: membership?.keepsList === false,
			});
		}
		yield verified;
	}
}
