import { domainOf } from '../evidence/evidence.ts';
import { isOfProvider } from '../evidence/person-facts.ts';
import { type CauseRule, entryOf } from './rule.ts';

/**
 * Deactivated, and of a domain that no organisation manages: a mail provider's, or one that a file says nobody has claimed. Then
 * the person deactivated the account, which ends in its deletion. Source: atlassian-api.md 13.3.
 */
export const deactivatedByPerson: CauseRule = (evidence) => {
	const entry = entryOf(evidence);
	if (entry?.status !== 'deactivated' || entry.claimStatus === 'managed') return null;
	if (evidence.manageable?.known === true && evidence.manageable.value.kind === 'allowed') return null;
	if (entry.claimedByNobody === true) {
		return { cause: 'deactivated-by-person', certainty: 'likely', because: 'deactivated, and no organisation has claimed the account' };
	}
	return isOfProvider(evidence)
		? {
				cause: 'deactivated-by-person',
				certainty: 'likely',
				because: `deactivated, and no organisation manages accounts of ${domainOf(evidence.address)}`,
			}
		: null;
};
