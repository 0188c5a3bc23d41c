const rule = /^[\s|+:=\-─┼│┌┐└┘├┤┬┴━]+$/;
const quoteMark = /^\s*(?:>\s?)+/;
const listMark = /^\s*(?:[*•·‣◦–-]|\d{1,4}[.)]|\[[ xX]\])\s+/;

/** Lines are looked at until it is plain that they have no borders in common. */
const isNearlyAll = (lines: readonly string[], fits: (line: string) => boolean): boolean =>
	lines.filter(fits).length * 10 >= lines.length * 9;

const withoutBars = (line: string): string => {
	const text = line.trim().replaceAll('│', '|').replaceAll('||', '|');
	return rule.test(text) ? '' : text.replace(/^\|/, '').replace(/\|$/, '').replaceAll('\\|', '|');
};

/**
 * Takes the borders off a table as wikis, markdown and databases draw it, the marks off a quoted mail and a list with bullets.
 * As many lines as before, so that they keep their numbers. The text itself where it has no such borders.
 */
export const withoutBorders = (text: string): string => {
	if (!/^[ \t]*[|>+*•·‣◦–│┌\d[-]|[-─]{3}/m.test(text.slice(0, 100_000))) return text;
	const lines = text.split(/\r\n|\n|\r/);
	const filled = lines.filter((line) => line.trim() !== '');
	if (filled.length === 0) return text;
	if (isNearlyAll(filled, (line) => quoteMark.test(line))) {
		return withoutBorders(lines.map((line) => line.replace(quoteMark, '')).join('\n'));
	}
	const isBoxed = filled.length > 1 && isNearlyAll(filled, (line) => /^\s*[|│].*[|│]\s*$/.test(line) || rule.test(line));
	const isRuled = filled.some((line) => line.includes('-+-') && rule.test(line)) && filled.some((line) => line.includes('|'));
	if (isBoxed || isRuled) return lines.map(withoutBars).join('\n');
	if (filled.length > 1 && filled.every((line) => listMark.test(line))) return lines.map((line) => line.replace(listMark, '')).join('\n');
	return text;
};
