import { type CauseRule, entryOf } from './rule.ts';

/** Our own account, switched off by us, and we may switch it on again. */
export const deactivatedHere: CauseRule = (evidence) => {
	const entry = entryOf(evidence);
	if (entry?.status !== 'deactivated' || entry.claimStatus !== 'managed') return null;
	return evidence.manageable?.known === true && evidence.manageable.value.kind === 'allowed'
		? { cause: 'deactivated-here', certainty: 'proven' }
		: null;
};
