import { admits, admitsPortalOnly, isApprovedForUnknown } from '../evidence/customer-access.ts';
import { domainOf } from '../evidence/evidence.ts';
import { inferenceBehind } from '../evidence/inference-text.ts';
import { creationRefused, hasNoAccount, portalHidden, seemsToHaveNoAccount, unseenAccount } from './no-account.ts';
import type { CauseRule } from './rule.ts';

const unknownAccess = 'customer access is not known; nothing else blocks';
const unknownRole = 'the domain is approved; whether with the Customer role and without approval by an administrator is not known';
const elsewhereUnseen = 'Internal decides, and whether there is an Atlassian account outside this organisation cannot be seen';

/**
 * No account here, and customer access admits the address. Likely while the settings are unknown, and where Internal alone
 * admits it: then an Atlassian account outside this organisation, which the directory does not show, would count.
 */
export const readyNew: CauseRule = (evidence) => {
	if (creationRefused(evidence)) return null;
	const hidden = seemsToHaveNoAccount(evidence);
	if (!hidden && !hasNoAccount(evidence)) return null;
	const domain = domainOf(evidence.address);
	const admission = admits(evidence.access, domain);
	if (admission === 'unknown') {
		return {
			cause: 'ready-new',
			certainty: 'likely',
			because: isApprovedForUnknown(evidence.access, domain) ? unknownRole : unknownAccess,
		};
	}
	if (admission !== 'admitted') return null;
	if (hidden) return { cause: 'ready-new', certainty: 'likely', because: portalHidden };
	const byInternal = admitsPortalOnly(evidence.access, domain) === true ? null : elsewhereUnseen;
	const because = unseenAccount(evidence) ?? inferenceBehind(evidence.access, domain) ?? byInternal;
	return because === null ? { cause: 'ready-new', certainty: 'proven' } : { cause: 'ready-new', certainty: 'likely', because };
};
