import { expect, test } from 'vitest';
import {
	anchorAt,
	countShown,
	nothingSelected,
	selectAll,
	selectRange,
	type Selection,
	toggleRow,
} from '../../../src/renderer/features/runs/selection.ts';

const order = [10, 11, 12, 13, 14, 15, 16];
const idsOf = ({ ids }: Selection): number[] => [...ids].sort((a, b) => a - b);

test('a row is chosen, and chosen again it is not', () => {
	const once = toggleRow(nothingSelected, 12);
	expect(idsOf(once)).toEqual([12]);
	expect(idsOf(toggleRow(once, 12))).toEqual([]);
});

test('rows chosen one by one add up', () => {
	expect(idsOf(toggleRow(toggleRow(nothingSelected, 15), 11))).toEqual([11, 15]);
});

test('a range runs from the row chosen last, downwards and upwards', () => {
	const from = toggleRow(nothingSelected, 13);
	expect(idsOf(selectRange(from, order, 15))).toEqual([13, 14, 15]);
	expect(idsOf(selectRange(from, order, 11))).toEqual([11, 12, 13]);
});

test('a range that shrinks gives its rows back, and keeps what was chosen before', () => {
	const chosen = toggleRow(toggleRow(nothingSelected, 16), 11);
	const long = selectRange(chosen, order, 14);
	expect(idsOf(long)).toEqual([11, 12, 13, 14, 16]);
	expect(idsOf(selectRange(long, order, 12))).toEqual([11, 12, 16]);
	expect(idsOf(selectRange(long, order, 10))).toEqual([10, 11, 16]);
});

test('a range begins at the row that was looked at last', () => {
	const looked = anchorAt(toggleRow(nothingSelected, 10), 14);
	expect(idsOf(looked)).toEqual([10]);
	expect(idsOf(selectRange(looked, order, 16))).toEqual([10, 14, 15, 16]);
});

test('a range follows the order shown, not the ids', () => {
	expect(idsOf(selectRange(toggleRow(nothingSelected, 16), [16, 10, 14, 12], 14))).toEqual([10, 14, 16]);
});

test('an anchor that a filter hides begins nothing: the range is one row, and the next begins there', () => {
	const hidden = toggleRow(nothingSelected, 99);
	const one = selectRange(hidden, order, 12);
	expect(idsOf(one)).toEqual([12, 99]);
	expect(idsOf(selectRange(one, order, 14))).toEqual([12, 13, 14, 99]);
});

test('all that fits the filter is added to what was chosen under another filter', () => {
	const all = selectAll(toggleRow(nothingSelected, 99), order);
	expect(all.ids.size).toBe(order.length + 1);
	expect(countShown(all, order)).toBe(order.length);
});

// So many that it would not end if a row were looked for among the others.
test('a million rows are chosen, and one of them dropped', () => {
	const many = Array.from({ length: 1_000_000 }, (_, index) => index);
	const all = toggleRow(selectAll(nothingSelected, many), 500);
	expect(all.ids.size).toBe(999_999);
	expect(countShown(all, many)).toBe(999_999);
});
