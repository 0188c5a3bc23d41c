import { describe, expect, it } from 'vitest';
import type { Depart } from '#core/remedies/site-changes.ts';
import { type DemoSite, type LoggedRequest } from '#demo-site/demo-site.ts';
import { done } from '#shared/outcome.ts';
import { adaptersOf } from '../support/demo-adapters.ts';
import { composeOnDemo, need, startDemo } from '../support/demo-app.ts';
import { findListed } from '../support/demo-people.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { checkRequest, findOperation, openapiPresent, warnWithoutOpenapi } from '../support/openapi.ts';

warnWithoutOpenapi('our requests against the OpenAPI documents');

/** In no document: the support article on finding a cloud id. */
const isUnspecified = ({ path }: LoggedRequest): boolean => path === '/_edge/tenant_info';

describe.skipIf(!openapiPresent)('the requests of a diagnosis', () => {
	it('are as specified, each of them', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		expect(await app.diagnose()).toMatchObject({ state: 'finished' });
		// A short list on a long desk is asked for one by one.
		await app.diagnose({ csv: 'Email\r\nann@brightwater.example\r\n' });
		const faults = demo
			.requests()
			.filter((request) => !isUnspecified(request))
			.flatMap((request) => checkRequest(request).map((fault) => `${request.method} ${request.path}: ${fault}`));
		expect([...new Set(faults)]).toEqual([]);
		expect(demo.requests().filter(({ status }) => status !== 200 && status !== 403 && status !== 404)).toEqual([]);
	});

	it('are as specified when a snapshot is pulled: everybody instead of those asked for', async () => {
		const demo = await startDemo({ world: makeWorld({ peoplePerCause: 10, fillers: 30 }) });
		const { services } = await composeOnDemo(demo);
		const site = need(await services.sites.connection('demo'));
		const { snapshotId } = need(await services.snapshots.pull({ site, deskKeys: null, access: unknownCustomerAccess, update: false }));
		for await (const progress of services.snapshots.watch(snapshotId)) void progress;
		const faults = demo
			.requests()
			.filter((request) => !isUnspecified(request))
			.flatMap((request) => checkRequest(request).map((fault) => `${request.method} ${request.path}: ${fault}`));
		expect([...new Set(faults)]).toEqual([]);
		const searches = demo.requests().filter(({ path }) => path.endsWith('/directories/-/users/search'));
		expect(searches.length).toBeGreaterThan(2);
		// The asking account is looked for first, to know how the site searches.
		const controls = searches.slice(0, 2);
		const others = searches.slice(2);
		for (const { body } of controls) expect(body).toMatchObject({ emails: [demo.world.caller.email] });
		for (const { body } of others) expect(body).not.toHaveProperty('emails');
		expect(demo.requests().filter(({ method, path }) => method !== 'GET' && !/\/(?:users\/search|workspaces)$/.test(path))).toEqual([]);
	});

	it('cover every operation that a diagnosis may need', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		await app.diagnose();
		const operations = new Set(demo.requests().flatMap(({ method, path }) => findOperation(method, path)?.operation['operationId'] ?? []));
		for (const operation of [
			'getCurrentUser',
			'getMyPermissions',
			'getServiceDesks',
			'getAssignedPermissionScheme',
			'getCustomers',
			'getAllUsers',
			'searchDirectoryUsers',
		]) {
			expect(operations).toContain(operation);
		}
		const paths = demo.requests().map(({ path }) => path);
		for (const path of [
			/\/role-assignments$/,
			/^\/users\/[^/]+\/manage$/,
			/\/workspaces$/,
			/\/domains$/,
			/\/directories$/,
			/^\/admin\/v1\/orgs$/,
		]) {
			expect(paths.some((one) => path.test(one))).toBe(true);
		}
	});
});

