import type { LeftLine, ReadingItem } from '../../lists.ts';
import { formatCount, plural } from './numbers.ts';

const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** A report without personal data names no columns. */
const listedOr = (names: readonly string[], otherwise: string): string => (names.length === 0 ? otherwise : listed(names));
const inColumns = (names: readonly string[]): string => (names.length === 0 ? '' : ` (${listed(names)})`);

/** What was read of a list, and what was left: an item a piece of one line. */
export const readingWords = {
	people: (count: number) => plural(count, 'person read', 'people read'),
	label: 'What was read',
	show: 'Show',
	hide: 'Hide',
	lineOf: ({ line, text }: LeftLine) => (text === '' ? `Line ${formatCount(line)}` : `Line ${formatCount(line)}: ${text}`),
	more: (count: number) => `and ${formatCount(count)} more`,
	/** Where something is chosen already. */
	taken: {
		hiddenRows: 'Hidden rows are included',
		frames: 'Lines around the table are included',
		addresses: {
			each: 'One row for each address',
			split: 'Cells with several addresses are split',
			column: 'Only the address column is used',
		},
		tables: 'All tables are included',
		headerLine: (line: number) => (line === 0 ? 'No line has column titles' : `Column titles in line ${formatCount(line)}`),
		guests: 'Guests are read by their own addresses',
	},
	undo: 'Change back',
};

export const readingItems: { readonly [K in ReadingItem['kind']]: (item: Extract<ReadingItem, { kind: K }>) => string } = {
	above: ({ count }) => `${plural(count, 'line', 'lines')} above the table not read`,
	between: ({ count }) => `${plural(count, 'line', 'lines')} between people not read`,
	below: ({ count }) => `${plural(count, 'line', 'lines')} below the table not read`,
	hidden: ({ count }) => plural(count, 'hidden row', 'hidden rows'),
	several: ({ count }) => `${plural(count, 'cell holds', 'cells hold')} several addresses`,
	placeholders: ({ count }) => `${plural(count, 'example row', 'example rows')} of a template`,
	uncalculated: ({ count }) => `${plural(count, 'formula was', 'formulas were')} never calculated: save the workbook in Excel`,
	guests: ({ count }) => `${plural(count, 'guest', 'guests')} with a directory name instead of an address`,
	'no-mailbox': ({ count }) => `${plural(count, 'directory name', 'directory names')} instead of an address`,
	'other-columns': ({ count, columns }) => `${plural(count, 'address', 'addresses')} in other columns not used${inColumns(columns)}`,
	'somebody-elses': ({ count, columns }) =>
		`${plural(count, 'address belongs', 'addresses belong')} to somebody else${inColumns(columns)}: not used`,
	'from-other-column': ({ count, columns }) => `${plural(count, 'address', 'addresses')} taken from ${listedOr(columns, 'other columns')}`,
	'other-tables': ({ count }) => `${plural(count, 'person', 'people')} in other tables of this file`,
	'other-sheets': ({ sheets }) =>
		`${sheets.map(({ name, people }) => `sheet “${name}” holds ${plural(people, 'person', 'people')}`).join(', ')}: not read`,
	excluded: ({ count }) => `${plural(count, 'row', 'rows')} left out by you`,
	'no-names': () => 'no names found: new customers get their address as name',
};

/** What can be chosen instead, on a button. */
export const readingOffers: { readonly [K in ReadingItem['kind']]?: string } = {
	above: 'Include these lines',
	between: 'Include these lines',
	below: 'Include these lines',
	hidden: 'Include hidden rows',
	several: 'Split these cells',
	'other-columns': 'One row for each address',
	'from-other-column': 'Use one column only',
	'other-tables': 'Include all tables',
	'other-sheets': 'Include all sheets',
	guests: 'Use their own addresses',
};
