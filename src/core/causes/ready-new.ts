import { admits } from '../evidence/customer-access.ts';
import { domainOf } from '../evidence/evidence.ts';
import { inferenceBehind } from '../evidence/say-inference.ts';
import { creationRefused, hasNoAccount, portalHidden, seemsToHaveNoAccount } from './no-account.ts';
import type { CauseRule } from './rule.ts';

/** No account anywhere, and customer access admits the address; likely while the settings are unknown. */
export const readyNew: CauseRule = (evidence) => {
	if (creationRefused(evidence)) return null;
	const hidden = seemsToHaveNoAccount(evidence);
	if (!hidden && !hasNoAccount(evidence)) return null;
	const admission = admits(evidence.access, domainOf(evidence.address));
	if (admission === 'unknown')
		return { cause: 'ready-new', certainty: 'likely', because: 'customer access is not known; nothing else blocks' };
	if (admission !== 'admitted') return null;
	if (hidden) return { cause: 'ready-new', certainty: 'likely', because: portalHidden };
	const { directory, access, address } = evidence;
	// At home there are accounts that are managed and in no directory.
	if (directory.settledBy !== undefined && access.approvedDomains?.includes(domainOf(address)) === true)
		return { cause: 'ready-new', certainty: 'likely', because: directory.settledBy };
	const because = inferenceBehind(evidence.access, domainOf(evidence.address));
	return because === null ? { cause: 'ready-new', certainty: 'proven' } : { cause: 'ready-new', certainty: 'likely', because };
};
