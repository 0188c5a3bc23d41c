import { domainOf } from '../evidence/evidence.ts';
import type { CheckedRow, EditLabel, ListState, RowProblem, RowsFilter } from '#shared/lists.ts';
import { AddressIndex } from './address-index.ts';
import { splitCell } from './addresses-in.ts';
import { type GivenTexts, type RowReadings, unread } from './arrange-list.ts';
import type { ColumnMapping, FieldSource, ListRow, ReadAddress } from './list.ts';
import { type KeptPlace, type KeptRow, ListEdits } from './list-edits.ts';
import { readAddress } from './read-address.ts';
import { correctDomain } from './correct-domain.ts';
import { countByFilter, fits, flags, hasSuggestion, isWorthAStop, ownFlags } from './row-flags.ts';
import { flagsOf, flagsOfShape, problemsOf, suggestionFor } from './row-problems.ts';
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
	/** Rows in the order they stand in. Indexes are for good: rows that came out of a cell have the last ones. */
	#order: Int32Array;
	/** For each row that came out of a cell, also where that was undone: the row of the file. */
	readonly #addedTo: number[] = [];
	#counts = countByFilter(new Uint16Array(0));
	/** Rows something is suggested for. */
	#suggestions = 0;
	#pages = new Map<RowsFilter, Int32Array>();
	#revision = 0;
	/** Rows of the file where something was changed since somebody took that. */
	readonly #touched = new Set<number>();

	constructor(rows: RowTable, mapping: ColumnMapping, options: ListCheckOptions) {
		this.#rows = rows;
		this.#mapping = mapping;
		this.#options = options;
		this.#addresses = new AddressIndex(rows.length);
		this.#flags = new Uint16Array(rows.length);
		this.#order = Int32Array.from({ length: rows.length }, (_, index) => index);
	}

	get mapping(): ColumnMapping {
		return this.#mapping;
	}

	/** Different addresses among the rows to run. */
	get people(): number {
		return this.#addresses.present;
	}

	*read(mapping: ColumnMapping): Generator<void, void> {
		// What is wrong with a row hangs on its address alone.
		if (this.#revision > 0 && mapping.email === this.#mapping.email) {
			this.#mapping = mapping;
			this.#revision++;
			return;
		}
		const count = this.#rows.length + this.#addedTo.length;
		const known = this.#revision === 0 ? this.#options.readings : null;
		const addresses = known?.addresses ?? new AddressIndex(count);
		const rowFlags = known?.flags ?? new Uint16Array(count).fill(unread);
		for (let index = 0; index < rowFlags.length; index++) {
			if (index % rowsPerStep === 0) yield;
			if (rowFlags[index] !== unread) continue;
			const { address, flags: found } = this.#readRow(index, mapping.email);
			addresses.put(index, address);
			rowFlags[index] = found;
		}
		addresses.settle(this.#order, (index) => this.#edits.isExcluded(index));
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
			people: this.people,
			counts: this.#counts,
			rowsToRun: this.#order.length - this.#counts.excluded,
			suggestions: this.#suggestions,
			corrections: this.#addresses.corrections().slice(0, 100),
			undo: this.#edits.undoable,
			redo: this.#edits.redoable,
		};
	}

	/** The rows from position `from` among those that fit. */
	page(filter: RowsFilter, from: number, count: number): { readonly total: number; readonly rows: readonly CheckedRow[] } {
		const fitting = filter === 'all' ? null : this.#fitting(filter);
		const total = fitting?.length ?? this.#order.length;
		const rows: CheckedRow[] = [];
		for (let position = from; position < Math.min(from + count, total); position++) {
			rows.push(this.#checked((fitting ?? this.#order)[position] ?? 0));
		}
		return { total, rows };
	}

	/** The place of the nearest row with a problem before or after the place `from`; `null` where there is none. */
	nearestProblem(from: number, direction: 'next' | 'previous'): number | null {
		const step = direction === 'next' ? 1 : -1;
		for (let place = from + step; place >= 0 && place < this.#order.length; place += step) {
			if (isWorthAStop(this.#flags[this.#order[place] ?? 0] ?? 0)) return place;
		}
		return null;
	}

	/** Puts a text in a cell's place. One that equals the original takes the correction away. */
	correctCell(index: number, column: number, text: string): void {
		if (!this.#isThere(index)) return;
		const { row, cells } = this.#rowAt(index);
		this.#changed(
			this.#edits.correct({ kind: 'cell', row }, column, [
				[index, text === (this.#givenAt(index, column) ?? cells[column] ?? '') ? null : text],
			]),
		);
	}

	/** Takes up what is suggested: in one row, in every row of a domain, or in all there are. */
	acceptSuggestions(of: { readonly domain?: string | undefined; readonly index?: number | undefined }): void {
		const { domain, index: only } = of;
		const texts: [number, string][] = [];
		for (const index of only === undefined ? this.#order : [only]) {
			if (!this.#isThere(index) || !hasSuggestion(this.#flags[index] ?? 0)) continue;
			if (domain !== undefined && !this.#addresses.isAtDomain(index, domain)) continue;
			const text = this.#suggestedAt(index);
			if (text !== null) texts.push([index, text]);
		}
		const to = domain === undefined ? null : this.#addresses.meantBy(domain);
		const label: EditLabel =
			domain !== undefined && to !== null
				? { kind: 'domain', from: domain, to, rows: texts.length }
				: { kind: 'suggestions', rows: texts.length };
		this.#changed(this.#edits.correct(label, this.#mapping.email, texts));
	}

	/** Gives each address of a row's cell a row of its own, below it; the original cells go with each. */
	splitRow(index: number): void {
		if (!this.#isThere(index) || this.#edits.isExcluded(index)) return;
		const { email } = this.#mapping;
		const row = this.#rowAt(index);
		const texts = splitCell(this.#textAt(row, index, email));
		if (texts.length < 2) return;
		const added = texts.slice(1).map(() => this.#addRow(this.#fileIndex(index)));
		this.#changed(this.#edits.split({ kind: 'split', row: row.row, into: texts.length }, email, index, texts, added));
	}

	/** Leaves rows out of the run, or takes them back. */
	exclude(which: readonly number[] | RowsFilter, excluded: boolean): void {
		const indexes = typeof which === 'string' ? [...this.#fitting(which)] : which.filter((index) => this.#isThere(index));
		this.#changed(this.#edits.exclude(indexes, excluded));
	}

	undo(): void {
		this.#changed(this.#edits.undo());
	}

	redo(): void {
		this.#changed(this.#edits.redo());
	}

	/** What a person changed so far, to be taken up by another reading of the same file. */
	kept(): readonly KeptRow[] {
		const kept: KeptRow[] = [];
		for (const [index, nth] of this.#nths()) {
			if (this.#isKept(index)) kept.push(this.#keptAt(index, nth));
		}
		return kept;
	}

	/** The places where something was changed since this was asked last, as they are now: what is to be stored anew. */
	takeChanges(): readonly KeptPlace[] {
		const added = Map.groupBy(
			this.#addedTo.keys().map((at) => at + this.#rows.length),
			(index) => this.#fileIndex(index),
		);
		const places = [...this.#touched].map((fileIndex): KeptPlace => {
			const place = { line: this.#rows.lineOf(fileIndex), nth: this.#nthOf(fileIndex) };
			const there = [fileIndex, ...(added.get(fileIndex) ?? []).filter((index) => this.#edits.isAdded(index))];
			return { ...place, rows: there.filter((index) => this.#isKept(index)).map((index) => this.#keptAt(index, place.nth)) };
		});
		this.#touched.clear();
		return places;
	}

	/** Lays what was kept over the rows as they stand in the file. Returns what has no row here. */
	takeUp(kept: readonly KeptRow[]): readonly KeptRow[] {
		const byPlace = Map.groupBy(kept, ({ line, nth }) => `${line} ${nth}`);
		const changed: number[] = [];
		for (const [index, nth] of this.#nths()) {
			const place = `${this.#rows.lineOf(index)} ${nth}`;
			for (const row of byPlace.get(place) ?? []) {
				const at = row.isAdded ? this.#addRow(index) : index;
				this.#edits.takeUp(at, row);
				changed.push(at);
			}
			byPlace.delete(place);
		}
		this.#changed(changed);
		return [...byPlace.values()].flat();
	}

	/** What a run starts from: rows left out are not among them, corrected addresses are. */
	*listRows(): Generator<ListRow, void> {
		for (const index of this.#order) {
			if (this.#edits.isExcluded(index)) continue;
			const source = this.#rowAt(index);
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
				repeats: repeatedBy === null ? null : this.#rows.lineOf(this.#fileIndex(repeatedBy)),
				suggestion: this.#addresses.suggestionAt(index),
			};
		}
	}

	#isKept(index: number): boolean {
		return index >= this.#rows.length || this.#edits.isExcluded(index) || this.#edits.isEdited(index);
	}

	#keptAt(index: number, nth: number): KeptRow {
		return {
			line: this.#rows.lineOf(this.#fileIndex(index)),
			nth,
			cells: this.#edits.correctedIn(index),
			isExcluded: this.#edits.isExcluded(index),
			isAdded: index >= this.#rows.length,
		};
	}

	/** The number of a row of the file among those of its line. */
	#nthOf(fileIndex: number): number {
		let first = fileIndex;
		while (first > 0 && this.#rows.lineOf(first - 1) === this.#rows.lineOf(fileIndex)) first -= 1;
		return fileIndex - first;
	}

	/** Of the row of the file. */
	#fileIndex(index: number): number {
		return index < this.#rows.length ? index : (this.#addedTo[index - this.#rows.length] ?? 0);
	}

	#rowAt(index: number): TableRow {
		return this.#rows.at(this.#fileIndex(index));
	}

	#isThere(index: number): boolean {
		return index < this.#rows.length || this.#edits.isAdded(index);
	}

	/** A row for another address of one of the file's; it is there once the edits say so. */
	#addRow(fileIndex: number): number {
		return this.#rows.length + this.#addedTo.push(fileIndex) - 1;
	}

	/** The rows in their order, each with its number among those of its line; rows that came out of a cell have that of its row. */
	*#nths(): Generator<readonly [index: number, nth: number]> {
		let line = -1;
		let nth = 0;
		for (const index of this.#order) {
			if (index < this.#rows.length) {
				nth = this.#rows.lineOf(index) === line ? nth + 1 : 0;
				line = this.#rows.lineOf(index);
			}
			yield [index, nth];
		}
	}

	#putInOrder(): void {
		if (this.#addedTo.length === 0) return;
		const added = Map.groupBy(
			this.#addedTo.keys().map((at) => at + this.#rows.length),
			(index) => this.#fileIndex(index),
		);
		const order: number[] = [];
		for (let index = 0; index < this.#rows.length; index++) {
			order.push(index);
			for (const row of added.get(index) ?? []) if (this.#edits.isAdded(row)) order.push(row);
		}
		this.#order = Int32Array.from(order);
	}

	/** The text of the address cell as it is suggested; `null` where nothing is. */
	#suggestedAt(index: number): string | null {
		const text = this.#textAt(this.#rowAt(index), index, this.#mapping.email);
		const address = this.#addresses.addressAt(index);
		const meant = address === null ? null : this.#addresses.meantBy(domainOf(address));
		return meant === null ? suggestionFor(readAddress(text)) : correctDomain(text, meant);
	}

	/** What a row has in its column of addresses. Most need none of their other cells for it. */
	#readRow(index: number, column: number): { readonly address: string | null; readonly flags: number } {
		const rows = this.#rows;
		const isAsItWas =
			index < rows.length && rows.isPlain(index) && !this.#edits.isEdited(index) && this.#options.given?.has(index) !== true;
		const row = isAsItWas ? null : this.#rowAt(index);
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
		this.#makeRoom();
		this.#putInOrder();
		for (const index of indexes) {
			this.#touched.add(this.#fileIndex(index));
			const row = this.#rowAt(index);
			const read = readAddress(this.#textAt(row, index, this.#mapping.email));
			this.#addresses.put(index, read.valid ? read.address : null);
			this.#flags[index] = this.#flagsOf(row, index, read);
		}
		this.#addresses.settle(this.#order, (index) => this.#edits.isExcluded(index));
		this.#settle();
	}

	#makeRoom(): void {
		const count = this.#rows.length + this.#addedTo.length;
		if (count === this.#flags.length) return;
		const flagsNow = new Uint16Array(count);
		flagsNow.set(this.#flags);
		this.#flags = flagsNow;
		this.#addresses.resize(count);
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
		const inOrder = this.#addedTo.length === 0 ? this.#flags : Uint16Array.from(this.#order, (index) => this.#flags[index] ?? 0);
		this.#counts = countByFilter(inOrder);
		this.#suggestions = inOrder.reduce((sum, rowFlags) => sum + Number(hasSuggestion(rowFlags)), 0);
		this.#pages = new Map();
		this.#revision++;
	}

	#fitting(filter: RowsFilter): Int32Array {
		const known = this.#pages.get(filter);
		if (known !== undefined) return known;
		const indexes = new Int32Array(this.#counts[filter]);
		let found = 0;
		for (const index of this.#order) {
			if (fits(this.#flags[index] ?? 0, filter)) indexes[found++] = index;
		}
		this.#pages.set(filter, indexes);
		return indexes;
	}

	#checked(index: number): CheckedRow {
		const row = this.#rowAt(index);
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
			repeats: repeatedBy === null ? null : this.#rows.lineOf(this.#fileIndex(repeatedBy)),
			cells: this.#cellsNow(row, index),
			width: this.#options.width,
			isUnclosed: row.isUnclosed,
		});
	}
}

/** Whatever else is wrong with such a text, it has no address. Signs that stand for others, and those of guests, have to be looked at. */
const holdsNoAddress = (text: string): boolean => /^[\x20-\x22\x24\x26-\x3f\x41-\x7e]*$/.test(text);
const noAddress: ReadAddress = { valid: false, problem: 'no-at-sign', details: {}, cleaned: [] };

/** In a column of names, an address behind one says nothing that is not known. */
const withoutAddress = (text: string): string => {
	if (!text.includes('@')) return text;
	const read = readAddress(text);
	return read.valid ? (read.displayName ?? '') : text;
};
