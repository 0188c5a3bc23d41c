import { isLikeEmailTitle, isPeopleTitle } from './columns.ts';
import { listLimits } from './limits.ts';
import { notPlain } from './plain-address.ts';
import { cellsIn, columnIn, formIn, noColumn, type RowTable } from './row-table.ts';
import { titleKey } from './title-words.ts';
import { addressPattern, holdsAddress } from './split-addresses.ts';

type Cells = readonly string[];

/** A part of a table: from one line of column titles to the next. Reports hold several. */
export interface Section {
	/** Places in the table, `end` not among them. */
	readonly start: number;
	readonly end: number;
	/** The line it starts on. */
	readonly line: number;
	/** Column titles that stand in its first row beyond doubt. */
	readonly titles: Cells | null;
	readonly head: readonly Cells[];
	/** Some rows with an address, from all of it. */
	readonly sample: readonly Cells[];
	/** Cells that look like an address, by column. */
	readonly addressCells: readonly number[];
	/** Different addresses in the column that has most; of the only section of a text as many as it has cells with one. */
	readonly people: number;
	readonly width: number;
	/** Cells that a row with an address has filled, in the middle. */
	readonly usuallyFilled: number;
}

const rowsPerStep = 256;

/**
 * Cuts a table at its lines of titles, or at the one that a person says has them (0: none has). In steps, as it may be
 * long. `isCompared`: there are other tables to choose from.
 */
export function* surveySections(
	table: RowTable,
	{ isCompared, titleLine = null }: { readonly isCompared: boolean; readonly titleLine?: number | null },
): Generator<void, readonly Section[]> {
	let section = new SectionSurvey(0, table.length === 0 ? 0 : table.lineOf(0), null);
	const sections = [section];
	for (let index = 0; index < table.length; index++) {
		if (index % rowsPerStep === 0) yield;
		const isSaid = titleLine !== null && table.lineOf(index) === titleLine;
		if (!isSaid && section.addPlain(table, index)) continue;
		const { cells } = table.at(index);
		if (titleLine === null ? isTitleRow(cells) : isSaid) {
			section = new SectionSurvey(index, table.lineOf(index), cells);
			sections.push(section);
		}
		section.add(cells);
	}
	const filled = sections[0]?.isEmpty && sections.length > 1 ? sections.slice(1) : sections;
	const found = (titleLine === null ? joined(filled) : filled).map((one, at, all) => one.result(all[at + 1]?.start ?? table.length));
	if (!isCompared && found.length === 1) return found;
	const counted: Section[] = [];
	for (const one of found) counted.push({ ...one, people: yield* countPeople(table, one) });
	return counted;
}

function* countPeople(table: RowTable, { start, end }: Section): Generator<void, number> {
	const different: Set<string>[] = [];
	for (let index = start; index < end; index++) {
		if (index % rowsPerStep === 0) yield;
		if (columnIn(table.glance(index)) === noColumn) continue;
		const { cells } = table.at(index);
		for (const [column, cell] of cells.entries()) {
			if (!holdsAddress(cell)) continue;
			const found = (different[column] ??= new Set());
			if (found.size < mostDifferent) found.add(addressOf(cell));
		}
	}
	return Math.max(0, ...Array.from(different, (found) => found?.size ?? 0));
}

/** Two titles of people at least, that of the addresses among them, and no address: "Dan, Email" says how Dan likes to be asked. */
const isTitleRow = (cells: Cells): boolean => {
	if (cells.length < 2 || cells.some((cell) => cell.includes('@') || cell.length > 100)) return false;
	const filled = cells.filter((cell) => cell.trim() !== '');
	return (
		filled.length > 1 && filled.some(isLikeEmailTitle) && filled.filter((cell) => isLikeEmailTitle(cell) || isPeopleTitle(cell)).length > 1
	);
};

/** A row that only looked like titles belongs to what stands above it: no address stands in the column it titles. */
const joined = (sections: readonly SectionSurvey[]): readonly SectionSurvey[] => {
	const kept: SectionSurvey[] = [];
	for (const section of sections) {
		const before = kept.at(-1);
		if (before !== undefined && before.hasAddresses && !section.hasTitledAddresses) before.take(section);
		else kept.push(section);
	}
	return kept;
};

