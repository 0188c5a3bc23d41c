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
export const duplicateAccounts: CauseRule = (evidence) =>
	hasActiveAccount(evidence) && evidence.portal.known && evidence.portal.value?.active === true
		? { cause: 'duplicate-accounts', certainty: 'proven' }
		: null;
