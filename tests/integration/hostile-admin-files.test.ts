import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { adminFileFromBytes } from '#main/files/admin-file-source.ts';
import { failureSentence, noticeSentence } from '#main/hosts/cli/messages.ts';
import { showControls } from '#main/hosts/terminal.ts';
import type { GivenAdminFile } from '#main/services/snapshots/admin-file-service.ts';
import { composeApp } from '#main/services/compose.ts';
import type { AdminFileKind } from '#shared/admin-files.ts';
import type { Failure, Outcome } from '#shared/outcome.ts';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import { failureTexts } from '../../src/renderer/messages.ts';
import { makeTempDir, need } from '../support/demo-app.ts';
import { clientSite } from '../support/admin-file-app.ts';
import { headers } from '../support/admin-files.ts';
import { workbookOf, writeZip } from '../support/workbook.ts';

interface Hostile {
	readonly what: string;
	readonly bytes: () => string | Buffer;
	readonly kind?: AdminFileKind;
	readonly coverage?: GivenAdminFile['coverage'];
}

const line = '1,Ann,ann@x.example,Active,,,User\n';
const users = `${headers.users}\n${line}`;
const many = (count: number, text: (index: number) => string): string => Array.from({ length: count }, (_, index) => text(index)).join('');

/** Each is refused, with a failure that has a sentence. */
const refused: readonly (Hostile & { readonly failure: string; readonly says: RegExp })[] = [
	{ what: 'nothing at all', bytes: () => '', failure: 'empty', says: /This file is empty/ },
	{ what: 'blank lines only', bytes: () => '\n \n\t\n', failure: 'empty', says: /This file is empty/ },
	{ what: 'a header and nobody', bytes: () => `${headers.users}\n`, failure: 'header-only', says: /no people below/ },
	{ what: 'NULs between', bytes: () => users.replace('Ann', 'A\0n'), failure: 'binary', says: /not a text file/ },
	{ what: 'a picture', bytes: () => Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), failure: 'binary', says: /not a text file \(png\)/ },
	{ what: 'an archive', bytes: () => gzipSync(users), failure: 'binary', says: /not a text file \(gzip\)/ },
	{
		what: 'half a workbook',
		bytes: () => workbookOf(['Email'], ['ann@x.example']).subarray(0, 200),
		failure: 'damaged',
		says: /damaged or incomplete/,
	},
	{
		what: 'a text document',
		bytes: () => writeZip([{ name: 'word/document.xml', content: '<w/>' }]),
		failure: 'binary',
		says: /not a text file \(docx\).*Save the export as CSV/,
	},
	{
		what: 'a huge cell',
		bytes: () => `${headers.users}\n1,${'A'.repeat(40_000)},ann@x.example,Active,,,User\n`,
		failure: 'cell-too-large',
		says: /larger than 32 KB/,
	},
	{
		what: 'a huge cell far below',
		bytes: () =>
			`${users}${many(3000, (index) => `${index},B,b${index}@x.example,Active,,,User\n`)}9,"${'C'.repeat(50_000)}",c@x.example,Active,,,\n`,
		failure: 'cell-too-large',
		says: /line 3003/,
	},
	{
		what: 'more columns than any',
		bytes: () => `${headers.users}${',x'.repeat(300)}\n${line}`,
		failure: 'too-many-columns',
		says: /256 columns/,
	},
	{
		what: 'more than a million rows',
		bytes: () => `${headers.users}\n${many(1_000_001, () => ',,a@x.co,Active,,,\n')}`,
		failure: 'too-many-rows',
		says: /1,000,000 rows/,
	},
	{ what: 'more than 128 MB', bytes: () => Buffer.alloc(128 * 1024 * 1024 + 1, 'a'), failure: 'too-large', says: /128 MB/ },
	{
		what: 'a list of people to invite',
		bytes: () => 'Name,E-mail address,Organisation,Notes\nAnn,ann@x.example,Acme,VIP\n',
		failure: 'export-kind-unknown',
		says: /match several kinds of export, or none.*--kind/,
	},
	{
		what: 'the same, said to be an export',
		bytes: () => 'Name,E-mail address,Organisation\nAnn,ann@x.example,Acme\n',
		kind: 'users',
		failure: 'export-columns-unmapped',
		says: /not recognised: status.*--map status=TITLE/,
	},
	{ what: 'a program', bytes: () => 'int main() {\n\treturn 0;\n}\n', failure: 'no-addresses', says: /no email address/ },
	{ what: 'JSON', bytes: () => '[{"email": "ann@x.example", "status": "active"}]', failure: 'export-kind-unknown', says: /--kind/ },
	{
		what: 'a title that stands twice',
		bytes: () => 'User id,email,Status,Status,Added to org\n1,ann@x.example,Active,Suspended,\n',
		failure: 'export-columns-unmapped',
		says: /not recognised: status/,
	},
	{
		what: 'two address columns',
		bytes: () => 'User id,Email,E-mail,User status,Added to org\n1,ann@x.example,bob@x.example,Active,\n',
		failure: 'export-columns-unmapped',
		says: /not recognised: address/,
	},
	{
		what: 'a status nobody knows',
		bytes: () => users.replace('Active', 'Ghosted'),
		failure: 'export-values-unmapped',
		says: /Ghosted.*--values "active=Ghosted"/,
	},
	{
		what: 'a status that is a formula',
		bytes: () => users.replace('Active', '=HYPERLINK(1)'),
		failure: 'export-values-unmapped',
		says: /=HYPERLINK\(1\)/,
	},
	{
		what: 'control characters in a status',
		bytes: () => users.replace('Active', 'Act\u001B[2Jive'),
		failure: 'export-values-unmapped',
		says: /Act␛\[2Jive/,
	},
	{
		what: 'a part of a table that is said to be complete',
		bytes: () => 'Name\tEmail\tStatus\tActions\nAnn\tann@x.example\tActive\t…\nShowing 1–1 of 380\n',
		failure: 'not-whole',
		says: /1 of 380/,
	},
	{
		what: 'addresses without a status',
		bytes: () => 'Showing 1–2 of 2\nann@x.example\nben@x.example\n',
		kind: 'portal',
		failure: 'no-status-beside',
		says: /has no status/,
	},
	{
		what: 'a page without a table',
		bytes: () => '<html><body><p>Sign in</p></body></html>',
		failure: 'no-addresses',
		says: /no email address/,
	},
	{ what: 'tags that never end', bytes: () => `<table><tr><td>${'<'.repeat(20_000)}`, failure: 'empty', says: /This file is empty/ },
];

