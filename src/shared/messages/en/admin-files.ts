import { largestFileMb } from '../../file-size.ts';
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
	takeOut: {
		button: 'Take out',
		of: (name: string) => `Take out ${name}`,
		title: 'Take this file out of the snapshot?',
		text: (name: string, people: number) =>
			`“${name}” and its ${plural(people, 'person', 'people')} leave the snapshot. Runs that used it are kept but cannot be resumed.`,
		done: (name: string) => `“${name}” was taken out.`,
	},
	title: 'Add an admin file',
	intro:
		'Export users, Export managed accounts and Export accounts from domains of admin.atlassian.com, and the table of the Portal-only customers page. No token needed.',
	back: 'Snapshots',
	drop: 'Drop the file here, or choose one',
	dropNow: 'Drop to open',
	dropHint: `CSV, workbook (Excel, OpenDocument, Numbers) or saved page, up to ${largestFileMb} MB. It stays on this machine.`,
	choose: 'Choose a file',
	opening: 'Reading the file…',
	paste: 'Or paste the table of the page',
	pasteHint: 'Select the whole Portal-only customers page, copy it and paste it here. Ctrl+V works anywhere on this page.',
	pasteButton: 'Open pasted table',
	pastedName: 'Pasted table',
	startOver: 'Choose another file',
	recognised: 'File',
	people: (count: number) => plural(count, 'person', 'people'),
	remembered: 'Same settings as the last file with this header.',
	kind: 'Kind of file',
	chooseKind: 'Choose the kind',
	kindHint: 'The kind of file decides what it can prove.',
	columns: 'Columns',
	columnsHint: 'Only columns that verdicts use. Other columns are ignored.',
	noColumn: 'no column',
	chooseColumn: 'Choose the column',
	lines: 'Copied from a page with one cell per line. There are no columns to choose.',
	sample: 'First rows of the file',
	values: 'Unknown values',
	valuesHint: 'Choose a meaning once. It is remembered for the next file with this header.',
	quoted: (value: string) => `“${value}”`,
	nothing: 'No value',
	where: ({ column, count, line }: UnmappedValue) =>
		`${column === '' ? '' : `in ${column}, `}${plural(count, 'row', 'rows')}, first in line ${formatCount(line)}`,
	chooseMeaning: 'Choose a meaning',
	moreValues: (count: number) =>
		`and ${plural(count, 'value', 'values')} more. This many often means the wrong column: choose another above.`,
	when: 'Export date',
	taken: 'Day',
	takenByName: 'From the file name.',
	takenByFile: 'The day the file was last saved. Correct it if the file was copied.',
	coverage: 'People included',
	into: 'Destination',
	which: 'Add to',
	existing: 'An existing snapshot',
	fresh: 'A new snapshot',
	snapshot: 'Snapshot',
	option: (site: string, when: string) => `${site} · ${when}`,
	site: 'Site',
	otherSite: 'another site…',
	address: 'Site address',
	addressHint: 'your-site.atlassian.net',
	verified: 'Verified domains of the organisation',
	verifiedHint: 'One per line, only if you know them all. Used to find the owner of deactivated accounts.',
	add: 'Add to the snapshot',
	open: {
		kind: 'Choose the kind of file.',
		columns: 'Choose the missing columns.',
		values: 'Choose what the values mean.',
		day: 'Enter the export date.',
		site: 'Enter the site address.',
	},
	added: (name: string, site: string) => `${name} added to the snapshot of ${site}.`,
	addedHint: 'Admin files do not list the customers of a service project. Verdicts that depend on it are Likely, never Proven.',
	another: 'Add another file',
	check: 'Check a list against it',
	toSnapshots: 'View snapshots',
};

