import { checkAddress } from './check-address.ts';
import { withoutInvisible } from './invisible-characters.ts';
import type { AddressProblem, CleanedThing, ReadAddress } from './list.ts';
import { findNoMailbox, isExampleText, isPlaceholder, proxyAddresses } from './no-mailbox.ts';
import { CodesOf, hasSpaceAround, isPlainAddress, isSpaceCode, notPlain, PlainAddress } from './plain-address.ts';
import { peelAddress } from './peel-address.ts';

const addressLike = /[^\s@,;<>()"'|]+@[^\s@,;<>()"'|]+/g;

/** No address with its name is longer. The expressions below are made for short text: some take quadratic time. */
const longestJudged = 2000;

const nothing: readonly CleanedThing[] = [];
const placeholder: ReadAddress = { valid: false, problem: 'placeholder', details: {}, cleaned: nothing };

/**
 * Reads the text of an address cell: takes display names, `mailto:`, quotes, brackets and invisible characters
 * off, lower-cases, and judges what is left. Never throws. Reading a result again gives the same result with
 * nothing cleaned. `cleaned` says what was taken off, in the order it was found.
 */
export const readAddress = (text: string): ReadAddress => readPlain(text) ?? readClosely(text, true);

/** Plain addresses, and those with a plain name before them, in which there is nothing to find; `null` for any other. */
const readPlain = (text: string): ReadAddress | null => {
	if (text.length > longestJudged) return null;
	const characters = codesOf.take(text);
	const form = plain.look(characters, 0, text.length);
	if (form === isPlainAddress) {
		return isPlaceholder(text) ? placeholder : { valid: true, address: text, displayName: null, cleaned: nothing };
	}
	let start = 0;
	let end = text.length;
	while (start < end && isSpaceCode(characters[start] ?? 0)) start++;
	while (end > start && isSpaceCode(characters[end - 1] ?? 0)) end--;
	const named = form === notPlain ? readPlainName(text, start, end) : null;
	if (form === notPlain && named === null) return null;
	const inner = named?.address ?? text.slice(start, end);
	const address = inner.toLowerCase();
	const cleaned: CleanedThing[] = [];
	if (start > 0 || end < text.length) cleaned.push('surrounding-space');
	if (named !== null && named.name !== null) cleaned.push('display-name');
	if (address !== inner) cleaned.push('upper-case');
	return isPlaceholder(address) ? placeholder : { valid: true, address, displayName: named?.name ?? null, cleaned };
};

const plain = new PlainAddress();
const codesOf = new CodesOf();

const plainName = /^(?:[a-z]+(?: [a-z]+)* |"[a-z]+(?: [a-z]+)*" |)$/i;

/** `Ann Lee <ann@x.com>`, `"Ann Lee" <ann@x.com>`, `<ann@x.com>`. */
const readPlainName = (text: string, start: number, end: number): { readonly name: string | null; readonly address: string } | null => {
	if (text.charCodeAt(end - 1) !== 0x3e) return null;
	const open = text.indexOf('<', start);
	if (open === -1) return null;
	const address = text.slice(open + 1, end - 1);
	const form = plain.look(codesOf.take(address), 0, address.length);
	if (form === notPlain || (form & hasSpaceAround) !== 0) return null;
	const before = text.slice(start, open);
	// What is no name, and what is no mailbox.
	if (!plainName.test(before) || isExampleText(before)) return null;
	const name = before.startsWith('"') ? before.slice(1, -2) : before.slice(0, -1);
	return { name: name === '' ? null : name, address };
};

/** As `readAddress`, whatever the text is; that one is faster for most, and says the same. `isHurried`: it may look for a short cut. */
export const readClosely = (original: string, isHurried = false): ReadAddress => {
	const cleaned: CleanedThing[] = [];
	const isAscii = /^[\t\n\r\x20-\x7e]*$/.test(original);
	const { text: visible, found } = isAscii ? { text: original, found: [] } : withoutInvisible(original);
	cleaned.push(...found.map((name) => `invisible:${name}` as const));
	const trimmed = visible.trim();
	if (trimmed.length !== visible.length) cleaned.push('surrounding-space');
	const narrow = isAscii || trimmed.length > longestJudged ? trimmed : narrowForms(trimmed);
	if (narrow !== trimmed) cleaned.push('full-width');
	const invalid = (problem: AddressProblem, details: Readonly<Record<string, string>> = {}): ReadAddress => ({
		valid: false,
		problem,
		details,
		cleaned,
	});
	if (narrow === '') return invalid('empty');
	const bare = isHurried && narrow !== original ? readPlain(narrow) : null;
	if (bare !== null) return bare.valid ? { ...bare, cleaned: [...cleaned, ...bare.cleaned] } : bare;
	const proxies = proxyAddresses(narrow);
	if (proxies !== null && proxies.length > 0) {
		const [only = '', ...others] = new Set(proxies.map((one) => one.toLowerCase()));
		if (others.length > 0) return invalid('several-addresses', { count: String(others.length + 1) });
		const read = readAddress(only);
		return read.valid ? { ...read, cleaned: [...new Set<CleanedThing>([...cleaned, 'mailto', ...read.cleaned])] } : read;
	}
	const none = narrow.length > longestJudged ? null : findNoMailbox(narrow);
	if (none !== null) return invalid(none.problem, none.details);
	if (!narrow.includes('@') && !/%40/.test(narrow)) return invalid('no-at-sign');

	if (narrow.length > longestJudged) {
		const signs = narrow.split('@').length - 1;
		return signs > 1 ? invalid('several-addresses', { count: String(signs) }) : invalid('too-long', { characters: String(narrow.length) });
	}
	const { core, displayName, cleaned: peeled } = peelAddress(narrow);
	cleaned.push(...peeled);
	const addresses = new Set((core.match(addressLike) ?? []).map((found) => found.toLowerCase()));
	if (addresses.size > 1) return invalid('several-addresses', { count: String(addresses.size) });
	const inside = findNoMailbox(core);
	if (inside !== null) return invalid(inside.problem, inside.details);
	const at = core.lastIndexOf('@');
	if (at < 0) return invalid('no-at-sign');
	const local = core.slice(0, at).trim();
	const domain = core.slice(at + 1).trim();
	// The trap this product is for: a space nobody sees, in the middle of what looks like an address.
	if (found.some((name) => name.includes('SPACE')) && /\s/.test(`${local}@${domain}`) && hiddenSpaceInside(original)) {
		return invalid('invisible-characters-inside', { characters: found.join(', ') });
	}
	const lowLocal = local.toLowerCase().normalize('NFC');
	const lowDomain = domain.toLowerCase();
	if (lowLocal !== local.normalize('NFC') || lowDomain !== domain) cleaned.push('upper-case');
	const checked = checkAddress(lowLocal, lowDomain);
	if (!checked.ok) return invalid(checked.problem, checked.details);
	if (isPlaceholder(checked.address)) return placeholder;
	if (!checked.address.endsWith(`@${lowDomain}`)) cleaned.push('international-domain');
	return { valid: true, address: checked.address, displayName, cleaned };
};

/** Full-width letters and signs of East Asian input methods, as their ASCII twins; other characters stay. */
const narrowForms = (text: string): string =>
	text
		.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
		.replace(/\ufe6b/g, '@')
		.replace(/(?<=@[^@]*)[\u3002\uff61]/g, '.');

const hiddenSpaceInside = (original: string): boolean =>
	/\S[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]\S/.test(original.trim());
