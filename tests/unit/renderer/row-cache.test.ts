import { expect, test } from 'vitest';
import type { RunRow } from '#shared/run.ts';
import { RowCache } from '../../../src/renderer/features/runs/row-cache.ts';

const row = (id: number, cause: RunRow['cause'] = 'not-checked'): RunRow => ({
	id,
	row: id + 2,
	email: `p${id}@example.com`,
	name: null,
	organisation: null,
	cause,
	certainty: 'unknown',
	remedy: null,
	suggestion: null,
});
const count = (length: number): number[] => Array.from({ length }, (_, id) => id);

test('asks for whole pages around the positions shown', () => {
	const missing = new RowCache().missing(count(1000), 190, 210);
	expect([missing[0], missing.at(-1), missing.length]).toEqual([0, 399, 400]);
});

test('asks for nothing it knows', () => {
	const cache = new RowCache();
	cache.put(
		count(200).map((id) => row(id)),
		cache.now(),
	);
	expect(cache.missing(count(200), 0, 30)).toEqual([]);
});

test('forgets the rows asked for longest ago, beyond its limit', () => {
	const cache = new RowCache(3);
	cache.put(
		count(5).map((id) => row(id)),
		cache.now(),
	);
	expect(count(5).filter((id) => cache.get(id) !== undefined)).toEqual([2, 3, 4]);
});

test('shows a reported status at once and asks for the rest of the row again', () => {
	const cache = new RowCache();
	cache.put([row(0)], cache.now());
	cache.patch([{ id: 0, cause: 'access-revoked', certainty: 'proven' }]);
	expect(cache.get(0)?.cause).toBe('access-revoked');
	expect(cache.missing([0], 0, 0)).toEqual([0]);
});

test('keeps a status that came after the rows were asked for', () => {
	const cache = new RowCache();
	const askedAt = cache.now();
	cache.patch([{ id: 0, cause: 'access-revoked', certainty: 'proven' }]);
	cache.put([row(0)], askedAt);
	expect(cache.get(0)?.cause).toBe('access-revoked');
});

test('takes the answer over a status that came before the question', () => {
	const cache = new RowCache();
	cache.patch([{ id: 0, cause: 'undetermined', certainty: 'unknown' }]);
	cache.put([row(0, 'ready-new')], cache.now());
	expect(cache.get(0)?.cause).toBe('ready-new');
	expect(cache.missing([0], 0, 0)).toEqual([]);
});
