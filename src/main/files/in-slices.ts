import { setImmediate } from 'node:timers/promises';

/** Long enough that letting go costs nothing, short enough that nobody waits for it. */
const sliceMs = 12;

/** Returns a function to be awaited between two steps of long work: once a slice of time is used up, others get their turn. */
export const makeTurns = (): (() => Promise<void> | undefined) => {
	let until = performance.now() + sliceMs;
	return () => {
		if (performance.now() < until) return undefined;
		return setImmediate().then(() => {
			until = performance.now() + sliceMs;
		});
	};
};

/** Runs work that goes in steps to its end without holding up everything else of this process. What the steps throw is thrown on. */
export const inSlices = async <Result>(steps: Iterator<unknown, Result, undefined>): Promise<Result> => {
	const turn = makeTurns();
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
		const wait = turn();
		if (wait !== undefined) await wait;
	}
};
