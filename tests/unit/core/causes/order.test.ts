import { describe, expect, it } from 'vitest';
import { decideCause } from '#core/causes/decide-cause.ts';
import type { PersonEvidence } from '#core/evidence/evidence.ts';
import type { CauseCode } from '#shared/causes.ts';
import {
	activePerson,
	closedAccess,
	directoryUser,
	known,
	otherDomainsOnly,
	personEvidence,
	personWithEntry,
	portalRecord,
	role,
	unanswered,
} from '../../../support/evidence.ts';

const listedHere = known({ listed: { accountId: '5b-ann', active: true }, keepsList: true });
const portal = known(portalRecord(false));
const active = known(portalRecord(true));
const unverified = known(directoryUser({ emailVerified: false }));
const off = { status: 'deactivated', accountStatus: 'inactive' } as const;

/** Evidence that two rules could claim, and which of the two comes first (DOMAIN.md section 3). */
const disputes: readonly (readonly [string, CauseCode, PersonEvidence])[] = [
	['an unreadable answer before everything', 'undetermined', activePerson({ membership: listedHere, portal: unanswered('unexpected') })],
	['a deletion before two accounts', 'deletion-pending', personWithEntry({ status: 'for_deletion' }, { portal: active })],
	['a suspension before two accounts', 'access-revoked', personWithEntry({ status: 'suspended' }, { portal: active })],
	['two accounts before the role', 'duplicate-accounts', activePerson({ jsmRole: known(role({ held: false })), portal: active })],
	['two accounts before membership', 'duplicate-accounts', activePerson({ membership: listedHere, portal: active })],
	['membership before what a migration left behind', 'already-customer', activePerson({ membership: listedHere, portal })],
	['readiness before what a migration left behind', 'ready-existing', activePerson({ portal })],
	[
		'export control before our own switch',
		'blocked-by-export-control',
		personWithEntry(
			{ ...off, claimStatus: 'managed', managementSource: 'synced' },
			{ manageable: known({ kind: 'refused', reason: 'blocked.exportControl' }) },
		),
	],
	[
		'an unverified address before the guess at another organisation',
		'email-not-verified',
		personWithEntry({ ...off }, { manageable: known({ kind: 'forbidden', key: 'forbidden.targetUnverified' }) }),
	],
	['membership before an unverified address', 'already-customer', activePerson({ membership: listedHere, directory: unverified })],
	['an unverified address before readiness', 'email-not-verified', activePerson({ directory: unverified })],
	['another directory before a missing role', 'not-invited', activePerson({ jsmRole: known(role({ held: false, absentHere: true })) })],
	['a directory state before membership', 'access-revoked', personWithEntry({ status: 'suspended' }, { membership: listedHere })],
	['a deletion before membership', 'deletion-pending', personWithEntry({ status: 'for_deletion' }, { membership: listedHere })],
	[
		'the identity provider before our own switch',
		'deactivated-by-idp',
		personWithEntry({ ...off, claimStatus: 'managed', managementSource: 'synced' }, { manageable: known({ kind: 'allowed' }) }),
	],
	[
		'another organisation before membership',
		'managed-elsewhere',
		personWithEntry({ ...off, claimStatus: 'unmanaged' }, { manageable: known({ kind: 'forbidden', key: 'x' }), membership: listedHere }),
	],
	[
		'a suspension in this directory before the role',
		'access-revoked',
		activePerson({ jsmRole: known(role({ held: false, suspendedHere: true })) }),
	],
	['an uninvited person before membership', 'not-invited', personWithEntry({ status: 'not_invited' }, { membership: listedHere })],
	['a missing role before membership', 'role-missing', activePerson({ jsmRole: known(role({ held: false })), membership: listedHere })],
	[
		'an inactive portal-only account before membership',
		'portal-account-inactive',
		personEvidence({ portal, membership: known({ listed: { accountId: 'qm:directory:ann', active: true }, keepsList: true }) }),
	],
	['membership before readiness', 'already-customer', activePerson({ membership: listedHere })],
	['an account before customer access', 'ready-existing', activePerson({ access: closedAccess })],
	['an inactive portal-only account before customer access', 'portal-account-inactive', personEvidence({ portal, access: closedAccess })],
	[
		'closed access before a typo',
		'customer-access-closed',
		personEvidence({ access: closedAccess, suggestion: 'ann@brightwater.example' }),
	],
	[
		'a typo before the advice to approve its domain',
		'probable-typo',
		personEvidence({ access: otherDomainsOnly, suggestion: 'ann@halden.example' }),
	],
	['a typo before readiness', 'probable-typo', personEvidence({ suggestion: 'ann@halden.example' })],
	['an excluded domain before readiness', 'domain-not-approved', personEvidence({ access: otherDomainsOnly })],
];

describe('the order of judgement', () => {
	it.each(disputes)('puts %s', (_what, cause, evidence) => {
		expect(decideCause(evidence).cause).toBe(cause);
	});
});
