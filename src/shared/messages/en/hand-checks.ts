import type { PageTarget } from '../cause-text.ts';
import type { HandCheckId, Seen } from '../../hand-checks.ts';
import { plural } from './numbers.ts';

interface HandCheckText {
	readonly label: string;
	readonly question: string;
	readonly path: string;
	readonly page: PageTarget;
}

/** The article's checks that no call answers: what to look at, and where. */
export const handCheckTexts: Record<HandCheckId, HandCheckText> = {
	directory: {
		label: 'Status in the directory',
		question: 'Which status does the directory show for this person?',
		path: 'admin.atlassian.com › Directory › Users',
		page: 'directory-users',
	},
	'suggest-changes': {
		label: 'Suggest changes',
		question: 'Open the person in the directory. Is “Suggest changes” greyed out?',
		path: 'admin.atlassian.com › Directory › Users › the person',
		page: 'directory-users',
	},
	'portal-only': {
		label: 'Portal-only account',
		question: 'What does the page Portal-only customers show for this address?',
		path: 'admin.atlassian.com › Apps › the site › Jira Service Management › Portal-only customers',
		page: 'portal-only-customers',
	},
};

/** What the page shows, as an answer to its question. */
export const seenTexts: Record<Seen['seen'], string> = {
	active: 'Active',
	inactive: 'Inactive',
	suspended: 'Suspended',
	deactivated: 'Deactivated',
	absent: 'Not listed',
	'greyed-out': 'Greyed out',
	available: 'Not greyed out',
};

export const handCheckWords = {
	title: 'Check by hand',
	intro: 'No API answers this. Look at the page, then say what it shows. The verdict is updated at once, and is never more than likely.',
	clear: 'Clear',
	clearOf: (label: string) => `Clear: ${label}`,
	said: (seen: string, user: string, when: string) => `${seen} – ${user}, ${when}`,
	cleared: (user: string, when: string) => `Cleared – ${user}, ${when}`,
	earlier: (count: number) => plural(count, 'earlier answer', 'earlier answers'),
	none: 'Nothing was checked by hand.',
	kept: (rows: number) => `Saved. ${plural(rows, 'row was', 'rows were')} judged again.`,
	several: (count: number) => `This message is for ${count} people. To check one by hand, open the person in the run.`,
	nothingGiven: 'Say what was seen: --directory, --suggest-changes or --portal-only.',
};
