import { queryOptions } from '@tanstack/react-query';
import { create } from 'zustand';
import { causeCatalogue } from '#shared/causes.ts';
import type { PlanRow } from '#shared/plan.ts';
import { remedyCatalogue } from '#shared/remedies.ts';
import { api, ask, queries } from '../../api.ts';
import { guidedWords } from '../../messages.ts';
import { showFailure } from '../../ui/notices.ts';
import { addSeen, type GuidedTask, makeTaskCollector, nextOpen, type Seen } from './guided-tasks.ts';

const rowsPerQuestion = 500;
/** As many as the contract lets one question name. */
const rowsPerRecheck = 100;

/** The work of a plan, gathered from all its rows. */
interface Work {
	readonly tasks: readonly GuidedTask[];
	/** Rows that nothing blocks any more, as far as was seen. */
	readonly addableIds: ReadonlySet<number>;
}

const isForAPlan = ({ after }: PlanRow): boolean => {
	if (after === null) return false;
	const { standing, remedy } = causeCatalogue[after.cause];
	return standing === 'addable' && remedy !== null && remedyCatalogue[remedy].by === 'calls';
};

const withAddable = (ids: ReadonlySet<number>, rows: readonly PlanRow[]): ReadonlySet<number> => {
	const next = new Set(ids);
	for (const row of rows) {
		if (isForAPlan(row)) next.add(row.id);
		else next.delete(row.id);
	}
	return next;
};

/** Gathered once, and again over a new connection; what is looked at again is put in place. */
export const workOptions = (planId: string) =>
	queryOptions({
		queryKey: ['guided work', planId],
		queryFn: async ({ signal }): Promise<Work> => {
			const collector = makeTaskCollector();
			let addableIds: ReadonlySet<number> = new Set();
			for (let from = 0; ; ) {
				const input = { planId, outcomes: ['guided' as const, 'needs-person' as const], from, count: rowsPerQuestion };
				const { rows, total } = await api.plans.rows.call(input, { signal });
				collector.add(rows);
				addableIds = withAddable(addableIds, rows);
				from += rows.length;
				if (rows.length === 0 || from >= total) return { tasks: collector.list(), addableIds };
			}
		},
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 0,
		structuralSharing: false,
		meta: { failure: 'in place' },
	});

const change = (planId: string, changed: (work: Work) => Work): void => {
	queries.setQueryData(workOptions(planId).queryKey, (work) => work && changed(work));
};

/** Asks about the rows in slices, and stops where a whole slice shows that nothing has changed. */
const recheck = async (planId: string, ids: readonly number[]): Promise<Seen | null> => {
	let seen: Seen | null = null;
	for (let from = 0; from < ids.length; from += rowsPerRecheck) {
		const slice = ids.slice(from, from + rowsPerRecheck);
		const answer = await ask(api.plans.recheck.call({ planId, ids: slice }));
		if (!answer.ok) {
			showFailure(answer.failure);
			return null;
		}
		change(planId, (work) => ({ ...work, addableIds: withAddable(work.addableIds, answer.value) }));
		const ofSlice = addSeen(null, answer.value);
		seen = addSeen(seen, answer.value);
		const isUnchanged = ofSlice !== null && ofSlice.blocked === slice.length;
		const left = ids.length - from - slice.length;
		if (isUnchanged && seen !== null && left > 0) return { ...seen, notAsked: left };
	}
	return seen;
};

interface GuidedWork {
	readonly active: number;
	/** Keys of the tasks that are being asked about. */
	readonly asking: ReadonlySet<string>;
	/** What was done or seen last. */
	readonly said: string;
	leave(): void;
	activate(position: number): void;
	/** Somebody says that a task is done: the product asks again, and the next open task comes up. */
	markDone(planId: string, key: string): Promise<void>;
}

const atStart = { active: 0, asking: new Set<string>(), said: '' } as const;

/** Where somebody stands in the work. */
export const useGuidedWork = create<GuidedWork>()((set, get) => {
	/** One question at a time: somebody who is quick must not send the site a hundred at once. */
	let queue: Promise<void> = Promise.resolve();

	const setAsking = (key: string, isAsking: boolean): void =>
		set(({ asking }) => {
			const next = new Set(asking);
			if (isAsking) next.add(key);
			else next.delete(key);
			return { asking: next };
		});

	const lookAgain = async (planId: string, task: GuidedTask): Promise<void> => {
		const seen = await recheck(planId, task.ids);
		// Whoever left the page left this behind, too.
		if (!get().asking.has(task.key)) return;
		setAsking(task.key, false);
		if (seen === null) return;
		change(planId, (work) => ({ ...work, tasks: work.tasks.map((other) => (other.key === task.key ? { ...other, seen } : other)) }));
		set({ said: guidedWords.saw(guidedWords.title(task), guidedWords.seen(seen)) });
	};

	return {
		...atStart,
		leave: () => set(atStart),
		activate: (active) => set({ active }),
		markDone: (planId, key) => {
			const tasks = queries.getQueryData(workOptions(planId).queryKey)?.tasks ?? [];
			const position = tasks.findIndex((one) => one.key === key);
			const task = tasks[position];
			if (task === undefined || get().asking.has(key)) return Promise.resolve();
			setAsking(key, true);
			const next = nextOpen(tasks, position, get().asking);
			if (next !== -1) set({ active: next });
			queue = queue.then(() => lookAgain(planId, task));
			return queue;
		},
	};
});
