import { describe, expect, it } from 'vitest';
import { drive } from '../../../support/manual-clock.ts';
import { type Reply, standIn } from './stand-in.ts';

type Ask = (questions: Awaited<ReturnType<typeof standIn>>['questions']) => Promise<unknown>;

/** The outcome's value when the only answer is `reply`, and what was sent for it. */
const ask = async (reply: Reply, question: Ask) => {
	const site = await standIn(() => reply);
	const outcome = await drive(site.clock, question(site.questions));
	return { outcome, sent: site.seen[0] };
};

const value = (expected: unknown) => ({ ok: true, value: { value: expected } });
const refused = (code: string, details = {}) => ({ ok: false, failure: { code, details } });

const anna = {
	accountId: '5b:1',
	accountType: 'atlassian',
	email: 'Anna@Example.com',
	name: 'Anna',
	accountStatus: 'active',
	membershipStatus: 'active',
	status: 'active',
	claimStatus: 'managed',
	managementSource: null,
};
const search = (data: unknown[], links: unknown = {}): Reply => ({ body: { data, links } });
const directoryUsers: Ask = (questions) => questions.directoryUsers('org', { emails: ['anna@example.com'], cursor: 'c1' });

describe('directory users', () => {
	it('are asked with filters, the largest page and the cursor', async () => {
		const { sent, outcome } = await ask(search([anna], { next: 'c2' }), (questions) =>
			questions.directoryUsers('org/1', { emails: ['a@b.example'], roleIds: ['atlassian/customer'], resourceIds: ['ari:x'], cursor: 'c1' }),
		);
		expect(sent).toMatchObject({ method: 'POST', url: '/admin/v2/orgs/org%2F1/directories/-/users/search' });
		expect(JSON.parse(sent?.body ?? '')).toEqual({
			emails: ['a@b.example'],
			roleIds: ['atlassian/customer'],
			resourceIds: ['ari:x'],
			limit: 100,
			cursor: 'c1',
		});
		expect(outcome).toMatchObject(
			value({
				items: [
					{
						accountId: '5b:1',
						email: 'anna@example.com',
						name: 'Anna',
						status: 'active',
						accountStatus: 'active',
						claimStatus: 'managed',
						managementSource: null,
					},
				],
				next: 'c2',
				unreadable: [],
			}),
		);
	});

	it.each([
		['active', 'active', 'active'],
		['active', 'suspended', 'suspended'],
		['active', 'no_membership', 'not_invited'],
		['inactive', 'active', 'deactivated'],
		['inactive', undefined, 'deactivated'],
	])('without a status: %s and %s is %s', async (accountStatus, membershipStatus, status) => {
		const { outcome } = await ask(search([{ ...anna, status: undefined, accountStatus, membershipStatus }]), directoryUsers);
		expect(outcome).toMatchObject(value({ items: [{ status }], unreadable: [] }));
	});

	it.each([
		['a status of tomorrow', { status: 'frozen' }, 'status'],
		['a status that is no text', { status: 7 }, 'status'],
		['a status its parts contradict', { status: 'active', membershipStatus: 'suspended' }, 'status'],
		['deactivated beside active', { status: 'deactivated' }, 'status'],
		['nothing to tell the status from', { status: undefined, membershipStatus: undefined }, 'status'],
		['an account that is closed', { status: undefined, accountStatus: 'closed' }, 'status'],
		['an unknown claim', { claimStatus: 'maybe' }, 'claimStatus'],
		['an unknown account status', { accountStatus: 'asleep' }, 'accountStatus'],
		['an account id that is a number', { accountId: 5 }, 'accountId'],
	])('%s is unreadable, under the address, and the others are read', async (_what, change, path) => {
		const { outcome } = await ask(
			search([
				{ ...anna, ...change },
				{ ...anna, email: 'b@example.com' },
			]),
			directoryUsers,
		);
		expect(outcome).toMatchObject(
			value({
				items: [{ email: 'b@example.com' }],
				unreadable: [{ key: 'anna@example.com', problem: expect.stringMatching(`^${path}: `) }],
			}),
		);
		expect(JSON.stringify(outcome)).not.toMatch(/frozen|maybe|asleep/);
	});

	it('are listed without addresses for a snapshot, with the same filters and cursor', async () => {
		const { sent, outcome } = await ask(search([anna], { next: 'c2' }), (questions) =>
			questions.everybody('org/1', { roleIds: ['atlassian/customer'], resourceIds: ['ari:x'], cursor: 'c1' }),
		);
		expect(sent).toMatchObject({ method: 'POST', url: '/admin/v2/orgs/org%2F1/directories/-/users/search' });
		expect(JSON.parse(sent?.body ?? '')).toEqual({ roleIds: ['atlassian/customer'], resourceIds: ['ari:x'], limit: 100, cursor: 'c1' });
		expect(outcome).toMatchObject(value({ items: [{ email: 'anna@example.com' }], next: 'c2', unreadable: [] }));
	});

	it('that are no records, or have no address, are unreadable under what there is', async () => {
		const { outcome } = await ask(search([null, 'text', { ...anna, email: undefined }]), directoryUsers);
		expect(outcome).toMatchObject(value({ items: [], unreadable: [{ key: null }, { key: null }, { key: '5b:1' }] }));
	});

	it.each([
		['no links', undefined, null],
		['an empty cursor', { next: '' }, null],
		['a null cursor', { next: null }, null],
		['a base 64 cursor', { next: '/a+b/c==' }, '/a+b/c=='],
	])('with %s go on at %j', async (_what, links, next) => {
		const { outcome } = await ask(search([], links), directoryUsers);
		expect(outcome).toMatchObject(value({ next }));
	});

	it('never go round: the cursor just sent is no next page', async () => {
		const { outcome } = await ask(search([], { next: 'c1' }), directoryUsers);
		expect(outcome).toMatchObject(refused('unexpected-answer'));
	});

	it.each([[{}], [{ data: {} }], [{ data: [], links: { next: 5 } }]])('in the envelope %j are no answer', async (body) => {
		expect((await ask({ body }, directoryUsers)).outcome).toMatchObject(refused('unexpected-answer'));
	});

	it('are asked for 1 to 100 addresses, or it is a bug', async () => {
		const site = await standIn(() => search([]));
		expect(() => site.questions.directoryUsers('o', { emails: [], cursor: null })).toThrow(RangeError);
		expect(() => site.questions.directoryUsers('o', { emails: Array<string>(101).fill('a@b.c'), cursor: null })).toThrow(RangeError);
	});
});

