import { listLimits, workbookLimits } from '#core/lists/limits.ts';
import type { RowTable } from '#core/lists/row-table.ts';
import { ListError } from '../list-failure.ts';
import type { CellLink, MergedCells } from './read-sheet.ts';
import { holdsAddress } from '#core/lists/split-addresses.ts';

const perStep = 256;

/**
 * Fills the rows that a merged cell reaches over with its text: "Acme" beside ten people is said of each of them.
 * In steps; the sheet's limit of annotations holds for the cells filled, too.
 */
export function* fillMerged(rows: RowTable, merged: readonly MergedCells[]): Generator<void, void> {
	let filled = 0;
	for (const { row, column, lastRow } of inOrder(merged)) {
		const first = placeOfLine(rows, row);
		const text = rows.lineOf(first) === row ? (rows.at(first).cells[column] ?? '') : '';
		if (text === '') continue;
		for (let index = first + 1; index < rows.length && rows.lineOf(index) <= lastRow; index++) {
			if (++filled > workbookLimits.annotations) throw new ListError('list-damaged', { reason: 'merged-cells' });
			const { cells } = rows.at(index);
			if ((cells[column] ?? '') === '') putCell(rows, index, column, text);
			if (filled % perStep === 0) yield;
		}
	}
}

/**
 * Where a row shows no address, but one of its cells links to one, the address is put behind the cell's text
 * (`Ann Lee <ann@x.com>`). What a row shows goes before what it links to: an old link stays behind many a corrected text.
 * Unless the linked people are more than those that are shown beside them: then what is shown is who asked for them.
 */
export function* takeLinkedAddresses(
	rows: RowTable,
	links: readonly CellLink[],
	targetOf: (relation: string) => string | undefined,
): Generator<void, void> {
	const found: { readonly index: number; readonly column: number; readonly address: string }[] = [];
	const linked = new Map<number, Set<string>>();
	const shown = new Map<number, Set<string>>();
	let step = 0;
	for (const link of inOrder(links)) {
		if (++step % perStep === 0) yield;
		const address = 'address' in link ? decoded(link.address) : mailAddress(targetOf(link.relation));
		const index = placeOfLine(rows, link.row);
		if (address === null || link.column >= listLimits.columns || rows.lineOf(index) !== link.row || index >= rows.length) continue;
		found.push({ index, column: link.column, address });
		noteIn(linked, link.column, address);
		for (const [column, cell] of rows.at(index).cells.entries()) if (holdsAddress(cell)) noteIn(shown, column, cell);
	}
	const mostShown = Math.max(0, ...[...shown.values()].map(({ size }) => size));
	for (const { index, column, address } of found) {
		if (++step % perStep === 0) yield;
		const { cells } = rows.at(index);
		const text = (cells[column] ?? '').trim();
		const isMore = (linked.get(column)?.size ?? 0) > mostShown;
		if (holdsAddress(text) || (isMore ? isShown(cells, address) : cells.some(holdsAddress))) continue;
		putCell(rows, index, column, text === '' ? address : `${text} <${address}>`);
	}
}

const noteIn = (found: Map<number, Set<string>>, column: number, address: string): void => {
	const known = found.get(column);
	if (known === undefined) found.set(column, new Set([address.toLowerCase()]));
	else known.add(address.toLowerCase());
};

const isShown = (cells: readonly string[], address: string): boolean =>
	cells.some((cell) => cell.toLowerCase().includes(address.toLowerCase()));

const inOrder = <Place extends { readonly row: number }>(places: readonly Place[]): readonly Place[] =>
	[...places].sort((left, right) => left.row - right.row);

const mailAddress = (target: string | undefined): string | null => {
	const match = /^mailto:([^?]+)/i.exec(target ?? '');
	return match?.[1] === undefined ? null : decoded(match[1]);
};

const decoded = (address: string): string | null => {
	let text = address;
	try {
		text = decodeURIComponent(address);
	} catch {
		// Taken as it stands.
	}
	return holdsAddress(text) && text.length <= 500 && !/[<>\r\n]/.test(text) ? text.trim() : null;
};

/** The first row at or below a line of the sheet. */
const placeOfLine = (rows: RowTable, line: number): number => {
	let low = 0;
	let high = rows.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (rows.lineOf(middle) < line) low = middle + 1;
		else high = middle;
	}
	return low;
};

const putCell = (rows: RowTable, index: number, column: number, text: string): void => {
	const cells = [...rows.at(index).cells];
	while (cells.length < column) cells.push('');
	cells[column] = text;
	rows.replace(index, cells);
	// One long text in a merged cell would be written a million times.
	if (rows.characters > listLimits.characters) throw new ListError('list-too-large', { limitBytes: listLimits.bytes, unpacked: true });
};
