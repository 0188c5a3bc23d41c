import { disarm } from './disarm.ts';

/** Lines of cells as spreadsheets take them from the clipboard: what would begin another cell or line is a space. */
export const writeCells = (lines: readonly (readonly string[])[]): string =>
	lines.map((cells) => `${cells.map((cell) => disarm(cell).replaceAll(/[\t\r\n\u2028\u2029]+/g, ' ')).join('\t')}\r\n`).join('');
