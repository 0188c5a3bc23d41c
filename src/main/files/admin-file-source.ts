import { htmlRows, looksLikeHtml } from '#core/admin-files/html-rows.ts';
import type { AdminFileSource } from '#core/admin-files/survey-admin-file.ts';
import { listLimits } from '#core/lists/limits.ts';
import { RowTable } from '#core/lists/row-table.ts';
import type { SourceRow } from '#shared/lists.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { AdminFileFault } from '#shared/admin-files.ts';
import { inSlices } from '../turns.ts';
import { ListError } from './list-failure.ts';
import { checkSize } from './read-file.ts';
import { isWorkbook } from './recognise-binary.ts';
import { recogniseUtf16 } from './recognise-encoding.ts';
import { checkCells } from './records.ts';
import { decode, openTable, type TableSource } from './table-source.ts';
import { readFullestSheet } from './xlsx/read-workbook-list.ts';

/** What is wrong with a list is wrong with an admin file too, in other words. */
const faults: Readonly<Record<string, AdminFileFault>> = {
	'list-not-found': 'not-found',
	'list-empty': 'empty',
	'list-binary': 'binary',
	'list-encrypted': 'encrypted',
	'list-damaged': 'damaged',
	'list-too-large': 'too-large',
	'list-too-many-rows': 'too-many-rows',
	'list-too-many-columns': 'too-many-columns',
	'list-cell-too-large': 'cell-too-large',
};

/** Runs work that walks over a file; a limit that is crossed on the way is `export-unusable`, with `file` and `fault`. */
export const walkingAdminFile = async <T>(name: string, work: () => Promise<Outcome<T>> | Outcome<T>): Promise<Outcome<T>> => {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof ListError)) throw error;
		const { code, details } = error.failure;
		return failed('export-unusable', { ...details, file: name, fault: faults[code] ?? 'unreadable' });
	}
};

/** Text, a saved page or a workbook. Fails with `export-unusable` for what is none of them. */
export const adminFileFromBytes = (
	name: string,
	bytes: Buffer,
	writtenAt: string | null = null,
	read: (bytes: Buffer) => Promise<Iterable<SourceRow>> = rowsOf,
): Promise<Outcome<AdminFileSource>> =>
	walkingAdminFile(name, async () => {
		checkSize(bytes.length);
		return done({ name, writtenAt, rows: await read(bytes) });
	});

/** As a reading thread hands them over. */
export const adminFileRows = async (bytes: Buffer): Promise<RowTable> => {
	const table = new RowTable();
	for (const { row, cells } of await rowsOf(bytes)) table.add({ row, cells, isUnclosed: false });
	return table;
};

/** Rows that another thread has read. */
export const rowsOfTable = (table: RowTable): Iterable<SourceRow> => ({ [Symbol.iterator]: () => workbookRows(table) });

/** Rows that can be walked again; limits are held at every walk. */
const rowsOf = async (bytes: Buffer): Promise<Iterable<SourceRow>> => {
	const walk = await walkOf(bytes);
	return { [Symbol.iterator]: () => withinRows(walk()) };
};

const walkOf = async (bytes: Buffer): Promise<() => Iterable<SourceRow>> => {
	if (isWorkbook(bytes)) {
		const rows = await readFullestSheet(bytes);
		return () => workbookRows(rows);
	}
	// A page is no list, but it may hold the table of one: it has to be known before the text is refused as such.
	const page = await pageIn(bytes);
	if (page !== null) return () => page;
	const table = openTable(bytes);
	return () => tableRows(table);
};

const pageSliceBytes = 64 * 1024;

/** UTF-16 aside, tags are ASCII in every encoding, and the names between them are shown to nobody. */
const pageIn = async (bytes: Buffer): Promise<readonly SourceRow[] | null> => {
	const slices = () => decode(bytes, recogniseUtf16(bytes) ?? 'utf-8', pageSliceBytes);
	const [start = ''] = slices();
	return looksLikeHtml(start) ? inSlices(htmlRows(slices())) : null;
};

function* tableRows(table: TableSource): Generator<SourceRow> {
	for (const record of table.records()) if (record !== null) yield { row: record.line, cells: record.cells };
}

function* workbookRows(rows: RowTable): Generator<SourceRow> {
	for (let index = 0; index < rows.length; index++) yield rows.at(index);
}

function* withinRows(rows: Iterable<SourceRow>): Generator<SourceRow> {
	let count = 0;
	for (const { row, cells } of rows) {
		count++;
		if (count > listLimits.rows + 1) throw new ListError('list-too-many-rows', { limit: listLimits.rows });
		checkCells({ line: row, cells, isUnclosed: false });
		yield { row, cells };
	}
}
