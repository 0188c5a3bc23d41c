import type { SourceRow } from '#shared/lists.ts';
import { roleOf } from './titles.ts';
import { isFurniture, totalIn } from './page-text.ts';
import { titleKey } from './title-key.ts';
import { holdsAddress } from '../lists/split-addresses.ts';

/** Where the columns of a file are titled. */
export interface FoundTable {
	/** How many rows stand before the content, the titles included: a saved page may be all on one line of its file. */
	readonly contentFrom: number;
	/** Titles, invented where a column has none. */
	readonly columns: readonly string[];
}

/** Above a table stand a headline, a hint, a search field; more lines than that are no table. */
const searched = 50;

const knownTitles = (cells: readonly string[]): number => cells.filter((cell) => roleOf(cell) !== null).length;

const isHeader = ({ cells }: SourceRow): boolean => cells.length > 1 && knownTitles(cells) >= 1 && !cells.some(holdsAddress);

const titlesOf = (cells: readonly string[]): readonly string[] =>
	cells.map((cell, column) => (cell.trim() === '' ? `Column ${column + 1}` : cell.trim()));

/**
 * The header among the first rows: that with most titles we know. `null` where no row is one, as in what was copied from a
 * page that is no table to the browser.
 */
export const findTable = (head: readonly SourceRow[]): FoundTable | null => {
	let best: SourceRow | null = null;
	let bestAt = 0;
	for (const [at, row] of head.slice(0, searched).entries()) {
		// Whatever comes behind the first person is content.
		if (row.cells.some(holdsAddress)) break;
		if (isHeader(row) && (best === null || knownTitles(row.cells) > knownTitles(best.cells))) {
			best = row;
			bestAt = at;
		}
	}
	if (best !== null) return { contentFrom: bestAt + 1, columns: titlesOf(best.cells) };
	// Nothing we know, and yet the line above the addresses is what titles look like: then a person maps the columns.
	const [first, second] = head;
	const width = first?.cells.length ?? 0;
	const untranslated = first !== undefined && second !== undefined && width > 1 && second.cells.length === width;
	return untranslated && !first.cells.some(holdsAddress) && second.cells.some(holdsAddress)
		? { contentFrom: 1, columns: titlesOf(first.cells) }
		: null;
};

/** The header once more, as at the head of each page that was copied. */
const isHeaderAgain = (cells: readonly string[], { columns }: FoundTable): boolean => {
	const titled = cells.filter((cell) => cell.trim() !== '');
	if (titled.length === 0) return false;
	const known = new Set(columns.map(titleKey));
	return titled.every((cell) => known.has(titleKey(cell)));
};

/** A line of the page and not of the table. */
export const isNoise = (cells: readonly string[], table: FoundTable): boolean => {
	const filled = cells.filter((cell) => cell.trim() !== '');
	return filled.every(isFurniture) || isHeaderAgain(filled, table);
};

/** How many people the rows say there are in all; `null` where none does. */
export const statedTotal = (cells: readonly string[]): number | null => {
	for (const cell of cells) {
		const total = totalIn(cell);
		if (total !== null) return total;
	}
	return null;
};