const mostSampled = 512;
/** More are not told apart: no two columns of a list are as long and as alike. */
const mostDifferent = 100_000;

class SectionSurvey {
	readonly start: number;
	readonly #line: number;
	readonly #titles: Cells | null;
	readonly #head: Cells[] = [];
	#sample: Cells[] = [];
	#stride = 1;
	#seen = 0;
	readonly #addressCells: number[] = [];
	#width = 0;

	constructor(start: number, line: number, titles: Cells | null) {
		this.start = start;
		this.#line = line;
		this.#titles = titles;
	}

	get isEmpty(): boolean {
		return this.#head.length === 0;
	}

	get hasAddresses(): boolean {
		return this.#seen > 0;
	}

	get hasTitledAddresses(): boolean {
		return this.#titles?.some((title, column) => isLikeEmailTitle(title) && (this.#addressCells[column] ?? 0) > 0) ?? false;
	}

	/** A row with one address, which is all there is to know of it, nearly always; any other is left to `add`. */
	addPlain(table: RowTable, index: number): boolean {
		const glance = table.glance(index);
		const column = columnIn(glance);
		const isAddress = column >= 0 && (formIn(glance) !== notPlain || holdsAddress(table.cell(index, column)));
		if (!isAddress || this.#head.length < listLimits.headRecords) return false;
		this.#width = Math.max(this.#width, cellsIn(glance));
		this.#addressCells[column] = (this.#addressCells[column] ?? 0) + 1;
		if (this.#seen++ % this.#stride === 0) this.#take(table.at(index).cells);
		return true;
	}

	add(cells: Cells): void {
		if (this.#head.length < listLimits.headRecords) this.#head.push(cells);
		this.#width = Math.max(this.#width, cells.length);
		if (this.#count(cells) && this.#seen++ % this.#stride === 0) this.#take(cells);
	}

	#take(cells: Cells): void {
		this.#sample.push(cells);
		if (this.#sample.length < mostSampled * 2) return;
		this.#sample = this.#sample.filter((_, at) => at % 2 === 0);
		this.#stride *= 2;
	}

	take(other: SectionSurvey): void {
		this.#head.push(...other.#head.slice(0, listLimits.headRecords - this.#head.length));
		this.#sample.push(...other.#sample);
		this.#seen += other.#seen;
		this.#width = Math.max(this.#width, other.#width);
		for (const [column, count] of other.#addressCells.entries()) {
			this.#addressCells[column] = (this.#addressCells[column] ?? 0) + (count ?? 0);
		}
	}

	result(end: number): Section {
		const filled = this.#sample.map((cells) => cells.filter((cell) => cell.trim() !== '').length).sort((a, b) => a - b);
		return {
			start: this.start,
			end,
			line: this.#line,
			titles: this.#titles,
			head: this.#head,
			sample: this.#sample,
			addressCells: Array.from({ length: this.#width }, (_, column) => this.#addressCells[column] ?? 0),
			people: Math.max(0, ...this.#addressCells.map((count) => count ?? 0)),
			width: this.#width,
			usuallyFilled: filled[Math.floor(filled.length / 2)] ?? 0,
		};
	}

	#count(cells: Cells): boolean {
		let any = false;
		for (let column = 0; column < cells.length; column++) {
			const cell = cells[column] ?? '';
			if (!holdsAddress(cell)) continue;
			any = true;
			this.#addressCells[column] = (this.#addressCells[column] ?? 0) + 1;
		}
		return any;
	}
}

/** The address of a cell, roughly: enough to tell different ones apart. */
const addressOf = (cell: string): string =>
	(/[\s<>()"':;,|[\]]/.test(cell) && cell.length < longestLooked ? (cell.match(addressPattern)?.[0] ?? cell) : cell).toLowerCase();

const longestLooked = 2000;

/** Whether two sections are one table that was cut, by pages or by departments. */
export const haveSameTitles = (one: Cells | null, other: Cells | null): boolean =>
	one !== null && other !== null && keysOf(one).join('\n') === keysOf(other).join('\n');

const keysOf = (titles: Cells): readonly string[] => titles.map(titleKey);
