import type { CauseRule } from './rule.ts';

/** Listed by the desk, and the record there is active. */
export const alreadyCustomer: CauseRule = (evidence) =>
	evidence.membership.known && evidence.membership.value.listed?.active === true
		? { cause: 'already-customer', certainty: 'proven' }
		: null;
