/** What the core needs of the world. Adapters live in `main`; tests hand in fakes. */
export interface Clock {
	/** Milliseconds since the epoch. */
	now(): number;
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
