import { basename } from 'node:path';
import { findColumn, holdsAddress } from '#core/lists/columns.ts';
import { guessTable } from '#core/lists/header.ts';
import { listLimits } from '#core/lists/limits.ts';
import type { ColumnMapping, FieldSource, ListPreview, ListRow } from '#core/lists/list.ts';
import { ListCheck } from '#core/lists/list-check.ts';
import type { Encoding } from '#shared/lists.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import { inSlices } from '../turns.ts';
import { ListError } from './list-failure.ts';
import { checkSize, readListFile } from './read-file.ts';
import { type ReadTable, readTextList } from './read-text-list.ts';
import { isZip } from './recognise-binary.ts';
import { surveyTable, type TableSurvey } from './survey-table.ts';
import { readWorkbookList } from './xlsx/read-workbook-list.ts';

export interface OpenListOptions {
	/** Title of the address column, where the guess is not to be trusted; case does not matter. */
	readonly emailColumn?: string | undefined;
	/** Name of the sheet of a workbook; otherwise the first one with addresses. */
	readonly sheet?: string | undefined;
	/** How the text of a file is written, where the guess is not to be trusted. */
	readonly encoding?: Encoding | undefined;
}

/** A list in memory, read through its mapping. Nothing to close; nothing is written anywhere. */
export interface OpenedList {
	readonly preview: ListPreview;
	/** What is wrong with it, and corrections over it. */
	readonly check: ListCheck;
	/** Reads the list through another mapping; corrections stay on their cells. */
	remap(mapping: ColumnMapping): Promise<void>;
	/** What a run starts from, as the list stands now. */
	rows(): Iterable<ListRow>;
	/** The same, some at a time. */
	batches(): Iterable<readonly ListRow[]>;
	/** The same file read again by another of its sheets; corrections belong to the sheet that is left. */
	openSheet(sheet: string): Promise<Outcome<OpenedList>>;
	/** The same text read in another encoding; corrections belong to the reading that is left. */
	openEncoding(encoding: Encoding): Promise<Outcome<OpenedList>>;
}

/**
 * Opens a list from a file: text or a workbook. Expected failures: `list-not-found`, `list-unreadable`, `list-empty`,
 * `list-binary` (`kind`), `list-encrypted`, `list-damaged`, `list-header-only`, `list-without-addresses`,
 * `column-not-found` (`columns`), `sheet-not-found` (`sheets`), and the limits (`list-too-large`, `list-too-many-rows`,
 * `list-too-many-columns`, `list-cell-too-large`; `row` and `limit`). Long lists are read without holding up others.
 */
export const openList = async (path: string, options: OpenListOptions = {}): Promise<Outcome<OpenedList>> =>
	outcomeOf(async () => open(basename(path), await readListFile(path), 'file', options));

/** As `openList`, for bytes that came through the window. */
export const openListBytes = async (name: string, bytes: Uint8Array, options: OpenListOptions = {}): Promise<Outcome<OpenedList>> =>
	outcomeOf(() => open(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'file', options));

/** As `openList`, for pasted text: cells of a spreadsheet, lines, or addresses separated by commas or semicolons. */
export const openListText = async (name: string, text: string, options: OpenListOptions = {}): Promise<Outcome<OpenedList>> =>
	outcomeOf(() => open(name, Buffer.from(text, 'utf8'), 'pasted', options));

const outcomeOf = async (work: () => Promise<OpenedList>): Promise<Outcome<OpenedList>> => {
	try {
		return done(await work());
	} catch (error) {
		if (error instanceof ListError) return { ok: false, failure: error.failure };
		throw error;
	}
};

