import type { RowSort } from '#shared/run.ts';

export type ColumnId = RowSort['by'] | 'remedy' | 'after';

export interface Column<Id extends string> {
	readonly id: Id;
	readonly leastPx: number;
	/** Its part of what is left over; 0: it stays as narrow as it can be. */
	readonly share: number;
	/** Columns that tell least go first where there is little room; `null`: never, as one that somebody asked for. */
	readonly leaves: number | null;
	readonly isHiddenAtFirst?: boolean;
}

/** Only of columns whose width was chosen. */
export type Widths<Id extends string> = Readonly<Partial<Record<Id, number>>>;

const columns: readonly Column<ColumnId>[] = [
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
/** Of a key that makes a column wider or narrower. */
export const stepPx = 16;
/** The boxes, and the space at both ends of a line. */
const fixedPx = 32 + 24;

/** How somebody arranged the table. */
export interface ColumnLayout {
	/** Every column, the hidden ones too, so that one comes back where it was. */
	readonly order: readonly ColumnId[];
	readonly hidden: readonly ColumnId[];
	readonly widthsPx: Widths<ColumnId>;
}

export const firstLayout: ColumnLayout = {
	order: columnIds,
	hidden: columns.filter(({ isHiddenAtFirst }) => isHiddenAtFirst).map(({ id }) => id),
	widthsPx: {},
};

const byId = new Map(columns.map((column) => [column.id, column]));
const columnOf = (id: ColumnId): Column<ColumnId> => {
	const column = byId.get(id);
	if (column === undefined) throw new Error(`no column ${id}`);
	return column;
};

export const shownColumns = ({ order, hidden }: ColumnLayout): readonly ColumnId[] => order.filter((id) => !hidden.includes(id));

const totalPx = <Id extends string>(shown: readonly Column<Id>[], widthsPx: Widths<Id>): number =>
	shown.reduce((sum, { id, leastPx }) => sum + (widthsPx[id] ?? leastPx), 0);

/** The columns that find room. What never leaves is scrolled to instead. */
export const fitting = <Id extends string>(
	wanted: readonly Column<Id>[],
	widthsPx: Widths<Id>,
	availablePx: number,
): readonly Column<Id>[] => {
	let shown = wanted;
	// A column somebody gave a width or asked for is wanted: the others go before it.
	const leaving = shown
		.filter(({ id, leaves }) => leaves !== null && widthsPx[id] === undefined)
		.toSorted((a, b) => (a.leaves ?? 0) - (b.leaves ?? 0));
	for (const column of leaving) {
		if (totalPx(shown, widthsPx) <= availablePx) break;
		shown = shown.filter((other) => other !== column);
	}
	return shown;
};

/** The tracks of header and lines, and how narrow all of it may become. */
export interface Tracks {
	readonly template: string;
	readonly leastPx: number;
}

export const tracksFor = <Id extends string>(shown: readonly Column<Id>[], widthsPx: Widths<Id>): Tracks => {
	const tracks = shown.map(({ id, leastPx, share }) => {
		const chosen = widthsPx[id];
		if (chosen !== undefined) return `${chosen}px`;
		return share === 0 ? `${leastPx}px` : `minmax(${leastPx}px, ${share}fr)`;
	});
	return { template: tracks.join(' '), leastPx: totalPx(shown, widthsPx) };
};

export const resized = <Id extends string>(widthsPx: Widths<Id>, id: Id, widthPx: number): Widths<Id> => ({
	...widthsPx,
	[id]: Math.round(Math.min(mostWidthPx, Math.max(leastWidthPx, widthPx))),
});

/** As wide as the table would make it. */
export const freed = <Id extends string>(widthsPx: Widths<Id>, id: Id): Widths<Id> => {
	const others: Partial<Record<Id, number>> = { ...widthsPx };
	delete others[id];
	return others;
};

/** Of those of `ids` that were kept, as far as they make sense. */
export const readWidths = <Id extends string>(kept: unknown, ids: readonly Id[]): Widths<Id> => {
	const widths = Object(kept) as Readonly<Record<string, unknown>>;
	let read = {} as Widths<Id>;
	for (const id of ids) {
		const width = widths[id];
		if (typeof width === 'number' && Number.isFinite(width)) read = resized(read, id, width);
	}
	return read;
};

export const fittingColumns = (layout: ColumnLayout, availablePx: number): readonly ColumnId[] =>
	fitting(shownColumns(layout).map(columnOf), layout.widthsPx, availablePx - fixedPx).map(({ id }) => id);

export const tracksOf = (layout: ColumnLayout, ids: readonly ColumnId[]): Tracks => {
	const { template, leastPx } = tracksFor(ids.map(columnOf), layout.widthsPx);
	return { template: `32px ${template}`, leastPx: leastPx + fixedPx };
};

export const resizeColumn = (layout: ColumnLayout, id: ColumnId, widthPx: number): ColumnLayout => ({
	...layout,
	widthsPx: resized(layout.widthsPx, id, widthPx),
});

export const freeColumn = (layout: ColumnLayout, id: ColumnId): ColumnLayout => ({ ...layout, widthsPx: freed(layout.widthsPx, id) });

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
	return { order, hidden: hidden.length < order.length ? hidden : [], widthsPx: readWidths(kept.widthsPx, order) };
};
