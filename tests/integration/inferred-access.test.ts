import { createRouterClient } from '@orpc/server';
import { expect, it } from 'vitest';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { cautiousChoices } from '#shared/plan.ts';
import { composeOnDemo, need, startDemo } from '../support/demo-app.ts';

it('refusals while remediating teach what customer access looks like, until somebody says how it is', async () => {
	const world = makeWorld({ peoplePerCause: 6, fillers: 6, access: 'closed' });
	const demo = await startDemo({ world });
	const app = await composeOnDemo(demo);
	const { remediation, access, sites, plans } = app.services;
	const run = await app.diagnose({ access: '' });
	const newcomers = app.rows(run.id).filter(({ cause }) => cause === 'ready-new');
	expect(newcomers.length).toBeGreaterThanOrEqual(12);
	expect(newcomers.every(({ certainty }) => certainty === 'likely')).toBe(true);

	const ids = newcomers.map(({ id }) => id);
	const { planId } = need(await remediation.plan({ runId: run.id, ids, choices: cautiousChoices }, demo.email));
	need(await remediation.start(planId, need(await sites.connection('demo'))));
	for await (const progress of remediation.watch(planId)) void progress;
	expect(need(plans.plan(planId)).outcomes).toEqual({ rejected: ids.length });

	const after = app.rows(run.id).filter(({ id }) => ids.includes(id));
	const domains = new Set(newcomers.map(({ email }) => email.slice(email.indexOf('@'))));
	const because = `${ids.length} of ${ids.length} new addresses of ${domains.size} domains were refused`;
	for (const row of after) {
		expect(row.verdictAfter).toMatchObject({ cause: 'customer-access-closed', certainty: 'likely', remedy: 'open-customer-access' });
		expect(row.verdictAfter?.evidence.at(-1)).toMatchObject({ source: 'rule:customer-access-closed', answer: because });
	}

	const next = await app.diagnose({ access: '' });
	expect(next.access).toMatchObject({ origin: 'inferred', inferred: { pattern: 'closed' } });
	expect(next.summary['ready-new']).toBeUndefined();
	const closed = app.rows(next.id).filter(({ cause }) => cause === 'customer-access-closed');
	expect(closed.every(({ certainty }) => certainty === 'likely')).toBe(true);

	// What is known of the site goes into a snapshot too, as what it is: offline, the same rows are as likely.
	const client = createRouterClient(app.services.router);
	const { snapshotId } = need(await client.snapshots.pull({ site: 'demo' }));
	for await (const progress of await client.snapshots.watch({ snapshotId })) void progress;
	expect(need(await client.snapshots.get({ snapshotId })).access).toEqual(next.access);
	const list = need(await client.lists.open({ name: 'list.csv', text: `Email\n${newcomers.map(({ email }) => email).join('\n')}\n` }));
	const { listId, preview } = list;
	const offline = need(await client.runs.start({ listId, mapping: preview.mapping, desk: demo.deskKey, offline: { snapshotId } }));
	for await (const progress of await client.runs.watch(offline)) void progress;
	expect(app.rows(offline.runId).map(({ cause, certainty }) => `${cause} ${certainty}`)).toEqual(
		newcomers.map(() => 'customer-access-closed likely'),
	);

	world.access.external = true;
	const ticked = { internal: false, approvedDomains: null, external: true, allowedDomains: null };
	need(access.declare(need(sites.record('demo')), ticked, null));
	const open = await app.diagnose({ access: '' });
	expect(open.access).toMatchObject({ origin: 'declared', external: true });
	expect(open.access.inferred).toBeUndefined();
	expect(open.summary['ready-new']).toBeGreaterThanOrEqual(12);
});
