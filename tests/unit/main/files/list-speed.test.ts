import { expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { openListBytes } from '#main/files/open-list.ts';
import { watchEventLoop } from '../../../support/event-loop.ts';

/** A list as people keep it: every sixth address is none, and one provider is misspelt now and then. */
const messy = (index: number): string => {
	const address = `person.${index}@company-${index % 400}.example`;
	if (index % 120 === 3) return `p${index}@gmial.com`;
	return (
		[address, ` ${address}`, `Person ${index} <${address}>`, address.toUpperCase(), `p${index}@gmail.com`, `p${index}@@x.com`][index % 6] ??
		''
	);
};

it('opens a messy workbook of 5,000 rows in less than 1.5 seconds', async () => {
	const rows = Array.from({ length: 5000 }, (_, index) => [
		{ value: `Person ${index}` },
		{ value: messy(index) },
		{ value: `Company ${index % 400}` },
		{ value: new Date(Date.UTC(2024, 0, 1 + (index % 300))), type: Date, format: 'yyyy-mm-dd' } as const,
		{ value: index * 1.1, type: Number } as const,
		{ value: `a note, "quoted", on row ${index}` },
	]);
	const titles = ['Name', 'E-mail', 'Company', 'Since', 'Seats', 'Note'].map((value) => ({ value }));
	const file = await writeExcelFile([[{ value: 'Customers' }], titles, ...rows]).toBuffer();
	const { result, tookMs, longestBlockMs } = await watchEventLoop(() => openListBytes('list.xlsx', file));
	expect(result.ok && result.value.check.state().counts).toMatchObject({ all: 5000, errors: 833, 'probable-typo': 42 });
	expect(tookMs).toBeLessThan(1500);
	expect(longestBlockMs).toBeLessThan(100);
});

it('opens, corrects and pages 100,000 rows of text without holding up others for 100 ms', { timeout: 60_000 }, async () => {
	const lines = Array.from({ length: 100_000 }, (_, index) => `Person ${index},${messy(index)},"Company ${index % 400}, Ltd."`);
	const bytes = Buffer.from(`Name,E-mail,Company\r\n${lines.join('\r\n')}\r\n`);
	const { result, tookMs, longestBlockMs } = await watchEventLoop(() => openListBytes('list.csv', bytes));
	if (!result.ok) throw new Error(result.failure.code);
	console.log(`100,000 rows: opened in ${Math.round(tookMs)} ms, others waited ${Math.round(longestBlockMs)} ms at most`);
	expect(longestBlockMs).toBeLessThan(100);
	const { check } = result.value;
	const edited = await watchEventLoop(() => {
		check.correctCell(99_999, 1, 'x@example.com');
		check.page('errors', 16_000, 200);
		return Promise.resolve();
	});
	expect(edited.longestBlockMs).toBeLessThan(100);
	const accepted = await watchEventLoop(() => Promise.resolve(check.acceptSuggestion('gmial.com', null)));
	console.log(`one cell corrected in ${Math.round(edited.longestBlockMs)} ms, 834 in ${Math.round(accepted.longestBlockMs)} ms`);
	expect(check.state().counts.edited).toBe(835);
	expect(accepted.longestBlockMs).toBeLessThan(100);
});
