import { type CauseRule, entryOf } from './rule.ts';

const fromIdentityProvider = (reason: string): boolean => reason.startsWith('externalDirectory.') || reason === 'authPolicy.saml';

/** Our own account, switched off where it is synced from: enabling it here would be undone or refused. */
export const deactivatedByIdp: CauseRule = (evidence) => {
	const entry = entryOf(evidence);
	if (entry?.status !== 'deactivated' || entry.claimStatus !== 'managed') return null;
	const { manageable } = evidence;
	const refusedByIdp = manageable?.known === true && manageable.value.kind === 'refused' && fromIdentityProvider(manageable.value.reason);
	return entry.managementSource === 'synced' || refusedByIdp ? { cause: 'deactivated-by-idp', certainty: 'proven' } : null;
};
