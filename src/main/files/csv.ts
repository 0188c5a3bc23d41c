/** What a spreadsheet would run as a formula or a command (OWASP, "CSV injection"). */
const formulaStart = /^[=+\-@\t\r]/;
const needsQuotes = /[",;\r\n\t]|^\s|\s$/;

/**
 * One line of a CSV file, with its CRLF (RFC 4180). A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front and quotes around: reports hold text strangers wrote, and are opened in Excel.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
	return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number | null): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value);
	if (formulaStart.test(value)) return quoted(`'${value}`);
	return needsQuotes.test(value) ? quoted(value) : value;
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
