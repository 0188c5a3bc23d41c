import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { ContractRouterClient } from '@orpc/contract';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DemoSite } from '#demo-site/demo-site.ts';
import { makeInviteList } from '#demo-site/invite-list.ts';
import { causeCatalogue } from '#shared/causes.ts';
import type { Transition } from '#shared/comparison.ts';
import type { contract } from '#shared/contract.ts';
import type { PlanChoices, PlanRow } from '#shared/plan.ts';
import { cautiousChoices } from '#shared/plan.ts';
import type { StartPlan } from '#main/services/plans/remediation-service.ts';
import { openLocks } from '#main/storage/locks.ts';
import { changeKey, isChange, repeatedBlindly } from '../support/change-record.ts';
import { composeOnDemo, type DemoApp, need, startDemo } from '../support/demo-app.ts';
import { isCustomer } from '../support/remediation.ts';
import type { PassingAnswer, PassingRequest, Tamper } from '../support/tampering-proxy.ts';

const destructive: PlanChoices = { managedElsewhere: 'replace-with-portal-account', organisations: false };

/** The first rows of the demo's list: every cause is among them. */
const shortList = ({ world }: DemoSite, lines = 100): string => makeInviteList(world).split('\r\n').slice(0, lines).join('\r\n');

const planAll = async (app: DemoApp, choices: PlanChoices = destructive, csv?: string): Promise<string> => {
	const run = await app.diagnose(csv === undefined ? {} : { csv });
	return need(await app.services.remediation.plan({ runId: run.id, choices }, 'admin@halden-group.example')).planId;
};

const carryOut = async ({ services }: DemoApp, planId: string, options: StartPlan = {}): Promise<readonly PlanRow[]> => {
	const site = need(await services.sites.connection('demo'));
	const { confirm } = need(services.plans.plan(planId));
	need(await services.remediation.start(planId, site, { ...(confirm === null ? {} : { confirm }), ...options }));
	for await (const progress of services.remediation.watch(planId)) void progress;
	return [...services.plans.allRows(planId)];
};

const changesTo = ({ requests }: DemoSite) => requests().filter(isChange);
const doneTo = (demo: DemoSite) => changesTo(demo).filter(({ status }) => status < 300);

const expectSound = (demo: DemoSite, rows: readonly PlanRow[]): void => {
	expect(repeatedBlindly(demo.requests(), demo.world)).toEqual([]);
	const applied = rows.filter(({ outcome }) => outcome === 'applied');
	expect(applied.filter(({ email }) => !isCustomer(demo, email)).map(({ email }) => email)).toEqual([]);
	expect(applied.filter(({ after }) => after?.cause !== 'already-customer').map(({ email, after }) => ({ email, after }))).toEqual([]);
	expect(rows.filter(({ stranded }) => stranded)).toEqual([]);
};