const open = async (name: string, bytes: Buffer, origin: 'file' | 'pasted', options: OpenListOptions): Promise<OpenedList> => {
	checkSize(bytes.length);
	const table = isZip(bytes)
		? await readWorkbookList(bytes, options.sheet ?? null)
		: await readTextList(bytes, origin, options.encoding ?? null);
	if (table.rows.length === 0) throw new ListError('list-empty');
	const survey = await inSlices(surveyTable(table.rows));
	const { mapping, header } = chooseColumns(survey, table.rows.length, options.emailColumn);
	const preview = makePreview(name, table, survey, { mapping, header });
	table.rows.skip(header === null ? 0 : header + 1);
	if (table.rows.length > listLimits.rows) throw new ListError('list-too-many-rows', { limit: listLimits.rows });
	const check = new ListCheck(table.rows, mapping, { width: table.isEven ? preview.columns.length : null });
	await inSlices(check.read(mapping));
	return {
		preview,
		check,
		remap: (chosen) => inSlices(check.read(chosen)),
		rows: () => ({ [Symbol.iterator]: () => check.listRows() }),
		batches: () => ({ [Symbol.iterator]: () => inBatches(check.listRows()) }),
		openSheet: (sheet) => outcomeOf(() => open(name, bytes, origin, { ...options, sheet })),
		openEncoding: (encoding) => outcomeOf(() => open(name, bytes, origin, { ...options, encoding })),
	};
};

interface ChosenColumns {
	readonly mapping: ColumnMapping;
	/** Place of the column titles among the first rows. */
	readonly header: number | null;
}

const makePreview = (
	name: string,
	{ format, rows, isEven }: ReadTable,
	survey: TableSurvey,
	{ mapping, header }: ChosenColumns,
): ListPreview => {
	const titles = header === null ? [] : (survey.head[header] ?? []);
	// A workbook's rows end where their text ends; of text, the first line says how many columns there are.
	const width = isEven ? (header === null ? (survey.head[0]?.length ?? 0) : titles.length) : survey.width;
	return {
		name,
		format,
		columns: Array.from({ length: width }, (_, column) => titles[column]?.trim() || `Column ${column + 1}`),
		headerRow: header === null ? null : rows.lineOf(header),
		mapping,
		rowCount: rows.length - (header === null ? 0 : header + 1),
	};
};

const chooseColumns = (survey: TableSurvey, rowCount: number, emailColumn: string | undefined): ChosenColumns => {
	const { head, evidence } = survey;
	const guess = guessTable(head, evidence);
	const hasAddresses = evidence.length > 0;
	const titlesAlone = guess?.header != null && guess.header === rowCount - 1;
	if (!hasAddresses && (rowCount === 1 || titlesAlone)) {
		throw new ListError('list-header-only', { columns: titlesOf(head[guess?.header ?? 0] ?? []) });
	}
	if (emailColumn !== undefined) return columnsByTitle(survey, emailColumn, guess);
	if (guess === null || !hasAddresses) throw new ListError('list-without-addresses', { rows: rowCount });
	return guess;
};

const columnsByTitle = ({ head, addressCells, width }: TableSurvey, wanted: string, guess: ChosenColumns | null): ChosenColumns => {
	const titled = head.findIndex((cells) => !cells.some(holdsAddress) && findColumn(titlesOf(cells), wanted) !== null);
	const titles = titlesOf(head[titled === -1 ? (guess?.header ?? 0) : titled] ?? []);
	const numbered = Array.from({ length: width }, (_, column) => `Column ${column + 1}`);
	const email = findColumn(titles, wanted) ?? findColumn(numbered, wanted);
	if (email === null) throw new ListError('column-not-found', { column: wanted, columns: titles });
	if ((addressCells[email] ?? 0) === 0) throw new ListError('list-without-addresses', { column: wanted });
	const unless = (source: FieldSource) => (source === email ? null : source);
	const mapping = { email, name: unless(guess?.mapping.name ?? null), organisation: unless(guess?.mapping.organisation ?? null) };
	return { mapping, header: titled === -1 ? (guess?.header ?? null) : titled };
};

const titlesOf = (cells: readonly string[]): readonly string[] => cells.map((cell, column) => cell.trim() || `Column ${column + 1}`);

const rowsPerBatch = 250;

/** Some rows at a time, for who has to give others their turn in between. */
export function* inBatches(rows: Iterable<ListRow>): Generator<readonly ListRow[]> {
	let batch: ListRow[] = [];
	for (const row of rows) {
		batch.push(row);
		if (batch.length < rowsPerBatch) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}
