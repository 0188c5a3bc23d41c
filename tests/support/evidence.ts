import type { Fact, JsmRole, Membership, PersonEvidence, PortalRecord, WhyUnknown } from '#core/evidence/evidence.ts';
import type { DirectoryUser, JiraUser } from '#core/evidence/site-questions.ts';
import type { CustomerAccess } from '#shared/customer-access.ts';
import type { HandCheck, HandCheckId, Seen } from '#shared/hand-checks.ts';
import type { EvidenceItem, Json } from '#shared/verdict.ts';

export const someTime = '2026-11-23T12:00:00.000Z';
export const someAddress = 'ann@brightwater.example';

export const proof = (asked: string, answer: Json = null): EvidenceItem => ({ asked, source: 'GET /a/call', answer, at: someTime });

export const known = <T>(value: T, asked = 'a question'): Fact<T> => ({ known: true, value, proof: proof(asked) });

export const unanswered = (why: WhyUnknown, asked = 'a question'): Fact<never> => ({
	known: false,
	why,
	proof: proof(asked, { problem: why }),
});

export const directoryUser = (overrides: Partial<DirectoryUser> = {}): DirectoryUser => ({
	accountId: '5b-ann',
	email: someAddress,
	name: 'Ann',
	status: 'active',
	accountStatus: 'active',
	claimStatus: 'unmanaged',
	managementSource: 'invited',
	...overrides,
});

export const jiraUser = (overrides: Partial<JiraUser> = {}): JiraUser => ({
	accountId: '5b-ann',
	accountType: 'atlassian',
	email: someAddress,
	active: true,
	displayName: 'Ann',
	...overrides,
});

export const portalRecord = (active: boolean): PortalRecord => ({ accountId: 'qm:directory:ann', active });

/** Not listed on a desk that keeps a list. */
export const notListed: Membership = { listed: null, keepsList: true };

export const role = (overrides: Partial<JsmRole> = {}): JsmRole => ({ held: true, suspendedHere: false, ...overrides });

/** External on, for any domain. */
export const openAccess: CustomerAccess = {
	internal: false,
	approvedDomains: [],
	external: true,
	allowedDomains: null,
	origin: 'declared',
	at: someTime,
};

export const closedAccess: CustomerAccess = { ...openAccess, external: false };

/** External off, Internal on for another domain only. */
export const otherDomainsOnly: CustomerAccess = { ...openAccess, internal: true, approvedDomains: ['halden.example'], external: false };

/** What somebody saw on a page. */
export const handCheck = (check: HandCheckId, seen: Seen['seen']): HandCheck =>
	({ check, seen, at: someTime, by: { account: 'admin@halden.example', user: 'robin' } }) as HandCheck;

/** Nobody of this address anywhere, every question answered, customer access open: `ready-new`, proven. */
export const personEvidence = (overrides: Partial<PersonEvidence> = {}): PersonEvidence => ({
	address: someAddress,
	directory: known(null, 'directory entry'),
	jsmRole: null,
	manageable: null,
	portal: known(null, 'portal-only record'),
	siteAccount: known(null, 'account on the site'),
	membership: known(notListed, 'membership'),
	canRaise: null,
	creation: null,
	access: openAccess,
	suggestion: null,
	at: someTime,
	...overrides,
});

/** Somebody with an active Atlassian account and a role, not on the desk: `ready-existing`, proven. */
export const activePerson = (overrides: Partial<PersonEvidence> = {}): PersonEvidence =>
	personEvidence({
		directory: known(directoryUser(), 'directory entry'),
		jsmRole: known(role(), 'role'),
		siteAccount: known(jiraUser(), 'account on the site'),
		...overrides,
	});

/** Somebody whose directory entry says this; the site knows nothing more. */
export const personWithEntry = (entry: Partial<DirectoryUser>, overrides: Partial<PersonEvidence> = {}): PersonEvidence =>
	personEvidence({ directory: known(directoryUser(entry), 'directory entry'), ...overrides });
