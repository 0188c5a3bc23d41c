import { largestFileMb } from '../../file-size.ts';
import type { AddressProblem, RowProblem, RowsFilter } from '../../lists.ts';
import { formatCount, plural } from './numbers.ts';

const rows = (count: number): string => plural(count, 'row', 'rows');

/** What a person reads while a list is imported. */
export const importWords = {
	title: 'Import a list',
	drop: 'Drop a workbook or a text file here, or choose one',
	dropNow: 'Drop to open',
	dropHint: `Up to ${largestFileMb} MB. Sheet, encoding and columns are detected. Nothing leaves this machine before you press Start.`,
	choose: 'Choose a file',
	paste: 'Or paste rows from a spreadsheet',
	pasteHint:
		'Ctrl+V works anywhere on this page. Paste Jira’s message “The following customers could not be added: …”, an email with the people in its text or its To: line, one address per line, or addresses separated by commas.',
	pasteButton: 'Open pasted rows',
	pastedName: 'Pasted rows',
	opening: 'Reading the list…',
	startOver: 'Choose another list',
	startOverTitle: 'Choose another list?',
	startOverText: (edits: number) => `Your changes to ${rows(edits)} will be lost. The file on your disk stays as it is.`,
	drafts: {
		title: 'Not checked yet',
		goOn: 'Continue',
		goOnWith: (name: string, changes: string) => `Continue with ${name} (${changes})`,
		changes: (corrected: number, leftOut: number) =>
			[
				...(corrected > 0 || leftOut === 0 ? [plural(corrected, 'correction', 'corrections')] : []),
				...(leftOut > 0 ? [`${formatCount(leftOut)} left out`] : []),
			].join(', '),
		throwAway: 'Discard',
		throwAwayOf: (name: string) => `Discard ${name}`,
		throwAwayTitle: 'Discard this list?',
		throwAwayText: (name: string, edits: number) =>
			`${name} will be deleted here${edits === 0 ? '' : `, with your changes to ${rows(edits)}`}. The file on your disk stays as it is.`,
	},
	keepList: 'Keep this list',
	list: 'The list',
	grid: 'Rows to import',
	gridHelp:
		'Arrow keys move, F2 edits a cell, F8 and Shift+F8 go to the next and the previous problem, A accepts a suggestion, S splits a cell, X leaves a row out.',
	line: 'Line',
	rows: 'Rows',
	format: 'Format',
	encoding: 'Encoding',
	sheet: 'Sheet',
	header: 'Header',
	headerLine: (line: number) => (line === 1 ? 'first line' : `line ${formatCount(line)} (lines above ignored)`),
	noHeader: 'none (columns are numbered)',
	changeHeader: 'Change header',
	chooseHeader: 'Which line has the column titles?',
	chooseHeaderHint: 'People are read below it. Your corrections stay.',
	noHeaderLine: 'No line has column titles',
	columns: 'Columns',
	email: 'Address',
	personName: 'Name',
	organisation: 'Organisation',
	notInList: 'not in this list',
	sameForAll: 'same for all rows…',
	textForAll: (field: string) => `${field} for all rows`,
	andColumn: (part: number) => `Name, part ${part}`,
	noFurtherColumn: 'and nothing else',
	changeColumns: 'Change columns',
	remembered: (site: string, when: string) => `Same columns as the last list for ${site}, ${when}`,
	filter: 'Show rows',
	problems: {
		previous: 'Previous problem (Shift+F8)',
		next: 'Next problem (F8)',
		none: 'No more problems.',
	},
	leaveAllOut: (count: number) => (count === 1 ? 'Leave this row out' : `Leave these ${formatCount(count)} out`),
	takeAllBack: (count: number) => (count === 1 ? 'Include this row' : `Include these ${formatCount(count)}`),
	undo: 'Undo',
	redo: 'Redo',
	undoWhat: (what: string) => `Undo ${what} (Ctrl+Z)`,
	redoWhat: (what: string) => `Redo ${what} (Ctrl+Shift+Z)`,
	said: {
		corrected: (count: number) => `${rows(count)} corrected.`,
		split: (count: number) => `Split into ${rows(count)}.`,
		takenBack: 'The row is included again.',
		putBack: 'Original restored.',
		undone: 'Undone.',
		redone: 'Redone.',
		left: (count: number) => `${rows(count)} left out.`,
		back: (count: number) => `${rows(count)} included again.`,
	},
	corrections: 'Suggested corrections',
	acceptEvery: (count: number) => (count === 1 ? 'Accept the suggestion' : `Accept all ${formatCount(count)}`),
	correction: (from: string, to: string) => `${from} → ${to}`,
	correctAll: (from: string, to: string, count: number) => `Correct ${from} to ${to} in ${rows(count)}`,
	moreCorrections: (count: number) => `and ${formatCount(count)} more`,
	noRows: 'No rows match this filter.',
	showAll: 'Show all rows',
	noteFor: (line: number, column: string) => `Line ${formatCount(line)}, ${column}`,
	fine: 'No issues in this row.',
	leftOut: 'Left out: this row will not be checked.',
	originally: (text: string) => (text === '' ? 'This cell is empty in the file.' : `In the file: “${text}”.`),
	putBack: 'Restore original',
	edit: 'Edit (F2)',
	editing: (column: string, line: number) => `${column} of line ${formatCount(line)}`,
	acceptOne: 'Correct (A)',
	acceptAll: (count: number) => `in all ${rows(count)}`,
	acceptAllOf: (from: string, to: string, count: number) => `Correct ${from} to ${to} in all ${rows(count)}`,
	split: 'Split into rows (S)',
	exclude: 'Leave out (X)',
	include: 'Include (X)',
	choosing: 'Select a cell to see its issues.',
	toRun: (count: number, total: number) =>
		count === total ? `${rows(count)} will be checked` : `${formatCount(count)} of ${rows(total)} will be checked`,
	errorsToRun: (count: number) =>
		`${plural(count, 'row has no valid address and is', 'rows have no valid address and are')} reported as invalid`,
	nothingToRun: 'Every row is left out.',
	target: 'Where to add people',
	site: 'Site',
	chooseSite: 'Choose a site',
	noSites: 'No sites yet.',
	addSite: 'Add a site',
	openSite: 'Open the site’s page',
	desk: 'Service project',
	loadingDesks: 'Loading service projects…',
	noDesks: 'This account cannot see any service project there.',
	chooseDesk: 'Choose a service project',
	access: 'Customer access on the site',
	accessHint:
		'Atlassian has no reliable API for this. Copy the settings from the page: verdicts about new addresses then become Proven. “Unknown” never counts as “Off”.',
	accessKept: 'The settings are saved for the site as well, if none are declared there yet.',
	openAccess: 'Open the page',
	internal: 'Internal',
	external: 'External',
	approved: 'Approved domains',
	allowed: 'Allowed domains',
	domainsHint: 'One per line, only if you know them all. Leave empty if not.',
	allowedHint: 'One per line. Leave empty for any domain.',
	states: { on: 'On', off: 'Off', unknown: 'Unknown' },
	start: 'Start',
	startHint: 'Checking only reads. Nothing changes on the site.',
	startNeedsDesk: 'Choose a service project to start.',
	startNeedsSnapshot: 'Use a snapshot to start.',
	noAccount: (site: string) =>
		`No account is stored for “${site}”. Check the list against a snapshot, or add an account on the site’s page.`,
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
	'probable-typo': 'Possible typo',
	repeated: 'Duplicates',
	cleaned: 'Cleaned',
	'ragged-row': 'Missing or extra cells',
	'unclosed-quote': 'Unclosed quote',
	'replaced-characters': 'Unreadable characters',
};

