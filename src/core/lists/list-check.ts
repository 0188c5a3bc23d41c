import type { CheckedRow, ListState, RowProblem, RowsFilter } from '#shared/lists.ts';
import { AddressIndex } from './address-index.ts';
import { type GivenTexts, type RowReadings, unread } from './arrange-list.ts';
import type { ColumnMapping, FieldSource, ListRow, ReadAddress } from './list.ts';
import { ListEdits } from './list-edits.ts';
import { readAddress } from './read-address.ts';
import { correctDomain } from './correct-domain.ts';
import { countByFilter, fits, flags, isWorthAStop, ownFlags } from './row-flags.ts';
import { flagsOf, flagsOfShape, problemsOf } from './row-problems.ts';
import type { RowTable, TableRow } from './row-table.ts';

export interface ListCheckOptions {
	/** Cells a row is expected to have; `null` where rows may end early, as in a workbook. */
	readonly width: number | null;
	/** Addresses that were taken from other cells of their rows. */
	readonly given?: GivenTexts;
	/** What is known of the rows already, read through the mapping that is given with them. */
	readonly readings?: RowReadings | null;
	/** Domains the site knows, for suggestions. */
	readonly siteDomains?: readonly string[];
}

const rowsPerStep = 256;

/**
 * A list read through its mapping: what is wrong on which row, page by page; corrections over the original cells; and
 * the rows a run starts from. `read` has to be run to its end before anything is asked, and again for another mapping.
 * Reading goes in steps of a few hundred rows, so that whoever drives it can let others work in between; everything
 * else answers at once.
 */
export class ListCheck {
	readonly #rows: RowTable;
	readonly #options: ListCheckOptions;
	readonly #edits = new ListEdits();
	#mapping: ColumnMapping;
	#addresses: AddressIndex;
	#flags: Uint16Array;
	#counts = countByFilter(new Uint16Array(0));
	#pages = new Map<RowsFilter, Int32Array>();
	#revision = 0;

	constructor(rows: RowTable, mapping: ColumnMapping, options: ListCheckOptions) {
		this.#rows = rows;
		this.#mapping = mapping;
		this.#options = options;
		this.#addresses = new AddressIndex(rows.length);
		this.#flags = new Uint16Array(rows.length);
	}

	get mapping(): ColumnMapping {
		return this.#mapping;
	}

