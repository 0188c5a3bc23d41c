import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { startsFormula } from '../../../support/character-checks.ts';
import { fc } from '../../../support/properties.ts';
import { splitLikeExcel } from '../../../support/spreadsheet.ts';
import { csvLine } from '#main/files/csv.ts';

const readBack = (csv: string) => Papa.parse<string[]>(csv, { delimiter: ',', newline: '\r\n' }).data.slice(0, -1);

const withoutReserved = (text: string) => !/[\u0000\u001B]/.test(text) && !text.startsWith('\ufeff');

/** Mostly what matters to a reader, so that it comes together in every way. */
const hostile = fc.string({
	unit: fc.oneof(
		{ weight: 9, arbitrary: fc.constantFrom(...';,\t\r\n"\'=+-@＝ a\u0000\u0001\u001B\u007F\uFEFF') },
		{ weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
	),
	maxLength: 12,
});
const table = (cell: fc.Arbitrary<string>) => fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });

describe('csvLine', () => {
	it('quotes what needs it and ends with CRLF', () => {
		expect(csvLine(['a', 'b,c', 'say "hi"', 'two\nlines', null, 7])).toBe('a,"b,c","say ""hi""","two\nlines",,7\r\n');
	});
	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '\u0001=1', '\uFEFF@x', '\uFF1D1'])('disarms the formula %j', (cell) => {
		expect(csvLine([cell])).toBe(`"'${cell}"\r\n`);
	});
	it.each([
		['a;=1', "a;'=1"],
		['a\t=1', "a\t'=1"],
		['a\n-1', "a\n'-1"],
		['a\r\n@b', "a\r\n'@b"],
		['a;"=1"', 'a;\'"=1"'],
		['a;\u0001=1', "a;'\u0001=1"],
		['a; -1', 'a; -1'],
		['1-2=3', '1-2=3'],
	])('disarms within %j what another delimiter would begin', (cell, held) => {
		expect(readBack(csvLine(['x', cell]))).toEqual([['x', held]]);
	});
	it('shows NUL and ESC, which no file of ours holds', () => {
		expect(csvLine(['\u0000=1', 'red \u001B[31m'])).toBe('␀=1,red ␛[31m\r\n');
	});
	it.each([',', ';', '\t'])('begins no formula for a spreadsheet that splits at %j', (delimiter) => {
		fc.assert(
			fc.property(table(hostile), (rows) => {
				const fields = splitLikeExcel(rows.map(csvLine).join(''), delimiter).flat();
				expect(fields.filter(startsFormula)).toEqual([]);
			}),
			{ numRuns: 3_000 },
		);
	});
	it('is read back as it was, apart from the apostrophes', () => {
		fc.assert(
			fc.property(table(fc.oneof(fc.string({ unit: 'binary' }), hostile).filter(withoutReserved)), (rows) => {
				const plain = (lines: readonly (readonly string[])[]) => lines.map((cells) => cells.map((text) => text.replaceAll("'", '')));
				expect(plain(readBack(rows.map(csvLine).join('')))).toEqual(plain(rows));
			}),
		);
	});
	it('is read back exactly where nothing in it begins a formula', () => {
		const beginsNone = (text: string) => [text, ...text.replaceAll('"', '').split(/(?<=[;\t\r\n])/)].every((part) => !startsFormula(part));
		const cell = fc.string({ unit: 'binary' }).filter((text) => withoutReserved(text) && beginsNone(text) && !/[;\t\r\n]$/.test(text));
		fc.assert(
			fc.property(table(cell), (rows) => {
				expect(readBack(rows.map(csvLine).join(''))).toEqual(rows);
			}),
		);
	});
});
