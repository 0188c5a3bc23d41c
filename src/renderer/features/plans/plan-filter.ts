import type { RowOutcome, RowResult } from '#shared/plan.ts';
import type { RemedyId } from '#shared/remedies.ts';
import { ask } from '../../client.ts';

export interface PlanFilter {
	readonly outcomes: readonly RowOutcome[];
	readonly remedy: RemedyId | null;
	/** Rows that the result singles out; the other filters are off. */
	readonly picked: RowResult | 'billed' | null;
}

export const noPlanFilter: PlanFilter = { outcomes: [], remedy: null, picked: null };

/** Rows that fit, from a position on: what filters nothing is left out. */
export const askPlanRows = (planId: string, { outcomes, remedy, picked }: PlanFilter, from: number, count: number) =>
	ask((client) =>
		client.plans.rows({
			planId,
			...(outcomes.length > 0 ? { outcomes: [...outcomes] } : {}),
			...(remedy === null ? {} : { remedies: [remedy] }),
			...(picked === null ? {} : picked === 'billed' ? { billed: true } : { results: [picked] }),
			from,
			count,
		}),
	);
