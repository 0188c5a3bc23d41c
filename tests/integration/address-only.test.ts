import { expect, it, onTestFinished } from 'vitest';
import { makeInviteList } from '#demo-site/invite-list.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { composeApp } from '#main/services/compose.ts';
import { runCommand } from '../support/command-line.ts';
import { makeTempDir, need, startDemo } from '../support/demo-app.ts';
import { doors } from '../support/doors.ts';
import { english, fileOf, portalColumns, usersColumns } from '../support/world-admin-files.ts';

const compose = async (dataDir: string) => {
	const app = need(await composeApp({ dataDir, host: 'cli', allowLoopback: true, version: '0.0.0', sessionSecrets: true }));
	onTestFinished(() => app.close());
	return doors['in process'](app.router);
};

it('a site of which no more is known than its address takes files and runs against them, and is never asked', async () => {
	const world = makeWorld({ seed: 1 });
	const client = await compose(await makeTempDir());
	const site = need(await client.sites.add({ name: 'Halden', url: 'https://halden.atlassian.net', client: 'Halden Group' }));
	expect(site).toMatchObject({ email: null, hasApiToken: false, client: 'Halden Group' });
	expect(need(await client.sites.overview())).toMatchObject([{ name: 'Halden', signIn: 'address' }]);

	const add = async (name: string, text: string, into?: string) => {
		const { adminFileId } = need(await client.snapshots.openAdminFile({ source: { name, text } }));
		const target = into === undefined ? { site: 'Halden' } : { snapshotId: into };
		return need(await client.snapshots.addAdminFiles({ adminFileIds: [adminFileId], coverage: 'all', target }));
	};
	const { id } = await add('users-2026-11-20.csv', fileOf(usersColumns(world, english), english));
	const both = await add('portal-2026-11-20.csv', fileOf(portalColumns(world, english), english), id);
	expect(both.adminFiles.map(({ part }) => part)).toEqual(['export:1', 'export:2']);

	const list = need(await client.lists.open({ name: 'invite-list.csv', text: makeInviteList(world) }));
	const asked = { listId: list.listId, mapping: list.preview.mapping, site: 'Halden' };
	const live = { ok: false, failure: { code: 'site-address-only', details: { site: 'Halden' } } };
	expect(await client.runs.start(asked)).toMatchObject(live);
	expect(await client.sites.check({ name: 'Halden' })).toMatchObject(live);
	expect(await client.snapshots.pull({ site: 'Halden' })).toMatchObject(live);
	const started = need(await client.runs.start({ ...asked, offline: { snapshotId: id, allowIncomplete: true } }));
	for await (const progress of await client.runs.watch(started)) void progress;
	expect(need(await client.runs.get(started))).toMatchObject({ state: 'finished', site: { name: 'halden' } });

	const left = need(await client.snapshots.removeAdminFile({ snapshotId: id, part: 'export:1' }));
	expect(left).toMatchObject({ state: 'complete', adminFiles: [{ part: 'export:2', fileName: 'portal-2026-11-20.csv' }] });
	for (const part of ['export:1', 'export:2']) {
		expect(await client.snapshots.removeAdminFile({ snapshotId: id, part })).toMatchObject({ failure: { code: 'wrong-use' } });
	}
});

it('a file that looks like one of another client is told of, and of the same client is not', async () => {
	const world = makeWorld({ seed: 1 });
	const client = await compose(await makeTempDir());
	for (const [name, owner] of [
		['halden', 'Halden Group'],
		['halden-2', 'Halden Group'],
		['orchid', 'Orchid Bank'],
	] as const) {
		need(await client.sites.add({ name, url: `https://${name}.atlassian.net`, client: owner }));
	}
	// Of one company: a world's own people are of many.
	const text = fileOf(usersColumns(world, english), english).replaceAll(/@(?!gmail)[a-z0-9.-]+/gi, '@halden-group.example');
	const open = async (siteUrl: string) => need(await client.snapshots.openAdminFile({ source: { name: 'users.csv', text }, siteUrl }));
	const told = ({ preview }: Awaited<ReturnType<typeof open>>) => preview.notices.filter(({ code }) => code === 'other-client');
	const first = await open('https://halden.atlassian.net');
	expect(told(first), 'nobody knows better yet').toEqual([]);
	need(await client.snapshots.addAdminFiles({ adminFileIds: [first.adminFileId], coverage: 'all', target: { site: 'halden' } }));
	expect(told(await open('https://orchid.atlassian.net'))).toEqual([
		{ code: 'other-client', details: { domain: 'halden-group.example', site: 'halden', client: 'Halden Group' } },
	]);
	expect(told(await open('https://halden.atlassian.net'))).toEqual([]);
	expect(told(await open('https://halden-2.atlassian.net'))).toEqual([]);
});

it('gets its account later, and is asked from then on', async () => {
	const demo = await startDemo();
	const client = await compose(await makeTempDir());
	need(await client.sites.add({ name: 'Halden', url: demo.url, adminUrl: demo.url }));
	const { email, apiToken, orgApiKey } = demo;
	const alone = await client.sites.setTokens({ name: 'Halden', apiToken, tokenExpiresOn: null });
	expect(alone).toMatchObject({ failure: { code: 'site-address-only' } });
	const site = need(await client.sites.setTokens({ name: 'Halden', email, apiToken, orgApiKey, tokenExpiresOn: null }));
	expect(site).toMatchObject({ email, hasApiToken: true, hasOrgApiKey: true });
	expect(need(await client.sites.check({ name: 'Halden' })).desks).not.toEqual([]);
});

it('is added by the command line, too, which says what it cannot do', async () => {
	const dir = await makeTempDir();
	const run = (...args: readonly string[]) => runCommand([...args, '--data-dir', dir]);
	const added = await run('site', 'add', 'https://halden.atlassian.net', '--address-only', '--client', 'Halden Group');
	expect(added).toMatchObject({ code: 0 });
	expect(added.stdout).toContain('Added halden');
	expect(added.stderr).toContain('Without an account');
	expect((await run('site', 'list')).stdout).toMatch(/^halden {2}https:\/\/halden\.atlassian\.net {2}address only {2}Halden Group$/m);
	expect((await run('site', 'check', 'halden')).stderr).toContain('No account is stored for “halden”');
	expect((await run('site', 'add', 'https://other.atlassian.net', '--address-only', '--email', 'a@b.example')).code).toBe(2);
});
