import type { ComparedRow, ComparedRows } from '#shared/comparison.ts';
import type { Outcome } from '#shared/outcome.ts';
import type { WindowFailure } from '../../../messages.ts';

/** The Node side compares anew for every page: few large ones. */
export const pageSize = 500;
const mostPages = 20;

export type AskForPeople = (start: number, count: number) => Promise<Outcome<ComparedRows, WindowFailure>>;

interface Listener {
	changed(): void;
	failed(failure: WindowFailure): void;
}

/** People of one choice, by position, as far as they were looked at lately. */
export class PeoplePages {
	readonly #ask: AskForPeople;
	readonly #listener: Listener;
	/** In the order in which they came: the first is the one to forget. */
	readonly #pages = new Map<number, readonly ComparedRow[]>();
	readonly #asked = new Set<number>();
	#isClosed = false;

	constructor(ask: AskForPeople, listener: Listener) {
		this.#ask = ask;
		this.#listener = listener;
	}

	at(position: number): ComparedRow | undefined {
		return this.#pages.get(Math.floor(position / pageSize))?.[position % pageSize];
	}

	/** Asks for what the positions `first`–`last` lack. */
	want(first: number, last: number): void {
		for (let page = Math.floor(first / pageSize); page * pageSize <= last; page++) {
			if (!this.#pages.has(page) && !this.#asked.has(page)) void this.#askFor(page);
		}
	}

	/** What comes later is for nobody. */
	close(): void {
		this.#isClosed = true;
	}

	async #askFor(page: number): Promise<void> {
		this.#asked.add(page);
		const answer = await this.#ask(page * pageSize, pageSize);
		this.#asked.delete(page);
		if (this.#isClosed) return;
		if (!answer.ok) {
			this.#listener.failed(answer.failure);
			return;
		}
		this.#pages.set(page, answer.value.rows);
		for (const oldest of this.#pages.keys()) {
			if (this.#pages.size <= mostPages) break;
			this.#pages.delete(oldest);
		}
		this.#listener.changed();
	}
}
