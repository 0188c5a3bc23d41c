import { isUtf8 } from 'node:buffer';
import { detectAll } from 'jschardet';
import type { Encoding } from '#shared/lists.ts';

/** What is guessed at, as jschardet names it: what spreadsheets write. A person may choose among more. */
const guessed: Readonly<Record<string, Encoding>> = {
	'Windows-1252': 'windows-1252',
	'Windows-1250': 'windows-1250',
	'Windows-1251': 'windows-1251',
	'Windows-1253': 'windows-1253',
	'Windows-1254': 'windows-1254',
	'Windows-1255': 'windows-1255',
	'Windows-1256': 'windows-1256',
	'Windows-1257': 'windows-1257',
	CP874: 'windows-874',
	CP932: 'shift_jis',
	'EUC-JP': 'euc-jp',
	GB18030: 'gb18030',
	CP949: 'euc-kr',
	Big5: 'big5',
};
const otherLatin: readonly (Encoding | undefined)[] = ['windows-1250', 'windows-1254', 'windows-1257'];

const sampleCharacters = 64 * 1024;
const mostPieces = 128;
/** How much surer than of Western European the guess must be: names are short, and Hungarian always looks likely. */
const surerThanWestern = 1.8;

/** By byte order mark, or for UTF-16 without one by the zero bytes of its ASCII characters; else `null`. */
export const recogniseUtf16 = (bytes: Buffer): 'utf-16le' | 'utf-16be' | null => {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const length = Math.min(bytes.length, 4096) & ~1;
	if (length < 4) return null;
	let even = 0;
	let odd = 0;
	for (let index = 0; index < length; index += 2) {
		if (bytes[index] === 0) even++;
		if (bytes[index + 1] === 0) odd++;
	}
	const pairs = length / 2;
	if (odd > pairs * 0.3 && even <= pairs * 0.02) return 'utf-16le';
	if (even > pairs * 0.3 && odd <= pairs * 0.02) return 'utf-16be';
	return null;
};

/**
 * The encoding of text that is not UTF-16, as iconv-lite names it. UTF-8 is checked strictly over all bytes; a file that is
 * UTF-8 but for a few damaged bytes is still UTF-8. All else is jschardet's guess, which a person can overrule; where it is
 * not sure of one Latin alphabet before the others it is windows-1252, which leaves addresses right in any case.
 */
export const recogniseEncoding = (bytes: Buffer): Encoding => {
	if (isUtf8(bytes) || isMostlyUtf8(bytes)) return 'utf-8';
	const telling = tellingLines(bytes);
	// Nothing but odd spaces between ASCII: every encoding fits, and the library would complain about it on standard error.
	if (telling.length === 0) return 'windows-1252';
	const guesses = detectAll(telling, { minimumThreshold: 0, detectEncodings: Object.keys(guessed) });
	const [best] = guesses;
	const encoding = guessed[best?.encoding ?? ''] ?? 'windows-1252';
	const western = guesses.find((guess) => guess.encoding === 'Windows-1252')?.confidence ?? 0;
	return otherLatin.includes(encoding) && (best?.confidence ?? 0) < western * surerThanWestern ? 'windows-1252' : encoding;
};

const isMostlyUtf8 = (bytes: Buffer): boolean => {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return true;
	const text = bytes.subarray(0, 4 * 1024 * 1024).toString('utf8');
	let damaged = 0;
	let intact = 0;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code === 0xfffd) damaged++;
		else if (code > 0x7f) intact++;
	}
	// A lone pair of Latin letters can be valid UTF-8 by accident; ten to one is no accident.
	return intact > 0 && (damaged === 0 || intact >= damaged * 10);
};

/**
 * Lines in which a word with non-ASCII bytes stands that stood in none before: a company's name in every line drowns what
 * the others say. Looked for in pieces from all over the file: the whole of a large one would take a second.
 */
const tellingLines = (bytes: Buffer): Buffer => {
	const seen = new Set<string>();
	const lines: string[] = [];
	let length = 0;
	const step = Math.max(sampleCharacters, Math.floor(bytes.length / mostPieces));
	for (let start = 0; start < bytes.length && length < sampleCharacters; start += step) {
		for (const line of bytes
			.subarray(start, start + sampleCharacters)
			.toString('latin1')
			.split(/[\r\n]+/)) {
			const news = line.split(/[\s;,"|<>]+/).filter((word) => /[\x80-\xff]/.test(word) && !seen.has(word));
			if (news.length === 0) continue;
			for (const word of news) seen.add(word);
			lines.push(line);
			length += line.length;
		}
	}
	return Buffer.from(lines.join('\n'), 'latin1');
};
