import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openList, openListText, type OpenListOptions } from '#main/files/open-list.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'lists-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function file(content: string | Uint8Array, name = 'list.csv'): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, content);
	return path;
}

async function opened(content: string | Uint8Array, options?: OpenListOptions) {
	const outcome = await openList(await file(content), options);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
	return outcome.value;
}

async function failureOf(content: string | Uint8Array, options?: OpenListOptions) {
	const outcome = await openList(await file(content), options);
	if (outcome.ok) throw new Error('opened');
	return outcome.failure;
}

const rowsOf = async (content: string | Uint8Array) =>
	[...(await opened(content)).rows()].map(({ row, read }) => [row, read.valid ? read.address : read.problem]);

describe('openList', () => {
	it('gives a preview and the rows of an ordinary file', async () => {
		const list = await opened('Name,Email,Organisation\r\n"Lee, Ann",ANN@x.com,Acme\r\nBob,bob@y.com,"Say ""Hi"""\r\n');
		expect(list.preview).toEqual({
			name: 'list.csv',
			encoding: 'utf-8',
			delimiter: ',',
			columns: ['Name', 'Email', 'Organisation'],
			hasHeader: true,
			mapping: { email: 1, name: 0, organisation: 2 },
			rowCount: 2,
			sample: [
				{ row: 2, cells: ['Lee, Ann', 'ANN@x.com', 'Acme'] },
				{ row: 3, cells: ['Bob', 'bob@y.com', 'Say "Hi"'] },
			],
			warnings: [],
		});
		expect([...list.rows()]).toMatchObject([
			{ row: 2, original: 'ANN@x.com', displayName: 'Lee, Ann', organisation: 'Acme' },
			{ row: 3, original: 'bob@y.com', displayName: 'Bob', organisation: 'Say "Hi"' },
		]);
	});

	it('reads rows through a corrected mapping', async () => {
		const list = await opened('Email,Other\na@x.com,b@y.com\n');
		expect([...list.rows({ email: 1, name: null, organisation: null })][0]?.original).toBe('b@y.com');
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
		expect((await opened(text)).preview).toMatchObject({ delimiter: expected, mapping: { email: 1 } });
	});

	it('recognises semicolons around cells full of commas', async () => {
		const text = 'Name;Email;Org\nLee, Ann;ann@x.com;Acme, Inc.\nRay, Bob;bob@x.com;Acme, Inc.\n';
		expect((await opened(text)).preview).toMatchObject({ delimiter: ';', columns: ['Name', 'Email', 'Org'] });
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
		expect(list.preview).toMatchObject({ delimiter: ';', columns: ['Email', 'Name'], sample: [{ row: 3 }] });
	});

	it('numbers rows by the line they start on: quoted line breaks and blank lines count', async () => {
		const text = 'Email,Note\nann@x.com,"one\r\ntwo\nthree"\n\n,\nbob@x.com,x\r\n   \ncy@x.com,y';
		expect(await rowsOf(text)).toEqual([
			[2, 'ann@x.com'],
			[7, 'bob@x.com'],
			[9, 'cy@x.com'],
		]);
		expect((await opened(text)).preview.sample[0]?.cells).toEqual(['ann@x.com', 'one\r\ntwo\nthree']);
	});

	it('reads the line breaks of old Macs', async () => {
		expect(await rowsOf('Email,Name\rann@x.com,"A\rB"\rbob@x.com,Bob\r')).toEqual([
			[2, 'ann@x.com'],
			[4, 'bob@x.com'],
		]);
	});

	it('warns of ragged rows by line', async () => {
		const { warnings } = (await opened('Email,Name\nann@x.com\nbob@x.com,Bob\ncy@x.com,Cy,more\n')).preview;
		expect(warnings).toEqual([
			{ row: 2, code: 'ragged-row', details: { expected: 2, found: 1 } },
			{ row: 4, code: 'ragged-row', details: { expected: 2, found: 3 } },
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
		expect((await opened(text)).preview.warnings).toEqual([{ row: 2, code: 'unclosed-quote', details: {} }]);
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
		const { preview } = await opened(iconv.encode(table(name, org), encoding));
		expect(preview.encoding).toBe(encoding);
		expect(preview.sample[0]?.cells).toEqual([name, 'p0@x.com', org]);
	});

	it.each(['utf-8', 'utf-16le', 'utf-16be'])('takes the byte order mark of %s off', async (encoding) => {
		const { preview } = await opened(iconv.encode('Email\nann@x.com\n', encoding, { addBOM: true }));
		expect(preview).toMatchObject({ encoding, columns: ['Email'] });
	});

	it("reads typographic apostrophes as Western, not as half of somebody's kanji", async () => {
		expect((await opened(iconv.encode(table('Pat O’Brien', 'Ren\u00e9’s'), 'windows-1252'))).preview.encoding).toBe('windows-1252');
	});

	it('puts a character together that the end of a piece cuts', async () => {
		const rows = Array.from({ length: 40_000 }, (_, row) => `p${row}@x.com,山田太郎`);
		const list = await opened(`Email,Name\n${rows.join('\n')}`);
		expect(list.preview).toMatchObject({ rowCount: 40_000, warnings: [] });
	});

	it('keeps UTF-8 with a few damaged bytes and names the rows', async () => {
		const good = Buffer.from(`Email,Name\n${'ann@x.com,Müller\n'.repeat(30)}`);
		const { preview } = await opened(Buffer.concat([good, Buffer.from('bob@x.com,M\xfcller\n', 'latin1')]));
		expect(preview).toMatchObject({ encoding: 'utf-8', warnings: [{ row: 32, code: 'replaced-characters' }] });
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
		['xlsx', Buffer.from('PK\x03\x04\x14\0\x06\0[Content_Types].xml', 'latin1')],
		['zip', Buffer.from('PK\x03\x04\x14\0\x06\0readme', 'latin1')],
		['pdf', Buffer.from('%PDF-1.7\nann@x.com')],
		['unknown', Buffer.from('ann@x.com\0\0\0\x01\x02\x03more', 'latin1')],
	])('says that %s is no text', async (kind, content) => {
		expect(await failureOf(content)).toEqual({ code: 'list-binary', details: { kind } });
	});

	it('refuses more than 64 MB', async () => {
		expect(await failureOf(Buffer.alloc(64 * 1024 * 1024 + 1, 'a'))).toMatchObject({ code: 'list-too-large' });
	});

	it('refuses more than a million rows, and takes exactly a million', { timeout: 60_000 }, async () => {
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

describe('openListText', () => {
	it('opens pasted text', async () => {
		const outcome = await openListText('pasted', 'Ann\tann@x.com\nBob\tbob@x.com');
		expect(outcome).toMatchObject({
			ok: true,
			value: { preview: { name: 'pasted', hasHeader: false, columns: ['Column 1', 'Column 2'], rowCount: 2 } },
		});
	});
});
