import type { PersonEvidence } from '../evidence/evidence.ts';
import { type CauseRule, entryOf, hasNoEntry } from './rule.ts';

/** A migration deactivates the portal-only profile: whoever has an Atlassian account uses that one. */
const wasMigrated = (evidence: PersonEvidence): boolean =>
	entryOf(evidence) !== null || (evidence.siteAccount.known && evidence.siteAccount.value?.active === true);

/**
 * A portal-only record that says `active: false`, wherever it was seen, and no Atlassian account that has taken its place. Or,
 * as an inference: the site would not make the account because there is one (409), the directory has none, and no active one
 * is seen.
 */
export const portalAccountInactive: CauseRule = (evidence) => {
	if (evidence.portal.known && evidence.portal.value?.active === false) {
		if (wasMigrated(evidence)) return null;
		const because = 'the directory was not asked: an Atlassian account may have taken the place of this one';
		return hasNoEntry(evidence)
			? { cause: 'portal-account-inactive', certainty: 'proven' }
			: { cause: 'portal-account-inactive', certainty: 'likely', because };
	}
	const isConflict = evidence.creation?.known === true && evidence.creation.value === 'conflict';
	const seesActive = evidence.portal.known && evidence.portal.value?.active === true;
	return isConflict && hasNoEntry(evidence) && !seesActive
		? { cause: 'portal-account-inactive', certainty: 'likely', because: 'creation answered 409 and the directory has no such account' }
		: null;
};
