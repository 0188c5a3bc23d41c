import type { FailureDetails } from '../../outcome.ts';

/**
 * What differs between the audit log and its head: an `AuditDifference`, also as the details of a failure. `momentOf` writes
 * a time as people read it there.
 */
export const auditDifferenceText = (details: FailureDetails, momentOf: (iso: string) => string): string => {
	const entry = (seq: unknown, at: unknown): string => `entry ${String(seq)}${at === '' ? '' : ` of ${momentOf(String(at))}`}`;
	const log = details['logSeq'] === 0 ? 'the log is empty' : `the log ends at ${entry(details['logSeq'], details['logAt'])}`;
	const head = entry(details['headSeq'], details['headAt']);
	switch (details['problem']) {
		case 'head-missing':
			return `The file audit-head.json, which names the last entry of the audit log, is gone; ${log}.`;
		case 'head-unreadable':
			return `The file audit-head.json, which names the last entry of the audit log, cannot be read; ${log}.`;
		case 'log-shorter':
			return `The audit log is shorter than it was: ${log}; its head names ${head}.`;
		case 'log-other':
			return `The audit log is another one: its head names ${head}, and that entry is not in it; ${log}.`;
		case 'chain-broken':
			return `The audit log does not go on from its head: that names ${head}, and entry ${String(details['brokenSeq'])} does not follow from it; ${log}.`;
		default:
			return 'The audit log on this machine does not go on from its head.';
	}
};
