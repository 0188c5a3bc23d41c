import { readFileSync } from 'node:fs';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { expect, it, onTestFinished } from 'vitest';
import { composeApp } from '#main/services/compose.ts';
import type { contract } from '#shared/contract.ts';
import type { PlanRow } from '#shared/plan.ts';
import type { RowResult } from '#shared/row-results.ts';
import type { Verdict } from '#shared/verdict.ts';
import { need } from '../support/demo-app.ts';
import { planOnDemo, type Setting } from '../support/remediation.ts';

const actor = { account: 'admin@halden-group.example', user: 'ann', host: 'cli' } as const;

const composeOver = async ({ dataDir }: Setting) => {
	const services = need(await composeApp({ dataDir, host: 'browser', allowLoopback: true, version: '0.0.0', sessionSecrets: true }));
	let closed: Promise<void> | null = null;
	const close = (): Promise<void> => (closed ??= services.close());
	onTestFinished(close);
	return { ...services, close };
};

const seenAs = (cause: Verdict['cause']): Verdict => ({ cause, certainty: 'proven', remedy: null, evidence: [] });

/** A plan over these rows that ended: each was changed, and then seen as what stands beside it. */
const endedPlan = async (causes: readonly Verdict['cause'][]) => {
	const setting = await planOnDemo({ planArgs: ['--cause', 'ready-existing'] });
	const services = await composeOver(setting);
	const { plans, remediation } = services;
	const ids = setting.plan.rows.slice(0, causes.length).map(({ row }) => row - 2);
	const { planId } = need(
		await remediation.plan(
			{ runId: setting.plan.plan.run, ids, choices: { managedElsewhere: 'ask-owning-organisation', organisations: false } },
			actor.account,
		),
	);
	for (const [index, { id }] of [...plans.allRows(planId)].entries()) {
		need(plans.setRow(planId, id, { phase: 'ended', outcome: 'applied', failure: null, said: null, billable: [] }));
		need(plans.saveAfter(planId, [{ id, verdict: seenAs(causes[index] ?? 'undetermined'), phase: 'ended' }], actor));
	}
	need(plans.setState(planId, 'finished', null, '2026-11-26T10:00:00.000Z'));
	return { setting, services, planId };
};

it('changed, and nothing blocks it, is no customer yet: through every door', async () => {
	const { setting, services, planId } = await endedPlan(['already-customer', 'ready-existing']);
	const counts: Partial<Record<RowResult, number>> = { added: 1, addable: 1 };

	const client = createRouterClient(services.router) as ContractRouterClient<typeof contract>;
	const result = need(await client.plans.result({ planId }));
	expect(result).toMatchObject({ rowCount: 2, counts, causes: { addable: { 'ready-existing': 1 } } });
	const shown = need(await client.plans.rows({ planId, results: ['addable'], from: 0, count: 10 }));
	const isOne = (row: PlanRow): boolean => row.after?.cause === 'ready-existing';
	expect([shown.total, shown.rows.every(isOne)]).toEqual([1, true]);
	expect(need(await client.plans.rowIds({ planId, results: ['addable', 'blocked'] }))).toEqual(shown.rows.map(({ id }) => id));
	await services.close();

	const json = `${setting.dir}/ended.json`;
	const command = await setting.run(['remediate', '--plan', planId, '--yes', '--json', json]);
	expect(command.stdout).toMatch(/^ {6}1 {2}added +added\n {6}1 {2}addable +can be added\n {14}1 {2}now: /m);
	expect(command.code).toBe(1);
	const { rows } = JSON.parse(readFileSync(json, 'utf8')) as { rows: { result: RowResult }[] };
	expect(rows.map(({ result: one }) => one).toSorted()).toEqual(['addable', 'added']);

	const html = `${setting.dir}/report.html`;
	expect(await setting.run(['report', setting.plan.plan.run, '--html', html])).toMatchObject({ code: 0 });
	const page = readFileSync(html, 'utf8');
	expect(page).toContain('<b>1</b> added');
	expect(page).toMatch(/<b>1<\/b> can be added<\/li>/);
});

it('a plan is good when all of its people are customers', async () => {
	const { setting, services, planId } = await endedPlan(['already-customer']);
	await services.close();
	expect((await setting.run(['remediate', '--plan', planId, '--yes'])).code).toBe(0);
});
