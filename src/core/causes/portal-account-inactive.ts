import type { CauseRule } from './rule.ts';

/** A portal-only record that says `active: false`, wherever it was seen: the sweep or the desk's list. */
export const portalAccountInactive: CauseRule = (evidence) =>
	evidence.portal.known && evidence.portal.value?.active === false ? { cause: 'portal-account-inactive', certainty: 'proven' } : null;
