import { holdsAddress } from './columns.ts';

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
	const separator = filled.some((line) => cut(line, ';').length > 1) ? ';' : ',';
	const items = filled.map((line) => cut(line, separator));
	if (!items.some(({ length }) => length > 1)) return null;
	const all = items.flat();
	const addresses = all.filter(holdsAddress).length;
	// One line may have a slip in it; of several, a part without address says that this is a table.
	const isList = filled.length === 1 ? addresses > 1 && addresses * 2 > all.length : addresses === all.length;
	return isList ? all : null;
};

const cut = (line: string, separator: ',' | ';'): readonly string[] => {
	const parts = line.match(separator === ',' ? /(?:"[^"]*"|<[^<>]*>|[^,"<]|["<])+/g : /(?:"[^"]*"|<[^<>]*>|[^;"<]|["<])+/g) ?? [];
	return parts.map((part) => part.trim()).filter((part) => part !== '');
};