describe('a plan over all causes', () => {
	it('ends with the site and the verdicts equal, each change received once', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		const planId = await planAll(app);
		const rows = await carryOut(app, planId);
		expectSound(demo, rows);
		expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['applied', 'guided']));
		expect(rows.filter(({ guided }) => guided).length).toBeGreaterThan(20);
		const keys = changesTo(demo).map(changeKey);
		expect(keys).toHaveLength(new Set(keys).size);
		expect(changesTo(demo).filter(({ status }) => status >= 300)).toEqual([]);
		expect(need(app.services.plans.plan(planId)).state).toBe('finished');
	});

	it('leaves the diagnosis as it was, and says beside it what it came to; a later run tells the same', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		const planId = await planAll(app);
		const { runId } = need(app.services.plans.plan(planId));
		const diagnosed = app.rows(runId);
		const { summary } = need(app.services.store.run(runId));
		const rows = await carryOut(app, planId);

		const seen = new Map(rows.flatMap(({ id, after }) => (after === null ? [] : [[id, after]])));
		for (const [id, { after, verdictAfter, ...row }] of app.rows(runId).entries()) {
			expect(row).toEqual(diagnosed[id]);
			expect(after?.cause).toBe(seen.get(id)?.cause);
			expect(verdictAfter?.evidence.length === 0).toBe(false);
		}
		expect(need(app.services.store.run(runId)).summary).toEqual(summary);

		const later = await app.diagnose();
		const client = createRouterClient(app.services.router) as ContractRouterClient<typeof contract>;
		const transitions = need(await client.runs.compare({ before: runId, after: later.id }));
		const people = diagnosed.filter(({ cause }) => cause !== 'repeated-row' && cause !== 'invalid-address');
		const added = people.filter(({ id, cause }) => cause !== 'already-customer' && seen.get(id)?.cause === 'already-customer');
		expect(added.length).toBeGreaterThan(100);
		expect(transitions.reduce((sum, { addedByPlan }) => sum + addedByPlan, 0)).toBe(added.length);
		const isUnblocked = ({ from, to }: Transition): boolean =>
			from !== 'absent' && causeCatalogue[from].standing === 'blocked' && to === 'already-customer';
		const unblocked = transitions.filter(isUnblocked).reduce((sum, { rows: count }) => sum + count, 0);
		expect(unblocked).toBe(added.filter(({ cause }) => causeCatalogue[cause].standing === 'blocked').length);
		// What a plan has done is not advised again, nor planned.
		const unlocks = need(await client.runs.unlock({ runId }));
		expect(unlocks.filter(({ decision }) => decision === 'restore-access' || decision === 'grant-customer-role')).toEqual([]);
		const again = need(await app.services.remediation.plan({ runId, choices: cautiousChoices }, 'admin@halden-group.example'));
		const replanned = new Set([...app.services.plans.allRows(again.planId)].map(({ id }) => id));
		expect(added.filter(({ id }) => replanned.has(id))).toEqual([]);
	});

	it('leaves alone what is managed elsewhere unless removing was asked for', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		const rows = await carryOut(app, await planAll(app, cautiousChoices, shortList(demo)));
		expect(changesTo(demo).filter(({ method }) => method === 'DELETE')).toEqual([]);
		const elsewhere = rows.filter(({ before }) => before.cause === 'managed-elsewhere');
		expect(elsewhere.every(({ outcome, remedy }) => outcome === 'guided' && remedy === 'ask-owning-organisation')).toBe(true);
	});

	it('reports the billable roles that came back with restored accounts', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		const rows = await carryOut(app, await planAll(app, destructive, shortList(demo)));
		const restored = rows.filter(({ remedy }) => remedy === 'restore-access');
		const billed = restored.filter(({ email }) => demo.world.usersByEmail.get(email)?.roles.some(({ role }) => role === 'atlassian/user'));
		expect(billed.length).toBeGreaterThan(0);
		expect(restored.filter(({ billable }) => billable.length > 0).map(({ email }) => email)).toEqual(billed.map(({ email }) => email));
	});

	it('adds people to the customer organisation of the list only where that was asked for', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		const rows = await carryOut(app, await planAll(app, { ...destructive, organisations: true }, shortList(demo)));
		const joins = changesTo(demo).filter(({ path }) => /\/organization\/[^/]+\/user$/.test(path));
		expect(joins.length).toBeGreaterThan(0);
		const unknown = rows.filter(({ failure }) => failure?.code === 'organisation-not-found');
		expect(unknown.every(({ outcome }) => outcome === 'needs-person')).toBe(true);
		expect(rows.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
	});
});

describe('a plan made from stale evidence', () => {
	it('sets accounts aside that changed since, and sends nothing for them', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		const planId = await planAll(app, destructive, shortList(demo));
		const before = [...app.services.plans.allRows(planId)];
		const restored = before.filter(({ remedy }) => remedy === 'restore-access').slice(0, 3);
		for (const { email } of restored) Object.assign(demo.world.usersByEmail.get(email)!, { membership: 'active' });
		const enabled = before.filter(({ remedy }) => remedy === 'replace-with-portal-account').slice(0, 2);
		for (const { email } of enabled) Object.assign(demo.world.usersByEmail.get(email)!, { accountActive: true });
		const rows = await carryOut(app, planId);
		const stale = rows.filter(({ outcome }) => outcome === 'stale').map(({ email }) => email);
		expect(stale.sort()).toEqual([...restored, ...enabled].map(({ email }) => email).sort());
		for (const email of stale) {
			const { accountId } = demo.world.usersByEmail.get(email)!;
			expect(
				changesTo(demo).filter(
					({ path, body }) => decodeURIComponent(path).includes(accountId) || JSON.stringify(body ?? '').includes(accountId),
				),
			).toEqual([]);
		}
		expect(rows.filter(({ outcome }) => outcome === 'stale').every(({ after }) => after !== null)).toBe(true);
	});

	it('turns an account that somebody else made meanwhile into a new diagnosis', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		const planId = await planAll(app, destructive, shortList(demo));
		const taken = [...app.services.plans.allRows(planId)].filter(({ remedy }) => remedy === 'create-and-add').slice(0, 2);
		const hidden = taken[0]!.email;
		// Known to the site, shown to nobody: only the 409 tells.
		demo.world.customersByEmail.set(hidden, { accountId: 'qm:hidden:1', email: hidden, name: hidden, active: false });
		const rows = await carryOut(app, planId);
		const row = rows.find(({ email }) => email === hidden)!;
		expect(row).toMatchObject({ outcome: 'stale', failure: { code: 'account-exists' } });
		expect(row.after).toMatchObject({ cause: 'portal-account-inactive', certainty: 'likely' });
	});
});

