import { expect, onTestFinished, test } from 'vitest';
import type { PlanRow } from '#shared/plan.ts';
import { QueryObserver } from '@tanstack/react-query';
import { api, queries } from '../../../src/renderer/api.ts';
import { countPlanRows, hasResult, planRowAt, usePlanView } from '../../../src/renderer/features/plans/plan-view.ts';
import { eventually } from '../../support/eventually.ts';
import { addedAfterwards, makeFakePlans } from '../../support/fake-plans.ts';
import { planRow } from '../../support/plan-rows.ts';
import { connectWindow } from '../../support/window-client.ts';

const view = () => usePlanView.getState();

const rows = (count: number, part: Partial<PlanRow> = {}): readonly PlanRow[] =>
	Array.from({ length: count }, (_, id) => planRow({ id, ...part }));

const open = async (fake: ReturnType<typeof makeFakePlans>): Promise<void> => {
	connectWindow(fake);
	view().leave();
	await view().open('plan-1');
	await eventually(() => expect(countPlanRows()).not.toBeNull());
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
	await open(fake);
	expect(view().result?.remedies.map(({ remedy, rowCount }) => [remedy, rowCount])).toEqual([
		['restore-access', 3],
		['approve-domain', 1],
	]);
	expect(countPlanRows()).toBe(4);
	expect(hasResult(view().plan!)).toBe(false);
});

test('a trial run tries so many rows and pauses; going on does the others, and the result is counted', async () => {
	const fake = makeFakePlans({ carryOut: (row) => (row.id === 1 ? refused(row) : addedAfterwards(row)) });
	fake.add({}, rows(8));
	await open(fake);
	expect(await view().start({ first: 3 })).toBeNull();
	await eventually(() =>
		expect(view().result?.counts).toMatchObject({ added: 2, blocked: 1, 'needs-person': 0, 'by-hand': 0, 'not-tried': 5 }),
	);
	expect(view().plan?.state).toBe('paused');
	expect(await view().start({})).toBeNull();
	await eventually(() =>
		expect(view().result?.counts).toMatchObject({ added: 7, blocked: 1, 'needs-person': 0, 'by-hand': 0, 'not-tried': 0 }),
	);
	expect(view().plan?.state).toBe('finished');
	expect(planRowAt(1)).toMatchObject({ outcome: 'rejected', said: 'No.' });
	expect(fake.started).toEqual([{ planId: 'plan-1', first: 3 }, { planId: 'plan-1' }]);
});

test('the rows that are still not added can be looked at alone', async () => {
	const fake = makeFakePlans({ carryOut: (row) => (row.id % 3 === 1 ? refused(row) : addedAfterwards(row)) });
	fake.add({}, rows(8));
	await open(fake);
	await view().start({});
	await eventually(() => expect(view().result?.counts['not-tried']).toBe(0));
	view().show('rows', { picked: 'blocked' });
	await eventually(() => expect(planRowAt(0)).toBeDefined());
	expect(countPlanRows()).toBe(3);
	expect([0, 1, 2].map((position) => planRowAt(position)?.id)).toEqual([1, 4, 7]);
	// While it is carried out again nobody knows which those are.
	await view().start({ retryFailed: true });
	expect(view().filter.picked).toBeNull();
});

test('a plan that removes people starts only with its phrase, for the people shown', async () => {
	const fake = makeFakePlans();
	fake.add({ confirm: 'remove 2', people: 'digest-2' }, rows(2, { remedy: 'replace-with-portal-account' }));
	await open(fake);
	expect((await view().start({}))?.code).toBe('confirmation-missing');
	expect((await view().start({ confirm: 'remove 2', people: 'digest-1' }))?.code).toBe('confirmation-void');
	expect(view().plan?.state).toBe('planned');
	expect(await view().start({ confirm: 'remove 2', people: 'digest-2' })).toBeNull();
	await eventually(() => expect(view().plan?.state).toBe('finished'));
});

test('what another window did to the plan is taken over', async () => {
	const fake = makeFakePlans();
	const made = fake.add({}, rows(2));
	await open(fake);
	made.rows = made.rows.map(addedAfterwards);
	made.plan = { ...made.plan, state: 'finished', outcomes: { applied: 2 } };
	await view().refresh();
	expect(view().plan?.state).toBe('finished');
	await eventually(() => expect(view().result?.counts.added).toBe(2));
});

test('people who are stranded are known as soon as the plan comes to rest', async () => {
	const fake = makeFakePlans({ carryOut: (row) => ({ ...refused(row), stranded: row.id === 0 }) });
	fake.add({}, rows(2, { remedy: 'replace-with-portal-account' }));
	await open(fake);
	const stranded = new QueryObserver(queries, api.plans.stranded.queryOptions());
	onTestFinished(stranded.subscribe(() => undefined));
	await view().start({});
	await eventually(() => expect(stranded.getCurrentResult().data?.map(({ email }) => email)).toEqual(['person0@example.com']));
});

test('a plan that is not there is said so', async () => {
	const fake = makeFakePlans();
	connectWindow(fake);
	view().leave();
	await view().open('gone');
	expect(view().failure?.code).toBe('plan-not-found');
});
