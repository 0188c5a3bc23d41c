import Papa from 'papaparse';

/**
 * What a spreadsheet would run as a formula or a command (OWASP, "CSV injection"): also behind characters that a reader
 * drops, and in the full-width forms that some of them read alike.
 */
const formulaStart = /^[\t\r\n]|^[\u0000-\u001F\u007F\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * The same within a cell. To a reader that splits at semicolons or tabs, as Excel does in many languages, the quotes around
 * a cell are letters, and each of these characters ends a field or a line of its own.
 */
const innerFormulaStart = /([;\t\r\n])(?="*\t|[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F\uFEFF"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/** To such a reader, the quote that closes a line's last cell opens the next field, which begins with the line's end. */
const openedByEnd = /([;\t\r\n])"$/;

/** NUL and ESC are shown: no reader knows what to do with the one, and terminals obey the other. */
const heldDown = (cell: string | number | null): string | number | null =>
	typeof cell === 'string' ? cell.replaceAll('\u0000', '␀').replaceAll('\u001B', '␛').replace(innerFormulaStart, "$1'") : cell;

/** Nothing in it means anything to anybody who reads CSV: it is written as it is. */
const isPlain = /^(?![=+\-@\uFF1D\uFF0B\uFF0D\uFF20 ])[^\u0000-\u001F\u007F",;\uFEFF]*(?<! )$/;

/**
 * One line of a CSV file, with its CRLF (RFC 4180). What a spreadsheet would take for a formula, at whichever of comma,
 * semicolon and tab it splits, gets an apostrophe in front: reports hold text strangers wrote, and are opened in Excel.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string => {
	if (cells.length > 1 && cells.every((cell) => typeof cell === 'string' && isPlain.test(cell))) return `${cells.join(',')}\r\n`;
	return `${Papa.unparse([cells.map(heldDown)], { escapeFormulae: formulaStart }).replace(openedByEnd, `$1'"`)}\r\n`;
};
