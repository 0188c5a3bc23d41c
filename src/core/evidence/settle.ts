import type { Failure } from '#shared/outcome.ts';

/** Failures that concern the answer to one question only; every other one ends the run. */
export const concernsOneAnswer = (failure: Failure): boolean =>
	failure.code === 'unexpected-answer' || failure.code === 'call-refused' || failure.code === 'not-in-snapshot';

/** What to call the source of an answer that did not come: the snapshot that lacks it, else the call. */
export const sourceOf = (failure: Failure, call: string): string => String(failure.details['source'] ?? call);

/** Ends a run from within: carried as an exception inside the core, turned into an Outcome at its edge. */
export class RunStopped extends Error {
	readonly failure: Failure;
	constructor(failure: Failure) {
		super(failure.code);
		this.failure = failure;
	}
}
