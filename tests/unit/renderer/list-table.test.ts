import { describe, expect, it } from 'vitest';
import type { CheckedRow } from '#shared/lists.ts';
import { cellAfterKey } from '../../../src/renderer/features/import/cell-keys.ts';
import { RowPages, rowsPerPage } from '../../../src/renderer/features/import/row-pages.ts';

const extent = { rows: 100, columns: 5, rowsPerPage: 10 };
const plain = { ctrlKey: false, metaKey: false, altKey: false };

describe('keys in the table of an opened list', () => {
	it.each([
		['ArrowDown', { position: 51, column: 2 }],
		['ArrowUp', { position: 49, column: 2 }],
		['ArrowLeft', { position: 50, column: 1 }],
		['ArrowRight', { position: 50, column: 3 }],
		['PageDown', { position: 60, column: 2 }],
		['PageUp', { position: 40, column: 2 }],
		['Home', { position: 50, column: 0 }],
		['End', { position: 50, column: 4 }],
		['F2', null],
	])('%s leads where a spreadsheet goes', (key, expected) => {
		expect(cellAfterKey({ key, ...plain }, { position: 50, column: 2 }, extent)).toEqual(expected);
	});

	it.each([
		['ArrowDown', { position: 99, column: 2 }],
		['ArrowUp', { position: 0, column: 2 }],
		['ArrowLeft', { position: 50, column: 0 }],
		['ArrowRight', { position: 50, column: 4 }],
		['Home', { position: 0, column: 0 }],
		['End', { position: 99, column: 4 }],
	])('Ctrl+%s goes to the edge', (key, expected) => {
		expect(cellAfterKey({ key, ...plain, ctrlKey: true }, { position: 50, column: 2 }, extent)).toEqual(expected);
	});

	it('stays inside, begins at the first row, and moves nothing where there is none', () => {
		expect(cellAfterKey({ key: 'ArrowDown', ...plain }, { position: -1, column: 1 }, extent)).toEqual({ position: 0, column: 1 });
		expect(cellAfterKey({ key: 'PageDown', ...plain }, { position: 95, column: 1 }, extent)?.position).toBe(99);
		expect(cellAfterKey({ key: 'ArrowLeft', ...plain }, { position: 0, column: 0 }, extent)).toEqual({ position: 0, column: 0 });
		expect(cellAfterKey({ key: 'ArrowDown', ...plain }, { position: -1, column: 0 }, { ...extent, rows: 0 })).toBeNull();
		expect(cellAfterKey({ key: 'ArrowDown', ...plain, altKey: true }, { position: 1, column: 0 }, extent)).toBeNull();
	});
});

describe('pages of an opened list', () => {
	const pageOf = (page: number): CheckedRow[] =>
		Array.from({ length: rowsPerPage }, (_, at) => ({
			index: page * rowsPerPage + at,
			row: page * rowsPerPage + at + 2,
			cells: [],
			corrected: {},
			address: null,
			problems: [],
			excluded: false,
		}));

	it('are asked for where they are missing or older than the list', () => {
		const pages = new RowPages();
		expect(pages.missing(rowsPerPage - 1, rowsPerPage, 1)).toEqual([0, 1]);
		pages.put(0, pageOf(0), 1);
		expect(pages.missing(0, rowsPerPage, 1)).toEqual([1]);
		expect(pages.at(5)?.index).toBe(5);
		expect(pages.missing(0, 5, 2)).toEqual([0]);
		expect(pages.at(5)?.index, 'an older row is shown until the newer has come').toBe(5);
	});

	it('are not replaced by an answer that was overtaken', () => {
		const pages = new RowPages();
		pages.put(0, pageOf(0), 3);
		pages.put(0, pageOf(7), 2);
		expect(pages.at(0)?.index).toBe(0);
	});

	it('are forgotten in the order of their use, so that a long walk stays small', () => {
		const pages = new RowPages();
		for (let page = 0; page < 60; page++) pages.put(page, pageOf(page), 1);
		expect(pages.at(0)).toBeUndefined();
		expect(pages.at(59 * rowsPerPage)?.index).toBe(59 * rowsPerPage);
	});
});
