import type { Failure, Outcome } from '#shared/outcome.ts';
import { exitCodeOfFailure } from './exit-codes.ts';

/** Ends a command with what went wrong and a code. */
export class CommandEnded extends Error {
	readonly failure: Failure;
	readonly code: number;
	constructor(failure: Failure, code: number) {
		super(failure.code);
		this.failure = failure;
		this.code = code;
	}
}

export const endWith = (failure: Failure, code: number = exitCodeOfFailure(failure)): never => {
	throw new CommandEnded(failure, code);
};

/** The value, or the end of the command. */
export const need = <T>(outcome: Outcome<T>): T => (outcome.ok ? outcome.value : endWith(outcome.failure));
