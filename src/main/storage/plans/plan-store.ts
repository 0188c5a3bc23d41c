import { mailsFreeAt, readInvitedAt, readMailBudget, writeMailBudget } from './mail-budget.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { AuditActor, Plan, PlanRow } from '#shared/plan.ts';
import type { Json } from '#shared/verdict.ts';
import type { Clock } from '#core/ports.ts';
import type { NewPlan, PlanStore, RowsAlike } from '#core/plans/plan-store.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import { insertIntent, readUnsettled, settleLine } from './journal.ts';
import { readMessagesSent, writeMessageSent, writeNotes } from './manual-work.ts';
import { type PlanRecord, planOf } from './plan-records.ts';
import type { PlanKey } from './plan-row-queries.ts';
import {
	endRow,
	insertPlanRows,
	readAlike,
	readAllPlanRows,
	readOutcomes,
	readPlanRow,
	readPlanRowIds,
	readPlanRows,
	readStranded,
	readTransitions,
	readWork,
	reopenRows,
	updateAfter,
} from './plan-rows.ts';
import { writeAfter } from '../runs/rows-after.ts';
import { type Sql, StoreError } from '../sql.ts';
import { attempt } from '../store-failure.ts';

const planRecord = 'SELECT p.*, r.id AS run_id, r.list_name, r.site_name, r.site_url FROM plan p JOIN run r ON r.key = p.run';

/**
 * Plans in SQLite. What the audit log tells is stored in the transaction of what it tells of. As with runs: where the port
 * has no `Outcome`, a plan that is not there gives nothing, and SQLite's failures are thrown as `StoreError`. `isHeld` tells
 * whether somebody has the right to change a site.
 */
