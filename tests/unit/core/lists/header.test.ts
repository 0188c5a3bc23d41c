import { describe, expect, it } from 'vitest';
import { guessTable } from '#core/lists/header.ts';

const people = [
	['Ann', 'ann@x.com', 'Acme'],
	['Bob', 'bob@x.com', 'Acme'],
];
const guess = (head: readonly (readonly string[])[], sample = people) => guessTable([...head, ...people], sample);

describe('guessTable', () => {
	it('finds the titles in the first record, and none above addresses', () => {
		expect(guess([['Name', 'E-mail', 'Company']])).toEqual({ mapping: { email: 1, name: 0, organisation: 2 }, header: 0 });
		expect(guess([])).toMatchObject({ mapping: { email: 1 }, header: null });
	});

	it.each([
		['a heading', [['Customers of Acme'], ['Name', 'E-mail', 'Company']]],
		['a heading and a date', [['Export'], ['2026-03-01', '', '17:00'], ['Name', 'Mail', 'Firma']]],
		['a heading with an address', [['Asked for by ops@acme.com'], ['Name', 'E-mail', 'Company']]],
		[
			'groups of titles over merged cells',
			[
				['Staff of Acme', '', ''],
				['', 'Kontakt', '', '', ''],
				['Nr.', 'privat', 'Wer', 'Wo', ''],
			],
		],
		[
			'groups of titles that hold the one of addresses',
			[
				['', 'E-Mail', '', 'Firma', ''],
				['Name', 'dienstlich', 'privat', 'Sitz', 'Ort'],
			],
		],
		['titles nobody knows', [['Liste'], ['Wer', 'Kontaktweg', 'Wo']]],
	])('finds them below %s', (_, head) => {
		const { header, mapping } = guess(head) ?? {};
		expect([header, mapping?.email]).toEqual([head.length - 1, 1]);
	});

	it('does not take a row without an address for the titles', () => {
		expect(
			guess([
				['Wer', 'Kontaktweg', 'Wo'],
				['Zoe', 'keiner', 'Acme'],
			])?.header,
		).toBe(0);
		expect(
			guess([
				['Name', '', 'Company'],
				['Zoe', 'none', 'Acme'],
			])?.header,
		).toBe(0);
		expect(
			guess([
				['Name', 'E-mail', '', ''],
				['Zoe', '', 'since', '12'],
			])?.header,
		).toBe(0);
	});

	it('knows the titles of a list without rows', () => {
		expect(guessTable([['Customers'], ['Name', 'E-mail']], [])).toMatchObject({ header: 1 });
		expect(guessTable([['Colour', 'Size']], [])).toBeNull();
	});
});
