import { read, utils, write, CFB, type BookType } from '@e965/xlsx';
import numbersParts from '@e965/xlsx/dist/xlsx.zahl.mjs';
import { describe, expect, it } from 'vitest';
import { openListBytes } from '#main/files/open-list.ts';
import { readAdminFileAway, readListAway } from '#main/files/read-away.ts';
import { openArchive } from '#main/files/xlsx/archive.ts';
import { messagesIn } from '#shared/messages/messages.ts';
import { writeZip, type ZipPart } from '../../../support/workbook.ts';

type Cell = string | number | boolean | Date;

const people: readonly (readonly Cell[])[] = [
	['Customers of Acme'],
	['Name', 'Email', 'Since', 'Seats', 'Active'],
	['Ann Lee', 'ann@x.com', new Date(Date.UTC(2024, 4, 12)), 1.5, true],
	['Bob Ray', 'bob@x.com', new Date(Date.UTC(2024, 4, 13)), 2, false],
	['Cleo Fox', 'write to her', new Date(Date.UTC(2024, 4, 14)), 3, true],
];

const bookOf = (rows: readonly (readonly Cell[])[], others: Readonly<Record<string, readonly (readonly Cell[])[]>> = {}) => {
	const book = utils.book_new();
	const sheet = utils.aoa_to_sheet(
		rows.map((row) => [...row]),
		{ UTC: true, cellDates: true },
	);
	utils.book_append_sheet(book, sheet, 'People');
	for (const [name, more] of Object.entries(others)) utils.book_append_sheet(book, utils.aoa_to_sheet(more.map((row) => [...row])), name);
	return { book, sheet };
};
const bytesOf = (book: Parameters<typeof write>[0], bookType: BookType): Buffer =>
	write(book, { type: 'buffer', bookType, cellStyles: true, ...(bookType === 'numbers' ? { numbers: numbersParts } : {}) }) as Buffer;

const opened = async (bytes: Buffer, options = {}, read?: typeof readListAway) => {
	const outcome = await openListBytes('list', bytes, options, read);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
	return outcome.value;
};
const codeOf = async (bytes: Buffer) => {
	const outcome = await openListBytes('list', bytes, {}, readListAway);
	return outcome.ok
		? 'opened'
		: [outcome.failure.code, outcome.failure.details['kind'] ?? outcome.failure.details['reason'] ?? ''].join(' ').trim();
};

/** The same archive with one part changed. */
const changed = async (bytes: Buffer, part: string, change: (content: Buffer) => ZipPart['content']): Promise<Buffer> => {
	const archive = await openArchive(bytes);
	const parts: ZipPart[] = [];
	for (const name of archive.names) {
		const pieces: Buffer[] = [];
		for await (const piece of archive.read(name)) pieces.push(piece);
		const content = Buffer.concat(pieces);
		parts.push({ name, content: name === part ? change(content) : content });
	}
	return writeZip(parts);
};

const formats = [['biff8'], ['biff5'], ['xlsb'], ['ods'], ['numbers']] as const;

