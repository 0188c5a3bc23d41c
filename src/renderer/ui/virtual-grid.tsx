import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject, useEffect } from 'react';
import { positionAfterKey } from './grid-keys.ts';
import type { MenuPlace } from './menu.tsx';
import classes from './virtual-grid.module.css';

const rowHeight = 36;
const headerHeight = 32;
/** From the left edge of the row, where a menu opens that the keyboard asked for. */
const menuInsetPx = 60;

interface VirtualGridProps {
	readonly grid: RefObject<HTMLDivElement | null>;
	readonly label: string;
	readonly rowCount: number;
	readonly columnCount: number;
	/** Position of the active row; -1 where none is. */
	readonly active: number;
	/** Of the row's element, so that the grid can say which one is active while it keeps the focus itself. */
	readonly elementIdAt: (position: number) => string;
	readonly isMultiselectable?: boolean;
	/** Sets `--columns`, the template that header and lines share, and what else the cells need. */
	readonly columnsClass?: string;
	/** Where the tracks depend on the person: what `columnsClass` would set. */
	readonly tracks?: { readonly template: string; readonly leastPx: number };
	/** The cells of the header line. */
	readonly head: ReactNode;
	/** The line at a position, to be moved down by `topPx`. */
	readonly lineAt: (position: number, topPx: number) => ReactNode;
	/** Called when other positions come into sight, and when `version` changes. */
	readonly onShow: (first: number, last: number) => void;
	readonly version: unknown;
	/** A key that leads to another row. */
	readonly onMove: (to: number, event: KeyboardEvent) => void;
	/** Any other key, before it is looked at here; true where that was all there is to it. */
	readonly onKey: (event: KeyboardEvent) => boolean;
	readonly onClick?: (event: MouseEvent) => void;
	/** A menu was asked for: on this row, or on the active one where the keyboard asked. */
	readonly onMenu?: (id: number, at: MenuPlace) => void;
}

type SpaceStyle = CSSProperties & { readonly '--columns'?: string };

/** A table of any length, worked by the keyboard, of which only the lines in sight exist. */
export const VirtualGrid = (props: VirtualGridProps) => {
	const { grid, rowCount, active, onShow, version } = props;
	const virtualizer = useVirtualizer({
		count: rowCount,
		getScrollElement: () => grid.current,
		estimateSize: () => rowHeight,
		overscan: 12,
		paddingStart: headerHeight,
		scrollPaddingStart: headerHeight,
		useFlushSync: false,
	});
	const lines = virtualizer.getVirtualItems();
	const first = lines[0]?.index ?? 0;
	const last = lines.at(-1)?.index ?? 0;
	useEffect(() => {
		onShow(first, last);
	}, [first, last, version, onShow]);

	/** The row of the pointer; with the keyboard the active one, at its own place. */
	const openMenu = (target: EventTarget | null, at: MenuPlace): boolean => {
		const line = lineUnder(target);
		if (line !== null) {
			props.onMenu?.(line.id, at);
			return true;
		}
		const element = target === grid.current ? grid.current?.querySelector('[data-active=true]') : null;
		const activeLine = lineUnder(element ?? null);
		if (activeLine === null || !element) return false;
		const { left, bottom } = element.getBoundingClientRect();
		props.onMenu?.(activeLine.id, { x: left + menuInsetPx, y: bottom });
		return true;
	};
	const onContextMenu = (event: MouseEvent): void => {
		if (props.onMenu !== undefined && openMenu(event.target, { x: event.clientX, y: event.clientY })) event.preventDefault();
	};

	const onKeyDown = (event: KeyboardEvent): void => {
		const asksForMenu = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
		if (asksForMenu && props.onMenu !== undefined && openMenu(event.target, { x: 0, y: 0 })) {
			event.preventDefault();
			return;
		}
		// Buttons and boxes in the header keep their own keys.
		if (event.target !== event.currentTarget && (event.key === 'Enter' || event.key === ' ')) return;
		if (props.onKey(event)) {
			event.preventDefault();
			return;
		}
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const rowsPerPage = Math.floor(((grid.current?.clientHeight ?? rowHeight) - headerHeight) / rowHeight) - 1;
		const to = positionAfterKey(event.key, active, rowCount, rowsPerPage);
		if (to === null) return;
		event.preventDefault();
		props.onMove(to, event);
		virtualizer.scrollToIndex(to, { align: 'auto' });
	};

	/** Boxes of lines leave the focus with the grid, and a range is no selection of text. */
	const onMouseDown = (event: MouseEvent): void => {
		const isBox = event.target instanceof HTMLInputElement;
		if (lineUnder(event.target) === null || !(event.shiftKey || isBox)) return;
		event.preventDefault();
		grid.current?.focus();
	};

	const isActiveShown = lines.some(({ index }) => index === active);
	const { tracks } = props;
	const spaceStyle: SpaceStyle = {
		height: virtualizer.getTotalSize(),
		...(tracks === undefined ? {} : { '--columns': tracks.template, minWidth: tracks.leastPx }),
	};
	return (
		<div
			ref={grid}
			role="grid"
			tabIndex={0}
			aria-label={props.label}
			aria-rowcount={rowCount + 1}
			aria-colcount={props.columnCount}
			aria-multiselectable={props.isMultiselectable}
			aria-activedescendant={isActiveShown ? props.elementIdAt(active) : undefined}
			className={classes['grid']}
			onKeyDown={onKeyDown}
			onMouseDown={onMouseDown}
			onClick={props.onClick}
			onContextMenu={onContextMenu}
		>
			<div className={`${classes['space'] ?? ''} ${props.columnsClass ?? ''}`} role="rowgroup" style={spaceStyle}>
				<div role="row" aria-rowindex={1} className={classes['head']}>
					{props.head}
				</div>
				{lines.map(({ index, start }) => props.lineAt(index, start - headerHeight))}
			</div>
		</div>
	);
};

interface GridLineProps {
	readonly elementId: string;
	readonly position: number;
	readonly topPx: number;
	readonly isActive: boolean;
	/** Left out in a grid where nothing can be selected. */
	readonly isSelected?: boolean;
	readonly id: number;
	readonly columnCount: number;
	/** The cells; `null` while the row is on its way. */
	readonly children: ReactNode | null;
}

export const GridLine = ({ elementId, position, topPx, isActive, isSelected, id, columnCount, children }: GridLineProps) => (
	<div
		id={elementId}
		role="row"
		aria-rowindex={position + 2}
		aria-selected={isSelected}
		className={classes['line']}
		data-id={id}
		data-position={position}
		data-active={isActive}
		style={{ transform: `translateY(${topPx}px)` }}
	>
		{children ?? (
			<div role="gridcell" aria-colindex={1} aria-colspan={columnCount} className={classes['waiting']}>
				<span />
			</div>
		)}
	</div>
);

export const HeadCell = ({
	index,
	column,
	children,
}: {
	readonly index: number;
	readonly column: string;
	readonly children: ReactNode;
}) => (
	<div role="columnheader" aria-colindex={index + 1} className={classes['headCell']} data-column={column}>
		<span>{children}</span>
	</div>
);

/** One listener serves all lines: what the line under an event is about. */
export const lineUnder = (target: EventTarget | null): { readonly id: number; readonly position: number } | null => {
	const line = target instanceof Element ? target.closest('[data-position]') : null;
	return line instanceof HTMLElement ? { id: Number(line.dataset['id']), position: Number(line.dataset['position']) } : null;
};