describe('the organisation', () => {
	const domain = (name: string, status: string) => ({
		id: name,
		type: 'domains',
		attributes: { name, claim: { status } },
		links: { self: '' },
	});

	it('names its verified domains, and a link to the next page gives only its cursor', async () => {
		const next = 'https://evil.example/admin/v1/orgs/o/domains?cursor=abc%3D&x=1';
		const { outcome } = await ask(
			{ body: { data: [domain('Acme.com', 'verified'), domain('old.com', 'deleted')], links: { next } } },
			(q) => q.verifiedDomains('o', null),
		);
		expect(outcome).toMatchObject(value({ items: ['acme.com'], next: 'abc=' }));
	});

	it.each(['https://api.atlassian.com/admin/v1/orgs?page=2', 'https://api.atlassian.com/admin/v1/orgs?cursor=c1', 'https://%'])(
		'has no next page at %s',
		async (next) => {
			const { outcome } = await ask({ body: { data: [], links: { next } } }, (q) => q.organisations('c1'));
			expect(outcome).toMatchObject(refused('unexpected-answer'));
		},
	);

	it('lists organisations, directories and workspaces', async () => {
		const orgs = await ask({ body: { data: [{ id: 'o', attributes: { name: 'Acme' } }, { id: 'p' }] } }, (q) => q.organisations(null));
		expect(orgs.outcome).toMatchObject(
			value({
				items: [
					{ id: 'o', name: 'Acme' },
					{ id: 'p', name: null },
				],
				next: null,
			}),
		);
		const directories = await ask({ body: { data: [{ directoryId: 'd', name: 'Main' }] } }, (q) => q.directories('o', 'c'));
		expect(directories.outcome).toMatchObject(value({ items: [{ id: 'd', name: 'Main' }] }));
		expect(directories.sent?.url).toBe('/admin/v2/orgs/o/directories?cursor=c');
		const workspaces = await ask(
			{ body: { data: [{ id: 'ari:w', attributes: { hostUrl: 'https://acme.atlassian.net', status: 7 } }] } },
			(q) => q.workspaces('o', 'c'),
		);
		expect(workspaces.outcome).toMatchObject(value({ items: [{ id: 'ari:w', hostUrl: 'https://acme.atlassian.net', status: null }] }));
		expect(JSON.parse(workspaces.sent?.body ?? '')).toEqual({ cursor: 'c' });
	});

	it('reads roles from both fields, and encodes the account id', async () => {
		const data = [
			{
				resourceId: 'ari:r',
				directoryId: 'd',
				userDirectoryStatus: 'active',
				roleAssignments: [{ role: 'atlassian/customer' }],
				roles: ['atlassian/customer', 'atlassian/user'],
			},
			{ resourceId: 'ari:s', directoryId: null, userDirectoryStatus: null, roles: ['atlassian/site-admin'] },
		];
		const { outcome, sent } = await ask({ body: { data } }, (q) => q.roleAssignments('o', '557058:a/b', null));
		expect(sent?.url).toBe('/admin/v2/orgs/o/directories/-/users/557058%3Aa%2Fb/role-assignments?limit=100');
		expect(outcome).toMatchObject(
			value({
				items: [
					{ resourceId: 'ari:r', directoryId: 'd', userDirectoryStatus: 'active', roles: ['atlassian/customer', 'atlassian/user'] },
					{ resourceId: 'ari:s', directoryId: null, userDirectoryStatus: null, roles: ['atlassian/site-admin'] },
				],
			}),
		);
	});
});

