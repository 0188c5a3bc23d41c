import { expect, test } from 'vitest';
import { formatAge, formatAgo, formatBytes, formatDay, formatExactMoment, formatMoment } from '../../../src/renderer/ui/formats.ts';

test('a day that somebody gave is shown without an hour, whatever the zone', () => {
	const day = '2026-11-20T00:00:00.000Z';
	expect([formatMoment(day), formatExactMoment(day), formatDay(day)]).toEqual(['Nov 20, 2026', 'Nov 20, 2026', 'Nov 20, 2026']);
	expect(formatMoment('2026-11-20T10:05:00.000Z')).toMatch(/:05/);
	expect(formatAgo(day, Date.parse('2026-12-20T00:00:00.000Z'))).toBe('Nov 20, 2026');
	expect(formatAgo(day, Date.parse('2026-11-20T20:00:00.000Z'))).toBe('today');
});

test('sizes are told as exactly as they are read', () => {
	expect([1, 999_400, 4_240_000, 1_500_000_000].map(formatBytes)).toEqual(['1 KB', '999 KB', '4.2 MB', '1.5 GB']);
});

test('an age is told in its largest unit', () => {
	const at = Date.parse('2026-11-20T20:00:00.000Z');
	const agesOf = (...agesMs: readonly number[]) =>
		agesMs.map((ms) => formatAge(new Date(at - ms).toISOString(), new Date(at).toISOString()));
	expect(agesOf(0, 61_000, 3 * 3_600_000, 49 * 3_600_000)).toEqual(['0 seconds', '1 minute', '3 hours', '2 days']);
});

test('what is of a day has no age that day, and whole days later', () => {
	expect(formatAge('2026-11-20T00:00:00.000Z', '2026-11-20T20:00:00.000Z')).toBeNull();
	expect(formatAge('2026-11-20T00:00:00.000Z', '2026-11-22T03:00:00.000Z')).toBe('2 days');
});
