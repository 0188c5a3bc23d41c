import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoSite, startDemoSite } from '#demo-site/demo-site.ts';
import { readStatus } from '#demo-site/world/world.ts';
import { makeDemoClient } from '../../support/demo-client.ts';
import { findListed } from '../../support/demo-people.ts';

describe('writing to the demo site', () => {
	let site: DemoSite;
	let call: ReturnType<typeof makeDemoClient>;
	beforeEach(async () => {
		site = await startDemoSite();
		call = makeDemoClient(site);
	});
	afterEach(async () => {
		await site.stop();
	});
	const help = '/rest/servicedeskapi/servicedesk/HELP';

	const create = async (email: string): Promise<{ status: number; accountId: string }> => {
		const query = { strictConflictStatusCode: 'true' };
		const answer = await call('POST', '/rest/servicedeskapi/customer', { body: { email, displayName: 'New' }, query });
		return { status: answer.status, accountId: (answer.body as { accountId?: string }).accountId ?? '' };
	};
	const add = async (accountId: string): Promise<number> =>
		(await call('POST', `${help}/customer`, { body: { accountIds: [accountId] } })).status;
	const mayRaise = async (accountId: string, desk = 'HELP'): Promise<boolean> => {
		const path = `/rest/servicedeskapi/servicedesk/${desk}/requesttype/permissions/check`;
		const answer = await call('POST', path, { body: { accountId, permissions: ['canCreateRequest'] } });
		return (answer.body as { canCreateRequest: number[] }).canCreateRequest.length > 0;
	};

	it('creates a portal-only customer, who may raise requests once added', async () => {
		const { status, accountId } = await create('new.one@tinplate.example');
		expect(status).toBe(201);
		expect(accountId).toMatch(/^qm:/);
		expect(await mayRaise(accountId)).toBe(false);
		expect(await add(accountId)).toBe(204);
		expect(await add(accountId)).toBe(204);
		expect(await mayRaise(accountId)).toBe(true);
		expect(await mayRaise(accountId, 'OPEN')).toBe(true);
		expect(await mayRaise(accountId, 'BROKEN')).toBe(false);
		expect((await create('New.One@tinplate.example')).status).toBe(409);
	});

	it('creates an Atlassian account for an approved domain and nothing for a refused one', async () => {
		expect((await create('new.two@halden-labs.example')).accountId).not.toMatch(/^qm:/);
		expect((await create('new.three@mosswood.example')).status).toBe(400);
		expect((await create('not an address')).status).toBe(400);
		site.world.caller.administersJira = false;
		expect((await create('new.four@tinplate.example')).status).toBe(403);
	});

	it('adds the valid ones of a batch that it refuses, and names nobody', async () => {
		const { user } = findListed(site.world, 'ready-existing', 1);
		const answer = await call('POST', `${help}/customer`, { body: { accountIds: [user.accountId, 'qm:nobody'] } });
		expect(answer.status).toBe(400);
		expect(JSON.stringify(answer.body)).not.toContain('nobody');
		expect(await mayRaise(user.accountId)).toBe(true);
	});

	it('restores with the former roles, and adds only then', async () => {
		const { user } = findListed(site.world, 'access-revoked');
		expect(await add(user.accountId)).toBe(400);
		const path = `/admin/v2/orgs/${site.orgId}/directories/${user.directoryId}/users/${encodeURIComponent(user.accountId)}`;
		expect((await call('POST', `${path}/restore`)).status).toBe(204);
		expect(readStatus(user)).toBe('active');
		expect(user.roles.map(({ role }) => role)).toContain('atlassian/user');
		expect(await add(user.accountId)).toBe(204);
	});

	it('grants the customer role', async () => {
		const { user } = findListed(site.world, 'role-missing');
		expect(await add(user.accountId)).toBe(400);
		const path = `/admin/v1/orgs/${site.orgId}/users/${encodeURIComponent(user.accountId)}/roles/assign`;
		const body = { role: 'atlassian/customer', resource: site.world.jsmResourceId };
		expect((await call('POST', path, { body })).status).toBe(204);
		expect((await call('POST', path, { body: { ...body, role: 'atlassian/nonsense' } })).status).toBe(400);
		expect(await add(user.accountId)).toBe(204);
	});

	it('invites who was never invited, and says which address failed', async () => {
		const invited = findListed(site.world, 'not-invited').user;
		const elsewhere = findListed(site.world, 'managed-elsewhere').user;
		const permissionRules = [{ role: 'atlassian/customer', resource: site.world.jsmResourceId }];
		const body = { emails: [invited.email, elsewhere.email], permissionRules };
		const answer = await call('POST', `/admin/v2/orgs/${site.orgId}/users/invite`, { body });
		expect(answer.status).toBe(206);
		expect(JSON.stringify(answer.body)).toContain('ERROR');
		expect(readStatus(invited)).toBe('active');
		expect(await add(invited.accountId)).toBe(204);
	});

	it('replaces an account that another organisation manages', async () => {
		const { user, email } = findListed(site.world, 'managed-elsewhere');
		expect((await create(email)).status).toBe(409);
		const path = `/admin/v2/orgs/${site.orgId}/directories/${user.directoryId}/users/${encodeURIComponent(user.accountId)}`;
		expect((await call('DELETE', path)).status).toBe(204);
		expect((await call('GET', path)).status).toBe(404);
		const made = await create(email);
		expect(made.accountId).toMatch(/^qm:/);
		expect(await add(made.accountId)).toBe(204);
	});

	it('shows at every address what was written', async () => {
		const { user, email } = findListed(site.world, 'managed-elsewhere');
		const account = async (accountId: string) => (await call('GET', '/rest/api/3/user', { query: { accountId } })).status;
		const directoriesOf = async (accountId: string) =>
			((await call('GET', `/admin/v2/orgs/${site.orgId}/directories`, { query: { accountId } })).body as { data: unknown[] }).data;
		expect(await account(user.accountId)).toBe(200);
		expect(await directoriesOf(user.accountId)).toEqual([{ directoryId: user.directoryId, name: 'Halden Group' }]);
		const path = `/admin/v2/orgs/${site.orgId}/directories/${user.directoryId}/users/${encodeURIComponent(user.accountId)}`;
		await call('DELETE', path);
		expect(await account(user.accountId)).toBe(404);
		expect(await directoriesOf(user.accountId)).toEqual([]);
		const made = await create(email);
		expect(await account(made.accountId)).toBe(200);
		const sweep = (await call('GET', '/rest/api/3/users/search', { query: { maxResults: '1000' } })).body as { accountId: string }[];
		expect(sweep.map(({ accountId }) => accountId)).toContain(made.accountId);
		await add(made.accountId);
		const listed = (await call('GET', `${help}/customer`, { query: { query: email } })).body as { values: { accountId: string }[] };
		expect(listed.values.map(({ accountId }) => accountId)).toEqual([made.accountId]);
	});

	it('knows a person who belongs to the organisation but was not invited only there, until the invitation', async () => {
		const { user, email } = findListed(site.world, 'not-invited');
		const { accountId } = user;
		const account = async () => (await call('GET', '/rest/api/3/user', { query: { accountId } })).status;
		const directories = async () =>
			((await call('GET', `/admin/v2/orgs/${site.orgId}/directories`, { query: { accountId } })).body as { data: unknown[] }).data.length;
		expect([await account(), await directories()]).toEqual([404, 0]);
		const permissionRules = [{ role: 'atlassian/customer', resource: site.world.jsmResourceId }];
		await call('POST', `/admin/v2/orgs/${site.orgId}/users/invite`, { body: { emails: [email], permissionRules } });
		expect([await account(), await directories()]).toEqual([200, 1]);
	});

	it('enables its own accounts, not those of an identity provider', async () => {
		const own = findListed(site.world, 'deactivated-here').user;
		const synced = findListed(site.world, 'deactivated-by-idp').user;
		const enable = async (id: string) => (await call('POST', `/users/${encodeURIComponent(id)}/manage/lifecycle/enable`)).status;
		expect(await enable(own.accountId)).toBe(204);
		expect(readStatus(own)).toBe('active');
		expect(await enable(synced.accountId)).toBe(403);
	});
});
