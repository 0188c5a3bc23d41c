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
	const bare = takeBorders(text);
	const linked = takeLink(bare) ?? takeNameBefore(bare) ?? takeNameBehind(bare);
	const comment = takeComment(linked?.rest ?? bare);
	const bracket = takeBrackets(comment.rest);
	const displayName = linked?.name ?? bracket.name ?? comment.name;
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

interface Taken {
	readonly rest: string;
	readonly name: string | null;
}

const bullet = /^(?:[|>]+\s*|(?:[*•·‣◦–—-]|\d{1,4}[.)]|[[(][ xX]?[\])])\s+|(?:e-?mails?|mail|to|cc|bcc|an|adresse|address)\s*:\s*)/i;

/** What stands before and behind a line that was copied: bullets, numbers, the borders of a table or of a quoted mail. */
const takeBorders = (text: string): string => {
	let rest = text;
	for (let next = rest.replace(bullet, ''); next !== rest; next = rest.replace(bullet, '')) rest = next;
	let end = rest.length;
	while (end > 0 && (rest[end - 1] === '|' || rest[end - 1] === ' ')) end--;
	return rest.slice(0, end);
};

/** `[Ann Lee](mailto:ann@x.com)`, `[Ann Lee|mailto:ann@x.com]`, `[[mailto:ann@x.com|Ann Lee]]`, `[mailto:ann@x.com Ann Lee]`. */
const takeLink = (text: string): Taken | null => {
	const markdown = /^!?\[([^[\]]*)\]\s*\(([^()\s]+)(?:\s+"[^"]*")?\)$/.exec(text);
	if (markdown?.[2]?.includes('@')) return { rest: markdown[2], name: asName(markdown[1] ?? '') };
	const inner = /^\[{1,2}([^[\]]*@[^[\]]*)\]{1,2}$/.exec(text)?.[1];
	if (inner === undefined) return null;
	const parts = inner.includes('|') ? inner.split('|') : (/^(mailto:\S+)\s+(.+)$/i.exec(inner)?.slice(1) ?? [inner]);
	const links = parts.filter((part) => part.includes('@'));
	const [address = ''] = links.toSorted((a, b) => Number(/^\s*mailto:/i.test(b)) - Number(/^\s*mailto:/i.test(a)));
	return { rest: address.trim(), name: asName(parts.find((part) => !part.includes('@')) ?? '') };
};

/** A name is two words at least, else `ann, lee@x.com` would be Ann's. */
const severalWords = /\p{L}\S*\s+\S*\p{L}/u;
const longestName = 200;

/** `Cy - cy@x.com`, `Cy: cy@x.com`: one word is a name where such a sign follows and the word is no label. */
const label =
	/^(?:contacts?|kontakte?|contacto|notes?|hinweis|users?|benutzer|names?|owner|attendees?|teilnehmer|invite|add|customers?|kunden?|clients?|people|person|participants?|guests?|account|login|cc|neu|new|old|alt|private?|work|home|other|primary|address|mail|email|courriel|correo)$/i;
const isOneName = (name: string, before: string): boolean =>
	/^\p{Lu}[\p{L}'’]+$/u.test(name) && /\s[–—-]$|:$/.test(before) && !label.test(name);

/** `Ann Lee (ann@x.com)`, `Ann Lee [ann@x.com]`, `Ann Lee - ann@x.com`, `Ann Lee: ann@x.com`, `Ann Lee ann@x.com`. */
const takeNameBefore = (text: string): Taken | null => {
	const closing = text.endsWith(')') ? '(' : text.endsWith(']') ? '[' : null;
	if (closing !== null) {
		const open = text.lastIndexOf(closing);
		const before = text.slice(0, Math.max(0, open)).trim();
		const inside = text.slice(open + 1, -1);
		return open > 0 && inside.includes('@') && !before.includes('@') && !/[<>]/.test(text)
			? { rest: inside.trim(), name: asName(before) }
			: null;
	}
	const start = text.lastIndexOf(' ') + 1;
	const last = text.slice(start);
	const before = text.slice(0, start).trim();
	if (before.length > longestName || before.includes('@') || /[<>()"“„]/.test(text) || !/^[^@]+@[^@]+$/.test(last)) return null;
	const name = before.replace(/\s*[:,;|/–—-]$/, '');
	if (!severalWords.test(name)) return isOneName(name, before) ? { rest: last, name: asName(name) } : null;
	// Words alone have to look like a name: "please add ann@x.com" has none.
	return name !== before || isLikeName(name) ? { rest: last, name: asName(name) } : null;
};

/** What stands in the middle of names in small letters. */
const particle =
	/^(?:van|von|vom|der|den|de|des|del|della|di|da|das|do|dos|du|la|le|las|los|zu|zur|zum|ten|ter|bin|ibn|ben|al|el|av|af|y|e|und)$/;

const isLikeName = (text: string): boolean => {
	const words = text.split(/\s+/);
	const isCapital = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word);
	const isInside = words.every((word) => isCapital(word) || particle.test(word));
	return words.length <= 5 && isInside && isCapital(words[0]) && isCapital(words.at(-1));
};

/** `ann@x.com - Ann Lee`, `ann@x.com: Ann Lee`. */
const takeNameBehind = (text: string): Taken | null => {
	const [, address, name] = /^([^\s@<>()]+@[^\s@<>()]+?)(?:\s+[-–—|]|:)\s+([^@<>()]{3,200})$/.exec(text) ?? [];
	if (address === undefined || name === undefined) return null;
	return severalWords.test(name) && isLikeName(name.trim()) ? { rest: address, name: asName(name) } : null;
};

const takeComment = (text: string): Taken => {
	const end = /^([^()]*@[^()]*?)\s*\(([^()]*)\)\s*$/.exec(text) ?? null;
	if (end?.[1] !== undefined) return { rest: end[1], name: asName(end[2] ?? '') };
	const start = /^\s*\(([^()]*)\)\s*([^()]*@[^()]*)$/.exec(text);
	if (start?.[2] !== undefined) return { rest: start[2], name: asName(start[1] ?? '') };
	return { rest: text, name: null };
};

const takeBrackets = (text: string): Taken => {
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
