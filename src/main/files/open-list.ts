import { basename } from 'node:path';
import type { ColumnMapping, ListPreview, ListRow } from '#core/lists/list.ts';
import { ListCheck } from '#core/lists/list-check.ts';
import type { Encoding, ReadingAccount, ReadingChoices } from '#shared/lists.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import { inSlices } from '../turns.ts';
import { ListError } from './list-failure.ts';
import { readListFile } from './read-file.ts';
import { type ListBytes, type ReadListOptions, readList } from './read-list.ts';

export type OpenListOptions = ReadListOptions;

/** Reads a list here, or away from this thread. Throws `ListError`. */
export type ReadsLists = typeof readList;

/** A list in memory, read through its mapping. Nothing to close; nothing is written anywhere. */
export interface OpenedList {
	readonly preview: ListPreview;
	/** What of the file is not among the rows. */
	readonly account: ReadingAccount;
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
	/** The same file read as a person chooses; corrections belong to the reading that is left. */
	openWith(choices: ReadingChoices): Promise<Outcome<OpenedList>>;
}

/**
 * Opens a list from a file: text or a workbook. Expected failures: `list-not-found`, `list-unreadable`, `list-empty`,
 * `list-binary` (`kind`), `list-encrypted`, `list-damaged`, `list-header-only`, `list-without-addresses`,
 * `column-not-found` (`columns`), `sheet-not-found` (`sheets`), `line-not-found`, and the limits (`list-too-large`, `list-too-many-rows`,
 * `list-too-many-columns`, `list-cell-too-large`; `row` and `limit`). Long lists are read without holding up others.
 */
export const openList = async (path: string, options: OpenListOptions = {}): Promise<Outcome<OpenedList>> =>
	outcomeOf(async () => open({ name: basename(path), bytes: await readListFile(path), origin: 'file' }, options, readList));

/** As `openList`, for bytes that came through the window. */
export const openListBytes = async (
	name: string,
	bytes: Uint8Array,
	options: OpenListOptions = {},
	read: ReadsLists = readList,
): Promise<Outcome<OpenedList>> =>
	outcomeOf(() => open({ name, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), origin: 'file' }, options, read));

/** As `openList`, for pasted text: cells of a spreadsheet, lines, or addresses separated by commas or semicolons. */
export const openListText = async (
	name: string,
	text: string,
	options: OpenListOptions = {},
	read: ReadsLists = readList,
): Promise<Outcome<OpenedList>> => outcomeOf(() => open({ name, bytes: Buffer.from(text, 'utf8'), origin: 'pasted' }, options, read));

const outcomeOf = async (work: () => Promise<OpenedList>): Promise<Outcome<OpenedList>> => {
	try {
		return done(await work());
	} catch (error) {
		if (error instanceof ListError) return { ok: false, failure: error.failure };
		throw error;
	}
};

const open = async (source: ListBytes, options: OpenListOptions, read: ReadsLists): Promise<OpenedList> => {
	const { preview, rows, given, account, width, readings } = await read(source, options);
	const { mapping } = preview;
	const check = new ListCheck(rows, mapping, { width, given, readings });
	await inSlices(check.read(mapping));
	const again = (change: OpenListOptions) => outcomeOf(() => open(source, { ...options, ...change }, read));
	return {
		preview,
		// Corrections and rows that are left out change whom the list names.
		get account() {
			return { ...account, people: check.people };
		},
		check,
		remap: (chosen) => inSlices(check.read(chosen)),
		rows: () => ({ [Symbol.iterator]: () => check.listRows() }),
		batches: () => ({ [Symbol.iterator]: () => inBatches(check.listRows()) }),
		openSheet: (sheet) => again({ sheet, headerLine: null }),
		openEncoding: (encoding) => again({ encoding }),
		openWith: again,
	};
};

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
