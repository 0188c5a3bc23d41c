import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoSite, startDemoSite } from '#demo-site/demo-site.ts';
import { makeDemoClient } from '../../support/demo-client.ts';
import { findListed } from '../../support/demo-people.ts';

interface Page<T> {
	readonly values: readonly T[];
	readonly isLastPage: boolean;
}
interface SearchPage {
	readonly data: readonly { readonly email: string; readonly status: string; readonly accountId: string }[];
	readonly links: { readonly next?: string };
}

describe('reading the demo site', () => {
	let site: DemoSite;
	let call: ReturnType<typeof makeDemoClient>;
	beforeEach(async () => {
		site = await startDemoSite();
		call = makeDemoClient(site);
	});
	afterEach(async () => {
		await site.stop();
	});
	const customers = (desk: string) => `/rest/servicedeskapi/servicedesk/${desk}/customer`;
	const search = () => `/admin/v2/orgs/${site.orgId}/directories/-/users/search`;

	it('tells its cloud id to anybody, and nothing else', async () => {
		expect((await call('GET', '/_edge/tenant_info', { anonymous: true })).body).toEqual({ cloudId: site.cloudId });
		for (const path of ['/rest/api/3/myself', customers('HELP'), '/admin/v1/orgs', '/users/x/manage']) {
			expect((await call('GET', path, { anonymous: true })).status).toBe(401);
			expect((await call('GET', path, { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
		}
	});

	it('refuses the desk customers without the experimental header', async () => {
		expect((await call('GET', customers('HELP'), { headers: { 'x-experimentalapi': 'no' } })).status).toBe(412);
	});

	it('pages desk customers fifty at most and finds parts of addresses', async () => {
		const first = (await call('GET', customers('HELP'), { query: { limit: '500' } })).body as Page<unknown>;
		expect(first.values).toHaveLength(50);
		expect(first.isLastPage).toBe(false);
		const second = (await call('GET', customers('HELP'), { query: { start: '50' } })).body as Page<unknown>;
		expect(second.isLastPage).toBe(true);
		const { email } = findListed(site.world, 'already-customer', 1);
		const found = (await call('GET', customers('HELP'), { query: { query: email.slice(1, -3) } })).body as Page<unknown>;
		expect(found.values.length).toBeGreaterThan(0);
	});

	it('lists nobody for an open desk, unless the site keeps such lists', async () => {
		expect((await call('GET', customers('OPEN'))).body).toMatchObject({ values: [], isLastPage: true });
	});

	it('finds exact addresses only and hands out bare cursors', async () => {
		const emails = site.world.persons.slice(0, 100).map(({ email }) => email);
		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const body: Record<string, unknown> = { emails, limit: 20, ...(cursor === undefined ? {} : { cursor }) };
			const page = (await call('POST', search(), { body })).body as SearchPage;
			seen.push(...page.data.map(({ email }) => email));
			cursor = page.links.next;
			expect(cursor ?? '').not.toContain('/');
		} while (cursor !== undefined);
		expect(seen.sort()).toEqual(emails.filter((email) => site.world.usersByEmail.has(email)).sort());
		const part = (await call('POST', search(), { body: { emails: ['@gmail.com'] } })).body as SearchPage;
		expect(part.data).toEqual([]);
	});

	it('tells people with a role on this site from people without by the filtered search', async () => {
		const filter = { roleIds: ['atlassian/customer', 'atlassian/user'], resourceIds: [site.world.jsmResourceId] };
		for (let index = 0; index < 3; index += 1) {
			const { email } = findListed(site.world, 'role-missing', index);
			expect(((await call('POST', search(), { body: { emails: [email] } })).body as SearchPage).data).toHaveLength(1);
			expect(((await call('POST', search(), { body: { emails: [email], ...filter } })).body as SearchPage).data).toEqual([]);
		}
	});

	it('refuses more than a hundred addresses, repeated ones, and two kinds of search at once', async () => {
		const many = Array.from({ length: 101 }, (_, at) => `p${at}@example.com`);
		for (const body of [{ emails: many }, { emails: ['a@b.c', 'a@b.c'] }, { emails: ['a@b.c'], searchTerm: 'a' }, { limit: 101 }]) {
			expect((await call('POST', search(), { body })).status).toBe(400);
		}
	});

	it('shows customers of both states in the sweep, and leaves hidden addresses out', async () => {
		const users = (await call('GET', '/rest/api/3/users/search', { query: { maxResults: '1000' } })).body as {
			accountType: string;
			active: boolean;
			emailAddress?: string;
		}[];
		const portal = users.filter(({ accountType }) => accountType === 'customer');
		expect(new Set(portal.map(({ active }) => active))).toEqual(new Set([true, false]));
		expect(portal.every(({ emailAddress }) => emailAddress !== undefined)).toBe(true);
		expect(users.some(({ emailAddress }) => emailAddress === undefined)).toBe(true);
	});

	it('answers a search for people with an empty list where the right is missing', async () => {
		const asked = { query: { query: 'ann' } };
		expect((await call('GET', '/rest/api/3/user/search', asked)).body).not.toEqual([]);
		site.world.caller.browsesUsers = false;
		expect(await call('GET', '/rest/api/3/user/search', asked)).toMatchObject({ status: 200, body: [] });
	});

	it('lacks the portal holder on the broken desk only', async () => {
		const scheme = async (key: string) =>
			JSON.stringify((await call('GET', `/rest/api/3/project/${key}/permissionscheme`, { query: { expand: 'permissions' } })).body);
		expect(await scheme('HELP')).toContain('sd.customer.portal.only');
		expect(await scheme('BROKEN')).not.toContain('sd.customer.portal.only');
	});

	it('pages domains by a link to itself', async () => {
		const first = (await call('GET', `/admin/v1/orgs/${site.orgId}/domains`)).body as SearchPage;
		const next = new URL(first.links.next ?? '');
		expect(next.origin).toBe(site.url);
		const second = (await call('GET', `${next.pathname}${next.search}`)).body as SearchPage;
		expect(second.data).toHaveLength(1);
		expect(second.links.next).toBeUndefined();
	});

	it('finds its own service management by host among the workspaces', async () => {
		const answer = await call('POST', `/admin/v2/orgs/${site.orgId}/workspaces`, { body: {} });
		const { data } = answer.body as { data: { id: string; attributes: { hostUrl: string } }[] };
		const own = data.filter(({ id, attributes }) => id.includes('jira-servicedesk') && attributes.hostUrl === site.url);
		expect(own.map(({ id }) => id)).toEqual([site.world.jsmResourceId]);
	});

	it('limits in HTML, with the time to wait', async () => {
		const answers = await Promise.all(Array.from({ length: 12 }, () => call('GET', customers('HELP'))));
		const limited = answers.filter(({ status }) => status === 429);
		expect(limited.length).toBeGreaterThan(0);
		expect(limited[0]?.headers.get('retry-after')).toBe('1');
		expect(limited[0]?.headers.get('content-type')).toContain('text/html');
	});

	it('logs every request without its credentials', async () => {
		await call('POST', search(), { body: { limit: 1 } });
		await call('GET', '/nowhere', { query: { a: '1' } });
		expect(site.requests()).toMatchObject([
			{ method: 'POST', path: search(), body: { limit: 1 }, status: 200 },
			{ method: 'GET', path: '/nowhere', query: { a: '1' }, status: 404 },
		]);
		expect(JSON.stringify(site.requests())).not.toContain(site.orgApiKey);
	});
});
