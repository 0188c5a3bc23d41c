import { createHash } from 'node:crypto';
import { failed, done, type Outcome } from '#shared/outcome.ts';
import type { PlanRow, PlanRowDetail, RowOutcome, RowPhase, Stranded } from '#shared/plan.ts';
import { isByCalls, isGuided, type RemedyId } from '#shared/remedies.ts';
import type { EvidenceItem, Verdict } from '#shared/verdict.ts';
import { resultOf } from '#shared/row-results.ts';
import { mayHelpToRetry } from '#core/plans/retry.ts';
import type { NewPlanRow, PlanRowQuery, PlanStore, PlanWork, RowEnd, RowsAlike } from '#core/plans/plan-store.ts';
import { canonicalJson } from '../audit/audit-chain.ts';
import { readChanges, readOpenChanges } from './journal.ts';
import { type OutcomeRecord, type PlanRowRecord, planRowOf } from './plan-records.ts';
import {
	alikeRowsQuery,
	billedRowsQuery,
	countPlanRowsQuery,
	fittingPlanRowsQuery,
	nextPlanRowsQuery,
	openPlanRowsQuery,
	type PlanKey,
	planRowsPerPage,
	planRowsQuery,
	rowsAlikeQuery,
	strandedQuery,
	transitionsQuery,
} from './plan-row-queries.ts';
import type { Query } from '../runs/row-queries.ts';
import { stored } from '../runs/run-records.ts';
import { type Sql, StoreError } from '../sql.ts';

export interface SeenRow {
	readonly id: number;
	readonly verdict: Verdict;
	readonly phase: RowPhase;
}

/** One row as it was planned: what the digest is made of that the audit log tells of a plan. */
export const plannedRowText = (id: number, remedy: string, steps: string, cause: string, certainty: string, accounts: string): string =>
	`${canonicalJson([id, remedy, steps, cause, certainty, accounts])}\n`;

/**
 * Writes the rows of a plan; gives how many, and the digest of what was planned. Throws `wrong-use` for a row the run does
 * not have. For use inside a transaction.
 */
export const insertPlanRows = (
	sql: Sql,
	{ key, run }: PlanKey,
	rows: Iterable<NewPlanRow>,
): { readonly count: number; readonly digest: string } => {
	const hash = createHash('sha256');
	const counts = new Map<RemedyId, number>();
	let count = 0;
	for (const { id, remedy, steps, before, accountIds } of rows) {
		const known = sql.column('SELECT 1 FROM run_row WHERE run = ? AND id = ?', [run, id]).length > 0;
		if (!known) throw new StoreError({ code: 'wrong-use', details: { reason: 'row-not-found', id } });
		const planned = [id, remedy, JSON.stringify(steps), before.cause, before.certainty, JSON.stringify(accountIds)] as const;
		sql.run(
			'INSERT INTO plan_row (plan, id, remedy, steps, before_cause, before_certainty, accounts, outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
			[key, ...planned, outcomeAtFirst(remedy)],
		);
		hash.update(plannedRowText(...planned));
		counts.set(remedy, (counts.get(remedy) ?? 0) + 1);
		count += 1;
	}
	for (const [remedy, rowCount] of counts) addPlanCount(sql, key, outcomeAtFirst(remedy), remedy, rowCount);
	return { count, digest: hash.digest('hex') };
};

const outcomeAtFirst = (remedy: RemedyId): RowOutcome => (isGuided(remedy) ? 'guided' : 'not-reached');

const addPlanCount = (sql: Sql, key: number, outcome: RowOutcome, remedy: string, count: number): void => {
	sql.run(
		'INSERT INTO plan_count (plan, outcome, remedy, rows) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET rows = rows + excluded.rows',
		[key, outcome, remedy, count],
	);
};

export const readOutcomes = (sql: Sql, key: number): readonly OutcomeRecord[] =>
	sql.all<OutcomeRecord>('SELECT outcome, sum(rows) AS rows FROM plan_count WHERE plan = ? GROUP BY outcome', [key]);

type Wanted = Omit<PlanRowQuery, 'from' | 'count'>;

