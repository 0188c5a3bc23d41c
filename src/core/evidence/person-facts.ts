import { type HandCheck, handCheckIds } from '#shared/hand-checks.ts';
import type { EvidenceItem } from '#shared/verdict.ts';
import type { EvidenceTopic } from '#shared/evidence-topics.ts';
import { isProviderDomain } from '../lists/known-domains.ts';
import { type CreationRefusal, domainOf, type Fact, type JsmRole, type PersonEvidence, type WhyUnknown } from './evidence.ts';
import { evidenceTopic } from './evidence-topic.ts';
import type { DirectoryUser, Manageable } from './site-questions.ts';

/** Nobody manages the accounts of a mail provider's people. */
export const isOfProvider = ({ isOfProvider: known, address }: Pick<PersonEvidence, 'isOfProvider' | 'address'>): boolean =>
	known === true || isProviderDomain(domainOf(address));

type Reduced<T> = ({ readonly value: T } | { readonly unknown: WhyUnknown }) & { readonly settledBy?: string };

/**
 * What a verdict rests on, without whom it is about: no address, no id, no time. Thousands of people share the same few
 * dozen of these, so that a run can be judged again under other settings without its evidence.
 */
export interface PersonFacts {
	readonly directory: Reduced<Pick<
		DirectoryUser,
		'status' | 'claimStatus' | 'managementSource' | 'unsure' | 'emailVerified' | 'claimedByNobody'
	> | null>;
	readonly jsmRole: Reduced<JsmRole> | null;
	readonly manageable: Reduced<Manageable> | null;
	/** Whether the record is active; `null` where there is none. */
	readonly portal: Reduced<boolean | null>;
	readonly siteAccount: Reduced<boolean | null>;
	readonly membership: Reduced<{ readonly listed: boolean | null; readonly keepsList: boolean }>;
	readonly canRaise: Reduced<boolean> | null;
	readonly creation: Reduced<CreationRefusal> | null;
	/** What was seen by hand, by check. */
	readonly byHand?: Readonly<Partial<Record<string, string>>>;
	/** The address is one of a mail provider. */
	readonly ofProvider?: true;
}

const hintOf = ({ settledBy }: { readonly settledBy?: string }): { readonly settledBy?: string } =>
	settledBy === undefined ? {} : { settledBy };

const reduced = <T, R>(fact: Fact<T>, reduce: (value: T) => R): Reduced<R> =>
	fact.known ? { value: reduce(fact.value), ...hintOf(fact) } : { unknown: fact.why, ...hintOf(fact) };

const asItIs = <T>(value: T): T => value;
const whetherActive = (account: { readonly active: boolean } | null): boolean | null => account && account.active;

const doubtOf = <U>({ unsure }: { readonly unsure?: U }): { readonly unsure?: U } => (unsure === undefined ? {} : { unsure });

/** In one order always. */
const byHandOf = ({ byHand = [] }: PersonEvidence): Pick<PersonFacts, 'byHand'> => {
	const seen = handCheckIds.flatMap((id) => byHand.flatMap((one) => (one.check === id ? [[id, one.seen] as const] : [])));
	return seen.length === 0 ? {} : { byHand: Object.fromEntries(seen) };
};

/** Properties in one order always: the same facts are the same text. */
export const compactFacts = (evidence: PersonEvidence): PersonFacts => ({
	directory: reduced(
		evidence.directory,
		(user) =>
			user && {
				status: user.status,
				claimStatus: user.claimStatus,
				managementSource: user.managementSource,
				...doubtOf(user),
				// What is confirmed, or not told, decides nothing.
				...(user.emailVerified === false ? { emailVerified: false } : {}),
				...(user.claimedByNobody === true ? { claimedByNobody: true } : {}),
			},
	),
	jsmRole:
		evidence.jsmRole &&
		reduced(evidence.jsmRole, (role) => ({
			held: role.held,
			suspendedHere: role.suspendedHere,
			...(role.absentHere === true ? { absentHere: true } : {}),
			...doubtOf(role),
		})),
	manageable: evidence.manageable && reduced(evidence.manageable, asItIs),
	portal: reduced(evidence.portal, whetherActive),
	siteAccount: reduced(evidence.siteAccount, whetherActive),
	membership: reduced(evidence.membership, ({ listed, keepsList }) => ({ listed: whetherActive(listed), keepsList })),
	canRaise: evidence.canRaise && reduced(evidence.canRaise, asItIs),
	creation: evidence.creation && reduced(evidence.creation, asItIs),
	...byHandOf(evidence),
	...(isOfProvider(evidence) ? { ofProvider: true } : {}),
});

const noProof: EvidenceItem = { asked: 'kept facts', source: 'facts', answer: null, at: '' };

const accountId = 'somebody';
const account = (active: boolean | null) => (active === null ? null : { accountId, active });

/** Who made the checks is no fact: whoever knows says so. */
const checksIn = ({ byHand = {} }: PersonFacts): readonly HandCheck[] =>
	Object.entries(byHand).map(([check, seen]) => ({ check, seen, at: '', by: { account: null, user: '' } }) as HandCheck);

/** Whom kept facts are of. `proofs`: the evidence of their verdict; `byHand`: what counts now in the place of what was kept. */
export interface FactsOf extends Pick<PersonEvidence, 'address' | 'suggestion' | 'access' | 'byHand'> {
	readonly proofs?: readonly EvidenceItem[];
}

/** Evidence to judge by again. Its verdict's cause and certainty are those of the whole evidence. */
export const expandFacts = (facts: PersonFacts, { proofs = [], ...person }: FactsOf): PersonEvidence => {
	const { address } = person;
	const user = { accountId, email: address, name: null, accountStatus: null };
	const jiraUser = { accountType: 'atlassian', email: address, displayName: null } as const;
	const fact = <T, R>(topics: readonly EvidenceTopic[], said: Reduced<T>, complete: (value: T) => R): Fact<R> => {
		const proof = proofs.find(({ asked }) => topics.includes(evidenceTopic(asked))) ?? noProof;
		return 'value' in said
			? { known: true, value: complete(said.value), proof, ...hintOf(said) }
			: { known: false, why: said.unknown, proof, ...hintOf(said) };
	};
	const byHand = person.byHand ?? checksIn(facts);
	return {
		...person,
		directory: fact(['directory'], facts.directory, (entry) => entry && { ...user, ...entry }),
		jsmRole: facts.jsmRole && fact(['role'], facts.jsmRole, asItIs),
		manageable: facts.manageable && fact(['manageable', 'owner'], facts.manageable, asItIs),
		portal: fact(['portal', 'reporter', 'earlier-account', 'organisation-members'], facts.portal, account),
		siteAccount: fact(['site-account'], facts.siteAccount, (active) => (active === null ? null : { ...jiraUser, accountId, active })),
		membership: fact(['membership'], facts.membership, ({ listed, keepsList }) => ({ listed: account(listed), keepsList })),
		canRaise: facts.canRaise && fact(['can-raise'], facts.canRaise, asItIs),
		creation: facts.creation && fact(['creation'], facts.creation, asItIs),
		...(facts.ofProvider === true ? { isOfProvider: true } : {}),
		byHand,
		at: '',
	};
};
