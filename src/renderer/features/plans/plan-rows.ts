import type { Outcome } from '#shared/outcome.ts';
import type { PlanRow } from '#shared/plan.ts';
import type { WindowFailure } from '../../messages.ts';

/** Rows are asked for in slices of this many positions. */
export const pageSize = 200;
const mostPages = 20;
const restMs = 40;

/** Runs it after a short rest, unless the function returned is called before. */
export type AfterRest = (run: () => void) => () => void;

const afterRest: AfterRest = (run) => {
	const timer = setTimeout(run, restMs);
	return () => clearTimeout(timer);
};

interface RowsPage {
	readonly total: number;
	readonly rows: readonly PlanRow[];
}

export type AskForRows = (from: number, count: number) => Promise<Outcome<RowsPage, WindowFailure>>;

interface Listener {
	/** Other rows or another total than before. */
	changed(): void;
	failed(failure: WindowFailure): void;
}

/**
 * The rows of one query, by position, as far as they were looked at lately. What a running plan reports of a row wins over
 * an answer to a question that was asked before the report.
 */
export class PlanRows {
	readonly #ask: AskForRows;
	readonly #listener: Listener;
	readonly #rest: AfterRest;
	/** In the order of use: the first is the one to forget. */
	readonly #pages = new Map<number, readonly PlanRow[]>();
	readonly #reports = new Map<number, { readonly row: PlanRow; readonly at: number }>();
	readonly #stale = new Set<number>();
	readonly #asked = new Set<number>();
	#total: number | null = null;
	#wanted: readonly number[] = [];
	#stopWaiting: () => void = () => undefined;
	#clock = 0;
	#isClosed = false;

	constructor(ask: AskForRows, listener: Listener, rest: AfterRest = afterRest) {
		this.#ask = ask;
		this.#listener = listener;
		this.#rest = rest;
	}

	/** `null` until the first answer. */
	get total(): number | null {
		return this.#total;
	}

	at(position: number): PlanRow | undefined {
		return this.#pages.get(Math.floor(position / pageSize))?.[position % pageSize];
	}

	/** Asks for what these positions lack, once the table has come to rest. */
	want(positions: readonly number[]): void {
		this.#wanted = [...new Set(positions.map((position) => Math.floor(position / pageSize)))];
		this.#stopWaiting();
		this.#stopWaiting = this.#rest(() => this.#askForMissing());
	}

	/** At once, and without waiting for a table to ask: the first page, and with it the total. */
	load(): Promise<void> {
		return this.#askFor(0);
	}

	/** What a running plan reports: shown at once. */
	report(rows: readonly PlanRow[]): void {
		this.#clock += 1;
		const changed = new Map(rows.map((row) => [row.id, row]));
		// Kept for as long as a question is under way that they could be newer than: never all rows of a long plan.
		if (this.#asked.size > 0) for (const row of rows) this.#reports.set(row.id, { row, at: this.#clock });
		for (const [page, known] of this.#pages) {
			if (known.some(({ id }) => changed.has(id))) {
				this.#pages.set(
					page,
					known.map((row) => changed.get(row.id) ?? row),
				);
			}
		}
		this.#listener.changed();
	}

	/** Which rows fit may have changed: what is shown stays until the new answers are there. */
	refresh(): void {
		for (const page of this.#pages.keys()) this.#stale.add(page);
		this.#askForMissing();
	}

	close(): void {
		this.#isClosed = true;
		this.#stopWaiting();
	}

	#askForMissing(): void {
		const wanted = this.#wanted.length === 0 ? [0] : this.#wanted;
		for (const page of wanted) {
			const isKnown = this.#pages.has(page) && !this.#stale.has(page);
			if (!isKnown && !this.#asked.has(page)) void this.#askFor(page);
		}
	}

	async #askFor(page: number): Promise<void> {
		const askedAt = this.#clock;
		this.#asked.add(page);
		const answer = await this.#ask(page * pageSize, pageSize);
		this.#asked.delete(page);
		if (this.#isClosed) return;
		if (!answer.ok) {
			this.#listener.failed(answer.failure);
			return;
		}
		this.#put(page, answer.value, askedAt);
		if (this.#asked.size === 0) this.#reports.clear();
		this.#listener.changed();
	}

	#put(page: number, { total, rows }: RowsPage, askedAt: number): void {
		this.#total = total;
		this.#stale.delete(page);
		this.#pages.delete(page);
		this.#pages.set(
			page,
			rows.map((row) => {
				const report = this.#reports.get(row.id);
				return report !== undefined && report.at > askedAt ? report.row : row;
			}),
		);
		for (const old of this.#pages.keys()) {
			if (this.#pages.size <= mostPages) break;
			this.#pages.delete(old);
		}
	}
}