/** Ids of the rows that fit where what they came to is asked, which no index tells; `null` where it is not. */
const readIdsByResult = (sql: Sql, plan: PlanKey, { results, billed, retryable, outcomes, remedies }: Wanted): readonly number[] | null => {
	if (results === undefined && billed !== true && retryable !== true) return null;
	const idsOf = ({ text, params }: Query): ReadonlySet<number> => new Set(sql.column<number>(text, params));
	const sets: ReadonlySet<number>[] = [];
	if (results !== undefined) {
		const alike = readAlike(sql, plan).filter((rows) => results.includes(resultOf(rows)));
		sets.push(idsOf(rowsAlikeQuery(plan, alike)));
	}
	if (retryable === true) {
		const alike = readAlike(sql, plan).filter((rows) => rows.outcome === 'rejected' && mayHelpToRetry(rows));
		sets.push(idsOf(rowsAlikeQuery(plan, alike)));
	}
	if (billed === true) sets.push(idsOf(billedRowsQuery(plan.key)));
	if (outcomes !== undefined || remedies !== undefined) {
		sets.push(idsOf(fittingPlanRowsQuery(plan.key, { outcomes, remedies, ...allOfThem })));
	}
	const [first = new Set<number>(), ...others] = sets;
	return [...first].filter((id) => others.every((set) => set.has(id)));
};

const allOfThem = { from: 0, count: -1 };

export const readPlanRowIds = (sql: Sql, plan: PlanKey, query: Wanted): readonly number[] => {
	const { text, params } = fittingPlanRowsQuery(plan.key, { ...query, ...allOfThem });
	return readIdsByResult(sql, plan, query) ?? sql.column<number>(text, params);
};

export const readPlanRows = (
	sql: Sql,
	plan: PlanKey,
	query: PlanRowQuery,
): { readonly total: number; readonly rows: readonly PlanRow[] } => {
	const byResult = readIdsByResult(sql, plan, query);
	const counted = countPlanRowsQuery(plan.key, query);
	const fitting = fittingPlanRowsQuery(plan.key, query);
	const ids = byResult?.slice(query.from, query.from + query.count) ?? sql.column<number>(fitting.text, fitting.params);
	const found = planRowsQuery(plan, ids);
	return {
		total: byResult?.length ?? sql.column<number>(counted.text, counted.params)[0] ?? 0,
		rows: sql.all<PlanRowRecord>(found.text, found.params).map(planRowOf),
	};
};

/** Without a plan: of all plans of the run, each row once. */
export const readAlike = (sql: Sql, plan: PlanKey | { readonly key: null; readonly run: number }): readonly RowsAlike[] => {
	const { text, params } = alikeRowsQuery(plan);
	const found = sql.all<Omit<RowsAlike, 'stranded' | 'billed'> & { readonly stranded: number; readonly billed: number }>(text, params);
	return found.map((rows) => ({ ...rows, stranded: rows.stranded === 1, billed: rows.billed === 1 }));
};

export const readTransitions = (sql: Sql, run: number): ReturnType<PlanStore['transitions']> => {
	const { text, params } = transitionsQuery(run);
	return sql.all<ReturnType<PlanStore['transitions']>[number]>(text, params);
};

export const readPlanRow = (sql: Sql, plan: PlanKey, id: number): Outcome<PlanRowDetail> => {
	const { text, params } = planRowsQuery(plan, [id]);
	const record = sql.get<PlanRowRecord>(text, params);
	if (record === undefined) return failed('wrong-use', { reason: 'row-not-found', id });
	const evidence = sql.column<string>('SELECT evidence FROM plan_row_evidence WHERE plan = ? AND id = ?', [plan.key, id])[0];
	return done({
		...planRowOf(record),
		changes: readChanges(sql, plan.key, id),
		evidence: evidence === undefined ? [] : stored<EvidenceItem[]>(evidence),
	});
};