describe('a workbook that is no .xlsx', () => {
	it.each(formats)('is read as %s from an admin as well', async (format) => {
		const rows = await readAdminFileAway(bytesOf(bookOf(people).book, format));
		const lines = Array.from({ length: rows.length }, (_, place) => rows.at(place));
		expect(
			lines.map(({ row, cells }) => [
				row,
				cells
					.slice(0, 2)
					.filter((cell) => cell !== '')
					.join(' '),
			]),
		).toEqual([
			[1, 'Customers of Acme'],
			[2, 'Name Email'],
			[3, 'Ann Lee ann@x.com'],
			[4, 'Bob Ray bob@x.com'],
			[5, 'Cleo Fox write to her'],
		]);
	});

	it.each(formats)('is read as people see it: %s', async (format) => {
		const { book, sheet } = bookOf(people, { Other: [['Email'], ['dan@x.com'], ['eve@x.com'], ['fay@x.com'], ['gus@x.com']] });
		// The oldest form keeps no links.
		if (format !== 'biff5') sheet['B5'].l = { Target: 'mailto:cleo@x.com' };
		const list = await opened(bytesOf(book, format), { sheet: 'People' }, readListAway);
		expect(list.preview).toMatchObject({
			format: { kind: 'workbook', sheet: 'People', sheets: ['People', 'Other'] },
			columns: ['Name', 'Email', 'Since', 'Seats', 'Active'],
			headerRow: 2,
		});
		const rows = [...list.rows()].map(({ row, cells }) => [row, ...cells]);
		expect(rows).toEqual([
			[3, 'Ann Lee', 'ann@x.com', '2024-05-12', '1.5', 'TRUE'],
			[4, 'Bob Ray', 'bob@x.com', '2024-05-13', '2', 'FALSE'],
			[5, 'Cleo Fox', format === 'biff5' ? 'write to her' : 'write to her <cleo@x.com>', '2024-05-14', '3', 'TRUE'],
		]);
		expect(list.account.items).toContainEqual({ kind: 'other-sheets', count: 4, sheets: [{ name: 'Other', people: 4 }] });
		// Without being asked for, it is the sheet with most people.
		expect((await opened(bytesOf(book, format))).preview.format).toMatchObject({ sheet: 'Other' });
	});

	it.each(['biff8', 'xlsb', 'ods'] as const)('tells hidden rows and leaves them out: %s', async (format) => {
		const { book, sheet } = bookOf([
			['Name', 'Email'],
			['Ann', 'ann@x.com'],
			['Bob', 'bob@x.com'],
		]);
		sheet['!rows'] = [{}, {}, { hidden: true }];
		let bytes = bytesOf(book, format);
		if (format === 'biff8') bytes = withHiddenRow(bytes, 2);
		if (format === 'ods') {
			bytes = await changed(bytes, 'content.xml', (xml) => {
				const [before = '', ...rows] = xml.toString('utf8').split('<table:table-row');
				return [before, ...rows.map((row, index) => (index === 2 ? ` table:visibility="filter"${row}` : row))].join('<table:table-row');
			});
		}
		const list = await opened(bytes);
		expect(list.preview.rowCount).toBe(1);
		expect(list.account.items).toContainEqual({ kind: 'hidden', count: 1, lines: [{ line: 3, text: 'Bob · bob@x.com' }] });
		expect((await opened(bytes, { hiddenRows: 'take' })).preview.rowCount).toBe(2);
	});

	it.each(['biff8', 'xlsb', 'ods'] as const)('does not offer a hidden sheet: %s', async (format) => {
		const { book } = bookOf([['Email'], ['ann@x.com']], { Secret: [['Email'], ['bob@x.com'], ['cleo@x.com']] });
		book.Workbook = { Sheets: [{}, { Hidden: 1 }] };
		let bytes = bytesOf(book, format);
		if (format === 'ods') {
			bytes = await changed(bytes, 'content.xml', (xml) =>
				xml
					.toString('utf8')
					.replace(
						'</office:automatic-styles>',
						'<style:style style:name="away" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>',
					)
					.replace(/(<table:table table:name="Secret"[^>]*?) table:style-name="[^"]*"/, '$1 table:style-name="away"'),
			);
		}
		const { preview, account } = await opened(bytes);
		expect(preview.format).toMatchObject({ sheet: 'People', sheets: ['People'] });
		expect(account.items).toContainEqual({ kind: 'other-sheets', count: 2, sheets: [{ name: 'Secret', people: 2 }] });
	});

	it('fills a merged cell down, as in a workbook of today', async () => {
		const { book, sheet } = bookOf([
			['Company', 'Email'],
			['Acme', 'ann@x.com'],
			['', 'bob@x.com'],
		]);
		sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
		expect([...(await opened(bytesOf(book, 'ods'))).rows()].map(({ cells }) => cells[0])).toEqual(['Acme', 'Acme']);
	});
});

