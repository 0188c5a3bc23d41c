import { describe, expect, it } from 'vitest';
import type { Cell } from '#main/files/write-xlsx/cell.ts';
import { type Sheet, workbookStream } from '#main/files/write-xlsx/workbook-stream.ts';
import { readWorkbook, unzip } from '../../../support/read-workbook.ts';

const written = async (sheets: readonly Sheet[]): Promise<Buffer> => {
	const parts: Uint8Array[] = [];
	for await (const part of workbookStream(sheets)) parts.push(part);
	return Buffer.concat(parts);
};

const table = (rows: Iterable<readonly Cell[]>, name = 'Rows'): Sheet => ({ name, columns: [{ title: 'One', width: 10 }], rows });

const cellOf = async (value: Cell) => readWorkbook(await written([table([[value]])]))[0]?.rows[1]?.[0];

describe('a cell', () => {
	it.each(['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', "=cmd|' /C calc'!A0", '=HYPERLINK("http://x")'])(
		'that holds %j is text, and stays text when it is edited',
		async (text) => {
			const cell = await cellOf(text);
			expect(cell).toMatchObject({ type: 'inlineStr', text });
			const styles =
				unzip(await written([table([[text]])]))
					.get('xl/styles.xml')
					?.toString() ?? '';
			const formats = styles.slice(styles.indexOf('<cellXfs')).match(/<xf [^>]*>/g) ?? [];
			expect(formats[cell?.style ?? -1]).toContain('quotePrefix="1"');
		},
	);

	it.each([
		['nothing XML can hold', 'a\u0000b\u0008c\uFFFFd'],
		['what the format uses itself', '_x0041_ and _x005F_'],
		['markup and quotes', '<b>"&amp;"</b>'],
		['line ends of all kinds', 'a\nb\rc\r\nd'],
		['right to left, and overrides', '\u202Eabc\u202C \u05D0\u05D1'],
		['emoji', '👩‍💻🏳️‍🌈'],
	])('keeps %s', async (_name, text) => expect((await cellOf(text))?.text).toBe(text));

	it('shows half a character as unreadable', async () => expect((await cellOf('a\uD83Db'))?.text).toBe('a\uFFFDb'));

	it('is cut where Excel ends, and says so', async () => {
		const text = (await cellOf('x'.repeat(40_000)))?.text ?? '';
		expect(text).toHaveLength(32_767);
		expect(text.endsWith('x…')).toBe(true);
		expect((await cellOf(`${'x'.repeat(32_765)}👍and more`))?.text).toHaveLength(32_767);
		expect((await cellOf('x'.repeat(32_767)))?.text).toBe('x'.repeat(32_767));
	});

	it('is not there where it is empty, and neither is a number that is none', async () => {
		expect(await cellOf('')).toBeUndefined();
		expect(await cellOf(null)).toBeUndefined();
		expect(await cellOf(Number.NaN)).toBeUndefined();
	});

	it.each([
		['1970-01-01T00:00:00.000Z', '25569'],
		['2000-02-29T12:00:00Z', '36585.5'],
	])('holds %s as the day Excel counts', async (at, text) => expect(await cellOf({ at })).toMatchObject({ type: 'n', text }));

	it('holds as text what is no time', async () => expect(await cellOf({ at: 'soon' })).toMatchObject({ type: 'inlineStr', text: 'soon' }));
});

describe('a workbook', () => {
	it('goes on on another sheet where one is full', async () => {
		const most = 1_048_576;
		const rows = Iterator.from({
			*[Symbol.iterator]() {
				for (let row = 0; row < most + 1; row += 1) yield [row];
			},
		});
		const files = unzip(await written([table(rows)]));
		expect(files.get('xl/workbook.xml')?.toString()).toContain('<sheet name="Rows 2" sheetId="2"');
		const [first, second] = [1, 2].map((number) => files.get(`xl/worksheets/sheet${number}.xml`)?.toString() ?? '');
		expect(first?.endsWith('</worksheet>')).toBe(true);
		expect(first).toContain(`<autoFilter ref="A1:A${most}"/>`);
		expect(second).toContain('<autoFilter ref="A1:A3"/>');
		expect(second).toContain(`<v>${most}</v>`);
	});

	it('names sheets as Excel takes names, none of them twice', async () => {
		const names = ['[a]:b*c?/d\\e', "'quoted'", 'x'.repeat(40), 'X'.repeat(40), ''];
		const sheets = readWorkbook(await written(names.map((name) => table([], name))));
		expect(sheets.map(({ name }) => name)).toEqual([' a  b c  d e', 'quoted', 'x'.repeat(31), `${'X'.repeat(29)} 2`, 'Sheet']);
	});

	it('takes its rows one at a time while it is written', async () => {
		let taken = 0;
		const rows = {
			*[Symbol.iterator]() {
				for (; taken < 200_000; taken += 1) yield [`row ${taken} ${'x'.repeat(100)}`];
			},
		};
		const stream = workbookStream([table(rows)])[Symbol.asyncIterator]();
		for (let parts = 0; parts < 3; parts += 1) await stream.next();
		expect(taken).toBeLessThan(50_000);
		await stream.return?.();
	});

	it('passes on what its rows fail with', async () => {
		const rows = {
			*[Symbol.iterator](): Generator<readonly Cell[]> {
				yield ['one'];
				throw new Error('the store is gone');
			},
		};
		await expect(written([table(rows)])).rejects.toThrow('the store is gone');
	});

	it('is the same for the same content', async () => {
		const sheets = () => [table([['a', 1]])];
		expect(await written(sheets())).toEqual(await written(sheets()));
	});
});
