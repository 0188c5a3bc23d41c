import type { CustomerAccess } from '#shared/customer-access.ts';
import type { EvidenceItem } from '#shared/verdict.ts';
import { isProviderDomain } from '../lists/known-domains.ts';
import { type CreationRefusal, domainOf, type Fact, type JsmRole, type PersonEvidence, type WhyUnknown } from './evidence.ts';
import type { DirectoryUser, Manageable } from './site-questions.ts';

/** Nobody manages the accounts of a mail provider's people. */
export const isOfProvider = ({ isOfProvider: known, address }: Pick<PersonEvidence, 'isOfProvider' | 'address'>): boolean =>
	known === true || isProviderDomain(domainOf(address));

type Reduced<T> = { readonly value: T; readonly settledBy?: string } | { readonly unknown: WhyUnknown };

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
	/** The address is one of a mail provider. */
	readonly ofProvider?: true;
}

const hintOf = ({ settledBy }: { readonly settledBy?: string }): { readonly settledBy?: string } =>
	settledBy === undefined ? {} : { settledBy };

const reduced = <T, R>(fact: Fact<T>, reduce: (value: T) => R): Reduced<R> =>
	fact.known ? { value: reduce(fact.value), ...hintOf(fact) } : { unknown: fact.why };

const asItIs = <T>(value: T): T => value;
const whetherActive = (account: { readonly active: boolean } | null): boolean | null => account && account.active;

const doubtOf = <U>({ unsure }: { readonly unsure?: U }): { readonly unsure?: U } => (unsure === undefined ? {} : { unsure });

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
	...(isOfProvider(evidence) ? { ofProvider: true } : {}),
});

const proof: EvidenceItem = { asked: 'kept facts', source: 'facts', answer: null, at: '' };

const fact = <T, R>(said: Reduced<T>, complete: (value: T) => R): Fact<R> =>
	'value' in said ? { known: true, value: complete(said.value), proof, ...hintOf(said) } : { known: false, why: said.unknown, proof };

const accountId = 'somebody';
const account = (active: boolean | null) => (active === null ? null : { accountId, active });

/** Evidence to judge by again. Its verdict's cause and certainty are those of the whole evidence; its proofs are not kept. */
export const expandFacts = (
	facts: PersonFacts,
	person: { readonly address: string; readonly suggestion: string | null; readonly access: CustomerAccess },
): PersonEvidence => {
	const { address } = person;
	const user = { accountId, email: address, name: null, accountStatus: null };
	const jiraUser = { accountType: 'atlassian', email: address, displayName: null } as const;
	return {
		...person,
		directory: fact(facts.directory, (entry) => entry && { ...user, ...entry }),
		jsmRole: facts.jsmRole && fact(facts.jsmRole, asItIs),
		manageable: facts.manageable && fact(facts.manageable, asItIs),
		portal: fact(facts.portal, account),
		siteAccount: fact(facts.siteAccount, (active) => (active === null ? null : { ...jiraUser, accountId, active })),
		membership: fact(facts.membership, ({ listed, keepsList }) => ({ listed: account(listed), keepsList })),
		canRaise: facts.canRaise && fact(facts.canRaise, asItIs),
		creation: facts.creation && fact(facts.creation, asItIs),
		...(facts.ofProvider === true ? { isOfProvider: true } : {}),
		at: '',
	};
};
