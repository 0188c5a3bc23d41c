import type { Messages } from './messages/messages.ts';
import type { Plan } from './plan.ts';
import type { Run } from './run.ts';

type Words = Messages['shellWords']['outside'];

/** A run or a plan, as far as it matters outside the window. */
export interface Work {
	readonly id: string;
	readonly name: string;
	readonly isRunning: boolean;
	/** Of 1. */
	readonly share: number;
	/** What there is to say when it has ended; `null` where somebody ended it. */
	readonly said: { readonly title: string; readonly body: string } | null;
}

const shareOf = (done: number, all: number): number => (all === 0 ? 0 : Math.min(1, done / all));

const runWork = (text: Words, run: Run): Work => ({
	id: run.id,
	name: run.listName,
	isRunning: run.state === 'running',
	share: shareOf(run.checkedCount, run.rowCount),
	said:
		run.stop?.code === 'cancelled'
			? null
			: {
					title: run.state === 'finished' ? text.runFinished(run.listName) : text.runStopped(run.listName),
					body: text.runBody(run.checkedCount, run.rowCount, run.site.name),
				},
});

const planWork = (text: Words, plan: Plan): Work => {
	const tried = plan.rowCount - (plan.outcomes['not-reached'] ?? 0);
	return {
		id: plan.id,
		name: plan.listName,
		isRunning: plan.state === 'running',
		share: shareOf(tried, plan.rowCount),
		said:
			plan.state === 'paused' || plan.stop?.code === 'cancelled'
				? null
				: {
						title: plan.state === 'finished' ? text.planFinished(plan.listName) : text.planStopped(plan.listName),
						body: text.planBody(tried, plan.rowCount, plan.site.name),
					},
	};
};

export const worksOf = (text: Words, runs: readonly Run[], plans: readonly Plan[]): readonly Work[] => [
	...runs.map((run) => runWork(text, run)),
	...plans.map((plan) => planWork(text, plan)),
];

/** What the title and the taskbar tell of, where several go on: the one that was begun last. */
export const ongoingOf = (works: readonly Work[]): Work | null => works.find(({ isRunning }) => isRunning) ?? null;

/** Remembers since when each one goes on, and tells what has ended after so long that people look elsewhere. */
export const makeEndWatch = (longMs: number) => {
	const since = new Map<string, number>();
	return (works: readonly Work[], nowMs: number, leastMs = longMs): readonly Work[] =>
		works.filter(({ id, isRunning }) => {
			const startedMs = since.get(id);
			if (isRunning && startedMs === undefined) since.set(id, nowMs);
			if (isRunning || startedMs === undefined) return false;
			since.delete(id);
			return nowMs - startedMs >= leastMs;
		});
};
