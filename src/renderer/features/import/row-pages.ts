import type { CheckedRow } from '#shared/lists.ts';

/** Rows are asked for in pages of so many. */
export const rowsPerPage = 100;
const mostPages = 40;

interface Page {
	readonly rows: readonly CheckedRow[];
	/** Of the list when the page was read: an older one is shown until the newer has come. */
	readonly revision: number;
}

/** The rows of an opened list the table has seen lately, by their position among those that fit its filter. */
export class RowPages {
	/** In the order of use: the first is the one to forget. */
	readonly #pages = new Map<number, Page>();

	at(position: number): CheckedRow | undefined {
		return this.#pages.get(Math.floor(position / rowsPerPage))?.rows[position % rowsPerPage];
	}

	put(page: number, rows: readonly CheckedRow[], revision: number): void {
		if ((this.#pages.get(page)?.revision ?? -1) > revision) return;
		this.#pages.delete(page);
		this.#pages.set(page, { rows, revision });
		for (const oldest of this.#pages.keys()) {
			if (this.#pages.size <= mostPages) return;
			this.#pages.delete(oldest);
		}
	}

	/** Pages to ask for so that the positions `from`–`to` can be shown as the list stands at `revision`. */
	missing(from: number, to: number, revision: number): readonly number[] {
		const wanted: number[] = [];
		for (let page = Math.floor(Math.max(0, from) / rowsPerPage); page * rowsPerPage <= to; page++) {
			if ((this.#pages.get(page)?.revision ?? -1) < revision) wanted.push(page);
		}
		return wanted;
	}

	clear(): void {
		this.#pages.clear();
	}
}
