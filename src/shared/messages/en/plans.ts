import type { ChangeState, PlanState, PlanStep, RowOutcome } from '../../plan.ts';
import type { RowResult } from '../../row-results.ts';
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
	verifying: 'Verifying changes',
	done: 'Done',
};

/** What became of the steps of a row. */
export const outcomeTexts: Record<RowOutcome, string> = {
	applied: 'All steps of this row are done.',
	rejected: 'The site refused a step and changed nothing.',
	stale: 'The account changed since the check. Nothing was sent.',
	'needs-person': 'The outcome of a step is unknown. Check it manually.',
	guided: 'A person does this. Invite Doctor sends nothing.',
	'not-reached': 'Nothing has been sent for this row yet.',
};

/** What a row came to: on the row itself, and after a number of rows. */
export const resultTexts: Record<RowResult, { readonly label: string; readonly counted: string }> = {
	added: { label: 'Added', counted: 'added' },
	addable: { label: 'Can be added', counted: 'can be added' },
	blocked: { label: 'Still blocked', counted: 'still blocked' },
	'needs-person': { label: 'Needs a person', counted: 'needing a person' },
	'by-hand': { label: 'Manual', counted: 'manual' },
	'not-tried': { label: 'Not tried', counted: 'not tried' },
};

export const changeStates: Record<ChangeState, string> = {
	intent: 'about to be sent; outcome not known yet',
	applied: 'done',
	rejected: 'refused',
	unknown: 'sent, no usable answer',
	'not-applied': 'not changed (verified)',
	'needs-person': 'outcome unknown, needs review',
};

const people = (count: number): string => plural(count, 'person', 'people');
const rows = (count: number): string => plural(count, 'row', 'rows');

