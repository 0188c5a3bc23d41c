import type { Turns } from '#core/ports.ts';

/** Short enough that a window never stutters, long enough that giving turns costs nothing. */
const sliceMs = 10;

/** One for each piece of work: its slice begins when it gave its last turn. */
export const makeTurns = (): Turns => {
	let since = performance.now();
	return {
		isDue: () => performance.now() - since >= sliceMs,
		give: () =>
			new Promise((resolve) => {
				// Not a timer: those are rounded up to a millisecond, which a long list would wait for a thousand times.
				setImmediate(() => {
					since = performance.now();
					resolve();
				});
			}),
	};
};

/** Runs work that goes in steps to its end without holding up everything else of this process. What the steps throw is thrown on. */
export const inSlices = async <Result>(steps: Iterator<unknown, Result, undefined>): Promise<Result> => {
	const turns = makeTurns();
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
		if (turns.isDue()) await turns.give();
	}
};
