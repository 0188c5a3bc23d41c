import { AddressIndex } from './address-index.ts';
import type { LeftLine, ReadingChoices, ReadingItem } from '#shared/lists.ts';
import { mentionedIn, peopleIn } from './addresses-in.ts';
import { isSomebodyElses, titleKey } from './title-words.ts';
import { isFrameLine } from './frame-lines.ts';
import type { ColumnMapping, FieldSource, ReadAddress } from './list.ts';
import { nameBeside } from './name-columns.ts';
import { isExampleText } from './no-mailbox.ts';
import { readAddress } from './read-address.ts';
import { isPlainAddress, notPlain } from './plain-address.ts';
import { flags } from './row-flags.ts';
import { cellsIn, columnIn, formIn, type RowTable } from './row-table.ts';
import { holdsAddress } from './split-addresses.ts';

type Cells = readonly string[];

/** Texts that stand in the place of a row's cells from the start, by place and column: an address taken from another column. */
export type GivenTexts = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** Rows `from` up to and without `to`. */
export interface Range {
	readonly from: number;
	readonly to: number;
}

/** One table of a file, and how it is to be read. */
export interface TableToArrange {
	readonly rows: RowTable;
	/** Places of the rows that may be people: what is between them is another table. */
	readonly ranges: readonly Range[];
	/** Places of the lines of column titles. */
	readonly titlePlaces: ReadonlySet<number>;
	/** Column titles as they are shown. */
	readonly columns: Cells;
	/** Where there is a line of them. */
	readonly titles: Cells | null;
	readonly mapping: ColumnMapping;
	/** Cells that a row with an address has filled, in the middle. */
	readonly usuallyFilled: number;
	/** Lines that a sheet does not show. */
	readonly hiddenLines: ReadonlySet<number>;
	/** Cells a row is expected to have; `null` where rows may end early. */
	readonly cellsPerRow: number | null;
}

/** What was found out about the rows of a list while it was arranged; `unread` where that is still to be done. */
export interface RowReadings {
	readonly addresses: AddressIndex;
	readonly flags: Uint16Array<ArrayBuffer>;
}
export const unread = 0xffff;

export interface ArrangedTable {
	readonly rows: RowTable;
	readonly readings: RowReadings;
	readonly given: GivenTexts;
	readonly people: number;
	readonly items: readonly ReadingItem[];
}

const rowsPerStep = 256;
const mostLines = 20;

/** Lines that are said: how many, and the first of them. */
class Left {
	count = 0;
	readonly lines: LeftLine[] = [];

	add(line: number, cells: Cells): void {
		this.count++;
		if (this.lines.length === mostLines) return;
		this.lines.push(leftLine(line, cells));
	}
}

/**
 * Makes the rows of a list out of those of a table: leaves out its frame and what is hidden, and finds a person's address in
 * the other columns of the same kind. Whatever it leaves out is said. In steps, as a table may be long.
 */
export function* arrangeTable(table: TableToArrange, choices: ReadingChoices): Generator<void, ArrangedTable> {
	const { rows, ranges, mapping } = table;
	const columns = addressColumns(table);
	const frame = { ...table, email: mapping.email, names: columnsOf(mapping.name) };
	const last = lastWithAddress(rows, ranges);
	const footer = firstApart(rows, last);
	const left = {
		above: new Left(),
		between: new Left(),
		below: new Left(),
		hidden: new Left(),
		several: new Left(),
		placeholders: new Left(),
		guests: new Left(),
	};
	const noMailbox = new Left();
	const out = new Collector(table, choices, columns);
	let range = 0;
	for (let place = 0; place < rows.length; place++) {
		if (place % rowsPerStep === 0) yield;
		while (range < ranges.length && place >= (ranges[range]?.to ?? 0)) range++;
		const now = ranges[range];
		if (table.titlePlaces.has(place)) continue;
		const isInside = now !== undefined && place >= now.from;
		// Nearly every row: a person whose only address stands where those of the list do.
		if (isInside && table.hiddenLines.size === 0 && out.addPlain(place)) continue;
		const row = rows.at(place);
		if (!isInside || isFrameLine(row.cells, frame, place >= footer ? 'apart' : place > last ? 'at-end' : 'within')) {
			const where = place < (ranges[0]?.from ?? 0) ? left.above : place > last ? left.below : left.between;
			where.add(row.row, row.cells);
			if (choices.frames !== 'take' || !isInside) continue;
		}
		if (table.hiddenLines.has(row.row)) {
			left.hidden.add(row.row, row.cells);
			if (choices.hiddenRows !== 'take') continue;
		}
		const read = out.add(place, row.cells);
		if (read === null || read.valid) continue;
		const cell = row.cells[mapping.email] ?? '';
		if (read.problem === 'several-addresses') left.several.add(row.row, [cell]);
		else if (read.problem === 'placeholder') left.placeholders.add(row.row, row.cells);
		else if (guestIn(read) !== null) left.guests.add(row.row, [`${cell} → ${guestIn(read) ?? ''}`]);
		else if (read.problem === 'guest-name' || read.problem === 'directory-name') noMailbox.add(row.row, [cell]);
	}
	const items: ReadingItem[] = [];
	for (const [kind, found] of Object.entries({ ...left, 'no-mailbox': noMailbox }) as [keyof typeof left, Left][]) {
		if (found.count > 0) items.push({ kind, count: found.count, lines: found.lines });
	}
	return { ...out.result(), items: [...items, ...out.items()] };
}

