/** One line of the table: what was measured, what it may be at most, and what it was in each round. */
export interface Figure {
	readonly what: string;
	readonly unit: string;
	readonly most: number;
	readonly values: readonly number[];
}

export const medianOf = (values: readonly number[]): number => {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length / 2;
	return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2;
};

const shown = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

const spread = (values: readonly number[]): string =>
	values.length < 2 ? '' : `${shown(Math.min(...values))}–${shown(Math.max(...values))}`;

export const isKept = ({ values, most }: Figure): boolean => medianOf(values) <= most;

export const lineOf = (figure: Figure): string => {
	const { what, unit, most, values } = figure;
	const goal = `≤ ${most}${unit}`;
	const value = `${shown(medianOf(values))}${unit}`;
	return `${isKept(figure) ? 'ok  ' : 'FAIL'} ${what.padEnd(66)} ${goal.padStart(10)} ${value.padStart(10)}  ${spread(values)}`;
};
