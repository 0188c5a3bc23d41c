import { type CauseCode, causeCatalogue } from '#shared/causes.ts';
import type { ComparedCause, Transition } from '#shared/comparison.ts';
import type { Turns } from '../ports.ts';

/** A row of a run, as far as a comparison needs it. */
export interface PairedRow {
	readonly id: number;
	readonly cause: CauseCode;
	/** What was seen after a plan of the run; left out where no plan looked again. */
	readonly after?: CauseCode;
}

/** One person in two runs; at least one of them has a row. */
export interface Pair {
	readonly before: PairedRow | null;
	readonly after: PairedRow | null;
}

export interface PairFilter {
	/** `null`: any. */
	readonly from: ComparedCause | null;
	readonly to: ComparedCause | null;
	/** Only people of whom the runs say different things. */
	readonly changedOnly: boolean;
	/** Only people whom both lists have. */
	readonly inBoth: boolean;
}

const causeOf = (row: PairedRow | null): ComparedCause => row?.cause ?? 'absent';

const fits = (pair: Pair, { from, to, changedOnly, inBoth }: PairFilter): boolean => {
	if (inBoth && (pair.before === null || pair.after === null)) return false;
	const before = causeOf(pair.before);
	const after = causeOf(pair.after);
	return (from === null || before === from) && (to === null || after === to) && !(changedOnly && before === after);
};

const isAdded = (cause: CauseCode): boolean => causeCatalogue[cause].standing === 'added';

/** A plan of the earlier run made a customer of somebody who was none. */
const isAddedByPlan = ({ before, after }: Pair): boolean =>
	after !== null && before?.after !== undefined && isAdded(before.after) && !isAdded(before.cause);

/** Who went from what to what, most first; also who stayed what they were. */
export const countTransitions = async (pages: Iterable<readonly Pair[]>, turns: Turns): Promise<readonly Transition[]> => {
	const counts = new Map<string, { readonly from: ComparedCause; readonly to: ComparedCause; rows: number; addedByPlan: number }>();
	for (const page of pages) {
		for (const pair of page) {
			const [from, to] = [causeOf(pair.before), causeOf(pair.after)];
			const counted = counts.get(`${from} ${to}`) ?? { from, to, rows: 0, addedByPlan: 0 };
			counted.rows++;
			if (isAddedByPlan(pair)) counted.addedByPlan++;
			counts.set(`${from} ${to}`, counted);
		}
		if (turns.isDue()) await turns.give();
	}
	return [...counts.values()].sort((a, b) => b.rows - a.rows);
};

/** Everybody who fits, in the order of the lists: first the one before, then who is only in the one after. */
export const selectPairs = async (pages: Iterable<readonly Pair[]>, filter: PairFilter, turns: Turns): Promise<readonly Pair[]> => {
	const found: Pair[] = [];
	for (const page of pages) {
		for (const pair of page) if (fits(pair, filter)) found.push(pair);
		if (turns.isDue()) await turns.give();
	}
	return found;
};
