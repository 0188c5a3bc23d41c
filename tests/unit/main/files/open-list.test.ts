import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodings } from '#shared/lists.ts';
import { andThen } from '#shared/outcome.ts';
import { readGivenList } from '#main/hosts/cli/given-file.ts';
import { writeWorkbook } from '../../../support/workbook.ts';
import { type OpenedList, openListBytes, openListText, type OpenListOptions } from '#main/files/open-list.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'lists-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = async (content: string | Uint8Array, name = 'list.csv'): Promise<string> => {
	const path = join(folder, name);
	await writeFile(path, content);
	return path;
};

/** As the command line does with a file that was named. */
const openList = async (path: string, options?: OpenListOptions) =>
	andThen(readGivenList(path), async ({ name, file: given }) => openListBytes(name, new Uint8Array(await given.arrayBuffer()), options));

const opened = async (content: string | Uint8Array, options?: OpenListOptions) => {
	const outcome = await openList(await file(content), options);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
	return outcome.value;
};

const failureOf = async (content: string | Uint8Array, options?: OpenListOptions) => {
	const outcome = await openList(await file(content), options);
	if (outcome.ok) throw new Error('opened');
	return outcome.failure;
};

const cellsOf = ({ check }: OpenedList) => check.page('all', 0, 100).rows.map(({ row, cells }) => [row, ...cells]);

/** What is wrong with the file itself, by line. */
const damageOf = ({ check }: OpenedList) =>
	check
		.page('warnings', 0, 100)
		.rows.flatMap(({ row, problems }) =>
			problems.flatMap((problem) => (problem.kind === 'cleaned' || problem.kind === 'repeated' ? [] : [{ row, ...problem }])),
		);

const rowsOf = async (content: string | Uint8Array) =>
	[...(await opened(content)).rows()].map(({ row, read }) => [row, read.valid ? read.address : read.problem]);

