import { expect, it } from 'vitest';
import { RowTable } from '#core/lists/row-table.ts';
import { type OpenedList, openListBytes } from '#main/files/open-list.ts';
import { countCalls } from '../../../support/count-calls.ts';
import { messyTable, messyWorkbook } from '../../../support/messy-list.ts';
import { watchTurns } from '../../../support/turns.ts';

/** Opens a list; each of the three walks over its rows lets others have their turn every few hundred rows. */
const openInTurns = async (name: string, bytes: Buffer, rowCount: number): Promise<OpenedList> => {
	const { result, looks, mostInOneGo } = await watchTurns(() => openListBytes(name, bytes));
	if (!result.ok) throw new Error(result.failure.code);
	expect(looks).toBeGreaterThan((3 * rowCount) / 256);
	expect(mostInOneGo).toBeLessThanOrEqual(30);
	return result.value;
};

it('a messy workbook of 5,000 rows opens in turns with others', async () => {
	const { check } = await openInTurns('list.xlsx', await messyWorkbook(5000), 5000);
	expect(check.state().counts).toMatchObject({ all: 5000, errors: 833, 'probable-typo': 42 });
});

it('100,000 rows of text open in turns with others, and only the rows a question is about are looked at for it', async () => {
	const { check } = await openInTurns('list.csv', Buffer.from(messyTable(100_000)), 100_000);
	const rowsLookedAt = (work: () => unknown): number => countCalls(RowTable.prototype, 'at', work).calls;
	expect(rowsLookedAt(() => check.correctCell(99_999, 1, 'x@example.com'))).toBeLessThanOrEqual(2);
	expect(rowsLookedAt(() => check.page('errors', 16_000, 200))).toBe(200);
	expect(rowsLookedAt(() => check.acceptSuggestions({ domain: 'gmial.com' }))).toBeLessThanOrEqual(2 * 834);
	expect(check.state().counts.edited).toBe(835);
});
