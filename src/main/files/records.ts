import Papa from 'papaparse';
import { listLimits } from '#core/lists/limits.ts';
import type { RowTable } from '#core/lists/row-table.ts';
import { ListError } from './list-failure.ts';

/** One record of a table. `line` is the line of the file it starts on, from 1. */
export interface TableRecord {
	readonly line: number;
	readonly cells: readonly string[];
	/** A quote was opened and not closed: the line was taken literally, so that it does not swallow the rest. */
	readonly isUnclosed: boolean;
}

export interface TableFormat {
	/** `''`: one column, nothing is cut. */
	readonly delimiter: string;
}

/** NUL cannot be in the text (such a file is binary), so it stands for "no delimiter". */
const cutBy = (format: TableFormat) => (format.delimiter === '' ? '\0' : format.delimiter);

/**
 * Cuts decoded text into records while it streams in. Blank lines are counted and left out; so are records whose
 * cells are all blank. Lines without quotes, nearly all, are split here; a record with quotes goes to papaparse
 * once its end is known. We look for that end ourselves because papaparse does not tell line numbers, takes one
 * kind of line break a file, and lets one stray quote swallow every line after it.
 *
 * Cells beyond the limit of columns may be missing: `checkCells` refuses such a record. Throws `ListError` for
 * a line that no allowed record could fill. Gives `null` for a blank line: a file of nothing else must not keep anybody
 * waiting who goes through it step by step.
 */
export function* readRecords(chunks: Iterable<string>, format: TableFormat): Generator<TableRecord | null> {
	const delimiter = cutBy(format);
	const quoted = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' });
	const lines = new LineBuffer(chunks);
	let line = 1;
	for (let raw = lines.next(); raw !== null; raw = lines.next()) {
		const start = line++;
		const text = withoutBreak(raw);
		if (!text.includes('"')) {
			const cells = text.split(delimiter, listLimits.columns + 1);
			yield isBlank(cells) ? null : { line: start, cells, isUnclosed: false };
			continue;
		}
		const record = completeRecord(raw, lines, delimiter);
		line += record.extraLines;
		const cells = record.state === 'complete' ? parseQuoted(quoted, record.text) : cutLiterally(text, delimiter);
		yield isBlank(cells) ? null : { line: start, cells, isUnclosed: record.state === 'open' };
	}
}

/** A line without what ended it; inside a quoted cell that stays. */
const withoutBreak = (line: string): string => {
	const last = line.charCodeAt(line.length - 1);
	if (last === carriageReturn) return line.slice(0, -1);
	if (last !== lineFeed) return line;
	return line.charCodeAt(line.length - 2) === carriageReturn ? line.slice(0, -2) : line.slice(0, -1);
};

const lineFeed = 10;
const carriageReturn = 13;

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

const parseQuoted = (parser: Papa.Parser, text: string): readonly string[] => {
	const { data } = parser.parse(withoutBreak(text), 0, false) as { readonly data: readonly (readonly string[])[] };
	// One record in, one out: line breaks inside quotes belong to cells.
	return data[0] ?? [];
};

interface RecordText {
	readonly text: string;
	readonly state: QuoteState;
	readonly extraLines: number;
}

/** A quote open for longer than this is a stray one; a closed cell of this size is refused as too large. */
const longestOpenQuote = listLimits.cellCharacters * 8;

/** Adds lines to `first` until its quotes are closed; where they never are, adds none. Each line is looked at once. */
const completeRecord = (first: string, lines: LineBuffer, delimiter: string): RecordText => {
	let state = quoteState(withoutBreak(first), delimiter, false);
	if (state !== 'open') return { text: first, state, extraLines: 0 };
	const added: string[] = [];
	let length = 0;
	while (state === 'open' && length <= longestOpenQuote) {
		const more = lines.peek(added.length);
		if (more === null) break;
		added.push(more);
		length += more.length;
		if (more.includes('"')) state = quoteState(withoutBreak(more), delimiter, true);
	}
	if (state !== 'complete') return { text: first, state: 'open', extraLines: 0 };
	lines.skip(added.length);
	return { text: [first, ...added].join(''), state, extraLines: added.length };
};

type QuoteState = 'complete' | 'open' | 'malformed';

/**
 * What the quotes of a line say about the record: a quote opens a cell only as its first character, and closes it only
 * before a delimiter or the end. `isInside`: the line goes on in a quoted cell that an earlier one opened.
 */
const quoteState = (line: string, delimiter: string, isInside: boolean): QuoteState => {
	let at = 0;
	let inside = isInside;
	for (;;) {
		if (inside || line[at] === '"') {
			const close = closingQuote(line, inside ? -1 : at);
			if (close === -1) return 'open';
			inside = false;
			at = close + 1;
			while (line[at] === ' ' || line[at] === '\r') at++;
			if (at >= line.length) return 'complete';
			if (line[at] !== delimiter) return 'malformed';
			at++;
		} else {
			const next = line.indexOf(delimiter, at);
			if (next === -1) return 'complete';
			at = next + 1;
		}
	}
};

