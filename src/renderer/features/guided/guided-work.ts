import { create } from 'zustand';
import { causeCatalogue } from '#shared/causes.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import type { Plan, PlanRow } from '#shared/plan.ts';
import { remedyCatalogue } from '#shared/remedies.ts';
import { ask } from '../../client.ts';
import { type WindowFailure, guidedWords } from '../../messages.ts';
import { showFailure } from '../../ui/notices.ts';
import { addSeen, type GuidedTask, makeTaskCollector, nextOpen, type Seen } from './guided-tasks.ts';

const rowsPerQuestion = 500;
/** As many as the contract lets one question name. */
const rowsPerRecheck = 100;

interface GuidedWork {
	readonly planId: string | null;
	readonly plan: Plan | null;
	readonly failure: WindowFailure | null;
	/** `null` until all rows were gone through. */
	readonly tasks: readonly GuidedTask[] | null;
	readonly active: number;
	/** Keys of the tasks that are being asked about. */
	readonly asking: ReadonlySet<string>;
	/** Rows that nothing blocks any more, as far as was seen here. */
	readonly addableIds: ReadonlySet<number>;
	/** What was done or seen last. */
	readonly said: string;
	open(planId: string): Promise<void>;
	leave(): void;
	activate(position: number): void;
	/** Somebody says that a task is done: the product asks again, and the next open task comes up. */
	markDone(key: string): Promise<void>;
}

const atStart = {
	plan: null,
	failure: null,
	tasks: null,
	active: 0,
	asking: new Set<string>(),
	addableIds: new Set<number>(),
	said: '',
} as const;

const isForAPlan = ({ after }: PlanRow): boolean => {
	if (after === null) return false;
	const { standing, remedy } = causeCatalogue[after.cause];
	return standing === 'addable' && remedy !== null && remedyCatalogue[remedy].by === 'calls';
};

export const useGuidedWork = create<GuidedWork>()((set, get) => {
	/** One question at a time: somebody who is quick must not send the site a hundred at once. */
	let queue: Promise<void> = Promise.resolve();

	const noteAddable = (rows: readonly PlanRow[]): void =>
		set(({ addableIds }) => {
			const next = new Set(addableIds);
			for (const row of rows) {
				if (isForAPlan(row)) next.add(row.id);
				else next.delete(row.id);
			}
			return { addableIds: next };
		});

	const loadTasks = async (planId: string): Promise<Outcome<readonly GuidedTask[], WindowFailure>> => {
		const collector = makeTaskCollector();
		for (let from = 0; ; ) {
			const answer = await ask((client) =>
				client.plans.rows({ planId, outcomes: ['guided', 'needs-person'], from, count: rowsPerQuestion }),
			);
			if (!answer.ok) return answer;
			const { rows, total } = answer.value;
			if (get().planId !== planId) return done([]);
			collector.add(rows);
			noteAddable(rows);
			from += rows.length;
			if (rows.length === 0 || from >= total) return done(collector.list());
		}
	};

	/** Asks about the rows in slices, and stops where a whole slice shows that nothing has changed. */
	const recheck = async (planId: string, ids: readonly number[]): Promise<Seen | null> => {
		let seen: Seen | null = null;
		for (let from = 0; from < ids.length; from += rowsPerRecheck) {
			const slice = ids.slice(from, from + rowsPerRecheck);
			const answer = await ask((client) => client.plans.recheck({ planId, ids: slice }));
			if (!answer.ok) {
				showFailure(answer.failure);
				return null;
			}
			noteAddable(answer.value);
			const ofSlice = addSeen(null, answer.value);
			seen = addSeen(seen, answer.value);
			const isUnchanged = ofSlice !== null && ofSlice.blocked === slice.length;
			const left = ids.length - from - slice.length;
			if (isUnchanged && seen !== null && left > 0) return { ...seen, notAsked: left };
		}
		return seen;
	};

	const setAsking = (key: string, isAsking: boolean): void =>
		set(({ asking }) => {
			const next = new Set(asking);
			if (isAsking) next.add(key);
			else next.delete(key);
			return { asking: next };
		});

	const lookAgain = async (planId: string, task: GuidedTask): Promise<void> => {
		const seen = await recheck(planId, task.ids);
		if (get().planId !== planId) return;
		setAsking(task.key, false);
		if (seen === null) return;
		set(({ tasks }) => ({
			tasks: tasks?.map((other) => (other.key === task.key ? { ...other, seen } : other)) ?? null,
			said: guidedWords.saw(guidedWords.title(task), guidedWords.seen(seen)),
		}));
	};

	return {
		planId: null,
		...atStart,
		open: async (planId) => {
			if (get().planId !== planId) set({ ...atStart, planId });
			const plan = await ask((client) => client.plans.get({ planId }));
			if (get().planId !== planId) return;
			const loaded = plan.ok ? await loadTasks(planId) : plan;
			if (get().planId !== planId) return;
			if (!plan.ok || !loaded.ok) {
				const failure = loaded.ok ? null : loaded.failure;
				if (failure !== null && failure.code !== 'connection-lost') set({ failure });
				return;
			}
			const tasks = loaded.value;
			set(({ active }) => ({ plan: plan.value, tasks, failure: null, active: Math.min(active, Math.max(0, tasks.length - 1)) }));
		},
		leave: () => set({ ...atStart, planId: null }),
		activate: (active) => set({ active }),
		markDone: (key) => {
			const { planId, tasks } = get();
			const position = tasks?.findIndex((one) => one.key === key) ?? -1;
			const task = tasks?.[position];
			if (planId === null || tasks === null || task === undefined || get().asking.has(key)) return Promise.resolve();
			setAsking(key, true);
			const next = nextOpen(tasks, position, get().asking);
			if (next !== -1) set({ active: next });
			queue = queue.then(() => lookAgain(planId, task));
			return queue;
		},
	};
});
