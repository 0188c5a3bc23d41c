import { listLimits } from '#core/lists/limits.ts';
import { RowTable } from '#core/lists/row-table.ts';
import { ListError } from './list-failure.ts';
import { checkCells, type TableRecord } from './records.ts';

const recordsPerStep = 128;

/**
 * Stores the records of a table while they are read, in steps. Throws `ListError` at the first that crosses a limit:
 * `list-too-many-rows`, `list-too-many-columns`, `list-cell-too-large`, `list-too-large`.
 */
export function* fillTable(records: Iterable<TableRecord | null>): Generator<void, RowTable> {
	const table = new RowTable();
	let step = 0;
	for (const record of records) {
		if (record !== null) addRecord(table, record);
		if (++step % recordsPerStep === 0) yield;
	}
	return table;
}

export const addRecord = (table: RowTable, record: TableRecord): void => {
	checkCells(record);
	const { line, cells, isUnclosed } = record;
	// What stands above the list is not known yet; the rows themselves are counted once it is.
	if (table.length >= listLimits.rows + listLimits.headRecords) throw new ListError('list-too-many-rows', { limit: listLimits.rows });
	table.add({ row: line, cells, isUnclosed });
	if (table.characters > listLimits.characters) throw new ListError('list-too-large', { limitBytes: listLimits.bytes });
};
