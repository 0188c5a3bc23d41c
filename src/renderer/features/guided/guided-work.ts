import { queryOptions } from '@tanstack/react-query';
import { create } from 'zustand';
import { causeCatalogue } from '#shared/causes.ts';
import type { PlanRow, WorkNote } from '#shared/plan.ts';
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

/** As somebody says it; who and when is added where it is kept. */
export type NewNote = { readonly kind: 'later' } | Pick<WorkNote & { readonly kind: 'cannot' }, 'kind' | 'reason'>;

interface GuidedWork {
	readonly active: number;
	/** Keys of the tasks that are being asked about. */
	readonly asking: ReadonlySet<string>;
	/** Key of the task of which somebody is about to say why it cannot be done. */
	readonly refusing: string | null;
	/** What was done or seen last. */
	readonly said: string;
	leave(): void;
	activate(position: number): void;
	/** On to the next open task; this one stays as it is. */
	skip(planId: string): void;
	/** Says of a task that it comes later, or cannot be done; `null` takes that back. False where that failed, and says why. */
	note(planId: string, key: string, note: NewNote | null): Promise<boolean>;
	/** Somebody says that a task is done: the product asks again, and the next open task comes up. */
	markDone(planId: string, key: string): Promise<void>;
}

const atStart = { active: 0, asking: new Set<string>(), refusing: null, said: '' } as const;

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
		// Done is neither later nor impossible.
		if (task.note !== null) await keepNote(planId, task, null);
		const seen = await recheck(planId, task.ids);
		// Whoever left the page left this behind, too.
		if (!get().asking.has(task.key)) return;
		setAsking(task.key, false);
		if (seen === null) return;
		changeTask(planId, task.key, { seen });
		set({ said: guidedWords.saw(guidedWords.title(task), guidedWords.seen(seen)) });
	};

	const tasksOf = (planId: string): readonly GuidedTask[] => queries.getQueryData(workOptions(planId).queryKey)?.tasks ?? [];
	const changeTask = (planId: string, key: string, part: Partial<GuidedTask>): void =>
		change(planId, (work) => ({ ...work, tasks: work.tasks.map((task) => (task.key === key ? { ...task, ...part } : task)) }));

	/** The task that comes after this one, where there is one. */
	const goOnFrom = (planId: string, position: number): void => {
		const next = nextOpen(tasksOf(planId), position, get().asking);
		if (next !== -1) set({ active: next });
	};

	const keepNote = async (planId: string, task: GuidedTask, note: NewNote | null): Promise<boolean> => {
		const answer = await ask(api.plans.note.call({ planId, ids: [...task.ids], note }));
		if (!answer.ok) {
			showFailure(answer.failure);
			return false;
		}
		changeTask(planId, task.key, { note: answer.value.note });
		void queries.invalidateQueries({ queryKey: api.plans.key({ type: 'query', input: { planId } }) });
		return true;
	};

	return {
		...atStart,
		skip: (planId) => goOnFrom(planId, get().active),
		note: async (planId, key, note) => {
			const position = tasksOf(planId).findIndex((one) => one.key === key);
			const task = tasksOf(planId)[position];
			if (task === undefined || get().asking.has(key) || !(await keepNote(planId, task, note))) return false;
			set({ said: guidedWords.noted(guidedWords.title(task), guidedWords.note(note)) });
			if (note !== null && get().active === position) goOnFrom(planId, position);
			return true;
		},
		leave: () => set(atStart),
		activate: (active) => set({ active, refusing: null }),
		markDone: (planId, key) => {
			const tasks = tasksOf(planId);
			const position = tasks.findIndex((one) => one.key === key);
			const task = tasks[position];
			if (task === undefined || get().asking.has(key)) return Promise.resolve();
			setAsking(key, true);
			goOnFrom(planId, position);
			queue = queue.then(() => lookAgain(planId, task));
			return queue;
		},
	};
});
