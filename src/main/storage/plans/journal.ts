import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { Change } from '#shared/plan.ts';
import { canonicalJson } from '../audit/audit-chain.ts';
import { type ChangeRecord, changeOf } from './plan-records.ts';
import type { Query } from '../runs/row-queries.ts';
import type { Sql } from '../sql.ts';
import type { Intent, Settled } from '#core/plans/plan-store.ts';

type JournalLine = Change & { readonly id: number };

const line = 'SELECT id, row_id, step, state, asked, answered, intent_at, settled_at FROM change';

/** `seq` is the entry of the audit log that tells it: from now on the line's id. For use inside a transaction. */
export const insertIntent = (sql: Sql, plan: number, seq: number, { rowId, step, asked, at }: Intent): void => {
	sql.run('INSERT INTO change (id, plan, row_id, step, asked, intent_at) VALUES (?, ?, ?, ?, ?, ?)', [
		seq,
		plan,
		rowId,
		step,
		canonicalJson(asked),
		at,
	]);
};

/** The line, where it may still be settled; `null` where it keeps what it is. */
export const readUnsettled = (sql: Sql, plan: number, changeId: number): Outcome<ChangeRecord | null> => {
	const found = sql.get<ChangeRecord>(`${line} WHERE id = ? AND plan = ?`, [changeId, plan]);
	if (found === undefined) return failed('wrong-use', { reason: 'change-not-found', id: changeId });
	return done(found.state === 'intent' || found.state === 'unknown' ? found : null);
};

/** `seq` is the entry that tells it. For use inside a transaction. */
export const settleLine = (sql: Sql, changeId: number, seq: number, { state, answered, at }: Settled): void => {
	sql.run('UPDATE change SET state = ?, answered = ?, settled_at = ?, settled_seq = ? WHERE id = ?', [
		state,
		canonicalJson(answered),
		at,
		seq,
		changeId,
	]);
};

/** Oldest first. */
export const readChanges = (sql: Sql, plan: number, rowId: number): readonly JournalLine[] =>
	sql.all<ChangeRecord>(`${line} WHERE plan = ? AND row_id = ? ORDER BY id`, [plan, rowId]).map(changeOf);

export const openChangesQuery = (plan: number): Query => ({
	text: `${line} WHERE plan = ? AND EXISTS (
			SELECT 1 FROM plan_row r WHERE r.plan = change.plan AND r.id = change.row_id AND r.phase <> 'ended')
		ORDER BY row_id, id`,
	params: [plan],
});

/** The journal of every row that has not ended, by row. */
export const readOpenChanges = (sql: Sql, plan: number): ReadonlyMap<number, readonly JournalLine[]> => {
	const byRow = new Map<number, JournalLine[]>();
	const { text, params } = openChangesQuery(plan);
	const found = sql.all<ChangeRecord>(text, params);
	for (const record of found) {
		const lines = byRow.get(record.row_id) ?? [];
		lines.push(changeOf(record));
		byRow.set(record.row_id, lines);
	}
	return byRow;
};
