import { resultOfRow } from '#core/plans/plan-result.ts';
import type { PlanStore } from '#core/plans/plan-store.ts';
import type { RunStore } from '#core/runs/run-store.ts';
import type { OwnerMessage, Plan, PlanRow } from '#shared/plan.ts';
import { csvLine } from '../../files/csv.ts';

type RowJson = Readonly<Record<string, unknown>>;

/** What a plan says of a row before anything is done. */
export const plannedRow = ({ row, email, remedy, steps, guided, destructive, before }: PlanRow): RowJson => ({
	row,
	email,
	remedy,
	steps,
	guided,
	destructive,
	before: before.cause,
});

/** The same row, and what became of it. `cause` is what was seen last. */
export const remediatedRow = (row: PlanRow): RowJson => ({
	...plannedRow(row),
	outcome: row.outcome,
	result: resultOfRow(row),
	cause: (row.after ?? row.before).cause,
	certainty: (row.after ?? row.before).certainty,
	verified: row.after !== null,
	...(row.failure === null ? {} : { failure: row.failure.code }),
	...(row.said === null ? {} : { said: row.said }),
	...(row.billable.length === 0 ? {} : { billable: row.billable }),
	...(row.stranded ? { stranded: true } : {}),
});

/** Streamed, like the report of a run. */
export function* planJson(plan: Plan, rows: Iterable<PlanRow>, rowOf: (row: PlanRow) => RowJson): Generator<string> {
	const { id, runId, confirm, people, choices, state, stop, outcomes, estimate, createdAt } = plan;
	const head = { plan: { id, run: runId, confirm, people, choices, state, stop, createdAt, estimate }, outcomes };
	yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "rows": [`;
	let separator = '\n';
	for (const row of rows) {
		yield `${separator}    ${JSON.stringify(rowOf(row))}`;
		separator = ',\n';
	}
	yield '\n  ]\n}\n';
}

const hasFailed = ({ outcome }: PlanRow): boolean => outcome === 'rejected' || outcome === 'stale' || outcome === 'needs-person';

/** Rows that did not come out well, with every original column, so that the list can be mended and imported again. */
export function* failedRowsCsv(plan: Plan, plans: PlanStore, runs: RunStore): Generator<string> {
	const run = runs.run(plan.runId);
	const columns = run.ok ? run.value.columns : [];
	yield `\uFEFF${csvLine(['Line', ...columns, 'Address', 'Outcome', 'Cause', 'Failure', 'The site says'])}`;
	for (const row of plans.allRows(plan.id)) {
		if (!hasFailed(row)) continue;
		const source = runs.row(plan.runId, row.id);
		const cells = source.ok ? source.value.cells : [];
		const padded = columns.map((_, index) => cells[index] ?? '');
		const cause = (row.after ?? row.before).cause;
		yield csvLine([String(row.row), ...padded, row.email, row.outcome, cause, row.failure?.code ?? '', row.said ?? '']);
	}
}

/** Messages, a line a person. */
export function* messagesCsv({
	titles,
	messages,
}: {
	readonly titles: readonly string[];
	readonly messages: readonly OwnerMessage[];
}): Generator<string> {
	yield `\uFEFF${csvLine(titles)}`;
	for (const { domain, addresses, subject, body } of messages) {
		for (const address of addresses) yield csvLine([domain, address, subject, body]);
	}
}
