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
	title: 'Manual check',
	intro: 'Not available by API. Open the page and select what it shows. The verdict is updated immediately and is Likely, never Proven.',
	clear: 'Clear',
	clearOf: (label: string) => `Clear: ${label}`,
	said: (seen: string, user: string, when: string) => `${seen} – ${user}, ${when}`,
	cleared: (user: string, when: string) => `Cleared – ${user}, ${when}`,
	earlier: (count: number) => plural(count, 'earlier answer', 'earlier answers'),
	none: 'No manual checks yet.',
	kept: (rows: number) => `Saved. ${plural(rows, 'row was', 'rows were')} rechecked.`,
	several: (count: number) => `This message is for ${count} people. To check one person manually, open the row in the run.`,
	nothingGiven: 'Add what the page shows: --directory, --suggest-changes or --portal-only.',
};
