import { describe, expect, test } from 'vitest';
import { isTaken, readSaved, type SavedFilter, withFilter } from '../../../src/renderer/features/runs/saved/saved-filters.ts';
import { noFilter } from '../../../src/renderer/features/runs/view-filter.ts';

const saved = (name: string, text = ''): SavedFilter => ({ name, filter: { ...noFilter, text } });

test('filters stand by name, and one of the same name is replaced', () => {
	const two = withFilter([saved('b')], saved('a')) ?? [];
	expect(two.map(({ name }) => name)).toEqual(['a', 'b']);
	const replaced = withFilter(two, saved('B', 'new')) ?? [];
	expect(replaced).toEqual([saved('a'), saved('B', 'new')]);
	expect(isTaken(two, ' A ')).toBe(true);
	expect(isTaken(two, 'c')).toBe(false);
});

test('more than fit into a setting are refused', () => {
	const fifty = Array.from({ length: 50 }, (_, index) => saved(`filter ${index}`));
	expect(withFilter(fifty, saved('one more'))).toBeNull();
	expect(withFilter(fifty, saved('filter 3'))).toHaveLength(50);
	expect(withFilter([saved('long', 'x'.repeat(19_000))], saved('long too', 'x'.repeat(1000)))).toBeNull();
});

describe('what was kept', () => {
	test('comes back', () => {
		const filters = [{ name: 'mine', filter: { ...noFilter, causes: ['access-revoked'], text: 'silva' } }];
		expect(readSaved(JSON.stringify(filters))).toEqual(filters);
	});

	test('and makes no sense is left out, part by part', () => {
		for (const text of ['', '{', '7', '{}', 'null', '[null, 3, {"filter":{}}, {"name":""}]']) expect(readSaved(text)).toEqual([]);
		const odd = '[{"name":"odd","filter":{"causes":"all","certainties":[4],"text":"kept","unknown":1}}]';
		expect(readSaved(odd)).toEqual([saved('odd', 'kept')]);
	});
});
