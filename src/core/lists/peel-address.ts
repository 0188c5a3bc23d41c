import type { CleanedThing } from './list.ts';

/** What is left of a cell when everything around its address is taken off. */
export interface PeeledAddress {
	readonly core: string;
	readonly displayName: string | null;
	readonly cleaned: readonly CleanedThing[];
}

const quotePairs: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '„': '“', '‘': '’', '«': '»', '‹': '›', '`': '`' };

/**
 * Takes off, in this order: comments at the ends (`ann@x.com (Ann)`), a display name before angle brackets
 * (RFC 5322 `name-addr`, and `address <name>` as some exports have it), `mailto:` with its query, quotes and
 * punctuation around. Does not judge the address. Works on single spaced, visible, narrow text.
 */
export const peelAddress = (text: string): PeeledAddress => {
	const cleaned: CleanedThing[] = [];
	const comment = takeComment(text);
	const bracket = takeBrackets(comment.rest);
	const displayName = bracket.name ?? comment.name;
	if (displayName !== null) cleaned.push('display-name');
	let core = takeMailto(bracket.rest, cleaned);
	// Each pass can uncover the next layer: <"ann@x.com">; bounded by the length, as every layer is a character.
	for (;;) {
		const next = takeMailto(takePunctuation(core, cleaned), cleaned);
		if (next === core) break;
		core = next;
	}
	return { core, displayName, cleaned: [...new Set(cleaned)] };
};

const takeComment = (text: string): { readonly rest: string; readonly name: string | null } => {
	const end = /^([^()]*@[^()]*?)\s*\(([^()]*)\)\s*$/.exec(text) ?? null;
	if (end?.[1] !== undefined) return { rest: end[1], name: asName(end[2] ?? '') };
	const start = /^\s*\(([^()]*)\)\s*([^()]*@[^()]*)$/.exec(text);
	if (start?.[2] !== undefined) return { rest: start[2], name: asName(start[1] ?? '') };
	return { rest: text, name: null };
};

const takeBrackets = (text: string): { readonly rest: string; readonly name: string | null } => {
	const match = /^([^<>]*)<([^<>]*)>([^<>]*)$/.exec(text);
	if (match === null) return { rest: text, name: null };
	const [, before = '', inside = '', after = ''] = match;
	if (/\w/.test(after)) return { rest: text, name: null };
	if (!/@|%40/.test(inside)) return { rest: before, name: asName(inside) };
	const name = before.trim();
	const isQuoted = /^(".*"|'.*')$/s.test(name);
	// Bare "a@x.com <b@x.com>" names two people: both stay, and are counted.
	if (name.includes('@') && !isQuoted && name.toLowerCase() !== inside.trim().toLowerCase()) return { rest: text, name: null };
	return { rest: inside.trim(), name: asName(name) };
};

const takeMailto = (text: string, cleaned: CleanedThing[]): string => {
	const match = /^(?:mailto|smtp):\s*([^?]*)(?:\?.*)?$/is.exec(text);
	if (match?.[1] === undefined) return text;
	cleaned.push('mailto');
	return decoded(match[1]).trim();
};

const decoded = (text: string): string => {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
};

const takePunctuation = (text: string, cleaned: CleanedThing[]): string => {
	const core = text.trim();
	const closing = quotePairs[core.charAt(0)];
	if (closing !== undefined && core.length > 1 && core.endsWith(closing)) {
		cleaned.push('surrounding-quotes');
		return core.slice(1, -1).trim();
	}
	const left = core.replace(/^[\s"'“”„‘’«»‹›`<([{,;:]+/, '');
	if (left !== core) cleaned.push('surrounding-quotes');
	const right = left.replace(/[\s"'“”„‘’«»‹›`>)\]},;:.!?]+$/, '');
	if (right !== left) cleaned.push('trailing-punctuation');
	return right;
};

/** A display name without its quotes; `null` where it says no more than an address does. */
const asName = (text: string): string | null => {
	const name = text
		.trim()
		.replace(/^(["'])(.*)\1$/s, '$2')
		.replace(/\\(.)/g, '$1')
		.replace(/\s+/g, ' ')
		.trim();
	return name === '' || name.includes('@') ? null : name;
};
