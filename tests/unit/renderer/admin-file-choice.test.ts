import { describe, expect, it } from 'vitest';
import type { AdminFilePreview, UnmappedValue } from '#shared/admin-files.ts';
import {
	dayOf,
	chosenMeaning,
	openPoint,
	valuesToShow,
	withAsked,
	withColumn,
	withMeaning,
} from '../../../src/renderer/features/snapshots/admin-file-choice.ts';

const frozen: UnmappedValue = { role: 'status', column: 'State', value: 'Frozen', count: 2, line: 4 };
const preview = (change: Partial<AdminFilePreview>) =>
	({
		kind: 'users',
		columns: ['Mail', 'State'],
		mapping: { status: 1 },
		missing: [],
		unmapped: [],
		...change,
	}) as unknown as AdminFilePreview;

describe('what is said of values', () => {
	it('is kept by role and value, whatever its capitals', () => {
		const choice = withMeaning({}, frozen, 'suspended');
		expect(choice.meanings).toEqual({ status: { frozen: 'suspended' } });
		expect(chosenMeaning(choice, { ...frozen, value: 'FROZEN' })).toBe('suspended');
		expect(chosenMeaning(choice, { ...frozen, value: 'constructor' })).toBeNull();
	});

	it('stays on the screen once it is answered', () => {
		const asked = withAsked([], preview({ unmapped: [frozen] }));
		expect(withAsked(asked, preview({}))).toEqual([frozen]);
	});

	it('is not asked any more once another column is read', () => {
		const asked = withAsked([], preview({ unmapped: [frozen] }));
		expect(withAsked(asked, preview({ mapping: { status: 0 } as AdminFilePreview['mapping'] }))).toEqual([]);
	});

	it('is asked in helpings where there are many', () => {
		const many = Array.from({ length: 5 }, (_, index): UnmappedValue => ({ ...frozen, value: `v${index}` }));
		expect(valuesToShow(many, {}, 2)).toEqual({ shown: many.slice(0, 2), more: 3 });
		const choice = withMeaning({}, { ...frozen, value: 'v0' }, 'active');
		expect(valuesToShow(many, choice, 2)).toEqual({ shown: many.slice(0, 3), more: 2 });
	});

	it('is forgotten with its column', () => {
		const choice = withColumn(withMeaning({ mapping: { address: 0 } }, frozen, 'suspended'), 'status', 2);
		expect(choice).toEqual({ mapping: { address: 0, status: 2 }, meanings: {} });
	});
});

describe('what is still to be said of a file', () => {
	const ready = { preview: preview({}), day: '2026-11-20', target: { siteUrl: 'halden' } };

	it('is nothing where all is known', () => {
		expect(openPoint(ready)).toBeNull();
	});

	it.each([
		['kind', { ...ready, preview: preview({ kind: null }) }],
		['columns', { ...ready, preview: preview({ missing: ['status'] }) }],
		['values', { ...ready, preview: preview({ unmapped: [frozen] }) }],
		['day', { ...ready, day: '' }],
		['site', { ...ready, target: { siteUrl: ' ' } }],
	] as const)('is its %s', (point, readiness) => {
		expect(openPoint(readiness)).toBe(point);
	});
});

it('takes the day of a file from the calendar of this machine', () => {
	expect(dayOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05');
});
