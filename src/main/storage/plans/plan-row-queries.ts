import type { PlanRowQuery } from '#core/plans/plan-store.ts';
import type { Query } from '../runs/row-queries.ts';
import type { SqlValue } from '../sql.ts';

/** The keys of a plan and of its run. */
export interface PlanKey {
	readonly key: number;
	readonly run: number;
}

/**
 * True of an applied removal `c` of address `l.email` at site `s.site_url` until a portal-only account was made for it
 * after it, by whichever plan. Runs are few and the rest is found by index, so it is cheap where there is no removal.
 */
const unreplaced = `c.step = 'remove' AND c.state = 'applied' AND NOT EXISTS (
	SELECT 1 FROM run s2 CROSS JOIN run_row l2 ON l2.run = s2.key AND l2.email = l.email COLLATE NOCASE
	CROSS JOIN plan p2 ON p2.run = s2.key
	CROSS JOIN change c2 ON c2.plan = p2.key AND c2.row_id = l2.id
	WHERE s2.site_url = s.site_url AND c2.step = 'create' AND c2.state = 'applied' AND c2.id > c.id)`;

const shown = `
SELECT r.id, l.row, l.email, l.name, l.organisation, r.remedy, r.steps, r.before_cause, r.before_certainty, r.accounts,
	r.phase, r.outcome, r.failure, r.said, r.billable, r.after_cause, r.after_certainty,
	EXISTS (SELECT 1 FROM change c WHERE c.plan = r.plan AND c.row_id = r.id AND ${unreplaced}) AS stranded
FROM run s CROSS JOIN plan_row r CROSS JOIN run_row l ON l.run = s.key AND l.id = r.id
WHERE s.key = ? AND r.plan = ?`;
/** Rows of a page of `nextPlanRowsQuery`. */
export const planRowsPerPage = 500;

/** Ids of the rows that fit, in list order: a walk over the narrow index, which is in that order and holds what is asked. */
export const fittingPlanRowsQuery = (key: number, query: PlanRowQuery): Query => {
	const where = conditions(key, query);
	return {
		text: `SELECT id FROM plan_row WHERE ${where.text} ORDER BY id LIMIT ? OFFSET ?`,
		params: [...where.params, query.count, query.from],
	};
};

export const countPlanRowsQuery = (key: number, query: PlanRowQuery): Query => {
	const where = conditions(key, query);
	return { text: `SELECT coalesce(sum(rows), 0) FROM plan_count WHERE ${where.text}`, params: where.params };
};

/** Rows by id, in list order. */
export const planRowsQuery = ({ key, run }: PlanKey, ids: readonly number[]): Query => ({
	text: `${shown} AND r.id IN (SELECT value FROM json_each(?)) ORDER BY r.id`,
	params: [run, key, JSON.stringify(ids)],
});

/** The next page of all rows behind `after`, in list order. */
export const nextPlanRowsQuery = ({ key, run }: PlanKey, after: number): Query => ({
	text: `${shown} AND r.id > ? ORDER BY r.id LIMIT ${planRowsPerPage}`,
	params: [run, key, after],
});

export const openPlanRowsQuery = ({ key, run }: PlanKey): Query => ({
	text: `${shown} AND r.phase <> 'ended' ORDER BY r.id`,
	params: [run, key],
});

/** Longest ago first. The index of removals is small, and what belongs to one is found by index. */
export const strandedQuery: Query = {
	text: `SELECT p.id AS planId, s.id AS runId, s.site_name AS site, l.id, l.row, l.email, c.settled_at AS since
		FROM change c INDEXED BY change_removed CROSS JOIN plan p ON p.key = c.plan CROSS JOIN run s ON s.key = p.run
		CROSS JOIN run_row l ON l.run = p.run AND l.id = c.row_id
		WHERE ${unreplaced} ORDER BY c.id`,
	params: [],
};

const conditions = (key: number, { outcomes, remedies }: PlanRowQuery): Query => {
	const parts = ['plan = ?'];
	const params: SqlValue[] = [key];
	for (const [column, wanted] of [['outcome', outcomes] as const, ['remedy', remedies] as const]) {
		if (wanted === undefined) continue;
		parts.push(`${column} IN (SELECT value FROM json_each(?))`);
		params.push(JSON.stringify(wanted));
	}
	return { text: parts.join(' AND '), params };
};
