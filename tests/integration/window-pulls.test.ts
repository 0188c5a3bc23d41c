import { createRouterClient } from '@orpc/server';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Client, installClient } from '../../src/renderer/client.ts';
import { useConnection } from '../../src/renderer/connection.ts';
import { useSnapshots } from '../../src/renderer/features/snapshots/snapshots.ts';
import { composeOnDemo, need, startDemo } from '../support/demo-app.ts';
import { eventually } from '../support/eventually.ts';

const atStart = useSnapshots.getState();

/** The window's store on a real Node side that speaks to a slow site. */
const connect = async (latencyMs: number) => {
	const demo = await startDemo({ latencyMs });
	const { services } = await composeOnDemo(demo);
	const client = createRouterClient(services.router) as Client;
	installClient(client);
	useConnection.getState().opened();
	onTestFinished(() => useConnection.getState().lost());
	return { client, demo };
};

const pulling = () => [...useSnapshots.getState().pulls.values()][0];
const newest = () => useSnapshots.getState().list?.snapshots[0];

beforeEach(() => useSnapshots.setState(atStart));

describe('a pull in the window', () => {
	it('is followed, stopped with what was pulled kept, and gone on with', async () => {
		await connect(40);
		expect(await useSnapshots.getState().pull({ site: 'demo' })).toBeNull();
		await eventually(() => expect(pulling()?.snapshot.parts.some(({ name }) => name === 'accounts')).toBe(true));
		const { id } = pulling()?.snapshot ?? { id: '' };
		await useSnapshots.getState().stop(id);
		await eventually(() => expect(useSnapshots.getState().stops.get(id)?.code).toBe('cancelled'));
		expect(newest()).toMatchObject({ id, state: 'incomplete' });
		expect(useSnapshots.getState()).toMatchObject({ pulls: new Map(), stopping: new Set() });

		expect(await useSnapshots.getState().pull({ site: 'demo' })).toBeNull();
		expect(useSnapshots.getState().stops.has(id)).toBe(false);
		await eventually(() => expect(newest()).toMatchObject({ id, state: 'complete' }));
		expect(pulling()).toBeUndefined();
	});

	it('that cannot begin says why', async () => {
		await connect(0);
		expect(await useSnapshots.getState().pull({ site: 'nobody' })).toMatchObject({ code: 'site-not-found' });
	});
});

it('keeps what was declared of the site with the snapshot', async () => {
	const { client } = await connect(0);
	const access = { internal: true, approvedDomains: ['halden-labs.example'], external: false, allowedDomains: null };
	need(await client.sites.declareAccess({ name: 'demo', access }));
	await useSnapshots.getState().pull({ site: 'demo' });
	await eventually(() => expect(newest()?.state).toBe('complete'));
	expect(newest()?.access).toMatchObject({ ...access, origin: 'declared' });
});
