import { expect, it } from 'vitest';
import { hasCapitals, hasSpaceAround, isPlainAddress } from '#core/lists/plain-address.ts';
import { columnIn, formIn, noColumn, RowTable, severalColumns } from '#core/lists/row-table.ts';

const filled = (count: number): RowTable => {
	const table = new RowTable();
	for (let index = 0; index < count; index++) {
		table.add({ row: index * 2 + 1, cells: [`a${index}`, 'é\ud800"\u0000'], isUnclosed: index === 200 });
	}
	return table;
};

it.each([1, 127, 128, 129, 2000])('gives back every one of %i rows as it was, in any order', (count) => {
	const table = filled(count);
	expect(table.length).toBe(count);
	for (const index of [count - 1, 0, count >> 1, 0]) {
		expect(table.at(index)).toEqual({ row: index * 2 + 1, cells: [`a${index}`, 'é\ud800"\u0000'], isUnclosed: index === 200 });
	}
	expect(() => table.at(count)).toThrow(RangeError);
});

it('keeps rows that were replaced, in full and in open blocks, and counts their characters', () => {
	const table = filled(300);
	const before = table.characters;
	for (const index of [3, 4, 140, 299, 3]) table.replace(index, ['new']);
	expect([2, 3, 4, 140, 141, 299].map((index) => table.at(index).cells[0])).toEqual(['a2', 'new', 'new', 'new', 'a141', 'new']);
	expect(table.characters).toBe(before - ['a3', 'a4', 'a140', 'a299'].join('').length - 4 * 4 + 4 * 3);
});

it('leaves the first rows out once they are known to be no rows', () => {
	const table = filled(300);
	table.skip(2);
	expect(table.length).toBe(298);
	expect(table.at(0)).toMatchObject({ row: 5, cells: ['a2', 'é\ud800"\u0000'] });
	expect(table.at(198).isUnclosed).toBe(true);
	expect(table.lineOf(297)).toBe(599);
});

it('picks rows in another order, gives single cells, and says at a glance where a plain address is', () => {
	const table = new RowTable();
	for (const cells of [
		['Ann', ' Ann@x.com'],
		['Bob', 'bob'],
		['c@x.com', 'd@x.com'],
	]) {
		table.add({ row: table.length + 1, cells, isUnclosed: false });
	}
	expect([0, 1, 2].map((index) => columnIn(table.glance(index)))).toEqual([1, noColumn, severalColumns]);
	expect(formIn(table.glance(0))).toBe(isPlainAddress | hasCapitals | hasSpaceAround);
	const picked = table.pick(Int32Array.of(2, 0));
	expect([picked.length, picked.lineOf(0), picked.at(1).cells, picked.cell(0, 1), picked.cell(0, 9)]).toEqual([
		2,
		3,
		['Ann', ' Ann@x.com'],
		'd@x.com',
		'',
	]);
	const copy = table.copy();
	copy.replace(0, ['x@x.com']);
	expect([copy.cell(0, 0), table.cell(0, 0), columnIn(copy.glance(0))]).toEqual(['x@x.com', 'Ann', severalColumns]);
});
