import { type PointerEvent, useRef } from 'react';
import classes from './column-header.module.css';
import { leastWidthPx } from './column-layout.ts';

interface EdgeProps {
	readonly id: string;
	readonly cell: () => HTMLElement | null;
	readonly onDraw: (widthPx: number) => void;
	readonly onFree: () => void;
}

/** How wide a header is, as far as one is there. */
export const widthOf = (cell: HTMLElement | null): number => cell?.getBoundingClientRect().width ?? leastWidthPx;

/** The edge of a column: drawn to a width, or let go of with a double click. For the mouse alone: the keys of the header do the same. */
export const ColumnEdge = ({ id, cell, onDraw, onFree }: EdgeProps) => {
	const from = useRef<{ readonly x: number; readonly widthPx: number } | null>(null);
	const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
		if (event.button !== 0) return;
		event.preventDefault();
		event.currentTarget.setPointerCapture(event.pointerId);
		from.current = { x: event.clientX, widthPx: widthOf(cell()) };
	};
	const onPointerMove = (event: PointerEvent): void => {
		const start = from.current;
		if (start !== null) onDraw(start.widthPx + event.clientX - start.x);
	};
	return (
		<span
			className={classes['edge']}
			data-edge={id}
			aria-hidden="true"
			onPointerDown={onPointerDown}
			onPointerMove={onPointerMove}
			onLostPointerCapture={() => {
				from.current = null;
			}}
			onDoubleClick={onFree}
		/>
	);
};
