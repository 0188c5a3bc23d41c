import type { CauseCode } from '#shared/causes.ts';
import type { CustomerAccess } from '#shared/customer-access.ts';
import type { DecisionId } from '#shared/unlock.ts';
import { withChange } from '../evidence/declare-access.ts';
import { domainOf, type Fact, type PersonEvidence } from '../evidence/evidence.ts';
import type { DirectoryUser } from '../evidence/site-questions.ts';
import { entryOf } from './rule.ts';

/** What the evidence about a person would be after a decision. */
export interface WhatIf {
	readonly decision: DecisionId;
	/** Whether it is decided domain by domain. */
	readonly perDomain?: true;
	/** `null` where the decision does not concern somebody with this cause. */
	apply(evidence: PersonEvidence, cause: CauseCode): PersonEvidence | null;
}

const known = <T>(fact: Fact<unknown>, value: T): Fact<T> => ({ known: true, value, proof: fact.proof });

/** What the site refused under the settings before says nothing of those after. */
const withAccess = (evidence: PersonEvidence, access: CustomerAccess): PersonEvidence | null => {
	if (access === evidence.access) return null;
	const wasRefused = evidence.creation?.known === true && evidence.creation.value !== 'conflict';
	return { ...evidence, access, creation: wasRefused ? null : evidence.creation };
};

const withEntry = (evidence: PersonEvidence, change: Partial<DirectoryUser>, hasRole: boolean): PersonEvidence | null => {
	const entry = entryOf(evidence);
	if (entry === null) return null;
	const jsmRole = known(evidence.directory, { held: hasRole, suspendedHere: false });
	return { ...evidence, directory: known(evidence.directory, { ...entry, ...change }), jsmRole, manageable: null };
};

/** The remedy's own calls end with the role. */
const usable = (evidence: PersonEvidence) => withEntry(evidence, { status: 'active' }, true);
/** Somebody else switches the account on, and nobody says that it has a role here: the product grants one. */
const switchedOn = (evidence: PersonEvidence) => withEntry(evidence, { status: 'active' }, false);

const withPortalActive = (evidence: PersonEvidence): PersonEvidence => {
	const record = evidence.portal.known ? evidence.portal.value : null;
	const portal = known(evidence.portal, { accountId: record?.accountId ?? 'qm:', active: true });
	const { membership } = evidence;
	const listed = membership.known && membership.value.listed !== null ? { ...membership.value.listed, active: true } : null;
	return {
		...evidence,
		portal,
		creation: null,
		membership: membership.known ? known(membership, { ...membership.value, listed }) : membership,
	};
};

/** Nobody asked about the address that was meant: as far as is known it is as new as the one that was typed. */
const withSuggestion = (evidence: PersonEvidence): PersonEvidence | null =>
	evidence.suggestion === null ? null : { ...evidence, address: evidence.suggestion, suggestion: null };

/** Internal's list where Internal may be on, else the one that External is limited to. */
const withDomainLetIn = (evidence: PersonEvidence): PersonEvidence | null => {
	const { access, address } = evidence;
	const domain = domainOf(address);
	return withAccess(evidence, withChange(access, access.internal === false ? { allow: domain } : { approve: domain }));
};

const ofCause = (wanted: CauseCode, decision: DecisionId, then: (evidence: PersonEvidence) => PersonEvidence | null): WhatIf => ({
	decision,
	apply: (evidence, cause) => (cause === wanted ? then(evidence) : null),
});

const tick = (box: 'internal' | 'external'): WhatIf => ({
	decision: `tick-${box}`,
	apply: (evidence) => (evidence.access[box] === true ? null : withAccess(evidence, withChange(evidence.access, { tick: box }))),
});

/** Every decision that is weighed, in the order in which equal ones are told. */
export const whatIfs: readonly WhatIf[] = [
	tick('external'),
	tick('internal'),
	{ decision: 'approve-domain', perDomain: true, apply: withDomainLetIn },
	ofCause('access-revoked', 'restore-access', usable),
	ofCause('role-missing', 'grant-customer-role', usable),
	ofCause('not-invited', 'invite-with-role', usable),
	ofCause('deactivated-here', 'enable-managed-account', usable),
	ofCause('portal-account-inactive', 'reactivate-portal-account', withPortalActive),
	{ ...ofCause('managed-elsewhere', 'ask-owning-organisation', switchedOn), perDomain: true },
	ofCause('deactivated-by-idp', 'enable-in-identity-provider', switchedOn),
	ofCause('deletion-pending', 'cancel-deletion', switchedOn),
	ofCause('duplicate-accounts', 'migrate-portal-account', (evidence) => ({ ...evidence, portal: known(evidence.portal, null) })),
	{ ...ofCause('probable-typo', 'accept-suggestion', withSuggestion), perDomain: true },
];