describe('manageable', () => {
	it.each([
		[200, { 'lifecycle.enablement': { allowed: true } }, value({ kind: 'allowed' })],
		[
			200,
			{ 'lifecycle.enablement': { allowed: false, reason: { key: 'managedAccount' } } },
			value({ kind: 'refused', reason: 'managedAccount' }),
		],
		[403, { key: 'forbidden' }, value({ kind: 'forbidden', key: 'forbidden' })],
		[403, { key: 'forbidden.targetUnverified' }, value({ kind: 'forbidden', key: 'forbidden.targetUnverified' })],
		[404, { key: 'accountNotFound' }, value({ kind: 'not-found' })],
		[401, { key: 'unauthorized' }, refused('org-key-rejected')],
		[403, { message: 'proxy says no' }, refused('unexpected-answer')],
		[403, '<html>no</html>', refused('unexpected-answer')],
		[200, {}, refused('unexpected-answer')],
		[200, { 'lifecycle.enablement': { allowed: 'yes' } }, refused('unexpected-answer')],
	])('%i %j', async (status, body, expected) => {
		const { outcome, sent } = await ask({ status, body }, (q) => q.manageable('a:1'));
		expect(outcome).toMatchObject(expected);
		expect(sent?.url).toBe('/users/a%3A1/manage?privileges=lifecycle.enablement');
	});
});

