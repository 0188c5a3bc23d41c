/**
 * What a spreadsheet would run as a formula or a command (OWASP, "CSV injection"): also behind characters that a reader
 * drops, and in the full-width forms that some of them read alike.
 */
const formulaStart = /^[\t\r\n]|^[\u0000-\u001F\u007F\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;
const needsQuotes = /[",;\r\n\t]|^\s|\s$/;

/**
 * One line of a CSV file, with its CRLF (RFC 4180). A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front and quotes around: reports hold text strangers wrote, and are opened in Excel.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

const csvCell = (value: string | number | null): string => {
	if (value === null) return '';
	if (typeof value === 'number') return String(value);
	if (formulaStart.test(value)) return quoted(`'${value}`);
	return needsQuotes.test(value) ? quoted(value) : value;
};

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
