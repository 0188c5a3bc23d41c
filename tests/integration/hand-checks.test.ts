import { createRouterClient } from '@orpc/server';
import type { ContractRouterClient } from '@orpc/contract';
import { expect, it } from 'vitest';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { contract } from '#shared/contract.ts';
import { cautiousChoices } from '#shared/plan.ts';
import type { RunRowDetail } from '#shared/run.ts';
import { composeOnDemo, type DemoApp, need, startDemo } from '../support/demo-app.ts';

const clientOf = ({ services }: DemoApp) => createRouterClient(services.router) as ContractRouterClient<typeof contract>;

/** What follows from the answers was found out again. */
const judgedAt = (row: RunRowDetail): unknown => {
	const at = expect.any(String) as string;
	const evidence = row.verdict.evidence.map((item) => (item.source.startsWith('rule:') ? { ...item, at } : item));
	return { ...row, verdict: { ...row.verdict, evidence } };
};

const greyedOut = { check: 'suggest-changes', seen: 'greyed-out' } as const;
const available = { check: 'suggest-changes', seen: 'available' } as const;

it('a check by hand is kept with its day and author, and judges every row of the person in the organisation again, asking nothing', async () => {
	const demo = await startDemo({ world: makeWorld({ peoplePerCause: 2, fillers: 3 }) });
	const app = await composeOnDemo(demo);
	const client = clientOf(app);
	const first = await app.diagnose();
	const second = await app.diagnose();
	const row = app.rows(first.id).find(({ cause, certainty }) => cause === 'managed-elsewhere' && certainty === 'likely');
	if (row === undefined) throw new Error('everybody is proven');
	const of = { runId: first.id, address: row.email };
	expect(need(await client.checks.list(of))).toEqual({ offered: ['suggest-changes'], entries: [] });

	const asked = demo.requests().length;
	expect(need(await client.checks.declare({ ...of, said: available }))).toEqual({ judgedAgain: 2 });
	for (const { id } of [first, second]) {
		const [seen] = app.rows(id).filter(({ email }) => email === row.email);
		expect(seen).toMatchObject({ cause: 'deactivated-by-person', certainty: 'likely', remedy: 'ask-person-to-reactivate' });
		expect(seen?.verdict.evidence.find(({ source }) => source === 'by hand')).toMatchObject({
			asked: `check by hand of ${row.email}`,
			answer: { check: 'suggest-changes', seen: 'available', account: demo.email },
		});
		const { summary } = need(app.services.store.run(id));
		const causes = app.rows(id).map(({ cause }) => cause);
		expect(summary['managed-elsewhere']).toBe(causes.filter((cause) => cause === 'managed-elsewhere').length);
		expect(summary['deactivated-by-person']).toBe(causes.filter((cause) => cause === 'deactivated-by-person').length);
	}
	// The later word counts, and the earlier one is not lost; taken back, the verdict is the one before.
	need(await client.checks.declare({ ...of, said: greyedOut }));
	expect(need(await client.runs.row({ runId: first.id, id: row.id }))).toMatchObject({ cause: 'managed-elsewhere', certainty: 'likely' });
	need(await client.checks.declare({ site: 'demo', address: row.email.toUpperCase(), said: { ...greyedOut, seen: null } }));
	expect(need(await client.runs.row({ runId: first.id, id: row.id }))).toEqual(judgedAt(row));
	const { entries } = need(await client.checks.list({ site: 'demo' }));
	expect(entries.map(({ address, seen, by }) => [address, seen, by.account])).toEqual([
		[row.email, null, demo.email],
		[row.email, 'greyed-out', demo.email],
		[row.email, 'available', demo.email],
	]);
	expect(demo.requests()).toHaveLength(asked);
});

it('counts in runs and plans that begin later, and for a proven verdict nobody’s word counts', async () => {
	const demo = await startDemo({ world: makeWorld({ peoplePerCause: 2, fillers: 3 }) });
	const app = await composeOnDemo(demo);
	const client = clientOf(app);
	const before = await app.diagnose();
	const managed = app.rows(before.id).filter(({ cause }) => cause === 'managed-elsewhere');
	for (const { email } of managed) need(await client.checks.declare({ site: 'demo', address: email, said: available }));
	const after = await app.diagnose();
	const judged = app.rows(after.id).filter(({ email, cause }) => cause !== 'repeated-row' && managed.some((one) => one.email === email));
	expect(judged.map(({ cause, certainty }) => `${cause} ${certainty}`).toSorted()).toEqual([
		'deactivated-by-person likely',
		'managed-elsewhere proven',
	]);
	const [guided] = judged.filter(({ cause }) => cause === 'deactivated-by-person');
	if (guided === undefined) throw new Error('nobody was judged by hand');
	const { planId } = need(await client.plans.create({ runId: after.id, ids: [guided.id], choices: cautiousChoices }));
	const [again] = need(await client.plans.recheck({ planId, ids: [guided.id] }));
	expect(again).toMatchObject({ after: { cause: 'deactivated-by-person', certainty: 'likely' } });
	// Taken back, it counts neither for the diagnosis nor for what was seen since.
	need(await client.checks.declare({ site: 'demo', address: guided.email, said: { ...available, seen: null } }));
	const settled = need(await client.runs.row({ runId: after.id, id: guided.id }));
	expect(settled).toMatchObject({ cause: 'managed-elsewhere', after: { cause: 'managed-elsewhere', planId } });
});

it('settles without an organisation key what no call tells, also against a snapshot', async () => {
	const demo = await startDemo({ world: makeWorld({ peoplePerCause: 2, fillers: 3 }) });
	const app = await composeOnDemo(demo, { hasOrgKey: false });
	const client = clientOf(app);
	const live = await app.diagnose();
	const open = app.rows(live.id).find(({ cause }) => cause === 'undetermined');
	if (open === undefined) throw new Error('everybody is settled');
	expect(need(await client.checks.list({ runId: live.id, address: open.email })).offered).toContain('suggest-changes');
	need(await client.checks.declare({ runId: live.id, address: open.email, said: greyedOut }));
	expect(need(await client.runs.row({ runId: live.id, id: open.id }))).toMatchObject({ cause: 'managed-elsewhere', certainty: 'likely' });

	const { snapshotId } = need(await client.snapshots.pull({ site: 'demo' }));
	for await (const progress of await client.snapshots.watch({ snapshotId })) void progress;
	const asked = { snapshotId, listName: 'Everybody', desk: demo.deskKey };
	const list = need(await client.lists.open({ name: 'l.csv', text: `Email\n${open.email}\n` }));
	const { runId } = need(
		await client.runs.start({ listId: list.listId, mapping: list.preview.mapping, desk: asked.desk, offline: { snapshotId } }),
	);
	for await (const progress of await client.runs.watch({ runId })) void progress;
	expect(need(await client.runs.row({ runId, id: 0 }))).toMatchObject({ cause: 'managed-elsewhere', certainty: 'likely' });
	need(await client.checks.declare({ runId, address: open.email, said: { ...greyedOut, seen: null } }));
	expect(need(await client.runs.row({ runId, id: 0 }))).toMatchObject({ cause: 'undetermined' });
	expect(need(await client.runs.row({ runId: live.id, id: open.id }))).toEqual(judgedAt(open));
});
