import { admits } from '../evidence/customer-access.ts';
import { domainOf } from '../evidence/evidence.ts';
import { inferenceBehind } from '../evidence/inference-text.ts';
import { hasNoAccount, portalHidden, seemsToHaveNoAccount, unseenAccount } from './no-account.ts';
import type { CauseRule } from './rule.ts';

/** Internal and External both off: nobody new can be added. An inferred setting makes it likely, never proven. */
export const customerAccessClosed: CauseRule = (evidence) => {
	if (!hasNoAccount(evidence) && !seemsToHaveNoAccount(evidence)) return null;
	if (admits(evidence.access, domainOf(evidence.address)) !== 'closed') return null;
	if (seemsToHaveNoAccount(evidence)) return { cause: 'customer-access-closed', certainty: 'likely', because: portalHidden };
	const because = unseenAccount(evidence) ?? inferenceBehind(evidence.access, domainOf(evidence.address));
	return because === null
		? { cause: 'customer-access-closed', certainty: 'proven' }
		: { cause: 'customer-access-closed', certainty: 'likely', because };
};
