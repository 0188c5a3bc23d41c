import type {
	ColumnRole,
	Coverage,
	AdminFileKind,
	AdminFileNotice,
	AdminFileNoticeCode,
	Meaning,
	UnmappedValue,
} from '../../admin-files.ts';
import type { Notice } from '../failure-text.ts';
import { formatCount, plural } from './numbers.ts';

/** What a person reads while a file of an admin's is added to a snapshot. */
export const adminFileWords = {
	title: 'Add a file from an admin',
	intro:
		'Export users, Export managed accounts and Export accounts from domains of admin.atlassian.com, and the table of the Portal-only customers page. Nobody has to give a token for them.',
	back: 'Snapshots',
	drop: 'Drop the file here, or choose one',
	dropNow: 'Let go to open it',
	dropHint: 'CSV, workbook (.xlsx) or saved page, up to 64 MB. It stays on this machine.',
	choose: 'Choose a file',
	opening: 'Reading the file…',
	paste: 'Or paste the table of the page',
	pasteHint: 'Select the whole Portal-only customers page, copy it and paste it here. Ctrl+V works anywhere on this page.',
	pasteButton: 'Open pasted table',
	pastedName: 'Pasted table',
	startOver: 'Choose another file',
	recognised: 'What it is',
	people: (count: number) => `${plural(count, 'person', 'people')} in it`,
	remembered: 'Read as the last file with this header.',
	kind: 'Kind of file',
	chooseKind: 'Say which it is',
	kindHint: 'What a file proves depends on what it is.',
	columns: 'Columns',
	columnsHint: 'Those that a verdict rests on. Any other column is left alone.',
	noColumn: 'no column',
	chooseColumn: 'Choose the column',
	lines: 'It was copied from a page, a cell on each line: there are no columns to choose.',
	sample: 'First rows of the file',
	values: 'Values nobody has said the meaning of',
	valuesHint: 'Say it once: it is remembered for the next file with this header.',
	quoted: (value: string) => `“${value}”`,
	nothing: 'No value at all',
	where: ({ column, count, line }: UnmappedValue) =>
		`${column === '' ? '' : `in ${column}, `}${plural(count, 'row', 'rows')}, first in line ${formatCount(line)}`,
	chooseMeaning: 'Say what it means',
	moreValues: (count: number) =>
		`and ${plural(count, 'value', 'values')} more. So many mostly mean that another column is meant: choose it above.`,
	when: 'When it was made',
	taken: 'Day',
	takenByName: 'As the name of the file tells.',
	takenByFile: 'As the file itself tells: the day on which it was last written. Correct it where the file was copied.',
	coverage: 'Whom it holds',
	into: 'Where it goes',
	which: 'Which snapshot',
	existing: 'Into one that is here',
	fresh: 'Into a new one',
	snapshot: 'Snapshot',
	option: (site: string, when: string) => `${site} · ${when}`,
	site: 'Of the site',
	otherSite: 'another site…',
	address: 'Site address',
	addressHint: 'your-site.atlassian.net',
	verified: 'Verified domains of the organisation',
	verifiedHint: 'Where somebody tells you all of them, one per line. They tell whose an account is that is switched off. Empty: not known.',
	add: 'Add to the snapshot',
	open: {
		kind: 'Say what kind of file it is.',
		columns: 'Choose the columns that are missing.',
		values: 'Say what the values mean.',
		day: 'Enter the day on which it was made.',
		site: 'Enter the address of the site.',
	},
	added: (name: string, site: string) => `${name} was added to the snapshot of ${site}.`,
	addedHint: 'No such file tells who is a customer of a service project: what rests on that is likely at most.',
	another: 'Add another file',
	check: 'Check a list against it',
	toSnapshots: 'To the snapshots',
};

export const kindHints: Record<AdminFileKind, string> = {
	users: 'Everybody in the organisation’s directory (Directory › Users › Export users)',
	managed: 'The accounts the organisation manages (Directory › Managed accounts › Export accounts)',
	domains: 'The accounts of its verified domains (Directory › Domains › Export accounts), with “Claimed”',
	portal: 'The table of the Portal-only customers page',
};

/** The columns a verdict rests on, in the order they are asked for. */
export const roleTexts: Record<Exclude<ColumnRole, 'name' | 'account-id' | 'last-active' | 'groups'>, string> = {
	address: 'E-mail address',
	status: 'Status',
	'service-management': 'May use service management',
	claimed: 'Claimed by an organisation',
	managed: 'Managed',
	'email-verified': 'Verified email',
};

export const meaningTexts: Record<Meaning, string> = {
	active: 'active',
	suspended: 'access suspended here',
	deactivated: 'account switched off',
	inactive: 'off, and not told how',
	invited: 'invited, not yet accepted',
	'not-invited': 'not invited',
	'for-deletion': 'to be deleted',
	elsewhere: 'claimed by another organisation',
	here: 'claimed by this organisation',
	'not-elsewhere': 'claimed by no other organisation',
	managed: 'managed by this organisation',
	'not-managed': 'not managed by it',
	verified: 'email address verified',
	'not-verified': 'email address not verified',
	access: 'may use service management',
	'no-access': 'may not use it',
	unknown: 'says nothing',
};

export const coverageChoices: Record<Coverage, { readonly label: string; readonly what: string }> = {
	all: { label: 'Everybody there is', what: 'Only then is somebody who is not in it known to be absent.' },
	active: { label: 'Active people only', what: 'Who is not in it may be switched off, or not there.' },
	unknown: { label: 'Nobody said', what: 'Who is not in it stays unknown.' },
};

type Details = AdminFileNotice['details'];

export const noticeTexts: Record<AdminFileNoticeCode, (details: Details) => Notice> = {
	'other-site': ({ column }) => ({
		happened: `The column ${String(column)} seems to be of another site, so nothing is known of who may use service management.`,
		next: {
			window: 'Choose it below where it is this site’s.',
			commandLine: `Where it is this site’s, say so: --map "service-management=${String(column)}".`,
		},
	}),
	'which-site': ({ columns, column }) => ({
		happened: `Which of the columns ${String(columns)} is this site’s cannot be told, so nothing is known of who may use service management.`,
		next: { window: 'Choose it below.', commandLine: `Say it, e.g. --map "service-management=${String(column)}".` },
	}),
	'no-access-column': () => ({
		happened: 'No column says who may use service management: active people without access cannot be told.',
		next: '“Export users” with product access has one.',
	}),
	'unreadable-lines': ({ count, line }) => ({
		happened: `${plural(Number(count), 'line holds an address', 'lines hold an address')} nobody can read (first line ${formatCount(Number(line))}): each may be anybody’s, so who is not found stays unknown.`,
	}),
	'shows-part': ({ shown, total }) => ({
		happened: `It holds ${formatCount(Number(shown))} of the ${formatCount(Number(total))} people it speaks of.`,
	}),
	'more-cells': ({ count, line }) => ({
		happened: `${plural(Number(count), 'line has', 'lines have')} more cells than there are titles (first line ${formatCount(Number(line))}): check that each value is in its column.`,
	}),
	'contradicting-lines': ({ count, line, other }) => ({
		happened: `${plural(Number(count), 'address stands', 'addresses stand')} on lines that contradict each other (first lines ${formatCount(Number(line))} and ${formatCount(Number(other))}): nothing is concluded for them.`,
	}),
};
