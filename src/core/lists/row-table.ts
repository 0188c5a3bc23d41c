import type { SourceRow } from './list.ts';

/** A row as a table keeps it. */
export interface TableRow extends SourceRow {
	/** A quote was opened in it and not closed. */
	readonly isUnclosed: boolean;
}

const rowsPerBlock = 128;

/** A table as it crosses from one thread to another: its blocks come apart from it, some at a time. */
export interface PackedTable {
	readonly lines: Int32Array;
	readonly unclosed: readonly number[];
	readonly start: number;
	readonly count: number;
	readonly characters: number;
	/** Rows of the block that is not full. */
	readonly pending: readonly (readonly string[])[];
}

/**
 * The rows of a list, at hand by their place and small in memory: blocks of JSON text instead of a million arrays of
 * strings, which would also make every pause of the garbage collector long. Rows that are read in their order cost one
 * parse a block.
 */
export class RowTable {
	readonly #blocks: string[] = [];
	#lines = new Int32Array(1024);
	readonly #unclosed = new Set<number>();
	#count = 0;
	/** The block being filled. */
	#pending: (readonly string[])[] = [];
	#start = 0;
	/** The block read last; written back when another one is read, where its rows were replaced. */
	#parsed: { readonly block: number; readonly rows: (readonly string[])[]; isChanged: boolean } | null = null;
	#characters = 0;

	/** A table out of what another thread packed. */
	static unpack(blocks: readonly string[], { lines, unclosed, start, count, characters, pending }: PackedTable): RowTable {
		const table = new RowTable();
		for (const block of blocks) table.#blocks.push(block);
		table.#lines = Int32Array.from(lines);
		for (const place of unclosed) table.#unclosed.add(place);
		table.#start = start;
		table.#count = count;
		table.#characters = characters;
		table.#pending = [...pending];
		return table;
	}

	pack(): { readonly blocks: readonly string[]; readonly rest: PackedTable } {
		if (this.#parsed?.isChanged) this.#blocks[this.#parsed.block] = JSON.stringify(this.#parsed.rows);
		this.#parsed = null;
		const rest = {
			lines: this.#lines.subarray(0, this.#count),
			unclosed: [...this.#unclosed],
			start: this.#start,
			count: this.#count,
			characters: this.#characters,
			pending: this.#pending,
		};
		return { blocks: this.#blocks, rest };
	}

	get length(): number {
		return this.#count - this.#start;
	}

	/** Characters of all cells. */
	get characters(): number {
		return this.#characters;
	}

	add({ row, cells, isUnclosed }: TableRow): void {
		if (this.#count === this.#lines.length) this.#lines = doubled(this.#lines);
		this.#lines[this.#count] = row;
		if (isUnclosed) this.#unclosed.add(this.#count);
		this.#count++;
		this.#pending.push(cells);
		for (const cell of cells) this.#characters += cell.length;
		if (this.#pending.length < rowsPerBlock) return;
		this.#blocks.push(JSON.stringify(this.#pending));
		this.#pending = [];
	}

	/** Leaves the first rows out from now on: what stands above the list, and its header. */
	skip(count: number): void {
		this.#start += count;
	}

	/** The same rows, to leave others of them out. */
	copy(): RowTable {
		const copy = new RowTable();
		for (let index = 0; index < this.length; index++) copy.add(this.at(index));
		return copy;
	}

	/** Leaves the last rows out, so that so many are left; no more are added after that. */
	cut(length: number): void {
		this.#count = this.#start + Math.min(length, this.length);
	}

	/** The line of a row in its file; costs no parsing. */
	lineOf(index: number): number {
		return this.#lines[index + this.#start] ?? 0;
	}

	at(index: number): TableRow {
		const place = index + this.#start;
		const cells = this.#block(Math.floor(place / rowsPerBlock))[place % rowsPerBlock];
		if (cells === undefined) throw new RangeError(`no row ${index} among ${this.length}`);
		return { row: this.lineOf(index), cells, isUnclosed: this.#unclosed.has(place) };
	}

	/** Puts other cells in a row's place. Rows that are changed in their order cost one writing a block. */
	replace(index: number, cells: readonly string[]): void {
		const place = index + this.#start;
		const number = Math.floor(place / rowsPerBlock);
		const rows = this.#block(number);
		for (const cell of rows[place % rowsPerBlock] ?? []) this.#characters -= cell.length;
		for (const cell of cells) this.#characters += cell.length;
		rows[place % rowsPerBlock] = cells;
		if (this.#parsed?.block === number) this.#parsed.isChanged = true;
	}

	#block(number: number): (readonly string[])[] {
		if (number >= this.#blocks.length) return this.#pending;
		if (this.#parsed?.block === number) return this.#parsed.rows;
		if (this.#parsed?.isChanged) this.#blocks[this.#parsed.block] = JSON.stringify(this.#parsed.rows);
		// What was written here is what is read: no check of its shape.
		const rows = JSON.parse(this.#blocks[number] ?? '[]') as string[][];
		this.#parsed = { block: number, rows, isChanged: false };
		return rows;
	}
}

const doubled = (lines: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
	const larger = new Int32Array(lines.length * 2);
	larger.set(lines);
	return larger;
};
