import type { Failure } from '#shared/outcome.ts';

/**
 * Failures that concern the answer to one question only, or with a missing scope to one kind of question; every other one
 * ends the run.
 */
export const concernsOneAnswer = (failure: Failure): boolean =>
	failure.code === 'unexpected-answer' ||
	failure.code === 'call-refused' ||
	failure.code === 'not-in-snapshot' ||
	failure.code === 'scope-missing';

/** Ends a diagnosis, a plan or a pull from within: thrown inside the core, an `Outcome` at its edge. */
export class RunStopped extends Error {
	readonly failure: Failure;
	constructor(failure: Failure) {
		super(failure.code);
		this.failure = failure;
	}
}
