const isControl = (char: string): boolean => char < ' ' || char === '\u007F';

/** Control characters but tab, line feed and, where a file writes it, carriage return; and what is no character at all. */
export const unwritableIn = (text: string): readonly string[] =>
	[...new Set(text)].filter((char) => (isControl(char) && !'\t\n\r'.includes(char)) || char === '\uFFFE' || char === '\uFFFF');

/** Whether a spreadsheet could take a cell for a formula, be it after dropping what it cannot show. */
export const startsFormula = (text: string): boolean => {
	if (/^[\t\r\n]/.test(text)) return true;
	const shown = [...text].find((char) => !isControl(char) && char !== '\uFEFF') ?? '';
	return '=+-@\uFF1D\uFF0B\uFF0D\uFF20'.includes(shown) && shown !== '';
};
