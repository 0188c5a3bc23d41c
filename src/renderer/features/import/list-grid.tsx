import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useMemo } from 'react';
import type { ListPreview, ListState } from '#shared/lists.ts';
import { useConnection } from '../../connection.ts';
import { words } from '../../messages.ts';
import { useWidth } from '../../ui/use-width.ts';
import { cellAfterKey } from './cell-keys.ts';
import { cellId, GridLine } from './grid-line.tsx';
import classes from './list-grid.module.css';
import { rowAt, useListView } from './list-view.ts';

const rowHeight = 30;
const headerHeight = 32;
const lineWidth = 72;

const fieldOf = ({ email, name, organisation }: ListState['mapping'], column: number): string | null =>
	email === column
		? words.import.email
		: name === column
			? words.import.personName
			: organisation === column
				? words.import.organisation
				: null;

const widthOf = (mapping: ListState['mapping'], column: number): number =>
	mapping.email === column ? 280 : fieldOf(mapping, column) === null ? 150 : 190;

const widestFactor = 1.8;

/** How much wider columns may be than they need, so that few of them fill a large screen. */
const useFactor = (grid: RefObject<HTMLDivElement | null>, neededWidth: number): number => {
	const room = useWidth(grid) ?? 0;
	return Math.max(1, Math.min(widestFactor, (room - lineWidth) / neededWidth));
};

/** What a column is read as, where its title does not say the same. */
const FieldTag = ({ field, title }: { readonly field: string | null; readonly title: string }) =>
	field === null || field.toLowerCase() === title.toLowerCase() ? null : <span className={classes['field']}>{field}</span>;

/** One listener for all cells. */
const cellUnder = (target: EventTarget | null): { position: number; column: number } | null => {
	const cell = target instanceof Element ? target.closest('[data-column]') : null;
	const line = cell?.closest('[data-position]');
	if (!(cell instanceof HTMLElement) || !(line instanceof HTMLElement)) return null;
	return { position: Number(line.dataset['position']), column: Number(cell.dataset['column']) };
};

interface Props {
	readonly preview: ListPreview;
	readonly state: ListState;
	readonly grid: RefObject<HTMLDivElement | null>;
}

