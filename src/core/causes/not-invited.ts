import { type CauseRule, entryOf } from './rule.ts';

/** Source: Organizations API, `status: not_invited`. */
export const notInvited: CauseRule = (evidence) =>
	entryOf(evidence)?.status === 'not_invited' ? { cause: 'not-invited', certainty: 'proven' } : null;
