import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { RowSort, Run, RunProgress } from '#shared/run.ts';
import { allPlans, takeRuns } from '../../activity.ts';
import { api, follow, queries } from '../../api.ts';
import type { RunRows } from './run-rows.ts';
import { useRunView } from './run-view.ts';
import { contractFilter, countsEveryRow, type ViewFilter } from './view-filter.ts';

const noIds: readonly number[] = [];
/** An order of a long list is large, and somebody who types makes one with each letter. */
const keptMs = 30_000;
const countsDelayMs = 60;
const refreshMs = 1000;

/** One question at a time, however fast somebody types: what was superseded while it waited is never asked. */
const oneAtATime = () => {
	let last: Promise<unknown> = Promise.resolve();
	return <T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> => {
		const mine = last.then(() => {
			signal.throwIfAborted();
			return ask();
		});
		last = mine.catch(() => undefined);
		return mine;
	};
};

const inTurn = oneAtATime();

/** Ids of the rows that fit, in order. What is under way is not given up: the Node side would go on with it all the same. */
export const orderOptions = (runId: string, filter: ViewFilter, sort: RowSort) => {
	const input = { runId, filter: contractFilter(filter), sort };
	return queryOptions({
		queryKey: api.runs.rowIds.queryKey({ input }),
		queryFn: ({ signal }) => inTurn(signal, () => api.runs.rowIds.call(input)),
		placeholderData: keepPreviousData,
		structuralSharing: false,
		gcTime: keptMs,
	});
};

export const useRowOrder = () => {
	const runId = useRunView((view) => view.runId);
	const filter = useRunView((view) => view.filter);
	const sort = useRunView((view) => view.sort);
	return useQuery({ ...orderOptions(runId ?? '', filter, sort), enabled: runId !== null });
};

/** The ids that are shown, the earlier ones while the next are on their way. */
export const useShownIds = (): readonly number[] => useRowOrder().data ?? noIds;

/** Rows by cause under the rest of the filter; asked for when the rows have come, where they are not the run's own numbers. */
export const countsOptions = (runId: string, filter: ViewFilter, order: { readonly isFetching: boolean }) => {
	const input = { runId, filter: contractFilter({ ...filter, causes: [] }) };
	return queryOptions({
		queryKey: api.runs.summary.queryKey({ input }),
		queryFn: async ({ signal }) => {
			// Where somebody types on, nobody reads them.
			await new Promise((resolve) => setTimeout(resolve, countsDelayMs));
			signal.throwIfAborted();
			return api.runs.summary.call(input);
		},
		enabled: !countsEveryRow(filter) && !order.isFetching,
		placeholderData: keepPreviousData,
	});
};

/** The numbers on the chips. */
export const useCounts = (run: Run): Readonly<Partial<Record<string, number>>> => {
	const filter = useRunView((view) => view.filter);
	const { data = {} } = useQuery(countsOptions(run.id, filter, useRowOrder()));
	return countsEveryRow(filter) ? run.summary : data;
};

/** Whether a plan of the run was begun: then its rows may tell what was seen afterwards. */
export const useHasChanges = (runId: string): boolean => {
	const { data: plans = [] } = useQuery(allPlans);
	return plans.some((plan) => plan.runId === runId && plan.state !== 'planned');
};

/** True where verdicts decide which rows are shown, and where. */
const orderFollowsVerdicts = ({ filter, sort }: { readonly filter: ViewFilter; readonly sort: RowSort }): boolean =>
	filter.causes.length > 0 || filter.certainties.length > 0 || filter.text.trim() !== '' || sort.by === 'cause' || sort.by === 'certainty';

/** Takes in what a run reports: itself and its rows at once, what has to be asked for again once a second at most. */
const makeIntake = (runId: string, rows: RunRows) => {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const refresh = (): void => {
		timer = undefined;
		rows.refresh();
		if (!orderFollowsVerdicts(useRunView.getState())) return;
		// An answer that takes longer than a second would never come if the next question gave it up.
		const goOn = { cancelRefetch: false };
		void queries.invalidateQueries({ queryKey: api.runs.rowIds.key({ input: { runId } }) }, goOn);
		void queries.invalidateQueries({ queryKey: api.runs.summary.key({ input: { runId } }) }, goOn);
	};
	return {
		open: (signal: AbortSignal) => {
			// What was reported while nobody followed, or the connection was cut, is missed.
			rows.outdate();
			return api.runs.watch.call({ runId }, { signal });
		},
		take: ({ run, changed }: RunProgress): void => {
			takeRuns([run]);
			rows.report(changed);
			const { activeId } = useRunView.getState();
			if (run.state !== 'running') {
				clearTimeout(timer);
				rows.outdate();
				return;
			}
			if (changed.length > 0) timer ??= setTimeout(refresh, refreshMs);
			if (activeId !== null && changed.some(({ id }) => id === activeId)) {
				void queries.invalidateQueries({ queryKey: api.runs.row.key({ input: { runId, id: activeId } }) });
			}
		},
		leave: () => clearTimeout(timer),
	};
};

/** Follows a run for as long as it goes on; what it said last. */
export const useRunProgress = (runId: string, run: Run | undefined, rows: RunRows): RunProgress | null => {
	const intake = useMemo(() => makeIntake(runId, rows), [runId, rows]);
	useEffect(() => intake.leave, [intake]);
	const isGoingOn = run?.state === 'running';
	const input = { runId };
	const { data = null } = useQuery({
		...follow(api.runs.watch.experimental_liveKey({ input }), intake.open, intake.take),
		enabled: isGoingOn,
	});
	return isGoingOn ? data : null;
};
