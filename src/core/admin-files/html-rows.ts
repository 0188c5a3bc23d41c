import { Tokenizer } from 'htmlparser2';
import type { SourceRow } from '#shared/lists.ts';
import { listLimits } from '../lists/limits.ts';
import { totalIn } from './page-text.ts';

/** A saved page, or a table of one. */
export const looksLikeHtml = (text: string): boolean =>
	/^\s*<(?:!doctype\s+html|html|head|body|table|div|meta|thead|tbody|tr)\b/i.test(text);

/** Elements whose end is the end of a piece of text, even inside a cell. */
const blocks = /^(?:p|div|li|br|span|a|button|h[1-6])$/;
const silent = /^(?:script|style|svg|template|noscript|head)$/;
const raw = /^(?:script|style)$/;
const longestName = 10;
/** A sign that is written as an entity, and the text before it, may have begun in the slice before. */
const keptCharacters = 64 * 1024;

/** Two rows more than there may be, for a header is none: whoever walks them refuses the file by it. */
const mostRows = listLimits.rows + 2;

/** The tables of a page as its tags and texts come, or its pieces of text as long as no table did. */
class Rows {
	rows: SourceRow[] = [];
	/** Of what stands outside of tables, what says how many there are. */
	readonly #totals: SourceRow[] = [];
	#hasTables = false;
	#cells: string[] = [];
	#cell: string[] | null = null;
	#line = 1;

	text(text: string, line: number): void {
		if (this.#cell !== null) {
			this.#piece(text);
			return;
		}
		const isTotal = totalIn(text) !== null;
		// The rest is worth keeping only where the page has no table at all.
		if (isTotal || !this.#hasTables) this.rows.push({ row: line, cells: [text] });
		if (isTotal && !this.#hasTables) this.#totals.push({ row: line, cells: [text] });
	}

	tag(name: string, isEnd: boolean, line: number): void {
		if (name === 'tr') {
			this.#endRow();
			if (isEnd) return;
			this.#line = line;
			if (!this.#hasTables) this.rows = this.#totals;
			this.#hasTables = true;
		} else if (name === 'td' || name === 'th') {
			this.#endCell();
			if (!isEnd) this.#cell = [];
		} else if (name === 'table' && isEnd) this.#endRow();
		else if (blocks.test(name) && this.#cell !== null && this.#cell.at(-1) !== '\n') this.#piece('\n');
	}

	/** More pieces than a cell may have letters are not worth keeping: the cell is refused as it is. */
	#piece(text: string): void {
		if (this.#cell !== null && this.#cell.length <= listLimits.cellCharacters) this.#cell.push(text);
	}

	#endCell(): void {
		if (this.#cell === null) return;
		if (this.#cells.length <= listLimits.columns) {
			this.#cells.push(
				this.#cell
					.join(' ')
					.replace(/ ?\n ?/g, '\n')
					.trim(),
			);
		}
		this.#cell = null;
	}

	#endRow(): void {
		this.#endCell();
		if (this.#cells.some((cell) => cell !== '')) this.rows.push({ row: this.#line, cells: this.#cells });
		this.#cells = [];
	}
}

/** Keeps as much of a page as its present piece of text takes, and knows in which line of the file it is. */
class PageReader {
	readonly found = new Rows();
	readonly #tokens: Tokenizer;
	/** The slice that is read, behind the last of what was read before. */
	#slice = '';
	#sliceStart = 0;
	#line = 1;
	/** Where the next line break of the slice is, and beyond its end if there is none. */
	#nextBreak = Number.POSITIVE_INFINITY;
	#text = '';
	#textLine = 1;
	#silentIn: string | null = null;
	#name = '';

	constructor() {
		const ignored = (): void => undefined;
		// Tokens alone: the parser above them keeps every element that is open, and looks through them at each tag.
		this.#tokens = new Tokenizer(
			{ decodeEntities: true },
			{
				ontext: (start, end) => this.#add(this.#read(start, end), start),
				ontextentity: (code, end) => this.#add(String.fromCodePoint(code), end - 1),
				onopentagname: (start, end) => {
					this.#endText();
					this.#name = this.#nameAt(start, end);
					if (this.#name === 'body') this.#silentIn = null;
					if (this.#silentIn === null) this.found.tag(this.#name, false, this.#lineOf(start));
				},
				onopentagend: () => this.#hush(silent),
				// A picture may be without content; a script is not, however it is written.
				onselfclosingtag: () => this.#hush(raw),
				onclosetag: (start, end) => {
					this.#endText();
					const name = this.#nameAt(start, end);
					if (this.#silentIn === null) this.found.tag(name, true, this.#lineOf(start));
					else if (name === this.#silentIn) this.#silentIn = null;
				},
				onend: () => this.#endText(),
				onattribdata: ignored,
				onattribentity: ignored,
				onattribend: ignored,
				onattribname: ignored,
				oncdata: ignored,
				oncomment: ignored,
				ondeclaration: ignored,
				onprocessinginstruction: ignored,
			},
		);
	}

	get isFull(): boolean {
		return this.found.rows.length >= mostRows;
	}

	write(slice: string): void {
		const end = this.#sliceStart + this.#slice.length;
		const kept = this.#slice.slice(-keptCharacters);
		this.#lineOf(end);
		this.#slice = kept + slice;
		this.#sliceStart = end - kept.length;
		this.#nextBreak = this.#breakFrom(end);
		this.#tokens.write(slice);
	}

	end(): readonly SourceRow[] {
		if (!this.isFull) this.#tokens.end();
		this.found.tag('tr', true, this.#line);
		return this.found.rows;
	}

	#read(start: number, end: number): string {
		return this.#slice.slice(Math.max(0, start - this.#sliceStart), end - this.#sliceStart);
	}

	/** No name we know is longer. */
	#nameAt(start: number, end: number): string {
		return end - start > longestName ? '' : this.#read(start, end).toLowerCase();
	}

	/** Asked for places one behind the other: each line break is passed once. */
	#lineOf(offset: number): number {
		for (; this.#nextBreak < offset; this.#nextBreak = this.#breakFrom(this.#nextBreak + 1)) this.#line++;
		return this.#line;
	}

	#breakFrom(offset: number): number {
		const found = this.#slice.indexOf('\n', offset - this.#sliceStart);
		return found === -1 ? Number.POSITIVE_INFINITY : found + this.#sliceStart;
	}

	#hush(names: RegExp): void {
		if (this.#silentIn === null && names.test(this.#name)) this.#silentIn = this.#name;
	}

	/** Spaces are one space however many there are; more than a cell may hold is not worth keeping: it is refused as it is. */
	#add(text: string, start: number): void {
		if (this.#silentIn !== null || this.#text.length > listLimits.cellCharacters) return;
		if (this.#text === '') this.#textLine = this.#lineOf(start);
		// A sign that opens no tag says nothing.
		const plain = text.replace(/[< \t\r\n\u00A0]+/g, ' ');
		this.#text += this.#text.endsWith(' ') ? plain.trimStart() : plain;
	}

	#endText(): void {
		const text = this.#text.trim();
		this.#text = '';
		if (text !== '' && !this.isFull) this.found.text(text, this.#textLine);
	}
}

/**
 * The rows of the tables of a saved page that comes in slices; of one without tables its pieces of text. `row` is the line
 * of the file. No page is run or loaded: tags are cut away. In steps, as a page may be long.
 */
export function* htmlRows(slices: Iterable<string>): Generator<void, readonly SourceRow[]> {
	const page = new PageReader();
	for (const slice of slices) {
		page.write(slice);
		if (page.isFull) break;
		yield;
	}
	return page.end();
}
