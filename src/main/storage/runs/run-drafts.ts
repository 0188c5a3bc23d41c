import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { ClearStep, StoredDraft } from '#core/runs/run-store.ts';
import { columnsOf, completeRows, insertAddresses, insertRows, type RowColumns } from './run-rows.ts';
import type { Sql } from '../sql.ts';
import { attempt } from '../store-failure.ts';

/** Rows that one step of clearing deletes: some 20 ms. */
const clearedAtOnce = 1000;

/** Rows whose addresses are noted at a time. */
const addressesAtOnce = 5_000;

/** What is in its place may be another run: SQLite gives a key again whose run is gone. */
export interface Draft {
	readonly key: number;
	readonly id: string;
}

const isThere = (sql: Sql, { key, id }: Draft): boolean =>
	sql.column('SELECT 1 FROM run WHERE key = ? AND id = ? AND complete = 0', [key, id]).length > 0;

export interface OpenDraft extends StoredDraft {
	/** As `add`, of rows that came from another thread. */
	addColumns(rows: RowColumns): Outcome<null>;
}

/** Goes on storing a run that has no rows yet and is not complete. */
export const openDraft = (sql: Sql, draft: Draft): OpenDraft => {
	let nextId = 0;
	/** Of the first row whose address is not noted yet. */
	let nextAddress = 0;
	const noteAddresses = (): void => {
		insertAddresses(sql, draft.key, nextAddress);
		nextAddress = nextId;
	};
	/** Somebody may have cleared it away: whoever deletes the lock's file makes others believe that nobody stores it any more. */
	const whileThere = (work: () => void) => (): Outcome<null> => {
		if (!isThere(sql, draft)) return failed('run-busy', { run: draft.id });
		work();
		return done(null);
	};
	const addColumns = (rows: RowColumns): Outcome<null> =>
		attempt(() =>
			sql.transaction(
				whileThere(() => {
					if (nextId - nextAddress >= addressesAtOnce) noteAddresses();
					nextId = insertRows(sql, draft.key, rows, nextId);
				}),
			),
		);
	return {
		key: draft.key,
		addColumns,
		add: (rows) => addColumns(columnsOf(rows)),
		finish: () =>
			attempt(() =>
				sql.transaction(
					whileThere(() => {
						noteAddresses();
						completeRows(sql, draft.key, nextId);
					}),
				),
			),
		discard: () => clearSome(sql, draft),
	};
};

/** What processes that died while they stored a list, or deleted a run, have left behind. */
export const clearDrafts = (sql: Sql, isHeld: (runId: string) => boolean): ClearStep => {
	const left = sql.all<Draft>('SELECT key, id FROM run WHERE complete = 0').filter(({ id }) => !isHeld(id));
	return () => {
		const [draft] = left;
		if (draft === undefined) return false;
		if (!clearSome(sql, draft)) left.shift();
		return left.length > 0;
	};
};

/** A step at a time: deleting a long list at once would hold up everybody for seconds. False once nothing is left. */
export const clearSome = (sql: Sql, draft: Draft): boolean =>
	sql.transaction(() => {
		if (!isThere(sql, draft)) return false;
		const { key } = draft;
		const answers = 'SELECT rowid FROM run_answer WHERE run = ?';
		if (sql.run(`DELETE FROM run_answer WHERE rowid IN (${answers} LIMIT ${clearedAtOnce})`, [key]) > 0) return true;
		const ids = 'SELECT id FROM run_row WHERE run = ? ORDER BY id DESC';
		const from = sql.column<number>(`${ids} LIMIT 1 OFFSET ${clearedAtOnce}`, [key])[0];
		if (from === undefined) {
			sql.run('DELETE FROM run WHERE key = ?', [key]);
			return false;
		}
		sql.run('DELETE FROM run_address WHERE (run, email, id) IN (SELECT run, email, id FROM run_row WHERE run = ? AND id > ?)', [key, from]);
		for (const table of ['run_row_source', 'run_row_evidence']) sql.run(`DELETE FROM ${table} WHERE run = ? AND id > ?`, [key, from]);
		sql.run('DELETE FROM run_row WHERE run = ? AND id > ?', [key, from]);
		return true;
	});
