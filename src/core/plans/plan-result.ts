import { type CauseCode, causeCatalogue } from '#shared/causes.ts';
import { type PlanResult, type PlanRow, type RowResult, rowResults } from '#shared/plan.ts';
import { isByCalls, type RemedyId, remedyIds } from '#shared/remedies.ts';
import type { PlanStore, RowsAlike } from './plan-store.ts';

const isForAPlan = (cause: CauseCode): boolean => {
	const { remedy } = causeCatalogue[cause];
	return remedy !== null && isByCalls(remedy);
};

/**
 * What a row came to: by what was seen afterwards, where the product has looked; otherwise by what became of the steps.
 * Done is not added: who was changed and is not seen as a customer is no customer yet.
 */
export const resultOf = ({ outcome, after, stranded }: Pick<RowsAlike, 'outcome' | 'after' | 'stranded'>): RowResult => {
	const standing = after === null ? null : causeCatalogue[after].standing;
	if (standing === 'added') return 'added';
	if (stranded) return 'needs-person';
	switch (outcome) {
		case 'applied':
			if (standing === null) return 'not-tried';
			return standing === 'addable' ? 'addable' : 'blocked';
		case 'stale':
			return standing === 'addable' ? 'addable' : 'blocked';
		case 'rejected':
			return 'blocked';
		case 'guided':
			if (standing === 'addable') return 'addable';
			// A page was worked on and the product has looked again: what is left now may be for a plan.
			return after !== null && isForAPlan(after) ? 'blocked' : 'by-hand';
		case 'needs-person':
			return 'needs-person';
		case 'not-reached':
			return 'not-tried';
	}
};

export const resultOfRow = ({ outcome, after, stranded }: PlanRow): RowResult =>
	resultOf({ outcome, after: after?.cause ?? null, stranded });

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
