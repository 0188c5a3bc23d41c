import { type CauseRule, entryOf } from './rule.ts';

/** An Atlassian account and a portal-only record for one address: the person may land in either (DOMAIN.md 3). */
export const duplicateAccounts: CauseRule = (evidence) =>
	entryOf(evidence) !== null && evidence.portal.known && evidence.portal.value !== null
		? { cause: 'duplicate-accounts', certainty: 'proven' }
		: null;
