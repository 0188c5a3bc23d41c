import { type CauseRule, entryOf } from './rule.ts';

/** Active, and the organisation answered that no role on the site's service management is held. */
export const roleMissing: CauseRule = (evidence) =>
	entryOf(evidence)?.status === 'active' && evidence.jsmRole?.known === true && !evidence.jsmRole.value.held
		? { cause: 'role-missing', certainty: 'proven' }
		: null;
