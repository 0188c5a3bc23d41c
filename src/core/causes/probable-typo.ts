import { hasNoAccount, seemsToHaveNoAccount } from './no-account.ts';
import type { CauseRule } from './rule.ts';

/** Nobody has this address and its domain is a near miss of a known one. A hint: what is known for sure comes first. */
export const probableTypo: CauseRule = (evidence) =>
	evidence.suggestion !== null && (hasNoAccount(evidence) || seemsToHaveNoAccount(evidence))
		? { cause: 'probable-typo', certainty: 'likely', because: `the domain is a near miss: ${evidence.suggestion} was meant?` }
		: null;
