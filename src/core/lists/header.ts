import { addressShare, type GuessedColumns, guessMapping, isEmailTitle, isPeopleTitle } from './columns.ts';
import { holdsAddress } from './split-addresses.ts';

type Cells = readonly string[];

export interface GuessedTable extends Pick<GuessedColumns, 'mapping'> {
	/** Place of the column titles among the first records; `null` where there are none. */
	readonly header: number | null;
}

/**
 * Finds the columns of a table whose titles need not be its first record: exports and hand-made sheets have a heading,
 * a date or a note above them. `head` are the first records, `sample` some that hold an address. `null`: no column
 * holds an address and none is titled as one.
 */
export const guessTable = (head: readonly Cells[], sample: readonly Cells[]): GuessedTable | null => {
	const place = belowGroups(head, findTitles(head, sample));
	const guess = guessMapping(head[place] ?? null, sample);
	return guess === null ? null : { mapping: guess.mapping, header: guess.hasHeader ? place : null };
};

/** The same where a person says that the first record has the titles, or that none has. */
export const guessBelow = (titles: Cells | null, sample: readonly Cells[]): GuessedTable | null => {
	const guess = guessMapping(titles, sample, titles !== null);
	return guess === null ? null : { mapping: guess.mapping, header: titles === null ? null : 0 };
};

/** The record that has the titles if any has. */
const findTitles = (head: readonly Cells[], sample: readonly Cells[]): number => {
	const isTitleOfAddresses = (title: string, column: number) =>
		isEmailTitle(title) && (sample.length === 0 || addressShare(sample, column) > 0);
	const sure = head.findIndex((cells) => !cells.some(holdsAddress) && cells.some(isTitleOfAddresses));
	if (sure !== -1) return sure;
	const column = fullestColumn(sample);
	const firstRow = head.findIndex((cells) => holdsAddress(cells[column] ?? ''));
	const above = firstRow === -1 ? head : head.slice(0, firstRow);
	const isWide = (cells: Cells) => filled(cells) > 1;
	const titled = above.findIndex((cells) => cells.some(isPeopleTitle) && isWide(cells));
	const wide = above.findIndex((cells) => isWide(cells) && (cells[column] ?? '').trim() !== '');
	return Math.max(0, titled === -1 ? wide : titled);
};

/**
 * Two lines of titles: cells merged over several columns ("Person", "E-mail"), and what each of these holds below them. A row
 * without an address fills its columns; titles fill those that the line above leaves open, too.
 */
const belowGroups = (head: readonly Cells[], place: number): number => {
	const titles = head[place] ?? [];
	const below = head[place + 1] ?? [];
	if (below.some(holdsAddress) || below.some((cell) => /^[\d\s.,:/+-]+$/.test(cell))) return place;
	const isOpen = (column: number): boolean => (titles[column] ?? '').trim() === '';
	return below.filter((cell, column) => cell.trim() !== '' && isOpen(column)).length >= 2 ? place + 1 : place;
};

const fullestColumn = (sample: readonly Cells[]): number => {
	const width = Math.max(0, ...sample.map(({ length }) => length));
	const shares = Array.from({ length: width }, (_, column) => addressShare(sample, column));
	return Math.max(0, shares.indexOf(Math.max(0, ...shares)));
};

const filled = (cells: Cells): number => cells.filter((cell) => cell.trim() !== '').length;
