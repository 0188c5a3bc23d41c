import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { done } from '#shared/outcome.ts';
import type { RunRow } from '#shared/run.ts';
import { type Api, installApi, queries } from '../../../src/renderer/api.ts';
import { countsOptions, orderOptions } from '../../../src/renderer/features/runs/run-queries.ts';
import { RunRows } from '../../../src/renderer/features/runs/run-rows.ts';
import { noFilter } from '../../../src/renderer/features/runs/view-filter.ts';

interface Asked {
	readonly what: 'rowIds' | 'rows' | 'summary';
	readonly text: string | undefined;
	answer(value: unknown): Promise<void>;
}

let asked: Asked[] = [];

/** A Node side that answers when the test says so. */
const hold =
	(what: Asked['what']) =>
	({ filter }: { readonly filter?: { readonly text?: string } }): Promise<unknown> =>
		new Promise((resolve) => {
			asked.push({
				what,
				text: filter?.text,
				answer: async (value) => {
					resolve(done(value));
					await vi.advanceTimersByTimeAsync(1);
				},
			});
		});

const questions = (what: Asked['what']): readonly Asked[] => asked.filter((one) => one.what === what);

const sort = { by: 'row', descending: false } as const;

/** What the table of a run looks at, as its components do. */
const openTable = async () => {
	const optionsOf = (text: string) => orderOptions('r1', { ...noFilter, text }, sort);
	const countsOf = (text: string) => countsOptions('r1', { ...noFilter, text }, order.getCurrentResult());
	let typed = '';
	const order = new QueryObserver(queries, optionsOf(typed));
	const counts = new QueryObserver(queries, countsOf(typed));
	const rows = new RunRows('r1');
	const leaveOrder = order.subscribe(({ data }) => {
		if (data !== undefined) rows.show(data, 0, 30);
		counts.setOptions(countsOf(typed));
	});
	const leaveCounts = counts.subscribe(() => undefined);
	const leave = (): void => {
		leaveOrder();
		leaveCounts();
	};
	onTestFinished(leave);
	await vi.advanceTimersByTimeAsync(1);
	return {
		type: async (text: string) => {
			typed = text;
			order.setOptions(optionsOf(text));
			counts.setOptions(countsOf(text));
			await vi.advanceTimersByTimeAsync(1);
		},
		ids: () => order.getCurrentResult().data,
		counts: () => counts.getCurrentResult().data,
		leave,
	};
};

beforeEach(async () => {
	vi.useFakeTimers();
	asked = [];
	installApi({ runs: { rowIds: hold('rowIds'), rows: hold('rows'), summary: hold('summary') } } as unknown as Api);
});

afterEach(async () => {
	// One question at a time, over all tests: nothing may be under way any more.
	for (const one of asked) await one.answer([]);
	vi.useRealTimers();
});

test('while one search is under way no other is asked, and the last letters typed are asked next', async () => {
	const table = await openTable();
	for (const text of ['s', 'si', 'sil']) await table.type(text);
	expect(questions('rowIds').map(({ text }) => text)).toEqual([undefined]);
	await asked[0]?.answer([1, 2, 3]);
	expect(questions('rowIds').map(({ text }) => text)).toEqual([undefined, 'sil']);
	expect(table.ids()).toBeUndefined();
	await questions('rowIds')[1]?.answer([2]);
	expect(table.ids()).toEqual([2]);
});

test('the rows are asked for first, the numbers on the chips where nobody types on', async () => {
	const table = await openTable();
	await table.type('silva');
	await asked[0]?.answer([]);
	await questions('rowIds')[1]?.answer([7, 8]);
	expect(asked.map(({ what }) => what)).toEqual(['rowIds', 'rowIds', 'rows']);
	await vi.advanceTimersByTimeAsync(1000);
	expect(asked.map(({ what }) => what)).toEqual(['rowIds', 'rowIds', 'rows', 'summary']);
	await questions('summary')[0]?.answer({ 'access-revoked': 2 });
	expect(table.counts()).toEqual({ 'access-revoked': 2 });
});

test('numbers that belong to an older filter are not shown', async () => {
	const table = await openTable();
	await asked[0]?.answer([]);
	await table.type('a');
	await questions('rowIds')[1]?.answer([1]);
	await vi.advanceTimersByTimeAsync(1000);
	await table.type('ab');
	await questions('summary')[0]?.answer({ 'access-revoked': 99 });
	expect(table.counts()).toBeUndefined();
	expect(questions('rowIds').map(({ text }) => text)).toEqual([undefined, 'a', 'ab']);
});

test('an answer for a run that was left is not shown', async () => {
	const table = await openTable();
	await table.type('a');
	table.leave();
	await asked[0]?.answer([1]);
	expect(table.ids()).toBeUndefined();
	expect(questions('rowIds')).toHaveLength(1);
});

const row = (id: number): RunRow => ({ id, cause: 'not-checked', certainty: 'unknown' }) as RunRow;

test('where the table flies past nothing is asked for; another order is asked for at once', async () => {
	const wanted: (readonly number[])[] = [];
	const rows = new RunRows('r1', async (ids) => {
		wanted.push(ids);
		return done(ids.map(row));
	});
	const order = Array.from({ length: 100_000 }, (_, id) => id);
	rows.show(order, 0, 30);
	for (let from = 1000; from <= 90_000; from += 1000) rows.show(order, from, from + 30);
	await vi.advanceTimersByTimeAsync(100);
	expect(wanted.map(([first]) => first)).toEqual([0, 90_000]);
	rows.show([5], 0, 0);
	expect(rows.get(5)).toEqual(row(5));
	rows.show([70_000], 0, 0);
	expect(wanted).toHaveLength(3);
});

test('what a run reports of its rows is shown at once, and whoever looks hears of it', async () => {
	const rows = new RunRows('r1', async (ids) => done(ids.map(row)));
	rows.show([1, 2], 0, 1);
	await vi.advanceTimersByTimeAsync(1);
	const changed = vi.fn<() => void>();
	onTestFinished(rows.subscribe(changed));
	rows.report([{ id: 2, cause: 'access-revoked', certainty: 'proven' }]);
	expect([rows.get(1)?.cause, rows.get(2)?.cause]).toEqual(['not-checked', 'access-revoked']);
	expect(changed).toHaveBeenCalledTimes(1);
	rows.report([]);
	expect(changed).toHaveBeenCalledTimes(1);
});
