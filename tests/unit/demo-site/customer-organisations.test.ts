import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoSite, startDemoSite } from '#demo-site/demo-site.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { makeDemoClient } from '../../support/demo-client.ts';

interface Listed {
	readonly values: readonly { readonly id: string; readonly name: string; readonly accountId: string }[];
	readonly isLastPage: boolean;
}

describe('customer organisations of the demo site', () => {
	let site: DemoSite;
	let call: ReturnType<typeof makeDemoClient>;
	beforeEach(async () => {
		site = await startDemoSite();
		call = makeDemoClient(site);
	});
	afterEach(async () => {
		await site.stop();
	});
	const base = '/rest/servicedeskapi/organization';
	const list = async (path: string, query: Record<string, string> = {}) => (await call('GET', path, { query })).body as Listed;
	const namesOf = async (accountId: string) => (await list(base, { accountId })).values.map(({ name }) => name);

	/** Active on the site and neither in the HELP desk nor in an organisation. */
	const findOutsider = (): string => {
		const help = site.world.desks.find(({ key }) => key === 'HELP');
		const found = site.world.customers.values().find(({ accountId, active }) => active && help?.members.has(accountId) === false);
		return found?.accountId ?? '';
	};
	const mayRaise = async (accountId: string): Promise<boolean> => {
		const body = { accountId, permissions: ['canCreateRequest'] };
		const answer = await call('POST', '/rest/servicedeskapi/servicedesk/HELP/requesttype/permissions/check', { body });
		return (answer.body as { canCreateRequest: number[] }).canCreateRequest.length > 0;
	};

	it('are some of the companies of the list, with members', async () => {
		const { values } = await list(base);
		expect(values.map(({ name }) => name)).toEqual(['Brightwater, Inc.', 'Orchid Bank', 'Tinplate & Sons, Ltd.']);
		const companies = new Set(site.world.persons.map(({ organisation }) => organisation));
		expect(values.every(({ name }) => companies.has(name))).toBe(true);
		for (const { id, name } of values) {
			const members = (await list(`${base}/${id}/user`)).values.map(({ accountId }) => accountId);
			expect(members.length).toBeGreaterThan(1);
			expect(members).toEqual([...members].sort());
			expect(await namesOf(members[0] ?? '')).toEqual([name]);
		}
	});

	it('page', async () => {
		const first = await list(base, { limit: '2' });
		expect(first).toMatchObject({ isLastPage: false, values: [{ id: '1' }, { id: '2' }] });
		expect(await list(base, { start: '2', limit: '2' })).toMatchObject({ isLastPage: true, values: [{ id: '3' }] });
	});

	it('let nobody into the desk who is not in its list already', () => {
		const { desks, customerOrganisations } = makeWorld();
		const help = desks.find(({ key }) => key === 'HELP');
		const members = customerOrganisations.flatMap((organisation) => [...organisation.members]);
		expect(members.filter((id) => help?.members.has(id) !== true)).toEqual([]);
	});

	it('take members, all of those named or none', async () => {
		const accountId = findOutsider();
		expect((await call('POST', `${base}/3/user`, { body: { accountIds: [accountId, 'qm:nobody'] } })).status).toBe(400);
		expect(await namesOf(accountId)).toEqual([]);
		expect((await call('POST', `${base}/3/user`, { body: { accountIds: [accountId] } })).status).toBe(204);
		expect((await call('POST', `${base}/3/user`, { body: { accountIds: [accountId] } })).status).toBe(204);
		expect(await namesOf(accountId)).toEqual(['Tinplate & Sons, Ltd.']);
	});

	it('let their members raise requests once they belong to the desk', async () => {
		const accountId = findOutsider();
		await call('POST', `${base}/3/user`, { body: { accountIds: [accountId] } });
		expect(await mayRaise(accountId)).toBe(false);
		const link = '/rest/servicedeskapi/servicedesk/HELP/organization';
		expect((await list(link)).values).toHaveLength(2);
		expect((await call('POST', link, { body: { organizationId: 3 } })).status).toBe(204);
		expect((await list(link)).values).toHaveLength(3);
		expect(await mayRaise(accountId)).toBe(true);
	});

	it('lose who is removed from the directory', async () => {
		const organisation = site.world.customerOrganisations.find(({ members }) => [...members].some((id) => site.world.users.has(id)));
		const user = site.world.users.get([...(organisation?.members ?? [])].find((id) => site.world.users.has(id)) ?? '');
		const path = `/admin/v2/orgs/${site.orgId}/directories/${user?.directoryId}/users/${encodeURIComponent(user?.accountId ?? '')}`;
		expect((await call('DELETE', path)).status).toBe(204);
		expect(organisation?.members.has(user?.accountId ?? '')).toBe(false);
	});
});
