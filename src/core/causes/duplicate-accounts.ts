import type { PersonEvidence } from '../evidence/evidence.ts';
import { type CauseRule, entryOf } from './rule.ts';

/** Without a directory an active account on the site is seen all the same; an inactive one is what a removal leaves behind. */
const hasAtlassianAccount = (evidence: PersonEvidence): boolean =>
	evidence.directory.known ? entryOf(evidence) !== null : evidence.siteAccount.known && evidence.siteAccount.value?.active === true;

/** An Atlassian account and a portal-only record for one address: the person may land in either (DOMAIN.md 3). */
export const duplicateAccounts: CauseRule = (evidence) =>
	hasAtlassianAccount(evidence) && evidence.portal.known && evidence.portal.value !== null
		? { cause: 'duplicate-accounts', certainty: 'proven' }
		: null;
