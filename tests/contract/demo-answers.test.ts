import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoSite, startDemoSite } from '#demo-site/demo-site.ts';
import { noLimits } from '#demo-site/rate-limits.ts';
import { findListed } from '../support/demo-people.ts';
import { type DemoAnswer, makeDemoClient } from '../support/demo-client.ts';
import { checkAnswer, checkRequest, openapiPresent, warnWithoutOpenapi } from '../support/openapi.ts';

warnWithoutOpenapi('the demo site against the OpenAPI documents');

describe.skipIf(!openapiPresent)('the demo site answers as specified', () => {
	let site: DemoSite;
	let call: ReturnType<typeof makeDemoClient>;

	beforeEach(async () => {
		site = await startDemoSite({ limits: noLimits });
		call = makeDemoClient(site);
	});
	afterEach(async () => {
		await site.stop();
	});

	const expectSpecified = (answer: DemoAnswer, status: number): void => {
		expect({ answer: answer.body, status: answer.status, faults: checkAnswer(answer) }).toMatchObject({ status, faults: [] });
	};

	it('is held by a check that notices what is wrong', () => {
		const search = `/admin/v2/orgs/o/directories/-/users/search`;
		const answer = { method: 'POST', path: search, status: 200 };
		expect(checkAnswer({ ...answer, body: { data: [{ status: 'limbo' }] } })).toHaveLength(1);
		expect(checkAnswer({ ...answer, body: {} })).toHaveLength(1);
		expect(checkAnswer({ ...answer, status: 418 })).toHaveLength(1);
		expect(checkAnswer({ ...answer, body: { data: [{ managementSource: null }] } })).toEqual([]);
		expect(checkRequest({ method: 'POST', path: search, body: { emails: ['a', 'a'], limit: 101 } })).toHaveLength(2);
		expect(checkRequest({ method: 'GET', path: '/rest/api/3/users/search', query: { max: '1' } })).toHaveLength(1);
		const customers = { method: 'GET', path: '/rest/servicedeskapi/servicedesk/1/customer' };
		expect(checkRequest({ ...customers, headers: {} })).toHaveLength(1);
		expect(checkRequest({ ...customers, headers: { 'x-experimentalapi': 'opt-in' } })).toEqual([]);
		expect(checkRequest({ method: 'GET', path: '/rest/nowhere' })).toHaveLength(1);
	});

	const desk = '/rest/servicedeskapi/servicedesk/HELP';
	const reads: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
		['/rest/api/3/myself', {}],
		['/rest/api/3/users/search', { startAt: '0', maxResults: '1000' }],
		['/rest/api/3/user/search', { query: 'ann' }],
		['/rest/api/3/mypermissions', { permissions: 'ADMINISTER,USER_PICKER', projectKey: 'HELP' }],
		['/rest/api/3/project/HELP/permissionscheme', { expand: 'permissions' }],
		['/rest/api/3/project/BROKEN/permissionscheme', {}],
		['/rest/servicedeskapi/servicedesk', { start: '0', limit: '1' }],
		[desk, {}],
		[`${desk}/customer`, { query: 'a', start: '0', limit: '50' }],
		[`${desk}/requesttype`, {}],
		[`${desk}/organization`, {}],
		['/rest/servicedeskapi/organization', { start: '0', limit: '2' }],
		['/rest/servicedeskapi/organization/1/user', {}],
		['/admin/v1/orgs', {}],
		['/admin/v1/orgs/{org}/domains', {}],
		['/admin/v2/orgs/{org}/directories', {}],
		['/admin/v2/orgs/{org}/app-access-settings/domains', { limit: '1' }],
		['/admin/v2/orgs/{org}/app-access-settings/domains/halden-group.example', {}],
		['/rest/api/3/search/jql', { jql: 'reporter = "admin@halden-group.example"', maxResults: '1', fields: 'reporter' }],
	];

	it.each(reads)('GET %s', async (path, query) => {
		const answer = await call('GET', path.replace('{org}', site.orgId), { query });
		expectSpecified(answer, 200);
		expect(checkRequest({ method: 'GET', path: answer.path, query })).toEqual([]);
	});

	it.each(reads.filter(([path]) => path !== desk && path !== '/rest/api/3/users/search'))('GET %s without credentials', async (path) => {
		expectSpecified(await call('GET', path.replace('{org}', site.orgId), { anonymous: true }), 401);
	});

	it('refuses wrong questions of the Jira platform as specified', async () => {
		expectSpecified(await call('GET', '/rest/api/3/mypermissions'), 400);
		expectSpecified(await call('GET', '/rest/api/3/mypermissions', { query: { permissions: 'ADMINISTER', projectKey: 'NO' } }), 404);
		expectSpecified(await call('GET', '/rest/api/3/user', { query: { accountId: 'nobody' } }), 404);
		expectSpecified(await call('GET', '/rest/api/3/user/search'), 400);
		expectSpecified(await call('GET', '/rest/api/3/project/NO/permissionscheme'), 404);
		site.world.caller.browsesUsers = false;
		expectSpecified(await call('GET', '/rest/api/3/users/search'), 403);
	});

	it('creates and adds customers as specified', async () => {
		const body = { email: 'new.person@tinplate.example', displayName: 'New Person' };
		const strict = { query: { strictConflictStatusCode: 'true' } };
		const made = await call('POST', '/rest/servicedeskapi/customer', { body });
		expectSpecified(made, 201);
		expect(checkRequest({ method: 'POST', path: made.path, body, ...strict })).toEqual([]);
		expectSpecified(await call('POST', '/rest/servicedeskapi/customer', { body }), 400);
		expectSpecified(await call('POST', '/rest/servicedeskapi/customer', { body, ...strict }), 409);
		const { accountId } = made.body as { accountId: string };
		expectSpecified(await call('POST', `${desk}/customer`, { body: { accountIds: [accountId] } }), 204);
		expectSpecified(await call('POST', `${desk}/customer`, { body: { accountIds: ['qm:nobody'] } }), 400);
		expectSpecified(await call('GET', '/rest/servicedeskapi/servicedesk/NO/customer'), 404);
		const check = { accountId, requestTypeIds: [11], permissions: ['canCreateRequest'] };
		const permissions = `${desk}/requesttype/permissions/check`;
		expectSpecified(await call('POST', permissions, { body: check }), 200);
		expectSpecified(await call('POST', permissions, { body: { ...check, permissions: ['canCreateRequest', 'canAdminister'] } }), 200);
		expectSpecified(await call('POST', permissions, { body: { ...check, permissions: [] } }), 400);
		expectSpecified(await call('POST', permissions, { body: { ...check, accountId: 'nobody' } }), 400);
		expectSpecified(
			await call('POST', permissions, { body: { ...check, requestTypeIds: Array.from({ length: 51 }, (_, at) => at) } }),
			400,
		);
		site.world.caller.administersJira = false;
		site.world.caller.administersDesks = false;
		expectSpecified(await call('POST', '/rest/servicedeskapi/customer', { body }), 403);
		expectSpecified(await call('GET', `${desk}/customer`), 403);
		expectSpecified(await call('POST', permissions, { body: check }), 401);
	});

	it('keeps customer organisations as specified', async () => {
		const { accountId } = findListed(site.world, 'already-customer', 1).user;
		const organisations = '/rest/servicedeskapi/organization';
		expectSpecified(await call('GET', organisations, { query: { accountId, start: '0', limit: '50' } }), 200);
		expectSpecified(await call('GET', organisations, { query: { accountId: 'nobody' } }), 404);
		const body = { accountIds: [accountId] };
		expectSpecified(await call('POST', `${organisations}/3/user`, { body }), 204);
		expectSpecified(await call('GET', `${organisations}/3/user`), 200);
		expectSpecified(await call('POST', `${organisations}/3/user`, { body: { accountIds: ['qm:nobody'] } }), 400);
		expectSpecified(await call('POST', `${organisations}/99/user`, { body }), 404);
		expectSpecified(await call('GET', `${organisations}/99/user`), 404);
		expectSpecified(await call('POST', `${desk}/organization`, { body: { organizationId: 3 } }), 204);
		expectSpecified(await call('POST', `${desk}/organization`, { body: { organizationId: 99 } }), 404);
		expectSpecified(await call('GET', '/rest/servicedeskapi/servicedesk/NO/organization'), 404);
		expectSpecified(await call('POST', `${organisations}/3/user`, { body, anonymous: true }), 401);
		site.world.caller.administersDesks = false;
		for (const path of [`${organisations}/3/user`, `${desk}/organization`]) {
			expectSpecified(await call('GET', path), 403);
			expectSpecified(await call('POST', path, { body }), 403);
		}
		expectSpecified(await call('GET', organisations, { query: { accountId } }), 403);
	});

	it('shows one account and where it is as specified', async () => {
		const { accountId } = findListed(site.world, 'access-revoked').user;
		const shown = await call('GET', '/rest/api/3/user', { query: { accountId } });
		expectSpecified(shown, 200);
		expect(checkRequest({ method: 'GET', path: shown.path, query: { accountId } })).toEqual([]);
		expectSpecified(await call('GET', '/rest/api/3/user', { query: { accountId }, anonymous: true }), 401);
		const directories = `/admin/v2/orgs/${site.orgId}/directories`;
		expectSpecified(await call('GET', directories, { query: { accountId, limit: '100' } }), 200);
		site.world.caller.browsesUsers = false;
		expectSpecified(await call('GET', '/rest/api/3/user', { query: { accountId } }), 403);
	});

	it('searches people and workspaces as specified', async () => {
		const search = `/admin/v2/orgs/${site.orgId}/directories/-/users/search`;
		const emails = site.world.persons.slice(0, 100).map(({ email }) => email);
		const found = await call('POST', search, { body: { emails, limit: 100 } });
		expectSpecified(found, 200);
		expectSpecified(await call('POST', search, { body: { limit: 100 } }), 200);
		expectSpecified(await call('POST', search, { body: { emails, searchTerm: 'a' } }), 400);
		expectSpecified(await call('POST', search, { body: {}, anonymous: true }), 401);
		expectSpecified(await call('POST', search.replace(site.orgId, 'other'), { body: {} }), 404);
		const workspaces = `/admin/v2/orgs/${site.orgId}/workspaces`;
		expectSpecified(await call('POST', workspaces, { body: { limit: 2 } }), 200);
		expectSpecified(await call('POST', workspaces, { body: { limit: 0 } }), 400);
		expectSpecified(await call('POST', workspaces, { body: {}, anonymous: true }), 401);
		expectSpecified(await call('POST', workspaces.replace(site.orgId, 'other'), { body: {} }), 404);
		expectSpecified(await call('GET', '/admin/v1/orgs/other/domains'), 403);
	});

	it('shows and changes one person as specified', async () => {
		const revoked = findListed(site.world, 'access-revoked').user;
		const base = `/admin/v2/orgs/${site.orgId}/directories/${revoked.directoryId}/users/${encodeURIComponent(revoked.accountId)}`;
		const assign = `/admin/v1/orgs/${site.orgId}/users/${encodeURIComponent(revoked.accountId)}/roles/assign`;
		const role = { role: 'atlassian/customer', resource: site.world.jsmResourceId };
		expectSpecified(await call('GET', base), 200);
		expectSpecified(await call('GET', `${base}/role-assignments`), 200);
		expectSpecified(await call('POST', assign, { body: role }), 400);
		expectSpecified(await call('POST', `${base}/restore`), 204);
		expectSpecified(await call('POST', assign, { body: role }), 204);
		expectSpecified(await call('POST', assign, { body: { ...role, resource: 'ari:cloud:jira::site/other' } }), 404);
		expectSpecified(await call('POST', assign, { body: role, anonymous: true }), 401);
		expectSpecified(await call('DELETE', base), 204);
		expectSpecified(await call('GET', `${base.slice(0, -3)}zzz`), 404);
	});

	it('invites as specified', async () => {
		const invite = `/admin/v2/orgs/${site.orgId}/users/invite`;
		const permissionRules = [{ role: 'atlassian/customer', resource: site.world.jsmResourceId }];
		const ok = { emails: [findListed(site.world, 'not-invited').user.email], permissionRules, sendNotification: false };
		expectSpecified(await call('POST', invite, { body: ok }), 200);
		const partly = { emails: [...ok.emails, findListed(site.world, 'managed-elsewhere').user.email], permissionRules };
		expectSpecified(await call('POST', invite, { body: partly }), 206);
		expectSpecified(await call('POST', invite, { body: { emails: [] } }), 400);
		expectSpecified(await call('POST', invite, { body: ok, anonymous: true }), 401);
	});

	it.each([
		['deactivated-here', 0, 200, 204],
		['deactivated-by-idp', 0, 200, 403],
		['managed-elsewhere', 0, 403, 403],
		['managed-elsewhere', 1, 200, 403],
		['deletion-pending', 0, 200, 409],
	] as const)('manages the account of %s (%i) as specified', async (cause, index, read, write) => {
		const { accountId } = findListed(site.world, cause, index).user;
		const base = `/users/${encodeURIComponent(accountId)}/manage`;
		expectSpecified(await call('GET', base, { query: { privileges: 'lifecycle.enablement' } }), read);
		expectSpecified(await call('POST', `${base}/lifecycle/enable`), write);
		expectSpecified(await call('GET', base, { anonymous: true }), 401);
		expectSpecified(await call('GET', '/users/nobody/manage'), 404);
	});
});
