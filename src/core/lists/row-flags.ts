import { type RowsFilter, rowFilters, type WarningKind, warningKinds } from '#shared/lists.ts';

/** What is wrong with a row, as bits: a list of a million rows is counted and filtered by numbers. */
export const flags = {
	error: 1 << 0,
	cleaned: 1 << 1,
	'ragged-row': 1 << 2,
	'unclosed-quote': 1 << 3,
	'replaced-characters': 1 << 4,
	repeated: 1 << 5,
	'probable-typo': 1 << 6,
	edited: 1 << 7,
	/** No address, and one is suggested in its place. */
	suggested: 1 << 8,
	excluded: 1 << 9,
} as const satisfies Record<WarningKind | 'error' | 'edited' | 'suggested' | 'excluded', number>;

/** What the row's own text tells; the other bits depend on other rows and on edits. */
export const ownFlags =
	flags.error | flags.suggested | flags.cleaned | flags['ragged-row'] | flags['unclosed-quote'] | flags['replaced-characters'];

const anySuggestion = flags['probable-typo'] | flags.suggested;

export const hasSuggestion = (rowFlags: number): boolean => (rowFlags & flags.excluded) === 0 && (rowFlags & anySuggestion) !== 0;

const anyWarning = warningKinds.reduce((mask, kind) => mask | flags[kind], 0);

const masks: Readonly<Record<RowsFilter, number>> = {
	...flags,
	all: 0,
	errors: flags.error,
	warnings: anyWarning,
};

/**
 * What a walk from problem to problem stops at. Not what was merely cleaned: that is nothing to decide, and a list
 * with capital letters has it in every other row.
 */
const worthAStop = flags.error | (anyWarning & ~flags.cleaned);

/** A row that is left out has no problems: it is only found as left out. */
export const fits = (rowFlags: number, filter: RowsFilter): boolean => {
	if (filter === 'all') return true;
	if (filter === 'excluded') return (rowFlags & flags.excluded) !== 0;
	return (rowFlags & flags.excluded) === 0 && (rowFlags & masks[filter]) !== 0;
};

export const isWorthAStop = (rowFlags: number): boolean => (rowFlags & flags.excluded) === 0 && (rowFlags & worthAStop) !== 0;

/** How many rows fit each filter. */
export const countByFilter = (rows: Uint16Array): Readonly<Record<RowsFilter, number>> => {
	// By combination of bits first: there are few of them, whatever the number of rows.
	const combinations = new Uint32Array(2 * flags.excluded);
	for (const rowFlags of rows) combinations[rowFlags] = (combinations[rowFlags] ?? 0) + 1;
	const count = (filter: RowsFilter): number =>
		combinations.reduce((sum, times, rowFlags) => (times > 0 && fits(rowFlags, filter) ? sum + times : sum), 0);
	return Object.fromEntries(rowFilters.map((filter) => [filter, count(filter)])) as Record<RowsFilter, number>;
};
