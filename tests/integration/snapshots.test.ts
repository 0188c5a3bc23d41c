import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { afterEach, describe, expect, it } from 'vitest';
import type { DemoSite } from '#demo-site/demo-site.ts';
import { makeInviteList, makeInviteListRows } from '#demo-site/invite-list.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { type App, composeApp, type Services } from '#main/services/compose.ts';
import type { contract } from '#shared/contract.ts';
import type { Outcome } from '#shared/outcome.ts';
import type { Run } from '#shared/run.ts';
import type { SnapshotProgress } from '#shared/snapshot.ts';
import { makeTempDir, need, startDemo } from '../support/demo-app.ts';
import { idleClock } from '../support/idle-clock.ts';
import { meddle } from '../unit/main/storage/snapshots/samples.ts';

/** The contract as a window sees it, without the wire. */
type Client = ContractRouterClient<typeof contract>;

const realFetch = globalThis.fetch;
afterEach(() => {
	globalThis.fetch = realFetch;
});

const withoutNetwork = (): { readonly used: () => number } => {
	let used = 0;
	globalThis.fetch = () => {
		used++;
		throw new Error('the network was used');
	};
	return { used: () => used };
};

interface Setting {
	readonly demo: DemoSite;
	readonly dataDir: string;
	readonly services: App & Services;
}

/** Of all processes alike: one of its own would start behind the time that another has skipped. */
const clock = idleClock();

const compose = async (dataDir: string): Promise<App & Services> =>
	need(await composeApp({ dataDir, host: 'cli', allowLoopback: true, version: '0.0.0', sessionSecrets: true, clock }));

const open = async (closing: (() => Promise<void>)[]): Promise<Setting> => {
	const demo = await startDemo({ world: makeWorld({ peoplePerCause: 1, fillers: 6 }) });
	const dataDir = await makeTempDir();
	const services = await compose(dataDir);
	closing.push(() => services.close());
	const { url, email, apiToken, orgApiKey } = demo;
	need(await services.sites.add({ name: 'demo', url, adminUrl: url, email, apiToken, orgApiKey }));
	return { demo, dataDir, services };
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0)) await close();
});

const clientOf = (services: App): Client => createRouterClient(services.router) as Client;

const listOf = (demo: DemoSite) => ({ name: 'list.csv', text: makeInviteList(demo.world) });
const declared = { internal: true, approvedDomains: ['halden-group.example', 'halden-labs.example'], external: true, allowedDomains: null };

const follow = async (services: Services, runId: string): Promise<Run> => {
	for await (const progress of services.runs.watch(runId)) void progress;
	return need(services.store.run(runId));
};

const pull = async (
	client: Client,
	input: Partial<Parameters<Client['snapshots']['pull']>[0]> = {},
): Promise<{ readonly snapshotId: string; readonly progress: readonly SnapshotProgress[] }> => {
	const { snapshotId } = need(await client.snapshots.pull({ site: 'demo', access: declared, ...input }));
	const progress: SnapshotProgress[] = [];
	for await (const one of await client.snapshots.watch({ snapshotId })) progress.push(one);
	return { snapshotId, progress };
};

type Start = Parameters<Client['runs']['start']>[0];

const start = async (client: Client, demo: DemoSite, input: Partial<Start>): Promise<Outcome<{ readonly runId: string }>> => {
	const { listId, preview } = need(await client.lists.open(listOf(demo)));
	return client.runs.start({ listId, mapping: preview.mapping, desk: 'HELP', ...input });
};

const startOffline = (client: Client, demo: DemoSite, offline: NonNullable<Start['offline']>, more: Partial<Start> = {}) =>
	start(client, demo, { offline, ...more });

