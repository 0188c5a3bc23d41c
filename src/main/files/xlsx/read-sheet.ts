import { listLimits, workbookLimits } from '#core/lists/limits.ts';
import { RowTable } from '#core/lists/row-table.ts';
import { addRecord } from '../records.ts';
import { ListError } from '../list-failure.ts';
import { type NumberKind, numberText } from './number-formats.ts';
import { TextCollector } from './shared-strings.ts';
import { type XmlAttributes, type XmlReader, attributeOf } from './xml.ts';

/** What cells refer to instead of holding it. */
export interface SheetBook {
	readonly strings: readonly string[];
	readonly kinds: readonly NumberKind[];
	readonly countsFrom1904: boolean;
}

/** A cell by its line in the sheet and its column from 0. */
export interface CellPlace {
	readonly row: number;
	readonly column: number;
}

/** A link of a cell: by the id of a relation, or the address itself where a formula makes the link. */
export type CellLink = CellPlace & ({ readonly relation: string } | { readonly address: string });

export interface MergedCells extends CellPlace {
	readonly lastRow: number;
}

export interface ReadSheet {
	readonly rows: RowTable;
	readonly links: readonly CellLink[];
	readonly merged: readonly MergedCells[];
	/** Lines that are hidden, by hand or by a filter. */
	readonly hiddenLines: ReadonlySet<number>;
	/** Lines with a formula whose result was never stored. */
	readonly uncalculated: readonly number[];
}

const widest = 16_384;

type PartOfCell = 'value' | 'formula' | 'inline';
const partsOfCells: Readonly<Record<string, PartOfCell>> = { v: 'value', f: 'formula', is: 'inline' };

/** `B12` as its place; `null` for what is none. */
export const placeOf = (reference: string | undefined): CellPlace | null => {
	const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference ?? '');
	if (match === null) return null;
	const [, letters = '', digits = ''] = match;
	let column = 0;
	for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
	return { row: Number(digits), column: column - 1 };
};

/**
 * Reads the rows of a sheet in passing, as the text a person sees in them: of formulas the values that were calculated
 * last. Rows without text are left out; line numbers are the sheet's. Links and merged cells stand behind the rows in
 * the file, so they are handed over to be laid on afterwards. Throws `ListError` for what crosses a limit.
 */
export const makeSheetReader = (book: SheetBook): XmlReader & { readonly sheet: ReadSheet } => {
	const sheet = {
		rows: new RowTable(),
		links: [] as CellLink[],
		merged: [] as MergedCells[],
		hiddenLines: new Set<number>(),
		uncalculated: [] as number[],
	};
	const inline = new TextCollector();
	let line = 0;
	let column = -1;
	let cells: string[] = [];
	let cell: XmlAttributes = {};
	let value = '';
	let formula = '';
	let hasFormula = false;
	/** Extensions behind the rows have elements of the same names. */
	let isInCell = false;
	let inside: PartOfCell | null = null;

	const annotate = (): void => {
		if (sheet.links.length + sheet.merged.length >= workbookLimits.annotations) {
			throw new ListError('list-damaged', { reason: 'annotations', limit: workbookLimits.annotations });
		}
	};

	const startRow = ({ r, hidden, ht, zeroHeight }: XmlAttributes): void => {
		// Rows stand in their order; a number that goes back is none to go by.
		line = Math.max(Number(r ?? 0) || 0, line + 1);
		if (line > workbookLimits.lastRow) throw new ListError('list-damaged', { reason: 'rows', row: line });
		column = -1;
		cells = [];
		if (isTrue(hidden) || isTrue(zeroHeight) || (ht !== undefined && Number(ht) === 0)) sheet.hiddenLines.add(line);
	};

	const startCell = (attributes: XmlAttributes): void => {
		cell = attributes;
		column = placeOf(attributes['r'])?.column ?? column + 1;
		if (column >= widest) throw new ListError('list-damaged', { reason: 'columns', row: line });
		value = '';
		formula = '';
		hasFormula = false;
		isInCell = true;
	};

	const endCell = (): void => {
		isInCell = false;
		const text = textOf(cell, value, inline.take(), book);
		const [, address] = /^\s*HYPERLINK\(\s*"mailto:([^"?]+)/i.exec(formula) ?? [];
		if (address !== undefined) {
			annotate();
			sheet.links.push({ row: line, column, address });
		}
		if (text === '') {
			if (hasFormula && value === '' && sheet.uncalculated.at(-1) !== line) sheet.uncalculated.push(line);
			return;
		}
		if (column >= listLimits.columns) {
			if (text.trim() === '') return;
			throw new ListError('list-too-many-columns', { row: line, limit: listLimits.columns });
		}
		while (cells.length < column) cells.push('');
		cells[column] = text;
	};

	const endRow = (): void => {
		if (cells.every((text) => text.trim() === '')) return;
		addRecord(sheet.rows, { line, cells, isUnclosed: false });
	};

	return {
		sheet,
		open: (name, attributes) => {
			if (inside === 'inline') inline.open(name);
			else if (isInCell) {
				inside = partsOfCells[name] ?? null;
				hasFormula ||= inside === 'formula';
			} else if (name === 'row') startRow(attributes);
			else if (name === 'c') startCell(attributes);
			else if (name === 'mergeCell') {
				annotate();
				sheet.merged.push(...mergedCells(attributes['ref']));
			} else if (name === 'hyperlink') {
				annotate();
				const place = placeOf(attributes['ref']?.split(':')[0]);
				const relation = attributeOf(attributes, 'id');
				if (place !== null && relation !== undefined) sheet.links.push({ ...place, relation });
			}
		},
		text: (text) => {
			if (inside === 'value') value = grown(value, text, line);
			else if (inside === 'formula') formula = grown(formula, text, line);
			else if (inside === 'inline') inline.add(text);
		},
		close: (name) => {
			if (name === 'c' && isInCell) endCell();
			else if (name === 'row') endRow();
			else if (name in partsOfCells) inside = null;
			else if (inside === 'inline') inline.close(name);
		},
	};
};

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

const grown = (text: string, more: string, row: number): string => {
	if (text.length + more.length > listLimits.cellCharacters) {
		throw new ListError('list-cell-too-large', { row, limit: listLimits.cellCharacters });
	}
	return text + more;
};

const textOf = ({ t, s }: XmlAttributes, value: string, inline: string, book: SheetBook): string => {
	switch (t) {
		case 's':
			return book.strings[Number(value)] ?? '';
		case 'inlineStr':
			return inline;
		case 'b':
			return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value;
		case 'str':
		case 'e':
		case 'd':
			return value;
		default:
			return numberText(value, book.kinds[Number(s ?? 0)] ?? 'number', book.countsFrom1904);
	}
};

/** Only what reaches down: a heading over several columns is not repeated in each. */
const mergedCells = (reference: string | undefined): readonly MergedCells[] => {
	const [first, last] = (reference ?? '').split(':').map(placeOf);
	return first && last && last.row > first.row ? [{ ...first, lastRow: last.row }] : [];
};
