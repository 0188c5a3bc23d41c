import { admits } from '../evidence/customer-access.ts';
import { domainOf } from '../evidence/evidence.ts';
import { inferenceBehind } from '../evidence/inference-text.ts';
import { creationRefused, hasNoAccount, portalHidden, seemsToHaveNoAccount, unseenAccount } from './no-account.ts';
import type { CauseRule } from './rule.ts';

/** No account anywhere, and customer access admits the address; likely while the settings are unknown. */
export const readyNew: CauseRule = (evidence) => {
	if (creationRefused(evidence)) return null;
	const hidden = seemsToHaveNoAccount(evidence);
	if (!hidden && !hasNoAccount(evidence)) return null;
	const admission = admits(evidence.access, domainOf(evidence.address));
	if (admission === 'unknown') {
		return { cause: 'ready-new', certainty: 'likely', because: 'customer access is not known; nothing else blocks' };
	}
	if (admission !== 'admitted') return null;
	if (hidden) return { cause: 'ready-new', certainty: 'likely', because: portalHidden };
	const because = unseenAccount(evidence) ?? inferenceBehind(evidence.access, domainOf(evidence.address));
	return because === null ? { cause: 'ready-new', certainty: 'proven' } : { cause: 'ready-new', certainty: 'likely', because };
};
