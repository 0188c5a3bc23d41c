import { describe, expect, it } from 'vitest';
import { type LoggedRequest } from '#demo-site/demo-site.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { composeOnDemo, need, startDemo } from '../support/demo-app.ts';
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
		const site = need(await services.sites.access('demo'));
		const { snapshotId } = need(await services.snapshots.pull({ site, deskKeys: null, access: unknownCustomerAccess, update: false }));
		for await (const progress of services.snapshots.watch(snapshotId)) void progress;
		const faults = demo
			.requests()
			.filter((request) => !isUnspecified(request))
			.flatMap((request) => checkRequest(request).map((fault) => `${request.method} ${request.path}: ${fault}`));
		expect([...new Set(faults)]).toEqual([]);
		const searches = demo.requests().filter(({ path }) => path.endsWith('/directories/-/users/search'));
		expect(searches.length).toBeGreaterThan(2);
		for (const { body } of searches) expect(body).not.toHaveProperty('emails');
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