describe('openList', () => {
	it('gives a preview and the rows of an ordinary file', async () => {
		const list = await opened('Name,Email,Organisation\r\n"Lee, Ann",ANN@x.com,Acme\r\nBob,bob@y.com,"Say ""Hi"""\r\n');
		expect(list.preview).toEqual({
			name: 'list.csv',
			format: { kind: 'text', encoding: 'utf-8', delimiter: ',' },
			columns: ['Name', 'Email', 'Organisation'],
			headerRow: 1,
			head: [
				{ line: 1, text: 'Name · Email · Organisation' },
				{ line: 2, text: 'Lee, Ann · ANN@x.com · Acme' },
				{ line: 3, text: 'Bob · bob@y.com · Say "Hi"' },
			],
			mapping: { email: 1, name: 0, organisation: 2 },
			rowCount: 2,
		});
		expect(cellsOf(list)).toEqual([
			[2, 'Lee, Ann', 'ANN@x.com', 'Acme'],
			[3, 'Bob', 'bob@y.com', 'Say "Hi"'],
		]);
		expect([...list.rows()]).toMatchObject([
			{ row: 2, original: 'ANN@x.com', displayName: 'Lee, Ann', organisation: 'Acme' },
			{ row: 3, original: 'bob@y.com', displayName: 'Bob', organisation: 'Say "Hi"' },
		]);
	});

	it('reads rows through a corrected mapping', async () => {
		const list = await opened('Email,Other\na@x.com,b@y.com\n');
		await list.remap({ email: 1, name: null, organisation: null });
		expect([...list.rows()][0]?.original).toBe('b@y.com');
	});

	it.each([
		['comma', ',', ','],
		['semicolon', ';', ';'],
		['tab', '\t', '\t'],
		['pipe', '|', '|'],
	])('recognises the %s', async (_, delimiter, expected) => {
		const text = [
			['Name', 'Email', 'Note'],
			['Ann', 'ann@x.com', 'a b'],
			['Bob', 'bob@x.com', ''],
		]
			.map((cells) => cells.join(delimiter))
			.join('\n');
		expect((await opened(text)).preview).toMatchObject({ format: { delimiter: expected }, mapping: { email: 1 } });
	});

	it('recognises semicolons around cells full of commas', async () => {
		const text = 'Name;Email;Org\nLee, Ann;ann@x.com;Acme, Inc.\nRay, Bob;bob@x.com;Acme, Inc.\n';
		expect((await opened(text)).preview).toMatchObject({ format: { delimiter: ';' }, columns: ['Name', 'Email', 'Org'] });
	});

	it('reads one address a line, with and without a header', async () => {
		expect(await rowsOf('email\nann@x.com\nbob@x.com')).toEqual([
			[2, 'ann@x.com'],
			[3, 'bob@x.com'],
		]);
		expect(await rowsOf('ann@x.com\nbob@x.com\n')).toEqual([
			[1, 'ann@x.com'],
			[2, 'bob@x.com'],
		]);
		expect(await rowsOf('ann@x.com;\nbob@x.com;\n')).toEqual([
			[1, 'ann@x.com'],
			[2, 'bob@x.com'],
		]);
	});

	it('does not tear two addresses on a line of a one-column list apart', async () => {
		expect(await rowsOf('email\nann@x.com\nbob@x.com, cy@x.com\ndi@x.com\n')).toEqual([
			[2, 'ann@x.com'],
			[3, 'several-addresses'],
			[4, 'di@x.com'],
		]);
	});

	it('reads pasted display-name forms', async () => {
		expect(await rowsOf('"Lee, Ann" <ann@x.com>\nBob <bob@x.com>\n"Ray, Cy" <cy@x.com>\n')).toEqual([
			[1, 'ann@x.com'],
			[2, 'bob@x.com'],
			[3, 'cy@x.com'],
		]);
	});

	it('counts a sep= line as the first line', async () => {
		const list = await opened('\ufeffsep=;\r\nEmail;Name\r\nann@x.com;Ann\r\n');
		expect(list.preview).toMatchObject({ format: { delimiter: ';' }, columns: ['Email', 'Name'], headerRow: 2 });
		expect(cellsOf(list)).toEqual([[3, 'ann@x.com', 'Ann']]);
	});

	it('numbers rows by the line they start on: quoted line breaks and blank lines count', async () => {
		const text = 'Email,Note\nann@x.com,"one\r\ntwo\nthree"\n\n,\nbob@x.com,x\r\n   \ncy@x.com,y';
		expect(await rowsOf(text)).toEqual([
			[2, 'ann@x.com'],
			[7, 'bob@x.com'],
			[9, 'cy@x.com'],
		]);
		expect(cellsOf(await opened(text))[0]).toEqual([2, 'ann@x.com', 'one\r\ntwo\nthree']);
	});

	it('reads the line breaks of old Macs', async () => {
		expect(await rowsOf('Email,Name\rann@x.com,"A\rB"\rbob@x.com,Bob\r')).toEqual([
			[2, 'ann@x.com'],
			[4, 'bob@x.com'],
		]);
	});

	it('warns of ragged rows by line', async () => {
		expect(damageOf(await opened('Email,Name\nann@x.com\nbob@x.com,Bob\ncy@x.com,Cy,more\n'))).toEqual([
			{ row: 2, kind: 'ragged-row', expected: 2, found: 1 },
			{ row: 4, kind: 'ragged-row', expected: 2, found: 3 },
		]);
	});

	it.each([
		['another quoted row', 'Email,Name\nann@x.com,"Ann\nbob@x.com,"Bob"\ncy@x.com,Cy\n'],
		['the end of the file', 'Email,Name\nann@x.com,"Ann\nbob@x.com,Bob\ncy@x.com,Cy\n'],
	])('does not let a quote left open swallow the rows up to %s', async (_, text) => {
		expect(await rowsOf(text)).toEqual([
			[2, 'ann@x.com'],
			[3, 'bob@x.com'],
			[4, 'cy@x.com'],
		]);
		expect(damageOf(await opened(text))).toEqual([{ row: 2, kind: 'unclosed-quote' }]);
	});

	it('finds addresses that only start after thousands of rows without', async () => {
		const text = `A,B\n${'x,y\n'.repeat(3000)}z,ann@x.com\n`;
		expect((await opened(text)).preview.mapping.email).toBe(1);
	});

	it('takes the named address column, whatever its case', async () => {
		const text = 'Email,Backup Mail,Name\nann@x.com,ann@y.com,Ann\n';
		expect((await opened(text, { emailColumn: 'BACKUP mail' })).preview.mapping).toEqual({ email: 1, name: 2, organisation: null });
		expect(await failureOf(text, { emailColumn: 'Phone' })).toEqual({
			code: 'column-not-found',
			details: { column: 'Phone', columns: ['Email', 'Backup Mail', 'Name'] },
		});
		expect(await failureOf(text, { emailColumn: 'Name' })).toMatchObject({ code: 'list-without-addresses' });
	});
});

