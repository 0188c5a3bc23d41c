import { hasNoAccount, seemsToHaveNoAccount } from './no-account.ts';
import type { CauseRule } from './rule.ts';

/**
 * Nobody has this address and its domain is a near miss of a known one. Comes before `domain-not-approved`: the
 * advice to approve a misspelt domain would be the wrong one.
 */
export const probableTypo: CauseRule = (evidence) =>
	evidence.suggestion !== null && (hasNoAccount(evidence) || seemsToHaveNoAccount(evidence))
		? { cause: 'probable-typo', certainty: 'likely', because: `the domain is a near miss: ${evidence.suggestion} was meant?` }
		: null;
