import { type CauseCode, causeCatalogue } from './causes.ts';
import type { PlanRow, RowOutcome } from './plan.ts';
import { isByCalls, type RemedyId } from './remedies.ts';

/**
 * What a row of a plan came to, for a person: the one vocabulary of plan, result, report and command line. `added`: seen as a
 * customer. `addable`: nothing blocks it, and it is no customer yet. `blocked`: something blocks it still, or the site refused;
 * told with its cause. `needs-person`: somebody has to look what became of it. `by-hand`: to be done on a page. `not-tried`:
 * not begun.
 */
export const rowResults = ['added', 'addable', 'blocked', 'needs-person', 'by-hand', 'not-tried'] as const;
export type RowResult = (typeof rowResults)[number];
/** What a next plan would be made for. */
export const leftOver: readonly RowResult[] = ['addable', 'blocked'];

/** What a plan has come to. Its rows are customers, all of them, where `added` is their number. */
export interface PlanResult {
	readonly rowCount: number;
	readonly counts: Readonly<Record<RowResult, number>>;
	/** The causes that were seen last, of the rows of each result. */
	readonly causes: Readonly<Record<RowResult, Readonly<Partial<Record<CauseCode, number>>>>>;
	/** Restored accounts whose billed roles came back. */
	readonly billedCount: number;
	readonly strandedCount: number;
	/** Rows for a person of which somebody said that it comes later, and that it cannot be done. */
	readonly laterCount: number;
	readonly cannotCount: number;
	/** Refused rows that a retry may help: who was seen as a customer since needs none. */
	readonly retryableCount: number;
	/** Refused rows that a retry cannot help, by the cause that was seen since: something else comes first. */
	readonly beyondRetry: Readonly<Partial<Record<CauseCode, number>>>;
	/** In the order of the catalogue. `example` is the first row, which stands for the others where one has to be shown. */
	readonly remedies: readonly { readonly remedy: RemedyId; readonly rowCount: number; readonly example: PlanRow }[];
}

const isForAPlan = (cause: CauseCode): boolean => {
	const { remedy } = causeCatalogue[cause];
	return remedy !== null && isByCalls(remedy);
};

/** All that tells what a row came to. `after`: the cause that was seen last; `null` where the product has not looked again. */
export interface Ended {
	readonly outcome: RowOutcome;
	readonly after: CauseCode | null;
	readonly stranded: boolean;
}

/**
 * By what was seen afterwards, where the product has looked; otherwise by what became of the steps. Done is not added: who was
 * changed and is not seen as a customer is no customer yet.
 */
export const resultOf = ({ outcome, after, stranded }: Ended): RowResult => {
	const standing = after === null ? null : causeCatalogue[after].standing;
	if (standing === 'added') return 'added';
	if (stranded) return 'needs-person';
	switch (outcome) {
		case 'applied':
			if (standing === null) return 'needs-person';
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

const forPeople: readonly RowResult[] = ['by-hand', 'needs-person'];
/** What was said of the work counts for as long as somebody has to do it. */
export const isForPeople = (result: RowResult): boolean => forPeople.includes(result);

export const resultOfRow = ({ outcome, after, stranded }: PlanRow): RowResult =>
	resultOf({ outcome, after: after?.cause ?? null, stranded });
