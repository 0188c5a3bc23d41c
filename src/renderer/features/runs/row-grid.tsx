import { type KeyboardEvent, memo, type MouseEvent, type RefObject, useCallback, useMemo, useState } from 'react';
import type { RunRow } from '#shared/run.ts';
import { words } from '../../messages.ts';
import { useWidth } from '../../ui/use-width.ts';
import type { MenuPlace } from '../../ui/menu.tsx';
import { GridLine, lineUnder, VirtualGrid } from '../../ui/virtual-grid.tsx';
import { ColumnHeader } from './columns/column-header.tsx';
import { type ColumnId, fittingColumns, tracksOf, withoutColumn } from './columns/column-layout.ts';
import { useColumns } from './columns/columns.ts';
import { copyAsCells, rowsToCopy } from './copy-cells.ts';
import { Cells } from './row-cells.tsx';
import classes from './row-grid.module.css';
import { RowMenu, type RowMenuContext } from './row-menu.tsx';
import { useRowsVersion } from './run-rows.ts';
import { useHasChanges } from './run-queries.ts';
import { useRunView } from './run-view.ts';
import { countShown } from './selection.ts';

const elementId = (id: number | undefined): string => `row-${id ?? ''}`;

const SelectAll = ({ ids }: { readonly ids: readonly number[] }) => {
	const selection = useRunView((view) => view.selection);
	const { select, clearSelection } = useRunView.getState();
	const shown = useMemo(() => countShown(selection, ids), [selection, ids]);
	const isAll = shown > 0 && shown === ids.length;
	return (
		<div role="columnheader" aria-colindex={1} className={classes['selectHead']} data-column="select">
			<input
				ref={(box) => {
					if (box !== null) box.indeterminate = shown > 0 && !isAll;
				}}
				type="checkbox"
				className={classes['box']}
				aria-label={words.run.selectAll}
				title={words.run.selectAll}
				checked={isAll}
				onChange={() => (isAll ? clearSelection() : select(ids))}
			/>
		</div>
	);
};

interface LineProps {
	readonly id: number;
	readonly row: RunRow | undefined;
	readonly position: number;
	readonly topPx: number;
	readonly isActive: boolean;
	readonly isSelected: boolean;
	readonly columns: readonly ColumnId[];
}

const Line = memo(({ row, columns, ...line }: LineProps) => (
	<GridLine elementId={elementId(line.id)} columnCount={columns.length + 1} {...line}>
		{row === undefined ? null : <Cells row={row} columns={columns} isSelected={line.isSelected} />}
	</GridLine>
));

const isOnBox = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[data-column=select]') !== null;

/** A look at a row neither makes nor loses a selection: that takes its box, Space, or a key held down. */
const onClick = (event: MouseEvent, ids: readonly number[]): void => {
	const line = lineUnder(event.target);
	if (line === null) return;
	const { activate, extendSelection, toggle, showDetail } = useRunView.getState();
	if (event.shiftKey) extendSelection(line.id, ids);
	else if (event.ctrlKey || event.metaKey || isOnBox(event.target)) toggle(line.id);
	else {
		activate(line.id);
		showDetail(true);
	}
};

/** Text that somebody marked is copied as ever. */
const isCopy = (event: KeyboardEvent): boolean =>
	(event.ctrlKey || event.metaKey) &&
	!event.altKey &&
	!event.shiftKey &&
	event.key.toLowerCase() === 'c' &&
	(getSelection()?.toString() ?? '') === '';

/** True where the key was for the selection or the detail. */
const onKey = (event: KeyboardEvent, ids: readonly number[]): boolean => {
	const { activeId, toggle, select, showDetail } = useRunView.getState();
	if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
		select(ids);
		return true;
	}
	if (isCopy(event)) {
		void copyAsCells(rowsToCopy(ids));
		return true;
	}
	if (event.ctrlKey || event.metaKey || event.altKey || activeId === null) return false;
	if (event.key === ' ') toggle(activeId);
	else if (event.key === 'Enter') showDetail(true);
	else return false;
	return true;
};

/** The columns that find room, and their tracks; the same ones for as long as nothing changes. */
const useShownColumns = (element: RefObject<HTMLDivElement | null>, runId: string) => {
	const arranged = useColumns((columns) => columns.layout);
	const hasChanges = useHasChanges(runId);
	const layout = useMemo(() => (hasChanges ? arranged : withoutColumn(arranged, 'after')), [arranged, hasChanges]);
	const widthPx = useWidth(element);
	const fitting = fittingColumns(layout, widthPx ?? Number.POSITIVE_INFINITY).join(' ');
	const columns = useMemo(() => fitting.split(' ') as readonly ColumnId[], [fitting]);
	const tracks = useMemo(() => tracksOf(layout, columns), [layout, columns]);
	return { columns, tracks };
};

interface RowGridProps extends RowMenuContext {
	readonly grid: RefObject<HTMLDivElement | null>;
}

export const RowGrid = ({ grid: element, ...context }: RowGridProps) => {
	const { ids, rows } = context;
	const activeId = useRunView((view) => view.activeId);
	const selected = useRunView((view) => view.selection.ids);
	const { activate, extendSelection } = useRunView.getState();
	// Read for its change alone: the rows stand in the cache.
	useRowsVersion(rows);
	const onShow = useCallback((from: number, to: number) => rows.show(ids, from, to), [rows, ids]);
	const active = useMemo(() => (activeId === null ? -1 : ids.indexOf(activeId)), [ids, activeId]);

	const { columns, tracks } = useShownColumns(element, context.run.id);
	const [menu, setMenu] = useState<{ readonly id: number; readonly at: MenuPlace } | null>(null);
	const closeMenu = useCallback(() => setMenu(null), []);
	const openMenu = (id: number, at: MenuPlace): void => {
		useRunView.getState().activate(id);
		setMenu({ id, at });
	};

	const onMove = (to: number, event: KeyboardEvent): void => {
		const id = ids[to];
		if (id === undefined) return;
		if (event.shiftKey) extendSelection(id, ids);
		else activate(id);
	};

	return (
		<>
			<VirtualGrid
				grid={element}
				label={words.run.table}
				rowCount={ids.length}
				columnCount={columns.length + 1}
				active={active}
				elementIdAt={(position) => elementId(ids[position])}
				isMultiselectable
				columnsClass={classes['columns'] ?? ''}
				tracks={tracks}
				head={
					<>
						<SelectAll ids={ids} />
						{columns.map((id, place) => (
							<ColumnHeader key={id} id={id} place={place} among={columns} />
						))}
					</>
				}
				lineAt={(position, topPx) => {
					const id = ids[position];
					if (id === undefined) return null;
					const isSelected = selected.has(id);
					return (
						<Line
							key={id}
							id={id}
							row={rows.get(id)}
							position={position}
							topPx={topPx}
							isActive={id === activeId}
							isSelected={isSelected}
							columns={columns}
						/>
					);
				}}
				onShow={onShow}
				version={ids}
				onMove={onMove}
				onKey={(event) => onKey(event, ids)}
				onClick={(event) => onClick(event, ids)}
				onMenu={openMenu}
			/>
			<RowMenu open={menu} onClose={closeMenu} {...context} />
		</>
	);
};
