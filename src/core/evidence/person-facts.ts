import type { CustomerAccess } from '#shared/customer-access.ts';
import type { EvidenceItem } from '#shared/verdict.ts';
import { isProviderDomain } from '../lists/known-domains.ts';
import { type CreationRefusal, domainOf, type Fact, type JsmRole, type PersonEvidence, type WhyUnknown } from './evidence.ts';
import type { DirectoryUser, Manageable } from './site-questions.ts';

/** Nobody manages the accounts of a mail provider's people. */
export const isOfProvider = ({ isOfProvider: known, address }: Pick<PersonEvidence, 'isOfProvider' | 'address'>): boolean =>
	known === true || isProviderDomain(domainOf(address));

type Told<T> = { readonly value: T; readonly settledBy?: string } | { readonly unknown: WhyUnknown };

/**
 * What a verdict rests on, without whom it is about: no address, no id, no time. Thousands of people share the same few
 * dozen of these, so that a run can be judged again under other settings without its evidence.
 */
export interface PersonFacts {
	readonly directory: Told<Pick<
		DirectoryUser,
		'status' | 'claimStatus' | 'managementSource' | 'unsure' | 'emailVerified' | 'claimedByNobody'
	> | null>;
	readonly jsmRole: Told<JsmRole> | null;
	readonly manageable: Told<Manageable> | null;
	/** Whether the record is active; `null` where there is none. */
	readonly portal: Told<boolean | null>;
	readonly siteAccount: Told<boolean | null>;
	readonly membership: Told<{ readonly listed: boolean | null; readonly keepsList: boolean }>;
	readonly canRaise: Told<boolean> | null;
	readonly creation: Told<CreationRefusal> | null;
	/** The address is one of a mail provider. */
	readonly ofProvider?: true;
}

const hintOf = ({ settledBy }: { readonly settledBy?: string }): { readonly settledBy?: string } =>
	settledBy === undefined ? {} : { settledBy };

const told = <T, R>(fact: Fact<T>, reduce: (value: T) => R): Told<R> =>
	fact.known ? { value: reduce(fact.value), ...hintOf(fact) } : { unknown: fact.why };

const asItIs = <T>(value: T): T => value;
const whetherActive = (account: { readonly active: boolean } | null): boolean | null => account && account.active;

const doubtOf = <U>({ unsure }: { readonly unsure?: U }): { readonly unsure?: U } => (unsure === undefined ? {} : { unsure });

/** Properties in one order always: the same facts are the same text. */
export const compactFacts = (evidence: PersonEvidence): PersonFacts => ({
	directory: told(
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
		told(evidence.jsmRole, (role) => ({
			held: role.held,
			suspendedHere: role.suspendedHere,
			...(role.absentHere === true ? { absentHere: true } : {}),
			...doubtOf(role),
		})),
	manageable: evidence.manageable && told(evidence.manageable, asItIs),
	portal: told(evidence.portal, whetherActive),
	siteAccount: told(evidence.siteAccount, whetherActive),
	membership: told(evidence.membership, ({ listed, keepsList }) => ({ listed: whetherActive(listed), keepsList })),
	canRaise: evidence.canRaise && told(evidence.canRaise, asItIs),
	creation: evidence.creation && told(evidence.creation, asItIs),
	...(isOfProvider(evidence) ? { ofProvider: true } : {}),
});

const proof: EvidenceItem = { asked: 'kept facts', source: 'facts', answer: null, at: '' };

const fact = <T, R>(said: Told<T>, complete: (value: T) => R): Fact<R> =>
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
