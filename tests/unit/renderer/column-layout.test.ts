import { describe, expect, test } from 'vitest';
import {
	fittingColumns,
	firstLayout,
	freeColumn,
	moveColumn,
	readLayout,
	resizeColumn,
	shownColumns,
	toggleColumn,
	tracksOf,
	withoutColumn,
} from '../../../src/renderer/features/runs/columns/column-layout.ts';

const wide = 2000;

/** As a run shows it in which no plan has changed anything. */
const withoutPlan = withoutColumn(firstLayout, 'after');

test('at first the remedy is hidden, and everything else stands in its order', () => {
	const all = ['row', 'email', 'name', 'organisation', 'cause', 'certainty'];
	expect(fittingColumns(firstLayout, wide)).toEqual([...all, 'after']);
	expect(fittingColumns(withoutPlan, wide)).toEqual(all);
});

describe('room', () => {
	test('the columns that tell least go first, and the address never goes', () => {
		expect(fittingColumns(withoutPlan, 860)).toEqual(['row', 'email', 'name', 'cause', 'certainty']);
		expect(fittingColumns(withoutPlan, 640)).toEqual(['row', 'email', 'cause', 'certainty']);
		expect(fittingColumns(firstLayout, 100)).toEqual(['row', 'email', 'cause', 'certainty']);
	});

	test('a column somebody gave a width stays, and is scrolled to', () => {
		const layout = resizeColumn(firstLayout, 'organisation', 300);
		const columns = fittingColumns(layout, 640);
		expect(columns).toContain('organisation');
		expect(columns).not.toContain('name');
		expect(tracksOf(layout, columns).leastPx).toBeGreaterThan(640);
	});

	test('a column that was asked for shows, others go before it', () => {
		expect(fittingColumns(toggleColumn(firstLayout, 'remedy'), 860)).toEqual(['row', 'email', 'cause', 'certainty', 'remedy']);
	});
});

test('a width is kept between bounds, whole, and can be let go of', () => {
	expect(resizeColumn(firstLayout, 'name', 3).widthsPx).toEqual({ name: 48 });
	expect(resizeColumn(firstLayout, 'name', 99_999).widthsPx).toEqual({ name: 1200 });
	const layout = resizeColumn(firstLayout, 'name', 200.4);
	expect(tracksOf(layout, ['name']).template).toBe('32px 200px');
	expect(freeColumn(layout, 'name').widthsPx).toEqual({});
});

describe('moving', () => {
	const shown = shownColumns(withoutPlan);

	test('to either side, and no further than the ends', () => {
		expect(shownColumns(moveColumn(withoutPlan, 'cause', shown, 1))).toEqual([
			'row',
			'cause',
			'email',
			'name',
			'organisation',
			'certainty',
		]);
		expect(shownColumns(moveColumn(withoutPlan, 'row', shown, 9)).at(-1)).toBe('row');
	});

	test('among the columns that are shown, hidden ones keep their place', () => {
		const without = toggleColumn(withoutPlan, 'name');
		const moved = moveColumn(without, 'email', shownColumns(without), 2);
		expect(shownColumns(moved)).toEqual(['row', 'organisation', 'email', 'cause', 'certainty']);
		expect(shownColumns(toggleColumn(moved, 'name'))).toEqual(['row', 'name', 'organisation', 'email', 'cause', 'certainty']);
	});
});

test('a column is hidden and comes back where it was, and the last one stays', () => {
	const without = toggleColumn(firstLayout, 'name');
	expect(shownColumns(without)).not.toContain('name');
	expect(shownColumns(toggleColumn(without, 'name'))).toEqual(shownColumns(firstLayout));
	const last = shownColumns(firstLayout).slice(1).reduce(toggleColumn, firstLayout);
	expect(shownColumns(toggleColumn(last, 'row'))).toEqual(['row']);
});

describe('what was kept', () => {
	test('comes back as it was', () => {
		const layout = resizeColumn(moveColumn(toggleColumn(firstLayout, 'name'), 'cause', shownColumns(firstLayout), 0), 'email', 300);
		expect(readLayout(JSON.stringify(layout))).toEqual(layout);
	});

	test('and makes no sense is the first layout', () => {
		for (const text of ['', '{', 'null', '[]', '{"order":7}', '{"order":["nothing"]}']) expect(readLayout(text)).toEqual(firstLayout);
	});

	test('by another version keeps what is known; what is new stands at the end', () => {
		const layout = readLayout(
			'{"order":["email","old","email"],"hidden":["email","cause"],"widthsPx":{"email":"wide","cause":1e9,"old":3}}',
		);
		expect(layout.order).toEqual(['email', 'row', 'name', 'organisation', 'cause', 'certainty', 'after', 'remedy']);
		expect(shownColumns(layout)).toEqual(['row', 'name', 'organisation', 'certainty', 'after']);
		expect(layout.widthsPx).toEqual({ cause: 1200 });
	});

	test('hides every column: then none is', () => {
		const everything = JSON.stringify({ order: firstLayout.order, hidden: firstLayout.order, widthsPx: {} });
		expect(shownColumns(readLayout(everything))).toEqual(firstLayout.order);
	});
});