describe('a file that looks like one and is none, or is made to do harm', () => {
	const ods = () => bytesOf(bookOf([['Email'], ['ann@x.com']]).book, 'ods');
	const xlsb = () => bytesOf(bookOf([['Email'], ['ann@x.com']]).book, 'xlsb');
	const xls = () => bytesOf(bookOf([['Email'], ['ann@x.com']]).book, 'biff8');
	const odsWith = (rows: string) =>
		changed(ods(), 'content.xml', (xml) => xml.toString('utf8').replace(/<table:table-row.*<\/table:table-row>/s, rows));
	const cell = '<table:table-cell office:value-type="string"><text:p>a@x.com</text:p></table:table-cell>';
	const megabyte = 1024 * 1024;

	it.each([
		[
			'nothing behind the first bytes of an old file',
			() => Buffer.concat([xls().subarray(0, 8), Buffer.alloc(5000)]),
			'list-binary office',
		],
		[
			'noise behind the first bytes of an old file',
			() => Buffer.concat([xls().subarray(0, 8), Buffer.alloc(100_000, 'a@x.com ')]),
			'list-binary office',
		],
		['an old file cut off', () => xls().subarray(0, 1200), /^list-(?:binary|damaged|empty)/],
		['an old Word document', () => oldFileWith('WordDocument'), 'list-binary doc'],
		['an Outlook message', () => oldFileWith('__properties_version1.0'), 'list-binary msg'],
		['a binary workbook of noise', () => changed(xlsb(), 'xl/workbook.bin', () => Buffer.alloc(5000, 7)), /^list-(?:damaged|empty)/],
		['a Numbers file of noise', () => writeZip([{ name: 'Index/Document.iwa', content: Buffer.alloc(5000, 7) }]), 'list-damaged workbook'],
		[
			'a sheet with a password in an .ods',
			() => changed(ods(), 'META-INF/manifest.xml', () => '<m><manifest:encryption-data/></m>'),
			'list-encrypted',
		],
		[
			'an OpenDocument text',
			() =>
				writeZip([
					{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
					{ name: 'content.xml', content: '<a/>' },
				]),
			'list-binary odt',
		],
		[
			'a sheet of 600 MB in an .ods',
			() => changed(ods(), 'content.xml', () => ({ piece: Buffer.alloc(megabyte, ' '), times: 600 })),
			'list-too-large',
		],
		[
			'a sheet of 600 MB in an .xlsb',
			() => changed(xlsb(), 'xl/worksheets/sheet1.bin', () => ({ piece: Buffer.alloc(megabyte), times: 600 })),
			'list-too-large',
		],
		[
			'entities that grow',
			() => changed(ods(), 'content.xml', (xml) => xml.toString('utf8').replace('?>', '?><!DOCTYPE l [<!ENTITY a "ha">]>')),
			'list-damaged entities',
		],
		[
			'a row that is there a million times, and a cell that is there in each column',
			() =>
				odsWith(
					`<table:table-row table:number-rows-repeated="1048576">${cell.replace('cell ', 'cell table:number-columns-repeated="16384" ')}</table:table-row>`,
				),
			'list-too-large',
		],
		[
			'a column beyond the last',
			() => odsWith(`<table:table-row><table:table-cell table:number-columns-repeated="300"/>${cell}</table:table-row>`),
			'list-too-many-columns',
		],
	] as const)('ends with a sentence: %s', async (_, make, expected) => {
		const code = await codeOf(await make());
		if (typeof expected === 'string') expect(code).toBe(expected);
		else expect(code).toMatch(expected);
		const sentence = messagesIn('en').failureTexts;
		expect(sentence).toHaveProperty(code.split(' ')[0] ?? '');
	});
});

/** An old file with this one stream in it. */
const oldFileWith = (stream: string): Buffer => {
	const file = CFB.utils.cfb_new();
	CFB.utils.cfb_add(file, `/${stream}`, Buffer.alloc(5000, 1));
	return Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array);
};

/** SheetJS writes nothing of rows into the old form: the record of a hidden one is put in where its sheet begins. */
const withHiddenRow = (bytes: Buffer, row: number): Buffer => {
	const file = CFB.read(bytes, { type: 'buffer' });
	const stream = CFB.find(file, '/Workbook');
	const content = Buffer.from(stream.content as Uint8Array);
	let at = 0;
	for (let begun = 0; begun < 2; at += 4 + content.readUInt16LE(at + 2)) if (content.readUInt16LE(at) === 0x0809) begun += 1;
	const record = Buffer.alloc(20);
	record.writeUInt16LE(0x0208, 0);
	record.writeUInt16LE(16, 2);
	record.writeUInt16LE(row, 4);
	record.writeUInt16LE(2, 8);
	record.writeUInt32LE(0x120, 16);
	stream.content = Buffer.concat([content.subarray(0, at), record, content.subarray(at)]);
	stream.size = content.length + record.length;
	expect(read(bytes).SheetNames).toEqual(['People']);
	return Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array);
};
