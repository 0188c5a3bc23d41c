import { splitAddresses } from '#core/lists/split-addresses.ts';
import type { Encoding, ListFormat } from '#shared/lists.ts';
import { RowTable } from '#core/lists/row-table.ts';
import { addRecord, type TableRecord } from './records.ts';
import { inSlices } from '../turns.ts';
import { openTable } from './table-source.ts';

/** A table as it was read from a file, before anything is known of its columns. */
export interface ReadTable {
	readonly format: ListFormat;
	readonly rows: RowTable;
	/** Whether every row should have as many cells as the column titles: a workbook leaves empty ones out. */
	readonly isEven: boolean;
}

/** A file with more text than this in its one line is no line of addresses. */
const longestLineBytes = 4 * 1024 * 1024;

/** Reads a table of text, or a line of addresses. `origin`: what was pasted may hold several such lines. */
export const readTextList = async (bytes: Buffer, origin: 'file' | 'pasted', encoding: Encoding | null): Promise<ReadTable> => {
	const table = openTable(bytes, encoding);
	const addresses = bytes.length > longestLineBytes ? null : splitAddresses(table.text(), origin === 'file' ? 'one' : 'several');
	if (addresses !== null) return { format: { kind: 'addresses' }, rows: numbered(addresses), isEven: true };
	const { format } = table;
	const rows = await inSlices(fillTable(table.records()));
	return { format: { kind: 'text', encoding: table.encoding, delimiter: format.delimiter }, rows, isEven: true };
};

const numbered = (addresses: readonly string[]): RowTable => {
	const rows = new RowTable();
	for (const [index, address] of addresses.entries()) addRecord(rows, { line: index + 1, cells: [address], isUnclosed: false });
	return rows;
};

const recordsPerStep = 128;

/**
 * Stores the records of a table while they are read, in steps. Throws `ListError` at the first that crosses a limit:
 * `list-too-many-rows`, `list-too-many-columns`, `list-cell-too-large`, `list-too-large`.
 */
function* fillTable(records: Iterable<TableRecord | null>): Generator<void, RowTable> {
	const table = new RowTable();
	let step = 0;
	for (const record of records) {
		if (record !== null) addRecord(table, record);
		if (++step % recordsPerStep === 0) yield;
	}
	return table;
}
