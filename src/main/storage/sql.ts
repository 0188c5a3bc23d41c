import type { Failure } from '#shared/outcome.ts';

export type SqlValue = string | number | null;

/**
 * What the stores need of a database: text in, plain rows out. Statements are prepared once and kept, so `text`
 * must come from a small fixed set; values always go through `params`.
 *
 * Every method throws `StoreError` where SQLite fails. There is no streaming read on purpose: an open cursor
 * makes the connection refuse writes, so long reads go page by page (see `allRows`).
 */
export interface Sql {
	/** The path of the file. */
	readonly file: string;
	/** Returns the number of rows changed. */
	run(text: string, params?: readonly SqlValue[]): number;
	get<Row>(text: string, params?: readonly SqlValue[]): Row | undefined;
	all<Row>(text: string, params?: readonly SqlValue[]): readonly Row[];
	/** The first column of every row. */
	column<Value extends SqlValue>(text: string, params?: readonly SqlValue[]): readonly Value[];
	/** Several statements without parameters: migrations. */
	script(text: string): void;
	/**
	 * All of `work` is stored, or nothing. Takes the write lock at once, so it cannot fail half-way for another
	 * writer. Inside another transaction it joins that one.
	 */
	transaction<Result>(work: () => Result): Result;
	/**
	 * Runs `work` once what the transaction under way stores is on disk, and never where it is rolled back. The same function
	 * is run once, however often it is given.
	 */
	afterCommit(work: () => void): void;
	close(): void;
}

/** An expected storage failure on its way to the nearest function that returns an `Outcome`. */
export class StoreError extends Error {
	readonly failure: Failure;
	constructor(failure: Failure, cause?: unknown) {
		super(`storage: ${failure.code}`, { cause });
		this.name = 'StoreError';
		this.failure = failure;
	}
}
