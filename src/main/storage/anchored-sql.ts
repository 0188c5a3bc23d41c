import type { Anchor } from './audit/anchor.ts';
import { type AnchoredSql, type PlainSql, type SqlValue, StoreError } from './sql.ts';
import { guarded } from './store-failure.ts';

/** A longer log is moved into the main file: some 25 MB, which takes 10 to 20 ms. A page that was written often is moved once. */
const longLogFrames = 6000;

/** What only the connections themselves can do. */
export interface DatabaseFiles {
	isOpen(): boolean;
	/**
	 * Moves the log into the main file; true where nothing of it is left to be moved. Under the write lock, so that nothing
	 * that is not anchored yet gets into the main file.
	 */
	checkpoint(): boolean;
	/** True where no other connection has the database open, and none can open it until this one is closed. */
	claim(): boolean;
	close(): void;
}

/** Anchors every transaction: nothing that was stored goes unnoticed, and nothing is stored on top of what was not noticed. */
export const anchoredSql = (plain: PlainSql, anchor: Anchor, files: DatabaseFiles): AnchoredSql => {
	const transactionToSettle = <Result>(work: () => Result): Result =>
		plain.transaction(() => {
			guarded(() => anchor.align());
			return work();
		});
	const settle = (): void =>
		unlessBusy(() =>
			plain.transaction(() => {
				guarded(() => anchor.record());
				if (anchor.logFrames >= longLogFrames) files.checkpoint();
			}),
		);
	const transaction = <Result>(work: () => Result): Result => {
		if (plain.inTransaction()) return work();
		const result = transactionToSettle(work);
		settle();
		return result;
	};
	/** The last one leaves nothing in the log: then the main file alone is what the anchor says, to the byte. */
	const leave = (): void => {
		if (!files.claim()) return plain.transaction(() => anchor.align());
		anchor.align();
		if (files.checkpoint()) anchor.seal();
	};
	const whole = <Result>(text: string, work: () => Result): Result => (plain.isReadOnly(text) ? work() : transaction(work));
	return {
		run: (text, params) => whole(text, () => plain.run(text, params)),
		get: <Row>(text: string, params?: readonly SqlValue[]) => whole(text, () => plain.get<Row>(text, params)),
		all: <Row>(text: string, params?: readonly SqlValue[]) => whole(text, () => plain.all<Row>(text, params)),
		column: <Value extends SqlValue>(text: string, params?: readonly SqlValue[]) => whole(text, () => plain.column<Value>(text, params)),
		script: (text) => transaction(() => plain.script(text)),
		transaction,
		anchored: {
			transactionToSettle,
			settle,
			problem: () => anchor.problem,
			check: () => plain.transaction(() => guarded(() => anchor.check())),
		},
		close: () => {
			if (!files.isOpen()) return;
			try {
				guarded(leave);
			} catch (error) {
				// What cannot be anchored now is looked at when it is opened again.
				if (!(error instanceof StoreError)) throw error;
			} finally {
				files.close();
			}
		},
	};
};

/** Whoever holds the lock now has anchored our transaction before anything else. */
const unlessBusy = (work: () => void): void => {
	try {
		work();
	} catch (error) {
		if (!(error instanceof StoreError) || error.failure.code !== 'store-busy') throw error;
	}
};
