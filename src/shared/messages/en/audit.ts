import type { FailureDetails } from '../../outcome.ts';
import type { AuditActor, AuditProblem } from '../../plan.ts';
import { formatCount, formatMoment, plural } from './numbers.ts';

export const auditProblems: Record<AuditProblem, string> = {
	'entry-changed': 'An entry was changed after it was written.',
	'entry-missing': 'An entry is missing.',
	'journal-differs': 'The journal of changes does not match the log.',
	'database-damaged': 'The data file is damaged.',
};

/** What differs between the log and its head: an `AuditDifference`, also as the details of a failure. */
export const auditDifferenceText = (details: FailureDetails): string => {
	const entry = (seq: unknown, at: unknown): string =>
		`entry ${formatCount(Number(seq))}${at === '' ? '' : ` of ${formatMoment(String(at))}`}`;
	const log = details['logSeq'] === 0 ? 'the log is empty' : `the log ends at ${entry(details['logSeq'], details['logAt'])}`;
	const head = entry(details['headSeq'], details['headAt']);
	switch (details['problem']) {
		case 'head-missing':
			return `The file audit-head.json, which names the last entry of the audit log, is missing; ${log}.`;
		case 'head-unreadable':
			return `The file audit-head.json, which names the last entry of the audit log, cannot be read; ${log}.`;
		case 'log-shorter':
			return `Entries are missing from the audit log: ${log}, but audit-head.json names ${head}.`;
		case 'log-other':
			return `This is a different audit log: it does not contain ${head}, which audit-head.json names; ${log}.`;
		case 'chain-broken':
			return `The audit log was changed: audit-head.json names ${head}, but entry ${formatCount(Number(details['brokenSeq']))} does not match it; ${log}.`;
		default:
			return 'The audit log on this machine does not match audit-head.json.';
	}
};

export const eventTexts: Readonly<Record<string, string>> = {
	'plan-created': 'Plan made',
	confirmed: 'Removal confirmed',
	started: 'Plan started',
	paused: 'Plan paused',
	stopped: 'Plan stopped',
	finished: 'Plan finished',
	intent: 'About to change',
	applied: 'Changed',
	rejected: 'Refused',
	unknown: 'Outcome unknown',
	'not-applied': 'Not changed',
	'needs-person': 'Needs review',
	verified: 'Rechecked',
	'run-deleted': 'Run deleted',
	'site-deleted': 'Site deleted',
	accepted: 'Log accepted',
};

export const hostTexts: Record<AuditActor['host'], string> = {
	electron: 'Desktop app',
	browser: 'Browser',
	cli: 'Command line',
};

export const auditWords = {
	title: 'Audit log',
	intro:
		'All changes that were made or tried, by whom and on which site. Entries are never changed or deleted. Each entry is sealed with the previous one.',
	emptyTitle: 'No entries yet',
	emptyText: 'The first entry is added when you make a plan.',
	loading: 'Loading the audit log…',
	table: 'Entries, newest first',
	columns: { seq: 'Entry', at: 'When', event: 'What', site: 'Site', actor: 'Who', details: 'Details' },
	show: 'Show',
	hide: 'Hide',
	detailsOf: (seq: number, isOpen: boolean) => `${isOpen ? 'Hide' : 'Show'} details of entry ${formatCount(seq)}`,
	hash: 'Seal',
	newer: 'Newer',
	older: 'Older',
	range: (from: number, to: number, total: number) => `${formatCount(from)}–${formatCount(to)} of ${formatCount(total)}`,
	verify: 'Verify',
	export: 'Export',
	exported: (name: string) => `Saved as ${name}.`,
	sound: (entries: number) => `${plural(entries, 'entry', 'entries')} verified. No entries changed or missing.`,
	soundEmpty: 'No entries yet, and none missing.',
	unsound: (problems: number) => `${plural(problems, 'problem', 'problems')} found`,
	unsoundNext: 'First, back up the data folder.',
	atEntry: (seq: number) => `Entry ${formatCount(seq)}:`,
	accept: {
		how: 'Changes to sites are blocked until this is resolved. Everything else works. If you know the reason, for example a restored backup, accept the log. It then continues from here, with an entry that records this.',
		reason: 'Reason',
		example: 'Restored the backup of Monday',
		accept: 'Accept the log',
		accepted: (seq: number) => `Accepted. Recorded in entry ${formatCount(seq)}.`,
		before: (seq: number, user: string, at: string, reason: string) =>
			`Entry ${formatCount(seq)}: ${user} accepted the log on ${formatMoment(at)}: “${reason}”`,
	},
};
