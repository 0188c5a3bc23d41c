import { addressesPerSearch } from '../evidence/directory.ts';

/** How a diagnosis goes through its rows. What it finds out of a row does not depend on it. */
export interface Pace {
	/** Rows that are asked about together, and stored in one transaction. */
	readonly batchSize: number;
	/** Batches that are under way side by side. */
	readonly workers: number;
	/** How many people may be asked about one by one where the directory search alone is too coarse. */
	readonly roleBudget: number;
}

/** The site answers after a while, and the rate gate decides how often: several batches wait side by side. */
export const livePace: Pace = { batchSize: addressesPerSearch, workers: 4, roleBudget: 100 };

/** Nothing is waited for, and a question costs nothing. A transaction of so many verdicts takes some 30 ms with all it waits for. */
export const offlinePace: Pace = { batchSize: 2000, workers: 1, roleBudget: Number.POSITIVE_INFINITY };
