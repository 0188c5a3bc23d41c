import { type CauseRule, entryOf } from './rule.ts';

/**
 * No field says "another organisation's". An account that is off and not ours was switched off by its owner;
 * a refusal to let us manage it confirms that. Source: atlassian-api.md section 4.
 */
export const managedElsewhere: CauseRule = (evidence) => {
	const entry = entryOf(evidence);
	if (entry?.status !== 'deactivated' || entry.claimStatus !== 'unmanaged') return null;
	const answer = evidence.manageable?.known === true ? evidence.manageable.value : null;
	if (answer?.kind === 'allowed') return null;
	const confirmed = answer?.kind === 'forbidden' || (answer?.kind === 'refused' && answer.reason === 'managedAccount');
	return confirmed
		? { cause: 'managed-elsewhere', certainty: 'proven' }
		: { cause: 'managed-elsewhere', certainty: 'likely', because: 'inactive and unmanaged; not confirmed by the manage call' };
};
