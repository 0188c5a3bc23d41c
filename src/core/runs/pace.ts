import { addressesPerSearch } from '../evidence/directory.ts';

/** How a diagnosis goes through its rows. What it finds out of a row does not depend on it. */
export interface Pace {
	/** Rows that are asked about together, and stored in one transaction. */
	readonly batchSize: number;
	/** Batches that are under way side by side. */
	readonly workers: number;
	/** Batches that are looked up in the directory before one is judged. */
	readonly ahead: number;
	/** How many people may be asked about one by one where the directory search alone is too coarse. */
	readonly roleBudget: number;
}

/** The site answers after a while, and the rate gate decides how often: several batches wait side by side. Some 40,000 people are few megabytes. */
export const livePace: Pace = { batchSize: addressesPerSearch, workers: 4, ahead: 400, roleBudget: 100 };

/** Nothing is waited for, and a question costs nothing. Judging so many takes some 10 ms, storing them beside that some 20. */
export const offlinePace: Pace = { batchSize: 1000, workers: 1, ahead: 0, roleBudget: Number.POSITIVE_INFINITY };
