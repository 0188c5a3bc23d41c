import type { PlanStore } from '#core/plans/plan-store.ts';
import type { RunIndex, RunRows } from '#core/runs/run-store.ts';
import type { OwnerAudience } from '#shared/owner-messages.ts';
import { resultOfRow } from '#shared/row-results.ts';
import type { OwnerMessage, Plan, PlanRow } from '#shared/plan.ts';
import { csvLine } from '../../files/csv.ts';

const hasFailed = ({ outcome, note }: PlanRow): boolean =>
	outcome === 'rejected' || outcome === 'stale' || outcome === 'needs-person' || note?.kind === 'cannot';

/** Rows that did not come out well, with every original column, so that the list can be mended and imported again. */
function* failedRowsCsv(plan: Plan, plans: PlanStore, runs: RunIndex & RunRows): Generator<string> {
	const run = runs.run(plan.runId);
	const columns = run.ok ? run.value.columns : [];
	yield `\uFEFF${csvLine(['Line', ...columns, 'Address', 'Outcome', 'Cause', 'Failure', 'The site says', 'Cannot be done because'])}`;
	for (const row of plans.allRows(plan.id)) {
		if (!hasFailed(row)) continue;
		const source = runs.row(plan.runId, row.id);
		const cells = source.ok ? source.value.cells : [];
		const padded = columns.map((_, index) => cells[index] ?? '');
		const cause = (row.after ?? row.before).cause;
		const reason = row.note?.kind === 'cannot' ? row.note.reason : '';
		yield csvLine([String(row.row), ...padded, row.email, resultOfRow(row), cause, row.failure?.code ?? '', row.said ?? '', reason]);
	}
}

export const failedRows = (plan: Plan, plans: PlanStore, runs: RunIndex & RunRows): { readonly name: string; readonly text: string } => ({
	name: `failed-${plan.listName.replace(/\.\w+$/, '')}.csv`,
	text: [...failedRowsCsv(plan, plans, runs)].join(''),
});

/** Messages: a line a person, or to administrators one a message, with everybody it is about. */
export function* messagesCsv({
	to,
	titles,
	messages,
}: {
	readonly to: OwnerAudience;
	readonly titles: readonly string[];
	readonly messages: readonly OwnerMessage[];
}): Generator<string> {
	yield `\uFEFF${csvLine(titles)}`;
	for (const { domain, addresses, subject, body } of messages) {
		const cells = to === 'people' ? addresses : [addresses.join('\n')];
		for (const address of cells) yield csvLine([domain, address, subject, body]);
	}
}
