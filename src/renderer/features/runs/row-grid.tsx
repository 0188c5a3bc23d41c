import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, type RefObject, useEffect } from 'react';
import type { RowSort, RunRow } from '#shared/run.ts';
import { causeTexts } from '../../messages/en/causes.ts';
import { certaintyTexts } from '../../messages/en/terms.ts';
import { words } from '../../messages/en/words.ts';
import { CauseDot } from './cause-dot.tsx';
import { positionAfterKey } from './grid-keys.ts';
import classes from './row-grid.module.css';
import { rowOf, useRunView } from './run-view.ts';

const rowHeight = 36;
const headerHeight = 32;
const columns: readonly RowSort['by'][] = ['row', 'email', 'name', 'organisation', 'cause', 'certainty'];

const noIds: readonly number[] = [];

const elementId = (id: number): string => `row-${id}`;

const HeaderCell = ({ by, index }: { readonly by: RowSort['by']; readonly index: number }) => {
	const sort = useRunView((view) => view.sort);
	const changeSort = useRunView((view) => view.changeSort);
	const direction = sort.by !== by ? 'none' : sort.descending ? 'descending' : 'ascending';
	return (
		<div role="columnheader" aria-colindex={index + 1} aria-sort={direction} className={classes['headCell']} data-column={by}>
			<button type="button" onClick={() => changeSort(by)}>
				{words.run.columns[by]}
				<span className={classes['arrow']} aria-hidden="true">
					{direction === 'ascending' ? '↑' : direction === 'descending' ? '↓' : ''}
				</span>
			</button>
		</div>
	);
};

interface LineProps {
	readonly id: number;
	readonly row: RunRow | undefined;
	readonly position: number;
	readonly top: number;
	readonly active: boolean;
}

const Line = memo(({ id, row, position, top, active }: LineProps) => (
	<div
		id={elementId(id)}
		role="row"
		aria-rowindex={position + 2}
		aria-selected={active}
		className={classes['line']}
		data-id={id}
		style={{ transform: `translateY(${top}px)` }}
	>
		{row === undefined ? (
			<div role="gridcell" aria-colindex={1} aria-colspan={columns.length} className={classes['waiting']}>
				<span />
			</div>
		) : (
			<Cells row={row} />
		)}
	</div>
));

const Cells = ({ row }: { readonly row: RunRow }) => (
	<>
		<div role="gridcell" aria-colindex={1} data-column="row">
			{row.row}
		</div>
		<div
			role="gridcell"
			aria-colindex={2}
			data-column="email"
			title={row.suggestion === null ? row.email : `${row.email} ${words.run.suggests(row.suggestion)}`}
		>
			{row.email}
			{row.suggestion !== null && <span className={classes['suggestion']}> {words.run.suggests(row.suggestion)}</span>}
		</div>
		<div role="gridcell" aria-colindex={3} data-column="name" title={row.name ?? undefined}>
			{row.name}
		</div>
		<div role="gridcell" aria-colindex={4} data-column="organisation" title={row.organisation ?? undefined}>
			{row.organisation}
		</div>
		<div role="gridcell" aria-colindex={5} data-column="cause">
			<CauseDot cause={row.cause} />
			<span>{causeTexts[row.cause].label}</span>
		</div>
		<div role="gridcell" aria-colindex={6} data-column="certainty">
			{row.cause === 'not-checked' ? '' : certaintyTexts[row.certainty].label}
		</div>
	</>
);

/** One listener for all rows. */
const rowIdUnder = (target: EventTarget | null): number | null => {
	const line = target instanceof Element ? target.closest('[data-id]') : null;
	return line instanceof HTMLElement ? Number(line.dataset['id']) : null;
};

export const RowGrid = ({ grid }: { readonly grid: RefObject<HTMLDivElement | null> }) => {
	const ids = useRunView((view) => view.ids) ?? noIds;
	const activeId = useRunView((view) => view.activeId);
	const { loadRows, activate, showDetail } = useRunView.getState();
	// Read for its change alone: the rows stand in the cache.
	useRunView((view) => view.rowsVersion);

	const virtualizer = useVirtualizer({
		count: ids.length,
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
		loadRows(first, last);
	}, [first, last, ids, loadRows]);

	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		// Header buttons keep their own keys.
		if (event.target !== event.currentTarget && (event.key === 'Enter' || event.key === ' ')) return;
		if (event.key === 'Enter' && activeId !== null) {
			event.preventDefault();
			showDetail(true);
			return;
		}
		const from = activeId === null ? -1 : ids.indexOf(activeId);
		const rowsPerPage = Math.floor(((grid.current?.clientHeight ?? rowHeight) - headerHeight) / rowHeight) - 1;
		const to = positionAfterKey(event.key, from, ids.length, rowsPerPage);
		const id = to === null ? undefined : ids[to];
		if (to === null || id === undefined) return;
		event.preventDefault();
		activate(id);
		virtualizer.scrollToIndex(to, { align: 'auto' });
	};

	const isActiveShown = activeId !== null && lines.some(({ index }) => ids[index] === activeId);
	return (
		<div
			ref={grid}
			role="grid"
			tabIndex={0}
			aria-label={words.run.table}
			aria-rowcount={ids.length + 1}
			aria-colcount={columns.length}
			aria-activedescendant={isActiveShown ? elementId(activeId) : undefined}
			className={classes['grid']}
			onKeyDown={onKeyDown}
			onClick={(event) => {
				const id = rowIdUnder(event.target);
				if (id === null) return;
				activate(id);
				showDetail(true);
			}}
		>
			<div className={classes['space']} role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
				<div role="row" aria-rowindex={1} className={classes['head']}>
					{columns.map((by, index) => (
						<HeaderCell key={by} by={by} index={index} />
					))}
				</div>
				{lines.map(({ index, start }) => {
					const id = ids[index];
					return id === undefined ? null : (
						<Line key={id} id={id} row={rowOf(id)} position={index} top={start - headerHeight} active={id === activeId} />
					);
				})}
			</div>
		</div>
	);
};
