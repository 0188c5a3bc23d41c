import { basename } from 'node:path';
import { findColumn, guessMapping, holdsAddress } from '#core/lists/columns.ts';
import { listLimits } from '#core/lists/limits.ts';
import type { ColumnMapping, ListPreview, ListRow, SourceRow } from '#core/lists/list.ts';
import { listBatches, listRows, type ReadListOptions } from '#core/lists/read-list.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import { makeTurns } from '../turns.ts';
import { ListError } from './list-failure.ts';
import { checkSize, readListFile } from './read-file.ts';
import { surveyTable, type TableSurvey } from './survey-table.ts';
import { openTable, type TableSource } from './table-source.ts';

export interface OpenListOptions {
	/** Title of the address column, where the guess is not to be trusted; case does not matter. */
	readonly emailColumn?: string | undefined;
}

/** A list in memory: its bytes and what was recognised. Nothing to close; nothing is written anywhere. */
export interface OpenedList {
	readonly preview: ListPreview;
	/** Cells that look like an address, by column: a mapping onto a column with none is a mistake worth a word. */
	readonly addressCells: readonly number[];
	/** Cuts and reads the rows at each walk; `mapping` is the preview's unless a person corrected it. */
	rows(mapping?: ColumnMapping, options?: ReadListOptions): Iterable<ListRow>;
	/** The same, some at a time: see `listBatches`. */
	batches(mapping?: ColumnMapping, options?: ReadListOptions): Iterable<readonly ListRow[]>;
	/** The rows as they stand in the file. */
	sourceRows(): Iterable<SourceRow>;
}

/**
 * Opens a list from a file. Expected failures: `list-not-found`, `list-unreadable`, `list-empty`, `list-binary`
 * (`kind`), `list-header-only`, `list-without-addresses`, `column-not-found` (`columns`), and the limits
 * (`list-too-large`, `list-too-many-rows`, `list-too-many-columns`, `list-cell-too-large`; `row` and `limit`).
 */
export async function openList(path: string, options: OpenListOptions = {}): Promise<Outcome<OpenedList>> {
	return outcomeOf(async () => open(basename(path), await readListFile(path), options));
}

/** As `openList`, for bytes that came through the window. */
export async function openListBytes(name: string, bytes: Uint8Array, options: OpenListOptions = {}): Promise<Outcome<OpenedList>> {
	return outcomeOf(() => open(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options));
}

/** As `openList`, for pasted text. */
export async function openListText(name: string, text: string, options: OpenListOptions = {}): Promise<Outcome<OpenedList>> {
	return outcomeOf(() => open(name, Buffer.from(text, 'utf8'), options));
}

async function outcomeOf(work: () => Promise<OpenedList>): Promise<Outcome<OpenedList>> {
	try {
		return done(await work());
	} catch (error) {
		if (error instanceof ListError) return { ok: false, failure: error.failure };
		throw error;
	}
}

async function open(name: string, bytes: Buffer, options: OpenListOptions): Promise<OpenedList> {
	checkSize(bytes.length);
	const table = openTable(bytes);
	const survey = await surveyTable(table.records(), makeTurns());
	const { mapping, hasHeader } = chooseColumns(survey, options.emailColumn);
	const rowCount = survey.recordCount - (hasHeader ? 1 : 0);
	if (rowCount > listLimits.rows) throw new ListError('list-too-many-rows', { limit: listLimits.rows });
	const source: Iterable<SourceRow> = { [Symbol.iterator]: () => sourceRows(table, hasHeader) };
	return {
		preview: {
			name,
			encoding: table.encoding,
			delimiter: table.format.delimiter,
			columns: hasHeader ? titlesOf(survey.first) : inventedTitles(survey.first.length),
			hasHeader,
			mapping,
			rowCount,
			sample: survey.head.slice(hasHeader ? 1 : 0).slice(0, listLimits.sampleRows),
			warnings: survey.warnings,
		},
		addressCells: Array.from({ length: survey.first.length }, (_, column) => survey.addressCells[column] ?? 0),
		rows: (chosen = mapping, readOptions = {}) => ({ [Symbol.iterator]: () => listRows(source, chosen, readOptions) }),
		batches: (chosen = mapping, readOptions = {}) => ({ [Symbol.iterator]: () => listBatches(source, chosen, readOptions) }),
		sourceRows: () => source,
	};
}

function chooseColumns(survey: TableSurvey, emailColumn: string | undefined) {
	const { first, evidence, recordCount } = survey;
	const firstHolds = first.some(holdsAddress);
	const guess = guessMapping(first, evidence);
	if (recordCount === 1 && !firstHolds) throw new ListError('list-header-only', { columns: titlesOf(first) });
	if (emailColumn !== undefined) return columnsByTitle(survey, emailColumn, guess?.mapping ?? null);
	if (guess === null || (evidence.length === 0 && !firstHolds)) throw new ListError('list-without-addresses', { rows: recordCount - 1 });
	return guess;
}

function columnsByTitle({ first, addressCells }: TableSurvey, wanted: string, guess: ColumnMapping | null) {
	const titled = findColumn(titlesOf(first), wanted);
	const email = titled ?? findColumn(inventedTitles(first.length), wanted);
	if (email === null) throw new ListError('column-not-found', { column: wanted, columns: titlesOf(first) });
	const hasHeader = titled !== null && !holdsAddress(first[email] ?? '');
	if ((addressCells[email] ?? 0) === 0 && !holdsAddress(first[email] ?? ''))
		throw new ListError('list-without-addresses', { column: wanted });
	const unless = (column: number | null) => (column === email || column === null ? null : column);
	return { mapping: { email, name: unless(guess?.name ?? null), organisation: unless(guess?.organisation ?? null) }, hasHeader };
}

function* sourceRows(table: TableSource, hasHeader: boolean): Generator<SourceRow> {
	let isHeader = hasHeader;
	for (const { line, cells } of table.records()) {
		if (!isHeader) yield { row: line, cells };
		isHeader = false;
	}
}

const inventedTitles = (count: number) => Array.from({ length: count }, (_, column) => `Column ${column + 1}`);

function titlesOf(cells: readonly string[]): readonly string[] {
	return cells.map((cell, column) => (cell.trim() === '' ? `Column ${column + 1}` : cell.trim()));
}
