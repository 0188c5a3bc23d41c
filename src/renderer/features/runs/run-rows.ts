import { useSyncExternalStore } from 'react';
import type { Outcome } from '#shared/outcome.ts';
import type { RunRow } from '#shared/run.ts';
import { api, ask } from '../../api.ts';
import type { WindowFailure } from '../../messages.ts';
import { showFailure } from '../../ui/notices.ts';
import { pageSize, RowCache, type RowStatus } from './row-cache.ts';

/** While the table flies past, only where it comes to rest is asked for. */
const restMs = 40;

type AskForRows = (ids: readonly number[]) => Promise<Outcome<readonly RunRow[], WindowFailure>>;

/**
 * The rows of one run that the table shows, asked for as they come into sight. Not a query: 100,000 rows are patched by id ten
 * times a second.
 */
export class RunRows {
	readonly #ask: AskForRows;
	readonly #cache = new RowCache();
	readonly #asked = new Set<number>();
	readonly #listeners = new Set<() => void>();
	#sight: { readonly order: readonly number[]; readonly from: number; readonly to: number } = { order: [], from: 0, to: 0 };
	#timer: ReturnType<typeof setTimeout> | undefined;
	#version = 0;

	constructor(runId: string, askForRows: AskForRows = (ids) => ask(api.runs.rows.call({ runId, ids: [...ids] }))) {
		this.#ask = askForRows;
	}

	/** Changes with the rows. */
	readonly version = (): number => this.#version;

	readonly subscribe = (changed: () => void): (() => void) => {
		this.#listeners.add(changed);
		return () => this.#listeners.delete(changed);
	};

	get(id: number): RunRow | undefined {
		return this.#cache.get(id);
	}

	/** What is in sight: the positions `from`–`to` of this order. Another order is no flight: it is asked for at once. */
	show(order: readonly number[], from: number, to: number): void {
		const isOther = order !== this.#sight.order;
		this.#sight = { order, from, to };
		clearTimeout(this.#timer);
		if (isOther) this.refresh();
		else this.#timer = setTimeout(() => this.refresh(), restMs);
	}

	/** What a run that goes on says of its rows: shown at once. */
	report(changed: readonly RowStatus[]): void {
		if (changed.length === 0) return;
		this.#cache.patch(changed);
		this.#touch();
	}

	/** None of them may be as it was. */
	outdate(): void {
		this.#cache.outdate();
		this.refresh();
	}

	/** Asks for what is in sight and not known, or not as it is by now. */
	refresh(): void {
		const { order, from, to } = this.#sight;
		const wanted = this.#cache.missing(order, from, to).filter((id) => !this.#asked.has(id));
		for (let start = 0; start < wanted.length; start += pageSize) void this.#fetch(wanted.slice(start, start + pageSize));
	}

	async #fetch(ids: readonly number[]): Promise<void> {
		const askedAt = this.#cache.now();
		for (const id of ids) this.#asked.add(id);
		const rows = await this.#ask(ids);
		for (const id of ids) this.#asked.delete(id);
		if (!rows.ok) {
			showFailure(rows.failure);
			return;
		}
		this.#cache.put(rows.value, askedAt);
		this.#touch();
	}

	#touch(): void {
		this.#version += 1;
		for (const changed of this.#listeners) changed();
	}
}

/** Renders again when the rows change. */
export const useRowsVersion = (rows: RunRows): number => useSyncExternalStore(rows.subscribe, rows.version);