describe('a window', () => {
	it('pulls a snapshot and is told how far it is, lists and removes it', async () => {
		const { services } = await open(closing);
		const client = clientOf(services);
		const { snapshotId, progress } = await pull(client);
		const last = progress.at(-1);
		expect(last).toMatchObject({
			ended: true,
			stop: null,
			snapshot: { id: snapshotId, state: 'complete', access: { origin: 'declared' } },
		});
		expect(progress[0]).toMatchObject({ ended: false, snapshot: { state: 'pulling' } });
		expect(last?.calls).toBeGreaterThan(10);
		expect(Object.keys(last?.expected ?? {})).toContain('manageable');
		expect(need(await client.snapshots.list())).toMatchObject({ snapshots: [{ id: snapshotId, site: { name: 'demo' } }], unusable: [] });
		expect(await client.deletion.carryOut({ of: { kind: 'snapshot', snapshotId } })).toMatchObject({ ok: true });
		expect(await client.deletion.carryOut({ of: { kind: 'snapshot', snapshotId } })).toMatchObject({
			failure: { code: 'snapshot-not-found' },
		});
	});

	it('diagnoses against it without network or token, and the run says against what', async () => {
		const { demo, dataDir, services } = await open(closing);
		const { snapshotId } = await pull(clientOf(services));
		await services.close();
		await demo.stop();
		const network = withoutNetwork();
		// Another process, in which nothing is known of the site: no token, not even its name.
		const later = await compose(dataDir);
		closing.splice(0, 1, () => later.close());
		need(await later.sites.remove('demo'));
		const client = clientOf(later);
		const { runId } = need(await startOffline(client, demo, { snapshotId }));
		const run = await follow(later, runId);
		expect(run).toMatchObject({
			state: 'finished',
			mode: 'offline',
			snapshot: { id: snapshotId, missing: [] },
			calls: {},
			access: { internal: true },
		});
		const rows = [...later.store.allRows(runId)];
		expect(rows).toHaveLength(makeInviteListRows(demo.world).length);
		for (const { verdict, cause } of rows) {
			if (cause === 'invalid-address' || cause === 'repeated-row') continue;
			const told = verdict.evidence.filter(({ source }) => /^(?:GET|POST) /.test(source));
			expect(told.length).toBeGreaterThan(0);
			for (const { source, at } of told) {
				expect(source).toContain(`snapshot ${snapshotId}`);
				expect(at <= run.startedAt).toBe(true);
			}
		}
		expect(network.used()).toBe(0);
	});

	it('takes the customer access that was declared now before that of the snapshot', async () => {
		const { demo, services } = await open(closing);
		const client = clientOf(services);
		const { snapshotId } = await pull(client);
		const closed = { internal: false, approvedDomains: [], external: false, allowedDomains: null };
		const { runId } = need(await startOffline(client, demo, { snapshotId }, { access: closed }));
		expect(await follow(services, runId)).toMatchObject({
			access: { internal: false, external: false },
			summary: { 'customer-access-closed': expect.any(Number) },
		});
	});

	it('needs a site or a snapshot, and no snapshot of another site', async () => {
		const { demo, services } = await open(closing);
		const client = clientOf(services);
		const { snapshotId } = await pull(client);
		need(await services.sites.add({ name: 'other', url: 'https://other.atlassian.net', email: 'a@b.example', apiToken: 't' }));
		expect(await startOffline(client, demo, { snapshotId }, { site: 'other' })).toMatchObject({ failure: { code: 'snapshot-other-site' } });
		expect(await startOffline(client, demo, { snapshotId: 'ffffffffffff' })).toMatchObject({ failure: { code: 'snapshot-not-found' } });
		expect(await start(client, demo, {})).toMatchObject({ failure: { code: 'wrong-use' } });
		expect(need(await client.runs.list())).toEqual([]);
	});

	it('may use an incomplete one only when it says so, and its rows say what was missing', async () => {
		const { demo, services } = await open(closing);
		const client = clientOf(services);
		const { snapshotId } = await pull(client, { desks: ['OPEN'] });
		expect(await startOffline(client, demo, { snapshotId })).toMatchObject({
			failure: { code: 'snapshot-incomplete', details: { missing: ['permission:1', 'customers:1'] } },
		});
		const { runId } = need(await startOffline(client, demo, { snapshotId, allowIncomplete: true }));
		const run = await follow(services, runId);
		expect(run).toMatchObject({ state: 'finished', snapshot: { missing: ['permission:1', 'customers:1'] } });
		const undetermined = [...services.store.allRows(runId)].filter(({ cause }) => cause === 'undetermined');
		expect(undetermined.length).toBeGreaterThan(0);
		for (const { verdict } of undetermined) expect(JSON.stringify(verdict.evidence)).toContain('not-in-snapshot');
		expect([...services.store.allRows(runId)].some(({ cause }) => cause === 'already-customer')).toBe(false);
	});

	it('is refused one that was changed after it was pulled, before a run is stored', async () => {
		const { demo, dataDir, services } = await open(closing);
		const client = clientOf(services);
		const { snapshotId } = await pull(client);
		meddle(
			join(dataDir, 'snapshots', `${snapshotId}.sqlite`),
			(file) => void file.exec(`UPDATE record SET body = replace(body, '"suspended"', '"active"')`),
		);
		expect(await startOffline(client, demo, { snapshotId })).toMatchObject({
			failure: { code: 'snapshot-tampered', details: { part: 'directory' } },
		});
		expect(need(await client.runs.list())).toEqual([]);
	});
});

