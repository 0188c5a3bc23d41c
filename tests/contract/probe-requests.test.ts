import { describe, expect, it } from 'vitest';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { composeOnDemo, need, startDemo } from '../support/demo-app.ts';
import { checkRequest, findOperation, openapiPresent, warnWithoutOpenapi } from '../support/openapi.ts';

warnWithoutOpenapi('the requests of probes against the OpenAPI documents');

describe.skipIf(!openapiPresent)('the requests of probes, and of a diagnosis of a site that hides its portal-only accounts', () => {
	it('are as specified, each of them, and cover what is asked nowhere else', async () => {
		const world = makeWorld({ peoplePerCause: 2, fillers: 6 });
		world.sweepShowsCustomers = false;
		const demo = await startDemo({ world });
		const app = await composeOnDemo(demo);
		need(await app.services.probes.probe(need(await app.services.sites.connection('demo'))));
		await app.diagnose();
		const asked = demo.requests().filter(({ path }) => path !== '/_edge/tenant_info');
		const faults = asked.flatMap((request) => checkRequest(request).map((fault) => `${request.method} ${request.path}: ${fault}`));
		expect([...new Set(faults)]).toEqual([]);
		const operations = new Set(asked.flatMap(({ method, path }) => findOperation(method, path)?.operation['operationId'] ?? []));
		for (const operation of [
			'searchAndReconsileIssuesUsingJql',
			'listAppAccessSettingsDomains',
			'getAppAccessSettingsDomain',
			'getOrganizations',
		]) {
			expect(operations).toContain(operation);
		}
	});
});
