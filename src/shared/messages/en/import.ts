import type { AddressProblem, RowProblem, RowsFilter } from '../../lists.ts';
import { formatCount, plural } from './numbers.ts';

const rows = (count: number): string => plural(count, 'row', 'rows');

/** What a person reads while a list is imported. */
export const importWords = {
	title: 'Import a list',
	drop: 'Drop a workbook (.xlsx) or a CSV file here, or choose one',
	dropNow: 'Let go to open it',
	dropHint: 'Sheet, encoding and columns are recognised, up to 64 MB. Nothing leaves this machine before you press Start.',
	choose: 'Choose a file',
	paste: 'Or paste rows from a spreadsheet',
	pasteHint:
		'Ctrl+V works anywhere on this page: Jira’s message “The following customers could not be added: …”, one address a line, the To: line of a mail, or addresses between commas.',
	pasteButton: 'Open pasted rows',
	pastedName: 'Pasted rows',
	opening: 'Reading the list…',
	startOver: 'Choose another list',
	startOverTitle: 'Choose another list?',
	startOverText: (edits: number) => `What you changed in ${rows(edits)} of this list is lost. The file on your disk is untouched.`,
	keepList: 'Keep this list',
	list: 'The list',
	grid: 'Rows to import',
	gridHelp:
		'Arrow keys move, F2 edits a cell, F8 and Shift+F8 go to the next and the previous problem, A accepts a suggestion, X leaves a row out.',
	line: 'Line',
	rows: 'Rows',
	format: 'Format',
	encoding: 'Encoding',
	sheet: 'Sheet',
	header: 'Header',
	headerLine: (line: number) => (line === 1 ? 'first line' : `line ${formatCount(line)}; above it nothing is read`),
	noHeader: 'none: columns are numbered',
	columns: 'Columns',
	email: 'Address',
	personName: 'Name',
	organisation: 'Organisation',
	notInList: 'not in this list',
	sameForAll: 'the same for all rows…',
	textForAll: (field: string) => `${field} of all rows`,
	andColumn: (part: number) => `Name, part ${part}`,
	noFurtherColumn: 'and nothing else',
	textForAllHint: 'e.g. Acme',
	changeColumns: 'Change columns',
	remembered: (site: string, when: string) => `Columns as last time for ${site}, ${when}`,
	filter: 'Show rows',
	problems: {
		previous: 'Previous problem (Shift+F8)',
		next: 'Next problem (F8)',
		none: 'There is no further problem.',
	},
	leaveAllOut: (count: number) => (count === 1 ? 'Leave this row out' : `Leave these ${formatCount(count)} out`),
	takeAllBack: (count: number) => (count === 1 ? 'Take this row back' : `Take these ${formatCount(count)} back`),
	undo: 'Undo',
	redo: 'Redo',
	undoWhat: (what: string) => `Undo ${what} (Ctrl+Z)`,
	redoWhat: (what: string) => `Redo ${what} (Ctrl+Shift+Z)`,
	said: {
		corrected: (count: number) => `${rows(count)} corrected.`,
		takenBack: 'The row will be checked.',
		putBack: 'The original cell is back.',
		undone: 'Undone.',
		redone: 'Done again.',
		left: (count: number) => `${rows(count)} left out.`,
		back: (count: number) => `${rows(count)} taken back.`,
	},
	corrections: 'Probably meant',
	correction: (from: string, to: string) => `${from} → ${to}`,
	correctAll: (from: string, to: string, count: number) => `Correct ${from} to ${to} in ${rows(count)}`,
	moreCorrections: (count: number) => `and ${formatCount(count)} more`,
	noRows: 'No row fits this filter.',
	showAll: 'Show all rows',
	noteFor: (line: number, column: string) => `Line ${formatCount(line)}, ${column}`,
	fine: 'Nothing to look at in this row.',
	leftOut: 'Left out: this row will not be checked.',
	originally: (text: string) => (text === '' ? 'In the file this cell is empty.' : `In the file: “${text}”.`),
	putBack: 'Put original back',
	edit: 'Edit (F2)',
	editing: (column: string, line: number) => `${column} of line ${formatCount(line)}`,
	acceptOne: 'Correct (A)',
	acceptAll: (count: number) => `in all ${rows(count)}`,
	acceptAllOf: (from: string, to: string, count: number) => `Correct ${from} to ${to} in all ${rows(count)}`,
	exclude: 'Leave out (X)',
	include: 'Take back (X)',
	choosing: 'Choose a cell to see what is to be said about it.',
	toRun: (count: number, total: number) =>
		count === total ? `${rows(count)} will be checked` : `${formatCount(count)} of ${rows(total)} will be checked`,
	errorsToRun: (count: number) => `${plural(count, 'row has no address and is', 'rows have no address and are')} reported as such`,
	nothingToRun: 'Every row is left out.',
	target: 'Where people are to be added',
	site: 'Site',
	chooseSite: 'Choose a site',
	noSites: 'There is no site yet.',
	addSite: 'Add a site',
	openSite: 'Open the page of the site',
	desk: 'Service project',
	loadingDesks: 'Asking the site for its service projects…',
	noDesks: 'This account sees no service project there.',
	chooseDesk: 'Choose a service project',
	access: 'Customer access, as you see it on the site',
	accessHint:
		'Atlassian has no dependable way to read this. What you say here makes verdicts about new addresses proven; “Unknown” is never read as “off”.',
	openAccess: 'Open the page',
	internal: 'Internal',
	external: 'External',
	approved: 'Approved domains',
	allowed: 'Allowed domains',
	domainsHint: 'One per line. Empty: not known.',
	allowedHint: 'One per line. Empty: any domain.',
	states: { on: 'On', off: 'Off', unknown: 'Unknown' },
	start: 'Start',
	startHint: 'Only asks; nothing is changed on the site.',
	startNeedsDesk: 'Choose a service project, then start.',
};

