import type { CauseCode } from '../../causes.ts';
import type { RemedyId } from '../../remedies.ts';
import { formatCount, plural } from './numbers.ts';
import { causeTexts } from './causes.ts';
import { remedyDetails } from './remedies.ts';

/** One piece of work for a person, as far as sentences tell of it. */
interface Task {
	readonly scope: 'site' | 'domain' | 'person';
	readonly subject: string;
	readonly remedy: RemedyId;
	readonly ids: readonly number[];
	/** Anything but `null`: the outcome of a change cannot be told. */
	readonly unsettled: object | null;
}

type Note = { readonly kind: 'later' } | { readonly kind: 'cannot'; readonly reason: string };

/** What was seen when it was asked again about the rows of a task. */
interface Seen {
	readonly added: number;
	/** Nothing blocks them any more: a new plan adds them. */
	readonly addable: number;
	readonly blocked: number;
	/** Why the first of those is still blocked. */
	readonly cause: CauseCode | null;
	/** Not asked about again, because nothing had changed for those before them. */
	readonly notAsked: number;
}

const siteTitles: Readonly<Partial<Record<RemedyId, string>>> = {
	'open-customer-access': 'Customer access of the site',
	'fix-desk-permission': 'Permissions of the service project',
};

/** What somebody said of a manual task, after “Manual:”. */
export const workNotes = {
	later: 'later',
	cannot: (reason: string) => `cannot be done: ${reason}`,
};

const rows = (count: number): string => plural(count, 'row', 'rows');

export const guidedWords = {
	title: ({ scope, subject, remedy }: Pick<Task, 'scope' | 'subject' | 'remedy'>): string =>
		scope === 'site' ? (siteTitles[remedy] ?? remedyDetails[remedy].label) : subject,
	kind: ({ remedy, ids, unsettled }: Pick<Task, 'remedy' | 'ids' | 'unsettled'>): string =>
		[unsettled === null ? remedyDetails[remedy].label : 'Check manually', ...(ids.length > 1 ? [rows(ids.length)] : [])].join(' · '),
	/** What the product saw when it asked again. */
	seen: ({ added, addable, blocked, cause, notAsked }: Seen): string => {
		const total = added + addable + blocked + notAsked;
		const count = (part: number): string => (total === 1 ? '' : `${formatCount(part)} `);
		const parts = [
			...(added > 0 ? [`${count(added)}added`] : []),
			...(addable > 0 ? [`${count(addable)}can be added now`] : []),
			...(blocked > 0 ? [`${count(blocked)}still blocked${cause === null ? '' : ` (${causeTexts[cause].label})`}`] : []),
			...(notAsked > 0 ? [`${formatCount(notAsked)} not rechecked because nothing had changed`] : []),
		];
		const text = parts.join(', ');
		return text.charAt(0).toUpperCase() + text.slice(1);
	},
	saw: (title: string, seen: string) => `${title}: ${seen}.`,
	/** What somebody said of the task instead; `null`: it was taken back. */
	note: (note: Note | null): string => (note === null ? 'Open' : note.kind === 'later' ? 'Later' : `Cannot be done: ${note.reason}`),
	noted: (title: string, note: string) => `${title}: ${note}`,
	asking: 'Rechecking…',
	page: {
		title: 'Manual tasks',
		back: 'Back to the plan',
		loading: 'Loading tasks…',
		list: 'Tasks',
		progress: (done: number, all: number) => `${formatCount(done)} of ${plural(all, 'task', 'tasks')} done`,
		impossible: (count: number) => `${formatCount(count)} cannot be done`,
		emptyTitle: 'No manual tasks',
		emptyText: 'Invite Doctor does everything in this plan.',
		again: (count: number) => `Plan for ${formatCount(count)} that can be added now`,
		addableScope: (count: number) => `The ${rows(count)} that can be added now`,
	},
	task: {
		todo: 'What to do',
		rows: 'Affected rows',
		line: (line: number) => `Line ${formatCount(line)}`,
		waiting: (count: number) => (count === 1 ? '1 row of the list' : `${rows(count)} of the list`),
		unsettled: 'The outcome of a change to this account is unknown. Check the page and correct it.',
		said: 'Answer from the site',
		list: 'Correct the list and import it again. The rows of a plan do not change.',
		message: 'The message is ready to copy or save.',
		afterwards: 'Then mark the task as done. Invite Doctor rechecks the rows and plans those that can be added.',
		open: 'Open',
		openMessage: 'Open the message',
		copyAddress: 'Copy',
		done: 'Done, recheck',
		skip: 'Skip',
		later: 'Later',
		cannot: 'Cannot be done…',
		reason: 'Cannot be done, because',
		reasonHint: 'Shown in the plan, in reports and in exports.',
		keepReason: 'Save reason',
		noted: (user: string, when: string) => `${user}, ${when}`,
		takeBack: 'Reopen',
		noPage: 'No link available. Follow the menu path.',
		copied: 'Copied',
	},
	keys: {
		title: 'Keys',
		move: 'next, previous',
		open: 'open and copy',
		copy: 'copy',
		done: 'done, recheck',
		skip: 'skip',
		later: 'later',
		cannot: 'cannot be done',
	},
};
