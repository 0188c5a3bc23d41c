import { admits } from '../evidence/customer-access.ts';
import { domainOf } from '../evidence/evidence.ts';
import { hasNoAccount, portalHidden, seemsToHaveNoAccount } from './no-account.ts';
import type { CauseRule } from './rule.ts';

/** Neither the approved domains (Internal) nor the allowed ones (External) let this address in. */
export const domainNotApproved: CauseRule = (evidence) => {
	if (!hasNoAccount(evidence) && !seemsToHaveNoAccount(evidence)) return null;
	if (admits(evidence.access, domainOf(evidence.address)) !== 'domain-excluded') return null;
	if (seemsToHaveNoAccount(evidence)) return { cause: 'domain-not-approved', certainty: 'likely', because: portalHidden };
	return evidence.access.origin === 'inferred'
		? { cause: 'domain-not-approved', certainty: 'likely', because: 'inferred: refusals follow the domain' }
		: { cause: 'domain-not-approved', certainty: 'proven' };
};
