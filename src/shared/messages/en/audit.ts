import type { AuditActor, AuditProblem } from '../../plan.ts';
import { formatCount, plural } from './numbers.ts';

export const auditProblems: Record<AuditProblem, string> = {
	'entry-changed': 'An entry was changed after it was written.',
	'entry-missing': 'An entry is missing.',
	'journal-differs': 'The journal of changes does not say what the log says.',
	'anchor-missing': 'The mark that is kept outside the data file is missing.',
	'anchor-damaged': 'The mark that is kept outside the data file is damaged.',
	'anchor-differs': 'The mark that is kept outside the data file is of another log.',
	'database-changed': 'The rules that keep the log from being changed are not in the data file any more.',
	'database-damaged': 'The data file is damaged.',
	'log-cut-off': 'The end of the log was cut off.',
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
	unsoundNext: 'Keep a copy of the data folder before anything else. No change is made to a site until this is settled.',
	atEntry: (seq: number) => `Entry ${formatCount(seq)}:`,
};
