import { expect, it } from 'vitest';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { cautiousChoices } from '#shared/plan.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { composeOnDemo, need, startDemo } from '../support/demo-app.ts';

const world = () => makeWorld({ peoplePerCause: 2, fillers: 2 });

const setUp = async (offline: boolean) => {
	const demo = await startDemo({ world: world() });
	const app = await composeOnDemo(demo);
	const { services } = app;
	const [known, other] = demo.world.persons.filter(({ expected }) => expected.cause === 'access-revoked').map(({ email }) => email);
	if (known === undefined || other === undefined) throw new Error('the world has nobody with revoked access');
	if (offline) {
		const site = need(await services.sites.connection('demo'));
		const { snapshotId } = need(await services.snapshots.pull({ site, deskKeys: null, access: unknownCustomerAccess, update: true }));
		for await (const progress of services.snapshots.watch(snapshotId)) void progress;
	}
	const wrong = known.replace('@', '@@');
	const text = `Email\n${wrong}\nann@gmial.com\n${other}\nann@gmial.com\n`;
	const { listId, preview } = need(await services.lists.open({ name: 'people.csv', text }, null));
	const asked = { listId, mapping: preview.mapping, site: 'demo', desk: demo.deskKey, ...(offline ? { offline: {} } : {}) };
	const { runId } = need(await services.starts.start(asked));
	for await (const progress of services.runs.watch(runId)) void progress;
	const row = (id: number) => need(services.store.row(runId, id));
	const correct = (id: number, to: string) => services.starts.correctRow({ runId, id, text: to });
	return { demo, services, runId, row, correct, known, other, wrong };
};

it.each([false, true])('puts the right address into the row and checks that alone, the cell beside it (offline: %s)', async (offline) => {
	const { demo, services, runId, row, correct, known, other, wrong } = await setUp(offline);
	const before = row(2);
	const asked = demo.requests().length;
	expect(row(0)).toMatchObject({ cause: 'invalid-address', email: wrong });

	expect(await correct(0, ` ${known.toUpperCase()} `)).toMatchObject({ ok: true });
	expect(row(0)).toMatchObject({ email: known, cause: 'access-revoked', cells: [wrong] });
	expect(row(0).cleaned).toContain('corrected');
	expect(row(2)).toEqual(before);
	expect(need(services.store.run(runId))).toMatchObject({ state: 'finished', checkedCount: 4, summary: { 'access-revoked': 2 } });
	expect(need(services.store.run(runId)).summary).not.toHaveProperty('invalid-address');
	if (offline) expect(demo.requests()).toHaveLength(asked);
	expect(services.store.rowIds(runId, { text: known }, { by: 'row', descending: false })).toEqual([0]);

	// What repeats a row goes along; one that now repeats another leads there.
	expect(row(3)).toMatchObject({ cause: 'repeated-row', first: { id: 1, row: 3 } });
	expect(await correct(1, other)).toMatchObject({ ok: true });
	for (const id of [1, 3]) {
		expect(row(id)).toMatchObject({ email: other, cause: 'repeated-row', first: { id: 2, row: 4, cause: 'access-revoked' } });
	}
});

it('leaves the row as it was where the text is no address, nothing can be asked, or a plan holds it', async () => {
	const { demo, services, runId, row, correct, known } = await setUp(false);
	const before = row(0);
	expect(await correct(0, 'nobody')).toMatchObject({ ok: false, failure: { code: 'address-invalid', details: { problem: 'no-at-sign' } } });
	expect(await correct(9, known)).toMatchObject({ ok: false, failure: { code: 'wrong-use' } });
	expect(row(0)).toEqual(before);
	need(await services.remediation.plan({ runId, ids: [2], choices: cautiousChoices }, demo.email));
	expect(await correct(2, known)).toMatchObject({ ok: false, failure: { code: 'row-in-plan' } });
	// A run goes on where its site is, whatever that is called by now; and where lists usually go is known.
	need(await services.sites.edit('demo', { newName: 'Halden', deskKey: demo.deskKey }));
	expect(await correct(1, known)).toMatchObject({ ok: true });
	const { listId, preview } = need(await services.lists.open({ name: 'one.csv', text: `Email\n${known}\n` }, null));
	const next = need(await services.starts.start({ listId, mapping: preview.mapping, site: 'Halden' }));
	for await (const progress of services.runs.watch(next.runId)) void progress;
	expect(need(services.store.run(next.runId))).toMatchObject({ state: 'finished', desk: { key: demo.deskKey }, site: { name: 'Halden' } });
	need(await services.sites.remove('Halden'));
	expect(await correct(0, known)).toMatchObject({ ok: false });
	expect(row(0)).toEqual(before);
	expect(need(services.store.run(runId))).toMatchObject({ state: 'finished' });
	expect(demo.requests().some(({ status }) => status >= 500)).toBe(false);
});
