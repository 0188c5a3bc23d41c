import type { Clock } from '../../src/core/ports.ts';

interface Sleeper {
	readonly dueAt: number;
	readonly wake: () => void;
}

/** A clock that stands still until a test moves it. Sleepers wake in the order of their time. */
export class ManualClock implements Clock {
	#now: number;
	#ticks = 0;
	#sleepers: Sleeper[] = [];

	constructor(startMs = Date.UTC(2026, 10, 23, 12)) {
		this.#now = startMs;
	}

	now(): number {
		return this.#now;
	}

	ticks(): number {
		return this.#ticks;
	}

	/** As somebody does who sets the clock of the machine: nothing has passed. */
	set(ms: number): void {
		this.#now = ms;
	}

	/** Milliseconds until the next sleeper wakes; `null` when nobody sleeps. */
	get nextInMs(): number | null {
		const first = this.#first();
		return first === undefined ? null : first.dueAt - this.#ticks;
	}

	sleep(ms: number, signal?: AbortSignal): Promise<void> {
		return new Promise((resolve, reject) => {
			if (signal?.aborted) {
				reject(signal.reason);
				return;
			}
			const leave = () => {
				this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
				reject(signal?.reason);
			};
			const wake = () => {
				signal?.removeEventListener('abort', leave);
				resolve();
			};
			const sleeper: Sleeper = { dueAt: this.#ticks + Math.max(0, ms), wake };
			this.#sleepers.push(sleeper);
			signal?.addEventListener('abort', leave, { once: true });
		});
	}

	/** Moves on by `ms`, stopping at each sleeper on the way, so that what it does next sees its own time. */
	async advance(ms: number): Promise<void> {
		const end = this.#ticks + ms;
		await settle();
		for (let next = this.#first(); next !== undefined && next.dueAt <= end; next = this.#first()) {
			const due = next;
			this.#pass(due.dueAt);
			this.#sleepers = this.#sleepers.filter((other) => other !== due);
			due.wake();
			await settle();
		}
		this.#pass(end);
	}

	#pass(until: number): void {
		const passedMs = Math.max(0, until - this.#ticks);
		this.#ticks += passedMs;
		this.#now += passedMs;
	}

	#first(): Sleeper | undefined {
		return this.#sleepers.reduce<Sleeper | undefined>(
			(first, other) => (first === undefined || other.dueAt < first.dueAt ? other : first),
			undefined,
		);
	}
}

/** Lets everything run that waits for nothing but promises. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Moves the clock whenever everybody sleeps, until `work` ends. Sleeps of `notBeyondMs` or more are left alone:
 * they are timeouts of requests that are really under way.
 */
export const drive = async <T>(clock: ManualClock, work: Promise<T>, notBeyondMs = 29_000): Promise<T> => {
	let ended = false;
	const end = () => {
		ended = true;
	};
	work.then(end, end);
	while (!ended) {
		await settle();
		const nextInMs = clock.nextInMs;
		if (!ended && nextInMs !== null && nextInMs < notBeyondMs) {
			await clock.advance(nextInMs);
		}
	}
	return work;
};
