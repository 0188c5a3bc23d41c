import { type Figure, isKept, lineOf } from './figures.ts';
import { measureLive } from './live.ts';
import { measureOffline } from './offline.ts';
import { measurePlanChoice } from './plan-choice.ts';

/**
 * `npm run bench [-- ROUNDS MANY_ROWS PEOPLE]`: one table of what the product takes beside the least that anybody could do, goal
 * by goal. Whole programs, both sides in turn; the median counts, beside the least and the most. `MANY_ROWS`: 0 leaves the very
 * long list out. Ends with 1 where a goal is missed.
 */
const [rounds = 3, manyRows = 1_000_000, people = 10_000] = process.argv.slice(2).map(Number);

/** Quick ones first. Each line is printed when it is known. */
const parts: readonly (() => Iterable<Figure> | AsyncIterable<Figure> | Promise<readonly Figure[]>)[] = [
	measurePlanChoice,
	() => measureLive(people),
	() => measureOffline(rounds, manyRows === 0 ? null : manyRows),
];

for (const measure of parts) {
	try {
		for await (const figure of await measure()) {
			console.log(lineOf(figure));
			if (!isKept(figure)) process.exitCode = 1;
		}
	} catch (error) {
		// What was measured stays on the screen, and the next part is measured all the same.
		console.log(`FAIL ${error instanceof Error ? error.message : String(error)}`);
		process.exitCode = 1;
	}
}
