import { expect, test } from 'vitest';
import { positionAfterKey } from '../../../src/renderer/ui/grid-keys.ts';

test.each([
	['ArrowDown', -1, 0],
	['ArrowDown', 99, 99],
	['ArrowUp', 0, 0],
	['ArrowUp', 5, 4],
	['PageDown', 5, 25],
	['PageDown', 95, 99],
	['PageUp', 5, 0],
	['Home', 50, 0],
	['End', 50, 99],
])('%s from %i leads to %i of 100 rows', (key, from, to) => {
	expect(positionAfterKey(key, from, 100, 20)).toBe(to);
});

test('other keys and empty lists lead nowhere', () => {
	expect(positionAfterKey('a', 0, 100, 20)).toBeNull();
	expect(positionAfterKey('End', -1, 0, 20)).toBeNull();
});
