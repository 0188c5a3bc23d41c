import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readRecords } from '#main/files/records.ts';
import { countCalls } from '../../../support/count-calls.ts';
import { fc } from '../../../support/properties.ts';

const cell = fc.oneof(
	fc.string({ unit: fc.constantFrom('a', 'b', ' ', ',', ';', '"', '\n', '\r\n', 'é', "'"), maxLength: 8 }),
	fc.string({ unit: 'grapheme', maxLength: 6 }).filter((text) => !/[\0\r\n]/.test(text)),
);
const tables = fc.integer({ min: 1, max: 4 }).chain((width) =>
	fc.array(
		fc.array(cell, { minLength: width, maxLength: width }).filter((cells) => cells.some((text) => text.trim() !== '')),
		{ minLength: 1, maxLength: 8 },
	),
);

const recordsOf = (pieces: readonly string[], delimiter: string) =>
	[...readRecords(pieces, { delimiter })].filter((record) => record !== null);

describe('readRecords', () => {
	it('reads back every table papaparse writes, however the text is cut into pieces', () => {
		fc.assert(
			fc.property(tables, fc.constantFrom(',', ';', '\t', '|'), fc.integer({ min: 1, max: 20 }), (table, delimiter, size) => {
				const text = Papa.unparse(table, { delimiter, newline: '\r\n' });
				const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, index) => text.slice(index * size, (index + 1) * size));
				const records = recordsOf(pieces, delimiter);
				expect(records.map((record) => record.cells)).toEqual(table);
				expect(records.every((record) => !record.isUnclosed)).toBe(true);
				let line = 1;
				for (const [index, cells] of table.entries()) {
					expect(records[index]?.line).toBe(line);
					line += 1 + cells.join('').split('\n').length - 1;
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it('never throws on other text and loses no line of it', () => {
		const piece = fc.constantFrom('"', ',', '\n', '\r', 'a', '""', '",', ' ');
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
				const text = pieces.join('');
				const kept = recordsOf([text], ',')
					.flatMap((record) => record.cells)
					.join('');
				expect([...kept].filter((letter) => letter === 'a').length).toBe([...text].filter((letter) => letter === 'a').length);
			}),
			{ numRuns: 2000 },
		);
	});

	it('keeps quotes that are no quoting in their cell', () => {
		const [record] = recordsOf(['"Lee, Ann" <ann@x.com>,Acme,"x, y"'], ',');
		expect(record).toEqual({ line: 1, cells: ['"Lee, Ann" <ann@x.com>', 'Acme', 'x, y'], isUnclosed: false });
	});

	it('looks ahead of a quote that stays open without going over the same lines again', () => {
		// Every line of the look ahead ends inside the quotes; each has two of them to be looked for.
		const lines = 50_000;
		const text = `"a${'\nx""y'.repeat(lines)}\n"`;
		const { result, calls } = countCalls(String.prototype, 'indexOf', () => recordsOf([text.repeat(4)], ','));
		expect(result.length).toBeGreaterThan(2 * lines);
		expect(calls).toBeLessThan(10 * 4 * lines);
	});
});
