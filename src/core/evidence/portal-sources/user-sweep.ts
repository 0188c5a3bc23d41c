import { portalRecordOf } from '../account-sweep.ts';
import type { PortalSource } from './portal-source.ts';

/** Everybody the site lists. Where it shows portal-only customers, who is not among them has no record. */
export const userSweep: PortalSource = {
	id: 'user-sweep',
	look: async ({ sweep, address, isPortalOnlyHidden }) => {
		const swept = portalRecordOf(sweep, address);
		return swept.known && swept.value === null && isPortalOnlyHidden
			? { known: false, why: 'hidden', proof: { ...swept.proof, answer: { problem: 'the site lists no portal-only accounts' } } }
			: swept;
	},
};