/**
 * Says of each request whether it meets trouble: of every kind of change one in `n`, and that one `times` times, however often
 * it is sent and whichever of the workers gets there first.
 */
const meetsTrouble = (n: number, times: number): ((request: PassingRequest) => boolean) => {
	const changesOfKind = new Map<string, number>();
	const left = new Map<string, number>();
	return (request) => {
		if (!isChange(request)) return false;
		const key = `${request.method} ${request.path} ${request.body}`;
		if (!left.has(key)) {
			const kind = `${request.method} ${request.path.match(/(?<=\/)[a-z]+(?=\/|$)/g)?.join('/')}`;
			const place = changesOfKind.get(kind) ?? 0;
			changesOfKind.set(kind, place + 1);
			left.set(key, place % n === 0 ? times : 0);
		}
		const more = left.get(key) ?? 0;
		left.set(key, more - 1);
		return more > 0;
	};
};

const limited: PassingAnswer = {
	status: 429,
	text: '<html>The request has been rate-limited.</html>',
	headers: { 'retry-after': '0', 'content-type': 'text/html' },
};
const dropped: PassingAnswer = { status: 0, text: '', drop: true };

interface Trouble {
	readonly isMet: (request: PassingRequest) => boolean;
	readonly before?: PassingAnswer;
	readonly after?: (answer: PassingAnswer) => PassingAnswer;
}

describe('trouble on the way', () => {
	const troubles: Record<string, () => Trouble> = {
		'a storm of 429': () => ({ isMet: meetsTrouble(2, 3), before: limited }),
		'503 before the effect': () => ({ isMet: meetsTrouble(4, 1), before: { status: 503, text: '{}' } }),
		'503 twice before the effect': () => ({ isMet: meetsTrouble(9, 2), before: { status: 503, text: '{}' } }),
		'a connection that drops before the effect': () => ({ isMet: meetsTrouble(4, 1), before: dropped }),
		'502 after the effect': () => ({ isMet: meetsTrouble(4, 1), after: () => ({ status: 502, text: '{}' }) }),
		'a connection that drops after the effect': () => ({ isMet: meetsTrouble(4, 1), after: (answer) => ({ ...answer, drop: true }) }),
	};
	it.each(Object.keys(troubles))('%s: nothing twice without a read, nothing called done that is not', async (name) => {
		const demo = await startDemo();
		const { isMet, before, after } = troubles[name]!();
		let met = 0;
		const counted = (request: PassingRequest): boolean => {
			const isNow = isMet(request);
			if (isNow) met += 1;
			return isNow;
		};
		const tamper: Tamper = {
			...(before === undefined ? {} : { instead: (request) => (counted(request) ? before : null) }),
			...(after === undefined ? {} : { change: (request, answer) => (counted(request) ? after(answer) : answer) }),
		};
		const app = await composeOnDemo(demo, { tamper });
		const rows = await carryOut(app, await planAll(app, destructive, shortList(demo, name.includes('storm') ? 40 : 100)));
		expect(met).toBeGreaterThan(20);
		expectSound(demo, rows);
		// A lost invitation cannot be settled where it had no effect; everything else comes out in the end.
		const left = rows.filter(({ outcome }) => outcome !== 'applied' && outcome !== 'guided');
		expect(left.filter(({ outcome, remedy }) => outcome !== 'needs-person' || remedy !== 'invite-with-role')).toEqual([]);
		const removals = doneTo(demo).filter(({ method }) => method === 'DELETE');
		expect(removals).toHaveLength(rows.filter(({ remedy }) => remedy === 'replace-with-portal-account').length);
	});

	it('a token revoked in the middle stops the plan, and it goes on with a new one', async () => {
		let revoked = false;
		let changes = 0;
		const demo = await startDemo();
		const app = await composeOnDemo(demo, {
			tamper: {
				authorize: (authorization) => (revoked ? `${authorization}x` : authorization),
				instead: (request) => {
					if (isChange(request) && ++changes === 20) revoked = true;
					return null;
				},
			},
		});
		const planId = await planAll(app, destructive, shortList(demo));
		const half = await carryOut(app, planId);
		const plan = need(app.services.plans.plan(planId));
		expect(plan.state).toBe('stopped');
		expect(['token-rejected', 'org-key-rejected']).toContain(plan.stop?.code);
		expect(half.some(({ outcome }) => outcome === 'not-reached')).toBe(true);
		revoked = false;
		const rows = await carryOut(app, planId);
		expectSound(demo, rows);
		expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['applied', 'guided']));
	});
});

