export interface Mail {
	/** Who sends it; `null` where that is not known: the mail program fills it in. */
	readonly from: string | null;
	readonly bcc: readonly string[];
	readonly subject: string;
	readonly body: string;
	readonly at: Date;
}

const lineEnd = '\r\n';
/** RFC 2047: an encoded word is 75 characters at most; this many bytes of text fit into one as base64. */
const wordBytes = 42;
/** RFC 2045: a line of quoted-printable is 76 characters at most, its soft break included. */
const lineChars = 75;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Text in pieces of at most so many bytes, never cut within a character. */
const pieces = (text: string, mostBytes: number): readonly string[] => {
	const all: string[] = [];
	let piece = '';
	for (const character of text) {
		if (utf8(piece + character).length > mostBytes) {
			all.push(piece);
			piece = '';
		}
		piece += character;
	}
	return piece === '' ? all : [...all, piece];
};

/** RFC 2047: as it is where it is plain, otherwise as encoded words, folded. */
const encodeHeader = (text: string): string => {
	const oneLine = text.replace(/[\r\n]+/g, ' ');
	if (/^[\x20-\x7e]*$/.test(oneLine) && !oneLine.includes('=?') && oneLine.length <= 66) return oneLine;
	return pieces(oneLine, wordBytes)
		.map((piece) => `=?UTF-8?B?${btoa(String.fromCodePoint(...utf8(piece)))}?=`)
		.join(`${lineEnd} `);
};

const hex = (byte: number): string => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;

const encodeLine = (line: string): string => {
	const bytes = utf8(line);
	const codes = Array.from(bytes, (byte, index) => {
		const isLast = index === bytes.length - 1;
		const isPlain = (byte >= 33 && byte <= 126 && byte !== 61) || ((byte === 32 || byte === 9) && !isLast);
		return isPlain ? String.fromCharCode(byte) : hex(byte);
	});
	const lines: string[] = [];
	let current = '';
	for (const code of codes) {
		if (current.length + code.length > lineChars) {
			lines.push(`${current}=`);
			current = '';
		}
		current += code;
	}
	return [...lines, current].join(lineEnd);
};

/** RFC 2045: readable where it is plain, and safe on every way. */
export const encodeQuotedPrintable = (text: string): string =>
	text
		.split(/\r\n|\r|\n/)
		.map(encodeLine)
		.join(lineEnd);

/** An address stands in a header of its own line: whatever could end that line, or begin another address, is dropped. */
const cleanAddress = (address: string): string => address.replace(/[\s,;<>"()\p{Cc}]/gu, '');

/** RFC 5322, with the offset of UTC. */
const formatDate = (at: Date): string => at.toUTCString().replace(/GMT$/, '+0000');

/**
 * A mail as a file (RFC 5322): opened in a mail program, it is a draft (`X-Unsent`). The people are in Bcc, because they have
 * nothing to do with each other but their domain; `To` is an empty group, so that no program takes one of them for it.
 */
export const writeEml = ({ from, bcc, subject, body, at }: Mail): string => {
	const headers = [
		...(from === null ? [] : [`From: ${cleanAddress(from)}`]),
		'To: undisclosed-recipients:;',
		`Bcc: ${bcc.map(cleanAddress).join(`,${lineEnd} `)}`,
		`Subject: ${encodeHeader(subject)}`,
		`Date: ${formatDate(at)}`,
		'X-Unsent: 1',
		'MIME-Version: 1.0',
		'Content-Type: text/plain; charset=UTF-8',
		'Content-Transfer-Encoding: quoted-printable',
	];
	return `${headers.join(lineEnd)}${lineEnd}${lineEnd}${encodeQuotedPrintable(body)}${lineEnd}`;
};