describe('the site', () => {
	const user = { accountId: 'qm:1', accountType: 'customer', active: false, emailAddress: 'Kim@Example.com', displayName: 'Kim' };

	it.each([
		['Kim@Example.com', 'kim@example.com'],
		['', null],
		[null, null],
		[undefined, null],
	])('gives the address %j as %j', async (emailAddress, email) => {
		const { outcome } = await ask({ body: [{ ...user, emailAddress }] }, (q) => q.users(1_000, 500));
		expect(outcome).toMatchObject(
			value({ items: [{ accountId: 'qm:1', accountType: 'customer', active: false, email, displayName: 'Kim' }], next: '1001' }),
		);
	});

	it('lists users to the empty page, and odd ones as unreadable', async () => {
		const { outcome, sent } = await ask(
			{
				body: [
					{ ...user, accountType: 'robot' },
					{ ...user, active: 'no', emailAddress: null },
				],
			},
			(q) => q.users(0, 1_000),
		);
		expect(sent?.url).toBe('/rest/api/3/users/search?startAt=0&maxResults=1000');
		expect(outcome).toMatchObject(value({ items: [], next: '2', unreadable: [{ key: 'kim@example.com' }, { key: 'qm:1' }] }));
		expect((await ask({ body: [] }, (q) => q.users(2, 1_000))).outcome).toMatchObject(value({ items: [], next: null }));
		expect((await ask({ status: 409 }, (q) => q.users(2, 1_000))).outcome).toMatchObject(refused('call-refused', { status: 409 }));
	});

	it.each([
		[{ start: 50, isLastPage: false, values: [user] }, '51'],
		[{ start: 50, isLastPage: true, values: [user] }, null],
		[{ start: 50, isLastPage: false, values: [] }, null],
	])('pages desk customers by what came: %j', async (body, next) => {
		const { outcome, sent } = await ask({ body }, (q) => q.deskCustomers('7', { query: 'kim+x@example.com', start: 50, limit: 100 }));
		expect(outcome).toMatchObject(value({ next }));
		expect(sent?.url).toBe('/rest/servicedeskapi/servicedesk/7/customer?query=kim%2Bx%40example.com&start=50&limit=100');
		expect(sent?.headers['x-experimentalapi']).toBe('opt-in');
	});

	it.each([[{ values: [] }], [{ isLastPage: true }], [{ start: 0, isLastPage: false, values: [user] }]])(
		'refuses the desk page %j',
		async (body) => {
			expect((await ask({ body }, (q) => q.deskCustomers('7', { start: 50, limit: 100 }))).outcome).toMatchObject(
				refused('unexpected-answer'),
			);
		},
	);

	it('lists desks, whose ids may be numbers', async () => {
		const { outcome } = await ask(
			{ body: { start: 0, isLastPage: true, values: [{ id: 7, projectId: '10', projectKey: 'IT', projectName: 'IT help' }, {}] } },
			(q) => q.desks(null),
		);
		expect(outcome).toMatchObject(
			value({ items: [{ id: '7', projectId: '10', projectKey: 'IT', projectName: 'IT help' }], next: null, unreadable: [{ key: null }] }),
		);
	});

	it('tells permissions, and null for one it does not mention', async () => {
		const body = { permissions: { ADMINISTER: { havePermission: true }, OTHER: { havePermission: false } } };
		const { outcome, sent } = await ask({ body }, (q) => q.myPermissions(['ADMINISTER', 'toString'], 'IT'));
		expect(outcome).toMatchObject(value({ ADMINISTER: true, toString: null }));
		expect(sent?.url).toBe('/rest/api/3/mypermissions?permissions=ADMINISTER%2CtoString&projectKey=IT');
	});

	it('tells the holders of each permission', async () => {
		const grant = (permission: string, type: string) => ({ id: 1, permission, holder: { type } });
		const body = {
			permissions: [
				grant('BROWSE_PROJECTS', 'projectRole'),
				grant('BROWSE_PROJECTS', 'sd.customer.portal.only'),
				grant('CREATE_ISSUES', 'projectRole'),
			],
		};
		const { outcome } = await ask({ body }, (q) => q.permissionHolders('IT'));
		expect(outcome).toMatchObject(value({ BROWSE_PROJECTS: ['projectRole', 'sd.customer.portal.only'], CREATE_ISSUES: ['projectRole'] }));
	});

	it('tells who is asking', async () => {
		expect((await ask({ body: user }, (q) => q.myself())).outcome).toMatchObject(value({ accountId: 'qm:1' }));
	});
});

describe('one account', () => {
	const user = { accountId: '557058:a', accountType: 'atlassian', active: false, emailAddress: 'Kim@Example.com', displayName: 'Kim' };
	const account: Ask = (questions) => questions.account('557058:a');

	it('is asked for by its id', async () => {
		const { outcome, sent } = await ask({ body: user }, account);
		expect(sent?.url).toBe('/rest/api/3/user?accountId=557058%3Aa');
		expect(outcome).toMatchObject(value({ accountId: '557058:a', active: false, email: 'kim@example.com' }));
	});

	it('is unknown where Jira says so', async () => {
		const body = { errorMessages: ['Specified user does not exist or you do not have required permissions'], errors: {} };
		expect((await ask({ status: 404, body }, account)).outcome).toMatchObject(value(null));
	});

	it.each<[string, Reply]>([
		['the edge of a site that is away', { status: 404, body: { status: '404', errorMessage: 'Site temporarily unavailable' } }],
		['a web page', { status: 404, body: '<html>' }],
		['a record that cannot be had right now', { body: { ...user, accountId: 'unknown' } }],
		['a record of somebody else', { body: { ...user, accountId: '557058:b' } }],
		['no record', { body: {} }],
	])('is not told by %s', async (_what, reply) => {
		expect((await ask(reply, account)).outcome).toMatchObject(refused('unexpected-answer'));
	});

	it('may be hidden from the caller', async () => {
		expect((await ask({ status: 403, body: {} }, account)).outcome).toMatchObject(refused('caller-lacks-rights'));
	});

	it('is in the directories that are listed for it', async () => {
		const { outcome, sent } = await ask({ body: { data: [{ directoryId: 'd', name: 'Main' }], links: { next: 'c' } } }, (q) =>
			q.directoriesOf('o', '557058:a'),
		);
		expect(sent?.url).toBe('/admin/v2/orgs/o/directories?accountId=557058%3Aa&limit=100');
		expect(outcome).toMatchObject(value({ items: [{ id: 'd', name: 'Main' }], next: 'c' }));
	});
});

