import { noteColumn, noteKindColumn } from './manual-work.ts';
import type { PlanRowQuery, RowsAlike } from '#core/plans/plan-store.ts';
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
	SELECT 1 FROM run s2 CROSS JOIN run_address l2 ON l2.run = s2.key AND l2.email = l.email
	CROSS JOIN plan p2 ON p2.run = s2.key
	CROSS JOIN change c2 ON c2.plan = p2.key AND c2.row_id = l2.id
	WHERE s2.site_url = s.site_url AND c2.step IN ('create', 'invite-customer') AND c2.state = 'applied' AND c2.id > c.id)`;

/**
 * True of row `r` of a plan of run `s` where no other plan of the run had a later word on it: the newest that got to it, or
 * else the first.
 */
const hasLastWord = `NOT EXISTS (
	SELECT 1 FROM plan p3 CROSS JOIN plan_row r3 ON r3.plan = p3.key AND r3.id = r.id
	WHERE p3.run = s.key AND p3.key <> r.plan AND CASE r.outcome
		WHEN 'not-reached' THEN r3.outcome <> 'not-reached' OR r3.plan < r.plan
		ELSE r3.outcome <> 'not-reached' AND r3.plan > r.plan END)`;

const isStranded = `EXISTS (SELECT 1 FROM change c WHERE c.plan = r.plan AND c.row_id = r.id AND ${unreplaced})`;

const ofPlans = 'FROM run s CROSS JOIN plan_row r CROSS JOIN run_row l ON l.run = s.key AND l.id = r.id WHERE s.key = ?';

const shown = `
SELECT r.id, l.row, l.email, l.name, l.organisation, r.remedy, r.steps, r.before_cause, r.before_certainty, r.accounts,
	r.phase, r.outcome, r.failure, r.said, r.billable, r.after_cause, r.after_certainty,
	${isStranded} AS stranded, ${noteColumn}
${ofPlans} AND r.plan = ?`;
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

/** Rows that are alike in all that tells what they came to, of one plan or of all plans of the run. */
export const alikeRowsQuery = ({ key, run }: PlanKey | { readonly key: null; readonly run: number }): Query => ({
	text: `SELECT r.remedy, r.outcome, r.before_cause AS before, r.after_cause AS after, ${isStranded} AS stranded,
		r.billable NOT IN ('[]', 'null') AS billed, ${noteKindColumn} AS note, count(*) AS rowCount
		${ofPlans} AND ${key === null ? `r.plan IN (SELECT key FROM plan WHERE run = s.key) AND ${hasLastWord}` : 'r.plan = ?'}
		GROUP BY r.remedy, r.outcome, before, after, stranded, billed, note`,
	params: key === null ? [run] : [run, key],
});

/** Ids of the rows, in list order, that these stand for. */
export const rowsAlikeQuery = ({ key, run }: PlanKey, alike: readonly RowsAlike[]): Query => ({
	text: `SELECT r.id ${ofPlans} AND r.plan = ?
		AND json_array(r.remedy, r.outcome, r.before_cause, r.after_cause, ${isStranded}) IN (SELECT value FROM json_each(?)) ORDER BY r.id`,
	params: [
		run,
		key,
		JSON.stringify(alike.map(({ remedy, outcome, before, after, stranded }) => [remedy, outcome, before, after, stranded ? 1 : 0])),
	],
});

export const billedRowsQuery = (key: number): Query => ({
	text: "SELECT id FROM plan_row WHERE plan = ? AND billable NOT IN ('[]', 'null') ORDER BY id",
	params: [key],
});

/** The cause that was diagnosed, and the one that was seen last. */
export const transitionsQuery = (run: number): Query => ({
	text: `SELECT r.cause AS before, a.cause AS after, count(*) AS rowCount
		FROM run_row_after a CROSS JOIN run_row r WHERE a.run = ? AND r.run = a.run AND r.id = a.id GROUP BY before, after`,
	params: [run],
});

/** Rows by id, in list order. */
export const planRowsQuery = ({ key, run }: PlanKey, ids: readonly number[]): Query => ({
	text: `${shown} AND r.id IN (SELECT value FROM json_each(?)) ORDER BY r.id`,
	params: [run, key, JSON.stringify(ids)],
});

/** The next page of all rows behind `after`, in list order; or of those on which no other plan of the run had a later word. */
export const nextPlanRowsQuery = ({ key, run }: PlanKey, after: number, only: 'all' | 'last-word' = 'all'): Query => ({
	text: `${shown} AND r.id > ? ${only === 'all' ? '' : `AND ${hasLastWord} `}ORDER BY r.id LIMIT ${planRowsPerPage}`,
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
