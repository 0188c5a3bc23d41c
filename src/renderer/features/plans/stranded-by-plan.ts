import type { Stranded } from '#shared/plan.ts';

export interface StrandedOfPlan {
	readonly planId: string;
	readonly site: string;
	readonly count: number;
}

/** One line for each plan that left people without an account, the longest waiting first. */
export const strandedByPlan = (stranded: readonly Stranded[]): readonly StrandedOfPlan[] => {
	const byPlan = new Map<string, StrandedOfPlan>();
	for (const { planId, site } of stranded.toSorted((a, b) => (a.since < b.since ? -1 : 1))) {
		byPlan.set(planId, { planId, site, count: (byPlan.get(planId)?.count ?? 0) + 1 });
	}
	return [...byPlan.values()];
};