describe('encodings', () => {
	const table = (name: string, org: string) =>
		`Name;Email;Org\n${Array.from({ length: 5 }, (_, row) => `${name};p${row}@x.com;${org}\n`).join('')}`;
	it.each([
		['windows-1252', 'Jürgen Groß', 'Café Peña'],
		['windows-1250', 'Łukasz Wałęsa', 'Dvořák Němec'],
		['windows-1251', 'Иван Петров', 'Москва'],
		['windows-1253', 'Γιώργος Παπαδόπουλος', 'Αθήνα'],
		['windows-1254', 'Çağrı Şahin', 'Işık'],
		['shift_jis', '山田太郎', '株式会社テスト'],
		['shift_jis', 'ヤマダ', '東京'],
		['euc-jp', '山田たろう', '東京のかいしゃ'],
		['gb18030', '张伟', '北京公司'],
		['euc-kr', '김철수', '서울'],
		['utf-8', '山田太郎', 'Łódź'],
		['utf-16le', 'Ann Łee', 'Acme'],
		['utf-16be', 'Ann Łee', 'Acme'],
	])('recognises %s (%s)', async (encoding, name, org) => {
		const list = await opened(iconv.encode(table(name, org), encoding));
		expect(list.preview.format).toMatchObject({ encoding });
		expect(cellsOf(list)[0]).toEqual([2, name, 'p0@x.com', org]);
	});

	it.each([
		['windows-1252', 'René', 'Société Générale'],
		['windows-1252', 'João Gonçalves', 'São Paulo'],
		['windows-1250', 'Szűcs Győző', 'Kft'],
		['windows-1254', 'Gül Yılmaz', 'İstanbul'],
		['windows-1255', 'שלום עולם', 'תל אביב'],
		['windows-1256', 'محمد علي', 'القاهرة'],
		['windows-1257', 'Jānis Bērziņš', 'Rīga'],
		['windows-874', 'สมชาย ใจดี', 'กรุงเทพ'],
		['big5', '陳大文', '台北公司'],
	])('guesses %s (%s)', async (encoding, name, org) => {
		const list = await opened(iconv.encode(table(name, org), encoding));
		expect(list.preview.format).toMatchObject({ encoding });
	});

	it('are what a person says, whatever is guessed, and can be said of an open list', async () => {
		const bytes = iconv.encode(table('Žižka', 'Plzeň'), 'windows-1250');
		const said = await opened(bytes, { encoding: 'koi8-r' });
		expect(said.preview.format).toMatchObject({ encoding: 'koi8-r' });
		const again = await said.openEncoding('windows-1250');
		const list = again.ok ? again.value : said;
		expect(list.preview.format).toMatchObject({ encoding: 'windows-1250' });
		expect(cellsOf(list)[0]).toEqual([2, 'Žižka', 'p0@x.com', 'Plzeň']);
	});

	it('have a decoder each', () => {
		for (const encoding of encodings) expect(iconv.encodingExists(encoding), encoding).toBe(true);
	});

	it.each(['utf-8', 'utf-16le', 'utf-16be'])('takes the byte order mark of %s off', async (encoding) => {
		const { preview } = await opened(iconv.encode('Email\nann@x.com\n', encoding, { addBOM: true }));
		expect(preview).toMatchObject({ format: { encoding }, columns: ['Email'] });
	});

	it("reads typographic apostrophes as Western, not as half of somebody's kanji", async () => {
		const { preview } = await opened(iconv.encode(table('Pat O’Brien', 'Ren\u00e9’s'), 'windows-1252'));
		expect(preview.format).toMatchObject({ encoding: 'windows-1252' });
	});

	it('puts a character together that the end of a piece cuts', async () => {
		const rows = Array.from({ length: 40_000 }, (_, row) => `p${row}@x.com,山田太郎`);
		const list = await opened(`Email,Name\n${rows.join('\n')}`);
		expect(list.preview.rowCount).toBe(40_000);
		expect(damageOf(list)).toEqual([]);
	});

	it('keeps UTF-8 with a few damaged bytes and names the rows', async () => {
		const good = Buffer.from(`Email,Name\n${'ann@x.com,Müller\n'.repeat(30)}`);
		const list = await opened(Buffer.concat([good, Buffer.from('bob@x.com,M\xfcller\n', 'latin1')]));
		expect(list.preview.format).toMatchObject({ encoding: 'utf-8' });
		expect(damageOf(list)).toEqual([{ row: 32, kind: 'replaced-characters', columns: [1] }]);
	});
});

