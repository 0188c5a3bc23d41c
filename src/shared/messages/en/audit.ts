import type { FailureDetails } from '../../outcome.ts';
import type { AuditActor, AuditProblem } from '../../plan.ts';
import { formatCount, formatMoment, plural } from './numbers.ts';

export const auditProblems: Record<AuditProblem, string> = {
	'entry-changed': 'An entry was changed after it was written.',
	'entry-missing': 'An entry is missing.',
	'journal-differs': 'The journal of changes does not say what the log says.',
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
			return `The file audit-head.json, which names the last entry of the audit log, is gone; ${log}.`;
		case 'head-unreadable':
			return `The file audit-head.json, which names the last entry of the audit log, cannot be read; ${log}.`;
		case 'log-shorter':
			return `The audit log is shorter than it was: ${log}; audit-head.json names ${head}.`;
		case 'log-other':
			return `The audit log is another one: audit-head.json names ${head}, which is not in it; ${log}.`;
		case 'chain-broken':
			return `The audit log was changed: audit-head.json names ${head}, and entry ${formatCount(Number(details['brokenSeq']))} does not follow from it; ${log}.`;
		default:
			return 'The audit log on this machine is not the one that audit-head.json names.';
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
	unknown: 'Outcome not known',
	'not-applied': 'Did not happen',
	'needs-person': 'Needs a person',
	verified: 'Looked at again',
	accepted: 'Log accepted as it is',
};

export const hostTexts: Record<AuditActor['host'], string> = {
	electron: 'Desktop app',
	browser: 'Browser',
	cli: 'Command line',
};

export const auditWords = {
	title: 'Audit log',
	intro:
		'Every change that was made or tried, by whom and on which site. Entries are never changed or deleted, and each is sealed with the one before.',
	emptyTitle: 'Nothing on record yet',
	emptyText: 'The first entry is written when a plan is made.',
	loading: 'Reading the audit log…',
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
	sound: (entries: number) => `${plural(entries, 'entry is', 'entries are')} as written, and nothing is missing.`,
	soundEmpty: 'There is no entry yet, and none is missing.',
	unsound: (problems: number) => `${plural(problems, 'thing is', 'things are')} not as written`,
	unsoundNext: 'Keep a copy of the data folder before anything else.',
	atEntry: (seq: number) => `Entry ${formatCount(seq)}:`,
	accept: {
		how: 'No site is changed until this is settled; everything else works. If you know why, for example because a backup was restored, accept the log as it is: it then goes on from here, with an entry that says so.',
		reason: 'Why it differs',
		example: 'Restored the backup of Monday',
		accept: 'Accept the log as it is',
		accepted: (seq: number) => `Accepted: entry ${formatCount(seq)} says so.`,
		before: (seq: number, user: string, at: string, reason: string) =>
			`Entry ${formatCount(seq)}: ${user} accepted the log as it was on ${formatMoment(at)}: “${reason}”`,
	},
};
