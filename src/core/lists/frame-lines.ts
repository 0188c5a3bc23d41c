import { titleKey } from './title-words.ts';
import { holdsAddress } from './split-addresses.ts';

type Cells = readonly string[];

/** What is known of a table when its lines are told from its frame. */
export interface Frame {
	readonly titles: Cells | null;
	readonly email: number;
	/** Columns that hold a person's name. */
	readonly names: readonly number[];
	/** Cells that a person has filled, in the middle. */
	readonly usuallyFilled: number;
}

const totals =
	/^(?:\(?\d+ (?:rows?|records?|zeilen|datensätze|lignes|filas)\b|(?:grand |sub-?)?totals?\b|(?:sub|zwischen|gesamt)?summe\b|gesamt\b|sous-total|total général|totale\b|totaal\b|count\s*(?:[:=(]|$)|anzahl\s*(?:[:=(]|$)|records?\s*[:=(]|average\b|©|copyright\b|\(c\)\s|confidential\b|vertraulich\b|generated (?:by|on|at)\b|erstellt (?:von|am)\b|exported (?:by|on|from)\b|printed (?:by|on)\b|all rights reserved|page \d+|seite \d+|end of (?:report|list|file)|ende (?:der|des) )/i;

const isDecoration = (cell: string): boolean => !/[\p{L}\p{N}]/u.test(cell);

/** Before the last person, behind them, or behind them and an empty line. */
export type Where = 'within' | 'at-end' | 'apart';

/**
 * Whether a line belongs to the frame of a table and to nobody in it: totals, groups, page numbers, the titles once more, a
 * sentence of a licence. Whoever has an address, or a name in a column of names, is a person all the same.
 */
export const isFrameLine = (cells: Cells, { titles, email, names, usuallyFilled }: Frame, where: Where): boolean => {
	const isAtEnd = where !== 'within';
	const own = (cells[email] ?? '').trim();
	if (own.includes('@') || own.includes('\uff20')) return false;
	const filled = cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]));
	const [first] = filled;
	if (first === undefined) return true;
	if (filled.every((column) => isDecoration(cells[column] ?? ''))) return filled.length > 1 || usuallyFilled > 1;
	if (isTitlesAgain(cells, titles)) return true;
	const text = (cells[first] ?? '').trim();
	if (totals.test(text) && !filled.some((column) => holdsAddress(cells[column] ?? '') && filled.length >= usuallyFilled)) {
		return own === '' || filled.length === 1 || first === email || /^[\d.,\s]+$/.test(own);
	}
	if (filled.length > 1 || usuallyFilled < 2) return false;
	// A sentence in the column of the addresses is a slip in the middle of the list, and a footer behind it.
	if (first === email) return isAtEnd && /\S\s+\S/.test(text);
	if (!names.includes(first)) return true;
	return where === 'apart' || (isAtEnd && (usuallyFilled > 2 || /[.:!?©]$|\d{4}/.test(text)));
};

const isTitlesAgain = (cells: Cells, titles: Cells | null): boolean =>
	titles !== null &&
	titles.some((title) => title.trim() !== '') &&
	cells.every((cell, column) => titleKey(cell) === titleKey(titles[column] ?? '')) &&
	cells.some((cell) => cell.trim() !== '');
