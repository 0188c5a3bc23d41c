import type { CauseCode } from '#shared/causes.ts';
import type { PlanResult } from '#shared/row-results.ts';
import { type RemedyId, remedyIds } from '#shared/remedies.ts';
import { resultOf, type RowResult, rowResults } from '#shared/row-results.ts';
import type { PlanStore, RowsAlike } from './plan-store.ts';

const forEachResult = <T>(make: () => T): Record<RowResult, T> =>
	Object.fromEntries(rowResults.map((result) => [result, make()])) as Record<RowResult, T>;

export const sumRows = (rows: readonly RowsAlike[]): number => rows.reduce((count, { rowCount }) => count + rowCount, 0);

export const countResults = (rows: readonly RowsAlike[]): Omit<PlanResult, 'remedies'> => {
	const counts = forEachResult(() => 0);
	const causes = forEachResult((): Partial<Record<CauseCode, number>> => ({}));
	for (const alike of rows) {
		const result = resultOf(alike);
		const cause = alike.after ?? alike.before;
		counts[result] += alike.rowCount;
		causes[result][cause] = (causes[result][cause] ?? 0) + alike.rowCount;
	}
	return {
		rowCount: sumRows(rows),
		counts,
		causes,
		billedCount: sumRows(rows.filter(({ billed }) => billed)),
		strandedCount: sumRows(rows.filter(({ stranded }) => stranded)),
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
