import type { FailureDetails } from '../../outcome.ts';
import type { AuditFormat } from '../../audit.ts';
import type { AuditActor, AuditProblem, ChangeState } from '../../plan.ts';
import type { StepId } from '../../remedies.ts';
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

/** A change of a person: what it was meant to do, and as done. */
export interface ChangePhrase {
	readonly to: string;
	readonly done: string;
}

const people = (count: number): string => plural(count, 'person', 'people');

/** Entries of the log as sentences. `who` is an account, or the user of this machine where no account was asked. */
export const auditSentences = {
	changes: {
		restore: (person) => ({ to: `restore the access of ${person}`, done: `restored the access of ${person}` }),
		enable: (person) => ({ to: `reactivate the account of ${person}`, done: `reactivated the account of ${person}` }),
		invite: (person) => ({ to: `invite ${person} with the Customer role`, done: `invited ${person} with the Customer role` }),
		remove: (person) => ({ to: `remove ${person} from the directory`, done: `removed ${person} from the directory` }),
		'assign-role': (person) => ({ to: `grant ${person} the Customer role`, done: `granted ${person} the Customer role` }),
		create: (person) => ({ to: `create a customer account for ${person}`, done: `created a customer account for ${person}` }),
		'invite-customer': (person, desk) => ({ to: `invite ${person} by email to ${desk}`, done: `invited ${person} by email to ${desk}` }),
		'add-to-desk': (person, desk) => ({ to: `add ${person} to ${desk}`, done: `added ${person} to ${desk}` }),
		'add-to-organisation': (person) => ({
			to: `add ${person} to the customer organisation`,
			done: `added ${person} to the customer organisation`,
		}),
	} satisfies Record<StepId, (person: string, desk: string) => ChangePhrase> as Record<
		StepId,
		(person: string, desk: string) => ChangePhrase
	>,
	states: {
		intent: (who, { to }) => `${who} is about to ${to}`,
		applied: (who, { done }) => `${who} ${done}`,
		rejected: (who, { to }) => `${who} could not ${to}: the site refused`,
		unknown: (who, { to }) => `${who} tried to ${to}. The outcome is unknown`,
		'not-applied': (who, { to }) => `${who} tried to ${to}. Nothing was changed`,
		'needs-person': (who, { to }) => `${who} tried to ${to}. Check the outcome manually`,
	} satisfies Record<ChangeState, (who: string, change: ChangePhrase) => string> as Record<
		ChangeState,
		(who: string, change: ChangePhrase) => string
	>,
	somebody: (row: number) => `the person of row ${formatCount(row + 1)}`,
	someDesk: 'the service project',
	was: (cause: string) => `was: ${cause}`,
	answered: (status: number) => `answered ${status}`,
	planMade: (who: string, rows: number, desk: string) => `${who} made a plan for ${plural(rows, 'row', 'rows')} in ${desk}`,
	confirmed: (who: string, phrase: string) => `${who} confirmed “${phrase}”`,
	rechecked: (who: string, person: string, cause: string) => `${who} rechecked ${person}: ${cause}`,
	recheckedMany: (who: string, count: number) => `${who} rechecked ${people(count)}`,
	runDeleted: (who: string, rows: number, plans: number) =>
		`${who} deleted a run with ${plural(rows, 'row', 'rows')}${plans === 0 ? '' : ` and ${plural(plans, 'plan', 'plans')}`}`,
	siteDeleted: (who: string) => `${who} deleted everything stored about the site`,
	accepted: (who: string, reason: string) => `${who} accepted the log: “${reason}”`,
	other: (who: string, event: string) => `${who}: ${event}`,
};

export const hostTexts: Record<AuditActor['host'], string> = {
	electron: 'Desktop app',
	browser: 'Browser',
	cli: 'Command line',
};

export const auditWords = {
	title: 'Audit log',
	intro:
		'All changes that were made or tried, by whom and on which site. Entries are never deleted, and each is sealed with the previous one. If you delete a run, its entries lose names and addresses.',
	emptyTitle: 'No entries yet',
	emptyText: 'The first entry is added when you make a plan.',
	loading: 'Loading the audit log…',
	table: 'Entries, newest first',
	columns: { seq: 'Entry', at: 'When', event: 'What happened', details: 'Details' },
	filters: {
		label: 'Filter entries',
		site: 'Site',
		anySite: 'Any site',
		plan: 'Plan',
		anyPlan: 'Any plan',
		planOf: (list: string, when: string) => `${list}, ${when}`,
		person: 'Search address',
		step: 'Step',
		anyStep: 'Any step',
		since: 'From',
		until: 'To',
		clear: 'Clear filters',
		none: 'No matching entries.',
	},
	show: 'Show',
	hide: 'Hide',
	detailsOf: (seq: number, isOpen: boolean) => `${isOpen ? 'Hide' : 'Show'} details of entry ${formatCount(seq)}`,
	hash: 'Seal',
	newer: 'Newer',
	older: 'Older',
	range: (from: number, to: number, total: number) => `${formatCount(from)}–${formatCount(to)} of ${formatCount(total)}`,
	verify: 'Verify',
	export: { csv: 'Export CSV', jsonl: 'Export JSONL' } satisfies Record<AuditFormat, string> as Record<AuditFormat, string>,
	csvColumns: {
		seq: 'Entry',
		at: 'Time (UTC)',
		account: 'Account',
		user: 'User',
		host: 'Through',
		site: 'Site',
		event: 'Event',
		sentence: 'What happened',
		plan: 'Plan',
		person: 'Address',
		step: 'Step',
		status: 'Answer',
		hash: 'Seal',
	},
	exported: (name: string) => `Saved as ${name}.`,
	sound: (entries: number) => `${plural(entries, 'entry', 'entries')} verified. No entries changed or missing.`,
	soundEmpty: 'No entries yet, and none missing.',
	unsound: (problems: number) => `${plural(problems, 'problem', 'problems')} found`,
	unsoundNext: 'First, back up the data folder.',
	atEntry: (seq: number) => `Entry ${formatCount(seq)}:`,
	accept: {
		how: 'Changes to sites are blocked until this is resolved. Everything else works. If you know the reason, for example a restored backup, accept the log. It then continues from here, with an entry that records this.',
		reason: 'Reason',
		example: 'e.g. Restored the backup of Monday',
		accept: 'Accept the log',
		accepted: (seq: number) => `Accepted. Recorded in entry ${formatCount(seq)}.`,
		before: (seq: number, user: string, at: string, reason: string) =>
			`Entry ${formatCount(seq)}: ${user} accepted the log on ${formatMoment(at)}: “${reason}”`,
	},
};
