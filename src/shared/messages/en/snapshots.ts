import type { Coverage, AdminFileKind } from '../../admin-files.ts';
import type { PartKind, PartState } from '../../snapshot.ts';
import { formatCount, formatPercent, plural } from './numbers.ts';

/** What a person reads of snapshots. */
export const snapshotWords = {
	title: 'Snapshots',
	intro: 'A snapshot stores the data of one site so that you can check lists without network and token.',
	emptyTitle: 'No snapshot yet',
	emptyText:
		'A snapshot stores the accounts, the directory and the customers of a site. You can then check lists anywhere, without network and token. Pull it from the site or create it from admin files.',
	emptySites: 'To pull a snapshot, add its site first.',
	addSite: 'Add a site',
	addFile: 'Add an admin file',
	open: 'Open a snapshot file',
	opening: (percent: number) => `Reading the file, ${formatPercent(percent)}`,
	checking: 'Checking the content…',
	opened: (site: string) => `Snapshot of ${site} opened.`,
	none: 'No snapshots of this site yet.',
	notStored: 'This site is not one of your sites. You can use its snapshots, but they cannot be refreshed.',
	pull: 'Pull a snapshot…',
	goOn: 'Resume the pull…',
	check: 'Check a list against it',
	saveAs: 'Save as a file',
	of: (when: string) => `Snapshot of ${when}`,
	actionOf: (action: string, when: string) => `${action.replace(/…$/, '')}: snapshot of ${when}`,
	unusableTitle: 'Unusable files',
	unusableFile: (id: string) => `${id}.sqlite`,
	contents: 'Contents',
	missing: 'Missing data',
	/** `customers (HELP, OPS and 12 more): incomplete` */
	gap: (part: string, desks: readonly string[], more: number, why: string) => {
		const of = desks.length === 0 ? '' : ` (${desks.join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''})`;
		return `${part}${of}: ${why}`;
	},
	export: (kind: string, day: string, people: number, coverage: string) =>
		`${kind} of ${day}: ${plural(people, 'person', 'people')}, ${coverage}`,
	unreadable: (lines: number) => `${plural(lines, 'line has an unreadable address', 'lines have unreadable addresses')}.`,
	table: { part: 'Part', records: 'Records', from: 'Pulled from the site with', read: 'Read' },
	declared: 'Declared',
	until: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
	partOf: (part: string, desks: number) => `${part} (${plural(desks, 'service project', 'service projects')})`,
	accounts: (count: number) => plural(count, 'account', 'accounts'),
	directory: (count: number) => `${formatCount(count)} in the directory`,
	customers: (count: number, desks: number, all: number) =>
		`${plural(count, 'customer', 'customers')} of ${desks === all ? plural(desks, 'service project', 'service projects') : `${formatCount(desks)} of ${plural(all, 'service project', 'service projects')}`}`,
	ended: (site: string) => `The snapshot of ${site} is complete.`,
	endedWithGaps: (site: string) => `The pull of ${site} has ended. See the snapshot for missing data.`,
	saved: (name: string) => `Saved as ${name}. It contains names and addresses, but no token.`,
	downloading: (name: string) => `${name} is being downloaded. It contains names and addresses, but no token.`,
};

export const pullWords = {
	title: (site: string) => `Pull a snapshot of ${site}`,
	reads: 'The pull only reads. Nothing changes on the site. Large sites take up to an hour. You can continue to work meanwhile.',
	goesOn: (when: string) => `Resumes the snapshot of ${when}. Data pulled so far is kept.`,
	desks: 'Customers of',
	allDesks: 'All service projects',
	someDesks: 'Selected service projects',
	someDesksText: 'You can then check lists for these service projects only.',
	loadingDesks: 'Loading service projects…',
	noDesks: 'This account cannot see any service project there.',
	update: 'Update: keep the data of unchanged people',
	updateText: 'Lists are read again. The data of unchanged people is kept with its original date. This saves most calls.',
	start: 'Pull',
	resume: 'Resume',
	pulling: 'Pulling',
	elsewhere: 'Another Invite Doctor on this machine is pulling it.',
	parts: (over: number, all: number) => `${formatCount(over)} of ${plural(all, 'part', 'parts')} read`,
	part: (part: string, records: number, expected: number | null) =>
		`${part}: ${expected === null ? formatCount(records) : `${formatCount(records)} of ${formatCount(expected)}`}`,
	calls: (count: number) => plural(count, 'call', 'calls'),
	stop: 'Stop',
	stopOf: (site: string) => `Stop the pull of ${site}`,
	stopping: 'Stopping…',
	stopped: 'Pull stopped.',
	kept: 'The data pulled so far is saved. The next pull resumes from there.',
};

/** As a part is called in a table; in a sentence in lower case all the same. */
export const partTexts: Record<PartKind, string> = {
	site: 'site and signed-in account',
	organisation: 'organisation',
	directories: 'directories',
	domains: 'verified domains',
	desks: 'service projects',
	permission: 'customer permissions',
	customers: 'customers',
	accounts: 'site accounts, including portal-only accounts',
	directory: 'directory of the organisation',
	roles: 'Jira Service Management roles',
	'role-assignments': 'roles of individual people',
	manageable: 'who can reactivate accounts',
	export: 'admin file',
};

type Lacking = Exclude<PartState, 'complete'>;

export const gapTexts: Record<Lacking, string> = {
	unfinished: 'incomplete',
	refused: 'not available with these tokens',
	'not-asked': 'no organisation API key',
};

/** How usable a snapshot is, in a word. */
export const standingTexts = {
	whole: 'Complete',
	gaps: 'Complete except refused data',
	incomplete: 'Incomplete',
	pulling: 'Pulling',
	files: 'Admin files',
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
	unknown: 'completeness unknown',
};
