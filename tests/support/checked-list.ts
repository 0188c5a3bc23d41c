import type { ColumnMapping, SourceRow } from '../../src/core/lists/list.ts';
import { ListCheck, type ListCheckOptions } from '../../src/core/lists/list-check.ts';
import { RowTable } from '../../src/core/lists/row-table.ts';

/** Rows as an opened list has them, read through a mapping to the end. */
export const checkedList = (rows: Iterable<SourceRow>, mapping: ColumnMapping, options: ListCheckOptions = { width: null }): ListCheck => {
	const table = new RowTable();
	for (const { row, cells } of rows) table.add({ row, cells, isUnclosed: false });
	const check = new ListCheck(table, mapping, options);
	for (const _ of check.read(mapping));
	return check;
};
