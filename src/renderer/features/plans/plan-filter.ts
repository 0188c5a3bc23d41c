import type { RemedyId } from '#shared/remedies.ts';
import type { RowResult } from '#shared/row-results.ts';

/** Which rows of a plan are looked at; empty parts let everything through. */
export interface PlanFilter {
	readonly results: readonly RowResult[];
	readonly remedies: readonly RemedyId[];
	/** Only rows whose billed roles came back. */
	readonly billed: boolean;
	/** Only refused rows that a retry may help. */
	readonly retryable?: true;
}

export const noPlanFilter: PlanFilter = { results: [], remedies: [], billed: false };

/** What rows came to is known only while nobody carries them out. */
export const restsOnResults = ({ results, billed }: PlanFilter): boolean => results.length > 0 || billed;

/** As the contract takes it: what filters nothing is left out. */
export const contractFilter = ({ results, remedies, billed, retryable }: PlanFilter) => ({
	...(results.length > 0 ? { results: [...results] } : {}),
	...(remedies.length > 0 ? { remedies: [...remedies] } : {}),
	...(billed ? { billed } : {}),
	...(retryable ? { retryable } : {}),
});
