import { QueryObserver } from '@tanstack/react-query';
import { expect, onTestFinished, test } from 'vitest';
import { done } from '#shared/outcome.ts';
import type { PlanRow } from '#shared/plan.ts';
import { takePlans } from '../../../src/renderer/activity.ts';
import { type Api, api, installApi, queries } from '../../../src/renderer/api.ts';
import { noPlanFilter } from '../../../src/renderer/features/plans/plan-filter.ts';
import {
	hasResult,
	makeIntake,
	pageOptions,
	planOptions,
	progressOptions,
	resultOptions,
	startPlan,
	takePlanRows,
} from '../../../src/renderer/features/plans/plan-queries.ts';
import { usePlanView } from '../../../src/renderer/features/plans/plan-view.ts';
import { eventually } from '../../support/eventually.ts';
import { addedAfterwards, makeFakePlans } from '../../support/fake-plans.ts';
import { planRow } from '../../support/plan-rows.ts';
import { connectWindow } from '../../support/window-client.ts';

const view = () => usePlanView.getState();

const rows = (count: number, part: Partial<PlanRow> = {}): readonly PlanRow[] =>
	Array.from({ length: count }, (_, id) => planRow({ id, ...part }));

/** Looks at everything that the page of a plan looks at, as its components do. */
const openPage = (planId: string) => {
	view().leave();
	const { take } = makeIntake(planId);
	const plan = new QueryObserver(queries, planOptions(planId));
	const result = new QueryObserver(queries, resultOptions(planId));
	const progress = new QueryObserver(queries, progressOptions(planId, undefined, take));
	const page = new QueryObserver(queries, pageOptions(planId, view().filter, 0));
	for (const leave of [
		plan.subscribe(({ data }) => progress.setOptions(progressOptions(planId, data, take))),
		result.subscribe(() => undefined),
		progress.subscribe(() => undefined),
		page.subscribe(() => undefined),
		usePlanView.subscribe(({ filter }) => page.setOptions(pageOptions(planId, filter, 0))),
	]) {
		onTestFinished(leave);
	}
	return {
		plan: () => plan.getCurrentResult().data,
		failure: () => plan.getCurrentResult().error,
		result: () => result.getCurrentResult().data,
		count: () => page.getCurrentResult().data?.total,
		rowAt: (position: number) => page.getCurrentResult().data?.rows[position],
	};
};

const open = async (fake: ReturnType<typeof makeFakePlans>) => {
	connectWindow(fake);
	const page = openPage('plan-1');
	await eventually(() => expect([page.plan(), page.result(), page.count()]).not.toContain(undefined));
	return page;
};

const start = async (request: Omit<Parameters<typeof startPlan>[0], 'planId'>) => {
	const begun = await startPlan({ planId: 'plan-1', ...request });
	return begun.ok ? null : begun.failure.code;
};

const refused = (row: PlanRow): PlanRow => ({
	...row,
	phase: 'ended',
	outcome: 'rejected',
	said: 'No.',
	after: { ...row.before },
});

test('a plan is opened with its groups and rows; nothing was tried, so there is no result', async () => {
	const fake = makeFakePlans();
	fake.add({}, [...rows(3), planRow({ id: 3, remedy: 'approve-domain' })]);
	const page = await open(fake);
	expect(page.result()?.remedies.map(({ remedy, rowCount }) => [remedy, rowCount])).toEqual([
		['restore-access', 3],
		['approve-domain', 1],
	]);
	expect(page.count()).toBe(4);
	expect(hasResult(page.plan()!)).toBe(false);
});

test('a trial run tries so many rows and pauses; going on does the others, and the result is counted', async () => {
	const fake = makeFakePlans({ carryOut: (row) => (row.id === 1 ? refused(row) : addedAfterwards(row)) });
	fake.add({}, rows(8));
	const page = await open(fake);
	expect(await start({ first: 3 })).toBeNull();
	await eventually(() =>
		expect(page.result()?.counts).toMatchObject({ added: 2, blocked: 1, 'needs-person': 0, 'by-hand': 0, 'not-tried': 5 }),
	);
	expect(page.plan()?.state).toBe('paused');
	expect(await start({})).toBeNull();
	await eventually(() =>
		expect(page.result()?.counts).toMatchObject({ added: 7, blocked: 1, 'needs-person': 0, 'by-hand': 0, 'not-tried': 0 }),
	);
	expect(page.plan()?.state).toBe('finished');
	expect(page.rowAt(1)).toMatchObject({ outcome: 'rejected', said: 'No.' });
	expect(fake.started).toEqual([{ planId: 'plan-1', first: 3 }, { planId: 'plan-1' }]);
});

