import type { CauseRule } from './rule.ts';

/** Listed by the desk with an active record; or not listed, and allowed to raise requests there all the same. */
export const alreadyCustomer: CauseRule = (evidence) => {
	const membership = evidence.membership.known ? evidence.membership.value : null;
	const mayRaise = membership?.listed === null && evidence.canRaise?.known === true && evidence.canRaise.value;
	return membership?.listed?.active === true || mayRaise ? { cause: 'already-customer', certainty: 'proven' } : null;
};
