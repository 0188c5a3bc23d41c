import type { JudgedRow } from '#core/runs/run-store.ts';
import { insertMany } from '../insert-many.ts';
import type { Sql, SqlValue } from '../sql.ts';
import { makeFactKeys } from './person-facts.ts';

/** Columns of a `RowRecord`, of row `r` with what `withAfter` joins. */
export const shownColumns = `r.id, r.row, r.email, r.name, r.organisation, r.cause, r.certainty, r.remedy, r.suggestion,
	a.cause AS after_cause, a.certainty AS after_certainty, a.remedy AS after_remedy, ap.id AS after_plan, a.seen_at AS after_at`;

/** What was seen of row `r` after a plan, and which plan that was. */
export const withAfter = 'LEFT JOIN run_row_after a ON a.run = r.run AND a.id = r.id LEFT JOIN plan ap ON ap.key = a.plan';

/** Notes what was seen of rows after a plan, beside their diagnosis; the last look counts. For use inside a transaction. */
export const writeAfter = (
	sql: Sql,
	of: { readonly run: number; readonly plan: number },
	seenAt: string,
	seen: readonly JudgedRow[],
): void => {
	const factKey = makeFactKeys(sql);
	const rows = seen.flatMap(({ id, verdict: { cause, certainty, remedy, evidence }, facts }): SqlValue[] => [
		of.run,
		id,
		of.plan,
		seenAt,
		cause,
		certainty,
		remedy,
		facts === undefined ? null : factKey(facts),
		JSON.stringify(evidence),
	]);
	insertMany(sql, 'INSERT OR REPLACE INTO run_row_after (run, id, plan, seen_at, cause, certainty, remedy, facts, evidence)', 9, rows);
};

/** What was seen is judged anew, as with a person's word; when it was seen stays. For use inside a transaction. */
export const replaceAfter = (sql: Sql, run: number, { id, verdict, facts }: JudgedRow): void => {
	const { cause, certainty, remedy, evidence } = verdict;
	const kept = facts === undefined ? null : makeFactKeys(sql)(facts);
	sql.run('UPDATE run_row_after SET cause = ?, certainty = ?, remedy = ?, facts = ?, evidence = ? WHERE run = ? AND id = ?', [
		cause,
		certainty,
		remedy,
		kept,
		JSON.stringify(evidence),
		run,
		id,
	]);
};
