import type { RowOutcome, RowResult } from '#shared/plan.ts';
import type { RemedyId } from '#shared/remedies.ts';

export interface PlanFilter {
	readonly outcomes: readonly RowOutcome[];
	readonly remedies: readonly RemedyId[];
	/** Rows that the result singles out; the other filters are off. */
	readonly picked: RowResult | 'billed' | null;
}

export const noPlanFilter: PlanFilter = { outcomes: [], remedies: [], picked: null };

/** As the contract takes it: what filters nothing is left out. */
export const contractFilter = ({ outcomes, remedies, picked }: PlanFilter) => ({
	...(outcomes.length > 0 ? { outcomes: [...outcomes] } : {}),
	...(remedies.length > 0 ? { remedies: [...remedies] } : {}),
	...(picked === null ? {} : picked === 'billed' ? { billed: true } : { results: [picked] }),
});
