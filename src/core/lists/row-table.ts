import type { AddressIndex } from './address-index.ts';
import type { SourceRow } from './list.ts';
import { type Codes, CodesOf, hasCapitals, hasSpaceAround, notPlain, PlainAddress } from './plain-address.ts';

/** A row as a table keeps it. */
export interface TableRow extends SourceRow {
	/** A quote was opened in it and not closed. */
	readonly isUnclosed: boolean;
}

/**
 * Some rows in a row: their text as it stands in the file, and where in it their cells are. Of each row there is a number for
 * where its first cell starts, and one for each cell: where the next one would start, one character behind its end, and a
 * mark or two in the highest bits.
 */
export interface RowBlock {
	readonly text: string;
	readonly bounds: Uint32Array<ArrayBuffer>;
	/** Where the numbers of each row begin, and where those of the last one end. */
	readonly rows: Uint32Array<ArrayBuffer>;
	/** Neither a full-width at sign nor a replaced character is in it, nearly always. */
	readonly isPlain: boolean;
	readonly signs: RowSigns;
}

/** What the rows of a block hold of addresses, found out once. */
interface RowSigns {
	readonly glances: Int32Array<ArrayBuffer>;
	/** Of the plain address that is in the only column with an at sign. */
	readonly hashes: Int32Array<ArrayBuffer>;
	readonly domainHashes: Int32Array<ArrayBuffer>;
}

/**
 * What nearly all rows are told by, in one number: the only column with an at sign (or `noColumn` or `severalColumns`), what
 * `PlainAddress` says of its cell, and how many cells there are.
 */
const glanceOf = (column: number, form: number, cells: number): number => (column + 2) | (form << 10) | (cells << 14);
export const columnIn = (glance: number): number => (glance & 0x3ff) - 2;
export const formIn = (glance: number): number => (glance >>> 10) & 0xf;
export const cellsIn = (glance: number): number => glance >>> 14;

const plain = new PlainAddress();

/** Looks at the addresses in a text that was cut; `codes` are its characters. */
export const blockOf = (text: string, codes: Codes, bounds: RowBlock['bounds'], rows: RowBlock['rows']): RowBlock => {
	const count = rows.length - 1;
	const glances = new Int32Array(count);
	const hashes = new Int32Array(count);
	const domainHashes = new Int32Array(count);
	for (let row = 0; row < count; row++) {
		const first = (rows[row] ?? 0) + 1;
		const end = rows[row + 1] ?? 0;
		let sole = -1;
		let signs = 0;
		for (let bound = first; bound < end; bound++) {
			if (((bounds[bound] ?? 0) & cellMarks.sign) === 0) continue;
			sole = bound;
			signs++;
		}
		if (signs !== 1) {
			glances[row] = glanceOf(signs === 0 ? noColumn : severalColumns, notPlain, end - first);
			continue;
		}
		const next = bounds[sole] ?? 0;
		const quotes = (next & cellMarks.quoted) === 0 ? 0 : 1;
		const form = plain.look(codes, ((bounds[sole - 1] ?? 0) & place) + quotes, (next & place) - 1 - quotes);
		glances[row] = glanceOf(sole - first, form, end - first);
		hashes[row] = plain.hash;
		domainHashes[row] = plain.domainHash;
	}
	return { text, bounds, rows, isPlain: isPlainText(text), signs: { glances, hashes, domainHashes } };
};

/** `sign`: an at sign is in the cell; `quoted`: there are quotes around its text; `doubled`: every quote in it stands twice. */
export const cellMarks = { quoted: 2 ** 29, sign: 2 ** 30, doubled: 2 ** 31 } as const;
const place = cellMarks.quoted - 1;

export const isPlainText = (text: string): boolean => !text.includes('\ufffd') && !text.includes('\uff20');

/** What a glance says where it is no column. */
export const noColumn = -1;
export const severalColumns = -2;
const unclear = 0;

/** A table as it crosses from one thread to another: its blocks come apart from it, some at a time. */
export interface PackedTable {
	readonly lines: Int32Array<ArrayBuffer>;
	readonly order: Int32Array<ArrayBuffer> | null;
	readonly unclosed: readonly number[];
	readonly replaced: ReadonlyMap<number, readonly string[]>;
	readonly start: number;
	readonly count: number;
	readonly characters: number;
}

const codesOf = new CodesOf();
const rowsPerBlock = 128;
const charactersPerBlock = 64 * 1024;

/**
 * The rows of a list, at hand by their place and small in memory: pieces of text and numbers instead of a million arrays of
 * strings, which would also make every pause of the garbage collector long. A cell becomes a string when somebody asks for it.
 */
