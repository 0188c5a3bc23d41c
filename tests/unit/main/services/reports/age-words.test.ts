import { expect, it } from 'vitest';
import { ageWords } from '#main/services/reports/age-words.ts';

const minute = 60_000;

it.each([
	[0, '0 minutes'],
	[minute, '1 minute'],
	[119 * minute, '119 minutes'],
	[120 * minute, '2 hours'],
	[47 * 60 * minute, '47 hours'],
	[48 * 60 * minute, '2 days'],
	[-5 * minute, '0 minutes'],
])('an age of %i ms is told as %s', (ms, words) => {
	expect(ageWords(1_000_000_000, 1_000_000_000 + ms)).toBe(words);
});
