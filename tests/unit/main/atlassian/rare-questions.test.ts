import { describe, expect, it } from 'vitest';
import { drive } from '../../../support/manual-clock.ts';
import { type Reply, standIn } from './stand-in.ts';

type Ask = (questions: Awaited<ReturnType<typeof standIn>>['questions']) => Promise<unknown>;

const ask = async (reply: Reply, question: Ask) => {
	const site = await standIn(() => reply);
	const outcome = await drive(site.clock, question(site.questions));
	return { outcome, url: new URL(site.seen[0]?.url ?? '', site.origin), sent: site.seen[0] };
};

const value = (expected: unknown) => ({ ok: true, value: { value: expected } });
const refused = (code: string, details = {}) => ({ ok: false, failure: { code, details } });

describe('who reported requests', () => {
	const reporter = { accountId: 'qm:d:1', accountType: 'customer', active: false, displayName: 'Ann' };
	const found: Reply = {
		body: { isLast: true, issues: [{ id: '1', fields: { reporter: { ...reporter, emailAddress: 'Ann@A.example' } } }] },
	};

	it('is asked for one request by the address in quotes', async () => {
		const { outcome, url } = await ask(found, (questions) => questions.reporter('ann@a.example'));
		expect(url.pathname).toBe('/rest/api/3/search/jql');
		expect(Object.fromEntries(url.searchParams)).toEqual({
			jql: 'reporter = "ann@a.example" ORDER BY created DESC',
			maxResults: '1',
			fields: 'reporter',
		});
		expect(outcome).toMatchObject(value({ ...reporter, email: 'ann@a.example' }));
	});

	it('leaves no way out of the quotes', async () => {
		const { url } = await ask(found, (questions) => questions.reporter('a"b\\@a.example" OR x = "y'));
		expect(url.searchParams.get('jql')).toBe('reporter = "a\\"b\\\\@a.example\\" OR x = \\"y" ORDER BY created DESC');
	});

	it('is nobody where no request was found, and refused where the address does not resolve', async () => {
		const question: Ask = (questions) => questions.reporter('ann@a.example');
		expect((await ask({ body: { issues: [] } }, question)).outcome).toMatchObject(value(null));
		expect((await ask({ body: { issues: [{ fields: { reporter: null } }] } }, question)).outcome).toMatchObject(value(null));
		const unknown = { status: 400, body: { errorMessages: ['does not exist'] } };
		expect((await ask(unknown, question)).outcome).toMatchObject(refused('call-refused', { status: 400 }));
		expect((await ask({ body: { issues: [{ fields: { reporter: { accountId: 7 } } }] } }, question)).outcome).toMatchObject(
			refused('unexpected-answer'),
		);
	});
});

it('members of a customer organisation are people as a desk lists them', async () => {
	const member = { accountId: 'qm:d:1', emailAddress: 'Ann@A.example', active: false, displayName: 'Ann' };
	const page = { start: 50, isLastPage: false, values: [member, { accountId: 'qm:d:2', active: 'odd' }] };
	const { outcome, url, sent } = await ask({ body: page }, (questions) => questions.organisationMembers('7/8', '50'));
	expect(url.pathname).toBe('/rest/servicedeskapi/organization/7%2F8/user');
	expect(Object.fromEntries(url.searchParams)).toEqual({ start: '50', limit: '50' });
	expect(sent?.headers['x-experimentalapi']).toBeUndefined();
	expect(outcome).toMatchObject(
		value({ items: [{ accountId: 'qm:d:1', email: 'ann@a.example', active: false }], next: '52', unreadable: [{ key: 'qm:d:2' }] }),
	);
});

describe('approved domains', () => {
	const base = '/admin/v2/orgs/org/app-access-settings/domains';

	it('are read page by page; only the cursor of a link is followed', async () => {
		const body = {
			data: [
				{ domain: 'ANYONE', enabled: true, numberOfProductsAppliesTo: 2 },
				{ domain: 'Acme.com', enabled: false },
			],
			links: { next: `https://evil.example${base}?cursor=abc&limit=100` },
		};
		const { outcome, url } = await ask({ body }, (questions) => questions.approvedDomains('org', null));
		expect([url.pathname, url.search]).toEqual([base, '?limit=100']);
		expect(outcome).toMatchObject(
			value({
				items: [
					{ domain: 'anyone', enabled: true },
					{ domain: 'acme.com', enabled: false },
				],
				next: 'abc',
			}),
		);
	});

	it('come with the role they give, and whether an administrator has to agree', async () => {
		const products = [
			{ productId: 'ari:jsm', adminApprovalRequired: false, role: 'x' },
			{ productId: 'ari:jira', adminApprovalRequired: true },
			{ productId: 'ari:wiki' },
		];
		const { outcome, url } = await ask({ body: { domain: 'a.com', adminNotifications: 'ON_REQUEST', products } }, (questions) =>
			questions.approvedDomainProducts('org', 'a.com'),
		);
		expect(url.pathname).toBe(`${base}/a.com`);
		expect(outcome).toMatchObject(
			value([
				{ resource: 'ari:jsm', role: 'x', needsApproval: false },
				{ resource: 'ari:jira', role: null, needsApproval: true },
				{ resource: 'ari:wiki', role: null, needsApproval: false },
			]),
		);
	});

	it('are no answer where they were withdrawn', async () => {
		const { outcome } = await ask({ status: 404, body: { code: 404, message: 'Not Found' } }, (questions) =>
			questions.approvedDomains('org', null),
		);
		expect(outcome).toMatchObject(refused('call-refused', { status: 404 }));
	});
});
