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

interface Seen {
	readonly added: number;
	readonly addable: number;
	readonly blocked: number;
	readonly cause: CauseCode | null;
	readonly notAsked: number;
}

const siteTitles: Readonly<Partial<Record<RemedyId, string>>> = {
	'open-customer-access': 'Customer access of the site',
	'fix-desk-permission': 'Permissions of the service project',
};

const rows = (count: number): string => plural(count, 'row', 'rows');

export const guidedWords = {
	title: ({ scope, subject, remedy }: Pick<Task, 'scope' | 'subject' | 'remedy'>): string =>
		scope === 'site' ? (siteTitles[remedy] ?? remedyDetails[remedy].label) : subject,
	kind: ({ remedy, ids, unsettled }: Pick<Task, 'remedy' | 'ids' | 'unsettled'>): string =>
		[unsettled === null ? remedyDetails[remedy].label : 'Needs a look', ...(ids.length > 1 ? [rows(ids.length)] : [])].join(' · '),
	/** What the product saw when it asked again. */
	seen: ({ added, addable, blocked, cause, notAsked }: Seen): string => {
		const total = added + addable + blocked + notAsked;
		const count = (part: number): string => (total === 1 ? '' : `${formatCount(part)} `);
		const parts = [
			...(added > 0 ? [`${count(added)}added`] : []),
			...(addable > 0 ? [`${count(addable)}can be added now`] : []),
			...(blocked > 0 ? [`${count(blocked)}still blocked${cause === null ? '' : ` (${causeTexts[cause].label})`}`] : []),
			...(notAsked > 0 ? [`the other ${formatCount(notAsked)} not asked again, as nothing had changed`] : []),
		];
		const text = parts.join(', ');
		return text.charAt(0).toUpperCase() + text.slice(1);
	},
	saw: (title: string, seen: string) => `${title}: ${seen}.`,
	asking: 'Asking again…',
	page: {
		title: 'Work by hand',
		back: 'Back to the plan',
		loading: 'Gathering what is left to a person…',
		list: 'Tasks',
		progress: (done: number, all: number) => `${formatCount(done)} of ${plural(all, 'task', 'tasks')} done`,
		emptyTitle: 'Nothing to do by hand',
		emptyText: 'Every row of this plan is for Invite Doctor itself.',
		again: (count: number) => `Plan for ${formatCount(count)} that can be added now`,
		addableScope: (count: number) => `The ${rows(count)} that nothing blocks any more`,
	},
	task: {
		todo: 'What to do',
		rows: 'Waiting for it',
		line: (line: number) => `Line ${formatCount(line)}`,
		waiting: (count: number) => (count === 1 ? '1 row of the list' : `${rows(count)} of the list`),
		unsettled: 'What became of a change to this account cannot be told by reading. Look on the page what is so, and bring it in order.',
		said: 'The site said',
		list: 'Correct the list and import it again: a plan’s rows stay as they were in the file.',
		message: 'The message is ready to copy or to save.',
		afterwards: 'Then say that it is done: Invite Doctor asks again, and what can be added goes into a new plan.',
		open: 'Open',
		openMessage: 'Open the message',
		copyAddress: 'Copy',
		done: 'Done, ask again',
		noPage: 'No page is known for this: follow the menu path.',
		copied: 'Copied',
	},
	keys: {
		title: 'Keys',
		move: 'next, previous',
		open: 'open and copy',
		copy: 'copy',
		done: 'done, ask again',
	},
};
