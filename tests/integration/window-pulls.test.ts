import { createRouterClient } from '@orpc/server';
import { QueryObserver } from '@tanstack/react-query';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Api, api, installApi, queries } from '../../src/renderer/api.ts';
import { useConnection } from '../../src/renderer/connection.ts';
import { allSnapshots, pullOf } from '../../src/renderer/features/snapshots/snapshots.ts';
import { composeOnDemo, need, startDemo } from '../support/demo-app.ts';
import { eventually } from '../support/eventually.ts';

/** The window's queries on a real Node side that speaks to a slow site. */
const connect = async (latencyMs: number) => {
	const demo = await startDemo({ latencyMs });
	const { services } = await composeOnDemo(demo);
	const client = createRouterClient(services.router) as Api;
	installApi(client);
	useConnection.getState().opened();
	onTestFinished(() => useConnection.getState().lost());
	return { client, demo };
};

/** Begins a pull, and looks at it and at the list as the window does. */
const pull = async (site: string): Promise<string> => {
	const { snapshotId } = await api.snapshots.pull.call({ site });
	await queries.fetchQuery({ ...allSnapshots, staleTime: 0 });
	onTestFinished(new QueryObserver(queries, pullOf(snapshotId)).subscribe(() => undefined));
	return snapshotId;
};

const progress = (snapshotId: string) => queries.getQueryData(pullOf(snapshotId).queryKey);
const newest = () => queries.getQueryData(allSnapshots.queryKey)?.snapshots[0];

describe('a pull in the window', () => {
	it('is followed, stopped with what was pulled kept, and gone on with', async () => {
		await connect(40);
		const id = await pull('demo');
		await eventually(() => expect(progress(id)?.snapshot.parts.some(({ name }) => name === 'accounts')).toBe(true));
		await api.snapshots.cancel.call({ snapshotId: id });
		await eventually(() => expect(progress(id)).toMatchObject({ ended: true, stop: { code: 'cancelled' } }));
		expect(newest()).toMatchObject({ id, state: 'incomplete' });

		expect(await pull('demo')).toBe(id);
		await eventually(() => expect(newest()).toMatchObject({ id, state: 'complete' }));
		expect(progress(id)).toMatchObject({ ended: true, stop: null });
	});

	it('that cannot begin says why', async () => {
		await connect(0);
		await expect(pull('nobody')).rejects.toMatchObject({ code: 'site-not-found' });
	});
});

it('keeps what was declared of the site with the snapshot', async () => {
	const { client } = await connect(0);
	const access = { internal: true, approvedDomains: ['halden-labs.example'], external: false, allowedDomains: null };
	need(await client.sites.declareAccess({ name: 'demo', access }));
	await pull('demo');
	await eventually(() => expect(newest()?.state).toBe('complete'));
	expect(newest()?.access).toMatchObject({ ...access, origin: 'declared' });
});
