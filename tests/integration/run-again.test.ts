import { expect, it } from 'vitest';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { composeOnDemo, need, startDemo } from '../support/demo-app.ts';

const text = 'Email;Note\nann@x.example;one\nben@@x.example;two\nAnn@X.example;three\ndora@x.example;four\n';

it('has the same rows, corrected and left out as they were, under the name they have now', async () => {
	const demo = await startDemo({ world: makeWorld({ peoplePerCause: 1, fillers: 2 }) });
	const { services, rows } = await composeOnDemo(demo);
	const { listId, preview } = need(await services.lists.open({ name: 'people.csv', text }, null));
	need(await services.lists.edit(listId, (check) => check.correctCell(1, 0, 'ben@x.example')));
	need(await services.lists.edit(listId, (check) => check.exclude([3], true)));
	const follow = async (runId: string) => {
		for await (const progress of services.runs.watch(runId)) void progress;
		return need(services.store.run(runId));
	};
	const asked = { listId, mapping: preview.mapping, site: 'demo', desk: demo.deskKey };
	const first = await follow(need(await services.starts.start(asked)).runId);
	need(services.store.rename(first.id, 'May'));
	const again = await follow(need(await services.starts.again({ runId: first.id })).runId);

	expect(again).toMatchObject({
		listName: 'May',
		columns: first.columns,
		site: first.site,
		desk: first.desk,
		rowCount: 3,
		state: 'finished',
	});
	const seen = (runId: string) => rows(runId).map(({ row, email, cells, cleaned, cause }) => ({ row, email, cells, cleaned, cause }));
	expect(seen(again.id)).toEqual(seen(first.id));
	expect(seen(again.id).map(({ email, cells }) => [email, cells[0]])).toEqual([
		['ann@x.example', 'ann@x.example'],
		['ben@x.example', 'ben@@x.example'],
		['ann@x.example', 'Ann@X.example'],
	]);
	expect(seen(again.id)[2]?.cause).toBe('repeated-row');
	expect(demo.requests().some(({ status }) => status >= 500)).toBe(false);
});

it('asks the newest snapshot of the site, where the run was offline', async () => {
	const demo = await startDemo({ world: makeWorld({ peoplePerCause: 1, fillers: 2 }) });
	const { services } = await composeOnDemo(demo);
	const site = need(await services.sites.connection('demo'));
	const pull = async (): Promise<string> => {
		const { snapshotId } = need(await services.snapshots.pull({ site, deskKeys: null, access: unknownCustomerAccess, update: true }));
		for await (const progress of services.snapshots.watch(snapshotId)) void progress;
		return snapshotId;
	};
	await pull();
	const { listId, preview } = need(await services.lists.open({ name: 'people.csv', text }, null));
	const { runId } = need(await services.starts.start({ listId, mapping: preview.mapping, site: 'demo', desk: demo.deskKey, offline: {} }));
	for await (const progress of services.runs.watch(runId)) void progress;
	const newest = await pull();
	const again = need(await services.starts.again({ runId }));
	expect(need(services.store.run(again.runId))).toMatchObject({ mode: 'offline', snapshot: { id: newest }, rowCount: 4 });
	for await (const progress of services.runs.watch(again.runId)) void progress;
});
