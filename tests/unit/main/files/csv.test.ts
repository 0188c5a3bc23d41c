import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { startsFormula } from '../../../support/character-checks.ts';
import { csvLine } from '#main/files/csv.ts';

describe('csvLine', () => {
	it('quotes what needs it and ends with CRLF', () => {
		expect(csvLine(['a', 'b,c', 'say "hi"', 'two\nlines', null, 7])).toBe('a,"b,c","say ""hi""","two\nlines",,7\r\n');
	});
	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '\u0000=1', '\uFEFF@x', '\uFF1D1'])('disarms the formula %j', (cell) => {
		expect(csvLine([cell])).toBe(`"'${cell}"\r\n`);
	});
	it('is read back as it was, formulas aside', () => {
		const cell = fc.string({ unit: 'binary' }).filter((text) => !startsFormula(text) && !text.startsWith('\ufeff'));
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (table) => {
				const { data } = Papa.parse(table.map(csvLine).join(''), { delimiter: ',', newline: '\r\n' });
				expect(data.slice(0, -1)).toEqual(table);
			}),
		);
	});
});
