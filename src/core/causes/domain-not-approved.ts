import { admits, lackingApproval } from '../evidence/customer-access.ts';
import { domainOf } from '../evidence/evidence.ts';
import { inferenceBehind } from '../evidence/inference-text.ts';
import { hasNoAccount, portalHidden, seemsToHaveNoAccount, unseenAccount } from './no-account.ts';
import type { CauseRule } from './rule.ts';

const lackingTexts = {
	'other-apps': 'the domain is approved for other apps only, without the role Jira Service Management – Customer',
	'needs-approval': 'the domain is approved, but an administrator has to agree to each request for access',
} as const;

/** Neither the approved domains (Internal) nor the allowed ones (External) let this address in. */
export const domainNotApproved: CauseRule = (evidence) => {
	if (!hasNoAccount(evidence) && !seemsToHaveNoAccount(evidence)) return null;
	if (admits(evidence.access, domainOf(evidence.address)) !== 'domain-excluded') return null;
	if (seemsToHaveNoAccount(evidence)) return { cause: 'domain-not-approved', certainty: 'likely', because: portalHidden };
	const because = unseenAccount(evidence) ?? inferenceBehind(evidence.access, domainOf(evidence.address));
	const lacking = lackingApproval(evidence.access, domainOf(evidence.address));
	return because === null
		? { cause: 'domain-not-approved', certainty: 'proven', ...(lacking === null ? {} : { because: lackingTexts[lacking] }) }
		: { cause: 'domain-not-approved', certainty: 'likely', because };
};
