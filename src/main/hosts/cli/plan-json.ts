import { resultOfRow } from '#shared/row-results.ts';
import type { Asked } from '#shared/contract.ts';
import type { Plan, PlanRow } from '#shared/plan.ts';
import type { Client } from './client.ts';
import { need } from './command-ended.ts';

const pageRows = 10_000;

/** The rows that fit, in list order. */
export async function* planRows(client: Client, which: Asked['plans']['rowIds']): AsyncGenerator<PlanRow> {
	for (let from = 0; ; from += pageRows) {
		const { total, rows } = need(await client.plans.rows({ ...which, from, count: pageRows }));
		yield* rows;
		if (from + pageRows >= total) return;
	}
}

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
	...(row.rolesUnread === true ? { rolesUnread: true } : {}),
	...(row.stranded ? { stranded: true } : {}),
	...(row.note === undefined ? {} : { note: row.note }),
});

/** Streamed, like the report of a run. */
export async function* planJson(plan: Plan, rows: AsyncIterable<PlanRow>, rowOf: (row: PlanRow) => RowJson): AsyncGenerator<string> {
	const { id, runId, confirm, people, choices, state, stop, outcomes, estimate, createdAt } = plan;
	const head = { plan: { id, run: runId, confirm, people, choices, state, stop, createdAt, estimate }, outcomes };
	yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "rows": [`;
	let separator = '\n';
	for await (const row of rows) {
		yield `${separator}    ${JSON.stringify(rowOf(row))}`;
		separator = ',\n';
	}
	yield '\n  ]\n}\n';
}
