import { type KeyboardEvent, useRef } from 'react';
import { resultWords, tableWords } from '../../../messages.ts';
import grid from '../../../ui/virtual-grid.module.css';
import { ColumnEdge, widthOf } from '../columns/column-edge.tsx';
import { freed, resized, stepPx } from '../columns/column-layout.ts';
import { type PeopleColumn, usePeopleWidths } from './people-columns.ts';

const text = tableWords.columns;
const names = resultWords.compare.columns;

/** Says it only for keys: whoever draws sees it. */
const widenBy = (id: PeopleColumn, cell: HTMLElement | null, byPx: number): void => {
	const { change, announce } = usePeopleWidths.getState();
	change((widths) => resized(widths, id, widthOf(cell) + byPx));
	announce(text.resized(names[id], usePeopleWidths.getState().layout[id] ?? 0));
};

export const PeopleHeader = ({ id, index }: { readonly id: PeopleColumn; readonly index: number }) => {
	const cell = useRef<HTMLDivElement>(null);
	const { change } = usePeopleWidths.getState();
	const onKeyDown = (event: KeyboardEvent): void => {
		const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
		if (by === 0 || !event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
		event.preventDefault();
		event.stopPropagation();
		widenBy(id, cell.current, by * stepPx);
	};
	return (
		<div ref={cell} role="columnheader" aria-colindex={index + 1} className={grid['headCell']} data-column={id}>
			<button type="button" title={text.widthKeys} aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight" onKeyDown={onKeyDown}>
				{names[id]}
			</button>
			<ColumnEdge
				id={id}
				cell={() => cell.current}
				onDraw={(widthPx) => change((widths) => resized(widths, id, widthPx), 'passing')}
				onFree={() => change((widths) => freed(widths, id))}
			/>
		</div>
	);
};
