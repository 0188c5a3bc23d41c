import type { Failed, Outcome } from '#shared/outcome.ts';

/** What the core needs of the world. Adapters live in `main`; tests hand in fakes. */
export interface Clock {
	/** Milliseconds since the epoch, for people: somebody may set it. */
	now(): number;
	/** Milliseconds that only ever go forward, from wherever: waiting is measured in them. */
	ticks(): number;
	/** Resolves after `ms`; rejects with the signal's reason when it is aborted first. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Random {
	/** In [0, 1). */
	next(): number;
	/** A new random id in hexadecimal: safe in an address, and never read as an option on a command line. */
	id(): string;
}

export interface Log {
	info(event: string, details?: Readonly<Record<string, unknown>>): void;
	warn(event: string, details?: Readonly<Record<string, unknown>>): void;
	error(event: string, details?: Readonly<Record<string, unknown>>): void;
}

/** The right to be the only one at work on something, until it is given back or the process ends. */
export interface Hold {
	/** Does it, unless the right was lost: then it fails as taking it would have. */
	whileHeld<Result extends Outcome<unknown> | Promise<Outcome<unknown>>>(work: () => Result): Result | Failed;
	release(): void;
}

/**
 * Long work in memory holds up everybody else in the process: a window stops drawing. It asks
 * every few rows, and where it `isDue` it waits for `give()`.
 */
export interface Turns {
	/** True when this work has run for so long that the others should have their turn. Cheap. */
	isDue(): boolean;
	give(): Promise<void>;
}
