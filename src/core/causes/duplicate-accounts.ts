import type { PersonEvidence } from '../evidence/evidence.ts';
import { type CauseRule, entryOf } from './rule.ts';

/** Without a directory an active account on the site is seen all the same. */
const hasActiveAccount = (evidence: PersonEvidence): boolean =>
	evidence.directory.known
		? entryOf(evidence)?.status === 'active'
		: evidence.siteAccount.known && evidence.siteAccount.value?.active === true;

/**
 * An Atlassian account and a portal-only one for one address, both active: the person may land in either. An inactive
 * portal-only record beside an active account is what a migration leaves behind, and no duplicate.
 * Source: atlassian-api.md 13.1.
 */
export const duplicateAccounts: CauseRule = (evidence) => {
	const { portal } = evidence;
	if (!hasActiveAccount(evidence)) return null;
	if (portal.known) return portal.value?.active === true ? { cause: 'duplicate-accounts', certainty: 'proven' } : null;
	// Whoever is said to be ready may have a second account that this token cannot see.
	return portal.why === 'unscoped' ? { cause: 'undetermined', certainty: 'unknown', because: `not answered: ${portal.proof.asked}` } : null;
};
