import { expect, test } from 'vitest';
import { fillMessage } from '../../../src/renderer/features/owner-messages/message-template.ts';
import { writeCsv } from '../../../src/renderer/features/owner-messages/write-csv.ts';
import { encodeQuotedPrintable, type Mail, writeEml } from '../../../src/renderer/features/owner-messages/write-eml.ts';
import { defaultTemplate } from '../../../src/renderer/messages.ts';

const values = {
	domain: 'example.com',
	site: 'acme.atlassian.net',
	desk: 'Help',
	organisation: 'Acme',
	addresses: 'ann@example.com, ben@example.com',
};

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
		.replace(/\?=\r\n =\?/g, '?==?')
		.replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, base64: string) => Buffer.from(base64, 'base64').toString('latin1'))
		.replace(/.+/, (latin1) => Buffer.from(latin1, 'latin1').toString('utf8'));

const decodeQuotedPrintable = (text: string): string =>
	Buffer.from(
		text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
		'latin1',
	).toString('utf8');

test('known names in braces are filled in, others stay', () => {
	expect(fillMessage({ subject: 'To {domain}', body: '{organisation} {unknown} {desk}' }, values)).toEqual({
		subject: 'To example.com',
		body: 'Acme {unknown} Help',
	});
});

test('a value that looks like a name in braces is not filled in again', () => {
	expect(fillMessage({ subject: '{desk}', body: '' }, { ...values, desk: '{addresses}' }).subject).toBe('{addresses}');
});

test('a subject stays one line', () => {
	expect(fillMessage({ subject: 'A\r\nBcc: everybody@example.com', body: '' }, values).subject).toBe('A Bcc: everybody@example.com');
});

test('the default text shows nobody the addresses of others', () => {
	const { body } = fillMessage(defaultTemplate, values);
	expect(body).not.toContain('@');
	expect(body).not.toMatch(/[{}]/);
});

test('a mail has the headers of a draft, and people do not see each other', () => {
	const headers = headersOf(writeEml(mail));
	expect(headers).toContain('From: admin@acme.example\r\n');
	expect(headers).toContain('To: undisclosed-recipients:;\r\n');
	expect(headers).toContain('Bcc: ann@example.com,\r\n ben@example.com\r\n');
	expect(headers).toContain('Date: Wed, 25 Nov 2026 09:00:00 +0000\r\n');
	expect(headers).toContain('X-Unsent: 1\r\n');
	expect(headers).toContain('Content-Type: text/plain; charset=UTF-8');
});

test('where the sender is not known, the mail program fills it in', () => {
	expect(headersOf(writeEml({ ...mail, from: null }))).not.toContain('From:');
});

test('every line ends as mail wants it, and none is too long', () => {
	const eml = writeEml({ ...mail, subject: 'ä'.repeat(120), body: `${'Grüße aus Köln '.repeat(40)}\n.\nFrom here` });
	expect(eml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	for (const line of eml.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
});

test.each(['plain', 'Zugang für {domain}: Kö🎉ln', 'x'.repeat(200), '=?UTF-8?B?aGk=?=', 'ü'.repeat(90)])(
	'the subject %s arrives as it was written',
	(subject) => {
		const [, header = ''] = /^Subject: ((?:.|\r\n )*)\r\n[A-Z]/m.exec(writeEml({ ...mail, subject })) ?? [];
		expect(decodeWords(header)).toBe(subject);
	},
);

test('a body arrives as it was written, with spaces at line ends and signs of other scripts', () => {
	const body = 'a = b\n trailing \nKöln \n\ttab\t\nKöln 東京 🎉\n';
	expect(decodeQuotedPrintable(encodeQuotedPrintable(body))).toBe(body.replaceAll('\n', '\r\n'));
	for (const line of encodeQuotedPrintable(body).split('\r\n')) expect(line).not.toMatch(/[ \t]$/);
});

test('an address cannot bring a header of its own along', () => {
	const eml = writeEml({ ...mail, bcc: ['ann@example.com\r\nX-Evil: 1', 'a@b.example, c@d.example'], subject: 'Hi\r\nX-Evil: 1' });
	expect(headersOf(eml)).not.toMatch(/^X-Evil/m);
	expect(headersOf(eml)).toContain(',\r\n a@b.examplec@d.example\r\n');
});

test('a cell that a spreadsheet would run becomes text, and quotes are kept', () => {
	const csv = writeCsv([['=1+1', '+49', '-x', '@cmd', '\tx', '\rx', 'a@b.example', 'say "hi", please', 'two\nlines']]);
	expect(csv).toBe('\uFEFF\'=1+1,\'+49,\'-x,\'@cmd,\'\tx,"\'\rx",a@b.example,"say ""hi"", please","two\nlines"\r\n');
});