/** What an encoding is for; those of Unicode are for everything. */
export const encodingWrites = {
	'windows-1252': 'Western European',
	'windows-1250': 'Central European',
	'windows-1251': 'Cyrillic',
	'windows-1253': 'Greek',
	'windows-1254': 'Turkish',
	'windows-1255': 'Hebrew',
	'windows-1256': 'Arabic',
	'windows-1257': 'Baltic',
	'windows-874': 'Thai',
	'iso-8859-2': 'Central European',
	'koi8-r': 'Cyrillic',
	macintosh: 'Western European, old Mac',
	cp850: 'Western European, DOS',
	shift_jis: 'Japanese',
	'euc-jp': 'Japanese',
	gb18030: 'Chinese, simplified',
	big5: 'Chinese, traditional',
	'euc-kr': 'Korean',
};

export const formatTexts = {
	text: (encoding: string, delimiter: string) => `${encoding}, ${delimiter}`,
	addresses: 'addresses, one row each',
	contacts: 'contacts, one row each',
	workbook: 'workbook',
};

export const filterLabels: Record<RowsFilter, string> = {
	all: 'All',
	errors: 'No address',
	warnings: 'Warnings',
	edited: 'Corrected',
	excluded: 'Left out',
	'probable-typo': 'Probable typo',
	repeated: 'Repeated',
	cleaned: 'Cleaned',
	'ragged-row': 'Cells missing or too many',
	'unclosed-quote': 'Open quote',
	'replaced-characters': 'Unreadable characters',
};

/** Which rule a text breaks. */
export const addressProblems: Record<AddressProblem, (details: Readonly<Record<string, string>>) => string> = {
	empty: () => 'There is no address in this cell.',
	'no-at-sign': () => 'There is no @ in it.',
	'several-addresses': ({ count }) => `${count ?? 'Several'} addresses stand in one cell; each needs a row of its own.`,
	'bad-local-part': ({ character, why }) =>
		why === 'empty'
			? 'There is nothing before the @.'
			: character === '.'
				? 'A dot stands at the beginning, at the end or twice in a row before the @.'
				: `“${character ?? ''}” may not stand before the @.`,
	'bad-domain': ({ domain, why }) => (why === 'empty' ? 'There is nothing after the @.' : `“${domain ?? ''}” is no domain.`),
	'domain-without-dot': ({ domain }) => `“${domain ?? ''}” has no ending such as .com.`,
	'unknown-top-level-domain': ({ domain }) => `The ending of “${domain ?? ''}” does not exist.`,
	'invisible-characters-inside': ({ characters }) => `A space nobody sees stands inside the address (${characters ?? ''}).`,
	'guest-name': ({ suggestion }) =>
		`This is what a directory calls a guest, not a mailbox.${suggestion === undefined ? '' : ` The guest’s own address is probably ${suggestion}.`}`,
	'directory-name': () => 'This is a name in a directory (X.500, LDAP), not a mailbox.',
	placeholder: () => 'This is the example of a template, not a person.',
	'too-long': () => 'It is longer than any address can be.',
};

/** What is worth a look in a row, in the note below the table. */
export const problemTexts = {
	'probable-typo': (suggestion: string) => `Probably ${suggestion} is meant.`,
	repeated: (line: number) => `The address stands in line ${formatCount(line)} already; it is checked once.`,
	cleaned: (things: string) => `Taken off: ${things}.`,
	'ragged-row': (found: number, expected: number) =>
		`This row has ${plural(found, 'cell', 'cells')} instead of ${formatCount(expected)}: check that each stands in its column.`,
	'unclosed-quote': 'A quote is opened in this row and never closed; the row was read as it stands.',
	'replaced-characters': (columns: string) => `Characters that cannot be read: ${columns}.`,
};

/** What a cell's mark says to who cannot see it. */
export const problemLabels: Record<RowProblem['kind'], string> = {
	error: 'error',
	'probable-typo': 'probable typo',
	repeated: 'repeated',
	cleaned: 'cleaned',
	'ragged-row': 'cells missing or too many',
	'unclosed-quote': 'open quote',
	'replaced-characters': 'unreadable characters',
};

/** What is undone or done again, after “Undo”. */
export const editTexts = {
	cell: (line: number) => `cell in line ${formatCount(line)}`,
	domain: (from: string, to: string, count: number) => `${from} → ${to} in ${rows(count)}`,
	exclude: (count: number) => `leaving ${rows(count)} out`,
	include: (count: number) => `taking ${rows(count)} back`,
};

/** Where a column's values come from, when the same text stands for all rows. */
export const textForAllRows = (text: string): string => `“${text}” for all rows`;
