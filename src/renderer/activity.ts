import { useQuery } from '@tanstack/react-query';
import type { Activity } from '#shared/contract/app.ts';
import type { Plan } from '#shared/plan.ts';
import type { Run } from '#shared/run.ts';
import { api, follow, queries } from './api.ts';
import { sitesOverview } from './sites.ts';

export const allRuns = api.runs.list.queryOptions();
export const allPlans = api.plans.list.queryOptions({ input: { runId: null } });

/** In the place of what they were; what is new comes first, as it is the newest. */
const merged = <One extends { readonly id: string }>(known: readonly One[], news: readonly One[]): readonly One[] => {
	const changed = new Map(news.map((one) => [one.id, one]));
	const isKnown = new Set(known.map(({ id }) => id));
	return [...news.filter(({ id }) => !isKnown.has(id)), ...known.map((one) => changed.get(one.id) ?? one)];
};

/** What a watch says of runs counts wherever the window holds them. */
export const takeRuns = (runs: readonly Run[]): void => {
	queries.setQueryData(allRuns.queryKey, (known) => known && merged(known, runs));
	for (const run of runs) {
		const input = { runId: run.id };
		const before = queries.getQueryData(api.runs.get.queryKey({ input }));
		const after = queries.setQueryData(api.runs.get.queryKey({ input }), (known) => known && run);
		// Where it came to rest, what it says of its rows is final: also of what was not followed here.
		if (after !== before && run.state !== 'running') void queries.invalidateQueries({ queryKey: api.runs.key({ type: 'query', input }) });
	}
};

export const takePlans = (plans: readonly Plan[]): void => {
	queries.setQueryData(allPlans.queryKey, (known) => known && merged(known, plans));
	for (const plan of plans) {
		const input = { planId: plan.id };
		const before = queries.getQueryData(api.plans.get.queryKey({ input }));
		const after = queries.setQueryData(api.plans.get.queryKey({ input }), (known) => known && plan);
		if (after === before || plan.state === 'running') continue;
		void queries.invalidateQueries({ queryKey: api.plans.key({ type: 'query', input }) });
		// What was seen afterwards stands in the rows of its run.
		void queries.invalidateQueries({ queryKey: api.runs.key({ type: 'query', input: { runId: plan.runId } }) });
	}
	// Only a plan that comes to rest leaves somebody without an account, or brings one back.
	if (plans.some(({ state }) => state !== 'running')) void queries.invalidateQueries({ queryKey: api.plans.stranded.key() });
};

const takeActivity = ({ runs, plans }: Activity): void => {
	if (runs.length > 0) {
		takeRuns(runs);
		void queries.invalidateQueries({ queryKey: sitesOverview.queryKey });
	}
	if (plans.length > 0) takePlans(plans);
};

const activity = follow(api.app.watch.experimental_liveKey(), (signal) => api.app.watch.call(undefined, { signal }), takeActivity);

/** Whatever page is open, runs and plans are as they are, also those of another window or the command line. */
export const useActivity = (): void => {
	useQuery(activity);
};
