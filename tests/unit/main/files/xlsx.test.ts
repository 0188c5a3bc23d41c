import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { openListBytes, type OpenListOptions } from '#main/files/open-list.ts';
import { kindOfCode, numberText } from '#main/files/xlsx/number-formats.ts';
import { placeOf } from '#main/files/xlsx/read-sheet.ts';
import { type TestSheet, type TestWorkbook, workbookOf, writeWorkbook } from '../../../support/workbook.ts';

const opened = async (bytes: Buffer, options?: OpenListOptions) => {
	const outcome = await openListBytes('list.xlsx', bytes, options);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
	return outcome.value;
};

const sheet = (one: Omit<TestSheet, 'name'>, rest: Omit<TestWorkbook, 'sheets'> = {}) =>
	writeWorkbook({ sheets: [{ name: 'Sheet1', ...one }], ...rest });

const cellsOf = async (bytes: Buffer, options?: OpenListOptions) => {
	const { check } = await opened(bytes, options);
	return check.page('all', 0, 500).rows.map(({ row, cells }) => [row, ...cells]);
};

/** A data cell and an address beside it: one column cannot be seen without. */
const cellText = async (cell: string, rest: Omit<TestWorkbook, 'sheets'> = {}) => {
	const data = `<row r="1"><c r="A1" t="inlineStr"><is><t>Email</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>a@x.com</t></is></c>${cell}</row>`;
	return (await cellsOf(sheet({ data }, rest)))[0]?.[2];
};

describe('a workbook', () => {
	it('gives a preview and its rows as a text file does', async () => {
		const list = await opened(workbookOf(['Name', 'Email', 'Organisation'], ['Lee, Ann', 'ANN@x.com', 'Acme'], ['Bob', 'bob@y.com', null]));
		expect(list.preview).toEqual({
			name: 'list.xlsx',
			format: { kind: 'workbook', sheet: 'Sheet1', sheets: ['Sheet1'] },
			columns: ['Name', 'Email', 'Organisation'],
			headerRow: 1,
			head: [
				{ line: 1, text: 'Name · Email · Organisation' },
				{ line: 2, text: 'Lee, Ann · ANN@x.com · Acme' },
				{ line: 3, text: 'Bob · bob@y.com' },
			],
			mapping: { email: 1, name: 0, organisation: 2 },
			rowCount: 2,
		});
		expect([...list.rows()]).toMatchObject([
			{ row: 2, original: 'ANN@x.com', displayName: 'Lee, Ann', organisation: 'Acme' },
			{ row: 3, original: 'bob@y.com', displayName: 'Bob', organisation: null },
		]);
		expect(list.check.state().counts['ragged-row']).toBe(0);
	});

	it('is read as another program writes it', async () => {
		const file = await writeExcelFile([
			[{ value: 'Name' }, { value: 'E-mail' }, { value: 'Since' }, { value: 'Seats' }, { value: 'VIP' }],
			[
				{ value: 'Ann Łee' },
				{ value: 'ann@x.com' },
				{ value: new Date(Date.UTC(2024, 1, 29)), type: Date, format: 'dd/mm/yyyy' },
				{ value: 1234.5, type: Number, format: '#,##0.00' },
				{ value: true, type: Boolean },
			],
		]).toBuffer();
		expect(await cellsOf(file)).toEqual([[2, 'Ann Łee', 'ann@x.com', '2024-02-29', '1234.5', 'TRUE']]);
	});

	it('numbers rows as the sheet does, past empty ones and rows that say no number', async () => {
		const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
		const data = `<row r="2">${cell('Email')}</row><row r="5">${cell('a@x.com')}</row><row r="6">${cell(' ')}</row><row r="7"/><row>${cell('b@x.com')}</row>`;
		const list = await opened(sheet({ data }));
		expect(list.preview.headerRow).toBe(2);
		expect([...list.rows()].map(({ row }) => row)).toEqual([5, 8]);
	});

	it('finds the titles below a heading, and says in which line', async () => {
		const list = await opened(
			workbookOf(
				['Customers of Acme', null, null],
				null,
				['as of', '2026-03-01', null],
				['Name', 'Mail', 'Firma'],
				['Ann', 'ann@x.com', 'Acme'],
			),
		);
		expect(list.preview).toMatchObject({
			headerRow: 4,
			columns: ['Name', 'Mail', 'Firma'],
			rowCount: 1,
			mapping: { email: 1, name: 0, organisation: 2 },
		});
	});

	it('takes the sheet with most people, visible ones first, and any by its name', async () => {
		const bytes = writeWorkbook({
			sheets: [
				{ name: 'Hidden', rows: [['Email'], ['hidden@x.com']], state: 'hidden' },
				{ name: 'Notes', rows: [['to do'], ['call Ann']] },
				{ name: 'People & more', rows: [['Email'], ['ann@x.com']] },
				{ name: 'Later', rows: [['Email'], ['bob@x.com'], ['cy@x.com']] },
			],
		});
		const list = await opened(bytes);
		expect(list.preview.format).toEqual({ kind: 'workbook', sheet: 'Later', sheets: ['Notes', 'People & more', 'Later'] });
		expect((await opened(bytes, { sheet: 'people & MORE' })).preview.rowCount).toBe(1);
		expect((await opened(bytes, { sheet: 'Hidden' })).preview.format).toMatchObject({
			sheets: ['Hidden', 'Notes', 'People & more', 'Later'],
		});
		const other = await list.openSheet('People & more');
		expect(other.ok && other.value.preview.rowCount).toBe(1);
		expect(await list.openSheet('Gone')).toMatchObject({
			ok: false,
			failure: { code: 'sheet-not-found', details: { sheet: 'Gone', sheets: ['Hidden', 'Notes', 'People & more', 'Later'] } },
		});
	});

	it('takes columns without a title along', async () => {
		const list = await opened(workbookOf(['Email'], ['a@x.com', 'more', null, 'and more']));
		expect(list.preview.columns).toEqual(['Email', 'Column 2', 'Column 3', 'Column 4']);
	});
});

