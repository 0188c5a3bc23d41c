import { type CauseRule, entryOf } from './rule.ts';

/**
 * Nobody can manage or enable an account whose address was never confirmed: `forbidden.targetUnverified`, or `emailVerified: false`
 * of an account that is not our own.
 */
export const deactivatedAndUnverified: CauseRule = (evidence) => {
	const { manageable } = evidence;
	const entry = entryOf(evidence);
	if (entry?.status !== 'deactivated') return null;
	const isSaid = entry.emailVerified === false && entry.claimStatus !== 'managed';
	const isRefused =
		manageable?.known === true && manageable.value.kind === 'forbidden' && manageable.value.key === 'forbidden.targetUnverified';
	return isSaid || isRefused ? { cause: 'email-not-verified', certainty: 'proven' } : null;
};

/**
 * An active account whose address the person never confirmed (`emailVerified: false`, column Verified email): it gets no access
 * by its domain, and the person cannot log in before. Comes after `already-customer`.
 */
export const emailNotVerified: CauseRule = (evidence) => {
	const entry = entryOf(evidence);
	return entry?.status === 'active' && entry.emailVerified === false ? { cause: 'email-not-verified', certainty: 'proven' } : null;
};
