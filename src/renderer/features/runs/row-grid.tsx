import { type KeyboardEvent, memo, type MouseEvent, type RefObject, useMemo } from 'react';
import type { RowSort, RunRow } from '#shared/run.ts';
import { causeTexts } from '../../messages/causes.ts';
import { certaintyTexts } from '../../messages/terms.ts';
import { words } from '../../messages/words.ts';
import grid from '../../ui/virtual-grid.module.css';
import { GridLine, lineUnder, VirtualGrid } from '../../ui/virtual-grid.tsx';
import { CauseDot } from './cause-dot.tsx';
import classes from './row-grid.module.css';
import { rowOf, useRunView } from './run-view.ts';
import { countShown } from './selection.ts';

const columns: readonly RowSort['by'][] = ['row', 'email', 'name', 'organisation', 'cause', 'certainty'];
/** With the boxes. */
const columnCount = columns.length + 1;

const noIds: readonly number[] = [];

const elementId = (id: number | undefined): string => `row-${id ?? ''}`;

const HeaderCell = ({ by, index }: { readonly by: RowSort['by']; readonly index: number }) => {
	const sort = useRunView((view) => view.sort);
	const changeSort = useRunView((view) => view.changeSort);
	const direction = sort.by !== by ? 'none' : sort.descending ? 'descending' : 'ascending';
	return (
		<div role="columnheader" aria-colindex={index + 2} aria-sort={direction} className={grid['headCell']} data-column={by}>
			<button type="button" onClick={() => changeSort(by)}>
				{words.run.columns[by]}
				<span className={classes['arrow']} aria-hidden="true">
					{direction === 'ascending' ? '↑' : direction === 'descending' ? '↓' : ''}
				</span>
			</button>
		</div>
	);
};

const SelectAll = () => {
	const ids = useRunView((view) => view.ids) ?? noIds;
	const selection = useRunView((view) => view.selection);
	const { selectAllShown, clearSelection } = useRunView.getState();
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
				onChange={isAll ? clearSelection : selectAllShown}
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
}

const Line = memo(({ row, ...line }: LineProps) => (
	<GridLine elementId={elementId(line.id)} columnCount={columnCount} {...line}>
		{row === undefined ? null : <Cells row={row} isSelected={line.isSelected} />}
	</GridLine>
));

const Cells = ({ row, isSelected }: { readonly row: RunRow; readonly isSelected: boolean }) => (
	<>
		<div role="gridcell" aria-colindex={1} data-column="select">
			{/* The grid listens for all boxes; Space on the active row does the same. */}
			<input
				type="checkbox"
				className={classes['box']}
				tabIndex={-1}
				aria-label={words.run.select(row.row)}
				checked={isSelected}
				readOnly
			/>
		</div>
		<div role="gridcell" aria-colindex={2} data-column="row">
			{row.row}
		</div>
		<div
			role="gridcell"
			aria-colindex={3}
			data-column="email"
			title={row.suggestion === null ? row.email : `${row.email} ${words.run.suggests(row.suggestion)}`}
		>
			{row.email}
			{row.suggestion !== null && <span className={classes['suggestion']}> {words.run.suggests(row.suggestion)}</span>}
		</div>
		<div role="gridcell" aria-colindex={4} data-column="name" title={row.name ?? undefined}>
			{row.name}
		</div>
		<div role="gridcell" aria-colindex={5} data-column="organisation" title={row.organisation ?? undefined}>
			{row.organisation}
		</div>
		<div role="gridcell" aria-colindex={6} data-column="cause">
			<CauseDot cause={row.cause} />
			<span>{causeTexts[row.cause].label}</span>
		</div>
		<div role="gridcell" aria-colindex={7} data-column="certainty">
			{row.cause === 'not-checked' ? '' : certaintyTexts[row.certainty].label}
		</div>
	</>
);

const isOnBox = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[data-column=select]') !== null;

/** A look at a row neither makes nor loses a selection: that takes its box, Space, or a key held down. */
const onClick = (event: MouseEvent): void => {
	const line = lineUnder(event.target);
	if (line === null) return;
	const { activate, extendSelection, toggle, showDetail } = useRunView.getState();
	if (event.shiftKey) extendSelection(line.id);
	else if (event.ctrlKey || event.metaKey || isOnBox(event.target)) toggle(line.id);
	else {
		activate(line.id);
		showDetail(true);
	}
};

/** True where the key was for the selection or the detail. */
const onKey = (event: KeyboardEvent): boolean => {
	const { activeId, toggle, selectAllShown, showDetail } = useRunView.getState();
	if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
		selectAllShown();
		return true;
	}
	if (event.ctrlKey || event.metaKey || event.altKey || activeId === null) return false;
	if (event.key === ' ') toggle(activeId);
	else if (event.key === 'Enter') showDetail(true);
	else return false;
	return true;
};

export const RowGrid = ({ grid: element }: { readonly grid: RefObject<HTMLDivElement | null> }) => {
	const ids = useRunView((view) => view.ids) ?? noIds;
	const activeId = useRunView((view) => view.activeId);
	const selected = useRunView((view) => view.selection.ids);
	const { loadRows, activate, extendSelection } = useRunView.getState();
	// Read for its change alone: the rows stand in the cache.
	useRunView((view) => view.rowsVersion);
	const active = useMemo(() => (activeId === null ? -1 : ids.indexOf(activeId)), [ids, activeId]);

	const onMove = (to: number, event: KeyboardEvent): void => {
		const id = ids[to];
		if (id === undefined) return;
		if (event.shiftKey) extendSelection(id);
		else activate(id);
	};

	return (
		<VirtualGrid
			grid={element}
			label={words.run.table}
			rowCount={ids.length}
			columnCount={columnCount}
			active={active}
			elementIdAt={(position) => elementId(ids[position])}
			isMultiselectable
			columnsClass={classes['columns'] ?? ''}
			head={
				<>
					<SelectAll />
					{columns.map((by, index) => (
						<HeaderCell key={by} by={by} index={index} />
					))}
				</>
			}
			lineAt={(position, topPx) => {
				const id = ids[position];
				if (id === undefined) return null;
				const isSelected = selected.has(id);
				return (
					<Line key={id} id={id} row={rowOf(id)} position={position} topPx={topPx} isActive={id === activeId} isSelected={isSelected} />
				);
			}}
			onShow={loadRows}
			version={ids}
			onMove={onMove}
			onKey={onKey}
			onClick={onClick}
		/>
	);
};
