import { arrangeTable, type GivenTexts, type RowReadings, type TableToArrange } from '#core/lists/arrange-list.ts';
import { listLimits } from '#core/lists/limits.ts';
import { surveySections } from '#core/lists/list-sections.ts';
import type { ListPreview } from '#core/lists/list.ts';
import { mergeTables, type PartOfList } from '#core/lists/merge-tables.ts';
import type { RowTable } from '#core/lists/row-table.ts';
import type { Encoding, LeftLine, ReadingAccount, ReadingChoices, ReadingItem } from '#shared/lists.ts';
import { inSlices } from '../turns.ts';
import { ListError } from './list-failure.ts';
import { checkSize } from './read-file.ts';
import { readTextList, type ReadTable } from './read-text-list.ts';
import { isWorkbook } from './recognise-binary.ts';
import { type Group, groupsOf, mainGroup, mostOf, tableOf, type WantedColumns } from './survey-table.ts';
import { openWorkbook } from './xlsx/read-workbook-list.ts';

export interface ReadListOptions extends WantedColumns, ReadingChoices {
	/** Name of the sheet of a workbook; otherwise the one with most people. */
	readonly sheet?: string | undefined;
	/** How the text of a file is written, where the guess is not to be trusted. */
	readonly encoding?: Encoding | undefined;
}

/** A list as it stands in a file, or as it was pasted. */
export interface ListBytes {
	readonly name: string;
	readonly bytes: Buffer;
	readonly origin: 'file' | 'pasted';
}

/** Rows, what they are read through, and what of the file is not among them. */
export interface ReadList {
	readonly preview: ListPreview;
	readonly rows: RowTable;
	readonly given: GivenTexts;
	readonly account: ReadingAccount;
	/** Cells a row is expected to have; `null` where rows may end early. */
	readonly width: number | null;
	/** What is known of the rows, read through the mapping of the preview. */
	readonly readings: RowReadings | null;
}

/** A table of the file: the only one, or a sheet. */
interface FoundTable {
	readonly read: ReadTable;
	readonly groups: readonly Group[];
	readonly people: number;
	readonly isHidden: boolean;
}

/** Reads a list from bytes. Throws `ListError` for what is none, and for what crosses a limit. */
export const readList = async ({ name, bytes, origin }: ListBytes, options: ReadListOptions): Promise<ReadList> => {
	checkSize(bytes.length);
	const found = await findTables(bytes, origin, options);
	const { others } = found;
	if (found.main.read.rows.length === 0) throw new ListError('list-empty');
	const main = await titledAsSaid(found.main, options);
	const group = mainGroup(main.groups, options);
	if (group === undefined) throw new ListError('list-empty');
	const head = linesAround(main.read, group);
	const table = toArrange(main, group, options);
	const rest = main.groups.filter((one) => one !== group && isTableOfPeople(one));
	// A table that is read again for what else it holds is not cut.
	const part = await arranged(options.tables === 'all' ? { ...table, rows: table.rows.copy() } : table, options);
	const items: ReadingItem[] = [...leftOfText(main.read.left ?? []), ...part.arranged.items, ...uncalculated(main.read)];
	const merged = options.tables === 'all' ? await withOthers(part, main, rest, others, options) : null;
	if (merged === null) items.push(...otherTables(rest), ...otherSheets(others));
	const rows = merged?.rows ?? part.arranged.rows;
	if (rows.length > listLimits.rows) throw new ListError('list-too-many-rows', { limit: listLimits.rows });
	const columns = merged?.columns ?? table.columns;
	return {
		preview: {
			name,
			format: main.read.format,
			columns,
			headerRow: table.headerRow || null,
			head,
			mapping: table.mapping,
			rowCount: rows.length,
		},
		rows,
		given: merged?.given ?? part.arranged.given,
		account: { people: merged?.people ?? part.arranged.people, items: [...items, ...(merged?.items ?? [])], choices: choicesOf(options) },
		width: merged === null ? table.cellsPerRow : null,
		readings: merged === null ? part.arranged.readings : null,
	};
};

/** A person says which line has the column titles: of the sheet that is read, whatever others there are. */
const titledAsSaid = async (main: FoundTable, { headerLine = null }: ReadListOptions): Promise<FoundTable> => {
	if (headerLine === null) return main;
	const { rows } = main.read;
	const isThere = headerLine === 0 || Array.from({ length: rows.length }, (_, at) => rows.lineOf(at)).includes(headerLine);
	if (!isThere) throw new ListError('line-not-found', { line: headerLine });
	return surveyed(main.read, { isHidden: main.isHidden, isCompared: false, titleLine: headerLine });
};

const mostHeadLines = 20;
const longestHeadLine = 160;

/** The first lines of the table, or where its titles are further down those before and behind them. */
const linesAround = ({ format, rows }: ReadTable, { sections: [first] }: Group): readonly LeftLine[] => {
	if (format.kind !== 'text' && format.kind !== 'workbook') return [];
	const start = first === undefined || first.start < mostHeadLines / 2 ? 0 : first.start - mostHeadLines / 2;
	return Array.from({ length: Math.min(mostHeadLines, rows.length - start) }, (_, at) => {
		const { row, cells } = rows.at(start + at);
		return { line: row, text: textOfLine(cells).slice(0, longestHeadLine) };
	});
};

const textOfLine = (cells: readonly string[]): string => cells.filter((cell) => cell.trim() !== '').join(' · ');

const choicesOf = ({ hiddenRows, frames, addresses, tables, headerLine, guests }: ReadListOptions): ReadingChoices => ({
	...(hiddenRows === undefined ? {} : { hiddenRows }),
	...(frames === undefined ? {} : { frames }),
	...(addresses === undefined ? {} : { addresses }),
	...(tables === undefined ? {} : { tables }),
	...(headerLine === undefined || headerLine === null ? {} : { headerLine }),
	...(guests === undefined ? {} : { guests }),
});

