import type { PlanStore } from '#core/plans/plan-store.ts';
import type { Clock } from '#core/ports.ts';
import type { Plan, PlanProgress, PlanStep } from '#shared/plan.ts';
import { LiveWork, watchWork } from '../live-work.ts';

/** A plan this process carries out. What is reported are ids of rows. */
export type LivePlan = LiveWork<PlanStep, number>;
export const makeLivePlan = (clock: Clock): LivePlan => new LiveWork(clock, 'connecting', 'changing');

const openRows = ({ outcomes }: Plan): number => outcomes['not-reached'] ?? 0;

/** The state now, then every change, until the plan comes to rest or the watcher leaves. */
export const watchPlan = (
	planId: string,
	{ store, clock, live }: { readonly store: PlanStore; readonly clock: Clock; readonly live: (planId: string) => LivePlan | undefined },
	signal?: AbortSignal,
): AsyncGenerator<PlanProgress> => {
	const here = live(planId);
	return watchWork(
		here,
		clock,
		(ids, ended) => {
			const found = store.plan(planId);
			if (!found.ok) return null;
			const plan: Plan = ended && here?.stop ? { ...found.value, state: 'stopped', stop: here.stop } : found.value;
			const changed = [...new Set(ids)].flatMap((id) => {
				const row = store.row(planId, id);
				return row.ok ? [row.value] : [];
			});
			const isRunning = plan.state === 'running';
			const step = here && !ended ? here.step : isRunning ? 'changing' : 'done';
			return { progress: { plan, step, leftMs: here?.leftMs(openRows(plan)) ?? null, changed }, goesOn: isRunning };
		},
		signal,
	);
};
