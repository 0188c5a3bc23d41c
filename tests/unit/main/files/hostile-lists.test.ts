import { describe, expect, it } from 'vitest';
import { openListBytes } from '#main/files/open-list.ts';
import { hostileLists } from '../../../support/hostile-lists.ts';
import { watchTurns } from '../../../support/turns.ts';

describe('a file that nobody made by accident', () => {
	for (const [what, makeBytes, expected, fewestLooks = 0] of hostileLists) {
		it(`${what}`, async () => {
			const bytes = makeBytes();
			const { result, looks, mostInOneGo } = await watchTurns(() => openListBytes('list.xlsx', bytes));
			expect(result.ok ? result.value.preview.rowCount : result.failure.code).toBe(expected);
			expect(looks, 'it looks whether others are due').toBeGreaterThanOrEqual(fewestLooks);
			expect(mostInOneGo, 'others get their turn while it is read').toBeLessThanOrEqual(30);
		});
	}
});