/** Page by page: between two pages the connection is free to write, and no more than one page is held. */
export function* readAllPlanRows(sql: Sql, plan: PlanKey, only: 'all' | 'last-word' = 'all'): Generator<PlanRow> {
	let after = -1;
	for (;;) {
		const { text, params } = nextPlanRowsQuery(plan, after, only);
		const page = sql.all<PlanRowRecord>(text, params);
		for (const record of page) yield planRowOf(record);
		const last = page.at(-1);
		if (last === undefined || page.length < planRowsPerPage) return;
		after = last.id;
	}
}

export const readWork = (sql: Sql, plan: PlanKey): readonly PlanWork[] => {
	const { text, params } = openPlanRowsQuery(plan);
	const changes = readOpenChanges(sql, plan.key);
	return sql
		.all<PlanRowRecord>(text, params)
		.filter(({ remedy }) => isByCalls(remedy))
		.map((record) => ({ row: planRowOf(record), accountIds: stored<string[]>(record.accounts), changes: changes.get(record.id) ?? [] }));
};

/** For use inside a transaction. */
export const endRow = (sql: Sql, key: number, id: number, end: RowEnd): Outcome<null> => {
	const before = sql.get<{ outcome: RowOutcome; remedy: string }>('SELECT outcome, remedy FROM plan_row WHERE plan = ? AND id = ?', [
		key,
		id,
	]);
	if (before === undefined) return failed('wrong-use', { reason: 'row-not-found', id });
	sql.run('UPDATE plan_row SET phase = ?, outcome = ?, failure = ?, said = ?, billable = ? WHERE plan = ? AND id = ?', [
		end.phase,
		end.outcome,
		end.failure === null ? null : JSON.stringify(end.failure),
		end.said,
		JSON.stringify(end.rolesUnread === true ? null : end.billable),
		key,
		id,
	]);
	if (before.outcome !== end.outcome) {
		addPlanCount(sql, key, before.outcome, before.remedy, -1);
		addPlanCount(sql, key, end.outcome, before.remedy, 1);
	}
	return done(null);
};

/** What was seen after the change, as entry `seq` of the audit log tells it. For use inside a transaction. */
export const updateAfter = (sql: Sql, key: number, seq: number, rows: readonly SeenRow[]): void => {
	for (const { id, verdict, phase } of rows) {
		sql.run('UPDATE plan_row SET after_cause = ?, after_certainty = ?, after_seq = ?, phase = ? WHERE plan = ? AND id = ?', [
			verdict.cause,
			verdict.certainty,
			seq,
			phase,
			key,
			id,
		]);
		sql.run('INSERT OR REPLACE INTO plan_row_evidence (plan, id, evidence) VALUES (?, ?, ?)', [key, id, JSON.stringify(verdict.evidence)]);
	}
};

/** Rows that ended as one of `outcomes` wait again, as far as that may help; gives how many. For use inside a transaction. */
export const reopenRows = (sql: Sql, plan: PlanKey, outcomes: readonly RowOutcome[]): number => {
	const alike = readAlike(sql, plan).filter((rows) => outcomes.includes(rows.outcome) && mayHelpToRetry(rows));
	const found = rowsAlikeQuery(plan, alike);
	const ids = JSON.stringify(sql.column<number>(found.text, found.params));
	const ended = "plan = ? AND phase IN ('verifying', 'ended') AND id IN (SELECT value FROM json_each(?))";
	const counts = sql.all<{ outcome: RowOutcome; remedy: string; rows: number }>(
		`SELECT outcome, remedy, count(*) AS rows FROM plan_row WHERE ${ended} GROUP BY outcome, remedy`,
		[plan.key, ids],
	);
	for (const { outcome, remedy, rows } of counts) {
		addPlanCount(sql, plan.key, outcome, remedy, -rows);
		addPlanCount(sql, plan.key, 'not-reached', remedy, rows);
	}
	return sql.run(`UPDATE plan_row SET phase = 'waiting', outcome = 'not-reached', failure = NULL, said = NULL WHERE ${ended}`, [
		plan.key,
		ids,
	]);
};

export const readStranded = (sql: Sql): readonly Stranded[] => {
	const found = sql.all<Stranded>(strandedQuery.text);
	// A person who was removed twice by one plan is stranded once: since the last time.
	return [...new Map(found.map((stranded) => [`${stranded.planId} ${stranded.id}`, stranded])).values()];
};
