import { describe, expect, it } from 'vitest';
import type { DemoSite } from '#demo-site/demo-site.ts';
import { makeInviteList, makeInviteListRows } from '#demo-site/invite-list.ts';
import { cautiousChoices } from '#shared/plan.ts';
import { appScopes, keyScopesNamed, scopeKinds, scopesFor } from '#shared/scopes.ts';
import { isChange } from '../support/change-record.ts';
import { composeOnDemo, type DemoApp, need, startDemo } from '../support/demo-app.ts';
import { isCustomer } from '../support/remediation.ts';

const shortList = ({ world }: DemoSite): string => makeInviteList(world).split('\r\n').slice(0, 100).join('\r\n');

const ofDoor = (demo: DemoSite, door: 'site' | 'gateway') =>
	demo.requests().filter((request) => request.door === door && request.path.startsWith('/rest/'));

const judged = (app: DemoApp, runId: string) => app.rows(runId).map(({ row, cause, certainty }) => ({ row, cause, certainty }));

const certainties = ['unknown', 'likely', 'proven'];

/** Verdicts that say something else than is true, or say it for surer than with everything to see. */
const unsound = (demo: DemoSite, app: DemoApp, runId: string) => {
	const expected = new Map(makeInviteListRows(demo.world).map(({ row, expected: one }) => [row, one]));
	return judged(app, runId).filter(({ row, cause, certainty }) => {
		const right = expected.get(row);
		if (right === undefined || cause === 'undetermined' || cause === 'not-checked') return false;
		return cause !== right.cause || certainties.indexOf(certainty) > certainties.indexOf(right.certainty);
	});
};

const missingIn = (app: DemoApp, runId: string): readonly string[] =>
	need(app.services.store.run(runId)).findings.flatMap(({ cause, evidence }) =>
		cause === 'caller-lacks-rights' ? evidence.flatMap(({ answer }) => JSON.stringify(answer)) : [],
	);

describe('a token with exactly the scopes that are listed', () => {
	it.each(scopeKinds)('does the whole job through the gateway: %s', async (kind) => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { token: demo.issueToken(scopesFor('add', kind)) });
		const run = await app.diagnose({ csv: shortList(demo) });
		expect(run).toMatchObject({ state: 'finished', stop: null, findings: [] });
		const right = new Map(makeInviteListRows(demo.world).map(({ row, expected }) => [row, expected]));
		expect(judged(app, run.id)).toEqual(judged(app, run.id).map(({ row }) => ({ row, ...right.get(row) })));
		const { planId } = need(await app.services.remediation.plan({ runId: run.id, choices: cautiousChoices }, demo.email));
		need(await app.services.remediation.start(planId, need(await app.services.sites.connection('demo')), {}));
		for await (const progress of app.services.remediation.watch(planId)) void progress;
		const applied = [...app.services.plans.allRows(planId)].filter(({ outcome }) => outcome === 'applied');
		expect(applied.length).toBeGreaterThan(5);
		expect(applied.filter(({ email }) => !isCustomer(demo, email))).toEqual([]);
		expect(ofDoor(demo, 'site').map(({ path }) => path)).toEqual(['/rest/api/3/myself']);
		expect(ofDoor(demo, 'gateway').filter(isChange).length).toBeGreaterThan(5);
	});

	it('reads everything, and changes nothing, with the granular ones for reading', async () => {
		const demo = await startDemo();
		const token = demo.issueToken(scopesFor('read', 'granular'));
		const app = await composeOnDemo(demo, { token });
		const run = await app.diagnose();
		expect(run).toMatchObject({ state: 'finished', stop: null, findings: [] });
		expect(unsound(demo, app, run.id)).toEqual([]);
		expect(scopesFor('read', 'granular').filter((scope) => !scope.startsWith('read:'))).toEqual([]);
	});

	it('may be that of a service account, which the directory does not list', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { token: demo.issueToken(scopesFor('read', 'classic'), 'service') });
		const run = await app.diagnose();
		expect(run).toMatchObject({ state: 'finished', stop: null });
		expect(unsound(demo, app, run.id)).toEqual([]);
	});
});

