import { create } from 'zustand';
import type { RowSort, Run, RunProgress, RunRow, RunRowDetail, RunStep } from '#shared/run.ts';
import { takeRuns } from '../../activity.ts';
import { ask, client } from '../../api.ts';
import { useConnection } from '../../connection.ts';
import type { WindowFailure } from '../../messages.ts';
import { showFailure } from '../../ui/notices.ts';
import { pageSize, RowCache } from './row-cache.ts';
import { anchorAt, nothingSelected, type Selection, selectAll, selectRange, toggleRow } from './selection.ts';
import { contractFilter, countsEveryRow, noFilter, type ViewFilter } from './view-filter.ts';

interface RunView {
	readonly runId: string | null;
	readonly run: Run | null;
	readonly failure: WindowFailure | null;
	readonly step: RunStep | null;
	readonly leftMs: number | null;
	readonly rowsPerSecond: number | null;
	readonly filter: ViewFilter;
	readonly sort: RowSort;
	/** Ids of the rows that fit, in order; `null` until they have come once. */
	readonly ids: readonly number[] | null;
	/** Rows by cause under text and certainties. */
	readonly counts: Readonly<Record<string, number>> | null;
	/** Rises when the cache changed: rows are read with `rowAt`. */
	readonly rowsVersion: number;
	readonly activeId: number | null;
	/** By id, so that it outlasts filters and orders. */
	readonly selection: Selection;
	readonly detailOpen: boolean;
	readonly detail: RunRowDetail | null;
	readonly asking: 'cancel' | 'resume' | null;
	/** Loads the run and follows it; again for the same run after a reconnection, keeping filter and place. */
	open(runId: string): Promise<void>;
	leave(): void;
	changeFilter(change: Partial<ViewFilter>): void;
	/** One row alone, with its detail: the filter is set to its address. */
	showRow(id: number): Promise<void>;
	changeSort(by: RowSort['by']): void;
	/** Asks for what the positions `from`–`to` lack. */
	loadRows(from: number, to: number): void;
	activate(id: number): void;
	toggle(id: number): void;
	/** Everything from the last row chosen or looked at to this one. */
	extendSelection(to: number): void;
	/** Every row that fits the filter. */
	selectAllShown(): void;
	/** These too, wherever they are. */
	selectThese(ids: readonly number[]): void;
	clearSelection(): void;
	showDetail(open: boolean): void;
	cancel(): Promise<void>;
	resume(): Promise<void>;
}

const fileOrder: RowSort = { by: 'row', descending: false };
const refreshMs = 1000;
const detailDelayMs = 60;
const rowsDelayMs = 40;
/** A search is no longer than this. */
const mostSought = 200;
const countsDelayMs = 60;

const cache = new RowCache();

export const rowOf = (id: number): RunRow | undefined => cache.get(id);

const atStart = {
	run: null,
	failure: null,
	step: null,
	leftMs: null,
	rowsPerSecond: null,
	filter: noFilter,
	sort: fileOrder,
	ids: null,
	counts: null,
	activeId: null,
	selection: nothingSelected,
	detailOpen: false,
	detail: null,
	asking: null,
} as const;

