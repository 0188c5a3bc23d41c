import { expect, test } from 'vitest';
import { inShownOrder } from '../../../src/renderer/features/runs/copy-cells.ts';
import { writeCells } from '../../../src/renderer/features/runs/copy-cells.ts';

test('rows are copied as they stand in the table; hidden ones follow in the list’s order', () => {
	expect(inShownOrder(new Set([1, 2, 3]), [3, 2, 1, 0])).toEqual([3, 2, 1]);
	expect(inShownOrder(new Set([9, 1, 7, 3]), [3, 2, 1])).toEqual([3, 1, 7, 9]);
	expect(inShownOrder(new Set(), [1])).toEqual([]);
});

test('cells are parted by tabs and lines by line ends, and no cell can begin another one', () => {
	expect(
		writeCells([
			['2', 'ann@example.com', ''],
			['3', 'a\tb\r\nc', 'd'],
		]),
	).toBe('2\tann@example.com\t\r\n3\ta b c\td\r\n');
});

test('no cell is a formula to a spreadsheet', () => {
	const [line] = writeCells([['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\u0001=1', '＝1', 'a=1']]).split('\r\n');
	expect(line?.split('\t')).toEqual(["'=1+1", "'+1", "'-1", "'@SUM(A1)", "' =1", "'\u0001=1", "'＝1", 'a=1']);
});