/** Each is read all the same, and what is odd about it is said. */
const read: readonly (Hostile & { readonly people: number; readonly notice?: RegExp })[] = [
	{ what: 'UTF-16', bytes: () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(users, 'utf16le')]), people: 1 },
	{ what: 'UTF-16, big-endian', bytes: () => iconv.encode(users, 'utf-16be', { addBOM: true }), people: 1 },
	{
		what: 'Windows-1252',
		bytes: () => iconv.encode('Benutzer-ID;Benutzername;E-Mail;Benutzerstatus;Gruppen\n1;Jürgen Größe;j@x.example;gesperrt;\n', 'win1252'),
		people: 1,
	},
	{
		what: 'bytes of no encoding',
		bytes: () => Buffer.concat([Buffer.from(users), Buffer.from([0x32, 0x2c, 0xff, 0xc0, 0x2c]), Buffer.from('bob@x.example,Active,,,\n')]),
		people: 2,
	},
	{ what: 'line breaks of an old Mac', bytes: () => users.replaceAll('\n', '\r'), people: 1 },
	{
		what: 'rows of every length',
		bytes: () => `${users}2,Bo\n3,Cy,cy@x.example,Active\n4,Di,di@x.example,Active,,,User,more,and more\n`,
		people: 3,
	},
	{
		what: 'shifted cells',
		bytes: () => `${users}2,Lee, Bo,bo@x.example,Active,,,\n`,
		people: 1,
		notice: /1 line has an unreadable address \(first line 3\)/,
	},
	{ what: 'a name that is a formula', bytes: () => users.replace('Ann', "=cmd|' /C calc'!A0"), people: 1 },
	{
		what: 'one person twice, differently',
		bytes: () => `${users}1,Ann,ann@x.example,Suspended,,,\n`,
		people: 1,
		notice: /contradictory lines \(first lines 2 and 3\)/,
	},
	{ what: 'a quote that is never closed', bytes: () => `${headers.users}\n1,"Ann,ann@x.example,Active,,,User\n`, people: 1 },
	{ what: 'a separator line of Excel', bytes: () => `sep=,\n${users}`, people: 1 },
	{
		what: 'names like those of objects',
		bytes: () => `${users}constructor,__proto__,__proto__@x.example,Active,,,toString\n`.replace('toString', 'User'),
		people: 2,
	},
];

