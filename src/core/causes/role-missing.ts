import { type CauseRule, entryOf } from './rule.ts';

const doubts = {
	file: 'the account is active and not seen in service management; the file Export users would tell whether its access was revoked',
	'guessed-resource': "the site's service management could not be told from the organisation's apps, so the role was looked for by a guess",
	'several-directories': 'the organisation has several directories, and whether the one of this site holds the person was not asked',
} as const;

/** Active, and the organisation answered that no role on the site's service management is held. */
export const roleMissing: CauseRule = (evidence) => {
	const entry = entryOf(evidence);
	const role = evidence.jsmRole?.known === true ? evidence.jsmRole.value : null;
	if (entry?.status !== 'active' || role === null || role.held) return null;
	const doubt = entry.unsure === true || role.unsure === true ? 'file' : role.unsure;
	return doubt === undefined
		? { cause: 'role-missing', certainty: 'proven' }
		: { cause: 'role-missing', certainty: 'likely', because: doubts[doubt] };
};