export const createPlanStore = (sql: Sql, clock: Clock, audit: AuditLog, isHeld: (siteUrl: string) => boolean): PlanStore => {
	const record = (planId: string): PlanRecord | undefined => sql.get<PlanRecord>(`${planRecord} WHERE p.id = ?`, [planId]);
	const withPlan = <T>(planId: string, work: (plan: PlanRecord) => Outcome<T>): Outcome<T> =>
		attempt(() => {
			const found = record(planId);
			return found === undefined ? failed('plan-not-found', { plan: planId }) : work(found);
		});
	const writing = <T>(planId: string, work: (plan: PlanRecord) => Outcome<T>): Outcome<T> =>
		attempt(() => sql.transaction(() => withPlan(planId, work)));
	const reading = <T>(planId: string, none: T, work: (plan: PlanRecord) => T): T => {
		const found = record(planId);
		return found === undefined ? none : work(found);
	};
	const shownPlan = (found: PlanRecord): Plan => planOf(found, readOutcomes(sql, found.key), isHeld);
	const tell = (plan: PlanRecord, event: string, details: { readonly [key: string]: Json }, actor: AuditActor, at: string): number =>
		audit.append({ at, actor, site: plan.site_url, event, details: { plan: plan.id, run: plan.run_id, ...details } });
	const keyOfRun = (runId: string): number | undefined => sql.column<number>('SELECT key FROM run WHERE id = ?', [runId])[0];
	const addressOf = (plan: PlanRecord, rowId: number): string | undefined =>
		sql.column<string>('SELECT email FROM run_row l JOIN plan_row r USING (id) WHERE l.run = ? AND r.plan = ? AND l.id = ?', [
			plan.run,
			plan.key,
			rowId,
		])[0];

	return {
		create: (plan, rows, actor) =>
			attempt(() =>
				sql.transaction(() => {
					const { key, run } = insertPlan(sql, plan);
					const { count, digest } = insertPlanRows(sql, { key, run }, rows);
					if (count === 0) throw new StoreError({ code: 'plan-empty', details: {} });
					sql.run('UPDATE plan SET row_count = ? WHERE key = ?', [count, key]);
					const { desk, choices, confirm, people, estimate } = plan;
					const told = { desk: { ...desk }, choices: { ...choices }, confirm, people, estimate: { ...estimate }, rows: count, digest };
					const found = record(plan.id);
					if (found !== undefined) tell(found, 'plan-created', told, actor, plan.createdAt);
					return done(null);
				}),
			),
		plan: (planId) => withPlan(planId, (found) => done(shownPlan(found))),
		plans: (runId) => {
			const newestFirst = 'ORDER BY p.created_at DESC, p.key DESC';
			const found =
				runId === null
					? sql.all<PlanRecord>(`${planRecord} ${newestFirst}`)
					: sql.all<PlanRecord>(`${planRecord} WHERE r.id = ? ${newestFirst}`, [runId]);
			return found.map(shownPlan);
		},
		rows: (planId, query) => reading(planId, { total: 0, rows: [] }, (plan) => readPlanRows(sql, plan, query)),
		row: (planId, id) => withPlan(planId, (plan) => readPlanRow(sql, plan, id)),
		rowIds: (planId, query) => reading<readonly number[]>(planId, [], (plan) => readPlanRowIds(sql, plan, query)),
		rowsAlike: (scope) => {
			if ('planId' in scope) return reading<readonly RowsAlike[]>(scope.planId, [], (plan) => readAlike(sql, plan));
			const run = keyOfRun(scope.runId);
			return run === undefined ? [] : readAlike(sql, { key: null, run });
		},
		transitions: (runId) => {
			const run = keyOfRun(runId);
			return run === undefined ? [] : readTransitions(sql, run);
		},
		rowsOfRun: function* (runId) {
			const ofRun = sql.all<PlanKey>('SELECT p.key, p.run FROM plan p JOIN run r ON r.key = p.run WHERE r.id = ? ORDER BY p.key', [runId]);
			for (const plan of ofRun) yield* readAllPlanRows(sql, plan, 'last-word');
		},
		allRows: (planId) => reading<Iterable<PlanRow>>(planId, [], (plan) => readAllPlanRows(sql, plan)),
		work: (planId) => reading(planId, [], (plan) => readWork(sql, plan)),
		stranded: () => readStranded(sql),
		confirm: (planId, actor, at) =>
			writing(planId, (plan) => {
				sql.run('UPDATE plan SET confirmed_at = ? WHERE key = ?', [at, plan.key]);
				tell(plan, 'confirmed', { confirm: plan.confirm, people: plan.people }, actor, at);
				return done(null);
			}),
		setState: (planId, state, stop, at) =>
			writing(planId, (plan) => {
				if (state === 'running') stopAbandoned(sql, plan);
				sql.run('UPDATE plan SET state = ?, stop = ?, finished_at = ? WHERE key = ?', [
					state,
					stop === null ? null : JSON.stringify(stop),
					state === 'finished' ? at : null,
					plan.key,
				]);
				return done(null);
			}),
		mailBudget: (siteUrl, at) => readMailBudget(sql, siteUrl, at),
		setMailBudget: (siteUrl, perDay) =>
			attempt(() => {
				writeMailBudget(sql, siteUrl, perDay);
				return done(null);
			}),
		mailsFreeAt: (planId, count, at) => reading(planId, at, ({ site_url }) => mailsFreeAt(sql, site_url, count, at)),
		invitedAt: (planId, address) => reading(planId, null, ({ site_url }) => readInvitedAt(sql, site_url, address)),
		recordIntent: (planId, change, actor) =>
			writing(planId, (plan) => {
				// Nothing is changed on the strength of a log that does not go on from its head.
				const difference = audit.difference();
				if (difference !== null) return failed('audit-damaged', difference);
				const address = addressOf(plan, change.rowId);
				if (address === undefined) return failed('wrong-use', { reason: 'row-not-found', id: change.rowId });
				if (plan.confirm !== null && plan.confirmed_at === null) return failed('confirmation-missing', { confirm: plan.confirm });
				const { rowId, step, asked, at } = change;
				if (step === 'invite-customer') {
					const { perDay, sent } = readMailBudget(sql, plan.site_url, at);
					if (sent >= perDay) return failed('mail-budget-spent', { perDay });
				}
				const seq = tell(plan, 'intent', { row: rowId, address, step, asked }, actor, at);
				insertIntent(sql, plan.key, seq, change);
				return done(seq);
			}),
		settle: (planId, changeId, settled, actor) =>
			writing(planId, (plan) => {
				const line = readUnsettled(sql, plan.key, changeId);
				if (!line.ok) return line;
				if (line.value === null || line.value.state === settled.state) return done(null);
				const { row_id: row, step } = line.value;
				const told = { row, address: addressOf(plan, row) ?? null, step, change: changeId, answered: settled.answered };
				settleLine(sql, changeId, tell(plan, settled.state, told, actor, settled.at), settled);
				return done(null);
			}),
		setRow: (planId, id, end) => writing(planId, (plan) => endRow(sql, plan.key, id, end)),
		reopen: (planId, outcomes) => writing(planId, (plan) => done(reopenRows(sql, plan, outcomes))),
		note: (planId, ids, note) => writing(planId, (plan) => done(writeNotes(sql, plan.key, ids, note))),
		setMessageSent: (planId, domain, to, sent) =>
			writing(planId, (plan) => {
				writeMessageSent(sql, plan.key, domain, to, sent);
				return done(null);
			}),
		messagesSent: (planId) => reading(planId, [], (plan) => readMessagesSent(sql, plan.key)),
		saveAfter: (planId, rows, actor) =>
			writing(planId, (plan) => {
				const seen = rows.flatMap((row) => {
					const address = addressOf(plan, row.id);
					return address === undefined ? [] : [{ ...row, address }];
				});
				if (seen.length === 0) return done(null);
				const told = seen.map(({ id, address, verdict: { cause, certainty } }) => ({ row: id, address, cause, certainty }));
				const at = new Date(clock.now()).toISOString();
				updateAfter(sql, plan.key, tell(plan, 'verified', { rows: told }, actor, at), seen);
				writeAfter(sql, { run: plan.run, plan: plan.key }, at, seen);
				return done(null);
			}),
	};
};

const insertPlan = (sql: Sql, plan: NewPlan): { readonly key: number; readonly run: number } => {
	const run = sql.column<number>('SELECT key FROM run WHERE id = ?', [plan.runId])[0];
	if (run === undefined) throw new StoreError({ code: 'run-not-found', details: { run: plan.runId } });
	const key = sql.column<number>(
		'INSERT INTO plan (id, run, desk, created_at, choices, confirm, people, estimate) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING key',
		[
			plan.id,
			run,
			JSON.stringify(plan.desk),
			plan.createdAt,
			JSON.stringify(plan.choices),
			plan.confirm,
			plan.people,
			JSON.stringify(plan.estimate),
		],
	)[0];
	if (key === undefined) throw new Error('INSERT … RETURNING gave no row');
	return { key, run };
};

/**
 * Whoever sets a plan running holds the right to change its site: any other plan of the site that still says `running` was
 * left by a process that died, and must not come to life under this one's hold.
 */
const stopAbandoned = (sql: Sql, plan: PlanRecord): void => {
	sql.run(
		`UPDATE plan SET state = 'stopped', stop = NULL
		WHERE state = 'running' AND key <> ? AND run IN (SELECT key FROM run WHERE site_url = ?)`,
		[plan.key, plan.site_url],
	);
};
