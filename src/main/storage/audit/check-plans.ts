import { createHash } from 'node:crypto';
import type { AuditEntry } from '#shared/plan.ts';
import type { Json } from '#shared/verdict.ts';
import { canonicalJson } from './audit-chain.ts';
import type { PlanRecord } from '../plans/plan-records.ts';
import { plannedRowText } from '../plans/plan-rows.ts';
import type { Sql } from '../sql.ts';
import { detailsOf, planIdOf, type RecordCheck } from './record-check.ts';

interface PlanLine
	extends Pick<PlanRecord, 'key' | 'id' | 'desk' | 'created_at' | 'choices' | 'confirm' | 'people' | 'estimate' | 'row_count'> {
	readonly run: string | null;
	readonly site: string | null;
}

interface PlannedRow {
	readonly id: number;
	readonly remedy: string;
	readonly steps: string;
	readonly before_cause: string;
	readonly before_certainty: string;
	readonly accounts: string;
}

const pageSize = 1000;

/** Plans: what was decided, for whom, and when it was confirmed. */
export const checkPlans = (sql: Sql): RecordCheck => {
	let plans = 0;
	const confirmedAt = new Map<string, string>();
	const isAsTold = (entry: AuditEntry): boolean => {
		const plan = readPlan(sql, entry);
		if (plan === undefined) return false;
		const { details, site, at } = toldPlan(sql, plan);
		return canonicalJson(details) === canonicalJson(entry.details) && site === entry.site && at === entry.at;
	};
	return {
		see: (entries) =>
			entries.flatMap((entry) => {
				const { people, confirm } = detailsOf(entry);
				if (entry.event === 'plan-created') {
					plans += 1;
					return isAsTold(entry) ? [] : [entry.seq];
				}
				if (entry.event !== 'confirmed') return [];
				confirmedAt.set(planIdOf(entry), entry.at);
				const found = readPlan(sql, entry);
				return found?.people === people && found?.confirm === confirm ? [] : [entry.seq];
			}),
		hasLoggedEverything: () => {
			const stored = sql.all<{ id: string; confirmed_at: string | null }>('SELECT id, confirmed_at FROM plan');
			return stored.length === plans && stored.every(({ id, confirmed_at }) => confirmed_at === (confirmedAt.get(id) ?? null));
		},
	};
};

const readPlan = (sql: Sql, entry: AuditEntry): PlanLine | undefined =>
	sql.get<PlanLine>(
		`SELECT p.key, p.id, r.id AS run, r.site_url AS site, p.desk, p.created_at, p.choices, p.confirm, p.people, p.estimate, p.row_count
		FROM plan p LEFT JOIN run r ON r.key = p.run WHERE p.id = ?`,
		[planIdOf(entry)],
	);

/** What the entry has to say where the plan is as it was made. */
const toldPlan = (sql: Sql, plan: PlanLine): { readonly details: Json; readonly site: string | null; readonly at: string } => {
	const { id, run, confirm, people, site } = plan;
	const json = (text: string): Json => JSON.parse(text) as Json;
	const [desk, choices, estimate] = [json(plan.desk), json(plan.choices), json(plan.estimate)];
	const details = { plan: id, run, desk, choices, confirm, people, estimate, rows: plan.row_count, digest: digestRows(sql, plan.key) };
	return { details, site, at: plan.created_at };
};

const digestRows = (sql: Sql, key: number): string => {
	const hash = createHash('sha256');
	for (let after = -1; ; ) {
		const page = sql.all<PlannedRow>(
			'SELECT id, remedy, steps, before_cause, before_certainty, accounts FROM plan_row WHERE plan = ? AND id > ? ORDER BY id LIMIT ?',
			[key, after, pageSize],
		);
		for (const row of page) {
			hash.update(plannedRowText(row.id, row.remedy, row.steps, row.before_cause, row.before_certainty, row.accounts));
			after = row.id;
		}
		if (page.length < pageSize) return hash.digest('hex');
	}
};