describe('the door of a site', () => {
	it('is kept with the site: the next run asks the gateway at once', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { token: demo.issueToken(scopesFor('read', 'classic')) });
		need(await app.services.sites.check(need(await app.services.sites.connection('demo'))));
		expect(need(await app.services.sites.get('demo')).door).toEqual({ via: 'gateway', cloudId: demo.cloudId });
		const before = ofDoor(demo, 'site').length;
		need(await app.services.sites.check(need(await app.services.sites.connection('demo'))));
		expect(ofDoor(demo, 'site')).toHaveLength(before);
	});

	it('is sought anew with another token', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { token: demo.issueToken(scopesFor('read', 'classic')) });
		need(await app.services.sites.check(need(await app.services.sites.connection('demo'))));
		need(await app.services.sites.setTokens('demo', { apiToken: demo.apiToken, tokenExpiresOn: null }));
		need(await app.services.sites.check(need(await app.services.sites.connection('demo'))));
		expect(need(await app.services.sites.get('demo')).door).toEqual({ via: 'site' });
	});

	it('does not open to a token that is wrong: that is what is said', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { token: { email: demo.email, apiToken: 'wrong' } });
		const checked = await app.services.sites.check(need(await app.services.sites.connection('demo')));
		expect(checked).toMatchObject({ ok: false, failure: { code: 'token-rejected' } });
		expect(need(await app.services.sites.get('demo')).door).toBe(null);
	});
});

/** Before a person is added, or to a customer organisation. */
const askedByPlansOnly = new Set(['read:organization:jira-service-management', 'read:requesttype:jira-service-management']);
/** On sites that show their portal-only accounts nowhere else: the search for requests, and the members of organisations. */
const askedRarely = new Set([
	'read:audit-log:jira',
	'read:field-configuration:jira',
	'read:issue-details:jira',
	'read:issue-meta:jira',
	'read:organization.user:jira-service-management',
]);

describe('every single scope left out', () => {
	const leftOut = scopeKinds.flatMap((kind) => scopesFor('read', kind).map((scope) => [kind, scope] as const));

	const expectNamed = async (demo: DemoSite, app: DemoApp, scope: string): Promise<void> => {
		const checked = need(await app.services.sites.check(need(await app.services.sites.connection('demo'))));
		const named = checked.missingScopes.flatMap(({ details }) => [details['scopes'], details['granular']].flat());
		const run = await app.diagnose({ csv: shortList(demo) });
		expect(unsound(demo, app, run.id)).toEqual([]);
		const said = run.stop === null ? missingIn(app, run.id).join('\n') : JSON.stringify(run.stop.details);
		if (!askedByPlansOnly.has(scope) && !askedRarely.has(scope)) expect(said).toContain(scope);
		if (!askedRarely.has(scope)) expect(named).toContain(scope);
		expect(run.stop?.code ?? 'scope-missing').toBe('scope-missing');
		expect(JSON.stringify([run.stop, checked])).not.toContain('token-rejected');
	};

	it.each(leftOut)('%s: without %s it is named, and no verdict is wrong or surer', async (kind, scope) => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { token: demo.issueToken(scopesFor('read', kind).filter((one) => one !== scope)) });
		await expectNamed(demo, app, scope);
	});

	it.each(appScopes(false))('of an app that one signs in by: without %s it is named, and no verdict is wrong or surer', async (scope) => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { oauth: appScopes(false) });
		demo.signIns.narrow(appScopes(false).filter((one) => one !== scope));
		await expectNamed(demo, app, scope);
	});

	it.each(keyScopesNamed)('of the organisation key: without %s it is named, and no verdict is wrong or surer', async (scope) => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { orgApiKey: demo.issueOrgKey(keyScopesNamed.filter((one) => one !== scope)) });
		const checked = need(await app.services.sites.check(need(await app.services.sites.connection('demo'))));
		expect(checked.missingScopes.flatMap(({ details }) => details['scopes'])).toContain(scope);
		const run = await app.diagnose({ csv: shortList(demo) });
		expect(run).toMatchObject({ state: 'finished', stop: null });
		expect(unsound(demo, app, run.id)).toEqual([]);
		expect(missingIn(app, run.id).join('\n')).toContain(scope);
	});

	const onlyToAdd = scopesFor('add', 'granular').filter((scope) => !scopesFor('read', 'granular').includes(scope));

	it.each(onlyToAdd)('of what adds people: without %s the rows say so, and nothing else is lost', async (scope) => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { token: demo.issueToken(scopesFor('add', 'granular').filter((one) => one !== scope)) });
		const run = await app.diagnose({ csv: shortList(demo) });
		expect(run).toMatchObject({ state: 'finished', stop: null, findings: [] });
		const choices = { ...cautiousChoices, organisations: true };
		const { planId } = need(await app.services.remediation.plan({ runId: run.id, choices }, demo.email));
		need(await app.services.remediation.start(planId, need(await app.services.sites.connection('demo')), {}));
		for await (const progress of app.services.remediation.watch(planId)) void progress;
		expect(need(app.services.plans.plan(planId))).toMatchObject({ state: 'finished', stop: null });
		const rows = [...app.services.plans.allRows(planId)];
		const refused = rows.filter(({ outcome }) => outcome === 'rejected');
		expect(refused.length).toBeGreaterThan(0);
		for (const { failure } of refused) {
			expect(failure).toMatchObject({ code: 'scope-missing' });
			expect([failure?.details['scopes'], failure?.details['granular']].flat()).toContain(scope);
		}
		const applied = rows.filter(({ outcome }) => outcome === 'applied');
		expect(applied.filter(({ email }) => !isCustomer(demo, email))).toEqual([]);
		if (scope.endsWith(':customer:jira-service-management')) {
			expect(new Set(refused.map(({ remedy }) => remedy))).toEqual(new Set(['create-and-add']));
			expect(applied.length).toBeGreaterThan(0);
		}
	});
});

