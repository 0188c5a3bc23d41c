import { type CauseRule, entryOf } from './rule.ts';

/** Source: Organizations API, `status: for_deletion`. */
export const deletionPending: CauseRule = (evidence) =>
	entryOf(evidence)?.status === 'for_deletion' ? { cause: 'deletion-pending', certainty: 'proven' } : null;
