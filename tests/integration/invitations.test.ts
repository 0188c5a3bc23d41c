import { describe, expect, it } from 'vitest';
import type { DemoSite } from '#demo-site/demo-site.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { Clock } from '#core/ports.ts';
import { cautiousChoices, type PlanRow } from '#shared/plan.ts';
import type { StartPlan } from '#main/services/plans/remediation-service.ts';
import { isChange, repeatedBlindly } from '../support/change-record.ts';
import { composeOnDemo, type DemoApp, need, startDemo } from '../support/demo-app.ts';
import { idleClock } from '../support/idle-clock.ts';
import { isCustomer } from '../support/remediation.ts';
import type { PassingAnswer, Tamper } from '../support/tampering-proxy.ts';

const dayMs = 86_400_000;

const planFor = async (app: DemoApp, csv?: string): Promise<string> => {
	const run = await app.diagnose(csv === undefined ? {} : { csv });
	const choices = { ...cautiousChoices, invite: true } as const;
	return need(await app.services.remediation.plan({ runId: run.id, choices }, 'admin@halden-group.example')).planId;
};

const carryOut = async ({ services }: DemoApp, planId: string, options: StartPlan = {}): Promise<readonly PlanRow[]> => {
	const site = need(await services.sites.connection('demo'));
	need(await services.remediation.start(planId, site, options));
	for await (const progress of services.remediation.watch(planId)) void progress;
	return [...services.plans.allRows(planId)];
};

const isInvited = ({ steps }: PlanRow): boolean => steps.includes('invite-customer');
const mailed = ({ world }: DemoSite): readonly string[] => world.mails.map(({ to }) => to);

const expectSound = (demo: DemoSite, rows: readonly PlanRow[]): void => {
	expect(mailed(demo)).toHaveLength(new Set(mailed(demo)).size);
	expect(repeatedBlindly(demo.requests(), demo.world)).toEqual([]);
	const applied = rows.filter(({ outcome }) => outcome === 'applied');
	expect(applied.filter(({ email }) => !isCustomer(demo, email)).map(({ email }) => email)).toEqual([]);
	expect(applied.filter(({ after }) => after?.cause !== 'already-customer')).toEqual([]);
};

const newcomers = (count: number): string =>
	`Email\n${Array.from({ length: count }, (_, n) => `new${n}@brightwater.example`).join('\n')}\n`;

describe('a plan with invitation e-mails', () => {
	it('sends one to each new person and none to anybody else, and all of them are customers', async () => {
		const demo = await startDemo({ world: makeWorld({ peoplePerCause: 3, fillers: 3 }) });
		const app = await composeOnDemo(demo);
		const planId = await planFor(app);
		const rows = await carryOut(app, planId);
		expectSound(demo, rows);
		const invited = rows.filter(isInvited);
		expect(invited.length).toBeGreaterThan(2);
		expect(invited.map(({ before, outcome }) => [before.cause, outcome])).toEqual(invited.map(() => ['ready-new', 'applied']));
		expect(mailed(demo).toSorted()).toEqual(invited.map(({ email }) => email).toSorted());
		expect(need(app.services.plans.plan(planId)).estimate.mails).toBe(invited.length);
		expect(demo.requests().filter(({ path }) => path === '/rest/servicedeskapi/customer')).toEqual([]);
	});

	const limited: PassingAnswer = {
		status: 429,
		text: '<html>limited</html>',
		headers: { 'retry-after': '0', 'content-type': 'text/html' },
	};
	const dropped: PassingAnswer = { status: 0, text: '', drop: true };
	/** Every second invitation meets it, once; `lost`: it had no effect, and nobody can know that. */
	const troubles: Record<string, { before?: PassingAnswer; after?: (answer: PassingAnswer) => PassingAnswer; readonly lost: boolean }> = {
		'a 429': { before: limited, lost: false },
		'503 before the effect': { before: { status: 503, text: '{}' }, lost: true },
		'a connection that drops before the effect': { before: dropped, lost: true },
		'502 after the effect': { after: () => ({ status: 502, text: '{}' }), lost: false },
		'a connection that drops after the effect': { after: (answer) => ({ ...answer, drop: true }), lost: false },
	};
	it.each(Object.keys(troubles))('%s: nobody gets two, whatever is tried afterwards', async (name) => {
		const { before, after, lost } = troubles[name]!;
		const met = new Map<string, boolean>();
		const meets = ({ path, body }: { readonly path: string; readonly body: string }): boolean => {
			if (!path.endsWith('/customer/invite') || met.has(body)) return false;
			met.set(body, met.size % 2 === 0);
			return met.get(body) === true;
		};
		const tamper: Tamper = {
			...(before === undefined ? {} : { instead: (request) => (meets(request) ? before : null) }),
			...(after === undefined ? {} : { change: (request, answer) => (meets(request) ? after(answer) : answer) }),
		};
		const demo = await startDemo({ world: makeWorld({ peoplePerCause: 1, fillers: 3 }) });
		const app = await composeOnDemo(demo, { tamper });
		const planId = await planFor(app, newcomers(6));
		const rows = await carryOut(app, planId);
		expectSound(demo, rows);
		const open = rows.filter(({ outcome }) => outcome !== 'applied');
		expect(open.map(({ outcome, failure }) => [outcome, failure?.code])).toEqual(
			Array.from({ length: lost ? 3 : 0 }, () => ['needs-person', 'unsettled']),
		);
		const sent = demo.requests().filter(isChange).length;
		if (!lost) return;
		// Neither another try nor another plan sends it again.
		expect(
			await app.services.remediation.start(planId, need(await app.services.sites.connection('demo')), { retryFailed: true }),
		).toMatchObject({ failure: { code: 'plan-finished' } });
		const again = await carryOut(app, await planFor(app, newcomers(6)));
		expect(again.filter(isInvited).map(({ outcome, failure }) => [outcome, failure?.code])).toEqual(
			Array.from({ length: 3 }, () => ['needs-person', 'already-invited']),
		);
		expect(demo.requests().filter(isChange)).toHaveLength(sent);
	});
});

