import type { EditLabel } from '#shared/lists.ts';

/** One cell of an edit; `null` stands for the original cell. */
interface CellChange {
	readonly index: number;
	readonly column: number;
	readonly before: string | null;
	readonly after: string | null;
}

interface Edit {
	readonly label: EditLabel;
	readonly cells: readonly CellChange[];
	/** Rows that were taken out of the run, or back into it. */
	readonly toggled: readonly number[];
	/** Rows that came out of another one's cell. */
	readonly added: readonly number[];
}

/** A row a person changed, found again by its line in the file, whatever else is read of that. */
export interface KeptRow {
	readonly line: number;
	/** Among the rows of that line, from 0; those that came out of a cell are counted by the row of the cell. */
	readonly nth: number;
	/** Texts in the place of original cells, by column. */
	readonly cells: Readonly<Record<number, string>>;
	readonly isExcluded: boolean;
	/** It came out of a cell of its line's row. */
	readonly isAdded: boolean;
}

/** A place in the file, and what a person changed there: its row, and those that came out of a cell of it. None: it is as in the file. */
export interface KeptPlace {
	readonly line: number;
	readonly nth: number;
	readonly rows: readonly KeptRow[];
}

/** Edits that can be taken back; older ones stay done. */
const mostRemembered = 500;

/**
 * What a person changed, laid over the rows and never written into them: the original cells are kept for the report.
 * Every edit can be taken back and done again. Methods that change something return the rows concerned.
 */
export class ListEdits {
	readonly #cells = new Map<number, Map<number, string>>();
	readonly #excluded = new Set<number>();
	readonly #added = new Set<number>();
	#done: Edit[] = [];
	#undone: Edit[] = [];

	/** The text in place of an original cell, if there is one. */
	textAt(index: number, column: number): string | undefined {
		return this.#cells.get(index)?.get(column);
	}

	correctedIn(index: number): Readonly<Record<number, string>> {
		return Object.fromEntries(this.#cells.get(index) ?? []);
	}

	isEdited(index: number): boolean {
		return this.#cells.has(index);
	}

	isExcluded(index: number): boolean {
		return this.#excluded.has(index);
	}

	/** Of rows that are not in the file: whether its making was not undone. */
	isAdded(index: number): boolean {
		return this.#added.has(index);
	}

	get undoable(): EditLabel | null {
		return this.#done.at(-1)?.label ?? null;
	}

	get redoable(): EditLabel | null {
		return this.#undone.at(-1)?.label ?? null;
	}

	/** `text` in place of a cell in each of the rows; `null` brings the original back. */
	correct(label: EditLabel, column: number, texts: readonly (readonly [index: number, text: string | null])[]): readonly number[] {
		const cells = texts
			.map(([index, after]) => ({ index, column, before: this.textAt(index, column) ?? null, after }))
			.filter(({ before, after }) => before !== after);
		return this.#do({ label, cells, toggled: [], added: [] });
	}

	/** The cell's first text stays in its row, each other one goes to a row of `added`. */
	split(label: EditLabel, column: number, index: number, texts: readonly string[], added: readonly number[]): readonly number[] {
		const cells = [index, ...added].map((row, at) => ({
			index: row,
			column,
			before: this.textAt(row, column) ?? null,
			after: texts[at] ?? '',
		}));
		return this.#do({ label, cells, toggled: [], added });
	}

	/** What was kept of an earlier reading; nothing that can be undone. */
	takeUp(index: number, { cells, isExcluded, isAdded }: KeptRow): void {
		for (const [column, text] of Object.entries(cells)) this.#put(index, Number(column), text);
		if (isExcluded) this.#excluded.add(index);
		if (isAdded) this.#added.add(index);
	}

	exclude(indexes: readonly number[], excluded: boolean): readonly number[] {
		const toggled = indexes.filter((index) => this.#excluded.has(index) !== excluded);
		return this.#do({ label: { kind: excluded ? 'exclude' : 'include', rows: toggled.length }, cells: [], toggled, added: [] });
	}

	undo(): readonly number[] {
		const edit = this.#done.pop();
		if (edit === undefined) return [];
		this.#undone.push(edit);
		return this.#apply(edit, 'before');
	}

	redo(): readonly number[] {
		const edit = this.#undone.pop();
		if (edit === undefined) return [];
		this.#done.push(edit);
		return this.#apply(edit, 'after');
	}

	#do(edit: Edit): readonly number[] {
		if (edit.cells.length === 0 && edit.toggled.length === 0) return [];
		this.#done = [...this.#done, edit].slice(-mostRemembered);
		this.#undone = [];
		return this.#apply(edit, 'after');
	}

	#apply({ cells, toggled, added }: Edit, side: 'before' | 'after'): readonly number[] {
		for (const change of cells) this.#put(change.index, change.column, change[side]);
		for (const index of toggled) {
			if (!this.#excluded.delete(index)) this.#excluded.add(index);
		}
		for (const index of added) {
			if (!this.#added.delete(index)) this.#added.add(index);
		}
		return [...cells.map(({ index }) => index), ...toggled];
	}

	#put(index: number, column: number, text: string | null): void {
		const row = this.#cells.get(index) ?? new Map<number, string>();
		if (text === null) row.delete(column);
		else row.set(column, text);
		if (row.size === 0) this.#cells.delete(index);
		else this.#cells.set(index, row);
	}
}
