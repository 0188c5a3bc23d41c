import { entryOf } from '../../causes/rule.ts';
import type { Step } from '../step.ts';

/** Makes the account; which kind, the site's customer access decides. Answers 409 where the address has one already. */
export const create: Step = {
	id: 'create',
	once: false,
	isReached: async ({ createdId, evidence, applied }) => {
		const portal = evidence.portal.known ? evidence.portal.value : null;
		// A search that lags still shows the account that this row has just removed.
		const hasAnother = entryOf(evidence) !== null && !applied.includes('remove');
		return createdId !== null || portal?.active === true || hasAnother;
	},
	send: ({ address, displayName }, { changes }, depart) => changes.createCustomer({ email: address, displayName }, depart),
};
