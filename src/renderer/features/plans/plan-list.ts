import { create } from 'zustand';
import type { Plan, Stranded } from '#shared/plan.ts';
import { ask } from '../../client.ts';
import { showFailure } from '../../ui/notices.ts';

interface PlanList {
	/** Of all runs, newest first; `null` until they have been loaded once. */
	readonly plans: readonly Plan[] | null;
	/** People who were removed and have no portal-only account yet. */
	readonly stranded: readonly Stranded[];
	load(): Promise<void>;
	loadStranded(): Promise<void>;
	/** Takes over what a watch reported. */
	update(plan: Plan): void;
}

const newestFirst = (plans: readonly Plan[]): readonly Plan[] =>
	[...plans].sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));

export const usePlanList = create<PlanList>()((set, get) => ({
	plans: null,
	stranded: [],
	load: async () => {
		const [plans] = await Promise.all([ask((client) => client.plans.list({ runId: null })), get().loadStranded()]);
		if (plans.ok) set({ plans: newestFirst(plans.value) });
		else showFailure(plans.failure);
	},
	loadStranded: async () => {
		const answer = await ask((client) => client.plans.stranded());
		if (answer.ok) set({ stranded: answer.value });
		else showFailure(answer.failure);
	},
	update: (plan) =>
		set(({ plans }) => {
			if (plans === null) return {};
			const isKnown = plans.some(({ id }) => id === plan.id);
			return { plans: isKnown ? plans.map((old) => (old.id === plan.id ? plan : old)) : newestFirst([plan, ...plans]) };
		}),
}));
