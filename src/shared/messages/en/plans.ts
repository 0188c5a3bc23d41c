import type { ChangeState, PlanState, PlanStep, RowOutcome, RowResult } from '../../plan.ts';
import { formatCount, plural } from './numbers.ts';

export const planStates: Record<PlanState, string> = {
	planned: 'Planned',
	running: 'Running',
	paused: 'Paused',
	stopped: 'Stopped',
	finished: 'Finished',
};

export const planSteps: Record<PlanStep, string> = {
	connecting: 'Connecting to the site',
	changing: 'Making changes',
	verifying: 'Checking what came of it',
	done: 'Done',
};

export const outcomeTexts: Record<RowOutcome, { readonly label: string; readonly meaning: string }> = {
	applied: { label: 'Done', meaning: 'Every step of this row is done.' },
	rejected: { label: 'Refused', meaning: 'The site refused a step and changed nothing in it.' },
	stale: { label: 'Changed since', meaning: 'The account changed since it was checked, so nothing was sent.' },
	'needs-person': { label: 'Needs a person', meaning: 'What became of a step cannot be told by reading: somebody has to look.' },
	guided: { label: 'By hand', meaning: 'Never sent by Invite Doctor: a person does it.' },
	'not-reached': { label: 'Not tried yet', meaning: 'Nothing was sent for this row so far.' },
};

/** After a number of rows. */
export const resultTexts: Record<RowResult, string> = {
	added: 'customers now',
	addable: 'not customers yet, nothing blocks them',
	blocked: 'still blocked',
	'needs-person': 'need a person',
	'by-hand': 'to be done by hand',
	'not-tried': 'still open',
};

export const changeStates: Record<ChangeState, string> = {
	intent: 'about to be sent; its outcome is not known yet',
	applied: 'done',
	rejected: 'refused',
	unknown: 'sent, and no usable answer came',
	'not-applied': 'did not happen, as reading showed',
	'needs-person': 'cannot be settled by reading',
};

const people = (count: number): string => plural(count, 'person', 'people');
const rows = (count: number): string => plural(count, 'row', 'rows');

