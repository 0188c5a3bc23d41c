/**
 * A spreadsheet takes a cell that begins so for a formula and runs it: it becomes text. Also behind characters a reader
 * drops, and in the full-width forms that some read alike.
 */
const formulaStart = /^[\t\r\n]|^[\p{Cc}\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

const disarm = (cell: string): string => (formulaStart.test(cell) ? `'${cell}` : cell);

/** Lines of cells as spreadsheets take them from the clipboard: what would begin another cell or line is a space. */
export const writeCells = (lines: readonly (readonly string[])[]): string =>
	lines.map((cells) => `${cells.map((cell) => disarm(cell).replaceAll(/[\t\r\n\u2028\u2029]+/g, ' ')).join('\t')}\r\n`).join('');
