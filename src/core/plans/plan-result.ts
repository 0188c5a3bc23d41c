import type { CauseCode } from '#shared/causes.ts';
import type { PlanResult } from '#shared/row-results.ts';
import { type RemedyId, remedyIds } from '#shared/remedies.ts';
import { isForPeople, resultOf, type RowResult, rowResults } from '#shared/row-results.ts';
import type { PlanStore, RowsAlike } from './plan-store.ts';
import { mayHelpToRetry } from './retry.ts';

const forEachResult = <T>(make: (result: RowResult) => T): Record<RowResult, T> =>
	Object.fromEntries(rowResults.map((result) => [result, make(result)])) as Record<RowResult, T>;

export const sumRows = (rows: readonly RowsAlike[]): number => rows.reduce((count, { rowCount }) => count + rowCount, 0);

const countCauses = (rows: readonly RowsAlike[]): Partial<Record<CauseCode, number>> => {
	const causes: Partial<Record<CauseCode, number>> = {};
	for (const { after, before, rowCount } of rows) causes[after ?? before] = (causes[after ?? before] ?? 0) + rowCount;
	return causes;
};

const countNoted = (rows: readonly RowsAlike[], kind: RowsAlike['note']): number =>
	sumRows(rows.filter((alike) => alike.note === kind && isForPeople(resultOf(alike))));

export const countResults = (rows: readonly RowsAlike[]): Omit<PlanResult, 'remedies'> => {
	const byResult = Map.groupBy(rows, resultOf);
	const refused = rows.filter((alike) => alike.outcome === 'rejected' && resultOf(alike) !== 'added');
	return {
		rowCount: sumRows(rows),
		counts: forEachResult((result) => sumRows(byResult.get(result) ?? [])),
		causes: forEachResult((result) => countCauses(byResult.get(result) ?? [])),
		billedCount: sumRows(rows.filter(({ billed }) => billed)),
		strandedCount: sumRows(rows.filter(({ stranded }) => stranded)),
		laterCount: countNoted(rows, 'later'),
		cannotCount: countNoted(rows, 'cannot'),
		retryableCount: sumRows(refused.filter(mayHelpToRetry)),
		beyondRetry: countCauses(refused.filter((alike) => !mayHelpToRetry(alike))),
	};
};

/** What a plan that is there has come to. */
export const planResult = (store: Pick<PlanStore, 'rowsAlike' | 'rows'>, planId: string): PlanResult => {
	const rows = store.rowsAlike({ planId });
	const byRemedy = Map.groupBy(rows, ({ remedy }) => remedy);
	const ofRemedy = (remedy: RemedyId): PlanResult['remedies'] => {
		const [example] = byRemedy.has(remedy) ? store.rows(planId, { remedies: [remedy], from: 0, count: 1 }).rows : [];
		return example === undefined ? [] : [{ remedy, rowCount: sumRows(byRemedy.get(remedy) ?? []), example }];
	};
	return { ...countResults(rows), remedies: remedyIds.flatMap(ofRemedy) };
};