export const planWords = {
	make: {
		button: 'Plan fixes…',
		title: 'Plan fixes',
		intro: 'A plan says what would be done, row by row. Nothing is sent before you carry it out.',
		scope: 'For which rows',
		selected: (count: number) => (count === 1 ? 'The selected row' : `The ${formatCount(count)} selected rows`),
		shown: (count: number, isFiltered: boolean) =>
			isFiltered ? `The ${rows(count)} that fit the filter` : count === 1 ? 'The only row' : `All ${rows(count)}`,
		leftOver: (count: number) => `The ${rows(count)} that are still not added`,
		managed: 'Accounts that another organisation manages',
		ask: 'Write to the organisation that owns them',
		askText: 'Messages to copy or save, one for each domain. Nothing is lost.',
		replace: 'Remove them here and make portal-only accounts',
		replaceText: 'Destructive: their roles and groups in your organisation are lost. It is confirmed by typing before anything is sent.',
		more: 'Also',
		organisations: 'Add people to the customer organisation named in the list',
		organisationsText: 'Members of one customer organisation may see each other’s requests.',
		create: 'Make the plan',
	},
	list: {
		heading: 'Plans',
		of: (when: string) => `Plan of ${when}`,
		more: (count: number) => `and ${formatCount(count)} more`,
	},
	page: {
		title: (list: string) => `Plan for ${list}`,
		loading: 'Loading the plan…',
		ofRun: 'Open its run',
		made: 'Made',
		nothingSent: 'Nothing has been sent yet.',
		estimate: (changes: number, calls: number, time: string) =>
			`${plural(changes, 'change', 'changes')}, about ${plural(calls, 'call', 'calls')}, ${time}`,
		ended: (ended: number, all: number) => `${formatCount(ended)} of ${plural(all, 'row', 'rows')} tried`,
		outcomes: 'Rows by outcome',
		progress: 'Progress of the plan',
		views: 'View',
		summary: 'Summary',
		rows: (count: number) => `Rows (${formatCount(count)})`,
		print: 'Print',
		stoppedNoReason: 'The plan was broken off before its last row.',
		stoppedKept: 'Every change so far is on record. “Go on” continues where it stood; nothing is sent twice.',
		paused: 'Paused.',
		pausedText: 'What was under way has ended; “Go on” continues where it stood.',
	},
	buttons: {
		first: (isNext: boolean): string => (isNext ? 'Try the next' : 'Try the first'),
		firstCount: 'How many rows to try',
		carryOut: 'Carry out',
		goOn: 'Go on',
		pause: 'Pause',
		cancel: 'Cancel',
		retry: (count: number) => `Retry ${formatCount(count)} failed`,
		exportFailed: 'Export failed rows',
		again: 'Plan again',
		work: 'Work by hand',
		messages: 'Messages',
	},
	groups: {
		byApp: 'Invite Doctor does',
		byPerson: 'Left to a person',
		noneByApp: 'Nothing of this plan can be done by Invite Doctor itself.',
		rows,
		steps: 'Steps',
		before: 'Before',
		after: 'After',
		cost: 'To know',
		destructive: 'Destructive',
		showRows: 'Show rows',
		loading: 'Reading the plan…',
	},
	result: {
		title: 'Result',
		billed: (count: number) =>
			`${plural(count, 'restored account has a role that is billed', 'restored accounts have roles that are billed')}. They are named on their rows.`,
		billedFilter: 'Billed roles',
	},
	rows: {
		table: 'Rows of the plan',
		outcomes: 'Filter by outcome',
		remedies: 'Filter by remedy',
		anyRemedy: 'Any remedy',
		none: 'No row of the plan fits these filters.',
		notSeen: 'not looked at yet',
		unchanged: 'unchanged',
		to: 'then',
		billed: 'billed role',
		rolesUnread: 'roles not read',
		stranded: 'removed, no new account yet',
		columns: { row: 'Line', email: 'Address', name: 'Name', remedy: 'Remedy', change: 'Before → after', outcome: 'Outcome' },
	},
	detail: {
		close: 'Close (Esc)',
		outcome: 'Outcome',
		said: 'The site said',
		billable: 'Billed roles that came back',
		roles: 'Roles',
		rolesUnread: 'The roles could not be read after the change. Check at admin.atlassian.com whether one of them is billed.',
		nothingBilled: 'Nothing is billed: the roles were read after the change.',
		stranded: 'This person was removed and has no portal-only account yet. Go on or retry to finish it.',
		willDo: 'What is done',
		journal: 'Journal',
		noJournal: 'Nothing was sent for this row.',
		asked: 'Asked',
		answered: 'Answered',
		noAnswer: 'No answer came.',
		at: (from: string, to: string) => `${from}, settled ${to}`,
		know: 'How we know',
		openRow: 'Open the row in its run',
	},
	confirm: {
		title: 'Carry out this plan?',
		titleFirst: (count: number) => `Try ${rows(count)}?`,
		titleRetry: (count: number) => `Try ${formatCount(count)} failed ${count === 1 ? 'row' : 'rows'} again?`,
		titleRemoval: 'This plan removes people',
		where: (site: string, desk: string) => `On ${site}, for ${desk}`,
		firstOf: (where: string, count: number) => `${where}, the first ${formatCount(count)} of:`,
		refusedOf: (where: string, count: number) => `${where}, ${rows(count)} that the site refused, of:`,
		leftOf: (where: string, count: number) => `${where}, ${rows(count)} not tried yet, of:`,
		rowsOf: (count: number, label: string) => `${rows(count)}: ${label}`,
		costs: 'What it may lead to',
		goOnText: 'It continues where it stood: rows that were tried are not tried again.',
		retryText: 'Only rows the site refused are tried again, each from the step that was refused.',
		firstText: 'Then it pauses, so that you can look at what came of them.',
		removed: (count: number) => `${people(count)} will be removed from your directory. Their roles and groups are lost:`,
		peopleList: 'People who will be removed',
		type: (phrase: string) => `Type “${phrase}” to confirm exactly these people`,
		start: 'Carry out',
		startFirst: (count: number) => `Try ${rows(count)}`,
		startRetry: 'Try again',
		startRemoval: 'Remove and carry out',
		changed: 'The plan changed while you were looking at it, so nothing was started.',
		changedNext: 'Look at it again before you start it.',
		cut: 'The connection was lost while you were looking at the plan, so nothing was started.',
		cutStarting: 'The connection was lost while the plan was being started, so it may have begun.',
	},
	stranded: {
		title: (count: number) =>
			count === 1
				? '1 person was removed and has no portal-only account yet'
				: `${people(count)} were removed and have no portal-only account yet`,
		on: (site: string) => `On ${site}.`,
		person: (email: string, row: number) => `${email} (line ${formatCount(row)})`,
		how: '“Go on” or “Retry” makes the account that is missing.',
		finish: 'Finish now',
		short: (count: number, site: string) => `${people(count)} removed on ${site}, not back yet`,
	},
	failedRowsSaved: (name: string) => `Saved as ${name}.`,
	noFailedRows: 'There are no failed rows to export.',
	print: {
		title: (list: string) => `Plan for ${list}`,
		bounded: (shown: number, all: number) =>
			shown < all
				? `The first ${formatCount(shown)} of ${rows(all)} are printed. All of them are in the window and in the exports.`
				: `All ${rows(all)}.`,
		notLoaded: 'Rows are printed with the Print button of the plan.',
		printed: (when: string) => `Printed ${when}.`,
	},
};
