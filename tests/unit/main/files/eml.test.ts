import addressparser from 'nodemailer/lib/addressparser';
import { expect, test } from 'vitest';
import { type Mail, writeEml } from '#main/files/eml.ts';
import { messagesCsv } from '#main/services/reports/plan-report.ts';

const mail: Mail = {
	from: 'admin@acme.example',
	bcc: ['ann@example.com', 'ben@example.com'],
	subject: 'Hello',
	body: 'Line one\nLine two',
	at: new Date('2026-11-25T09:00:00.000Z'),
};

const headersOf = (eml: string): string => eml.slice(0, eml.indexOf('\r\n\r\n'));

/** As a mail program reads it, by an implementation of its own. */
const decodeWords = (header: string): string =>
	header
		.replace(/\?=(?:\r\n)? =\?/g, '?==?')
		.replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, base64: string) => Buffer.from(base64, 'base64').toString('latin1'))
		.replace(/.+/, (latin1) => Buffer.from(latin1, 'latin1').toString('utf8'));

const decodeQuotedPrintable = (text: string): string =>
	Buffer.from(
		text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
		'latin1',
	).toString('utf8');

test('a mail has the headers of a draft, and people do not see each other', async () => {
	const headers = headersOf(await writeEml(mail));
	expect(headers).toContain('From: admin@acme.example\r\n');
	expect(headers).toContain('To: undisclosed-recipients:;\r\n');
	expect(headers).toContain('Bcc: ann@example.com, ben@example.com\r\n');
	expect(headers).toContain('Date: Wed, 25 Nov 2026 09:00:00 +0000\r\n');
	expect(headers).toContain('X-Unsent: 1\r\n');
	expect(headers).toContain('Content-Type: text/plain; charset=utf-8');
});

test('where the sender is not known, the mail program fills it in', async () => {
	expect(headersOf(await writeEml({ ...mail, from: null }))).not.toContain('From:');
});

test('every line ends as mail wants it, and none is too long', async () => {
	const eml = await writeEml({ ...mail, subject: 'ä'.repeat(120), body: `${'Grüße aus Köln '.repeat(40)}\n.\nFrom here` });
	expect(eml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	for (const line of eml.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
});

test.each(['plain', 'Zugang für {domain}: Kö🎉ln', 'x'.repeat(200), '=?UTF-8?B?aGk=?=', 'ü'.repeat(90)])(
	'the subject %s arrives as it was written',
	async (subject) => {
		const [, header = ''] = /^Subject: ((?:.|\r\n )*)\r\n[A-Z]/m.exec(await writeEml({ ...mail, subject })) ?? [];
		expect(decodeWords(header)).toBe(subject);
	},
);

test('a body arrives as it was written, with spaces at line ends and signs of other scripts', async () => {
	const body = 'a = b\n trailing \nKöln \n\ttab\t\nKöln 東京 🎉\n';
	const eml = await writeEml({ ...mail, body });
	const written = eml.slice(headersOf(eml).length + 4, -2);
	expect(decodeQuotedPrintable(written)).toBe(body.replaceAll('\n', '\r\n'));
	for (const line of written.split('\r\n')) expect(line).not.toMatch(/[ \t]$/);
});

test('an address cannot bring a header or another address of its own along', async () => {
	const hostile = ['ann@example.com\r\nX-Evil: 1', 'a@b.example, c@d.example', 'Ann <ann@evil.example>', '"x" <y@z.example>, q@z.example;'];
	const headers = headersOf(
		await writeEml({ ...mail, from: 'a@b.example\r\nX-Evil: 1, c@d.example', bcc: hostile, subject: 'Hi\r\nX-Evil: 1' }),
	).replaceAll('\r\n ', ' ');
	expect(headers).not.toMatch(/^X-Evil/m);
	const addressesOf = (name: string) => addressparser(new RegExp(`^${name}: (.*)$`, 'm').exec(headers)?.[1] ?? '', { flatten: true });
	expect(addressesOf('Bcc')).toHaveLength(hostile.length);
	expect(addressesOf('From')).toHaveLength(1);
});

test('names and domains of other scripts arrive, and a list of people is folded', async () => {
	const bcc = ['jörg@köln.example', 'o’neill@example.com', ...Array.from({ length: 50 }, (_, index) => `person.${index}@example.com`)];
	const headers = headersOf(await writeEml({ ...mail, bcc }));
	expect(headers).toContain('jörg@köln.example');
	for (const line of headers.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
	expect(headers.replaceAll('\r\n ', ' ')).toContain('person.48@example.com, person.49@example.com\r\n');
});

test('a cell that a spreadsheet would run becomes text, and quotes are kept', () => {
	const [, csv] = messagesCsv({
		to: 'people',
		titles: [],
		messages: [{ domain: '=1+1', addresses: ['+49'], subject: '\tx', body: 'say "hi", please' }],
	});
	expect(csv).toBe(`"'=1+1","'+49","'\tx","say ""hi"", please"\r\n`);
});
