import { join } from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { expect, it, onTestFinished } from 'vitest';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { World } from '#demo-site/world/world.ts';
import { readAccess } from '#main/hosts/cli/access-option.ts';
import { type App, composeApp, type Services } from '#main/services/compose.ts';
import { openSnapshotFolder } from '#main/storage/snapshots/snapshot-folder.ts';
import type { CauseCode } from '#shared/causes.ts';
import type { contract } from '#shared/contract.ts';
import { makeTempDir, need } from '../support/demo-app.ts';
import { writeWorld } from '../support/world-snapshot.ts';
import { anyHold, memoryLocks } from '../support/memory-locks.ts';

const snapshotId = '0123456789ab';
const at = '2026-11-23T12:00:00.000Z';

/** What is nobody's trouble, and what only a list can have. */
const isFine = (cause: CauseCode): boolean => ['already-customer', 'ready-existing', 'probable-typo', 'repeated-row'].includes(cause);

const composeOn = async (world: World): Promise<{ services: App & Services; client: ContractRouterClient<typeof contract> }> => {
	const dataDir = await makeTempDir();
	const folder = openSnapshotFolder(join(dataDir, 'snapshots'), memoryLocks());
	const site = { name: 'halden', url: 'https://halden.atlassian.net', adminUrl: 'https://api.atlassian.com' };
	const access = need(readAccess(world.accessText, at));
	const draft = need(await folder.create({ id: snapshotId, site, takenAt: at, access }, anyHold));
	writeWorld(draft, world);
	await draft.close();
	const services = need(await composeApp({ dataDir, host: 'cli', allowLoopback: true, version: '0.0.0', sessionSecrets: true }));
	onTestFinished(() => services.close());
	return { services, client: createRouterClient(services.router) as ContractRouterClient<typeof contract> };
};

const causesOf = async (services: Services, runId: string): Promise<ReadonlyMap<string, CauseCode>> => {
	for await (const progress of services.runs.watch(runId)) void progress;
	return new Map([...services.store.allRows(runId)].map(({ email, cause }) => [email, cause]));
};

it('a site-wide diagnosis finds everybody with whom something is wrong, and says what a list of everybody would', async () => {
	const world = makeWorld({ peoplePerCause: 3, fillers: 40 });
	const { services, client } = await composeOn(world);
	const everybody = [...world.users.values(), ...world.customers.values()].map(({ email }) => email);
	const { listId, preview } = need(await client.lists.open({ name: 'all.csv', text: `email\n${[...new Set(everybody)].join('\n')}\n` }));
	const { mapping } = preview;
	const whole = need(await client.runs.start({ listId, mapping, desk: 'HELP', offline: { snapshotId } }));
	const expected = [...(await causesOf(services, whole.runId))].filter(([, cause]) => !isFine(cause));

	const started = need(await client.runs.startSiteWide({ snapshotId, listName: 'Everybody', desk: 'HELP' }));
	const found = await causesOf(services, started.runId);
	expect(started).toMatchObject({ people: found.size, withoutAddress: 0 });
	expect(found.size).toBeLessThan(everybody.length);
	expect(new Map([...found].filter(([, cause]) => !isFine(cause)))).toEqual(new Map(expected));
	const causes = new Set(expected.map(([, cause]) => cause));
	for (const cause of [
		'access-revoked',
		'role-missing',
		'portal-account-inactive',
		'duplicate-accounts',
		'managed-elsewhere',
		'deletion-pending',
	]) {
		expect(causes).toContain(cause);
	}
	expect(need(services.store.run(started.runId))).toMatchObject({
		listName: 'Everybody',
		mode: 'offline',
		columns: ['email', 'name', 'found in'],
	});
});

it('a snapshot in which nobody has anything wrong with them is no run', async () => {
	const world = makeWorld({ peoplePerCause: 0, fillers: 0 });
	const { client } = await composeOn(world);
	expect(await client.runs.startSiteWide({ snapshotId, listName: 'Everybody', desk: 'HELP' })).toMatchObject({
		ok: false,
		failure: { code: 'nobody-noteworthy' },
	});
	expect(need(await client.runs.list())).toEqual([]);
});