const columnsOf = (source: FieldSource): readonly number[] =>
	typeof source === 'number' ? [source] : source !== null && 'columns' in source ? source.columns : [];

const lastWithAddress = (rows: RowTable, ranges: readonly Range[]): number => {
	for (const { from, to } of ranges.toReversed()) {
		for (let place = to - 1; place >= from; place--) if (rows.at(place).cells.some(holdsAddress)) return place;
	}
	return -1;
};

/** Behind the last person, the first line that an empty one keeps apart from them. */
const firstApart = (rows: RowTable, last: number): number => {
	if (last === -1) return rows.length;
	for (let place = last + 1; place < rows.length; place++) {
		const isBlank = rows.at(place).cells.every((cell) => cell.trim() === '');
		if (isBlank || rows.lineOf(place) > rows.lineOf(place - 1) + 1) return place;
	}
	return rows.length;
};

interface AddressColumns {
	/** Of the same kind as the main one, in their order. */
	readonly alike: readonly number[];
	readonly others: readonly number[];
	readonly somebodyElses: readonly number[];
}

const addressColumns = ({ titles, mapping, columns }: TableToArrange): AddressColumns => {
	const main = kindOf(columns[mapping.email] ?? '');
	const others = columns.flatMap((_, column) => (column === mapping.email ? [] : [column]));
	const isElses = (column: number) => titles !== null && isSomebodyElses(titles[column] ?? '');
	const isAlike = (column: number) => titles !== null && main !== '' && !isElses(column) && kindOf(titles[column] ?? '') === main;
	return {
		alike: others.filter(isAlike),
		others: others.filter((column) => !isAlike(column) && !isElses(column)),
		somebodyElses: others.filter(isElses),
	};
};

/** `E-mail 2 Address` and `Private e-mail` are of the kind of `E-mail Address`. */
const kindOf = (title: string): string =>
	titleKey(
		title.replace(
			/\b(?:primary|secondary|alternat(?:iv)?e?|other|second|third|additional|private|personal|home|work|business|office|privat|weitere|zweite|geschäftlich|dienstlich|value|adresse?|address|adress)\b/gi,
			'',
		),
	)
		.replace(/\d+/g, '')
		.replace(/email|epost/g, 'mail')
		.replace(/(?:addresses|address|adressen|adresse)$/, '');

/** Gathers the rows, and what of their addresses is not used. */
class Collector {
	readonly #table: TableToArrange;
	readonly #choices: ReadingChoices;
	readonly #columns: AddressColumns;
	/** All but the main one and those of somebody else. */
	readonly #besides: readonly number[];
	readonly #places: number[] = [];
	readonly #given = new Map<number, Map<number, string>>();
	readonly #used: AddressIndex;
	#flags: Uint16Array<ArrayBuffer>;
	#isInOrder = true;
	readonly #unused = new Map<string, number>();
	readonly #elses = new Map<string, number>();
	readonly #taken = new Left();
	readonly #takenFrom = new Set<number>();
	readonly #otherLines = new Left();
	#names = 0;

