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
} from './evidence.ts';

const off = { status: 'deactivated', accountStatus: 'inactive' } as const;
const listed = (active: boolean) => ({ listed: { accountId: 'qm:directory:ann', active }, keepsList: true });

const made: Partial<Record<CauseCode, () => PersonEvidence>> = {
	'already-customer': () => activePerson({ membership: known(listed(true)) }),
	'ready-existing': () => activePerson(),
	'ready-new': () => personEvidence(),
	'access-revoked': () => personWithEntry({ status: 'suspended' }),
	'not-invited': () => personWithEntry({ status: 'not_invited' }),
	'role-missing': () => activePerson({ jsmRole: known(role({ held: false })) }),
	'portal-account-inactive': () => personEvidence({ portal: known(portalRecord(false)), membership: known(listed(false)) }),
	'customer-access-closed': () => personEvidence({ access: closedAccess }),
	'domain-not-approved': () => personEvidence({ access: otherDomainsOnly }),
	'managed-elsewhere': () =>
		personWithEntry({ ...off, claimStatus: 'unmanaged' }, { manageable: known({ kind: 'refused', reason: 'managedAccount' }) }),
	'deactivated-here': () => personWithEntry({ ...off, claimStatus: 'managed' }, { manageable: known({ kind: 'allowed' }) }),
	'deactivated-by-idp': () => personWithEntry({ ...off, claimStatus: 'managed', managementSource: 'synced' }),
	'deactivated-by-person': () => personWithEntry({ ...off, claimStatus: 'unmanaged', claimedByNobody: true }),
	'email-not-verified': () => activePerson({ directory: known(directoryUser({ emailVerified: false })) }),
	'blocked-by-export-control': () =>
		personWithEntry({ ...off }, { manageable: known({ kind: 'refused', reason: 'blocked.exportControl' }) }),
	'deletion-pending': () => personWithEntry({ status: 'for_deletion' }),
	'duplicate-accounts': () => activePerson({ directory: known(directoryUser()), portal: known(portalRecord(true)) }),
	'sign-up-not-allowed': () => personEvidence({ creation: known('sign-up-refused') }),
	'probable-typo': () => personEvidence({ suggestion: 'ann@brightwaters.example' }),
};

/** Evidence that leads to this cause; `null` for causes that no question about a person leads to. */
export const evidenceOfCause = (cause: CauseCode): PersonEvidence | null => made[cause]?.() ?? null;
