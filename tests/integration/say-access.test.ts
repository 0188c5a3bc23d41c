import { createRouterClient } from '@orpc/server';
import type { ContractRouterClient } from '@orpc/contract';
import { expect, it } from 'vitest';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { contract } from '#shared/contract.ts';
import { cautiousChoices } from '#shared/plan.ts';
import { composeOnDemo, type DemoApp, need, startDemo } from '../support/demo-app.ts';

const clientOf = ({ services }: DemoApp) => createRouterClient(services.router) as ContractRouterClient<typeof contract>;

const off = { internal: false, approvedDomains: null, external: false, allowedDomains: null };
const open = { internal: false, approvedDomains: null, external: true, allowedDomains: null };

it('a run says how many rows wait for what Customer access shows, and judges them again from what it knows', async () => {
	const demo = await startDemo();
	const app = await composeOnDemo(demo);
	const client = clientOf(app);
	const run = await app.diagnose({ access: '' });
	const waiting = app.rows(run.id).filter(({ cause, certainty }) => cause === 'ready-new' && certainty === 'likely');
	expect(waiting.length).toBeGreaterThan(10);
	const count = need(await client.runs.awaitingAccess({ runId: run.id }));
	expect(count).toBeGreaterThanOrEqual(waiting.length);

	const asked = demo.requests().length;
	const before = app.rows(run.id);
	expect(need(await client.runs.declareAccess({ runId: run.id, access: off })).judgedAgain).toBeGreaterThanOrEqual(waiting.length);
	expect(demo.requests()).toHaveLength(asked);
	const closed = app.rows(run.id);
	for (const { id } of waiting) expect(closed[id]).toMatchObject({ cause: 'customer-access-closed', remedy: 'open-customer-access' });
	const others = closed.filter(
		({ id }, index) => before[index]?.cause !== 'ready-new' && before[index]?.cause !== 'probable-typo' && id === index,
	);
	for (const row of others) expect(row).toEqual(before[row.id]);
	const counts: Record<string, number> = {};
	for (const { cause } of closed) counts[cause] = (counts[cause] ?? 0) + 1;
	expect(need(await client.runs.get({ runId: run.id })).summary).toEqual(counts);
	expect(need(await client.runs.awaitingAccess({ runId: run.id }))).toBe(0);
	// Known of the site from now on; a later word counts.
	expect(need(await client.sites.access({ name: 'demo' })).access).toMatchObject({ ...off, origin: 'declared' });
	need(await client.runs.declareAccess({ runId: run.id, access: open }));
	const opened = app.rows(run.id);
	for (const { id } of waiting) expect(opened[id]).toMatchObject({ cause: 'ready-new' });
	// As a run would say that begins under these settings.
	const later = await app.diagnose({ access: 'internal=off,external=on' });
	expect(opened.map(({ cause, certainty }) => [cause, certainty])).toEqual(
		app.rows(later.id).map(({ cause, certainty }) => [cause, certainty]),
	);
});

it('a plan at work sends no creation that the new answer forbids', async () => {
	let onCreation = (): void => undefined;
	const isCreation = (method: string, path: string): boolean => method === 'POST' && path === '/rest/servicedeskapi/customer';
	const demo = await startDemo({
		world: makeWorld({ peoplePerCause: 12, fillers: 3 }),
		beforeAnswer: ({ method, path }) => {
			if (isCreation(method, path)) onCreation();
		},
	});
	const app = await composeOnDemo(demo);
	const client = clientOf(app);
	const run = await app.diagnose({ access: '' });
	const { planId } = need(await client.plans.create({ runId: run.id, filter: { causes: ['ready-new'] }, choices: cautiousChoices }));
	const { rowCount } = need(await client.plans.get({ planId }));
	const said: Promise<unknown>[] = [];
	onCreation = () => {
		if (said.length === 0) said.push(client.runs.declareAccess({ runId: run.id, access: off }).then(need));
	};
	need(await client.plans.start({ planId }));
	for await (const progress of await client.plans.watch({ planId })) void progress;
	await Promise.all(said);
	const sent = demo.requests().filter(({ method, path }) => isCreation(method, path)).length;
	// What four workers had under way is waited for.
	expect(sent).toBeLessThanOrEqual(8);
	expect(sent).toBeLessThan(rowCount);
	const left = [...app.services.plans.allRows(planId)].filter(({ outcome }) => outcome === 'stale');
	expect(left.length).toBeGreaterThan(0);
	for (const row of left) expect(row.after).toMatchObject({ cause: 'customer-access-closed' });
});