const compose = async () => {
	const dataDir = await makeTempDir();
	const services = need(await composeApp({ dataDir, host: 'cli', allowLoopback: false, version: '0.0.0', sessionSecrets: true }));
	onTestFinished(() => services.close());
	const folder = join(dataDir, 'snapshots');
	const add = async ({ what, bytes, kind, coverage = 'all' }: Hostile): Promise<Outcome<SnapshotInfo>> => {
		const source = await adminFileFromBytes(`${what}.csv`, Buffer.from(bytes()));
		if (!source.ok) return source;
		return services.adminFiles.add(
			[{ source: source.value, choice: { kind }, takenAt: '2026-11-20', coverage }],
			{ siteUrl: clientSite },
			null,
		);
	};
	const left = (): readonly string[] => {
		try {
			return readdirSync(folder);
		} catch {
			return [];
		}
	};
	return { services, add, left };
};

const faultOf = ({ code, details }: Failure): string => (code === 'export-unusable' ? String(details['fault']) : code);

describe('a file that cannot be used is refused with a sentence, and nothing of it stays', () => {
	it.each(refused.map((file) => [file.what, file] as const))('%s', async (_what, file) => {
		const { add, left } = await compose();
		const added = await add(file);
		if (added.ok) throw new Error('it was taken for an export');
		expect(faultOf(added.failure)).toBe(file.failure);
		expect(showControls(failureSentence(added.failure))).toMatch(file.says);
		expect(failureSentence(added.failure)).toContain(file.what);
		expect(failureTexts[added.failure.code](added.failure.details).happened).not.toBe('');
		expect(left()).toEqual([]);
	});

	it('not even a good one that was given with it', async () => {
		const { services, left } = await compose();
		const given = async (text: string): Promise<GivenAdminFile> => ({
			source: need(await adminFileFromBytes('x.csv', Buffer.from(text))),
			choice: {},
			takenAt: '2026-11-20',
			coverage: 'all',
		});
		const files = [await given(users), await given(users.replace('Active', 'Ghosted'))];
		expect(await services.adminFiles.add(files, { siteUrl: clientSite }, null)).toMatchObject({
			failure: { code: 'export-values-unmapped' },
		});
		expect(left()).toEqual([]);
	});
});

describe('a file that is odd is read, and says what is odd', () => {
	it.each(read.map((file) => [file.what, file] as const))('%s', async (_what, file) => {
		const { services, add, left } = await compose();
		const added = need(await add({ ...file, coverage: 'unknown' }));
		expect(added.adminFiles).toMatchObject([{ people: file.people }]);
		expect(left()).toEqual([`${added.id}.sqlite`]);
		const source = need(await adminFileFromBytes(`${file.what}.csv`, Buffer.from(file.bytes())));
		const notices = need(await services.adminFiles.read(source, { siteUrl: clientSite })).preview.notices.map(noticeSentence);
		if (file.notice !== undefined) expect(notices.join('\n')).toMatch(file.notice);
		expect(
			need(await services.snapshots.load({ snapshotId: added.id, siteUrl: null, deskKey: null, allowIncomplete: false })).snapshot
				.adminFiles,
		).toHaveLength(1);
	});
});
