import { type Failure, type FailureCode, type FailureDetails, failed } from '#shared/outcome.ts';

/** An expected failure of a list, on its way from the middle of a stream to the function that returns an `Outcome`. */
export class ListError extends Error {
	readonly failure: Failure;
	constructor(code: FailureCode, details: FailureDetails = {}) {
		super(`list: ${code}`);
		this.name = 'ListError';
		this.failure = failed(code, details).failure;
	}
}