/** All rows that fit the filter, however many: only what is on the screen is in the page, in both directions. */
export const ListGrid = ({ preview, state, grid }: Props) => {
	const { filter, active, isEditing } = useListView();
	const { load, activate, edit, commit } = useListView.getState();
	const { mapping, counts, revision } = state;
	const epoch = useConnection((connection) => connection.epoch);
	const total = counts[filter];
	const rows = useVirtualizer({
		count: total,
		getScrollElement: () => grid.current,
		estimateSize: () => rowHeight,
		overscan: 10,
		paddingStart: headerHeight,
		scrollPaddingStart: headerHeight,
		useFlushSync: false,
	});
	const neededWidth = useMemo(() => preview.columns.reduce((sum, _, column) => sum + widthOf(mapping, column), 0), [preview, mapping]);
	const factor = useFactor(grid, neededWidth);
	const columns = useVirtualizer({
		horizontal: true,
		count: preview.columns.length,
		getScrollElement: () => grid.current,
		estimateSize: (column) => Math.floor(widthOf(mapping, column) * factor),
		overscan: 2,
		paddingStart: lineWidth,
		scrollPaddingStart: lineWidth,
		useFlushSync: false,
	});
	useEffect(() => columns.measure(), [columns, mapping, factor]);
	// Addresses are what is looked at first, wherever their column stands.
	useEffect(() => columns.scrollToIndex(mapping.email, { align: 'auto' }), [columns, mapping.email]);

	const lines = rows.getVirtualItems();
	const shownColumns = columns.getVirtualItems();
	const first = lines[0]?.index ?? 0;
	const last = lines.at(-1)?.index ?? 0;
	// Asked again after a reconnection: what was under way then was lost.
	useEffect(() => load(first, last), [first, last, filter, revision, epoch, load]);
	useEffect(() => {
		if (active === null) return;
		rows.scrollToIndex(active.position, { align: 'auto' });
		columns.scrollToIndex(active.column, { align: 'auto' });
	}, [active, rows, columns]);
	const readColumns = useMemo(
		() => [mapping.email, mapping.name, mapping.organisation].filter((source) => typeof source === 'number'),
		[mapping],
	);

	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.target !== event.currentTarget || total === 0) return;
		const page = Math.floor(((grid.current?.clientHeight ?? rowHeight) - headerHeight) / rowHeight) - 1;
		const from = active ?? { position: -1, column: mapping.email };
		const to = cellAfterKey(event, from, { rows: total, columns: preview.columns.length, rowsPerPage: page });
		if (to !== null) {
			event.preventDefault();
			activate(to);
		} else if ((event.key === 'F2' || event.key === 'Enter') && active !== null) {
			event.preventDefault();
			beginEdit(active.column);
		}
	};

	/** Any cell leads to an edit: of itself where its column is read, else of the row's address. */
	const beginEdit = (column: number): void => {
		if (active === null || rowAt(active.position)?.excluded) return;
		if (!readColumns.includes(column)) activate({ ...active, column: mapping.email });
		edit(true);
	};

	const onMouse = (event: MouseEvent): void => {
		const cell = cellUnder(event.target);
		if (cell === null || (isEditing && active?.position === cell.position && active.column === cell.column)) return;
		activate(cell);
	};

	const activeRow = active === null ? undefined : rowAt(active.position);
	const activeText =
		active === null || activeRow === undefined ? null : (activeRow.corrected[active.column] ?? activeRow.cells[active.column] ?? '');
	const width = columns.getTotalSize();
	const isActiveShown = active !== null && active.position >= first && active.position <= last;
	return (
		<div
			ref={grid}
			role="grid"
			tabIndex={0}
			aria-label={words.import.grid}
			aria-describedby="grid-help"
			aria-rowcount={total + 1}
			aria-colcount={preview.columns.length + 1}
			aria-activedescendant={isActiveShown && !isEditing ? cellId(active.position, active.column) : undefined}
			className={classes['grid']}
			data-has-active={active !== null}
			onKeyDown={onKeyDown}
			onClick={onMouse}
			onCopy={(event) => {
				if (event.target !== event.currentTarget || activeText === null) return;
				event.preventDefault();
				event.clipboardData.setData('text/plain', activeText);
			}}
			onPaste={(event) => {
				if (event.target !== event.currentTarget || active === null || !readColumns.includes(active.column)) return;
				event.preventDefault();
				// Of several cells the first: a whole column is no correction of one row.
				void commit(event.clipboardData.getData('text/plain').split(/[\t\r\n]/, 1)[0] ?? '', 'stay');
			}}
			onDoubleClick={(event) => {
				const cell = cellUnder(event.target);
				if (cell !== null) beginEdit(cell.column);
			}}
		>
			<div className={classes['space']} role="rowgroup" style={{ height: rows.getTotalSize(), width: `max(100%, ${width}px)` }}>
				<div role="row" aria-rowindex={1} className={classes['head']}>
					<div role="columnheader" aria-colindex={1} className={classes['number']}>
						{words.import.line}
					</div>
					{shownColumns.map(({ index, start, size }) => (
						<div
							key={index}
							role="columnheader"
							aria-colindex={index + 2}
							className={classes['title']}
							style={{ left: start, width: size }}
							title={preview.columns[index]}
							data-read={fieldOf(mapping, index) !== null}
						>
							<span dir="auto">{preview.columns[index]}</span>
							<FieldTag field={fieldOf(mapping, index)} title={preview.columns[index] ?? ''} />
						</div>
					))}
				</div>
				{lines.map(({ index, start }) => (
					<GridLine
						key={index}
						row={rowAt(index)}
						position={index}
						top={start}
						columns={shownColumns}
						columnCount={preview.columns.length}
						email={mapping.email}
						activeColumn={active?.position === index ? active.column : null}
						editing={isEditing && active?.position === index ? (preview.columns[active.column] ?? '') : null}
					/>
				))}
			</div>
		</div>
	);
};