export class RowTable {
	#blocks: RowBlock[] = [];
	/** The first row of each block. */
	#firsts: number[] = [];
	#lines = new Int32Array(1024);
	#unclosed = new Set<number>();
	/** Rows that others were put in the place of. */
	#replaced = new Map<number, readonly string[]>();
	/** Which of the rows these are, where it is not all of them in their order. */
	#order: Int32Array<ArrayBuffer> | null = null;
	#held = 0;
	#start = 0;
	#count = 0;
	#characters = 0;
	#open = { cells: [] as string[], length: 0, bounds: [] as number[], rows: [] as number[] };
	/** The block read last. */
	#last = 0;

	/** A table out of what another thread packed. */
	static unpack(blocks: readonly RowBlock[], { lines, order, unclosed, replaced, start, count, characters }: PackedTable): RowTable {
		const table = new RowTable();
		for (const block of blocks) {
			table.#firsts.push(table.#held);
			table.#blocks.push(block);
			table.#held += block.rows.length - 1;
		}
		table.#lines = lines;
		table.#order = order;
		table.#unclosed = new Set(unclosed);
		table.#replaced = new Map(replaced);
		table.#start = start;
		table.#count = count;
		table.#characters = characters;
		return table;
	}

	pack(): { readonly blocks: readonly RowBlock[]; readonly rest: PackedTable } {
		this.#close();
		const rest = {
			lines: this.#lines.slice(0, this.#held),
			order: this.#order,
			unclosed: [...this.#unclosed],
			replaced: this.#replaced,
			start: this.#start,
			count: this.#count,
			characters: this.#characters,
		};
		return { blocks: this.#blocks, rest };
	}

	get length(): number {
		return this.#count - this.#start;
	}

	/** Characters of all cells, or a few more. */
	get characters(): number {
		return this.#characters;
	}

	add({ row, cells, isUnclosed }: TableRow): void {
		this.#addLine(row);
		if (isUnclosed) this.#unclosed.add(this.#count - 1);
		const open = this.#open;
		open.rows.push(open.bounds.length);
		open.bounds.push(open.length);
		for (const cell of cells) {
			open.cells.push(cell);
			open.length += cell.length + 1;
			this.#characters += cell.length;
			open.bounds.push(open.length + (cell.includes('@') ? cellMarks.sign : 0));
		}
		if (open.rows.length >= rowsPerBlock || open.length >= charactersPerBlock) this.#close();
	}

	/** Adds many rows at once; `unclosed`: places among them. */
	addBlock(block: RowBlock, lines: Int32Array, unclosed: readonly number[], characters: number): void {
		this.#close();
		for (const at of unclosed) this.#unclosed.add(this.#count + at);
		this.#firsts.push(this.#held);
		this.#blocks.push(block);
		while (this.#count + lines.length > this.#lines.length) this.#lines = doubled(this.#lines);
		this.#lines.set(lines, this.#count);
		this.#count += lines.length;
		this.#held += lines.length;
		this.#characters += characters;
	}

	/** Leaves the first rows out from now on: what stands above the list, and its header. */
	skip(count: number): void {
		this.#start += count;
	}

	/** The same rows, to leave others of them out. */
	copy(): RowTable {
		const { blocks, rest } = this.pack();
		return RowTable.unpack(blocks, rest);
	}

	/** These of the rows, in this order. */
	pick(places: Int32Array): RowTable {
		const { blocks, rest } = this.pack();
		return RowTable.unpack(blocks, { ...rest, order: places.map((at) => this.#placeOf(at)), start: 0, count: places.length });
	}

	/** Leaves the last rows out, so that so many are left; no more are added after that. */
	cut(length: number): void {
		this.#count = this.#start + Math.min(length, this.length);
	}

	/** The line of a row in its file. */
	lineOf(index: number): number {
		return this.#lines[this.#placeOf(index)] ?? 0;
	}

	at(index: number): TableRow {
		const row = this.#existing(index);
		return { row: this.#lines[row] ?? 0, cells: this.#replaced.get(row) ?? this.#cellsOf(row), isUnclosed: this.#unclosed.has(row) };
	}

	/** A cell by itself: cheaper than the row it stands in; `''` where there is none. */
	cell(index: number, column: number): string {
		const row = this.#existing(index);
		if (this.#replaced.size > 0) {
			const replaced = this.#replaced.get(row);
			if (replaced !== undefined) return replaced[column] ?? '';
		}
		const block = this.#blockOf(row);
		const at = row - (this.#firsts[this.#last] ?? 0);
		const bound = (block.rows[at] ?? 0) + 1 + column;
		return bound < (block.rows[at + 1] ?? 0) ? cellIn(block.text, block.bounds, bound) : '';
	}

	cellCount(index: number): number {
		const row = this.#existing(index);
		const replaced = this.#replaced.size === 0 ? undefined : this.#replaced.get(row);
		if (replaced !== undefined) return replaced.length;
		const { rows } = this.#blockOf(row);
		const at = row - (this.#firsts[this.#last] ?? 0);
		return (rows[at + 1] ?? 0) - (rows[at] ?? 0) - 1;
	}

	isUnclosed(index: number): boolean {
		return this.#unclosed.size > 0 && this.#unclosed.has(this.#placeOf(index));
	}

	/** A row at a glance. Where it was replaced, or its text may hold what is seldom, it has several columns with a sign. */
	glance(index: number): number {
		const row = this.#existing(index);
		if (this.#replaced.size > 0 && this.#replaced.has(row)) return unclear;
		const { isPlain, signs } = this.#blockOf(row);
		return isPlain ? (signs.glances[row - (this.#firsts[this.#last] ?? 0)] ?? unclear) : unclear;
	}

	/** The plain address in the one column with an at sign, as `AddressIndex` takes it. */
	putPlain(index: number, addresses: AddressIndex, as: number): boolean {
		const row = this.#existing(index);
		const { text, bounds, rows, signs } = this.#blockOf(row);
		const at = row - (this.#firsts[this.#last] ?? 0);
		const glance = signs.glances[at] ?? unclear;
		const form = formIn(glance);
		const cell = cellIn(text, bounds, (rows[at] ?? 0) + 1 + columnIn(glance));
		const bare = (form & hasSpaceAround) === 0 ? cell : cell.trim();
		const address = (form & hasCapitals) === 0 ? bare : bare.toLowerCase();
		return addresses.putPlain(as, address, signs.hashes[at] ?? 0, signs.domainHashes[at] ?? 0);
	}

	/** Whether no cell of a row holds what is seldom; `false` where that is not known. */
	isPlain(index: number): boolean {
		const row = this.#existing(index);
		return !(this.#replaced.size > 0 && this.#replaced.has(row)) && this.#blockOf(row).isPlain;
	}

	/** Puts other cells in a row's place. */
	replace(index: number, cells: readonly string[]): void {
		for (const cell of this.at(index).cells) this.#characters -= cell.length;
		for (const cell of cells) this.#characters += cell.length;
		this.#replaced.set(this.#placeOf(index), cells);
	}

	#addLine(line: number): void {
		if (this.#count === this.#lines.length) this.#lines = doubled(this.#lines);
		this.#lines[this.#count++] = line;
	}

	#close(): void {
		const { cells, bounds, rows } = this.#open;
		if (rows.length === 0) return;
		const text = cells.join('\n');
		this.#firsts.push(this.#held);
		this.#held += rows.length;
		this.#blocks.push(blockOf(text, codesOf.take(text), Uint32Array.from(bounds), Uint32Array.from([...rows, bounds.length])));
		this.#open = { cells: [], length: 0, bounds: [], rows: [] };
	}

	#placeOf(index: number): number {
		return this.#order === null ? index + this.#start : (this.#order[index + this.#start] ?? 0);
	}

	/** The place of a row that there is. */
	#existing(index: number): number {
		if (index < 0 || index >= this.#count - this.#start) throw new RangeError(`no row ${index} among ${this.length}`);
		return this.#placeOf(index);
	}

	#cellsOf(row: number): string[] {
		const block = this.#blockOf(row);
		const at = row - (this.#firsts[this.#last] ?? 0);
		const end = block.rows[at + 1] ?? 0;
		const cells: string[] = [];
		for (let bound = (block.rows[at] ?? 0) + 1; bound < end; bound++) cells.push(cellIn(block.text, block.bounds, bound));
		return cells;
	}

	/** Its number is `#last` from then on. Rows are nearly always asked for in their order. */
	#blockOf(row: number): RowBlock {
		if (row >= this.#held) this.#close();
		const firsts = this.#firsts;
		if (row < (firsts[this.#last] ?? 0) || row >= (firsts[this.#last + 1] ?? this.#held)) {
			let low = 0;
			let high = firsts.length - 1;
			while (low < high) {
				const middle = (low + high + 1) >>> 1;
				if ((firsts[middle] ?? 0) <= row) low = middle;
				else high = middle - 1;
			}
			this.#last = low;
		}
		return this.#blocks[this.#last] ?? noBlock;
	}
}

const noBlock = blockOf('', new Uint16Array(0), new Uint32Array(0), new Uint32Array(1));

/** The cell that ends at a bound, without what quotes it. */
export const cellIn = (text: string, bounds: Uint32Array, bound: number): string => {
	const start = (bounds[bound - 1] ?? 0) & place;
	const next = bounds[bound] ?? 0;
	const end = (next & place) - 1;
	if ((next & cellMarks.quoted) === 0) return text.slice(start, end);
	const inner = text.slice(start + 1, end - 1);
	return next >= cellMarks.doubled ? inner.replaceAll('""', '"') : inner;
};

const doubled = (lines: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
	const larger = new Int32Array(lines.length * 2);
	larger.set(lines);
	return larger;
};
