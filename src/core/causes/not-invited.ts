import { type CauseRule, entryOf } from './rule.ts';

/**
 * Not among this organisation's users (`not_invited`); or, where it has several directories, not in the one that serves this
 * site. Source: Organizations API, `status` and `userDirectoryStatus`.
 */
export const notInvited: CauseRule = (evidence) => {
	const isAbsentHere = evidence.jsmRole?.known === true && evidence.jsmRole.value.absentHere === true;
	const { status } = entryOf(evidence) ?? {};
	return status === 'not_invited' || (status === 'active' && isAbsentHere) ? { cause: 'not-invited', certainty: 'proven' } : null;
};
