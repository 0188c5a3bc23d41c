import { createRouterClient } from '@orpc/server';
import type { ContractRouterClient } from '@orpc/contract';
import { expect, it } from 'vitest';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { contract } from '#shared/contract.ts';
import { cautiousChoices } from '#shared/plan.ts';
import { composeOnDemo, need, startDemo } from '../support/demo-app.ts';

it('guided work ends by declaring what was done: known of the site, and the rows are judged by it', async () => {
	const world = makeWorld({ peoplePerCause: 3, fillers: 3 });
	const demo = await startDemo({ world });
	const app = await composeOnDemo(demo);
	const client = createRouterClient(app.services.router) as ContractRouterClient<typeof contract>;
	const run = await app.diagnose({ access: 'internal=on,approved=halden-group.example;halden-labs.example,external=off' });
	const [blocked] = app.rows(run.id).filter(({ cause }) => cause === 'domain-not-approved');
	if (blocked === undefined) throw new Error('nobody is shut out');
	const domain = blocked.email.slice(blocked.email.indexOf('@') + 1);
	const { planId } = need(await client.plans.create({ runId: run.id, ids: [blocked.id], choices: cautiousChoices }));

	world.access.approvedDomains.push(domain);
	const unsaid = need(await client.plans.recheck({ planId, ids: [blocked.id] }));
	expect(unsaid[0]).toMatchObject({ after: { cause: 'domain-not-approved' }, phase: 'waiting' });
	const said = need(await client.plans.recheck({ planId, ids: [blocked.id], declared: { approve: domain } }));
	expect(said[0]).toMatchObject({ after: { cause: 'ready-new', certainty: 'likely' }, phase: 'ended' });

	const known = need(await client.sites.access({ name: 'demo' }));
	expect(known.access.approvedDomains).toEqual(['halden-group.example', 'halden-labs.example', domain]);
	expect(known.declarations[0]).toMatchObject({ by: { account: demo.email } });
	expect(need(app.services.store.run(run.id)).access).toEqual(known.access);
	// What would unlock most is judged by it too: nobody of this domain is shut out any more.
	const unlocks = need(await client.runs.unlock({ runId: run.id }));
	expect(unlocks.some((one) => one.decision === 'approve-domain' && one.domain === domain)).toBe(false);

	const ticked = { internal: false, approvedDomains: null, external: true, allowedDomains: null };
	need(await client.plans.recheck({ planId, ids: [blocked.id], declared: ticked }));
	expect(need(await client.sites.access({ name: 'demo' })).access).toMatchObject({ ...ticked, origin: 'declared' });
});
