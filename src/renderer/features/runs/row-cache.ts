import type { CauseCode, Certainty } from '#shared/causes.ts';
import type { RunRow } from '#shared/run.ts';

export interface RowStatus {
	readonly id: number;
	readonly cause: CauseCode;
	readonly certainty: Certainty;
}

/** Rows are asked for in slices of this many positions. */
export const pageSize = 200;

/**
 * The rows the table has seen lately, by id, and the statuses a running run reported since. A status that came
 * after a row was asked for wins over what that row's answer says.
 */
export class RowCache {
	readonly #limit: number;
	/** In the order of use: the first is the one to forget. */
	readonly #rows = new Map<number, RunRow>();
	readonly #statuses = new Map<number, { readonly status: RowStatus; readonly at: number }>();
	readonly #stale = new Set<number>();
	#clock = 0;

	constructor(limit = 4000) {
		this.#limit = limit;
	}

	/** To be taken before rows are asked for, and handed to `put` with the answer. */
	now(): number {
		return this.#clock;
	}

	get(id: number): RunRow | undefined {
		return this.#rows.get(id);
	}

	put(rows: readonly RunRow[], askedAt: number): void {
		for (const row of rows) {
			const newer = this.#statuses.get(row.id);
			const isOutdated = newer !== undefined && newer.at > askedAt;
			this.#rows.delete(row.id);
			this.#rows.set(row.id, isOutdated ? withStatus(row, newer.status) : row);
			if (!isOutdated) {
				this.#statuses.delete(row.id);
				this.#stale.delete(row.id);
			}
		}
		for (const id of this.#rows.keys()) {
			if (this.#rows.size <= this.#limit) break;
			this.#rows.delete(id);
			this.#stale.delete(id);
		}
	}

	/** What the run reports: shown at once; the rest of the row (its suggestion) is asked for again. */
	patch(changed: readonly RowStatus[]): void {
		this.#clock += 1;
		for (const status of changed) {
			this.#statuses.set(status.id, { status, at: this.#clock });
			const row = this.#rows.get(status.id);
			if (row === undefined) continue;
			this.#rows.set(status.id, withStatus(row, status));
			this.#stale.add(status.id);
		}
	}

	/** Ids to ask for so that the positions `from`–`to` can be shown: whole pages, without what is known and fresh. */
	missing(ids: readonly number[], from: number, to: number): readonly number[] {
		const start = Math.floor(Math.max(0, from) / pageSize) * pageSize;
		const end = Math.ceil((to + 1) / pageSize) * pageSize;
		return ids.slice(start, end).filter((id) => !this.#rows.has(id) || this.#stale.has(id));
	}

	/** What is known is shown, and asked for again. */
	outdate(): void {
		for (const id of this.#rows.keys()) this.#stale.add(id);
	}
}

const withStatus = (row: RunRow, { cause, certainty }: RowStatus): RunRow => ({ ...row, cause, certainty });
