import { expect, test } from 'vitest';
import { done } from '#shared/outcome.ts';
import type { PlanRow } from '#shared/plan.ts';
import { type AfterRest, type AskForRows, pageSize, PlanRows } from '../../../src/renderer/features/plans/plan-rows.ts';
import { planRow } from '../../support/plan-rows.ts';

const stored = Array.from({ length: 5000 }, (_, id) => planRow({ id }));

/** A Node side whose answers are held back until the test lets them go. */
const heldBack = (rows: readonly PlanRow[] = stored) => {
	const asked: { readonly from: number; answer(): void }[] = [];
	const ask: AskForRows = (from, count) =>
		new Promise((resolve) => {
			const page = rows.slice(from, from + count);
			asked.push({ from, answer: () => resolve(done({ total: rows.length, rows: page })) });
		});
	const answerAll = async (): Promise<void> => {
		for (const question of asked.splice(0)) question.answer();
		await Promise.resolve();
		await Promise.resolve();
	};
	return { asked, ask, answerAll };
};

const quiet = { changed: () => undefined, failed: () => undefined };

/** The rest that a table takes, over when the test says so. */
const manualRest = () => {
	let waiting: (() => void) | null = null;
	const rest: AfterRest = (run) => {
		waiting = run;
		return () => (waiting = null);
	};
	return {
		rest,
		end: (): void => {
			const run = waiting;
			waiting = null;
			run?.();
		},
	};
};

test('only the pages in sight are asked for, once, and when the table has come to rest', async () => {
	const { asked, ask, answerAll } = heldBack();
	const { rest, end } = manualRest();
	const rows = new PlanRows(ask, quiet, rest);
	rows.want([0, 30]);
	rows.want([pageSize * 3, pageSize * 4]);
	expect(asked).toEqual([]);
	end();
	expect(asked.map(({ from }) => from)).toEqual([pageSize * 3, pageSize * 4]);
	rows.want([pageSize * 3 + 5]);
	end();
	expect(asked).toHaveLength(2);
	await answerAll();
	expect(rows.total).toBe(5000);
	expect(rows.at(pageSize * 3 + 5)?.id).toBe(pageSize * 3 + 5);
	expect(rows.at(0)).toBeUndefined();
});

test('what a running plan reports is shown at once, and wins over an answer that was asked for before it', async () => {
	const { ask, answerAll } = heldBack();
	const rows = new PlanRows(ask, quiet);
	const loading = rows.load();
	rows.report([planRow({ id: 3, outcome: 'applied' })]);
	await answerAll();
	await loading;
	expect(rows.at(3)?.outcome).toBe('applied');
	expect(rows.at(4)?.outcome).toBe('not-reached');
	rows.report([planRow({ id: 4, outcome: 'rejected' })]);
	expect(rows.at(4)?.outcome).toBe('rejected');
});

test('an answer that was asked for after a report is taken as it is', async () => {
	const { ask, answerAll } = heldBack();
	const rows = new PlanRows(ask, quiet);
	const loading = rows.load();
	await answerAll();
	await loading;
	rows.report([planRow({ id: 3, outcome: 'rejected' })]);
	rows.refresh();
	expect(rows.at(3)?.outcome).toBe('rejected');
	await answerAll();
	expect(rows.at(3)?.outcome).toBe('not-reached');
});

test('of a long plan only the pages used lately are kept', async () => {
	const { ask, answerAll } = heldBack();
	const { rest, end } = manualRest();
	const rows = new PlanRows(ask, quiet, rest);
	for (let page = 0; page < 25; page += 1) {
		rows.want([page * pageSize]);
		end();
		await answerAll();
	}
	expect(rows.at(0)).toBeUndefined();
	expect(rows.at(24 * pageSize)?.id).toBe(24 * pageSize);
});

test('nothing is told any more once it was closed', async () => {
	const { ask, answerAll } = heldBack();
	let changes = 0;
	const rows = new PlanRows(ask, { changed: () => (changes += 1), failed: () => undefined });
	const loading = rows.load();
	rows.close();
	await answerAll();
	await loading;
	expect(changes).toBe(0);
});
