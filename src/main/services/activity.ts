import type { PlanStore } from '#core/plans/plan-store.ts';
import type { Clock } from '#core/ports.ts';
import type { RunIndex } from '#core/runs/run-store.ts';
import type { Activity } from '#shared/contract/app.ts';
import { foreignMs } from '../jobs/live-job.ts';

interface Stores {
	readonly store: Pick<RunIndex, 'runs'>;
	readonly plans: Pick<PlanStore, 'plans'>;
	readonly clock: Clock;
}

/**
 * Every run and plan, then again those that are new or not what they were, until the watcher leaves. What is stored is
 * looked at, for it is the one place where the work of this process, of another window and of the command line meet.
 */
export async function* watchActivity({ store, plans, clock }: Stores, signal?: AbortSignal): AsyncGenerator<Activity> {
	const told = new Map<string, string>();
	const isNews = (one: { readonly id: string }): boolean => {
		const now = JSON.stringify(one);
		if (told.get(one.id) === now) return false;
		told.set(one.id, now);
		return true;
	};
	try {
		for (let isFirst = true; ; isFirst = false) {
			const news = { runs: store.runs().filter(isNews), plans: plans.plans(null).filter(isNews) };
			if (isFirst || news.runs.length > 0 || news.plans.length > 0) yield news;
			await clock.sleep(foreignMs, signal);
		}
	} catch (error) {
		if (!signal?.aborted) throw error;
	}
}
