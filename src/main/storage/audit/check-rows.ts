import type { AuditEntry } from '#shared/plan.ts';
import type { Json } from '#shared/verdict.ts';
import type { Sql } from '../sql.ts';
import { type Details, detailsOf, planIdOf, type RecordCheck } from './record-check.ts';

interface SeenLine {
	readonly id: number;
	readonly after_cause: string | null;
	readonly after_certainty: string | null;
	readonly after_seq: number | null;
}

/** What was seen of the rows after their change. */
export const checkRows = (sql: Sql): RecordCheck => {
	/** By plan: the rows whose last look is told by an entry that was seen. */
	const seen = new Map<string, Set<number>>();
	const isAsTold = (entry: AuditEntry): boolean => {
		const { rows } = detailsOf(entry);
		if (!Array.isArray(rows)) return false;
		const plan = planIdOf(entry);
		const told = (rows as readonly Json[]).map((row) => row as Details);
		const lines = readSeen(
			sql,
			plan,
			told.map(({ row }) => Number(row)),
		);
		const ofPlan = seen.get(plan) ?? new Set();
		for (const line of lines) if (line.after_seq === entry.seq) ofPlan.add(line.id);
		seen.set(plan, ofPlan);
		const stored = new Map(lines.map((line) => [line.id, line]));
		return told.every((row) => isRowAsTold(stored.get(Number(row['row'])), row, entry.seq));
	};
	return {
		see: (entries) => entries.flatMap((entry) => (entry.event !== 'verified' || isAsTold(entry) ? [] : [entry.seq])),
		hasLoggedEverything: () =>
			sql
				.all<{ id: string; rows: number }>(
					'SELECT p.id, count(coalesce(r.after_seq, r.after_cause, r.after_certainty)) AS rows FROM plan p JOIN plan_row r ON r.plan = p.key GROUP BY p.key',
				)
				.every(({ id, rows }) => rows === (seen.get(id)?.size ?? 0)),
	};
};

const readSeen = (sql: Sql, plan: string, ids: readonly number[]): readonly SeenLine[] =>
	sql.all<SeenLine>(
		`SELECT r.id, r.after_cause, r.after_certainty, r.after_seq FROM plan p JOIN plan_row r ON r.plan = p.key
		WHERE p.id = ? AND r.id IN (SELECT value FROM json_each(?))`,
		[plan, JSON.stringify(ids)],
	);

/** A row that was looked at again since is told by a later entry. */
const isRowAsTold = (line: SeenLine | undefined, { cause, certainty }: Details, seq: number): boolean => {
	if (line === undefined || line.after_seq === null || line.after_seq < seq) return false;
	return line.after_seq > seq || (line.after_cause === cause && line.after_certainty === certainty);
};
