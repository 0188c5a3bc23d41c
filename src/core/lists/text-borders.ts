import { isMailField } from './people-in-mail.ts';

const rule = /^[\s|+:=\-─┼│┌┐└┘├┤┬┴━]+$/;
const quoteMark = /^\s*(?:>\s?)+/;
const listMark = /^\s*(?:(?:[*+•·‣⁃◦▪▫■□●○→➔➢✓✔☐☑☒–—-]|\(?\d{1,4}[.):]|#\d{1,4}[.):]?|\(?[a-z]{1,5}[.)])\s+)?(?:\[[ x]?\]\s+)?/i;
/** `a)`, `B.`, `iv.`: a letter may be the initial of a name as well, so such marks have to count on. */
const letterMark = /^\s*\(?([a-z]{1,5})[.)]\s/i;
const romans = [
	'i',
	'ii',
	'iii',
	'iv',
	'v',
	'vi',
	'vii',
	'viii',
	'ix',
	'x',
	'xi',
	'xii',
	'xiii',
	'xiv',
	'xv',
	'xvi',
	'xvii',
	'xviii',
	'xix',
	'xx',
];

const countOn = (letters: readonly string[]): boolean =>
	letters.length > 2 &&
	(letters.every((letter, at) => letter === String.fromCharCode(97 + at)) || letters.every((letter, at) => letter === romans[at]));

/** Without the marks of a list, where each line that holds an address has one; `null` where that is not so. */
const withoutMarks = (lines: readonly string[]): readonly string[] | null => {
	const people = lines.filter((line) => line.includes('@'));
	if (people.length === 0 || !people.every((line) => listMark.exec(line)?.[0].trim())) return null;
	const letters = people.flatMap((line) => letterMark.exec(line)?.[1]?.toLowerCase() ?? []);
	if (letters.length > 0 && !(letters.length === people.length && countOn(letters))) return null;
	return lines.map((line) => (line.includes('@') ? line.replace(listMark, '') : line));
};

/** Lines are looked at until it is plain that they have no borders in common. */
const isNearlyAll = (lines: readonly string[], fits: (line: string) => boolean): boolean =>
	lines.filter(fits).length * 10 >= lines.length * 9;

const withoutBars = (line: string): string => {
	const text = line.trim().replaceAll('│', '|').replaceAll('||', '|');
	return rule.test(text) ? '' : text.replace(/^\|/, '').replace(/\|$/, '').replaceAll('\\|', '|');
};

/** Signs within an address are its own. */
const boldName = /(?<!\S)(\*{1,2})([^*@\n]{1,80})\1(?=[\s:,;|<(–—-]|$)/g;
const lineEnd = /\s*[,;.]?\s*$/;

/** Without bold names, and without the signs at their ends that make a sentence of lines with an address each. */
const withoutEnds = (lines: readonly string[]): readonly string[] | null => {
	const filled = lines.filter((line) => line.trim() !== '');
	// Recipients of a mail may be folded at their commas.
	const isPeople = filled.every((line) => line.split('@').length === 2) && !isMailField(filled[0] ?? '');
	if (!isPeople || !filled.some((line) => /[,;.]\s*$|\*/.test(line))) return null;
	return lines.map((line) => line.replace(boldName, '$2').replace(lineEnd, ''));
};

/**
 * Takes the borders off a table as wikis, markdown and databases draw it, the marks off a quoted mail and a list with bullets.
 * As many lines as before, so that they keep their numbers. The text itself where it has no such borders.
 */
export const withoutBorders = (text: string): string => {
	if (!/^[ \t]*(?:[^\p{L}\s<"']|\p{L}{1,5}[.)]\s)|[-─]{3}|[,;.]\s*$|\*/mu.test(text.slice(0, 100_000))) return text;
	const lines = text.split(/\r\n|\n|\r/);
	const filled = lines.filter((line) => line.trim() !== '');
	if (filled.length === 0) return text;
	if (isNearlyAll(filled, (line) => quoteMark.test(line))) {
		return withoutBorders(lines.map((line) => line.replace(quoteMark, '')).join('\n'));
	}
	const isBoxed = filled.length > 1 && isNearlyAll(filled, (line) => /^\s*[|│].*[|│]\s*$/.test(line) || rule.test(line));
	const isRuled = filled.some((line) => line.includes('-+-') && rule.test(line)) && filled.some((line) => line.includes('|'));
	if (isBoxed || isRuled) return lines.map(withoutBars).join('\n');
	const unmarked = withoutMarks(lines) ?? lines;
	const plain = withoutEnds(unmarked) ?? unmarked;
	return plain === lines ? text : plain.join('\n');
};
