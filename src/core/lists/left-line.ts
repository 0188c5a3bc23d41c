import type { LeftLine } from '#shared/lists.ts';

const longestLine = 160;

/** A line as it is told: its filled cells, shortened. */
export const leftLine = (line: number, cells: readonly string[]): LeftLine => {
	const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
	return { line, text: filled.join(' · ').slice(0, longestLine) };
};
