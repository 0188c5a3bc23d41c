import { guessBelow, guessTable } from '#core/lists/header.ts';
import { findColumn } from '#core/lists/columns.ts';
import type { TableToArrange } from '#core/lists/arrange-list.ts';
import { haveSameTitles, type Section } from '#core/lists/list-sections.ts';
import type { ColumnMapping, FieldSource } from '#core/lists/list.ts';
import type { RowTable } from '#core/lists/row-table.ts';
import { ListError } from './list-failure.ts';
import { holdsAddress } from '#core/lists/split-addresses.ts';

/** Which columns a person named, by their titles; case does not matter. */
export interface WantedColumns {
	readonly emailColumn?: string | undefined;
	/** Put together in this order. */
	readonly nameColumns?: readonly string[] | undefined;
	readonly organisationColumn?: string | undefined;
	/** The line of the titles; 0: there are none. */
	readonly headerLine?: number | null | undefined;
}

/** The sections of a table that have the same titles, taken for one table. */
export interface Group {
	readonly sections: readonly Section[];
	readonly people: number;
}

export const groupsOf = (sections: readonly Section[]): readonly Group[] => {
	const groups: Section[][] = [];
	for (const section of sections) {
		const same = groups.find(([first]) => haveSameTitles(first?.titles ?? null, section.titles));
		if (same === undefined) groups.push([section]);
		else same.push(section);
	}
	return groups.map((members) => ({ sections: members, people: members.reduce((sum, { people }) => sum + people, 0) }));
};

/** The group that is the list: the one with most people, but for the line and the columns that were named. */
export const mainGroup = (groups: readonly Group[], { emailColumn, headerLine }: WantedColumns): Group | undefined => {
	if (headerLine) return groups.find(({ sections: [first] }) => first?.titles !== null);
	const holds = ({ sections: [first] }: Group) =>
		emailColumn !== undefined && first !== undefined && titledRow(first.head, emailColumn) !== -1;
	const named = groups.filter(holds);
	return mostOf(named.length > 0 ? named : groups, ({ people }) => people);
};

/** The first of those with most. */
export const mostOf = <T>(all: readonly T[], count: (one: T) => number): T | undefined =>
	all.reduce<T | undefined>((best, one) => (best === undefined || count(one) > count(best) ? one : best), undefined);

/** How a group is to be read. Throws `ListError` where that cannot be found out. */
export const tableOf = (
	rows: RowTable,
	{ sections }: Group,
	{ isEven, hiddenLines, wanted }: { isEven: boolean; hiddenLines: ReadonlySet<number>; wanted: WantedColumns },
): TableToArrange & { readonly headerRow: number | null } => {
	const [first] = sections;
	if (first === undefined) throw new ListError('list-empty');
	const rowCount = sections.reduce((sum, { start, end }) => sum + end - start, 0);
	const { mapping, header } = chooseColumns(sections, rowCount, wanted);
	const titles = header === null ? null : (first.head[header] ?? []);
	const found = sections.reduce((most, section) => Math.max(most, section.width), 0);
	// A workbook's rows end where their text ends; of text, the first line says how many columns there are.
	const isSaid = typeof wanted.headerLine === 'number';
	const width = isEven && !isSaid ? Math.max((titles ?? first.head[0] ?? []).length, mapping.email + 1) : found;
	const columns = Array.from({ length: width }, (_, column) => titles?.[column]?.trim() || `Column ${column + 1}`);
	const from = first.start + (header === null ? 0 : header + 1);
	return {
		rows,
		ranges: sections.map(({ start, end }, index) => (index === 0 ? { from, to: end } : { from: start + 1, to: end })),
		titlePlaces: new Set(header === null ? [] : [from - 1, ...sections.slice(1).map(({ start }) => start)]),
		columns,
		titles,
		headerRow: header === null ? null : rows.lineOf(from - 1),
		mapping: named(mapping, columns, wanted),
		usuallyFilled: first.usuallyFilled,
		hiddenLines,
		cellsPerRow: isEven ? width : null,
	};
};

interface ChosenColumns {
	readonly mapping: ColumnMapping;
	/** Place of the column titles among the first rows. */
	readonly header: number | null;
}

const chooseColumns = (sections: readonly Section[], rowCount: number, { emailColumn, headerLine }: WantedColumns): ChosenColumns => {
	const head = sections[0]?.head ?? [];
	const sampled = sections.flatMap((section) => section.sample);
	const sample = headerLine ? sampled.filter((cells) => cells !== head[0]) : sampled;
	const guess = typeof headerLine === 'number' ? guessBelow(headerLine === 0 ? null : (head[0] ?? []), sample) : guessTable(head, sample);
	const titlesAlone = guess?.header != null && guess.header === rowCount - 1;
	if (sample.length === 0 && (rowCount === 1 || titlesAlone)) {
		throw new ListError('list-header-only', { columns: titlesOf(head[guess?.header ?? 0] ?? []) });
	}
	if (emailColumn !== undefined) return columnsByTitle(sections, emailColumn, guess);
	if (guess === null || sample.length === 0) throw new ListError('list-without-addresses', { rows: rowCount });
	return guess;
};

const titledRow = (head: readonly (readonly string[])[], wanted: string): number =>
	head.findIndex((cells) => !cells.some(holdsAddress) && findColumn(titlesOf(cells), wanted) !== null);

const columnsByTitle = (sections: readonly Section[], wanted: string, guess: ChosenColumns | null): ChosenColumns => {
	const head = sections[0]?.head ?? [];
	const titled = titledRow(head, wanted);
	const titles = titlesOf(head[titled === -1 ? (guess?.header ?? 0) : titled] ?? []);
	const width = sections.reduce((most, section) => Math.max(most, section.width), 0);
	const numbered = Array.from({ length: width }, (_, column) => `Column ${column + 1}`);
	const email = findColumn(titles, wanted) ?? findColumn(numbered, wanted);
	if (email === null) throw new ListError('column-not-found', { column: wanted, columns: titles });
	if (!sections.some(({ addressCells }) => (addressCells[email] ?? 0) > 0)) {
		throw new ListError('list-without-addresses', { column: wanted });
	}
	const others = { name: guess?.mapping.name ?? null, organisation: guess?.mapping.organisation ?? null };
	const free = (source: FieldSource): FieldSource => (source === email ? null : source);
	return {
		mapping: { email, name: free(others.name), organisation: free(others.organisation) },
		header: titled === -1 ? (guess?.header ?? null) : titled,
	};
};

const titlesOf = (cells: readonly string[]): readonly string[] => cells.map((cell, column) => cell.trim() || `Column ${column + 1}`);

/** The columns of name and organisation that were named take the place of the guessed ones. */
const named = (mapping: ColumnMapping, columns: readonly string[], { nameColumns, organisationColumn }: WantedColumns): ColumnMapping => {
	const columnOf = (wanted: string): number => {
		const column = findColumn(columns, wanted);
		if (column === null) throw new ListError('column-not-found', { column: wanted, columns });
		return column;
	};
	const names = nameColumns?.map(columnOf);
	return {
		...mapping,
		...(names === undefined || names.length === 0 ? {} : { name: names.length === 1 ? (names[0] ?? null) : { columns: names } }),
		...(organisationColumn === undefined ? {} : { organisation: columnOf(organisationColumn) }),
	};
};
