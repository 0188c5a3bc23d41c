import { describe, expect, it } from 'vitest';
import { done } from '#shared/outcome.ts';
import { drive } from '../../../support/manual-clock.ts';
import { type Answerer, canary, standIn } from './stand-in.ts';

const cloudId = 'c-1';
const gateway = `/ex/jira/${cloudId}`;
const person = { accountId: '5b-1', accountType: 'atlassian', active: true, displayName: 'Robin' };
const unauthorised = { status: 401, body: { message: 'Client must be authenticated to access this resource.' } };
const wrongScope = { status: 401, body: { code: 401, message: 'Unauthorized; scope does not match' } };

/** A site that lets a token in at its gateway only. */
const scopedOnly =
	(atGateway: Answerer): Answerer =>
	(seen, nth, response) => {
		if (seen.url === '/_edge/tenant_info') return { body: { cloudId } };
		return seen.url.startsWith(`${gateway}/`) ? atGateway({ ...seen, url: seen.url.slice(gateway.length) }, nth, response) : unauthorised;
	};

const paths = (site: { readonly seen: readonly { readonly url: string }[] }) => site.seen.map(({ url }) => url.split('?')[0]);

describe('a token with scopes', () => {
	it('is tried at the site, then at the gateway, and from then on there only', async () => {
		const site = await standIn(scopedOnly(() => ({ body: person })));
		expect(await drive(site.clock, site.questions.myself())).toMatchObject({ ok: true, value: { value: { accountId: '5b-1' } } });
		expect(await drive(site.clock, site.questions.account('5b-1'))).toMatchObject({ ok: true });
		const myself = '/rest/api/3/myself';
		expect(paths(site)).toEqual([myself, '/_edge/tenant_info', gateway + myself, gateway + myself, `${gateway}/rest/api/3/user`]);
	});

	it('is not sent where nobody needs it: the cloud id is public', async () => {
		const site = await standIn(scopedOnly(() => ({ body: person })));
		await drive(site.clock, site.questions.myself());
		const tenant = site.seen.find(({ url }) => url === '/_edge/tenant_info');
		expect(tenant?.headers.authorization).toBe(undefined);
		expect(JSON.stringify(tenant)).not.toContain(canary);
	});

	it('is sought for once, however many questions are asked at the same time', async () => {
		const site = await standIn(scopedOnly(() => ({ body: person })));
		const asked = await drive(site.clock, Promise.all([site.questions.myself(), site.questions.account('5b-1'), site.questions.myself()]));
		expect(asked.map(({ ok }) => ok)).toEqual([true, true, true]);
		expect(paths(site).filter((path) => path === '/_edge/tenant_info')).toHaveLength(1);
	});

	it('is let in even where it lacks the scope to say whose it is', async () => {
		const site = await standIn(scopedOnly(({ url }) => (url === '/rest/api/3/myself' ? wrongScope : { body: [] })));
		expect(await drive(site.clock, site.questions.myself())).toMatchObject({
			ok: false,
			failure: { code: 'scope-missing', details: { which: 'apiToken', use: 'account', scopes: ['read:jira-user'] } },
		});
		expect(await drive(site.clock, site.questions.users(0, 1))).toMatchObject({ ok: true });
	});

	it('is not asked again for what its scopes leave out', async () => {
		const site = await standIn(scopedOnly(({ url }) => (url === '/rest/api/3/myself' ? { body: person } : wrongScope)));
		await drive(site.clock, site.questions.myself());
		const asked = site.seen.length;
		for (const start of [0, 50, 100]) {
			expect(await drive(site.clock, site.questions.deskCustomers('1', { start, limit: 50 }))).toMatchObject({
				failure: { code: 'scope-missing' },
			});
		}
		expect(site.seen).toHaveLength(asked + 1);
	});

	it('follows no link: pages of the gateway are asked for where it is, whatever its links say', async () => {
		const page = (start: number) => ({
			start,
			limit: 1,
			size: 1,
			isLastPage: start === 1,
			values: [{ id: String(start), projectId: '1', projectKey: 'A', projectName: 'A' }],
			_links: { next: 'https://evil.example/rest/servicedeskapi/servicedesk?start=1' },
		});
		const site = await standIn(
			scopedOnly(({ url }) =>
				url.includes('myself') ? { body: person } : { body: page(Number(new URL(url, 'http://x').searchParams.get('start'))) },
			),
		);
		const first = await drive(site.clock, site.questions.desks(null));
		expect(first).toMatchObject({ ok: true, value: { value: { next: '1' } } });
		expect(await drive(site.clock, site.questions.desks('1'))).toMatchObject({ ok: true, value: { value: { next: null } } });
		expect(paths(site).slice(-2)).toEqual([`${gateway}/rest/servicedeskapi/servicedesk`, `${gateway}/rest/servicedeskapi/servicedesk`]);
	});

	it('changes through the gateway, and hears which scope a change lacks', async () => {
		const site = await standIn(scopedOnly(({ method }) => (method === 'POST' ? wrongScope : { body: person })));
		await drive(site.clock, site.questions.myself());
		const answer = await drive(
			site.clock,
			site.changes.addToDesk('1', 'qm:1', () => done(null)),
		);
		expect(answer).toMatchObject({ kind: 'refused', code: 'scope-missing' });
	});
});

describe('a token that nobody lets in', () => {
	it.each([
		['the gateway refuses it too', scopedOnly(() => ({ status: 401, body: { code: 401, message: 'Unauthorized' } }))],
		['there is no cloud id', (() => unauthorised) satisfies Answerer],
		['the cloud id is none', ((seen) => (seen.url === '/_edge/tenant_info' ? { body: { cloudId: '' } } : unauthorised)) satisfies Answerer],
	] as const)('is rejected as the site said: %s', async (_why, answer) => {
		const site = await standIn(answer);
		expect(await drive(site.clock, site.questions.myself())).toMatchObject({ ok: false, failure: { code: 'token-rejected' } });
		expect(await drive(site.clock, site.questions.account('5b-1'))).toMatchObject({ ok: false, failure: { code: 'token-rejected' } });
		expect(paths(site).filter((path) => path?.startsWith('/_edge'))).toHaveLength(1);
	});

	it('meets a CAPTCHA: no other door is tried', async () => {
		const site = await standIn(() => ({ ...unauthorised, headers: { 'X-Seraph-LoginReason': 'AUTHENTICATION_DENIED' } }));
		expect(await drive(site.clock, site.questions.myself())).toMatchObject({
			failure: { code: 'token-rejected', details: { captcha: true } },
		});
		expect(site.seen).toHaveLength(1);
	});
});
