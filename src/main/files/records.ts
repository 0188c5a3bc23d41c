import Papa from 'papaparse';
import { listLimits } from '#core/lists/limits.ts';
import { blockOf, cellIn, cellMarks, type RowBlock, RowTable } from '#core/lists/row-table.ts';
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
	/** The first line is `sep=;`, a word of Excel's to itself: it counts as a line, and is no record. */
	readonly hasSeparatorLine?: boolean;
}

/** NUL cannot be in the text (such a file is binary), so it stands for "no delimiter". */
const cutBy = (format: TableFormat) => (format.delimiter === '' ? '\0' : format.delimiter);

const linesPerStep = 128;
const rowsPerBlock = 1024;

/**
 * Cuts decoded text into records while it streams in. Blank lines are counted and left out; so are records whose
 * cells are all blank. Gives `null` for steps without a record: a file of nothing but blank lines must not keep anybody
 * waiting who goes through it step by step.
 *
 * Cells beyond the limit of columns may be missing: `checkCells` refuses such a record. Throws `ListError` for
 * a line that no allowed record could fill.
 */
export function* readRecords(chunks: Iterable<string>, format: TableFormat): Generator<TableRecord | null> {
	let table = new RowTable();
	const cutter = new RecordCutter(chunks, format, (cut) => table.addBlock(cut.block, cut.lines, cut.unclosed, cut.characters));
	for (let isMore = true; isMore; ) {
		isMore = cutter.step();
		cutter.flush();
		if (table.length === 0) yield null;
		for (let index = 0; index < table.length; index++) {
			const { row, cells, isUnclosed } = table.at(index);
			yield { line: row, cells, isUnclosed };
		}
		table = new RowTable();
	}
}

/**
 * Fills a table with the records of a text, in steps. Throws `ListError` at the first that crosses a limit:
 * `list-too-many-rows`, `list-too-many-columns`, `list-cell-too-large`, `list-too-large`.
 */
export function* cutRecords(chunks: Iterable<string>, format: TableFormat): Generator<void, RowTable> {
	const table = new RowTable();
	const cutter = new RecordCutter(chunks, format, (cut) => {
		if (cut.isOverLimits) for (const record of recordsIn(cut)) checkCells(record);
		table.addBlock(cut.block, cut.lines, cut.unclosed, cut.characters);
		if (table.length > listLimits.rows + listLimits.headRecords) throw tooManyRows();
		if (table.characters > listLimits.characters) throw new ListError('list-too-large', { limitBytes: listLimits.bytes });
	});
	while (cutter.step()) yield;
	cutter.flush();
	return table;
}

interface CutRows {
	readonly block: RowBlock;
	readonly lines: Int32Array<ArrayBuffer>;
	/** Places among these rows. */
	readonly unclosed: readonly number[];
	readonly characters: number;
	/** One of the rows may have more, or longer, cells than it may. */
	readonly isOverLimits: boolean;
}

function* recordsIn({ block, lines, unclosed, characters }: CutRows): Generator<TableRecord> {
	const table = new RowTable();
	table.addBlock(block, lines, unclosed, characters);
	for (let index = 0; index < table.length; index++) {
		const { row, cells, isUnclosed } = table.at(index);
		yield { line: row, cells, isUnclosed };
	}
}