describe('files that are no lists', () => {
	it.each([
		['empty', '', 'list-empty'],
		['blank', '\n \n', 'list-empty'],
		['nothing but a mark', '\ufeff', 'list-empty'],
		['a header only', 'Name,Email\n', 'list-header-only'],
		['no addresses', 'Name,Email\nAnn,none\nBob,none\n', 'list-without-addresses'],
		['other data', 'Colour,Size\nred,L\n', 'list-without-addresses'],
		['257 columns', `Email${',x'.repeat(256)}\na@x.com\n`, 'list-too-many-columns'],
		['a huge cell', `Email,Note\na@x.com,${'x'.repeat(32 * 1024 + 1)}\n`, 'list-cell-too-large'],
		['a huge quoted cell', `Email,Note\na@x.com,"${'x\n'.repeat(20 * 1024)}"\n`, 'list-cell-too-large'],
	])('refuses a file with %s', async (_, content, code) => {
		expect((await failureOf(content)).code).toBe(code);
		expect(await readdir(folder)).toEqual(['list.csv']);
	});

	it.each([
		['pdf', Buffer.from('%PDF-1.7\nann@x.com')],
		['unknown', Buffer.from('ann@x.com\0\0\0\x01\x02\x03more', 'latin1')],
	])('says that %s is no text', async (kind, content) => {
		expect(await failureOf(content)).toEqual({ code: 'list-binary', details: { kind } });
	});

	it('refuses more than 128 MB', async () => {
		expect(await failureOf(Buffer.alloc(128 * 1024 * 1024 + 1, 'a'))).toMatchObject({ code: 'list-too-large' });
	});

	it('refuses more than a million rows, and takes exactly a million', async () => {
		expect(await failureOf(`Email\n${'a@x.com\n'.repeat(1_000_001)}`)).toMatchObject({ code: 'list-too-many-rows' });
		expect((await opened(`Email\n${'a@x.com\n'.repeat(1_000_000)}`)).preview.rowCount).toBe(1_000_000);
	});

	it('tells a missing file from one it cannot read', async () => {
		expect(await openList(join(folder, 'none.csv'))).toMatchObject({ ok: false, failure: { code: 'list-not-found' } });
		await mkdir(join(folder, 'dir.csv'));
		expect(await openList(join(folder, 'dir.csv'))).toMatchObject({
			ok: false,
			failure: { code: 'list-unreadable', details: { reason: 'EISDIR' } },
		});
	});
});

describe('column titles', () => {
	it('may stand below a heading; what is above them is no row', async () => {
		const list = await opened('Customers of Acme\n\n;Name;E-mail\n1;Ann;ann@x.com\n2;Bob;bob@x.com\n');
		expect(list.preview).toMatchObject({ headerRow: 3, rowCount: 2, mapping: { email: 2, name: 1 } });
		expect(cellsOf(list)[0]).toEqual([4, '1', 'Ann', 'ann@x.com']);
	});

	it('are refused where nothing stands below them', async () => {
		expect(await failureOf('Customers,\n\nName,E-mail\n')).toMatchObject({ code: 'list-header-only' });
	});
});

describe('a line that a person says has the column titles', () => {
	const text = 'Customers of Acme;;\nName;E-mail;Team\nWho;Contact;Group\nAnn;ann@x.com;A\nBob;bob@x.com;B\n';

	it('has them, whatever was recognised, and what is above it is no row', async () => {
		expect((await opened(text)).preview.headerRow).toBe(2);
		const list = await opened(text, { headerLine: 3 });
		expect(list.preview).toMatchObject({ headerRow: 3, columns: ['Who', 'Contact', 'Group'], rowCount: 2, mapping: { email: 1, name: 0 } });
		expect(list.account).toMatchObject({ choices: { headerLine: 3 }, items: [{ kind: 'above', count: 2 }] });
		expect(list.preview.head.map(({ line, text: shown }) => [line, shown]).slice(0, 2)).toEqual([
			[1, 'Customers of Acme'],
			[2, 'Name · E-mail · Team'],
		]);
	});

	it('may be one of the people, or none at all', async () => {
		expect((await opened(text, { headerLine: 4 })).preview).toMatchObject({ columns: ['Ann', 'ann@x.com', 'A'], rowCount: 1 });
		const none = await opened('Ann;ann@x.com\nBob;bob@x.com\n', { headerLine: 0 });
		expect(none.preview).toMatchObject({ headerRow: null, columns: ['Column 1', 'Column 2'], rowCount: 2 });
		expect((await opened('E-mail\nann@x.com\n', { headerLine: 0 })).preview).toMatchObject({ headerRow: null, rowCount: 2 });
	});

	it('is refused where it is not there, or nobody stands below it', async () => {
		expect(await openListText('x', text, { headerLine: 9 })).toMatchObject({ ok: false, failure: { code: 'line-not-found' } });
		expect(await openListText('x', text, { headerLine: 5 })).toMatchObject({ ok: false, failure: { code: 'list-header-only' } });
	});

	it('is of the sheet that is read, and asks nothing of others', async () => {
		const people = (name: string, count: number) => ({
			name,
			rows: [['Who', 'Mail'], ['Name', 'E-mail'], ...Array.from({ length: count }, (_, at) => [`P${at}`, `p${at}@x.com`])],
		});
		const list = await opened(writeWorkbook({ sheets: [people('One', 1), people('Two', 9)] }), { headerLine: 1 });
		expect(list.preview).toMatchObject({ format: { sheet: 'Two' }, headerRow: 1, rowCount: 10 });
		const other = await list.openSheet('One');
		expect(other).toMatchObject({ ok: true, value: { account: { choices: {} }, preview: { headerRow: 2 } } });
	});
});

