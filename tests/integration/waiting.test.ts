import { describe, expect, it, onTestFinished } from 'vitest';
import type { DemoSite } from '#demo-site/demo-site.ts';
import { makeInviteList } from '#demo-site/invite-list.ts';
import type { Clock } from '#core/ports.ts';
import { composeApp } from '#main/services/compose.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { cautiousChoices } from '#shared/plan.ts';
import { composeOnDemo, need, startDemo } from '../support/demo-app.ts';
import { idleClock } from '../support/idle-clock.ts';
import { isChange, repeatedBlindly } from '../support/change-record.ts';
import type { PassingAnswer, PassingRequest, Tamper } from '../support/tampering-proxy.ts';

/** Longer than anybody waits in line, and no longer: whoever watches looks ten times a second. */
const pauseMs = 130_000;
const paused: PassingAnswer = {
	status: 429,
	text: '<html>',
	headers: { 'retry-after': String(pauseMs / 1000), 'content-type': 'text/html' },
};

/** Refuses once, the so-and-so-many-th of these requests. */
const refusesOnce = (nth: number, isMeant: (request: PassingRequest) => boolean = () => true): Tamper => {
	let seen = 0;
	return { instead: (request) => (isMeant(request) && ++seen === nth ? paused : null) };
};

/** A clock on which the wait for a site never ends by itself. */
const withoutEnd = (clock: Clock): Clock => ({
	...clock,
	sleep: (ms, signal) =>
		ms === 15_000
			? new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)))
			: clock.sleep(ms, signal),
});

const shortList = ({ world }: DemoSite): string => makeInviteList(world).split('\r\n').slice(0, 60).join('\r\n');

const inMs = (later: string, than: string): number => Date.parse(later) - Date.parse(than);

describe('a site that asks for a pause', () => {
	it.each([1, 6])('at request %i has it, and the run is finished as any other', async (nth) => {
		const demo = await startDemo();
		const csv = shortList(demo);
		const undisturbed = await (await composeOnDemo(demo)).diagnose({ csv });
		const app = await composeOnDemo(demo, { tamper: refusesOnce(nth) });
		const before = app.clock.now();
		const run = await app.diagnose({ csv });
		expect(run).toMatchObject({ state: 'finished', stop: null, summary: undisturbed.summary });
		expect(app.clock.now() - before).toBeGreaterThan(pauseMs - 1_000);
	});

	it('in the middle of a trial of a plan has it, and no further rows are changed than were asked for', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { tamper: refusesOnce(3, isChange) });
		const run = await app.diagnose({ csv: shortList(demo) });
		const { planId } = need(await app.services.remediation.plan({ runId: run.id, choices: cautiousChoices }, 'admin@halden-group.example'));
		const site = need(await app.services.sites.connection('demo'));
		const before = app.clock.now();
		need(await app.services.remediation.start(planId, site, { first: 5 }));
		for await (const progress of app.services.remediation.watch(planId)) void progress;
		expect(need(app.services.plans.plan(planId))).toMatchObject({ state: 'paused', stop: null, outcomes: { applied: 5 } });
		expect(app.clock.now() - before).toBeGreaterThan(pauseMs - 1_000);
	});

	it('while nobody knows what became of a change stops the plan: it does not wait', async () => {
		const demo = await startDemo();
		let changes = 0;
		const isRefusing = () => changes >= 3 && !isOver;
		let isOver = false;
		const app = await composeOnDemo(demo, {
			tamper: {
				instead: (request) => (isRefusing() && !isChange(request) ? paused : null),
				change: (request, answer) => (isChange(request) && ++changes === 3 ? { ...answer, drop: true } : answer),
			},
		});
		const run = await app.diagnose({ csv: shortList(demo) });
		const { planId } = need(await app.services.remediation.plan({ runId: run.id, choices: cautiousChoices }, 'admin@halden-group.example'));
		const site = need(await app.services.sites.connection('demo'));
		const carryOut = async () => {
			need(await app.services.remediation.start(planId, site));
			for await (const progress of app.services.remediation.watch(planId)) void progress;
			return need(app.services.plans.plan(planId));
		};
		expect(await carryOut()).toMatchObject({ state: 'stopped', stop: { code: 'rate-limited', details: { resumeAt: expect.any(String) } } });
		isOver = true;
		for (let waitedMs = 0; waitedMs < pauseMs; waitedMs += 10_000) await app.clock.sleep(10_000);
		expect(await carryOut()).toMatchObject({ state: 'finished', stop: null });
		expect(repeatedBlindly(demo.requests(), demo.world)).toEqual([]);
	});

	it('in the middle of a pull has it, and the snapshot is whole', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { tamper: refusesOnce(8) });
		const site = need(await app.services.sites.connection('demo'));
		const { snapshotId } = need(await app.services.snapshots.pull({ site, deskKeys: null, access: unknownCustomerAccess, update: false }));
		const stops = new Set<string | null>();
		for await (const { stop } of app.services.snapshots.watch(snapshotId)) stops.add(stop?.code ?? null);
		expect([...stops]).toEqual([null, 'site-asks-to-wait']);
		expect(need(await app.services.snapshots.get(snapshotId)).state).toBe('complete');
	});
});

describe('a run that waits', () => {
	const startWaiting = async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { tamper: refusesOnce(6), clock: withoutEnd(idleClock()) });
		const diagnosed = app.diagnose({ csv: shortList(demo) });
		await expect.poll(() => app.services.store.runs()[0]?.stop?.code).toBe('site-asks-to-wait');
		const [run] = app.services.store.runs();
		if (run === undefined) throw new Error('there is a run');
		return { demo, app, run, diagnosed };
	};

	it('says until when, and ends at once when it is cancelled', async () => {
		const { app, run, diagnosed } = await startWaiting();
		expect(run).toMatchObject({ state: 'running', stop: { details: { resumeAt: expect.any(String) } } });
		expect(inMs(String(run.stop?.details['resumeAt']), new Date(app.clock.now()).toISOString())).toBeLessThanOrEqual(pauseMs);
		need(await app.services.runs.cancel(run.id));
		expect(await diagnosed).toMatchObject({ state: 'stopped', stop: { code: 'cancelled' } });
	});

	it('is gone on with by the process that comes after, at the time that was asked for', async () => {
		const { demo, app, run, diagnosed } = await startWaiting();
		await app.services.runs.close();
		await diagnosed;
		const clock = idleClock();
		const next = need(
			await composeApp({ dataDir: app.dataDir, host: 'cli', allowLoopback: true, version: '0.0.0', sessionSecrets: true, clock }),
		);
		onTestFinished(() => next.close());
		expect(need(next.store.run(run.id))).toMatchObject({ state: 'stopped', stop: run.stop });
		need(await next.sites.setTokens('demo', { apiToken: demo.apiToken, orgApiKey: demo.orgApiKey, tokenExpiresOn: null }));
		await next.runs.takeUpWaiting((runId) => next.starts.resume({ runId }));
		expect(need(next.store.run(run.id))).toMatchObject({ state: 'running', stop: run.stop });
		for await (const progress of next.runs.watch(run.id)) void progress;
		expect(need(next.store.run(run.id))).toMatchObject({ state: 'finished', stop: null });
		expect(clock.now()).toBeGreaterThanOrEqual(Date.parse(String(run.stop?.details['resumeAt'])));
	});
});
