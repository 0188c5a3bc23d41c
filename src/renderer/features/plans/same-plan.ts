import { type Plan, rowOutcomes } from '#shared/plan.ts';

/**
 * Whether two states of a plan are the same to somebody who decides on it. A dialogue that was opened on another one shows
 * what is not so any more, and must not start anything.
 */
export const isSamePlan = (one: Plan, other: Plan): boolean => decisive(one) === decisive(other);

const decisive = ({ id, state, confirm, people, confirmedAt, finishedAt, rowCount, outcomes, stop }: Plan): string =>
	JSON.stringify([
		id,
		state,
		confirm,
		people,
		confirmedAt,
		finishedAt,
		rowCount,
		rowOutcomes.map((outcome) => outcomes[outcome] ?? 0),
		stop,
	]);
