import { holdsAddress } from '#core/lists/columns.ts';
import { listLimits } from '#core/lists/limits.ts';
import type { ListWarning, SourceRow } from '#core/lists/list.ts';
import type { Turns } from '#core/ports.ts';
import { ListError } from './list-failure.ts';
import type { TableRecord } from './records.ts';

/** Records with an address that columns are guessed from. */
const evidenceRecords = 500;

/** What one walk over a whole table tells. */
export interface TableSurvey {
	readonly first: readonly string[];
	readonly recordCount: number;
	/** The first records, the very first included: it may be data. */
	readonly head: readonly SourceRow[];
	/** The first records after the very first that hold an address anywhere. */
	readonly evidence: readonly (readonly string[])[];
	/** Cells after the first record that look like an address, by column. */
	readonly addressCells: readonly number[];
	readonly warnings: readonly ListWarning[];
}

/** Throws `ListError`: `list-empty`, and whatever limit is crossed. */
export async function surveyTable(records: Iterable<TableRecord>, turns: Turns): Promise<TableSurvey> {
	let first: readonly string[] | null = null;
	let recordCount = 0;
	const head: SourceRow[] = [];
	const evidence: (readonly string[])[] = [];
	const addressCells: number[] = [];
	const warnings: ListWarning[] = [];
	for (const record of records) {
		if (turns.isDue()) await turns.give();
		recordCount++;
		if (recordCount > listLimits.rows + 1) throw new ListError('list-too-many-rows', { limit: listLimits.rows });
		if (head.length <= listLimits.sampleRows) head.push({ row: record.line, cells: record.cells });
		if (warnings.length < listLimits.warnings) warnings.push(...warningsOf(record, first?.length ?? record.cells.length));
		if (first === null) {
			first = record.cells;
			continue;
		}
		if (countAddresses(record.cells, addressCells) && evidence.length < evidenceRecords) evidence.push(record.cells);
	}
	if (first === null) throw new ListError('list-empty');
	return { first, recordCount, head, evidence, addressCells, warnings };
}

function countAddresses(cells: readonly string[], counts: number[]): boolean {
	let any = false;
	for (let column = 0; column < cells.length; column++) {
		if (!holdsAddress(cells[column] ?? '')) continue;
		counts[column] = (counts[column] ?? 0) + 1;
		any = true;
	}
	return any;
}

function warningsOf({ line, cells, isUnclosed }: TableRecord, expected: number): readonly ListWarning[] {
	const warnings: ListWarning[] = [];
	if (isUnclosed) warnings.push({ row: line, code: 'unclosed-quote', details: {} });
	if (cells.length !== expected) warnings.push({ row: line, code: 'ragged-row', details: { expected, found: cells.length } });
	// U+FFFD stands where bytes were none of the encoding's, here or in the program that wrote the file.
	const damaged = cells.reduce((count, cell) => (cell.includes('\ufffd') ? count + 1 : count), 0);
	if (damaged > 0) warnings.push({ row: line, code: 'replaced-characters', details: { cells: damaged } });
	return warnings;
}