test('the rows that are still not added can be looked at alone', async () => {
	const fake = makeFakePlans({ carryOut: (row) => (row.id % 3 === 1 ? refused(row) : addedAfterwards(row)) });
	fake.add({}, rows(8));
	const page = await open(fake);
	await start({});
	await eventually(() => expect(page.result()?.counts['not-tried']).toBe(0));
	view().show('rows', { results: ['blocked'] });
	await eventually(() => expect(page.rowAt(0)).toBeDefined());
	expect(page.count()).toBe(3);
	expect([0, 1, 2].map((position) => page.rowAt(position)?.id)).toEqual([1, 4, 7]);
	// While it is carried out again nobody knows which those are.
	await start({ retryFailed: true });
	expect(view().filter.results).toEqual([]);
});

test('a plan that removes people starts only with its phrase, for the people shown', async () => {
	const fake = makeFakePlans();
	fake.add({ confirm: 'remove 2', people: 'digest-2' }, rows(2, { remedy: 'replace-with-portal-account' }));
	const page = await open(fake);
	expect(await start({})).toBe('confirmation-missing');
	expect(await start({ confirm: 'remove 2', people: 'digest-1' })).toBe('confirmation-void');
	expect(page.plan()?.state).toBe('planned');
	expect(await start({ confirm: 'remove 2', people: 'digest-2' })).toBeNull();
	await eventually(() => expect(page.plan()?.state).toBe('finished'));
});

test('what another window did to the plan is taken over', async () => {
	const fake = makeFakePlans();
	const made = fake.add({}, rows(2));
	const page = await open(fake);
	made.rows = made.rows.map(addedAfterwards);
	made.plan = { ...made.plan, state: 'finished', outcomes: { applied: 2 } };
	takePlans([made.plan]);
	expect(page.plan()?.state).toBe('finished');
	await eventually(() => expect(page.result()?.counts.added).toBe(2));
});

test('people who are stranded are known as soon as the plan comes to rest', async () => {
	const fake = makeFakePlans({ carryOut: (row) => ({ ...refused(row), stranded: row.id === 0 }) });
	fake.add({}, rows(2, { remedy: 'replace-with-portal-account' }));
	await open(fake);
	const stranded = new QueryObserver(queries, api.plans.stranded.queryOptions());
	onTestFinished(stranded.subscribe(() => undefined));
	await start({});
	await eventually(() => expect(stranded.getCurrentResult().data?.map(({ email }) => email)).toEqual(['person0@example.com']));
});

test('a plan that is not there is said so', async () => {
	const fake = makeFakePlans();
	connectWindow(fake);
	const page = openPage('gone');
	await eventually(() => expect(page.failure()?.code).toBe('plan-not-found'));
});

/** A Node side whose answers are held back until the test lets them go. */
const holdPages = (stored: readonly PlanRow[]) => {
	const asked: (() => void)[] = [];
	const hold = () =>
		new Promise((resolve) => {
			asked.push(() => resolve(done({ total: stored.length, rows: stored })));
		});
	installApi({ plans: { rows: hold } } as unknown as Api);
	const page = new QueryObserver(queries, pageOptions('plan-1', noPlanFilter, 0));
	onTestFinished(page.subscribe(() => undefined));
	const answer = async (): Promise<void> => {
		await eventually(() => expect(asked).not.toHaveLength(0));
		asked.shift()?.();
		await eventually(() => expect(page.getCurrentResult().isFetching).toBe(false));
	};
	return { answer, outcomeOf: (id: number) => page.getCurrentResult().data?.rows[id]?.outcome };
};

test('what a running plan reports is shown at once, and wins over an answer that was asked for before it', async () => {
	const { answer, outcomeOf } = holdPages(rows(5));
	takePlanRows('plan-1', [planRow({ id: 3, outcome: 'applied' })]);
	takePlanRows('another', [planRow({ id: 4, outcome: 'rejected' })]);
	await answer();
	expect([outcomeOf(3), outcomeOf(4)]).toEqual(['applied', 'not-reached']);
	takePlanRows('plan-1', [planRow({ id: 4, outcome: 'rejected' })]);
	expect(outcomeOf(4)).toBe('rejected');
});

test('an answer that was asked for after a report is taken as it is', async () => {
	const { answer, outcomeOf } = holdPages(rows(5));
	await answer();
	takePlanRows('plan-1', [planRow({ id: 3, outcome: 'rejected' })]);
	void queries.invalidateQueries({ queryKey: api.plans.rows.key() });
	expect(outcomeOf(3)).toBe('rejected');
	await answer();
	expect(outcomeOf(3)).toBe('not-reached');
});
