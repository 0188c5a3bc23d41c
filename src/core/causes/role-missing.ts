import { type CauseRule, entryOf } from './rule.ts';

/** Active, and the organisation answered that no role on the site's service management is held. */
export const roleMissing: CauseRule = (evidence) => {
	const entry = entryOf(evidence);
	const role = evidence.jsmRole?.known === true ? evidence.jsmRole.value : null;
	if (entry?.status !== 'active' || role === null || role.held) return null;
	return entry.unsure === true || role.unsure === true
		? {
				cause: 'role-missing',
				certainty: 'likely',
				because: 'the account is on and not seen in service management; the file Export users would tell whether its access was revoked',
			}
		: { cause: 'role-missing', certainty: 'proven' };
};
