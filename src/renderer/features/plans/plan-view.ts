import { create } from 'zustand';
import type { Plan, PlanProgress, PlanResult, PlanRow, PlanRowDetail, PlanStep } from '#shared/plan.ts';
import { takePlans } from '../../activity.ts';
import { ask, client } from '../../api.ts';
import { useConnection } from '../../connection.ts';
import type { WindowFailure } from '../../messages.ts';
import { showFailure } from '../../ui/notices.ts';
import { askPlanRows, noPlanFilter, type PlanFilter } from './plan-filter.ts';
import { PlanRows } from './plan-rows.ts';
import { isSamePlan } from './same-plan.ts';

export interface StartRequest {
	readonly first?: number;
	readonly retryFailed?: boolean;
	readonly confirm?: string;
	readonly people?: string;
}

interface PlanView {
	readonly planId: string | null;
	readonly plan: Plan | null;
	readonly failure: WindowFailure | null;
	readonly step: PlanStep | null;
	readonly leftMs: number | null;
	readonly shows: 'summary' | 'rows';
	readonly filter: PlanFilter;
	/** Rises when rows or their number changed: they are read with `planRowAt` and `countPlanRows`. */
	readonly rowsVersion: number;
	/** `id` is `null` while the row at that position is on its way. */
	readonly active: { readonly position: number; readonly id: number | null } | null;
	readonly detailOpen: boolean;
	readonly detail: PlanRowDetail | null;
	/** As it was counted when the plan last came to rest; what it has come to is told only then (see `hasResult`). */
	readonly result: PlanResult | null;
	readonly asking: 'pause' | 'cancel' | null;
	/** Loads the plan and follows it; again for the same plan after a reconnection, keeping filter and place. */
	open(planId: string): Promise<void>;
	leave(): void;
	/** Takes over what another window or a command line did to the plan. */
	refresh(): Promise<void>;
	show(what: PlanView['shows'], filter?: Partial<PlanFilter>): void;
	changeFilter(change: Partial<PlanFilter>): void;
	loadRows(from: number, to: number): void;
	activate(position: number): void;
	showDetail(open: boolean): void;
	/** The failure, or `null` where it has begun. */
	start(request: StartRequest): Promise<WindowFailure | null>;
	pause(): Promise<void>;
	cancel(): Promise<void>;
}

const refreshMs = 1000;
const detailDelayMs = 60;

const atStart = {
	plan: null,
	failure: null,
	step: null,
	leftMs: null,
	shows: 'summary',
	filter: noPlanFilter,
	active: null,
	detailOpen: false,
	detail: null,
	result: null,
	asking: null,
} as const;

let rows: PlanRows | null = null;

/** How many rows fit the filter; `null` until it is known. */
export const countPlanRows = (): number | null => rows?.total ?? null;

export const planRowAt = (position: number): PlanRow | undefined => rows?.at(position);

/** A plan has come to something once it was tried; one that is all by hand, as soon as it is made. */
export const hasResult = ({ state, outcomes, rowCount }: Plan): boolean =>
	state === 'planned' ? (outcomes.guided ?? 0) === rowCount : state !== 'running';