describe('the e-mails of a day', () => {
	const setUp = async () => {
		const idle = idleClock();
		let aheadMs = 0;
		const clock: Clock = { ...idle, now: () => idle.now() + aheadMs };
		const demo = await startDemo({ world: makeWorld({ peoplePerCause: 1, fillers: 3 }) });
		const app = await composeOnDemo(demo, { clock });
		const { url } = need(app.services.sites.record('demo'));
		const passes = (ms: number): void => void (aheadMs += ms);
		return { demo, app, url, passes, at: () => new Date(clock.now()).toISOString() };
	};

	it('are counted over all plans; a plan does what fits, says when it goes on, and then goes on', async () => {
		const { demo, app, url, passes, at } = await setUp();
		const { plans } = app.services;
		expect(plans.mailBudget(url, at())).toEqual({ perDay: 100, isSet: false, sent: 0 });
		need(plans.setMailBudget(url, 5));
		const first = await planFor(app, newcomers(3));
		await carryOut(app, first);
		expect(need(plans.plan(first)).state).toBe('finished');
		const began = at();
		passes(3_600_000);

		const listed = [...demo.world.persons].find(({ expected }) => expected.cause === 'access-revoked')?.email ?? '';
		const others = Array.from({ length: 6 }, (_, n) => `later${n}@brightwater.example`);
		const second = await planFor(app, `Email\n${[...others, listed].join('\n')}\n`);
		const rows = await carryOut(app, second);
		expect(mailed(demo)).toHaveLength(5);
		// Whoever needs no e-mail does not wait for one.
		expect(rows.find(({ email }) => email === listed)).toMatchObject({ outcome: 'applied', after: { cause: 'already-customer' } });
		const stopped = need(plans.plan(second));
		expect(stopped).toMatchObject({ state: 'stopped', stop: { code: 'mail-budget-spent', details: { perDay: 5, left: 4 } } });
		const resumeAt = Date.parse(String(stopped.stop?.details['resumeAt']));
		expect(resumeAt).toBeGreaterThan(Date.parse(began) + dayMs);

		await carryOut(app, second);
		expect(mailed(demo)).toHaveLength(5);
		// The first plan's three have passed, the second's two have not.
		passes(Date.parse(began) + dayMs - Date.parse(at()));
		await carryOut(app, second);
		expect(mailed(demo)).toHaveLength(8);
		expect(need(plans.plan(second))).toMatchObject({ state: 'stopped', stop: { details: { left: 1 } } });
		passes(resumeAt - Date.parse(at()) + 1000);
		const all = await carryOut(app, second);
		expectSound(demo, all);
		expect(need(plans.plan(second)).state).toBe('finished');
		expect(mailed(demo)).toHaveLength(9);
		need(plans.setMailBudget(url, null));
		expect(plans.mailBudget(url, at())).toMatchObject({ perDay: 100, isSet: false });
	});
});
