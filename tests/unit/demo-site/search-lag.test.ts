import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoSite, startDemoSite } from '#demo-site/demo-site.ts';
import { noLimits } from '#demo-site/rate-limits.ts';
import { makeDemoClient } from '../../support/demo-client.ts';
import { findListed } from '../../support/demo-people.ts';

describe('searches of the demo site that lag behind', () => {
	let site: DemoSite;
	let call: ReturnType<typeof makeDemoClient>;
	let nowMs = 0;
	beforeEach(async () => {
		nowMs = Date.UTC(2026, 10, 23);
		site = await startDemoSite({ limits: noLimits, now: () => nowMs });
		call = makeDemoClient(site);
		site.world.searchLagMs = 5_000;
	});
	afterEach(async () => {
		await site.stop();
	});

	const statusOf = async (email: string): Promise<string | undefined> => {
		const answer = await call('POST', `/admin/v2/orgs/${site.orgId}/directories/-/users/search`, { body: { emails: [email] } });
		return (answer.body as { data: { status: string }[] }).data[0]?.status;
	};
	const isSwept = async (email: string): Promise<boolean> => {
		const answer = await call('GET', '/rest/api/3/users/search', { query: { maxResults: '1000' } });
		return (answer.body as { emailAddress?: string }[]).some(({ emailAddress }) => emailAddress === email);
	};
	const pathOf = ({ directoryId, accountId }: { directoryId: string; accountId: string }) =>
		`/admin/v2/orgs/${site.orgId}/directories/${directoryId}/users/${encodeURIComponent(accountId)}`;

	it('show each change as late as they lag, and no change before it was made', async () => {
		const { user, email } = findListed(site.world, 'access-revoked', 2);
		await call('POST', `${pathOf(user)}/restore`);
		nowMs += 3_000;
		await call('DELETE', pathOf(user));
		nowMs += 1_999;
		expect(await statusOf(email)).toBe('suspended');
		nowMs += 1;
		expect(await statusOf(email)).toBe('active');
		nowMs += 2_999;
		expect(await statusOf(email)).toBe('active');
		nowMs += 1;
		expect(await statusOf(email)).toBe(user.claimStatus === 'managed' ? 'not_invited' : undefined);
	});

	it('are behind in the sweep too, while one account is shown as it is', async () => {
		const email = 'new.one@tinplate.example';
		const made = await call('POST', '/rest/servicedeskapi/customer', { body: { email, displayName: 'New' } });
		const { accountId } = made.body as { accountId: string };
		expect(await isSwept(email)).toBe(false);
		expect((await call('GET', '/rest/api/3/user', { query: { accountId } })).status).toBe(200);
		nowMs += 5_000;
		expect(await isSwept(email)).toBe(true);
	});

	it('are up to date where nothing lags', async () => {
		site.world.searchLagMs = 0;
		const { user, email } = findListed(site.world, 'access-revoked');
		await call('POST', `${pathOf(user)}/restore`);
		expect(await statusOf(email)).toBe('active');
	});
});