describe('a token that may remove people and not make their new accounts', () => {
	const without = 'write:customer:jira-service-management';

	it.each([
		['without that scope nobody is removed', scopesFor('add', 'granular').filter((scope) => scope !== without), 0],
		['with it everybody is replaced', scopesFor('add', 'granular'), 2],
	])('%s', async (_what, scopes, expected) => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { token: demo.issueToken(scopes) });
		const managed = makeInviteListRows(demo.world).filter((row) => row.expected.cause === 'managed-elsewhere');
		const emails = [...new Set(managed.map(({ email }) => email.toLowerCase()))].slice(0, 2);
		const run = await app.diagnose({ csv: ['Email', ...emails].join('\n') });
		const choices = { ...cautiousChoices, managedElsewhere: 'replace-with-portal-account' } as const;
		const { planId } = need(await app.services.remediation.plan({ runId: run.id, choices }, demo.email));
		const { confirm } = need(app.services.plans.plan(planId));
		need(await app.services.remediation.start(planId, need(await app.services.sites.connection('demo')), { confirm: confirm ?? '' }));
		for await (const progress of app.services.remediation.watch(planId)) void progress;
		expect(demo.requests().filter(({ method }) => method === 'DELETE')).toHaveLength(expected);
		expect([...app.services.plans.allRows(planId)].filter(({ outcome }) => outcome === 'applied')).toHaveLength(expected);
		const { state, stop } = need(app.services.plans.plan(planId));
		if (expected > 0) expect(state).toBe('finished');
		else expect(stop).toMatchObject({ code: 'scope-missing', details: { scopes: expect.any(Array), use: 'create-customers' } });
	});
});

describe('a site that is read only', () => {
	it('is diagnosed and planned for; the plan is not begun, and the site sees no change', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		need(await app.services.sites.setReadOnly('demo', true));
		const site = need(await app.services.sites.connection('demo'));
		const run = await app.diagnose({ csv: shortList(demo) });
		expect(run.state).toBe('finished');
		const { planId } = need(await app.services.remediation.plan({ runId: run.id, choices: cautiousChoices }, demo.email));
		expect(await app.services.remediation.start(planId, site, {})).toMatchObject({ ok: false, failure: { code: 'site-read-only' } });
		expect(need(app.services.plans.plan(planId)).state).toBe('planned');
		expect(need(await app.services.remediation.rehearse(planId, site)).length).toBeGreaterThan(0);
		expect(demo.requests().filter(isChange)).toEqual([]);
		need(await app.services.sites.setReadOnly('demo', false));
		need(await app.services.remediation.start(planId, need(await app.services.sites.connection('demo')), {}));
		for await (const progress of app.services.remediation.watch(planId)) void progress;
		expect(demo.requests().filter(isChange).length).toBeGreaterThan(0);
	});
});