/** Which rule a text breaks. */
export const addressProblems: Record<AddressProblem, (details: Readonly<Record<string, string>>) => string> = {
	empty: () => 'No address in this cell.',
	'no-at-sign': () => 'The @ is missing.',
	'several-addresses': ({ count }) => `${count ?? 'Several'} addresses in one cell. Give each its own row.`,
	'bad-local-part': ({ character, why }) =>
		why === 'empty'
			? 'Nothing before the @.'
			: character === '.'
				? 'Before the @ there is a dot at the start, at the end, or two dots in a row.'
				: `“${character ?? ''}” is not allowed before the @.`,
	'bad-domain': ({ domain, why }) => (why === 'empty' ? 'Nothing after the @.' : `“${domain ?? ''}” is not a valid domain.`),
	'domain-without-dot': ({ domain }) => `“${domain ?? ''}” needs an ending such as .com.`,
	'unknown-top-level-domain': ({ domain }) => `The ending of “${domain ?? ''}” does not exist.`,
	'invisible-characters-inside': ({ characters }) => `The address contains an invisible space (${characters ?? ''}).`,
	'guest-name': ({ suggestion }) =>
		`This is a directory’s name for a guest, not a mailbox.${suggestion === undefined ? '' : ` The guest’s own address is probably ${suggestion}.`}`,
	'directory-name': () => 'This is a name in a directory (X.500, LDAP), not a mailbox.',
	placeholder: () => 'This is the example of a template, not a person.',
	'too-long': () => 'The address is too long.',
};

/** What is worth a look in a row, in the note below the table. */
export const problemTexts = {
	'probable-typo': (suggestion: string) => `Possible typo. Did you mean ${suggestion}?`,
	repeated: (line: number) => `Duplicate of line ${formatCount(line)}.`,
	cleaned: (things: string) => `Removed: ${things}.`,
	'ragged-row': (found: number, expected: number) =>
		`This row has ${plural(found, 'cell', 'cells')} instead of ${formatCount(expected)}. Check that each is in its column.`,
	'unclosed-quote': 'A quote in this row is never closed. Check the row.',
	'replaced-characters': (columns: string) => `Unreadable characters: ${columns}.`,
};

/** What a cell's mark says to who cannot see it. */
export const problemLabels: Record<RowProblem['kind'], string> = {
	error: 'error',
	'probable-typo': 'possible typo',
	repeated: 'duplicate',
	cleaned: 'cleaned',
	'ragged-row': 'missing or extra cells',
	'unclosed-quote': 'unclosed quote',
	'replaced-characters': 'unreadable characters',
};

/** What is undone or done again, after “Undo”. */
export const editTexts = {
	cell: (line: number) => `cell in line ${formatCount(line)}`,
	domain: (from: string, to: string, count: number) => `${from} → ${to} in ${rows(count)}`,
	suggestions: (count: number) => plural(count, 'suggestion', 'suggestions'),
	split: (line: number, into: number) => `line ${formatCount(line)} split into ${rows(into)}`,
	exclude: (count: number) => `leaving ${rows(count)} out`,
	include: (count: number) => `including ${rows(count)}`,
};

/** Where a column's values come from, when the same text stands for all rows. */
export const textForAllRows = (text: string): string => `“${text}” for all rows`;