describe('openListText', () => {
	const pasted = async (text: string) => {
		const outcome = await openListText('pasted', text);
		if (!outcome.ok) throw new Error(outcome.failure.code);
		return outcome.value;
	};

	it('opens cells of a spreadsheet', async () => {
		expect((await pasted('Ann\tann@x.com\nBob\tbob@x.com')).preview).toMatchObject({
			name: 'pasted',
			format: { kind: 'text', delimiter: '\t' },
			headerRow: null,
			columns: ['Column 1', 'Column 2'],
			rowCount: 2,
		});
	});

	it('keeps quotes, line breaks and separators inside their cells', async () => {
		const list = await pasted('Name\tE-mail\tNote\r\n"Lee, Ann"\tann@x.com\t"two\nlines, ""quoted"""\r\nBob\tbob@x.com\ta; b\r\n');
		expect(cellsOf(list)).toEqual([
			[2, 'Lee, Ann', 'ann@x.com', 'two\nlines, "quoted"'],
			[4, 'Bob', 'bob@x.com', 'a; b'],
		]);
	});

	it('opens one column of addresses', async () => {
		expect(cellsOf(await pasted('ann@x.com\n\nbob@x.com\n'))).toEqual([
			[1, 'ann@x.com'],
			[3, 'bob@x.com'],
		]);
	});

	it.each([
		['commas', 'ann@x.com, bob@x.com,\ncy@x.com'],
		['semicolons', 'ann@x.com;bob@x.com; cy@x.com;'],
	])('makes a row of each address between %s', async (_, text) => {
		const list = await pasted(text);
		expect(list.preview).toMatchObject({ format: { kind: 'addresses' }, headerRow: null, rowCount: 3 });
		expect(cellsOf(list)).toEqual([
			[1, 'ann@x.com'],
			[2, 'bob@x.com'],
			[3, 'cy@x.com'],
		]);
	});
});

it('makes a row of each address of a file that is one line of them', async () => {
	expect(cellsOf(await opened('ann@x.com; bob@x.com; cy@x.com\r\n'))).toEqual([
		[1, 'ann@x.com'],
		[2, 'bob@x.com'],
		[3, 'cy@x.com'],
	]);
});

describe('guests that stand in a list by a directory name', () => {
	const text = 'Name,Email\nAnn,ann@x.com\nDan,dan.fox_vendor.com#EXT#@acme.onmicrosoft.com\nEve,nobody#EXT#@acme.onmicrosoft.com\n';
	const openWithGuests = async (guests?: 'own' | 'leave') => {
		const outcome = await openListBytes('list.csv', Buffer.from(text), guests === undefined ? {} : { guests });
		if (!outcome.ok) throw new Error(outcome.failure.code);
		return outcome.value;
	};

	it('are said, with the address that is their own', async () => {
		const { account, check } = await openWithGuests();
		expect(account.items).toContainEqual({
			kind: 'guests',
			count: 1,
			lines: [{ line: 3, text: 'dan.fox_vendor.com#EXT#@acme.onmicrosoft.com → dan.fox@vendor.com' }],
		});
		// Whose own address cannot be told is a directory name, and no more.
		expect(account.items).toContainEqual(expect.objectContaining({ kind: 'no-mailbox', count: 1 }));
		expect(check.state().counts.errors).toBe(2);
	});

	it('are read by it where that is chosen, and keep their cells', async () => {
		const list = await openWithGuests('own');
		expect(list.account).toMatchObject({ people: 2, choices: { guests: 'own' } });
		expect(list.account.items.map(({ kind }) => kind)).toEqual(['no-mailbox']);
		const [, dan] = [...list.rows()];
		expect(dan).toMatchObject({ displayName: 'Dan', cells: ['Dan', 'dan.fox_vendor.com#EXT#@acme.onmicrosoft.com'] });
		expect(dan?.read).toMatchObject({ valid: true, address: 'dan.fox@vendor.com' });
		const back = await list.openWith({ guests: 'leave' });
		expect(back.ok && back.value.account.people).toBe(1);
	});
});
