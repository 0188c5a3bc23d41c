import { countResults, sumRows } from '#core/plans/plan-result.ts';
import type { PlanStore, RowsAlike } from '#core/plans/plan-store.ts';
import type { Turns } from '#core/ports.ts';
import type { CauseCode } from '#shared/causes.ts';
import type { Plan, PlanRow } from '#shared/plan.ts';
import type { PlanResult } from '#shared/row-results.ts';
import type { Run } from '#shared/run.ts';

/** What the plans of a run came to together. */
export interface RemediationResult extends Pick<PlanResult, 'rowCount' | 'counts' | 'billedCount' | 'strandedCount'> {
	/** Oldest first. */
	readonly plans: readonly Plan[];
	/** Rows of the run by cause, as they were seen last. */
	readonly after: Readonly<Partial<Record<CauseCode, number>>>;
	/** The first of the restored accounts whose billed roles came back. */
	readonly billed: readonly PlanRow[];
	/** Left to a person, and nothing seen or said of them since: nothing is known of them beyond the diagnosis. */
	readonly untouchedCount: number;
	/** Each row once, as the plan left it that had the last word on it. Streamed. */
	rows(): Iterable<PlanRow>;
}

/** More are in the XLSX report. */
const mostBilled = 100;

const isUntouched = ({ outcome, after, note }: Pick<RowsAlike, 'outcome' | 'after' | 'note'>): boolean =>
	after === null && note !== 'cannot' && (outcome === 'guided' || outcome === 'not-reached');
/** The same of a row. */
export const isRowUntouched = (row: PlanRow): boolean =>
	isUntouched({ ...row, after: row.after?.cause ?? null, note: row.note?.kind ?? null });

const causesAfter = (run: Run, store: PlanStore): Partial<Record<CauseCode, number>> => {
	const causes: Partial<Record<CauseCode, number>> = { ...run.summary };
	for (const { before, after, rowCount } of store.transitions(run.id)) {
		causes[before] = (causes[before] ?? 0) - rowCount;
		causes[after] = (causes[after] ?? 0) + rowCount;
	}
	return causes;
};

const firstBilled = async (rows: Iterable<PlanRow>, wanted: number, turns: Turns): Promise<readonly PlanRow[]> => {
	const billed: PlanRow[] = [];
	if (wanted === 0) return billed;
	for (const row of rows) {
		if (row.billable.length > 0) billed.push(row);
		if (billed.length === wanted) break;
		if (turns.isDue()) await turns.give();
	}
	return billed;
};

/** `null` where the run has no plan whose first change was begun: a plan alone changes nothing. */
export const remediationResult = async (run: Run, store: PlanStore, turns: Turns): Promise<RemediationResult | null> => {
	const plans = store.plans(run.id).toReversed();
	if (plans.every(({ state }) => state === 'planned')) return null;
	const alike = store.rowsAlike({ runId: run.id });
	const { rowCount, counts, billedCount, strandedCount } = countResults(alike);
	return {
		plans,
		rowCount,
		counts,
		after: causesAfter(run, store),
		billed: await firstBilled(store.rowsOfRun(run.id), Math.min(billedCount, mostBilled), turns),
		billedCount,
		strandedCount,
		untouchedCount: sumRows(alike.filter(isUntouched)),
		rows: () => store.rowsOfRun(run.id),
	};
};
