/**
 * A spreadsheet takes a cell that begins so for a formula and runs it: it becomes text. Also behind characters a reader
 * drops, and in the full-width forms that some read alike.
 */
const formulaStart = /^[\t\r\n]|^[\p{Cc}\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

export const disarm = (cell: string): string => (formulaStart.test(cell) ? `'${cell}` : cell);
