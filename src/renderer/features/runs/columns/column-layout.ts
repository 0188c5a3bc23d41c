import type { RowSort } from '#shared/run.ts';

export type ColumnId = RowSort['by'] | 'remedy' | 'after';

interface Column {
	readonly id: ColumnId;
	readonly leastPx: number;
	/** Its part of what is left over; 0: it stays as narrow as it can be. */
	readonly share: number;
	/** Columns that tell least go first where there is little room; `null`: never, as one that somebody asked for. */
	readonly leaves: number | null;
	readonly isHiddenAtFirst?: boolean;
}

const columns: readonly Column[] = [
	{ id: 'row', leastPx: 68, share: 0, leaves: null },
	{ id: 'email', leastPx: 180, share: 2.4, leaves: null },
	{ id: 'name', leastPx: 110, share: 1.2, leaves: 3 },
	{ id: 'organisation', leastPx: 150, share: 1.3, leaves: 2 },
	{ id: 'cause', leastPx: 216, share: 1.4, leaves: null },
	{ id: 'certainty', leastPx: 92, share: 0, leaves: null },
	{ id: 'after', leastPx: 170, share: 1.2, leaves: 4 },
	{ id: 'remedy', leastPx: 150, share: 1.3, leaves: null, isHiddenAtFirst: true },
];

export const columnIds: readonly ColumnId[] = columns.map(({ id }) => id);
export const leastWidthPx = 48;
export const mostWidthPx = 1200;
/** The boxes, and the space at both ends of a line. */
const fixedPx = 32 + 24;

/** How somebody arranged the table. */
export interface ColumnLayout {
	/** Every column, the hidden ones too, so that one comes back where it was. */
	readonly order: readonly ColumnId[];
	readonly hidden: readonly ColumnId[];
	/** Only of columns whose width was chosen. */
	readonly widthsPx: Readonly<Partial<Record<ColumnId, number>>>;
}

export const firstLayout: ColumnLayout = {
	order: columnIds,
	hidden: columns.filter(({ isHiddenAtFirst }) => isHiddenAtFirst).map(({ id }) => id),
	widthsPx: {},
};

const byId = new Map(columns.map((column) => [column.id, column]));
const columnOf = (id: ColumnId): Column => {
	const column = byId.get(id);
	if (column === undefined) throw new Error(`no column ${id}`);
	return column;
};

const leastOf = ({ widthsPx }: ColumnLayout, id: ColumnId): number => widthsPx[id] ?? columnOf(id).leastPx;

export const shownColumns = ({ order, hidden }: ColumnLayout): readonly ColumnId[] => order.filter((id) => !hidden.includes(id));

const totalPx = (layout: ColumnLayout, ids: readonly ColumnId[]): number => ids.reduce((sum, id) => sum + leastOf(layout, id), fixedPx);

/** The columns that find room. What never leaves is scrolled to instead. */
export const fittingColumns = (layout: ColumnLayout, availablePx: number): readonly ColumnId[] => {
	let ids = shownColumns(layout);
	// A column somebody gave a width or asked for is wanted: the others go before it.
	const leaving = ids
		.filter((id) => columnOf(id).leaves !== null && layout.widthsPx[id] === undefined)
		.toSorted((a, b) => (columnOf(a).leaves ?? 0) - (columnOf(b).leaves ?? 0));
	for (const id of leaving) {
		if (totalPx(layout, ids) <= availablePx) break;
		ids = ids.filter((other) => other !== id);
	}
	return ids;
};

/** The tracks of header and lines, and how narrow all of it may become. */
export const tracksOf = (layout: ColumnLayout, ids: readonly ColumnId[]): { readonly template: string; readonly leastPx: number } => {
	const tracks = ids.map((id) => {
		const chosen = layout.widthsPx[id];
		const { leastPx, share } = columnOf(id);
		if (chosen !== undefined) return `${chosen}px`;
		return share === 0 ? `${leastPx}px` : `minmax(${leastPx}px, ${share}fr)`;
	});
	return { template: ['32px', ...tracks].join(' '), leastPx: totalPx(layout, ids) };
};

export const resizeColumn = (layout: ColumnLayout, id: ColumnId, widthPx: number): ColumnLayout => ({
	...layout,
	widthsPx: { ...layout.widthsPx, [id]: Math.round(Math.min(mostWidthPx, Math.max(leastWidthPx, widthPx))) },
});

/** As wide as the table would make it. */
export const freeColumn = (layout: ColumnLayout, id: ColumnId): ColumnLayout => {
	const widthsPx = { ...layout.widthsPx };
	delete widthsPx[id];
	return { ...layout, widthsPx };
};

/** Before the column that is shown at `place` of `among`; at their end where there is none. */
export const moveColumn = (layout: ColumnLayout, id: ColumnId, among: readonly ColumnId[], place: number): ColumnLayout => {
	const before = among.filter((other) => other !== id)[place];
	const others = layout.order.filter((other) => other !== id);
	const at = before === undefined ? others.length : others.indexOf(before);
	return { ...layout, order: [...others.slice(0, at), id, ...others.slice(at)] };
};

/** One column always stays. */
export const toggleColumn = (layout: ColumnLayout, id: ColumnId): ColumnLayout => {
	if (layout.hidden.includes(id)) return { ...layout, hidden: layout.hidden.filter((other) => other !== id) };
	return shownColumns(layout).length > 1 ? { ...layout, hidden: [...layout.hidden, id] } : layout;
};

/** As if somebody had hidden it: a column that has nothing to say. */
export const withoutColumn = (layout: ColumnLayout, id: ColumnId): ColumnLayout => ({ ...layout, hidden: [...layout.hidden, id] });

const isColumn = (value: unknown): value is ColumnId => columnIds.some((id) => id === value);
const columnsIn = (value: unknown): readonly ColumnId[] => (Array.isArray(value) ? [...new Set(value.filter(isColumn))] : []);

/** What was kept, as far as it makes sense; columns it does not know (of a newer version) stand at the end. */
export const readLayout = (text: string): ColumnLayout => {
	let kept: Partial<Record<'order' | 'hidden' | 'widthsPx', unknown>>;
	try {
		kept = Object(JSON.parse(text)) as typeof kept;
	} catch {
		return firstLayout;
	}
	const known = columnsIn(kept.order);
	if (known.length === 0) return firstLayout;
	const added = columnIds.filter((id) => !known.includes(id));
	const order = [...known, ...added];
	const hidden = [...columnsIn(kept.hidden), ...added.filter((id) => firstLayout.hidden.includes(id))];
	const widths = Object(kept.widthsPx) as Readonly<Record<string, unknown>>;
	let layout: ColumnLayout = { order, hidden: hidden.length < order.length ? hidden : [], widthsPx: {} };
	for (const id of order) {
		const width = widths[id];
		if (typeof width === 'number' && Number.isFinite(width)) layout = resizeColumn(layout, id, width);
	}
	return layout;
};
