import { causeCatalogue } from '#shared/causes.ts';
import type { PlanRow } from '#shared/plan.ts';
import { remedyCatalogue } from '#shared/remedies.ts';
import type { AskForRows } from './plan-rows.ts';

/** What a plan has come to for a person. `person`: somebody has to act or to look. `open`: not tried yet. */
export type RowResult = 'added' | 'blocked' | 'person' | 'open';

/** By what was seen afterwards, where the product has looked; otherwise by what became of the steps. */
export const resultOf = (row: Pick<PlanRow, 'outcome' | 'after' | 'remedy'>): RowResult => {
	if (row.after !== null && causeCatalogue[row.after.cause].standing === 'added') return 'added';
	switch (row.outcome) {
		case 'applied':
			// Done, and not seen as done: a row nobody has looked at again is no promise that it worked.
			return row.after === null ? 'open' : 'blocked';
		case 'rejected':
		case 'stale':
			return 'blocked';
		case 'needs-person':
			return 'person';
		case 'guided':
			// A page was worked on and the product has looked again: what is left now may be for a plan.
			return row.after !== null && isForAPlan(row.after.cause) ? 'blocked' : 'person';
		case 'not-reached':
			return 'open';
	}
};

const isForAPlan = (cause: keyof typeof causeCatalogue): boolean => {
	const { remedy } = causeCatalogue[cause];
	return remedy !== null && remedyCatalogue[remedy].by === 'calls';
};

export interface Tally {
	readonly counts: Readonly<Record<RowResult, number>>;
	/** Ids of the rows that are still not added: what a next plan is made for. */
	readonly blockedIds: readonly number[];
	/** Positions, in the plan's order, of the rows that the results single out. */
	readonly positions: Readonly<Record<'blocked' | 'billed', readonly number[]>>;
}

const rowsPerQuestion = 500;

/**
 * Looks at every row of a plan once and keeps numbers only. `null` where a question failed or `isWanted` says that nobody
 * waits for it any more.
 */
export const tallyRows = async (ask: AskForRows, isWanted: () => boolean): Promise<Tally | null> => {
	const counts: Record<RowResult, number> = { added: 0, blocked: 0, person: 0, open: 0 };
	const blockedIds: number[] = [];
	const blocked: number[] = [];
	const billed: number[] = [];
	let seen = 0;
	for (;;) {
		const answer = await ask(seen, rowsPerQuestion);
		if (!answer.ok || !isWanted()) return null;
		const { total, rows } = answer.value;
		for (const [index, row] of rows.entries()) {
			const result = resultOf(row);
			counts[result] += 1;
			if (result === 'blocked') {
				blockedIds.push(row.id);
				blocked.push(seen + index);
			}
			if (row.billable.length > 0) billed.push(seen + index);
		}
		seen += rows.length;
		if (rows.length === 0 || seen >= total) return { counts, blockedIds, positions: { blocked, billed } };
	}
};
