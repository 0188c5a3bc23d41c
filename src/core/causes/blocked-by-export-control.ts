import { type CauseRule, entryOf } from './rule.ts';

/** Atlassian itself keeps the account off, and nobody here can change that. Source: User management API, `blocked.exportControl`. */
export const blockedByExportControl: CauseRule = (evidence) => {
	const { manageable } = evidence;
	const isBlocked =
		manageable?.known === true && manageable.value.kind === 'refused' && manageable.value.reason === 'blocked.exportControl';
	return entryOf(evidence)?.status === 'deactivated' && isBlocked ? { cause: 'blocked-by-export-control', certainty: 'proven' } : null;
};
