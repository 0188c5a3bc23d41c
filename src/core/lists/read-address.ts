import { checkAddress } from './check-address.ts';
import { withoutInvisible } from './invisible-characters.ts';
import { addressLimits } from './limits.ts';
import type { AddressProblem, CleanedThing, ReadAddress } from './list.ts';
import { findNoMailbox, isPlaceholder, proxyAddresses } from './no-mailbox.ts';
import { peelAddress } from './peel-address.ts';

/** What nearly every cell of a clean list is; the rest of this module is for the others. */
const plain = /^[a-z0-9_+'-]+(?:\.[a-z0-9_+'-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;
const plainAnyCase = new RegExp(plain.source, 'i');
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
export const readAddress = (text: string): ReadAddress => {
	// A leading apostrophe is a spreadsheet's text mark or half a pair of quotes, not a name's.
	if (isPlain(text, plain)) return isPlaceholder(text) ? placeholder : { valid: true, address: text, displayName: null, cleaned: nothing };
	const core = text.length > longestJudged ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
	if (isPlain(core, plainAnyCase)) return plainAddress(text, core);
	return readUnclean(text);
};

const isPlain = (text: string, form: RegExp) =>
	text.length <= addressLimits.address && form.test(text) && text.indexOf('@') <= addressLimits.local && !text.startsWith("'");

const plainAddress = (text: string, core: string): ReadAddress => {
	const address = core.toLowerCase();
	if (isPlaceholder(address)) return placeholder;
	const cleaned: CleanedThing[] = [];
	if (core !== text) cleaned.push('surrounding-space');
	if (address !== core) cleaned.push('upper-case');
	return { valid: true, address, displayName: null, cleaned };
};

const readUnclean = (original: string): ReadAddress => {
	const cleaned: CleanedThing[] = [];
	const { text: visible, found } = withoutInvisible(original);
	cleaned.push(...found.map((name) => `invisible:${name}` as const));
	const trimmed = visible.trim();
	if (trimmed.length !== visible.length) cleaned.push('surrounding-space');
	const narrow = trimmed.length > longestJudged ? trimmed : narrowForms(trimmed);
	if (narrow !== trimmed) cleaned.push('full-width');
	const invalid = (problem: AddressProblem, details: Readonly<Record<string, string>> = {}): ReadAddress => ({
		valid: false,
		problem,
		details,
		cleaned,
	});
	if (narrow === '') return invalid('empty');
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