export const useRunView = create<RunView>()((set, get) => {
	let following: AbortController | null = null;
	let refreshTimer: ReturnType<typeof setTimeout> | null = null;
	let rowsTimer: ReturnType<typeof setTimeout> | null = null;
	let detailTimer: ReturnType<typeof setTimeout> | null = null;
	let countsTimer: ReturnType<typeof setTimeout> | null = null;
	let isQuerying = false;
	let isOutdated = false;
	let range = { from: 0, to: 0 };
	const asked = new Set<number>();

	const touchRows = (): void => set(({ rowsVersion }) => ({ rowsVersion: rowsVersion + 1 }));

	/**
	 * Order and counts anew. One question at a time, however fast somebody types: the next one is asked when the last one has
	 * come back, and is then the newest.
	 */
	const query = async (): Promise<void> => {
		isOutdated = true;
		if (isQuerying) return;
		isQuerying = true;
		while (isOutdated) {
			isOutdated = false;
			await queryOnce();
		}
		isQuerying = false;
	};

	const queryOnce = async (): Promise<void> => {
		const { runId, filter, sort } = get();
		if (runId === null) return;
		const ids = await ask((api) => api.runs.rowIds({ runId, filter: contractFilter(filter), sort }));
		if (isOutdated || get().runId !== runId) return;
		if (ids.ok) set({ ids: ids.value });
		else showFailure(ids.failure);
		fetchRows();
		if (countsTimer !== null) clearTimeout(countsTimer);
		countsTimer = setTimeout(() => void fetchCounts(), countsDelayMs);
	};

	/** The rows go first: the numbers on the chips follow where nobody types on. */
	const fetchCounts = async (): Promise<void> => {
		const { runId, filter } = get();
		if (runId === null || isQuerying) return;
		const counts = await ask((api) => api.runs.summary({ runId, filter: contractFilter(filter) }));
		if (counts.ok && get().runId === runId && get().filter === filter) set({ counts: counts.value });
	};

	const fetchRows = (): void => {
		const { runId, ids } = get();
		if (runId === null || ids === null) return;
		const wanted = cache.missing(ids, range.from, range.to).filter((id) => !asked.has(id));
		for (let start = 0; start < wanted.length; start += pageSize) void fetchPage(runId, wanted.slice(start, start + pageSize));
	};

	const fetchPage = async (runId: string, ids: readonly number[]): Promise<void> => {
		const askedAt = cache.now();
		for (const id of ids) asked.add(id);
		const rows = await ask((api) => api.runs.rows({ runId, ids: [...ids] }));
		for (const id of ids) asked.delete(id);
		if (get().runId !== runId) return;
		if (!rows.ok) {
			showFailure(rows.failure);
			return;
		}
		cache.put(rows.value, askedAt);
		touchRows();
	};

	const fetchDetail = async (): Promise<void> => {
		const { runId, activeId, detailOpen } = get();
		if (runId === null || activeId === null || !detailOpen) return;
		const detail = await ask((api) => api.runs.row({ runId, id: activeId }));
		if (get().runId !== runId || get().activeId !== activeId) return;
		if (detail.ok) set({ detail: detail.value });
		else showFailure(detail.failure);
	};

	const setActive = (activeId: number): void => {
		if (get().activeId === activeId) return;
		set({ activeId });
		if (get().detailOpen) scheduleDetail();
	};

	const scheduleDetail = (): void => {
		if (detailTimer !== null) clearTimeout(detailTimer);
		detailTimer = setTimeout(() => void fetchDetail(), detailDelayMs);
	};

	const orderFollowsVerdicts = (): boolean => {
		const { filter, sort } = get();
		return filter.causes.length > 0 || filter.certainties.length > 0 || sort.by === 'cause' || sort.by === 'certainty';
	};

	const scheduleRefresh = (): void => {
		refreshTimer ??= setTimeout(() => {
			refreshTimer = null;
			if (orderFollowsVerdicts() || get().filter.text.trim() !== '') void query();
			else fetchRows();
		}, refreshMs);
	};

	const apply = (progress: RunProgress): void => {
		const { run, step, leftMs, rowsPerSecond, changed } = progress;
		const { filter, activeId } = get();
		set({
			run,
			step,
			leftMs,
			rowsPerSecond,
			...(countsEveryRow(filter) ? { counts: run.summary as Readonly<Record<string, number>> } : {}),
		});
		takeRuns([run]);
		if (changed.length === 0) return;
		cache.patch(changed);
		touchRows();
		scheduleRefresh();
		if (changed.some(({ id }) => id === activeId)) scheduleDetail();
	};

	const follow = async (runId: string): Promise<void> => {
		following?.abort();
		const mine = new AbortController();
		following = mine;
		try {
			for await (const progress of await client().runs.watch({ runId }, { signal: mine.signal })) {
				if (mine.signal.aborted) return;
				apply(progress);
			}
		} catch (error) {
			// A dropped connection is the banner's business; `open` is called again when it is back.
			if (mine.signal.aborted || useConnection.getState().state !== 'open') return;
			console.error(error);
			showFailure({ code: 'internal', details: {} });
		}
		if (mine.signal.aborted) return;
		const end = await ask((api) => api.runs.get({ runId }));
		if (mine.signal.aborted || get().runId !== runId) return;
		if (end.ok) {
			set({ run: end.value, step: null, leftMs: null, rowsPerSecond: null });
			takeRuns([end.value]);
		}
		await query();
		scheduleDetail();
	};

	return {
		runId: null,
		rowsVersion: 0,
		...atStart,
		open: async (runId) => {
			if (get().runId !== runId) {
				cache.clear();
				range = { from: 0, to: 0 };
				set({ ...atStart, runId });
			}
			asked.clear();
			const answer = await ask((api) => api.runs.get({ runId }));
			if (get().runId !== runId) return;
			if (!answer.ok) {
				if (answer.failure.code !== 'connection-lost') set({ failure: answer.failure });
				return;
			}
			set({ run: answer.value, failure: null });
			if (answer.value.state === 'running') void follow(runId);
			await query();
			scheduleDetail();
		},
		leave: () => {
			following?.abort();
			following = null;
			if (refreshTimer !== null) clearTimeout(refreshTimer);
			refreshTimer = null;
			if (countsTimer !== null) clearTimeout(countsTimer);
			countsTimer = null;
			cache.clear();
			set({ ...atStart, runId: null });
		},
		changeFilter: (change) => {
			set(({ filter }) => ({ filter: { ...filter, ...change } }));
			void query();
		},
		showRow: async (id) => {
			const { runId } = get();
			if (runId === null) return;
			const row = await ask((api) => api.runs.row({ runId, id }));
			if (get().runId !== runId) return;
			if (!row.ok) {
				showFailure(row.failure);
				return;
			}
			set({ activeId: id, detail: row.value, detailOpen: true });
			get().changeFilter({ ...noFilter, text: row.value.email.slice(0, mostSought) });
		},
		changeSort: (by) => {
			set(({ sort }) => ({ sort: { by, descending: sort.by === by && !sort.descending } }));
			void query();
		},
		loadRows: (from, to) => {
			range = { from, to };
			// While the table flies past, only where it comes to rest is asked for.
			if (rowsTimer !== null) clearTimeout(rowsTimer);
			rowsTimer = setTimeout(fetchRows, rowsDelayMs);
		},
		activate: (id) => {
			set(({ selection }) => ({ selection: anchorAt(selection, id) }));
			setActive(id);
		},
		toggle: (id) => {
			set(({ selection }) => ({ selection: toggleRow(selection, id) }));
			setActive(id);
		},
		extendSelection: (to) => {
			set(({ selection, ids }) => ({ selection: selectRange(selection, ids ?? [], to) }));
			setActive(to);
		},
		selectAllShown: () => set(({ selection, ids }) => ({ selection: selectAll(selection, ids ?? []) })),
		selectThese: (chosen) => set(({ selection }) => ({ selection: selectAll(selection, chosen) })),
		clearSelection: () => set(({ activeId }) => ({ selection: { ...nothingSelected, anchor: activeId } })),
		showDetail: (detailOpen) => {
			set({ detailOpen, ...(detailOpen ? {} : { detail: null }) });
			if (detailOpen) void fetchDetail();
		},
		cancel: async () => {
			const { runId } = get();
			if (runId === null) return;
			set({ asking: 'cancel' });
			const answer = await ask((api) => api.runs.cancel({ runId }));
			set({ asking: null });
			if (!answer.ok) showFailure(answer.failure);
		},
		resume: async () => {
			const { runId } = get();
			if (runId === null) return;
			set({ asking: 'resume' });
			const answer = await ask((api) => api.runs.resume({ runId }));
			set({ asking: null });
			if (!answer.ok) {
				showFailure(answer.failure);
				return;
			}
			await get().open(runId);
		},
	};
});
