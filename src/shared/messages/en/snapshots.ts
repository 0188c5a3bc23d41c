import type { Coverage, AdminFileKind } from '../../admin-files.ts';
import type { PartKind, PartState } from '../../snapshot.ts';
import { formatCount, formatPercent, plural } from './numbers.ts';

/** What a person reads of snapshots. */
export const snapshotWords = {
	title: 'Snapshots',
	intro: 'A snapshot keeps what a diagnosis needs of one site, so that a list can be checked without network and token.',
	emptyTitle: 'No snapshot yet',
	emptyText:
		'A snapshot keeps what a diagnosis needs of a site: its accounts, its directory, who is a customer of which service project. Lists can then be checked against it anywhere, with no network and no token. It is pulled from the site, or made of files an admin hands over.',
	emptySites: 'To pull one, add its site first.',
	addSite: 'Add a site',
	addFile: 'Add a file from an admin',
	open: 'Open a snapshot file',
	opening: (percent: number) => `Reading the file, ${formatPercent(percent)}`,
	checking: 'Checking what is in it…',
	opened: (site: string) => `The snapshot of ${site} is here now.`,
	none: 'No snapshot of this site yet.',
	notStored: 'This site is not among your sites: its snapshots can be used, and not pulled anew.',
	pull: 'Pull a snapshot…',
	goOn: 'Go on with the pull…',
	check: 'Check a list against it',
	saveAs: 'Save as a file',
	remove: 'Remove…',
	of: (when: string) => `Snapshot of ${when}`,
	actionOf: (action: string, when: string) => `${action.replace(/…$/, '')}: snapshot of ${when}`,
	removeTitle: 'Remove this snapshot?',
	removeText: (when: string) => `The snapshot of ${when} is deleted from this machine. Runs that were made against it keep their verdicts.`,
	removeButton: 'Remove snapshot',
	keep: 'Keep it',
	removed: 'The snapshot was removed.',
	unusableTitle: 'Files that cannot be used',
	unusableFile: (id: string) => `${id}.sqlite`,
	removeFile: (id: string) => `Remove ${id}.sqlite`,
	removeFileText: (id: string) => `The file ${id}.sqlite is deleted from the folder of snapshots.`,
	contents: 'What is in it',
	missing: 'What is missing',
	/** `customers (HELP, OPS and 12 more): not read to its end` */
	gap: (part: string, desks: readonly string[], more: number, why: string) => {
		const of = desks.length === 0 ? '' : ` (${desks.join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''})`;
		return `${part}${of}: ${why}`;
	},
	export: (kind: string, day: string, people: number, coverage: string) =>
		`${kind} of ${day}: ${plural(people, 'person', 'people')}, ${coverage}`,
	unreadable: (lines: number) => `${plural(lines, 'line has an address', 'lines have an address')} nobody can read: each may be anybody’s.`,
	table: { part: 'Part', records: 'Records', from: 'Pulled from the site with', read: 'Read' },
	declared: 'Declared by somebody',
	until: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
	partOf: (part: string, desks: number) => `${part} (${plural(desks, 'service project', 'service projects')})`,
	accounts: (count: number) => plural(count, 'account', 'accounts'),
	directory: (count: number) => `${formatCount(count)} in the directory`,
	customers: (count: number, desks: number, all: number) =>
		`${plural(count, 'customer', 'customers')} of ${desks === all ? plural(desks, 'service project', 'service projects') : `${formatCount(desks)} of ${plural(all, 'service project', 'service projects')}`}`,
	ended: (site: string) => `The snapshot of ${site} is complete.`,
	endedWithGaps: (site: string) => `The pull of ${site} has ended; what is missing is named with the snapshot.`,
	saved: (name: string) => `Saved as ${name}. It holds names and addresses of the site’s people, and no token.`,
	downloading: (name: string) => `${name} is being downloaded. It holds names and addresses of the site’s people, and no token.`,
};

export const pullWords = {
	title: (site: string) => `Pull a snapshot of ${site}`,
	reads:
		'Only reads; nothing is changed on the site. A large site takes minutes to an hour, and the pull goes on while you do other things here.',
	goesOn: (when: string) => `Goes on with the snapshot of ${when}: what was pulled is not asked again.`,
	desks: 'Customers of',
	allDesks: 'All service projects',
	someDesks: 'Only some of them',
	someDesksText: 'Lists can then be checked for these alone.',
	loadingDesks: 'Asking the site for its service projects…',
	noDesks: 'This account sees no service project there.',
	update: 'Update: keep answers about people whose record has not changed',
	updateText:
		'Lists are read anew all the same; answers about single people keep the time at which they were given. Saves most of the calls.',
	start: 'Pull',
	resume: 'Go on',
	pulling: 'Being pulled',
	elsewhere: 'Another Invite Doctor on this machine is pulling it.',
	parts: (over: number, all: number) => `${formatCount(over)} of ${plural(all, 'part', 'parts')} read`,
	part: (part: string, records: number, expected: number | null) =>
		`${part}: ${expected === null ? formatCount(records) : `${formatCount(records)} of ${formatCount(expected)}`}`,
	calls: (count: number) => plural(count, 'call', 'calls'),
	stop: 'Stop',
	stopOf: (site: string) => `Stop the pull of ${site}`,
	stopping: 'Stopping…',
	stopped: 'The pull was stopped, as you asked.',
	kept: 'What was pulled is kept; the next pull goes on with it.',
};

/** As a part is called in a table; in a sentence in lower case all the same. */
export const partTexts: Record<PartKind, string> = {
	site: 'the site itself and the account that asked',
	organisation: 'the organisation',
	directories: 'the names of its directories',
	domains: 'verified domains',
	desks: 'service projects',
	permission: 'what customers may do',
	customers: 'customers',
	accounts: 'the site’s accounts, portal-only ones among them',
	directory: 'the organisation’s directory',
	roles: 'who holds a role in service management',
	'role-assignments': 'roles of single people',
	manageable: 'who may switch an account on again',
	export: 'a file of an admin',
};

type Lacking = Exclude<PartState, 'complete'>;

export const gapTexts: Record<Lacking, string> = {
	unfinished: 'not read to its end',
	refused: 'the site does not tell it to these tokens',
	'not-asked': 'there was no organisation API key to ask with',
};

/** How usable a snapshot is, in a word. */
export const standingTexts = {
	whole: 'Complete',
	gaps: 'Complete but for what is refused',
	incomplete: 'Incomplete',
	pulling: 'Being pulled',
	files: 'Files of an admin',
};

export const adminFileKindTexts: Record<AdminFileKind, string> = {
	users: 'Export users',
	managed: 'Export managed accounts',
	domains: 'Export accounts from domains',
	portal: 'Portal-only customers',
};

export const coverageTexts: Record<Coverage, string> = {
	all: 'complete',
	active: 'active people only',
	unknown: 'nobody said whether it is complete',
};