describe('cells', () => {
	it.each([
		['shared', '<c r="B2" t="s"><v>1</v></c>', 'two words'],
		['shared, in runs of several looks, without the readings above', '<c r="B2" t="s"><v>2</v></c>', '山田太郎'],
		['shared, of a number that does not exist', '<c r="B2" t="s"><v>99</v></c>', undefined],
		['of a formula', '<c r="B2" t="str"><f>A1&amp;"x"</f><v>a &amp; b</v></c>', 'a & b'],
		['of a formula that gives a number', '<c r="B2"><f>SUM(1,2)</f><v>3</v></c>', '3'],
		['of a formula that was never calculated', '<c r="B2"><f>SUM(1,2)</f></c>', undefined],
		['with an error', '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
		['with a line break and an escaped sign', '<c r="B2" t="inlineStr"><is><t>a\n_x0009_b_x005F_x</t></is></c>', 'a\n\tb_x'],
		['in CDATA', '<c r="B2" t="inlineStr"><is><t><![CDATA[<a> & b]]></t></is></c>', '<a> & b'],
		['true', '<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
		['with a date in words', '<c r="B2" t="d"><v>2024-05-12</v></c>', '2024-05-12'],
		['far to the right', '<c r="D2"><v>4</v></c>', ''],
		['without a place', '<c><v>7</v></c>', '7'],
	])('%s are read as text', async (_, cell, expected) => {
		const strings = [
			'<t>one</t>',
			'<r><t>two </t></r><r><t>words</t></r>',
			'<t>山田</t><r><t>太郎</t></r><rPh sb="0" eb="2"><t>ヤマダ</t></rPh>',
		];
		expect(await cellText(cell, { strings })).toBe(expected);
	});

	it.each([
		['0.30000000000000004', 'number', '0.3'],
		['1234567890123', 'number', '1234567890123'],
		['1E3', 'number', '1000'],
		['45351', 'date', '2024-02-29'],
		['45351.75', 'date-time', '2024-02-29 18:00'],
		['45351.999988', 'date-time', '2024-02-29 23:59:59'],
		['45351', 'date-time', '2024-02-29'],
		['0.5208333333', 'time', '12:30'],
		['1', 'date', '1900-01-01'],
		['61', 'date', '1900-03-01'],
		['-1', 'date', '-1'],
		['1e300', 'date', '1e+300'],
		['', 'number', ''],
		['12a', 'number', '12a'],
	] as const)('%s as a %s is %s', (value, kind, expected) => {
		expect(numberText(value, kind, false)).toBe(expected);
	});

	it('count days from 1904 where the workbook says so', async () => {
		const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
		expect(await cellText('<c r="B2" s="1"><v>43889</v></c>', { styles, countsFrom1904: true })).toBe('2024-02-29');
		expect(await cellText('<c r="B2" s="1"><v>45351</v></c>', { styles })).toBe('2024-02-29');
		expect(await cellText('<c r="B2" s="0"><v>45351</v></c>', { styles })).toBe('45351');
	});

	it.each([
		['General', 'number'],
		['#,##0.00 "€"', 'number'],
		['0.00E+00', 'number'],
		['"d"0', 'number'],
		['[Red]0;[Blue]-0', 'number'],
		['yyyy-mm-dd', 'date'],
		['[$-407]d. mmmm yyyy;@', 'date'],
		['mmm', 'date'],
		['m/d/yy h:mm', 'date-time'],
		['h:mm AM/PM', 'time'],
		['[h]:mm:ss', 'time'],
		['mm:ss.0', 'time'],
		['ggge"年"m"月"d"日"', 'date'],
	] as const)('of the format %s are a %s', (code, kind) => {
		expect(kindOfCode(code)).toBe(kind);
	});

	it('know their place', () => {
		expect([placeOf('A1'), placeOf('$XFD$1048576'), placeOf('ab12'), placeOf('12'), placeOf(undefined)]).toEqual([
			{ row: 1, column: 0 },
			{ row: 1_048_576, column: 16_383 },
			{ row: 12, column: 27 },
			null,
			null,
		]);
	});
});

describe('links', () => {
	const link = (reference: string, id: number) => `<hyperlink ref="${reference}" r:id="rId${id}"/>`;

	it('give a row its address where it shows none', async () => {
		const bytes = sheet({
			rows: [
				['Person', 'Town'],
				['Ann Lee', 'Oslo'],
				['Bob', 'Rome'],
				[null, 'Bern'],
			],
			after: `<hyperlinks>${link('A2', 1)}${link('A3', 2)}${link('A4', 3)}</hyperlinks>`,
			links: ['mailto:ann%40x.com?subject=Hi', 'https://x.com', 'mailto:cy@x.com'],
		});
		expect(await cellsOf(bytes)).toEqual([
			[2, 'Ann Lee <ann@x.com>', 'Oslo'],
			[3, 'Bob', 'Rome'],
			[4, 'cy@x.com', 'Bern'],
		]);
		expect([...(await opened(bytes)).rows()][0]).toMatchObject({ displayName: 'Ann Lee', read: { address: 'ann@x.com' } });
	});

	it('do not go before what a row shows', async () => {
		const bytes = sheet({
			rows: [
				['Name', 'Email'],
				['Ann', 'ann@x.com'],
				['Bob', 'bob@x.com'],
			],
			after: `<hyperlinks>${link('B2', 1)}${link('A3', 1)}</hyperlinks>`,
			links: ['mailto:old@x.com'],
		});
		expect(await cellsOf(bytes)).toEqual([
			[2, 'Ann', 'ann@x.com'],
			[3, 'Bob', 'bob@x.com'],
		]);
	});

	it('made by a formula count as well', async () => {
		const data = '<row r="1"><c r="A1" t="str"><f>HYPERLINK("mailto:ann@x.com?cc=b@x.com","Ann")</f><v>Ann</v></c></row>';
		expect(await cellsOf(sheet({ data }))).toEqual([[1, 'Ann <ann@x.com>']]);
	});
});

describe('merged cells', () => {
	it('are said of every row they reach over, but not of every column', async () => {
		const bytes = sheet({
			rows: [
				['All customers', null, null],
				['Company', 'Email', 'Name'],
				['Acme', 'ann@x.com', 'Ann'],
				[null, 'bob@x.com', 'Bob'],
				['Other', 'cy@x.com', null],
				[null, null, null],
				[null, 'di@x.com', 'Di'],
			],
			after: '<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="A3:A4"/><mergeCell ref="A5:A7"/></mergeCells>',
		});
		expect((await cellsOf(bytes)).map(([row, company]) => [row, company])).toEqual([
			[3, 'Acme'],
			[4, 'Acme'],
			[5, 'Other'],
			[7, 'Other'],
		]);
	});
});

describe('rows that a sheet does not show', () => {
	const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
	it.each([
		['hidden by hand, or by a filter', 'hidden="1"'],
		['hidden, in words', 'hidden="true"'],
		['of no height', 'ht="0" customHeight="1"'],
	])('%s are said, and taken only where somebody says so', async (_, attribute) => {
		const bytes = sheet({
			data: `<row>${cell('Email')}</row><row>${cell('a@x.com')}</row><row ${attribute}>${cell('b@x.com')}</row><row>${cell('c@x.com')}</row>`,
		});
		const list = await opened(bytes);
		expect([...list.rows()].map(({ original }) => original)).toEqual(['a@x.com', 'c@x.com']);
		expect(list.account.items).toContainEqual({ kind: 'hidden', count: 1, lines: [{ line: 3, text: 'b@x.com' }] });
		const all = await opened(bytes, { hiddenRows: 'take' });
		expect([...all.rows()].map(({ original }) => original)).toEqual(['a@x.com', 'b@x.com', 'c@x.com']);
	});
});
