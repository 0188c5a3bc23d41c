import { readContacts } from './contacts.ts';
import { peopleInText } from '#core/lists/people-in-text.ts';
import { withoutBorders } from '#core/lists/text-borders.ts';
import type { Encoding, LeftLine, ListFormat, ReadingChoices, SourceRow } from '#shared/lists.ts';
import { RowTable } from '#core/lists/row-table.ts';
import { addRecord } from './records.ts';
import { inSlices } from '../turns.ts';
import { openTable, tableOfText, type TableSource } from './table-source.ts';

/** A table as it was read from a file, before anything is known of its columns. */
export interface ReadTable {
	readonly format: ListFormat;
	readonly rows: RowTable;
	/** Whether every row should have as many cells as the column titles: a workbook leaves empty ones out. */
	readonly isEven: boolean;
	/** Lines that a sheet does not show. */
	readonly hiddenLines?: ReadonlySet<number>;
	/** Lines with a formula whose result was never stored. */
	readonly uncalculated?: readonly number[];
	/** Lines of a text without a table that hold nobody. */
	readonly left?: readonly LeftLine[];
}

/** A file with more text than this in its one line is no line of addresses. */
const longestLineBytes = 4 * 1024 * 1024;

/** Reads a table of text, contacts, or addresses in whatever text they were copied with. */
export const readTextList = async (
	bytes: Buffer,
	origin: 'file' | 'pasted',
	{ encoding = null, frames }: { readonly encoding?: Encoding | null | undefined } & Pick<ReadingChoices, 'frames'>,
): Promise<ReadTable> => {
	if (bytes.length > longestLineBytes) return fromTable(openTable(bytes, encoding));
	const table = openTable(bytes, encoding);
	const text = table.text();
	const contacts = readContacts(text);
	if (contacts !== null) return { format: { kind: 'contacts', of: contacts.of }, rows: filled(contacts.rows), isEven: true };
	const drawn = withoutBorders(text);
	const people = peopleInText(drawn, origin === 'file' ? 'one' : 'several', frames === 'take');
	if (people !== null) {
		const rows = filled(people.people.map(({ line, text: cell }) => ({ row: line, cells: [cell] })));
		return { format: { kind: 'addresses' }, rows, isEven: true, left: people.left };
	}
	return fromTable(drawn === text ? table : { ...tableOfText(drawn), encoding: table.encoding });
};

const fromTable = async (table: TableSource): Promise<ReadTable> => {
	const rows = await inSlices(table.cut());
	return { format: { kind: 'text', encoding: table.encoding, delimiter: table.format.delimiter }, rows, isEven: true };
};

const filled = (rows: Iterable<SourceRow>): RowTable => {
	const table = new RowTable();
	for (const { row, cells } of rows) {
		if (cells.some((cell) => cell.trim() !== '')) addRecord(table, { line: row, cells, isUnclosed: false });
	}
	return table;
};
