import { causeCatalogue } from '#shared/causes.ts';
import type { ComparedCause, Transition } from '#shared/comparison.ts';

export const transitionGroups = ['changed', 'added', 'removed', 'unchanged'] as const;
export type TransitionGroup = (typeof transitionGroups)[number];

export const groupOf = ({ from, to }: Pick<Transition, 'from' | 'to'>): TransitionGroup => {
	if (from === 'absent') return 'added';
	if (to === 'absent') return 'removed';
	return from === to ? 'unchanged' : 'changed';
};

const isReady = (cause: ComparedCause): boolean => cause !== 'absent' && ['added', 'addable'].includes(causeCatalogue[cause].standing);
const isBlocked = (cause: ComparedCause): boolean => cause !== 'absent' && causeCatalogue[cause].standing === 'blocked';

export interface Change {
	/** Blocked before, not any more. */
	readonly solved: number;
	/** Of everybody, whom a plan of the earlier run made customers. */
	readonly addedByPlan: number;
	/** Blocked since. */
	readonly worse: number;
	readonly other: number;
	readonly unchanged: number;
	readonly added: number;
	readonly removed: number;
}

/** What became of everybody, in six numbers that add up to all people of both runs, and how many of them a plan added. */
export const sumUp = (transitions: readonly Transition[]): Change => {
	const sum = { solved: 0, addedByPlan: 0, worse: 0, other: 0, unchanged: 0, added: 0, removed: 0 };
	for (const { from, to, rows, addedByPlan } of transitions) {
		sum.addedByPlan += addedByPlan;
		const group = groupOf({ from, to });
		if (group !== 'changed') sum[group] += rows;
		else if (isBlocked(from) && isReady(to)) sum.solved += rows;
		else if (isReady(from) && isBlocked(to)) sum.worse += rows;
		else sum.other += rows;
	}
	return sum;
};

/** People that are looked at together; `null`: whatever it was or is. Both `null`: everybody in both lists who changed. */
export interface PeopleChoice {
	readonly from: ComparedCause | null;
	readonly to: ComparedCause | null;
	readonly rows: number;
}

/** What can be chosen of a group: all of it where the Node side tells them together, then each transition, most people first. */
export const choicesOf = (transitions: readonly Transition[], group: TransitionGroup): readonly PeopleChoice[] => {
	const fitting = transitions.filter((transition) => groupOf(transition) === group);
	if (fitting.length < 2 || group === 'unchanged') return fitting;
	const count = fitting.reduce((sum, { rows }) => sum + rows, 0);
	const together = { from: group === 'added' ? 'absent' : null, to: group === 'removed' ? 'absent' : null, rows: count } as const;
	return [together, ...fitting];
};
