import { disarm } from '../../ui/disarm.ts';

const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** RFC 4180, with a byte order mark, because spreadsheets guess without one. */
export const writeCsv = (lines: Iterable<readonly string[]>): string => {
	let text = '\uFEFF';
	for (const cells of lines) text += `${cells.map((cell) => quote(disarm(cell))).join(',')}\r\n`;
	return text;
};
