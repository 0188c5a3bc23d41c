import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import jschardet from 'jschardet';

const multiByte: Readonly<Record<string, string>> = {
	Shift_JIS: 'shift_jis',
	'EUC-JP': 'euc-jp',
	GB18030: 'gb18030',
	CP949: 'euc-kr',
	Big5: 'big5',
};
const otherScripts = ['windows-1251', 'windows-1253', 'windows-1255', 'windows-1256', 'windows-874'];
const latin = ['windows-1252', 'windows-1250', 'windows-1254', 'windows-1257'];

const sampleCharacters = 64 * 1024;
const mostPieces = 128;
/** How much surer than of Western European the guess must be: names are short, and Hungarian always looks likely. */
const surerThanWestern = 1.7;

export type Unicode = 'utf-8' | 'utf-16le' | 'utf-16be';

/** By byte order mark, or for UTF-16 without one by the zero bytes of its ASCII characters; else `null`. */
export const recogniseUtf16 = (bytes: Buffer): Unicode | null => {
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
 * The encoding of text that is not UTF-16, as iconv-lite names it. UTF-8 is checked strictly over all bytes; a
 * file that is UTF-8 but for a few damaged bytes is still UTF-8. Of the rest only the words with non-ASCII bytes
 * are judged: the addresses of a list say nothing, and drown what does. Falls back to windows-1252, which can
 * decode anything and leaves addresses right in any case.
 */
export const recogniseEncoding = (bytes: Buffer): string => {
	if (isUtf8(bytes) || isMostlyUtf8(bytes)) return 'utf-8';
	const sample = foreignWords(bytes);
	return recogniseScript(sample) ?? recogniseLatin(sample);
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

/** Looked for in pieces from all over the file: the whole of a large one would take a second. */
const foreignWords = (bytes: Buffer): Buffer => {
	const words: string[] = [];
	let length = 0;
	const step = Math.max(sampleCharacters, Math.floor(bytes.length / mostPieces));
	for (let start = 0; start < bytes.length && length < sampleCharacters; start += step) {
		const text = bytes.subarray(start, start + sampleCharacters).toString('latin1');
		for (const [word] of text.matchAll(/[^\s;,"|<>]+/g)) {
			if (!/[\x80-\xff]/.test(word)) continue;
			words.push(word);
			length += word.length;
		}
	}
	return Buffer.from(words.join(' '), 'latin1');
};

/** Scripts that are not Latin: their words have no ASCII letters in them when they are decoded rightly. */
const recogniseScript = (sample: Buffer): string | null => {
	const fitting = [...Object.values(multiByte), ...otherScripts].filter((encoding) => isPure(iconv.decode(sample, encoding)));
	if (fitting.length === 0) return null;
	// Japanese Windows writes bytes 0x81-0x9F in pairs all over; no other encoding here decodes them to plain kanji.
	if (fitting.includes('shift_jis') && isJapanese(iconv.decode(sample, 'shift_jis'))) return 'shift_jis';
	if (fitting.includes('euc-jp') && /[\u3041-\u30fe]/.test(iconv.decode(sample, 'euc-jp'))) return 'euc-jp';
	const guesses = jschardet.detectAll(sample, {
		minimumThreshold: 0,
		detectEncodings: [...Object.keys(multiByte), 'CP932', ...otherScripts],
	});
	for (const { encoding } of guesses) {
		const name = encoding === null ? '' : (multiByte[encoding] ?? (encoding === 'CP932' ? 'shift_jis' : encoding.toLowerCase()));
		if (fitting.includes(name)) return name;
	}
	return null;
};

const isPure = (text: string): boolean => {
	if (text.includes('\ufffd') || /[\u0080-\u009f\ue000-\uf8ff]/.test(text)) return false;
	const words = text.split(' ').filter((word) => /[^\u0000-\u007f]/.test(word));
	const pure = words.filter(
		(word) => /[^\u0000-\u007f]{2}/.test(word) && !/[a-z]/i.test(word) && !/[\u00a1-\u00bf\u00d7\u00f7]/.test(word),
	);
	return words.length > 0 && pure.length >= words.length * 0.7;
};

const isJapanese = (text: string): boolean => {
	const foreign = text.replace(/[\u0000-\u007f]/g, '').length;
	// Half-width kana alone are single bytes, which every other encoding has letters for.
	const japanese = text.match(/[\u3041-\u30fe\u4e00-\u9fa0々]/g)?.length ?? 0;
	return japanese >= foreign * 0.6;
};

const recogniseLatin = (sample: Buffer): string => {
	const guesses = jschardet.detectAll(sample, { minimumThreshold: 0, detectEncodings: latin });
	const sureness = (name: string) => guesses.find(({ encoding }) => encoding?.toLowerCase() === name)?.confidence ?? 0;
	const western = iconv.decode(sample, 'windows-1252');
	// "Wa³êsa": a sign in the middle of a word is a letter of another code page.
	const odd = western.match(/\p{L}[¡-©«-±´-¹»-¿×÷][\p{Ll}]/gu)?.length ?? 0;
	const [best] = latin.slice(1).sort((left, right) => sureness(right) - sureness(left));
	if (best === undefined) return 'windows-1252';
	const words = western.split(' ').length;
	return odd > words / 10 || sureness(best) > sureness('windows-1252') * surerThanWestern ? best : 'windows-1252';
};
