import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { RowSort } from '#shared/run.ts';
import { tableWords, words } from '../../../messages.ts';
import grid from '../../../ui/virtual-grid.module.css';
import { useRunView } from '../run-view.ts';
import { ColumnEdge, widthOf } from './column-edge.tsx';
import { type ColumnId, freeColumn, moveColumn, resizeColumn, stepPx } from './column-layout.ts';
import { useColumns } from './columns.ts';
import classes from './column-header.module.css';

const text = tableWords.columns;
/** A hand that trembles on a click moves nothing. */
const dragAfterPx = 6;

export const columnName = (id: ColumnId): string => (id === 'remedy' ? text.remedy : words.run.columns[id]);

const isSortable = (id: ColumnId): id is RowSort['by'] => id !== 'remedy' && id !== 'after';

const headCells = (cell: Element | null): readonly HTMLElement[] => [
	...(cell?.parentElement?.querySelectorAll<HTMLElement>('[data-place]') ?? []),
];

/** Among the other columns of the header: the place a column has that is let go at `x`. */
const placeAt = (cell: Element, x: number): number =>
	headCells(cell)
		.filter((other) => other !== cell)
		.filter((other) => {
			const { left, width } = other.getBoundingClientRect();
			return left + width / 2 < x;
		}).length;

interface HeaderProps {
	readonly id: ColumnId;
	readonly place: number;
	/** The columns that are shown, in their order. */
	readonly among: readonly ColumnId[];
}

const moveTo = ({ id, among }: HeaderProps, place: number): void => {
	const to = Math.max(0, Math.min(among.length - 1, place));
	useColumns.getState().change((layout) => moveColumn(layout, id, among, to));
	useColumns.getState().announce(text.moved(columnName(id), to + 1, among.length));
};

const widenBy = (id: ColumnId, cell: HTMLElement | null, byPx: number): void => {
	useColumns.getState().change((layout) => resizeColumn(layout, id, widthOf(cell) + byPx));
	useColumns.getState().announce(text.resized(columnName(id), useColumns.getState().layout.widthsPx[id] ?? 0));
};

export const ColumnHeader = (props: HeaderProps) => {
	const { id, place } = props;
	const sort = useRunView((view) => view.sort);
	const cell = useRef<HTMLDivElement>(null);
	const pressed = useRef<number | null>(null);
	const wasDragged = useRef(false);
	const [offsetPx, setOffset] = useState<number | null>(null);
	const direction = sort.by !== id ? 'none' : sort.descending ? 'descending' : 'ascending';

	const onPointerMove = (event: PointerEvent): void => {
		if (pressed.current === null) return;
		const movedPx = event.clientX - pressed.current;
		if (!wasDragged.current && Math.abs(movedPx) < dragAfterPx) return;
		wasDragged.current = true;
		setOffset(movedPx);
	};
	const onPointerUp = (event: PointerEvent): void => {
		pressed.current = null;
		setOffset(null);
		// Asked of the ref: what was set while the pointer moved may not be shown yet.
		if (!wasDragged.current || cell.current === null) return;
		moveTo(props, placeAt(cell.current, event.clientX));
		setTimeout(letGo);
	};
	/** The click that ends a drag has passed: the next one, or Enter, sorts again. */
	const letGo = (): void => {
		wasDragged.current = false;
	};
	const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
		const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
		if (by === 0 || event.ctrlKey || event.metaKey || event.altKey === event.shiftKey) return;
		event.preventDefault();
		event.stopPropagation();
		const button = event.currentTarget;
		if (event.altKey) {
			moveTo(props, place + by);
			// A header that changes its place in the page loses the focus.
			requestAnimationFrame(() => button.focus());
		} else widenBy(id, cell.current, by * stepPx);
	};
	const onClick = (): void => {
		// The release of a drag is a click, too.
		if (!wasDragged.current && isSortable(id)) useRunView.getState().changeSort(id);
	};
	return (
		<div
			ref={cell}
			role="columnheader"
			aria-colindex={place + 2}
			aria-sort={isSortable(id) ? direction : undefined}
			className={grid['headCell']}
			data-column={id}
			data-place={place}
			data-dragged={offsetPx === null ? undefined : true}
			style={offsetPx === null ? undefined : { transform: `translateX(${offsetPx}px)` }}
		>
			<button
				type="button"
				title={text.keys}
				aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Shift+ArrowLeft Shift+ArrowRight"
				onClick={onClick}
				onKeyDown={onKeyDown}
				onPointerDown={(event) => {
					letGo();
					if (event.button !== 0) return;
					pressed.current = event.clientX;
					// At once: a fast hand has left the header before it moves for the first time.
					event.currentTarget.setPointerCapture(event.pointerId);
				}}
				onPointerMove={onPointerMove}
				onPointerUp={onPointerUp}
				onPointerCancel={() => {
					pressed.current = null;
					letGo();
					setOffset(null);
				}}
			>
				{columnName(id)}
				<span className={classes['arrow']} aria-hidden="true">
					{direction === 'ascending' ? '↑' : direction === 'descending' ? '↓' : ''}
				</span>
			</button>
			<ColumnEdge
				id={id}
				cell={() => cell.current}
				onDraw={(widthPx) => useColumns.getState().change((layout) => resizeColumn(layout, id, widthPx), 'passing')}
				onFree={() => useColumns.getState().change((layout) => freeColumn(layout, id))}
			/>
		</div>
	);
};