const closingQuote = (text: string, open: number): number => {
	let at = text.indexOf('"', open + 1);
	while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
	return at;
};

/** For lines no parser agrees on, e.g. `"Lee, Ann" <ann@x.com>,Acme`: quotes protect delimiters and stay in the cell. */
const cutLiterally = (line: string, delimiter: string): readonly string[] => {
	const cells: string[] = [];
	let at = 0;
	for (;;) {
		const close = line[at] === '"' ? closingQuote(line, at) : -1;
		const next = line.indexOf(delimiter, close === -1 ? at : close + 1);
		const cell = line.slice(at, next === -1 ? line.length : next);
		cells.push(/^"[^"]*"\s*$/.test(cell) ? cell.trim().slice(1, -1) : cell);
		if (next === -1) return cells;
		at = next + 1;
	}
};

/** Throws `ListError` for a record that crosses the limits of columns or characters. */
export const checkCells = ({ line, cells }: TableRecord): void => {
	if (cells.length > listLimits.columns) throw new ListError('list-too-many-columns', { row: line, limit: listLimits.columns });
	for (const cell of cells) {
		if (cell.length <= listLimits.cellCharacters) continue;
		throw new ListError('list-cell-too-large', { row: line, limit: listLimits.cellCharacters });
	}
};

/** Stores a record; throws `ListError` for one that crosses a limit, or makes the table cross one. */
export const addRecord = (table: RowTable, record: TableRecord): void => {
	checkCells(record);
	const { line, cells, isUnclosed } = record;
	// What stands above the list is not known yet; the rows themselves are counted once it is.
	if (table.length >= listLimits.rows + listLimits.headRecords) throw new ListError('list-too-many-rows', { limit: listLimits.rows });
	table.add({ row: line, cells, isUnclosed });
	if (table.characters > listLimits.characters) throw new ListError('list-too-large', { limitBytes: listLimits.bytes });
};

const mostUsedLines = 10_000;

/** Lines of a stream with their breaks, with a look ahead. */
class LineBuffer {
	readonly #lines: Iterator<string>;
	#ahead: string[] = [];
	/** Lines of `#ahead` that are used up: taking each off by itself would move all the others every time. */
	#used = 0;
	constructor(chunks: Iterable<string>) {
		this.#lines = splitLines(chunks);
	}
	next(): string | null {
		if (this.#used === this.#ahead.length) return this.#pull();
		const line = this.#ahead[this.#used] ?? '';
		this.skip(1);
		return line;
	}
	peek(index: number): string | null {
		while (this.#ahead.length <= this.#used + index) {
			const line = this.#pull();
			if (line === null) return null;
			this.#ahead.push(line);
		}
		return this.#ahead[this.#used + index] ?? null;
	}
	skip(count: number): void {
		this.#used += count;
		if (this.#used < mostUsedLines && this.#used < this.#ahead.length) return;
		this.#ahead = this.#ahead.slice(this.#used);
		this.#used = 0;
	}
	#pull(): string | null {
		const { done, value } = this.#lines.next();
		return done === true ? null : value;
	}
}

/** At `\n`, `\r\n` and a `\r` alone, which stand in one file where several programs wrote it. */
function* splitLines(chunks: Iterable<string>): Generator<string> {
	let rest = '';
	for (const chunk of chunks) {
		let text = rest === '' ? chunk : rest + chunk;
		// A return at the end may be half of a break.
		const isCut = text.endsWith('\r');
		if (isCut) text = text.slice(0, -1);
		let start = 0;
		for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', start)) {
			yield* atReturns(text.slice(start, at + 1));
			start = at + 1;
		}
		let tail = text.slice(start);
		const lastReturn = tail.lastIndexOf('\r');
		if (lastReturn !== -1) {
			yield* atReturns(tail.slice(0, lastReturn + 1));
			tail = tail.slice(lastReturn + 1);
		}
		rest = isCut ? `${tail}\r` : tail;
		if (rest.length > listLimits.columns * listLimits.cellCharacters) {
			throw new ListError('list-cell-too-large', { limit: listLimits.cellCharacters });
		}
	}
	if (rest !== '') yield rest;
}

/** What stands between two line feeds is nearly always one line. */
function* atReturns(line: string): Generator<string> {
	let start = 0;
	for (
		let at = line.indexOf('\r');
		at !== -1 && at < line.length - 1 && line.charCodeAt(at + 1) !== lineFeed;
		at = line.indexOf('\r', start)
	) {
		yield line.slice(start, at + 1);
		start = at + 1;
	}
	yield start === 0 ? line : line.slice(start);
}
