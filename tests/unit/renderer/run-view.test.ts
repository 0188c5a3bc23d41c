import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Client, installClient } from '../../../src/renderer/client.ts';
import { useRunView } from '../../../src/renderer/features/runs/run-view.ts';

interface Asked {
	readonly what: 'rowIds' | 'rows' | 'summary';
	readonly text: string | undefined;
	answer(value: unknown): Promise<void>;
}

let asked: Asked[] = [];
const turns = async (): Promise<void> => {
	for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

/** A Node side that answers when the test says so. */
const hold =
	(what: Asked['what']) =>
	({ filter }: { readonly filter?: { readonly text?: string } }): Promise<unknown> =>
		new Promise((resolve) => {
			asked.push({
				what,
				text: filter?.text,
				answer: (value) => {
					resolve({ ok: true, value });
					return turns();
				},
			});
		});

const questions = (what: Asked['what']): readonly Asked[] => asked.filter((one) => one.what === what);

/** The view is one for all tests: nothing may be under way any more. */
const answerEverything = async (): Promise<void> => {
	useRunView.getState().leave();
	for (const one of asked) await one.answer([]);
};

beforeEach(async () => {
	vi.useFakeTimers();
	await answerEverything();
	asked = [];
	const runs = { rowIds: hold('rowIds'), rows: hold('rows'), summary: hold('summary') };
	installClient({ runs } as unknown as Client);
	useRunView.setState({ runId: 'r1' });
});

afterEach(() => {
	vi.useRealTimers();
});

test('while one search is under way no other is asked, and the last letters typed are asked next', async () => {
	const { changeFilter } = useRunView.getState();
	for (const text of ['s', 'si', 'sil']) changeFilter({ text });
	expect(questions('rowIds').map(({ text }) => text)).toEqual(['s']);
	await asked[0]?.answer([1, 2, 3]);
	expect(questions('rowIds').map(({ text }) => text)).toEqual(['s', 'sil']);
	expect(useRunView.getState().ids).toBeNull();
	await questions('rowIds')[1]?.answer([2]);
	expect(useRunView.getState().ids).toEqual([2]);
});

test('the rows are asked for first, the numbers on the chips where nobody types on', async () => {
	useRunView.getState().changeFilter({ text: 'silva' });
	await asked[0]?.answer([7, 8]);
	expect(asked.map(({ what }) => what)).toEqual(['rowIds', 'rows']);
	await vi.advanceTimersByTimeAsync(1000);
	expect(asked.map(({ what }) => what)).toEqual(['rowIds', 'rows', 'summary']);
	await questions('summary')[0]?.answer({ 'access-revoked': 2 });
	expect(useRunView.getState().counts).toEqual({ 'access-revoked': 2 });
});

test('numbers that belong to an older filter are not shown', async () => {
	const { changeFilter } = useRunView.getState();
	changeFilter({ text: 'a' });
	await asked[0]?.answer([1]);
	await vi.advanceTimersByTimeAsync(1000);
	changeFilter({ text: 'ab' });
	await questions('summary')[0]?.answer({ 'access-revoked': 99 });
	expect(useRunView.getState().counts).toBeNull();
	expect(questions('rowIds').map(({ text }) => text)).toEqual(['a', 'ab']);
});

test('an answer for a run that was left is not shown', async () => {
	useRunView.getState().changeFilter({ text: 'a' });
	useRunView.getState().leave();
	await asked[0]?.answer([1]);
	expect(useRunView.getState().ids).toBeNull();
});
