import type { RowProblem } from '#shared/lists.ts';
import type { ReadAddress } from './list.ts';
import { flags } from './row-flags.ts';

/** What the problems of a row are told from, as far as its own text goes. */
export interface ReadRow {
	readonly read: ReadAddress;
	/** The cells, corrections laid over them. */
	readonly cells: readonly string[];
	/** Cells the row should have; `null`: any number. */
	readonly width: number | null;
	readonly isUnclosed: boolean;
}

/** Stands where bytes were none of the encoding's, here or in the program that wrote the file. */
const replacement = '\ufffd';

const isDamaged = (cell: string): boolean => cell.includes(replacement);

/** What is suggested in the place of a text that is no address. */
export const suggestionFor = (read: ReadAddress): string | null => (read.valid ? null : (read.details['suggestion'] ?? null));

/** What the flags of a row are told from. */
export interface RowShape {
	readonly read: ReadAddress;
	readonly cellCount: number;
	readonly isDamaged: boolean;
	readonly width: number | null;
	readonly isUnclosed: boolean;
}

export const flagsOfShape = ({ read, cellCount, isDamaged: isReplaced, width, isUnclosed }: RowShape): number =>
	(read.valid ? 0 : flags.error) |
	(suggestionFor(read) === null ? 0 : flags.suggested) |
	(read.valid && read.cleaned.length > 0 ? flags.cleaned : 0) |
	(width !== null && cellCount !== width ? flags['ragged-row'] : 0) |
	(isUnclosed ? flags['unclosed-quote'] : 0) |
	(isReplaced ? flags['replaced-characters'] : 0);

export const flagsOf = ({ read, cells, width, isUnclosed }: ReadRow): number =>
	flagsOfShape({ read, cellCount: cells.length, isDamaged: cells.some(isDamaged), width, isUnclosed });

/** The same and what other rows tell, in words' codes: the gravest first. */
export const problemsOf = (
	row: ReadRow & { readonly suggestion: string | null; readonly repeats: number | null },
): readonly RowProblem[] => {
	const { read, suggestion, repeats, cells, width } = row;
	const rowFlags = flagsOf(row);
	const problems: RowProblem[] = [];
	if (!read.valid) problems.push({ kind: 'error', problem: read.problem, details: read.details });
	if (suggestion !== null) problems.push({ kind: 'probable-typo', suggestion });
	if (repeats !== null) problems.push({ kind: 'repeated', row: repeats });
	if (rowFlags & flags['ragged-row']) problems.push({ kind: 'ragged-row', expected: width ?? 0, found: cells.length });
	if (rowFlags & flags['unclosed-quote']) problems.push({ kind: 'unclosed-quote' });
	if (rowFlags & flags['replaced-characters']) {
		problems.push({ kind: 'replaced-characters', columns: cells.flatMap((cell, column) => (isDamaged(cell) ? [column] : [])) });
	}
	if (rowFlags & flags.cleaned) problems.push({ kind: 'cleaned', things: read.cleaned });
	return problems;
};