export const usePlanView = create<PlanView>()((set, get) => {
	let following: AbortController | null = null;
	let refreshTimer: ReturnType<typeof setTimeout> | null = null;
	let detailTimer: ReturnType<typeof setTimeout> | null = null;

	const touchRows = (): void => {
		set(({ rowsVersion }) => ({ rowsVersion: rowsVersion + 1 }));
		const { active, detailOpen } = get();
		const arrived = active !== null && active.id === null ? planRowAt(active.position) : undefined;
		if (active === null || arrived === undefined) return;
		set({ active: { position: active.position, id: arrived.id } });
		if (detailOpen) scheduleDetail();
	};

	const openRows = (planId: string, filter: PlanFilter): void => {
		rows?.close();
		rows = new PlanRows((from, count) => askPlanRows(planId, filter, from, count), { changed: touchRows, failed: showFailure });
		void rows.load();
		touchRows();
	};

	const fetchDetail = async (): Promise<void> => {
		const { planId, active, detailOpen } = get();
		const id = active?.id ?? null;
		if (planId === null || id === null || !detailOpen) return;
		const detail = await ask((api) => api.plans.row({ planId, id }));
		if (get().planId !== planId || get().active?.id !== id) return;
		if (detail.ok) set({ detail: detail.value });
		else showFailure(detail.failure);
	};

	const scheduleDetail = (): void => {
		if (detailTimer !== null) clearTimeout(detailTimer);
		detailTimer = setTimeout(() => void fetchDetail(), detailDelayMs);
	};

	const scheduleRefresh = (): void => {
		if (get().filter.outcomes.length === 0 && get().filter.picked === null) return;
		refreshTimer ??= setTimeout(() => {
			refreshTimer = null;
			rows?.refresh();
		}, refreshMs);
	};

	const takePlan = (plan: Plan): void => {
		set({ plan, failure: null });
		takePlans([plan]);
	};

	const apply = ({ plan, step, leftMs, changed }: PlanProgress): void => {
		takePlan(plan);
		set({ step, leftMs });
		if (changed.length === 0) return;
		rows?.report(changed);
		scheduleRefresh();
		if (changed.some(({ id }) => id === get().active?.id)) scheduleDetail();
	};

	const loadResult = async (planId: string): Promise<void> => {
		const answer = await ask((api) => api.plans.result({ planId }));
		if (get().planId !== planId) return;
		if (answer.ok) set({ result: answer.value });
		else showFailure(answer.failure);
	};

	const comeToRest = async (planId: string): Promise<void> => {
		rows?.refresh();
		scheduleDetail();
		await loadResult(planId);
		touchRows();
	};

	const follow = async (planId: string): Promise<void> => {
		following?.abort();
		const mine = new AbortController();
		following = mine;
		try {
			for await (const progress of await client().plans.watch({ planId }, { signal: mine.signal })) {
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
		following = null;
		const end = await ask((api) => api.plans.get({ planId }));
		if (mine.signal.aborted || get().planId !== planId) return;
		set({ step: null, leftMs: null });
		if (end.ok) takePlan(end.value);
		await comeToRest(planId);
	};

	const command = async (name: 'pause' | 'cancel'): Promise<void> => {
		const { planId } = get();
		if (planId === null) return;
		set({ asking: name });
		const answer = await ask((api) => api.plans[name]({ planId }));
		set({ asking: null });
		if (!answer.ok) showFailure(answer.failure);
	};

	return {
		planId: null,
		rowsVersion: 0,
		...atStart,
		open: async (planId) => {
			if (get().planId !== planId) set({ ...atStart, planId });
			const answer = await ask((api) => api.plans.get({ planId }));
			if (get().planId !== planId) return;
			if (!answer.ok) {
				if (answer.failure.code !== 'connection-lost') set({ failure: answer.failure });
				return;
			}
			takePlan(answer.value);
			if (rows === null) openRows(planId, get().filter);
			else rows.refresh();
			if (answer.value.state === 'running') void follow(planId);
			await loadResult(planId);
		},
		leave: () => {
			following?.abort();
			following = null;
			if (refreshTimer !== null) clearTimeout(refreshTimer);
			refreshTimer = null;
			rows?.close();
			rows = null;
			set({ ...atStart, planId: null });
		},
		refresh: async () => {
			const { planId, plan } = get();
			if (planId === null || plan === null || following !== null) return;
			const answer = await ask((api) => api.plans.get({ planId }));
			if (!answer.ok || get().planId !== planId || following !== null) return;
			if (isSamePlan(plan, answer.value)) return;
			takePlan(answer.value);
			if (answer.value.state === 'running') void follow(planId);
			else await comeToRest(planId);
		},
		show: (shows, filter) => {
			set({ shows });
			if (filter !== undefined) get().changeFilter({ ...noPlanFilter, ...filter });
		},
		changeFilter: (change) => {
			const { planId, filter: old } = get();
			const filter = { ...old, ...change };
			set({ filter, active: null, detailOpen: false, detail: null });
			if (planId !== null) openRows(planId, filter);
		},
		loadRows: (from, to) => {
			const last = Math.min(to, (countPlanRows() ?? 1) - 1);
			rows?.want(Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => from + index));
		},
		activate: (position) => {
			set({ active: { position, id: planRowAt(position)?.id ?? null } });
			if (get().detailOpen) scheduleDetail();
		},
		showDetail: (detailOpen) => {
			set({ detailOpen, ...(detailOpen ? {} : { detail: null }) });
			if (detailOpen) void fetchDetail();
		},
		start: async (request) => {
			const { planId } = get();
			if (planId === null) return null;
			const answer = await ask((api) => api.plans.start({ planId, ...request }));
			if (!answer.ok) return answer.failure;
			// While it is carried out nobody knows which rows those will be.
			if (get().filter.picked !== null) get().changeFilter(noPlanFilter);
			void follow(planId);
			return null;
		},
		pause: () => command('pause'),
		cancel: () => command('cancel'),
	};
});