export const kindHints: Record<AdminFileKind, string> = {
	users: 'Everyone in the organisation’s directory (Directory › Users › Export users)',
	managed: 'The accounts the organisation manages (Directory › Managed accounts › Export accounts)',
	domains: 'The accounts of its verified domains (Settings › Domains › Actions › Export accounts), with “Claimed”',
	portal: 'The table of the Portal-only customers page',
};

/** The columns a verdict rests on, in the order they are asked for. */
export const roleTexts: Record<Exclude<ColumnRole, 'name' | 'account-id' | 'last-active' | 'groups'>, string> = {
	address: 'Email address',
	status: 'Status',
	'service-management': 'JSM access',
	claimed: 'Claimed by an organisation',
	managed: 'Managed',
	'email-verified': 'Verified email',
};

export const meaningTexts: Record<Meaning, string> = {
	active: 'active',
	suspended: 'access suspended',
	deactivated: 'account deactivated',
	inactive: 'suspended or deactivated',
	invited: 'invited, not yet accepted',
	'not-invited': 'not invited',
	'for-deletion': 'marked for deletion',
	elsewhere: 'claimed by another organisation',
	here: 'claimed by this organisation',
	'not-elsewhere': 'claimed by no other organisation',
	managed: 'managed by this organisation',
	'not-managed': 'not managed by this organisation',
	verified: 'email address verified',
	'not-verified': 'email address not verified',
	access: 'has JSM access',
	'no-access': 'no JSM access',
	unknown: 'ignore',
};

export const coverageChoices: Record<Coverage, { readonly label: string; readonly what: string }> = {
	all: { label: 'Everyone', what: 'People who are not in the file do not exist there.' },
	active: { label: 'Active people only', what: 'People who are not in the file may be deactivated or may not exist.' },
	unknown: { label: 'Not known', what: 'People who are not in the file stay unknown.' },
};

type Details = AdminFileNotice['details'];

export const noticeTexts: Record<AdminFileNoticeCode, (details: Details) => Notice> = {
	'other-client': ({ domain, site, client }) => ({
		happened: `This looks like a file of ${String(client) === '' ? String(site) : `${String(client)} (${String(site)})`}: many of its people have addresses of ${String(domain)}.`,
		next: 'Check that it goes to the right site.',
	}),
	'other-sites': ({ sites }) => ({
		happened: `The columns name another site: ${String(sites)}.`,
		next: 'Check that the file goes to the right site.',
	}),
	'other-site': ({ column }) => ({
		happened: `The column ${String(column)} seems to belong to another site. JSM access is unknown.`,
		next: {
			window: 'If it belongs to this site, choose it below.',
			commandLine: `If it belongs to this site, add --map "service-management=${String(column)}".`,
		},
	}),
	'which-site': ({ columns, column }) => ({
		happened: `Several columns may belong to this site: ${String(columns)}. JSM access is unknown.`,
		next: { window: 'Choose one below.', commandLine: `Choose one, e.g. --map "service-management=${String(column)}".` },
	}),
	'no-access-column': () => ({
		happened: 'No column shows JSM access. Active people without access cannot be detected.',
		next: '“Export users” with product access has this column.',
	}),
	'unreadable-lines': ({ count, line }) => ({
		happened: `${plural(Number(count), 'line has an unreadable address', 'lines have unreadable addresses')} (first line ${formatCount(Number(line))}). People who are not found stay unknown.`,
	}),
	'shows-part': ({ shown, total }) => ({
		happened: `It contains ${formatCount(Number(shown))} of ${formatCount(Number(total))} people.`,
	}),
	'more-cells': ({ count, line }) => ({
		happened: `${plural(Number(count), 'line has', 'lines have')} more cells than there are titles (first line ${formatCount(Number(line))}): check that each value is in its column.`,
	}),
	'contradicting-lines': ({ count, line, other }) => ({
		happened: `${plural(Number(count), 'address has', 'addresses have')} contradictory lines (first lines ${formatCount(Number(line))} and ${formatCount(Number(other))}) and will be ignored.`,
	}),
};
