import { QueryObserver } from '@tanstack/react-query';
import { expect, onTestFinished, test } from 'vitest';
import type { PlanRow } from '#shared/plan.ts';
import { queries } from '../../../src/renderer/api.ts';
import { useGuidedWork, workOptions } from '../../../src/renderer/features/guided/guided-work.ts';
import { eventually } from '../../support/eventually.ts';
import { addedAfterwards, makeFakePlans } from '../../support/fake-plans.ts';
import { planRow } from '../../support/plan-rows.ts';
import { connectWindow } from '../../support/window-client.ts';

const work = () => ({ ...useGuidedWork.getState(), ...queries.getQueryData(workOptions('plan-1').queryKey) });
const markDone = (key: string) => useGuidedWork.getState().markDone('plan-1', key);

const open = async (fake: ReturnType<typeof makeFakePlans>): Promise<void> => {
	connectWindow(fake);
	useGuidedWork.getState().leave();
	const page = new QueryObserver(queries, workOptions('plan-1'));
	onTestFinished(page.subscribe(() => undefined));
	await eventually(() => expect(page.getCurrentResult().data).toBeDefined());
};

const stillBlocked = (row: PlanRow): PlanRow => ({ ...row, after: { ...row.before } });

const people = (count: number, part: Partial<PlanRow> = {}): readonly PlanRow[] =>
	Array.from({ length: count }, (_, id) => planRow({ id, remedy: 'reactivate-portal-account', ...part }));

test('rows for the product itself are no work by hand', async () => {
	const fake = makeFakePlans();
	fake.add({}, [planRow({ id: 1 }), planRow({ id: 2, remedy: 'cancel-deletion' })]);
	await open(fake);
	expect(work().tasks?.map(({ ids }) => ids)).toEqual([[2]]);
});

test('“done” asks again, shows what is seen, and brings up the next task at once', async () => {
	const fake = makeFakePlans({ lookAgain: (row) => (row.id === 0 ? addedAfterwards(row) : stillBlocked(row)) });
	fake.add({}, people(3));
	await open(fake);
	const first = markDone('row 0');
	expect(work().active).toBe(1);
	expect(work().asking).toEqual(new Set(['row 0']));
	await first;
	await markDone('row 1');
	expect(work().active).toBe(2);
	expect(work().tasks?.map(({ seen }) => seen?.added ?? null)).toEqual([1, 0, null]);
	expect(work().said).toBe('person1@example.com: Still blocked (Access suspended).');
	expect(fake.rechecked).toEqual([[0], [1]]);
});

test('a task that comes later or cannot be done is told so, and taken back by “done”', async () => {
	const fake = makeFakePlans({ lookAgain: stillBlocked });
	fake.add({}, people(3));
	await open(fake);
	const { note, skip } = useGuidedWork.getState();
	expect(await note('plan-1', 'row 0', { kind: 'cannot', reason: 'nobody answers' })).toBe(true);
	expect(work().active).toBe(1);
	expect(work().said).toBe('person0@example.com: Cannot be done: nobody answers');
	await note('plan-1', 'row 1', { kind: 'later' });
	expect(work().active).toBe(2);
	skip('plan-1');
	expect(work().active, 'what cannot be done is passed over').toBe(1);
	expect(work().tasks?.map((task) => task.note?.kind ?? null)).toEqual(['cannot', 'later', null]);
	await markDone('row 0');
	expect(work().tasks?.[0]?.note).toBeNull();
	expect(fake.rechecked).toEqual([[0]]);
});

test('questions go out one after the other, however quick somebody is', async () => {
	let under = 0;
	let most = 0;
	const fake = makeFakePlans({
		pause: async () => {
			under += 1;
			most = Math.max(most, under);
			await Promise.resolve();
			under -= 1;
		},
	});
	fake.add({}, people(5));
	await open(fake);
	await Promise.all([0, 1, 2, 3, 4].map((id) => markDone(`row ${id}`)));
	expect(fake.rechecked).toHaveLength(5);
	expect(most).toBe(1);
});

test('one “done” for a domain asks about all its rows, in slices', async () => {
	const fake = makeFakePlans({ lookAgain: (row) => ({ ...row, after: { cause: 'ready-new', certainty: 'proven' } }) });
	fake.add({}, people(250, { remedy: 'approve-domain' }));
	await open(fake);
	expect(work().tasks).toHaveLength(1);
	await markDone('approve-domain example.com');
	expect(fake.rechecked.map(({ length }) => length)).toEqual([100, 100, 50]);
	expect(work().tasks?.[0]?.seen).toMatchObject({ addable: 250, notAsked: 0 });
	expect(work().addableIds?.size).toBe(250);
});

test('where a whole slice shows that nothing has changed, the rest is not asked about', async () => {
	const fake = makeFakePlans({ lookAgain: stillBlocked });
	fake.add({}, people(1000, { remedy: 'open-customer-access' }));
	await open(fake);
	await markDone('open-customer-access');
	expect(fake.rechecked).toHaveLength(1);
	expect(work().tasks?.[0]?.seen).toMatchObject({ blocked: 100, notAsked: 900 });
});

test('a task that is being asked about is not asked about twice', async () => {
	const fake = makeFakePlans();
	fake.add({}, people(2));
	await open(fake);
	await Promise.all([markDone('row 0'), markDone('row 0')]);
	expect(fake.rechecked).toEqual([[0]]);
});

test('thousands of rows are gathered page by page', async () => {
	const fake = makeFakePlans();
	fake.add({}, people(1700));
	await open(fake);
	await eventually(() => expect(work().tasks).toHaveLength(1700));
});