	constructor(table: TableToArrange, choices: ReadingChoices, columns: AddressColumns) {
		this.#table = table;
		this.#choices = choices;
		this.#columns = columns;
		this.#besides = [...columns.alike, ...columns.others];
		this.#used = new AddressIndex(table.rows.length);
		this.#flags = new Uint16Array(table.rows.length);
	}

	/** A row with one at sign, in the column of the addresses, and a valid address there. Any other is left to `add`. */
	addPlain(place: number): boolean {
		const { rows, mapping, cellsPerRow } = this.#table;
		const glance = rows.glance(place);
		if (this.#choices.addresses === 'each' || columnIn(glance) !== mapping.email) return false;
		const form = formIn(glance);
		const index = this.#places.length;
		let isCleaned = form !== isPlainAddress;
		if (index === this.#flags.length) this.#resize(2 * index + 16);
		if (form === notPlain || !rows.putPlain(place, this.#used, index)) {
			const own = rows.cell(place, mapping.email);
			const read = holdsAddress(own) ? readAddress(own) : null;
			if (read === null || !read.valid) return false;
			if (this.#names === 0) this.#use(read.address, read.displayName, rows.at(place).cells);
			this.#used.put(index, read.address);
			isCleaned = read.cleaned.length > 0;
		} else if (this.#names === 0) this.#noteName(null, rows.at(place).cells);
		this.#push(place);
		const ragged = cellsPerRow !== null && cellsIn(glance) !== cellsPerRow ? flags['ragged-row'] : 0;
		this.#flags[index] = (isCleaned ? flags.cleaned : 0) | ragged | (rows.isUnclosed(place) ? flags['unclosed-quote'] : 0);
		return true;
	}

	/** The row is one of the list. */
	#push(place: number): void {
		this.#isInOrder &&= this.#places.length === 0 || place === (this.#places.at(-1) ?? 0) + 1;
		const index = this.#places.push(place) - 1;
		if (index === this.#flags.length) this.#resize(2 * index + 16);
		this.#flags[index] = unread;
	}

	#resize(rows: number): void {
		this.#used.resize(rows);
		const flags = new Uint16Array(rows);
		flags.set(this.#flags.subarray(0, rows));
		this.#flags = flags;
	}

	/** What the row's own address cell holds; `null` where that is nothing like an address. */
	add(place: number, cells: Cells): ReadAddress | null {
		const { email } = this.#table.mapping;
		const { alike, others, somebodyElses } = this.#columns;
		const own = cells[email] ?? '';
		const { addresses } = this.#choices;
		this.#note(somebodyElses, cells, this.#elses);
		const main = holdsAddress(own) || isExampleText(own) ? readAddress(own) : null;
		const isSeveral = main?.valid === false && main.problem === 'several-addresses';
		if (addresses === 'each' || (addresses === 'split' && isSeveral)) {
			this.#addEach(place, cells, addresses === 'each' ? [email, ...alike, ...others] : [email]);
			if (addresses === 'split') this.#noteUnused(place, cells);
			return isSeveral ? null : main;
		}
		const isOpen = main === null || (!main.valid && (main.problem === 'directory-name' || main.problem === 'guest-name'));
		const from = isOpen && addresses !== 'column' ? alike.find((column) => readAddress(cells[column] ?? '').valid) : undefined;
		if (from !== undefined) {
			this.#taken.add(this.#table.rows.lineOf(place), [cells[from] ?? '']);
			this.#takenFrom.add(from);
			this.#give(this.#places.length, from, cells, cells[from] ?? '');
		} else if (main?.valid) this.#use(main.address, main.displayName, cells);
		const guest = from === undefined && this.#choices.guests === 'own' ? guestIn(main) : null;
		if (guest !== null) this.#give(this.#places.length, email, cells, guest);
		this.#push(place);
		this.#noteUnused(place, cells, from);
		return guest === null ? main : null;
	}

	/** `from`: the column whose address was taken. */
	#noteUnused(place: number, cells: Cells, from?: number): void {
		const before = this.#unused.size;
		this.#note(this.#besides, cells, this.#unused, from);
		if (this.#unused.size === before) return;
		const unused = cells.filter((cell, column) => column !== this.#table.mapping.email && column !== from && holdsAddress(cell));
		this.#otherLines.add(this.#table.rows.lineOf(place), unused);
	}

	/** A row for each address; whoever has none keeps the row. */
	#addEach(place: number, cells: Cells, columns: readonly number[]): void {
		const seen = new Set<string>();
		for (const column of columns) {
			const cell = cells[column] ?? '';
			if (!holdsAddress(cell)) continue;
			for (const { text, address } of peopleIn(cell)) {
				if (seen.has(address)) continue;
				seen.add(address);
				if (column !== this.#table.mapping.email || text !== cell) this.#give(this.#places.length, column, cells, text);
				else this.#use(address, null, cells);
				this.#push(place);
			}
		}
		if (seen.size === 0) this.#push(place);
	}

	/** An address from `column` goes to where the addresses of the list stand, with the name that belongs to it. */
	#give(index: number, column: number, cells: Cells, text: string): void {
		const { mapping, columns } = this.#table;
		const texts = new Map([[mapping.email, text]]);
		const beside = column === mapping.email ? null : nameBeside(columns, column);
		if (typeof mapping.name === 'number' && beside !== null && beside !== mapping.name) texts.set(mapping.name, cells[beside] ?? '');
		this.#given.set(index, texts);
		const read = readAddress(text);
		if (read.valid) this.#use(read.address, read.displayName, cells);
	}

	#use(address: string, displayName: string | null, cells: Cells): void {
		this.#used.note(address);
		this.#noteName(displayName, cells);
	}

	#noteName(displayName: string | null, cells: Cells): void {
		const { name } = this.#table.mapping;
		if (
			displayName !== null ||
			(name !== null && (!isColumns(name) || columnsOf(name).some((column) => (cells[column] ?? '').trim() !== '')))
		) {
			this.#names++;
		}
	}

	#note(columns: readonly number[], cells: Cells, found: Map<string, number>, except?: number): void {
		for (const column of columns) {
			const cell = cells[column] ?? '';
			if (column === except || !holdsAddress(cell)) continue;
			for (const address of mentionedIn(cell)) if (!found.has(address)) found.set(address, column);
		}
	}

	items(): readonly ReadingItem[] {
		const items: ReadingItem[] = [];
		const titlesOf = (columns: Iterable<number>) =>
			[...new Set(columns)].sort((a, b) => a - b).map((column) => this.#table.columns[column] ?? '');
		if (this.#taken.count > 0) {
			items.push({ kind: 'from-other-column', count: this.#taken.count, columns: titlesOf(this.#takenFrom), lines: this.#taken.lines });
		}
		for (const [kind, found] of [
			['other-columns', this.#unused],
			['somebody-elses', this.#elses],
		] as const) {
			const unused = [...found].filter(([address]) => !this.#used.has(address));
			if (unused.length === 0) continue;
			const lines = kind === 'other-columns' ? this.#otherLines.lines : [];
			items.push({ kind, count: unused.length, columns: titlesOf(unused.map(([, column]) => column)), lines });
		}
		if (this.#names === 0 && this.#used.size > 0) items.push({ kind: 'no-names', count: this.#used.size });
		return items;
	}

	result(): Pick<ArrangedTable, 'rows' | 'given' | 'people' | 'readings'> {
		const people = this.#used.size;
		this.#resize(this.#places.length);
		return { rows: this.#rows(), given: this.#given, people, readings: { addresses: this.#used, flags: this.#flags } };
	}

	/** The table itself where its rows follow on each other, which is nearly always. */
	#rows(): RowTable {
		const { rows } = this.#table;
		if (!this.#isInOrder) return rows.pick(Int32Array.from(this.#places));
		rows.skip(this.#places[0] ?? 0);
		rows.cut(this.#places.length);
		return rows;
	}
}

/** The own address of a guest, where it can be told from a directory's name of them. */
const guestIn = (read: ReadAddress | null): string | null =>
	read?.valid === false && read.problem === 'guest-name' ? (read.details['suggestion'] ?? null) : null;

const isColumns = (source: FieldSource): boolean => columnsOf(source).length > 0;

const longestLine = 160;

/** A line as it is told: its filled cells, shortened. */
export const leftLine = (line: number, cells: readonly string[]): LeftLine => {
	const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
	return { line, text: filled.join(' · ').slice(0, longestLine) };
};
