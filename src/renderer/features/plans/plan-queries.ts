import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Outcome } from '#shared/outcome.ts';
import { type Plan, type PlanProgress, type PlanRow, rowOutcomes } from '#shared/plan.ts';
import type { PlanResult } from '#shared/row-results.ts';
import { takePlans } from '../../activity.ts';
import { type Api, api, ask, follow, queries } from '../../api.ts';
import type { WindowFailure } from '../../messages.ts';
import { usePages } from '../../ui/use-pages.ts';
import { contractFilter, noPlanFilter, type PlanFilter, restsOnResults } from './plan-filter.ts';
import { usePlanView } from './plan-view.ts';

const pageSize = 200;
/** A long plan has many pages: those nobody looks at are soon forgotten. */
const keptMs = 60_000;
const refreshMs = 1000;

export const planOptions = (planId: string) => api.plans.get.queryOptions({ input: { planId }, meta: { failure: 'in place' } });

/** As it was counted when the plan last came to rest; what it has come to is told only then (see `hasResult`). */
export const resultOptions = (planId: string) => api.plans.result.queryOptions({ input: { planId } });
export const usePlanResult = (planId: string): PlanResult | undefined => useQuery(resultOptions(planId)).data;

/** A plan has come to something once it was tried; one that is all by hand, as soon as it is made. */
export const hasResult = ({ state, outcomes, rowCount }: Plan): boolean =>
	state === 'planned' ? (outcomes.guided ?? 0) === rowCount : state !== 'running';

/** Of rows, what was reported while a question was under way that the report is newer than. */
const reported = new Map<string, { readonly row: PlanRow; readonly at: number }>();
let clock = 0;
let underWay = 0;

/** The page of a plan's rows that begins at a position. */
export const pageOptions = (planId: string, filter: PlanFilter, from: number) => {
	const input = { planId, ...contractFilter(filter), from, count: pageSize };
	return {
		queryKey: api.plans.rows.queryKey({ input }),
		queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
			const askedAt = clock;
			underWay += 1;
			try {
				const page = await api.plans.rows.call(input, { signal });
				const newest = (row: PlanRow): PlanRow => {
					const report = reported.get(`${planId} ${row.id}`);
					return report !== undefined && report.at > askedAt ? report.row : row;
				};
				return { ...page, rows: page.rows.map(newest) };
			} finally {
				underWay -= 1;
				if (underWay === 0) reported.clear();
			}
		},
		gcTime: keptMs,
	};
};

export const usePlanPages = (planId: string, filter: PlanFilter) =>
	usePages<PlanRow>(pageSize, (from) => pageOptions(planId, filter, from));
export type PlanPages = ReturnType<typeof usePlanPages>;

/** What a running plan says of rows is shown at once. */
export const takePlanRows = (planId: string, rows: readonly PlanRow[]): void => {
	clock += 1;
	if (underWay > 0) for (const row of rows) reported.set(`${planId} ${row.id}`, { row, at: clock });
	const changed = new Map(rows.map((row) => [row.id, row]));
	queries.setQueriesData<{ readonly total: number; readonly rows: readonly PlanRow[] }>(
		{ queryKey: api.plans.rows.key({ type: 'query', input: { planId } }) },
		(page) =>
			page?.rows.some(({ id }) => changed.has(id)) === true
				? { ...page, rows: page.rows.map((row) => changed.get(row.id) ?? row) }
				: undefined,
	);
};

/** Takes in what a plan reports: itself and its rows at once, which rows fit a filter once a second at most. */
export const makeIntake = (planId: string) => {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const refresh = (): void => {
		timer = undefined;
		void queries.invalidateQueries({ queryKey: api.plans.rows.key({ type: 'query', input: { planId } }) }, { cancelRefetch: false });
	};
	return {
		take: ({ plan, changed }: PlanProgress): void => {
			takePlans([plan]);
			if (changed.length === 0) return;
			takePlanRows(planId, changed);
			const { filter, active } = usePlanView.getState();
			if (restsOnResults(filter)) timer ??= setTimeout(refresh, refreshMs);
			if (active !== null && changed.some(({ id }) => id === active.id)) {
				void queries.invalidateQueries({ queryKey: api.plans.row.key({ type: 'query', input: { planId, id: active.id ?? 0 } }) });
			}
		},
		leave: () => clearTimeout(timer),
	};
};

export const progressOptions = (planId: string, plan: Plan | undefined, take: (progress: PlanProgress) => void) => ({
	...follow(api.plans.watch.experimental_liveKey({ input: { planId } }), (signal) => api.plans.watch.call({ planId }, { signal }), take),
	enabled: plan?.state === 'running',
});

/** Follows a plan for as long as it is carried out; what it said last. */
export const usePlanProgress = (planId: string, plan: Plan | undefined): PlanProgress | null => {
	const intake = useMemo(() => makeIntake(planId), [planId]);
	useEffect(() => intake.leave, [intake]);
	const { data = null } = useQuery(progressOptions(planId, plan, intake.take));
	return plan?.state === 'running' ? data : null;
};

/** Begins to carry a plan out, or goes on. */
export const startPlan = async (request: Parameters<Api['plans']['start']>[0]): Promise<Outcome<null, WindowFailure>> => {
	const answer = await ask(api.plans.start.call(request));
	if (answer.ok) {
		const { filter, changeFilter } = usePlanView.getState();
		// While it is carried out nobody knows which rows those will be.
		if (restsOnResults(filter)) changeFilter(noPlanFilter);
		void queries.invalidateQueries({ queryKey: api.plans.key({ type: 'query', input: { planId: request.planId } }) });
	}
	return answer;
};

/**
 * Whether two states of a plan are the same to somebody who decides on it. A dialogue that was opened on another one shows
 * what is not so any more, and must not start anything.
 */
export const isSamePlan = (one: Plan, other: Plan): boolean => decisive(one) === decisive(other);

const decisive = ({ id, state, confirm, people, confirmedAt, finishedAt, rowCount, outcomes, stop }: Plan): string =>
	JSON.stringify([
		id,
		state,
		confirm,
		people,
		confirmedAt,
		finishedAt,
		rowCount,
		rowOutcomes.map((outcome) => outcomes[outcome] ?? 0),
		stop,
	]);