describe('holding back', () => {
	it('a trial run changes the first rows only, then the rest follows', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		const planId = await planAll(app, cautiousChoices, shortList(demo));
		const trial = await carryOut(app, planId, { first: 5 });
		expect(trial.filter(({ outcome }) => outcome === 'applied')).toHaveLength(5);
		expect(need(app.services.plans.plan(planId)).state).toBe('paused');
		const rows = await carryOut(app, planId);
		expectSound(demo, rows);
		expect(rows.filter(({ outcome }) => outcome === 'not-reached')).toEqual([]);
	});

	it('once cancelled no further change begins, and what was under way is known', async () => {
		const demo = await startDemo({ latencyMs: 20 });
		const app = await composeOnDemo(demo);
		const planId = await planAll(app, destructive, shortList(demo));
		const site = need(await app.services.sites.connection('demo'));
		need(await app.services.remediation.start(planId, site, { confirm: need(app.services.plans.plan(planId)).confirm! }));
		for await (const { plan } of app.services.remediation.watch(planId)) if ((plan.outcomes.applied ?? 0) > 3) break;
		const { plans } = app.services;
		const begun = (): number => [...plans.allRows(planId)].reduce((sum, { id }) => sum + need(plans.row(planId, id)).changes.length, 0);
		const cancelling = app.services.remediation.cancel(planId);
		const atCancel = begun();
		need(await cancelling);
		expect(begun()).toBe(atCancel);
		expect(need(app.services.plans.plan(planId))).toMatchObject({ state: 'stopped', stop: { code: 'cancelled' } });
		const rows = await carryOut(app, planId);
		expectSound(demo, rows);
		const keys = changesTo(demo).map(changeKey);
		expect(keys).toHaveLength(new Set(keys).size);
	});

	it('people are removed only with the exact phrase, for the exact set', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		const planId = await planAll(app, destructive, shortList(demo));
		const site = need(await app.services.sites.connection('demo'));
		const plan = need(app.services.plans.plan(planId));
		const start = (options: StartPlan) => app.services.remediation.start(planId, site, options);
		expect(await start({})).toMatchObject({ ok: false, failure: { code: 'confirmation-missing' } });
		expect(await start({ confirm: 'remove' })).toMatchObject({ ok: false, failure: { code: 'confirmation-void' } });
		expect(await start({ confirm: plan.confirm!, people: 'another set' })).toMatchObject({
			ok: false,
			failure: { code: 'confirmation-void' },
		});
		expect(changesTo(demo)).toEqual([]);
	});

	it('a second process does not change the same site at the same time', async () => {
		const demo = await startDemo({ latencyMs: 20 });
		const app = await composeOnDemo(demo);
		const planId = await planAll(app, cautiousChoices, shortList(demo));
		const url = need(app.services.plans.plan(planId)).site.url;
		const others = need(await openLocks(join(app.dataDir, 'locks'), () => 'somebody else'));
		const hold = need(others.take({ kind: 'site', key: url }));
		onTestFinished(() => hold.release());
		const site = need(await app.services.sites.connection('demo'));
		expect(await app.services.remediation.start(planId, site)).toMatchObject({
			ok: false,
			failure: { code: 'site-busy', details: { site: url, holder: 'somebody else' } },
		});
		expect(changesTo(demo)).toEqual([]);
	});

	it('External closed: a removed person without an account stands in red, and nobody else is removed', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		const planId = await planAll(app, destructive, shortList(demo));
		Object.assign(demo.world.access, { external: false });
		const rows = await carryOut(app, planId);
		const stranded = rows.filter((row) => row.stranded);
		expect(stranded).toHaveLength(1);
		expect(app.services.plans.stranded()).toMatchObject([{ planId, email: stranded[0]!.email }]);
		expect(changesTo(demo).filter(({ method }) => method === 'DELETE')).toHaveLength(1);
		Object.assign(demo.world.access, { external: true });
		const after = await carryOut(app, planId, { retryFailed: true });
		expect(after.filter((row) => row.stranded)).toEqual([]);
		expect(app.services.plans.stranded()).toEqual([]);
	});
});