	*read(mapping: ColumnMapping): Generator<void, void> {
		// What is wrong with a row hangs on its address alone.
		if (this.#revision > 0 && mapping.email === this.#mapping.email) {
			this.#mapping = mapping;
			this.#revision++;
			return;
		}
		const known = this.#revision === 0 ? this.#options.readings : null;
		const addresses = known?.addresses ?? new AddressIndex(this.#rows.length);
		const rowFlags = known?.flags ?? new Uint16Array(this.#rows.length).fill(unread);
		for (let index = 0; index < rowFlags.length; index++) {
			if (index % rowsPerStep === 0) yield;
			if (rowFlags[index] !== unread) continue;
			const { address, flags: found } = this.#readRow(index, mapping.email);
			addresses.put(index, address);
			rowFlags[index] = found;
		}
		addresses.settle((index) => this.#edits.isExcluded(index));
		yield* addresses.findSlips(this.#options.siteDomains ?? []);
		this.#mapping = mapping;
		this.#addresses = addresses;
		this.#flags = rowFlags;
		this.#settle();
	}

	state(): Omit<ListState, 'rememberedAt'> {
		return {
			revision: this.#revision,
			mapping: this.#mapping,
			counts: this.#counts,
			rowsToRun: this.#rows.length - this.#counts.excluded,
			corrections: this.#addresses.corrections().slice(0, 100),
			undo: this.#edits.undoable,
			redo: this.#edits.redoable,
		};
	}

	/** The rows from position `from` among those that fit. */
	page(filter: RowsFilter, from: number, count: number): { readonly total: number; readonly rows: readonly CheckedRow[] } {
		const fitting = filter === 'all' ? null : this.#fitting(filter);
		const total = fitting?.length ?? this.#rows.length;
		const rows: CheckedRow[] = [];
		for (let position = from; position < Math.min(from + count, total); position++) {
			rows.push(this.#checked(fitting?.[position] ?? position));
		}
		return { total, rows };
	}

	/** The nearest row with a problem before or after `from`; `null` where there is none. */
	nearestProblem(from: number, direction: 'next' | 'previous'): number | null {
		const step = direction === 'next' ? 1 : -1;
		for (let index = from + step; index >= 0 && index < this.#flags.length; index += step) {
			if (isWorthAStop(this.#flags[index] ?? 0)) return index;
		}
		return null;
	}

	/** Puts a text in a cell's place. One that equals the original takes the correction away. */
	correctCell(index: number, column: number, text: string): void {
		if (index >= this.#rows.length) return;
		const { row, cells } = this.#rows.at(index);
		this.#changed(
			this.#edits.correct({ kind: 'cell', row }, column, [
				[index, text === (this.#givenAt(index, column) ?? cells[column] ?? '') ? null : text],
			]),
		);
	}

	/** Takes up the suggestion for a domain in one row, or in every row it stands in. */
	acceptSuggestion(domain: string, only: number | null): void {
		const to = this.#addresses.meantBy(domain);
		if (to === null) return;
		const column = this.#mapping.email;
		const texts: [number, string][] = [];
		for (let index = 0; index < this.#rows.length; index++) {
			if (only !== null && only !== index) continue;
			if (this.#edits.isExcluded(index) || !this.#addresses.isAtDomain(index, domain)) continue;
			texts.push([index, correctDomain(this.#textAt(this.#rows.at(index), index, column), to)]);
		}
		this.#changed(this.#edits.correct({ kind: 'domain', from: domain, to, rows: texts.length }, column, texts));
	}

	/** Leaves rows out of the run, or takes them back. */
	exclude(which: readonly number[] | RowsFilter, excluded: boolean): void {
		const indexes = typeof which === 'string' ? [...this.#fitting(which)] : which.filter((index) => index < this.#rows.length);
		this.#changed(this.#edits.exclude(indexes, excluded));
	}

	undo(): void {
		this.#changed(this.#edits.undo());
	}

	redo(): void {
		this.#changed(this.#edits.redo());
	}

	/** What a run starts from: rows left out are not among them, corrected addresses are. */
	*listRows(): Generator<ListRow, void> {
		for (let index = 0; index < this.#rows.length; index++) {
			if (this.#edits.isExcluded(index)) continue;
			const source = this.#rows.at(index);
			const original = this.#textAt(source, index, this.#mapping.email);
			const read = this.#read(index, original);
			const repeatedBy = this.#addresses.repeatedBy(index);
			yield {
				row: source.row,
				cells: source.cells,
				original,
				read,
				displayName: this.#field(source, index, this.#mapping.name) ?? (read.valid ? read.displayName : null),
				organisation: this.#field(source, index, this.#mapping.organisation),
				repeats: repeatedBy === null ? null : this.#rows.lineOf(repeatedBy),
				suggestion: this.#addresses.suggestionAt(index),
			};
		}
	}

	/** What a row has in its column of addresses. Most need none of their other cells for it. */
	#readRow(index: number, column: number): { readonly address: string | null; readonly flags: number } {
		const rows = this.#rows;
		const isAsItWas = rows.isPlain(index) && !this.#edits.isEdited(index) && this.#options.given?.has(index) !== true;
		const row = isAsItWas ? null : rows.at(index);
		const text = row === null ? rows.cell(index, column) : this.#textAt(row, index, column);
		const read = holdsNoAddress(text) ? noAddress : readAddress(text);
		const address = read.valid ? read.address : null;
		if (row !== null) return { address, flags: this.#flagsOf(row, index, read) };
		const { width } = this.#options;
		const shape = { read, cellCount: rows.cellCount(index), isDamaged: false, width, isUnclosed: rows.isUnclosed(index) };
		return { address, flags: flagsOfShape(shape) };
	}

	#textAt({ cells }: TableRow, index: number, column: number): string {
		return this.#edits.textAt(index, column) ?? this.#givenAt(index, column) ?? cells[column] ?? '';
	}

	#givenAt(index: number, column: number): string | undefined {
		return this.#options.given?.get(index)?.get(column);
	}

	#field(row: TableRow, index: number, source: FieldSource): string | null {
		if (source === null) return null;
		if (typeof source === 'object' && 'text' in source) return source.text === '' ? null : source.text;
		const columns = typeof source === 'number' ? [source] : source.columns;
		const texts = columns.map((column) => withoutAddress(this.#textAt(row, index, column).trim())).filter((text) => text !== '');
		return texts.length === 0 ? null : texts.join(' ');
	}

	#read(index: number, text: string): ReadAddress {
		const read = readAddress(text);
		const { email } = this.#mapping;
		if (this.#edits.textAt(index, email) !== undefined) return { ...read, cleaned: ['corrected', ...read.cleaned] };
		return this.#givenAt(index, email) === undefined ? read : { ...read, cleaned: ['other-cell', ...read.cleaned] };
	}

	/** The cells with the corrections laid over them. */
	#cellsNow({ cells }: TableRow, index: number): readonly string[] {
		const isAsItWas = !this.#edits.isEdited(index) && this.#options.given?.has(index) !== true;
		return isAsItWas ? cells : cells.map((cell, column) => this.#textAt({ row: 0, cells, isUnclosed: false }, index, column) || cell);
	}

	#flagsOf(row: TableRow, index: number, read: ReadAddress): number {
		return flagsOf({ read, cells: this.#cellsNow(row, index), width: this.#options.width, isUnclosed: row.isUnclosed });
	}

	#changed(indexes: readonly number[]): void {
		if (indexes.length === 0) return;
		for (const index of indexes) {
			const row = this.#rows.at(index);
			const read = readAddress(this.#textAt(row, index, this.#mapping.email));
			this.#addresses.put(index, read.valid ? read.address : null);
			this.#flags[index] = this.#flagsOf(row, index, read);
		}
		this.#addresses.settle((index) => this.#edits.isExcluded(index));
		this.#settle();
	}

	/** What depends on other rows and on edits, for all rows anew. */
	#settle(): void {
		for (let index = 0; index < this.#flags.length; index++) {
			const repeated = this.#addresses.repeatedBy(index) === null ? 0 : flags.repeated;
			const typo = this.#addresses.hasSuggestion(index) ? flags['probable-typo'] : 0;
			const edited = this.#edits.isEdited(index) ? flags.edited : 0;
			const excluded = this.#edits.isExcluded(index) ? flags.excluded : 0;
			this.#flags[index] = ((this.#flags[index] ?? 0) & ownFlags) | repeated | typo | edited | excluded;
		}
		this.#counts = countByFilter(this.#flags);
		this.#pages = new Map();
		this.#revision++;
	}

	#fitting(filter: RowsFilter): Int32Array {
		const known = this.#pages.get(filter);
		if (known !== undefined) return known;
		const indexes = new Int32Array(this.#counts[filter]);
		let found = 0;
		for (let index = 0; index < this.#flags.length; index++) {
			if (fits(this.#flags[index] ?? 0, filter)) indexes[found++] = index;
		}
		this.#pages.set(filter, indexes);
		return indexes;
	}

	#checked(index: number): CheckedRow {
		const row = this.#rows.at(index);
		const excluded = this.#edits.isExcluded(index);
		return {
			index,
			row: row.row,
			cells: row.cells,
			corrected: { ...Object.fromEntries(this.#options.given?.get(index) ?? []), ...this.#edits.correctedIn(index) },
			address: this.#addresses.addressAt(index),
			problems: excluded ? [] : this.#problemsOf(row, index),
			excluded,
		};
	}

	#problemsOf(row: TableRow, index: number): readonly RowProblem[] {
		const repeatedBy = this.#addresses.repeatedBy(index);
		return problemsOf({
			read: readAddress(this.#textAt(row, index, this.#mapping.email)),
			suggestion: this.#addresses.suggestionAt(index),
			repeats: repeatedBy === null ? null : this.#rows.lineOf(repeatedBy),
			cells: this.#cellsNow(row, index),
			width: this.#options.width,
			isUnclosed: row.isUnclosed,
		});
	}
}

/** Whatever else is wrong with such a text, it has no address. Signs that stand for others have to be looked at. */
const holdsNoAddress = (text: string): boolean => /^[\x20-\x24\x26-\x3f\x41-\x7e]*$/.test(text);
const noAddress: ReadAddress = { valid: false, problem: 'no-at-sign', details: {}, cleaned: [] };

/** In a column of names, an address behind one says nothing that is not known. */
const withoutAddress = (text: string): string => {
	if (!text.includes('@')) return text;
	const read = readAddress(text);
	return read.valid ? (read.displayName ?? '') : text;
};