export const planWords = {
	make: {
		button: 'Plan fixes…',
		title: 'Plan fixes',
		intro: 'A plan lists the changes row by row. Nothing is sent before you carry it out.',
		scope: 'Rows',
		selected: (count: number) => (count === 1 ? 'The selected row' : `The ${formatCount(count)} selected rows`),
		shown: (count: number, isFiltered: boolean) =>
			isFiltered ? `The ${rows(count)} that match the filter` : count === 1 ? 'The only row' : `All ${rows(count)}`,
		leftOver: (count: number) => `The ${rows(count)} not added yet`,
		othersNote: (not: string) => `Not taken: ${not}.`,
		taken: (count: number) => `Taken: ${people(count)}`,
		notTaken: (causes: string) => `Not taken because a plan can do nothing for them: ${causes}.`,
		remedies: 'Remedies',
		managed: 'Accounts managed by another organisation',
		ask: 'Write to the organisation that manages them',
		askText: 'Messages to copy or save, one per domain. Nothing is lost.',
		replace: 'Remove them here and create portal-only accounts',
		replaceText: 'Destructive: their roles and groups in your organisation are lost. You confirm this before anything is sent.',
		more: 'Also',
		organisations: 'Add people to the customer organisation named in the list',
		organisationsText: 'Members of a customer organisation can see each other’s requests.',
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
		ofRun: 'Open run',
		made: 'Created',
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
		stoppedNoReason: 'The plan stopped before the last row.',
		stoppedKept: 'All changes so far are recorded. “Resume” continues from there. Nothing is sent twice.',
		paused: 'Paused.',
		pausedText: 'Changes in progress are complete. “Resume” continues from there.',
	},
	buttons: {
		first: (isNext: boolean): string => (isNext ? 'Try the next' : 'Try the first'),
		firstCount: 'How many rows to try',
		carryOut: 'Carry out',
		goOn: 'Resume',
		pause: 'Pause',
		cancel: 'Cancel',
		retry: (count: number) => `Retry ${formatCount(count)} failed`,
		exportFailed: 'Export failed rows',
		again: (count: number) => `Plan again (${formatCount(count)})`,
		work: 'Manual tasks',
		messages: 'Messages',
	},
	groups: {
		byApp: 'Automatic',
		byPerson: 'Manual',
		noneByApp: 'Nothing in this plan can be done automatically.',
		rows,
		steps: 'Steps',
		before: 'Before',
		after: 'After',
		cost: 'Note',
		destructive: 'Destructive',
		showRows: 'Show rows',
		impossible: (count: number) => `${rows(count)} cannot be done`,
		later: (count: number) => `${rows(count)} later`,
		loading: 'Loading the plan…',
	},
	result: {
		title: 'Result',
		billed: (count: number) =>
			`${plural(count, 'restored account has a billed role. See its row', 'restored accounts have billed roles. See their rows')}.`,
		billedFilter: 'Billed roles',
		beyondRetry: (causes: string) => `Retrying does not help these refused rows: ${causes}. Resolve the cause, then plan again.`,
	},
	rows: {
		table: 'Rows of the plan',
		outcomes: 'Filter by outcome',
		verifying: 'Being verified',
		remedies: 'Filter by remedy',
		anyRemedy: 'Any remedy',
		none: 'No rows match these filters.',
		notSeen: 'not checked yet',
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
		said: 'Answer from the site',
		billable: 'Restored billed roles',
		roles: 'Roles',
		rolesUnread: 'The roles could not be read after the change. Check at admin.atlassian.com whether one of them is billed.',
		nothingBilled: 'Nothing is billed: the roles were read after the change.',
		stranded: 'This person was removed and has no portal-only account yet. Resume or retry the plan to create it.',
		willDo: 'Steps',
		journal: 'Journal',
		noJournal: 'Nothing was sent for this row.',
		asked: 'Asked',
		answered: 'Answered',
		noAnswer: 'No answer.',
		at: (from: string, to: string) => `${from}, settled ${to}`,
		know: 'How we know',
		openRow: 'Open row in run',
	},
	confirm: {
		title: 'Carry out this plan?',
		titleFirst: (count: number) => `Try ${rows(count)}?`,
		titleRetry: (count: number) => `Retry ${formatCount(count)} failed ${count === 1 ? 'row' : 'rows'}?`,
		titleRemoval: 'This plan removes people',
		where: (site: string, desk: string) => `On ${site}, for ${desk}`,
		firstOf: (where: string, count: number) => `${where}, the first ${formatCount(count)}:`,
		refusedOf: (where: string, count: number) => `${where}, ${rows(count)} that the site refused:`,
		leftOf: (where: string, count: number) => `${where}, ${rows(count)} not tried yet:`,
		rowsOf: (count: number, label: string) => `${rows(count)}: ${label}`,
		costs: 'Notes',
		goOnText: 'The plan continues with the rows not tried yet.',
		retryText: 'Only refused rows are retried, each from the refused step.',
		firstText: 'Then the plan pauses so that you can check the result.',
		removed: (count: number) => `${people(count)} will be removed from your directory. Their roles and groups are lost:`,
		taken: 'Affected people',
		peopleList: 'People who will be removed',
		billedList: 'People whose former roles come back, billed ones included',
		type: (phrase: string) => `Type “${phrase}” to confirm exactly these people`,
		start: 'Carry out',
		startFirst: (count: number) => `Try ${rows(count)}`,
		startRetry: 'Try again',
		startRemoval: 'Remove and carry out',
		changed: 'The plan has changed. Nothing was started.',
		changedNext: 'Check it again before you start it.',
		cut: 'The connection was lost. Nothing was started.',
		cutStarting: 'The connection was lost while the plan was starting. It may be running.',
	},
	stranded: {
		title: (count: number) =>
			count === 1
				? '1 person was removed and has no portal-only account yet'
				: `${people(count)} were removed and have no portal-only account yet`,
		on: (site: string) => `On ${site}.`,
		person: (email: string, row: number) => `${email} (line ${formatCount(row)})`,
		how: '“Resume” or “Retry” creates the missing account.',
		finish: 'Finish now',
		short: (count: number, site: string) => `${people(count)} removed on ${site}, not added again yet`,
	},
	failedRowsSaved: (name: string) => `Saved as ${name}.`,
	noFailedRows: 'There are no failed rows to export.',
	print: {
		title: (list: string) => `Plan for ${list}`,
		bounded: (shown: number, all: number) =>
			shown < all
				? `The first ${formatCount(shown)} of ${rows(all)} are printed. See the window or the exports for all rows.`
				: `All ${rows(all)}.`,
		notLoaded: 'To print the rows, use the Print button of the plan.',
		printed: (when: string) => `Printed ${when}.`,
	},
};
