import { type CauseRule, hasNoEntry } from './rule.ts';

/**
 * A portal-only record that says `active: false`, wherever it was seen: the sweep or the desk's list. Or, as an inference:
 * the site would not make the account because there is one (409), the directory has none, and no active one is seen.
 */
export const portalAccountInactive: CauseRule = (evidence) => {
	if (evidence.portal.known && evidence.portal.value?.active === false) return { cause: 'portal-account-inactive', certainty: 'proven' };
	const isConflict = evidence.creation?.known === true && evidence.creation.value === 'conflict';
	const seesActive = evidence.portal.known && evidence.portal.value?.active === true;
	return isConflict && hasNoEntry(evidence) && !seesActive
		? { cause: 'portal-account-inactive', certainty: 'likely', because: 'creation answered 409 and the directory has no such account' }
		: null;
};