describe('customer organisations', () => {
	const page = (values: unknown[], isLastPage = false) => ({ body: { start: 50, isLastPage, values } });

	it('are listed with their names', async () => {
		const { outcome, sent } = await ask(page([{ id: 3, name: 'Acme', _links: {} }]), (q) => q.customerOrganisations('50'));
		expect(sent?.url).toBe('/rest/servicedeskapi/organization?start=50&limit=50');
		expect(outcome).toMatchObject(value({ items: [{ id: '3', name: 'Acme' }], next: '51' }));
	});

	it('are listed for one account', async () => {
		const { outcome, sent } = await ask(page([{ id: '3', name: 'Acme' }], true), (q) => q.organisationsOf('qm:a:1', '50'));
		expect(sent?.url).toBe('/rest/servicedeskapi/organization?accountId=qm%3Aa%3A1&start=50&limit=50');
		expect(outcome).toMatchObject(value({ items: [{ id: '3', name: 'Acme' }], next: null }));
		const unknown = await ask({ status: 404, body: { errorMessage: 'no user' } }, (q) => q.organisationsOf('qm:a:2', null));
		expect(unknown.outcome).toMatchObject(refused('call-refused', { status: 404 }));
	});

	it.each([[{ id: '4' }], [{ name: 'Nameless' }], [{ id: '5', name: '' }], [null]])(
		'are no list where one cannot be read: %j',
		async (odd) => {
			const { outcome } = await ask(page([{ id: '3', name: 'Acme' }, odd]), (q) => q.customerOrganisations('50'));
			expect(outcome).toMatchObject(refused('unexpected-answer'));
		},
	);
});

describe('raising requests', () => {
	it('is by request types, whose ids are listed', async () => {
		const body = { start: 0, isLastPage: true, values: [{ id: '11', name: 'Get help' }, { id: 12 }] };
		const { outcome, sent } = await ask({ body }, (q) => q.requestTypes('7', null));
		expect(sent?.url).toBe('/rest/servicedeskapi/servicedesk/7/requesttype?start=0&limit=100');
		expect(outcome).toMatchObject(value({ items: ['11', '12'], next: null }));
	});

	it.each([
		[{ canCreateRequest: [12], canAdminister: [] }, true],
		[{ canCreateRequest: ['11'] }, true],
		[{ canCreateRequest: [] }, false],
		[{ canCreateRequest: [99], canAdminister: [11] }, false],
	])('is possible or not: %j is %s', async (body, can) => {
		const { outcome, sent } = await ask({ body }, (q) => q.canRaise('7', 'qm:a:1', ['11', '12']));
		expect(outcome).toMatchObject(value(can));
		expect(sent).toMatchObject({ method: 'POST', url: '/rest/servicedeskapi/servicedesk/7/requesttype/permissions/check' });
		expect(JSON.parse(sent?.body ?? '')).toEqual({ accountId: 'qm:a:1', requestTypeIds: [11, 12], permissions: ['canCreateRequest'] });
		expect(sent?.headers['x-experimentalapi']).toBe('opt-in');
	});

	it.each([[{}], [{ canCreateRequest: null }], [{ canCreateRequest: [null] }]])('is not told by %j', async (body) => {
		expect((await ask({ body }, (q) => q.canRaise('7', 'a', ['11']))).outcome).toMatchObject(refused('unexpected-answer'));
	});

	it('is only read, so trouble is asked about again', async () => {
		const site = await standIn((_seen, nth) => (nth === 1 ? { status: 503 } : { body: { canCreateRequest: [11] } }));
		expect(await drive(site.clock, site.questions.canRaise('7', 'a', ['11']))).toMatchObject(value(true));
		expect(site.seen).toHaveLength(2);
	});

	it('is asked of 1 to 50 request types, or it is a bug', async () => {
		const site = await standIn(() => ({}));
		expect(() => site.questions.canRaise('7', 'a', [])).toThrow(RangeError);
		expect(() => site.questions.canRaise('7', 'a', Array<string>(51).fill('1'))).toThrow(RangeError);
	});
});
