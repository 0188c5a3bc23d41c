import type { Failure } from '#shared/outcome.ts';
import type { AuditProblem } from '#shared/plan.ts';

export type SqlValue = string | number | null;

/**
 * What the stores need of a database: text in, plain rows out. Statements are prepared once and kept, so `text`
 * must come from a small fixed set; values always go through `params`.
 *
 * Every method throws `StoreError` where SQLite fails. There is no streaming read on purpose: an open cursor
 * makes the connection refuse writes, so long reads go page by page (see `allRows`).
 */
export interface Sql {
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
	close(): void;
}

/** The product's own database: what it says is also kept outside of it. */
export interface AnchoredSql extends Sql {
	/** Whether the database is what the anchor beside it says; see `Anchor`. Every transaction that has returned is anchored, but for those yet to settle. */
	readonly anchored: {
		/**
		 * A transaction that is stored when it returns, but anchored by `settle` only, in another turn: for work that goes on for
		 * seconds, so that nobody waits for both at once. Whatever is stored in between anchors it too.
		 */
		transactionToSettle<Result>(work: () => Result): Result;
		settle(): void;
		/** What was found so far. */
		problem(): AuditProblem | null;
		/** Compares again with what is on disk. Reads everything: 100 MB take about 200 ms. */
		check(): readonly AuditProblem[];
	};
}

/** A database as it is, without an anchor. */
export interface PlainSql extends Omit<Sql, 'close'> {
	inTransaction(): boolean;
	isReadOnly(text: string): boolean;
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