describe.skipIf(!openapiPresent)('the changes of a remediation', () => {
	const depart: Depart = () => done(null);
	/** As the specifications write them. */
	const operations = [
		'post /rest/servicedeskapi/customer',
		'post /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer',
		'post /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer/invite',
		'post /rest/servicedeskapi/organization/{organizationId}/user',
		'post /v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/restore',
		'delete /v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}',
		'post /v1/orgs/{orgId}/users/{userId}/roles/assign',
		'post /v2/orgs/{orgId}/users/invite',
		'post /users/{account_id}/manage/lifecycle/enable',
	];

	const makeEachChange = async (demo: DemoSite) => {
		const { changes, questions } = adaptersOf(demo);
		const { orgId } = demo;
		const [deskId, jsm] = ['1', demo.world.jsmResourceId];
		const revoked = findListed(demo.world, 'access-revoked').user;
		const elsewhere = findListed(demo.world, 'managed-elsewhere');
		const answers = [
			await changes.restore(orgId, revoked.directoryId, revoked.accountId, depart),
			await changes.assignCustomerRole(orgId, revoked.accountId, jsm, depart),
			await changes.addToDesk(deskId, revoked.accountId, depart),
			await changes.addToOrganisation('1', revoked.accountId, depart),
			await changes.remove(orgId, elsewhere.user.directoryId, elsewhere.user.accountId, depart),
			await changes.createCustomer({ email: elsewhere.email, displayName: 'New One' }, depart),
			await changes.inviteCustomer(deskId, { email: 'new.one@brightwater.example', displayName: 'New One' }, depart),
			await changes.invite(orgId, findListed(demo.world, 'not-invited').email, jsm, depart),
			await changes.enable(findListed(demo.world, 'deactivated-here').user.accountId, depart),
		];
		return { answers, changes, questions, revoked, elsewhere };
	};

	/** What is wrong with what was sent. */
	const faultsOf = (requests: readonly LoggedRequest[]): string[] =>
		requests.flatMap((request) => checkRequest(request).map((fault) => `${request.method} ${request.path}: ${fault}`));

	it('are as specified, each of them, and are made', async () => {
		const demo = await startDemo();
		const { answers, changes } = await makeEachChange(demo);
		expect(answers.map(({ kind }) => kind)).toEqual(Array(answers.length).fill('done'));
		expect(faultsOf(demo.requests())).toEqual([]);
		const sent = demo.requests().map(({ method, path }) => {
			const found = findOperation(method, path);
			return `${found?.method} ${found?.template}`;
		});
		expect(sent.sort()).toEqual([...operations].sort());
		expect(Object.values(changes.calls())).toEqual(operations.map(() => 1));
	});

	it('are checked by questions that are as specified too', async () => {
		const demo = await startDemo();
		const { questions, revoked, elsewhere } = await makeEachChange(demo);
		const before = demo.requests().length;
		expect(await questions.account(revoked.accountId)).toMatchObject({ value: { value: { active: true } } });
		expect(await questions.account(elsewhere.user.accountId)).toMatchObject({ value: { value: null } });
		expect(await questions.directoriesOf(demo.orgId, revoked.accountId)).toMatchObject({
			value: { value: { items: [{ id: revoked.directoryId }], next: null } },
		});
		expect(await questions.organisationsOf(revoked.accountId, null)).toMatchObject({ value: { value: { items: [{ id: '1' }] } } });
		expect(await questions.customerOrganisations(null)).toMatchObject({ value: { value: { next: null } } });
		expect(await questions.requestTypes('1', null)).toMatchObject({ value: { value: { items: ['11', '12'] } } });
		expect(await questions.canRaise('1', revoked.accountId, ['11', '12'])).toMatchObject({ value: { value: true } });
		const asked = demo.requests().slice(before);
		expect(asked).toHaveLength(7);
		expect(faultsOf(asked)).toEqual([]);
	});

	it('that are refused are told so in words of a specified answer', async () => {
		const demo = await startDemo();
		const { changes } = adaptersOf(demo);
		const { user } = findListed(demo.world, 'role-missing');
		const locked = findListed(demo.world, 'deactivated-by-idp');
		const nowhere = 'ari:cloud:jira-servicedesk::site/none';
		const answers = [
			await changes.createCustomer({ email: user.email, displayName: 'Twice' }, depart),
			await changes.createCustomer({ email: 'a@mosswood.example', displayName: 'Nobody' }, depart),
			await changes.inviteCustomer('1', { email: user.email, displayName: 'Twice' }, depart),
			await changes.inviteCustomer('1', { email: 'a@mosswood.example', displayName: 'Nobody' }, depart),
			await changes.addToDesk('1', user.accountId, depart),
			await changes.addToOrganisation('99', user.accountId, depart),
			await changes.restore(demo.orgId, 'none', user.accountId, depart),
			await changes.assignCustomerRole(demo.orgId, user.accountId, nowhere, depart),
			await changes.invite(demo.orgId, locked.email, demo.world.jsmResourceId, depart),
			await changes.enable(locked.user.accountId, depart),
		];
		expect(answers.map((answer) => (answer.kind === 'refused' ? [answer.code, answer.status, answer.said !== null] : answer))).toEqual([
			['account-exists', 409, true],
			['call-refused', 400, true],
			['account-exists', 409, true],
			['call-refused', 400, true],
			['call-refused', 400, true],
			['call-refused', 404, true],
			['call-refused', 404, true],
			['call-refused', 404, true],
			['call-refused', 206, true],
			['caller-lacks-rights', 403, true],
		]);
		expect(faultsOf(demo.requests())).toEqual([]);
	});
});
