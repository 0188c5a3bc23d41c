import { holdsAddress } from '#core/lists/columns.ts';
import { listLimits } from '#core/lists/limits.ts';
import type { RowTable } from '#core/lists/row-table.ts';

/** Rows with an address that columns are guessed from. */
const evidenceRows = 500;
const rowsPerStep = 256;

/** What one walk over all rows of a table tells. */
export interface TableSurvey {
	/** The first rows: column titles are among them, if there are any. */
	readonly head: readonly (readonly string[])[];
	/** The first rows that hold an address anywhere. */
	readonly evidence: readonly (readonly string[])[];
	/** Cells that look like an address, by column. */
	readonly addressCells: readonly number[];
	/** Cells of the widest row. */
	readonly width: number;
}

/** In steps, as a table may be long. */
export function* surveyTable(table: RowTable): Generator<void, TableSurvey> {
	const head: (readonly string[])[] = [];
	const evidence: (readonly string[])[] = [];
	const addressCells: number[] = [];
	let width = 0;
	for (let index = 0; index < table.length; index++) {
		const { cells } = table.at(index);
		if (head.length < listLimits.headRecords) head.push(cells);
		width = Math.max(width, cells.length);
		if (countAddresses(cells, addressCells) && evidence.length < evidenceRows) evidence.push(cells);
		if (index % rowsPerStep === 0) yield;
	}
	return { head, evidence, addressCells, width };
}

const countAddresses = (cells: readonly string[], counts: number[]): boolean => {
	let any = false;
	for (let column = 0; column < cells.length; column++) {
		if (!holdsAddress(cells[column] ?? '')) continue;
		counts[column] = (counts[column] ?? 0) + 1;
		any = true;
	}
	return any;
};
