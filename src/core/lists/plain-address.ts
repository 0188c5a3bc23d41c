import { addressLimits } from './limits.ts';

/** Characters as numbers: a list has too many of them to ask a string for each. */
export type Codes = Uint16Array<ArrayBuffer>;

const letter = 1;
const digit = 2;
const otherLocal = 4;
const kinds = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
	const character = String.fromCharCode(code);
	if (/[a-z]/i.test(character)) kinds[code] = letter;
	else if (/\d/.test(character)) kinds[code] = digit;
	else if (/[_+'-]/.test(character)) kinds[code] = otherLocal;
}

const dot = 0x2e;
const hyphen = 0x2d;
const sign = 0x40;
const apostrophe = 0x27;
const longestLabel = 63;
const longestTop = 24;

/** What `PlainAddress.look` says of a text: that it is none, or what has to be done to it. */
export const notPlain = 0;
export const isPlainAddress = 1;
export const hasCapitals = 2;
export const hasSpaceAround = 4;

export const isSpaceCode = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;

/**
 * Tells what nearly every cell of a clean list is, an address of ASCII letters, digits and few signs with nothing but spaces
 * around it: `^[a-z0-9_+'-]+(\.[a-z0-9_+'-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$` in either case, read off
 * by hand and hashed on the way as a list has a hundred thousand of them. A leading apostrophe is a spreadsheet's text mark or
 * half a pair of quotes, not a name's.
 */
export class PlainAddress {
	/** Of what was looked at last, in lower case. */
	hash = 0;
	domainHash = 0;

	look(codes: Codes, from: number, to: number): number {
		let start = from;
		let end = to;
		while (start < end && isSpaceCode(codes[start] ?? 0)) start++;
		while (end > start && isSpaceCode(codes[end - 1] ?? 0)) end--;
		if (end - start > addressLimits.address || codes[start] === apostrophe || isEncapsulated(codes, start)) return notPlain;
		let form = start > from || end < to ? isPlainAddress | hasSpaceAround : isPlainAddress;
		let hash = 0;
		let at = start;
		/** Where the part between two dots begins. */
		let part = start;
		for (; at < end; at++) {
			let code = codes[at] ?? 0;
			if (code < 128 && kinds[code] !== 0) {
				if (code > 0x40 && code < 0x5b) {
					form |= hasCapitals;
					code |= 0x20;
				}
			} else if ((code !== dot && code !== sign) || at === part) return notPlain;
			else if (code === sign) break;
			else part = at + 1;
			hash = mixed(hash, code);
		}
		if (at >= end || at - start > addressLimits.local) return notPlain;
		let domainHash = 0;
		let hasDot = false;
		let isOfLetters = true;
		part = at + 1;
		for (at = part; at < end; at++) {
			let code = codes[at] ?? 0;
			const kind = code < 128 ? (kinds[code] ?? 0) : 0;
			if (kind === letter) {
				if (code < 0x5b) {
					form |= hasCapitals;
					code |= 0x20;
				}
			} else if (kind === digit) isOfLetters = false;
			else if (code === hyphen) {
				if (at === part) return notPlain;
				isOfLetters = false;
			} else if (code === dot) {
				if (at === part || at - part > longestLabel || codes[at - 1] === hyphen) return notPlain;
				hasDot = true;
				isOfLetters = true;
				part = at + 1;
			} else return notPlain;
			domainHash = mixed(domainHash, code);
		}
		const top = end - part;
		if (!hasDot || !isOfLetters || top < 2 || top > longestTop) return notPlain;
		this.domainHash = settled(domainHash);
		this.hash = settled(mixed(hash, domainHash));
		return form;
	}
}

/** `IMCEAEX-…`: a directory's name in the form of an address. */
const isEncapsulated = (codes: Codes, start: number): boolean => {
	for (let at = 0; at < imcea.length; at++) if (((codes[start + at] ?? 0) | 0x20) !== imcea.charCodeAt(at)) return false;
	return true;
};
const imcea = 'imcea';

const mixed = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
const settled = (hash: number): number => hash ^ (hash >>> 15);

const hashOfText = (text: string, from: number, to: number): number => {
	let hash = 0;
	for (let at = from; at < to; at++) hash = mixed(hash, text.charCodeAt(at));
	return hash;
};

/** As `PlainAddress.look` hashes an address. */
export const hashOfAddress = (address: string): number => {
	const at = address.lastIndexOf('@');
	return settled(mixed(hashOfText(address, 0, at), hashOfText(address, at + 1, address.length)));
};

export const hashOfDomain = (domain: string): number => settled(hashOfText(domain, 0, domain.length));

/** For a text that is no longer than an address with its name. */
export class CodesOf {
	#codes: Codes = new Uint16Array(512);
	take(text: string): Codes {
		if (text.length > this.#codes.length) this.#codes = new Uint16Array(text.length * 2);
		const codes = this.#codes;
		for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
		return codes;
	}
}