const isTableOfPeople = ({ people, sections: [first] }: Group): boolean => people > 0 && first?.titles !== null;

const findTables = async (bytes: Buffer, origin: ListBytes['origin'], options: ReadListOptions) => {
	if (!isWorkbook(bytes)) {
		const read = await readTextList(bytes, origin, options);
		return { main: await surveyed(read, { isHidden: false, isCompared: false }), others: [] };
	}
	const wanted = options.sheet ?? null;
	const book = await openWorkbook(bytes, wanted);
	const found: FoundTable[] = [];
	for (const sheet of book.inOrder) {
		const one = await surveyed(await book.read(sheet), {
			isHidden: sheet.isHidden && sheet.name !== book.wanted,
			isCompared: book.inOrder.length > 1,
		});
		// Of the sheets that are only counted, nothing is held.
		found.push(one);
		if (options.tables !== 'all' && options.sheet === undefined) forgetAllBut(mainOf(found, null), found);
	}
	const main = mainOf(found, book.wanted);
	if (main === undefined) throw new ListError('list-empty');
	return { main, others: found.filter((one) => one !== main && one.people > 0) };
};

const forgetAllBut = (main: FoundTable | undefined, found: FoundTable[]): void => {
	for (const [index, one] of found.entries()) if (one !== main && one.people > 0) found[index] = { ...one, groups: [] };
};

const mainOf = (found: readonly FoundTable[], wanted: string | null): FoundTable | undefined => {
	if (wanted !== null) return found.find(({ read: { format } }) => format.kind === 'workbook' && format.sheet === wanted);
	const visible = found.filter(({ isHidden, people }) => !isHidden && people > 0);
	const people = visible.length > 0 ? visible : found.filter((one) => one.people > 0);
	// Without an address anywhere, the first sheet with text says best what is missing.
	return mostOf(people, (one) => one.people) ?? found.find(({ read }) => read.rows.length > 0) ?? found[0];
};

interface Surveyed {
	readonly isHidden: boolean;
	readonly isCompared: boolean;
	readonly titleLine?: number | null;
}

const surveyed = async (read: ReadTable, { isHidden, ...how }: Surveyed): Promise<FoundTable> => {
	const groups = groupsOf(await inSlices(surveySections(read.rows, how)));
	return { read, groups, people: Math.max(0, ...groups.map(({ people }) => people)), isHidden };
};

const toArrange = ({ read }: FoundTable, group: Group, wanted: WantedColumns) => {
	try {
		return tableOf(read.rows, group, { isEven: read.isEven, hiddenLines: read.hiddenLines ?? new Set(), wanted });
	} catch (error) {
		const count = read.uncalculated?.length ?? 0;
		const isWithout = error instanceof ListError && ['list-without-addresses', 'list-header-only'].includes(error.failure.code);
		throw isWithout && count > 0 ? new ListError('list-uncalculated', { count }) : error;
	}
};

const arranged = async (table: TableToArrange, choices: ReadingChoices): Promise<PartOfList> => ({
	table,
	arranged: await inSlices(arrangeTable(table, choices)),
});

/** With the other tables of people below the first one. */
const withOthers = async (
	part: PartOfList,
	main: FoundTable,
	rest: readonly Group[],
	others: readonly FoundTable[],
	options: ReadListOptions,
) => {
	const all = [
		...rest.map((group) => ({ from: main, group })),
		...others.flatMap((from) => from.groups.filter((group) => group.people > 0).map((group) => ({ from, group }))),
	];
	if (all.length === 0) return null;
	const parts: PartOfList[] = [];
	for (const { from, group } of all) {
		const table = toArrange(from, group, {});
		// What stands around a further table is said of the first one, or is that one.
		const { arranged: read } = await arranged({ ...table, rows: from.read.rows.copy() }, options);
		parts.push({ table, arranged: read });
	}
	const items = parts.flatMap(({ arranged: { items: own } }) => own.filter(({ kind }) => kind === 'hidden' || kind === 'several'));
	const people = [part, ...parts].reduce((sum, { arranged: { people: own } }) => sum + own, 0);
	return { ...(await inSlices(mergeTables(part, parts))), items, people };
};

const leftOfText = (left: readonly LeftLine[]): readonly ReadingItem[] =>
	left.length === 0 ? [] : [{ kind: 'between', count: left.length, lines: left.slice(0, 20) }];

const uncalculated = ({ uncalculated: lines = [] }: ReadTable): readonly ReadingItem[] =>
	lines.length === 0 ? [] : [{ kind: 'uncalculated', count: lines.length, lines: lines.slice(0, 20).map((line) => ({ line, text: '' })) }];

const otherTables = (groups: readonly Group[]): readonly ReadingItem[] => {
	if (groups.length === 0) return [];
	const lines = groups.flatMap(({ sections: [first] }) =>
		first === undefined
			? []
			: [
					{
						line: first.line,
						text: textOfLine(first.titles ?? []).slice(0, longestHeadLine),
					},
				],
	);
	return [{ kind: 'other-tables', count: groups.reduce((sum, { people }) => sum + people, 0), lines: lines.slice(0, 20) }];
};

const otherSheets = (others: readonly FoundTable[]): readonly ReadingItem[] => {
	const sheets = others.flatMap(({ read: { format }, people }) => (format.kind === 'workbook' ? [{ name: format.sheet, people }] : []));
	return sheets.length === 0 ? [] : [{ kind: 'other-sheets', count: sheets.reduce((sum, { people }) => sum + people, 0), sheets }];
};
