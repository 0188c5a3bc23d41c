/** Longer text is a table that only looks like a line of addresses. */
const longestCharacters = 2_000_000;

/**
 * Addresses in a line, as Atlassian's dialog takes them and mail programs write them: `ann@x.com, Bob <bob@y.com>;`.
 * Commas and semicolons inside quotes and angle brackets belong to a name; where semicolons separate, commas are part
 * of names too (`Lee, Ann <ann@x.com>; …`). `null` where the text is a table: `lines` says whether several lines may
 * be one such text (what was pasted) or only a single one (a file, whose lines are rows).
 */
export const splitAddresses = (text: string, lines: 'one' | 'several'): readonly string[] | null => {
	if (text.length > longestCharacters || text.includes('\t')) return null;
	if (lines === 'one' && /[\r\n]/.test(text.trim())) return null;
	const filled = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
	const items = filled.map(piecesOf);
	if (!items.some(({ length }) => length > 1)) return null;
	const all = items.flat();
	const addresses = all.filter(holdsAddress).length;
	// One line may have a slip in it; of several, a part without address says that this is a table.
	const isList = filled.length === 1 ? addresses > 1 && addresses * 2 > all.length : addresses === all.length;
	return isList ? all : null;
};

/** What stands between the separators of a line; a name that a separator cut is put together again. */
export const piecesOf = (line: string): readonly string[] => {
	const text = joinersOut(line);
	for (const separator of [';', ',', ':::', '|', ' / ', '\n', '\t']) {
		const parts = cut(text, separator);
		if (parts.length > 1) return namesBack(parts).flatMap(atSpaces);
	}
	return atSpaces(text.trim());
};

/** `ann@x.com and bob@x.com`. */
const joinersOut = (line: string): string =>
	/\s(?:and|und|et|y|e|en|og|och|&|\+)\s/i.test(line) && line.length < longestCharacters
		? line.replace(/(@[^\s,;<>@]{1,254}>?),?\s{1,9}(?:and|und|et|y|e|en|og|och|&|\+)\s{1,9}/gi, '$1, ')
		: line;

const cut = (line: string, separator: string): readonly string[] => {
	if (!line.includes(separator)) return [line.trim()].filter((part) => part !== '');
	const parts =
		separator === ','
			? (line.match(/(?:"[^"]*"|<[^<>]*>|[^,"<]|["<])+/g) ?? [])
			: separator === ';'
				? (line.match(/(?:"[^"]*"|<[^<>]*>|[^;"<]|["<])+/g) ?? [])
				: line.split(separator);
	return parts.map((part) => part.trim()).filter((part) => part !== '');
};

const namedAddress = /<[^<>@\s]+@[^<>\s]+>|\([^()@\s]+@[^()\s]+\)|\[[^[\]@\s]+@[^[\]\s]+\]/;

/** `Lee, Ann <ann@x.com>` was cut in two: a part without an address is the beginning of a name, where a named address follows. */
const namesBack = (parts: readonly string[]): readonly string[] => {
	const put: string[] = [];
	let begun: string[] = [];
	for (const part of parts) {
		const isBeginning = !part.includes('@') && !/^\S+\.[a-z]{2,}$/i.test(part) && begun.length < 3;
		if (isBeginning) begun.push(part);
		else if (begun.length > 0 && namedAddress.test(part)) {
			put.push([...begun, part].join(', '));
			begun = [];
		} else {
			put.push(...begun, part);
			begun = [];
		}
	}
	return [...put, ...begun];
};

/** Addresses with nothing but spaces between them, named ones (`Ann <a@x.com> Bob <b@x.com>`) or bare ones. */
const atSpaces = (part: string): readonly string[] => {
	if (part.split('@').length < 3) return [part];
	if (part.endsWith('>')) {
		const named = part.split('>').slice(0, -1);
		const isEach = named.every((one) => one.split('<').length === 2 && holdsAddress(one));
		if (named.length > 1 && isEach) return named.map((one) => `${one.trim()}>`);
	}
	const bare = part.split(/\s+/);
	return bare.every((one) => one.split('@').length === 2 && holdsAddress(one)) ? bare : [part];
};

const addressLike = /[^\s@][@\uff20][^\s@]/;

/** Whether a cell holds something that looks like an address, right or wrong. */
export const holdsAddress = (cell: string): boolean => (cell.includes('@') || cell.includes('\uff20')) && addressLike.test(cell);

/** What addresses consist of, anywhere in a text. */
export const addressPattern = /[^\s@,;<>()"'|[\]{}]+@[^\s@,;<>()"'|[\]{}]+/g;