describe('a run against a snapshot', () => {
	it('goes on against the same snapshot, without a token', async () => {
		const { demo, services } = await open(closing);
		const client = clientOf(services);
		const { snapshotId } = await pull(client);
		const { runId } = need(await startOffline(client, demo, { snapshotId }));
		await follow(services, runId);
		services.store.setState(runId, 'stopped', null, new Date().toISOString());
		need(await services.sites.remove('demo'));
		need(await client.runs.resume({ runId }));
		expect(await follow(services, runId)).toMatchObject({ state: 'finished', stop: null, snapshot: { id: snapshotId } });
	});

	it('goes on against no other content, and not without its snapshot', async () => {
		const setting = await open(closing);
		const { services, demo, dataDir } = setting;
		const client = clientOf(services);
		const { snapshotId } = await pull(client);
		const loaded = need(await services.snapshots.load({ snapshotId, siteUrl: null, deskKey: 'HELP', allowIncomplete: false }));
		const { runId } = need(await startOffline(client, demo, { snapshotId }));
		await follow(services, runId);
		services.store.setState(runId, 'stopped', null, new Date().toISOString());
		expect(await services.runs.resumeOffline(runId, { ...loaded.snapshot, digest: '0'.repeat(64) })).toMatchObject({
			failure: { code: 'snapshot-tampered' },
		});
		need(await client.deletion.carryOut({ of: { kind: 'snapshot', snapshotId } }));
		expect(await client.runs.resume({ runId })).toMatchObject({ failure: { code: 'snapshot-not-found' } });
		expect(readdirSync(join(dataDir, 'snapshots'))).toEqual([]);
	});
});

describe('pulling again', () => {
	it('goes on with an incomplete snapshot, and begins a new one after a complete one', async () => {
		const { demo, services } = await open(closing);
		const client = clientOf(services);
		demo.world.caller.administersDesks = true;
		const { snapshotId: first } = need(await client.snapshots.pull({ site: 'demo' }));
		need(await client.snapshots.cancel({ snapshotId: first }));
		expect(need(await client.snapshots.list())).toMatchObject({ snapshots: [{ id: first, state: 'incomplete' }] });
		const again = need(await client.snapshots.pull({ site: 'demo' }));
		expect(again).toEqual({ snapshotId: first, resumed: true });
		for await (const progress of await client.snapshots.watch({ snapshotId: first })) void progress;
		const { snapshotId: second } = await pull(client);
		expect(second).not.toBe(first);
		expect(need(await client.snapshots.list()).snapshots).toHaveLength(2);
	});

	it('as an update asks about nobody again whose record is as it was', async () => {
		const { demo, services } = await open(closing);
		const client = clientOf(services);
		const asked = () => demo.requests().filter(({ path }) => /\/manage$|\/role-assignments$/.test(path)).length;
		await pull(client);
		const before = asked();
		expect(before).toBeGreaterThan(5);
		const [user] = [...demo.world.users.values()].filter(
			({ enablement, accountActive }) => !accountActive && enablement === 'managedAccount',
		);
		if (user !== undefined) Object.assign(user, { claimStatus: 'managed' });
		const { progress } = await pull(client, { update: true });
		expect(asked() - before).toBe(user === undefined ? 0 : 1);
		// Customer access as declared with the first one is kept as well.
		expect(progress.at(-1)).toMatchObject({ stop: null, snapshot: { state: 'complete', access: { internal: true } } });
	});
});
