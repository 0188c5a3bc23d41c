import { done, failed, type Outcome } from '#shared/outcome.ts';
import { watchPages } from './page-watch.ts';
import type { Answered, Page } from './site-questions.ts';

/** Reads a paged answer to its end. A list longer than `mostPages`, or whose pages repeat, is a fault of the site, not an answer. */
export const readAllPages = async <T>(
	ask: (cursor: string | null) => Promise<Outcome<Answered<Page<T>>>>,
	mostPages = 1000,
): Promise<Outcome<Answered<readonly T[]>>> => {
	const items: T[] = [];
	let cursor: string | null = null;
	const watch = watchPages();
	for (let page = 0; page < mostPages; page++) {
		const outcome: Outcome<Answered<Page<T>>> = await ask(cursor);
		if (!outcome.ok) return outcome;
		const endless = watch.problemWith(outcome.value.value.items);
		if (endless !== null) return failed('unexpected-answer', { problem: endless });
		items.push(...outcome.value.value.items);
		if (outcome.value.value.next === null) return done({ ...outcome.value, value: items });
		cursor = outcome.value.value.next;
	}
	return failed('unexpected-answer', { problem: 'more pages than any site has' });
};
