import { create } from 'zustand';
import type { RowSort, RunRow } from '#shared/run.ts';
import { goTo } from '../../route.ts';
import { anchorAt, nothingSelected, type Selection, selectAll, selectRange, toggleRow } from './selection.ts';
import { noFilter, type ViewFilter } from './view-filter.ts';

interface RunView {
	/** Of the run on the screen. */
	readonly runId: string | null;
	readonly filter: ViewFilter;
	readonly sort: RowSort;
	readonly activeId: number | null;
	/** By id, so that it outlasts filters and orders. */
	readonly selection: Selection;
	readonly detailOpen: boolean;
	enter(runId: string): void;
	leave(): void;
	changeFilter(change: Partial<ViewFilter>): void;
	/** One row alone, with its detail: the filter is set to its address. */
	showRow(row: Pick<RunRow, 'id' | 'email'>): void;
	changeSort(by: RowSort['by']): void;
	activate(id: number): void;
	toggle(id: number): void;
	/** Everything from the last row chosen or looked at to this one, in the order shown. */
	extendSelection(to: number, shown: readonly number[]): void;
	/** These too, wherever they are. */
	select(ids: readonly number[]): void;
	clearSelection(): void;
	showDetail(open: boolean): void;
}

/** A search is no longer than this. */
const mostSought = 200;

const atStart = {
	filter: noFilter,
	sort: { by: 'row', descending: false },
	activeId: null,
	selection: nothingSelected,
	detailOpen: false,
} as const;

/** Which rows of a run somebody looks at, and which are chosen. */
export const useRunView = create<RunView>()((set) => ({
	runId: null,
	...atStart,
	enter: (runId) => set({ ...atStart, runId }),
	leave: () => set({ ...atStart, runId: null }),
	changeFilter: (change) => set(({ filter }) => ({ filter: { ...filter, ...change } })),
	showRow: ({ id, email }) => set({ activeId: id, detailOpen: true, filter: { ...noFilter, text: email.slice(0, mostSought) } }),
	changeSort: (by) => set(({ sort }) => ({ sort: { by, descending: sort.by === by && !sort.descending } })),
	activate: (id) => set(({ selection }) => ({ activeId: id, selection: anchorAt(selection, id) })),
	toggle: (id) => set(({ selection }) => ({ activeId: id, selection: toggleRow(selection, id) })),
	extendSelection: (to, shown) => set(({ selection }) => ({ activeId: to, selection: selectRange(selection, shown, to) })),
	select: (ids) => set(({ selection }) => ({ selection: selectAll(selection, ids) })),
	clearSelection: () => set(({ activeId }) => ({ selection: { ...nothingSelected, anchor: activeId } })),
	showDetail: (detailOpen) => set({ detailOpen }),
}));

/** From a number to the rows behind it. */
export const showRows = (runId: string, filter: Partial<ViewFilter>): void => {
	useRunView.getState().changeFilter({ ...noFilter, ...filter });
	goTo({ at: 'run', runId });
};
