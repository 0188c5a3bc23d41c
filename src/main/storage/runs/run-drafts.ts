import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { ClearStep, RunDraft } from '#core/runs/run-store.ts';
import { renewLease, takeLease } from './leases.ts';
import { completeRows, insertRows } from './run-rows.ts';
import type { Sql } from '../sql.ts';
import { attempt } from '../store-failure.ts';

/** Rows that one step of clearing deletes: some 20 ms. */
const clearedAtOnce = 1000;

interface DraftLease {
	readonly holder: string;
	readonly nowMs: number;
	readonly ttlMs: number;
}

/** Goes on storing the run of `key`, which has no rows yet and is not complete. For use inside the transaction that made it. */
export const openDraft = (sql: Sql, key: number, { holder, nowMs, ttlMs }: DraftLease): RunDraft => {
	let nextId = 0;
	takeLease(sql, key, String(key), holder, nowMs, ttlMs);
	/** A process that slept past its lease may find the draft cleared away, and its key given to another run. */
	const whileHeld =
		(at: number, work: () => void): (() => Outcome<null>) =>
		() => {
			if (!renewLease(sql, key, holder, at, ttlMs)) return failed('run-busy');
			work();
			return done(null);
		};
	return {
		add: (rows, at) =>
			attempt(() =>
				sql.transaction(
					whileHeld(at, () => {
						nextId = insertRows(sql, key, rows, nextId);
					}),
				),
			),
		finish: (at) => attempt(() => sql.transaction(whileHeld(at, () => completeRows(sql, key, nextId)))),
		discard: () => clearSome(sql, key),
	};
};

interface DraftRecord {
	readonly key: number;
	readonly holder: string | null;
	readonly expires_at_ms: number | null;
}

/** What processes that died while they stored a list have left behind. */
export const clearDrafts = (sql: Sql, nowMs: number, isDead: (holder: string) => boolean): ClearStep => {
	const drafts = sql.all<DraftRecord>(
		'SELECT run.key, lease.holder, lease.expires_at_ms FROM run LEFT JOIN lease ON lease.run = run.key WHERE run.complete = 0',
	);
	const left = drafts
		.filter(({ holder, expires_at_ms }) => holder === null || (expires_at_ms ?? 0) <= nowMs || isDead(holder))
		.map(({ key }) => key);
	return () => {
		const [key] = left;
		if (key === undefined) return false;
		if (!clearSome(sql, key)) left.shift();
		return left.length > 0;
	};
};

/** A step at a time: deleting a long list at once would hold up everybody for seconds. False once nothing is left. */
const clearSome = (sql: Sql, key: number): boolean =>
	sql.transaction(() => {
		const ids = 'SELECT id FROM run_row WHERE run = ? ORDER BY id DESC';
		const from = sql.column<number>(`${ids} LIMIT 1 OFFSET ${clearedAtOnce}`, [key])[0];
		if (from === undefined) {
			sql.run('DELETE FROM run WHERE key = ?', [key]);
			return false;
		}
		sql.run('DELETE FROM run_row_source WHERE run = ? AND id > ?', [key, from]);
		sql.run('DELETE FROM run_row WHERE run = ? AND id > ?', [key, from]);
		return true;
	});
