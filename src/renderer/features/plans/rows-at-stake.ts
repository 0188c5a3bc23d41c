import { useQuery } from '@tanstack/react-query';
import type { PlanRow } from '#shared/plan.ts';
import { type RemedyId, remedyIds } from '#shared/remedies.ts';
import { api } from '../../api.ts';
import type { Intention } from './intention.ts';

/** More are counted by remedy, and not named. */
const mostNamed = 200;

export interface AtStake {
	/** The people themselves, in the order in which they are taken. */
	readonly rows: readonly PlanRow[];
	readonly groups: readonly { readonly remedy: RemedyId; readonly rowCount: number }[];
}

/** Who is taken, and nobody else; `null` until it is known, or where they are too many to be named. */
export const useRowsAtStake = (planId: string, intention: Intention): AtStake | null => {
	const isRetry = intention.kind === 'retry';
	const wanted = intention.kind === 'first' ? intention.count : mostNamed;
	const input = {
		planId,
		...(isRetry ? { retryable: true } : { outcomes: ['not-reached' as const] }),
		from: 0,
		count: Math.min(wanted, mostNamed),
	};
	const { data } = useQuery(api.plans.rows.queryOptions({ input, meta: { failure: 'in place' } }));
	if (data === undefined) return null;
	if (data.total > mostNamed && (intention.kind !== 'first' || intention.count > mostNamed)) return null;
	const { rows } = data;
	const groups = remedyIds
		.map((remedy) => ({ remedy, rowCount: rows.filter((row) => row.remedy === remedy).length }))
		.filter(({ rowCount }) => rowCount > 0);
	return { rows, groups };
};
