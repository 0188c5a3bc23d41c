import { ListError } from '../list-failure.ts';
import type { ReadTable } from '../read-text-list.ts';
import type { ReadSheet } from './read-sheet.ts';
import type { Sheet } from './workbook.ts';

/** A workbook whose sheets are read one at a time. */
export interface OpenWorkbook {
	/** Visible ones first. */
	readonly inOrder: readonly Sheet[];
	/** The name of the sheet that was asked for. */
	readonly wanted: string | null;
	read(sheet: Sheet): Promise<ReadTable>;
}

/** The sheet that is called so, in whatever case; `null` where none was asked for. Throws `sheet-not-found` (`sheets`). */
export const chooseSheet = (sheets: readonly Sheet[], wanted: string | null): string | null => {
	if (wanted === null) return null;
	const named = sheets.find(({ name }) => name === wanted) ?? sheets.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
	if (named === undefined) throw new ListError('sheet-not-found', { sheet: wanted, sheets: sheets.map(({ name }) => name) });
	return named.name;
};

/** A sheet as the table of a list. Hidden ones are offered to nobody who did not ask for them. */
export const readTableOf = ({ rows, hiddenLines, uncalculated }: ReadSheet, sheet: Sheet, sheets: readonly Sheet[]): ReadTable => {
	const offered = sheets.filter(({ isHidden, name }) => !isHidden || name === sheet.name);
	return {
		format: { kind: 'workbook', sheet: sheet.name, sheets: offered.map(({ name }) => name) },
		rows,
		isEven: false,
		hiddenLines,
		uncalculated,
	};
};
