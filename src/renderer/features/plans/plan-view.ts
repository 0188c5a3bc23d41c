import { create } from 'zustand';
import { noPlanFilter, type PlanFilter } from './plan-filter.ts';

interface PlanView {
	readonly shows: 'summary' | 'rows';
	readonly filter: PlanFilter;
	/** `id` is `null` while the row at that position is on its way. */
	readonly active: { readonly position: number; readonly id: number | null } | null;
	readonly detailOpen: boolean;
	leave(): void;
	show(what: PlanView['shows'], filter?: Partial<PlanFilter>): void;
	changeFilter(change: Partial<PlanFilter>): void;
	activate(position: number, id: number | null): void;
	showDetail(open: boolean): void;
}

const atStart = { shows: 'summary', filter: noPlanFilter, active: null, detailOpen: false } as const;

/** What somebody looks at of the plan on the screen. */
export const usePlanView = create<PlanView>()((set, get) => ({
	...atStart,
	leave: () => set(atStart),
	show: (shows, filter) => {
		set({ shows });
		if (filter !== undefined) get().changeFilter({ ...noPlanFilter, ...filter });
	},
	changeFilter: (change) => set(({ filter }) => ({ filter: { ...filter, ...change }, active: null, detailOpen: false })),
	activate: (position, id) => set({ active: { position, id } }),
	showDetail: (detailOpen) => set({ detailOpen }),
}));
