import { expect, it, onTestFinished } from 'vitest';
import { watchActivity } from '#main/services/activity.ts';
import type { Plan } from '#shared/plan.ts';
import type { Run } from '#shared/run.ts';
import { somePlan } from '../../../support/plan-rows.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { listRow, manualClock, newRun, temporaryFolder, valueOf } from '../storage/samples.ts';
import { nobodyHolds } from '../../../support/memory-locks.ts';

const run = (id: string, checkedCount = 0): Run => ({ id, state: 'running', checkedCount }) as Run;

/** What is stored, by whomever, and a watch of it that is given up with the test. */
const watched = (stored: { runs: readonly Run[]; plans: readonly Plan[] }) => {
	const leaving = new AbortController();
	onTestFinished(() => leaving.abort());
	const stores = { store: { runs: () => stored.runs }, plans: { plans: () => stored.plans }, clock: manualClock() };
	const watch = watchActivity(stores, leaving.signal);
	return async () => (await watch.next()).value;
};

it('tells everything first, also that there is nothing', async () => {
	expect(await watched({ runs: [], plans: [] })()).toEqual({ runs: [], plans: [] });
	const stored = { runs: [run('r1')], plans: [somePlan({ id: 'p1' })] };
	expect(await watched(stored)()).toEqual(stored);
});

it('then tells what is new and what went on, and of nothing else', async () => {
	const stored = { runs: [run('r1', 5), run('old', 9)], plans: [somePlan({ id: 'p1' })] };
	const next = watched(stored);
	await next();
	stored.runs = [run('r2'), run('r1', 6), run('old', 9)];
	expect(await next()).toEqual({ runs: [run('r2'), run('r1', 6)], plans: [] });
	stored.plans = [somePlan({ id: 'p1', state: 'running' })];
	expect(await next()).toEqual({ runs: [], plans: [somePlan({ id: 'p1', state: 'running' })] });
});

it('ends when nobody watches any more', async () => {
	const leaving = new AbortController();
	const clock = { now: () => 0, ticks: () => 0, sleep: (_ms: number, signal?: AbortSignal) => Promise.reject(signal?.reason) };
	const watch = watchActivity({ store: { runs: () => [] }, plans: { plans: () => [] }, clock }, leaving.signal);
	await watch.next();
	leaving.abort();
	expect((await watch.next()).done).toBe(true);
});

it('tells of the work of another process', async () => {
	const folder = temporaryFolder();
	const leaving = new AbortController();
	const clock = manualClock();
	const [here, there] = [valueOf(await openDatabase(`${folder.path}/x.sqlite`)), valueOf(await openDatabase(`${folder.path}/x.sqlite`))];
	onTestFinished(() => {
		leaving.abort();
		for (const sql of [here, there]) sql.close();
		folder.remove();
	});
	const watch = watchActivity({ store: createRunStore(here, nobodyHolds), plans: { plans: () => [] }, clock }, leaving.signal);
	expect((await watch.next()).value).toEqual({ runs: [], plans: [] });
	valueOf(createRunStore(there, nobodyHolds).create(newRun('theirs'), [listRow(2, 'a@example.com')]));
	expect((await watch.next()).value).toMatchObject({ runs: [{ id: 'theirs', rowCount: 1 }] });
});
