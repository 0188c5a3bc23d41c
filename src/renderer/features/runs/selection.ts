/** Rows that were chosen, by id. */
export interface Selection {
	readonly ids: ReadonlySet<number>;
	/** Where a range begins: the row that was chosen or looked at last. */
	readonly anchor: number | null;
	/** What was chosen before the range that is being drawn: a range that shrinks gives its rows back. */
	readonly before: ReadonlySet<number>;
}

const none: ReadonlySet<number> = new Set();

export const nothingSelected: Selection = { ids: none, anchor: null, before: none };

export const anchorAt = ({ ids }: Selection, anchor: number): Selection => ({ ids, anchor, before: ids });

export const toggleRow = ({ ids }: Selection, id: number): Selection => {
	const next = new Set(ids);
	if (!next.delete(id)) next.add(id);
	return { ids: next, anchor: id, before: next };
};

/**
 * From the anchor to this row, in the order shown. An anchor that a filter hides begins nothing: the range is this row, and
 * the next one begins here.
 */
export const selectRange = (selection: Selection, order: readonly number[], to: number): Selection => {
	const end = order.indexOf(to);
	if (end === -1) return selection;
	const start = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
	const range = start === -1 ? [to] : order.slice(Math.min(start, end), Math.max(start, end) + 1);
	return {
		ids: new Set([...selection.before, ...range]),
		anchor: start === -1 ? to : selection.anchor,
		before: selection.before,
	};
};

/** Adds every row that fits the filter; rows chosen under another filter stay chosen. */
export const selectAll = ({ ids, anchor }: Selection, order: readonly number[]): Selection => {
	const all = new Set(ids);
	for (const id of order) all.add(id);
	return { ids: all, anchor, before: all };
};

/** How many chosen rows are among those shown. */
export const countShown = ({ ids }: Selection, order: readonly number[]): number =>
	ids.size === 0 ? 0 : order.reduce((count, id) => count + (ids.has(id) ? 1 : 0), 0);