/** Where the next one of a letter is, at or behind a place. Places are asked for in their order, so each is looked for once. */
class NextOf {
	readonly #letter: string;
	#at = -1;
	constructor(letter: string) {
		this.#letter = letter;
	}
	from(text: string, place: number): number {
		if (this.#at >= place) return this.#at;
		const found = text.indexOf(this.#letter, place);
		this.#at = found === -1 ? Number.MAX_SAFE_INTEGER : found;
		return this.#at;
	}
	/** The text is another one, or a place before the last one is asked for. */
	forget(): void {
		this.#at = -1;
	}
}

/**
 * Notes where the cells of a text are instead of making strings of them. Lines without quotes, nearly all, and those whose
 * cells are quoted as RFC 4180 has it are read off here; a record that goes on over lines, or whose quotes are none,
 * is looked at closely, and goes to papaparse once its end is known. We look for that end ourselves because papaparse does
 * not tell line numbers, takes one kind of line break a file, and lets one stray quote swallow every line after it.
 * Lines end at `\n`, `\r\n` and a `\r` alone, which stand in one file where several programs wrote it.
 */
class RecordCutter {
	readonly #chunks: Iterator<string>;
	readonly #delimiter: string;
	readonly #parser: Papa.Parser;
	readonly #take: (rows: CutRows) => void;
	readonly #isSkipped: (line: number) => boolean;
	/** What is in hand: the rows of the block begun, and what is not cut yet. */
	#text = '';
	#at = 0;
	#isWhole = false;
	#line = 1;
	/** The line that was found last: where its text ends, and where the next one starts. */
	#end = 0;
	#next = 0;
	readonly #feeds = new NextOf('\n');
	readonly #returns = new NextOf('\r');
	readonly #quotes = new NextOf('"');
	readonly #signs = new NextOf('@');
	readonly #delimiters: NextOf;
	#bounds = new Uint32Array(8192);
	#boundCount = 0;
	#rows: number[] = [0];
	#lines: number[] = [];
	#unclosed: number[] = [];
	#characters = 0;
	#isOverLimits = false;
	/** The text of rows that do not stand in the file as they are read, and which bounds are of it. */
	#rewritten: string[] = [];
	#rewrittenLength = 0;
	#rewrittenBounds: [from: number, to: number][] = [];

	constructor(chunks: Iterable<string>, format: TableFormat, take: (rows: CutRows) => void) {
		this.#chunks = chunks[Symbol.iterator]();
		this.#delimiter = cutBy(format);
		this.#delimiters = new NextOf(this.#delimiter);
		this.#parser = new Papa.Parser({ delimiter: this.#delimiter, newline: '\n', quoteChar: '"' });
		this.#take = take;
		this.#isSkipped = format.hasSeparatorLine === true ? (line) => line === 1 : () => false;
	}

	/** Cuts some lines; `false` at the end of the text. */
	step(): boolean {
		for (let lines = 0; lines < linesPerStep; lines++) {
			if (!this.#findLine(this.#at)) return false;
			this.#cutLine();
			if (this.#lines.length >= rowsPerBlock) this.flush();
		}
		return true;
	}

	/** Hands over what was cut. */
	flush(): void {
		if (this.#lines.length > 0) {
			const text = this.#text.slice(0, this.#at);
			for (const [from, to] of this.#rewrittenBounds) {
				for (let bound = from; bound < to; bound++) this.#bounds[bound] = (this.#bounds[bound] ?? 0) + text.length;
			}
			const whole = this.#rewritten.length === 0 ? text : text + this.#rewritten.join('');
			this.#take({
				block: blockOf(whole, codesOf(whole), this.#bounds.slice(0, this.#boundCount), Uint32Array.from(this.#rows)),
				lines: Int32Array.from(this.#lines),
				unclosed: this.#unclosed,
				characters: this.#characters,
				isOverLimits: this.#isOverLimits,
			});
		}
		this.#text = this.#text.slice(this.#at);
		this.#at = 0;
		this.#forget();
		this.#boundCount = 0;
		this.#rows = [0];
		this.#lines = [];
		this.#unclosed = [];
		this.#characters = 0;
		this.#isOverLimits = false;
		this.#rewritten = [];
		this.#rewrittenLength = 0;
		this.#rewrittenBounds = [];
	}

	/** The line that starts at `from`; `false` where the text is at its end. */
	#findLine(from: number): boolean {
		for (;;) {
			const feed = this.#feeds.from(this.#text, from);
			const back = this.#returns.from(this.#text, from);
			// A return at the end may be half of a break.
			if (back < feed && (back < this.#text.length - 1 || this.#isWhole)) {
				this.#end = back;
				this.#next = feed === back + 1 ? feed + 1 : back + 1;
				return true;
			}
			if (feed < back) {
				this.#end = feed;
				this.#next = feed + 1;
				return true;
			}
			// What comes behind is put behind nothing, if it can be: nothing has to be copied then.
			if (from === this.#at && from === this.#text.length && from > 0) {
				this.flush();
				return this.#findLine(0);
			}
			if (!this.#isWhole) this.#readOn(from);
			else if (from >= this.#text.length) return false;
			else {
				this.#end = this.#text.length;
				this.#next = this.#end;
				return true;
			}
		}
	}

	#readOn(from: number): void {
		if (this.#text.length - from > listLimits.columns * listLimits.cellCharacters) {
			throw new ListError('list-cell-too-large', { limit: listLimits.cellCharacters });
		}
		const { done, value } = this.#chunks.next();
		if (done === true) this.#isWhole = true;
		else this.#text += value;
		this.#forget();
	}

	#forget(): void {
		for (const next of [this.#feeds, this.#returns, this.#quotes, this.#signs, this.#delimiters]) next.forget();
	}

	#cutLine(): void {
		const line = this.#line++;
		const start = this.#at;
		const from = this.#boundCount;
		if (from + listLimits.columns + 8 > this.#bounds.length) {
			const larger = new Uint32Array(this.#bounds.length * 2);
			larger.set(this.#bounds);
			this.#bounds = larger;
		}
		const hasQuotes = this.#quotes.from(this.#text, start) < this.#end;
		if (hasQuotes && !this.#cutQuoted(start, this.#end)) {
			this.#cutClosely(line);
			return;
		}
		if (!hasQuotes) this.#cutPlain(start, this.#end);
		this.#at = this.#next;
		if (this.#isSkipped(line) || this.#isBlank(start, from)) this.#boundCount = from;
		else this.#keep(line, this.#end - start);
	}

	/** Cells without quotes. */
	#cutPlain(start: number, end: number): void {
		const text = this.#text;
		const bounds = this.#bounds;
		let count = this.#boundCount;
		const most = count + listLimits.columns + 2;
		bounds[count++] = start;
		for (let at = start; ; ) {
			const delimiter = this.#delimiters.from(text, at);
			const cellEnd = delimiter < end ? delimiter : end;
			bounds[count++] = cellEnd + 1 + (this.#signs.from(text, at) < cellEnd ? cellMarks.sign : 0);
			if (delimiter >= end || count === most) break;
			at = delimiter + 1;
		}
		this.#boundCount = count;
	}

	/** Cells some of which are quoted; `false` where one of them goes on behind the line, or behind its closing quote. */
	#cutQuoted(start: number, end: number): boolean {
		const text = this.#text;
		const bounds = this.#bounds;
		let count = this.#boundCount;
		const most = count + listLimits.columns + 2;
		bounds[count++] = start;
		for (let at = start; ; ) {
			let cellEnd: number;
			let marks = 0;
			if (at < end && text.charCodeAt(at) === quote) {
				let close = text.indexOf('"', at + 1);
				while (close !== -1 && close + 1 < end && text.charCodeAt(close + 1) === quote) {
					marks = cellMarks.doubled;
					close = text.indexOf('"', close + 2);
				}
				if (close === -1 || close >= end) return false;
				cellEnd = close + 1;
				if (cellEnd < end && text[cellEnd] !== this.#delimiter) return false;
				marks += cellMarks.quoted;
			} else cellEnd = Math.min(this.#delimiters.from(text, at), end);
			if (this.#signs.from(text, at) < cellEnd) marks += cellMarks.sign;
			bounds[count++] = cellEnd + 1 + marks;
			if (cellEnd >= end || count === most) break;
			at = cellEnd + 1;
		}
		this.#boundCount = count;
		return true;
	}

	/** A record whose quotes tell where it ends, or are none. Where a quote is never closed, its line is taken literally. */
	#cutClosely(line: number): void {
		const start = this.#at;
		const firstEnd = this.#end;
		const firstNext = this.#next;
		const first = this.#text.slice(start, firstEnd);
		let state = quoteState(first, this.#delimiter, false);
		let lines = 0;
		while (state === 'open' && this.#next - firstNext <= longestOpenQuote) {
			const from = this.#next;
			if (!this.#findLine(from)) break;
			lines++;
			const more = this.#text.slice(from, this.#end);
			if (more.includes('"')) state = quoteState(more, this.#delimiter, true);
		}
		if (lines > 0 && state !== 'complete') {
			state = 'open';
			lines = 0;
			this.#end = firstEnd;
			this.#next = firstNext;
		}
		const record = this.#text.slice(start, this.#end);
		const cells = state === 'complete' ? parseQuoted(this.#parser, record) : cutLiterally(first, this.#delimiter);
		this.#line += lines;
		this.#at = this.#next;
		// It was looked ahead.
		this.#forget();
		if (this.#isSkipped(line) || cells.every((cell) => cell.trim() === '')) return;
		const from = this.#boundCount;
		this.#bounds[this.#boundCount++] = this.#rewrittenLength;
		for (const cell of cells.slice(0, listLimits.columns + 1)) {
			this.#rewritten.push(cell, '\n');
			this.#rewrittenLength += cell.length + 1;
			this.#bounds[this.#boundCount++] = this.#rewrittenLength + (cell.includes('@') ? cellMarks.sign : 0);
		}
		this.#rewrittenBounds.push([from, this.#boundCount]);
		if (state === 'open') this.#unclosed.push(this.#lines.length);
		this.#keep(line, record.length);
	}

	#isBlank(start: number, from: number): boolean {
		const first = this.#text.charCodeAt(start);
		if (first > 0x20 && first < 0x7f && first !== quote && this.#text[start] !== this.#delimiter && start < this.#end) return false;
		for (let bound = from + 1; bound < this.#boundCount; bound++) {
			if (cellIn(this.#text, this.#bounds, bound).trim() !== '') return false;
		}
		return true;
	}

	#keep(line: number, characters: number): void {
		this.#isOverLimits ||= this.#boundCount - (this.#rows.at(-1) ?? 0) - 1 > listLimits.columns || characters > listLimits.cellCharacters;
		this.#rows.push(this.#boundCount);
		this.#lines.push(line);
		this.#characters += characters;
	}
}

const quote = 0x22;

let codes = new Uint16Array(128 * 1024);

/** The characters of a text; good until it is called again. */
const codesOf = (text: string): Uint16Array<ArrayBuffer> => {
	if (text.length > codes.length) codes = new Uint16Array(text.length * 2);
	Buffer.from(codes.buffer).write(text, 'utf16le');
	return codes;
};

const parseQuoted = (parser: Papa.Parser, text: string): readonly string[] => {
	const { data } = parser.parse(text, 0, false) as { readonly data: readonly (readonly string[])[] };
	// One record in, one out: line breaks inside quotes belong to cells.
	return data[0] ?? [];
};

/** A quote open for longer than this is a stray one; a closed cell of this size is refused as too large. */
const longestOpenQuote = listLimits.cellCharacters * 8;

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
	if (table.length >= listLimits.rows + listLimits.headRecords) throw tooManyRows();
	table.add({ row: line, cells, isUnclosed });
	if (table.characters > listLimits.characters) throw new ListError('list-too-large', { limitBytes: listLimits.bytes });
};

const tooManyRows = (): ListError => new ListError('list-too-many-rows', { limit: listLimits.rows });
