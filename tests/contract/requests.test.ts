import { describe, expect, it } from 'vitest';
import { type LoggedRequest } from '#demo-site/demo-site.ts';
import { composeOnDemo, startDemo } from '../support/demo-app.ts';
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
