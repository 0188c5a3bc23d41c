import { describe, expect, it } from 'vitest';
import { calls } from '#main/atlassian/calls.ts';
import { limitOf } from '#main/atlassian/limits.ts';
import { type Pass, RateGate } from '#main/atlassian/rate-gate.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

const random = { next: () => 0, id: () => 'id' };
const ok = { status: 200, headers: new Headers() };
const head = (status: number, headers: Record<string, string> = {}) => ({ status, headers: new Headers(headers) });

const gateFor = (call: (typeof calls)[keyof typeof calls]) => {
	const clock = new ManualClock();
	return { clock, gate: new RateGate(limitOf(call), clock, random) };
};

/** Sends as fast as the gate lets, for `ms`; every request is answered at once by `answer`. */
const sendFor = async (clock: ManualClock, gate: RateGate, ms: number, answer: (at: number) => ReturnType<typeof head>) => {
	const times: number[] = [];
	const leaver = new AbortController();
	const pump = async () => {
		for (;;) {
			const pass = await gate.enter(leaver.signal);
			times.push(clock.now());
			pass.settle(answer(clock.now()));
		}
	};
	const pumps = Promise.allSettled([pump(), pump(), pump()]);
	await clock.advance(ms);
	leaver.abort();
	await pumps;
	return times;
};

/** The most requests in any second that begins with one. */
const busiestSecond = (times: readonly number[]) =>
	Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));

describe('RateGate', () => {
	it('spaces the desk list to at most 4.5 a second from the first request on', async () => {
		const { clock, gate } = gateFor(calls.deskCustomers);
		const times = await sendFor(clock, gate, 10_000, () => ok);
		const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0));
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000 / 4.5);
		expect(times.length).toBeGreaterThan(40);
		expect(busiestSecond(times)).toBeLessThanOrEqual(5);
	});

	it('stays below the published rate elsewhere on the site, and at ten a second on the admin API', async () => {
		const site = gateFor(calls.users);
		expect(busiestSecond(await sendFor(site.clock, site.gate, 3_000, () => ok))).toBeLessThanOrEqual(90);
		const admin = gateFor(calls.directoryUsers);
		expect(busiestSecond(await sendFor(admin.clock, admin.gate, 3_000, () => ok))).toBe(10);
	});

	it('keeps at most four admin requests in flight', async () => {
		const { clock, gate } = gateFor(calls.directoryUsers);
		const passes: Pass[] = [];
		for (let i = 0; i < 6; i += 1) {
			void gate.enter().then((pass) => passes.push(pass));
		}
		await clock.advance(5_000);
		expect(passes).toHaveLength(4);
		passes[0]?.settle(ok);
		passes[0]?.settle(ok);
		await clock.advance(0);
		expect(passes).toHaveLength(5);
	});

	it('pauses everybody until Retry-After', async () => {
		const { clock, gate } = gateFor(calls.users);
		(await gate.enter()).settle(head(429, { 'Retry-After': '3' }));
		let leftAt = 0;
		const start = clock.now();
		void gate.enter().then(() => {
			leftAt = clock.now();
		});
		await clock.advance(2_999);
		expect(leftAt).toBe(0);
		await clock.advance(1);
		expect(leftAt - start).toBe(3_000);
	});

	it('pauses until the reset where Retry-After is missing, and longer each time where both are', async () => {
		const reset = gateFor(calls.users);
		(await reset.gate.enter()).settle(head(429, { 'X-RateLimit-Reset': '7' }));
		expect(reset.gate.heldForMs).toBe(7_000);

		const bare = gateFor(calls.users);
		const pauses: number[] = [];
		for (let i = 0; i < 3; i += 1) {
			const turn = bare.gate.enter();
			await bare.clock.advance(60_000);
			(await turn).settle(head(429));
			pauses.push(bare.gate.heldForMs);
		}
		expect(pauses).toEqual([1_000, 2_000, 4_000]);
	});

	it.each([{ 'Retry-After': '0' }, { 'Retry-After': 'Mon, 23 Nov 2026 11:00:00 GMT' }, { 'X-RateLimit-Reset': '2026-11-23T11:00:00Z' }])(
		'backs off where %j asks for no pause at all',
		async (headers) => {
			const { clock, gate } = gateFor(calls.users);
			const times = await sendFor(clock, gate, 120_000, () => head(429, headers));
			expect(times.length).toBeLessThan(12);
		},
	);

	it('asks less and less where the same short pause is asked for without end', async () => {
		const { clock, gate } = gateFor(calls.users);
		const times = await sendFor(clock, gate, 600_000, () => head(429, { 'Retry-After': '1' }));
		expect(times.length).toBeLessThan(200);
	});

	it('waits as long as was asked for when the clock of the machine is set meanwhile', async () => {
		const { clock, gate } = gateFor(calls.users);
		(await gate.enter()).settle(head(429, { 'Retry-After': '3' }));
		let hasLeft = false;
		void gate.enter().then(() => {
			hasLeft = true;
		});
		await clock.advance(1_000);
		clock.set(clock.now() - 365 * 24 * 3_600_000);
		await clock.advance(1_999);
		expect(hasLeft).toBe(false);
		await clock.advance(1);
		expect(hasLeft).toBe(true);
	});

	it('counts refusals of requests that were in flight together once', async () => {
		const { clock, gate } = gateFor(calls.directoryUsers);
		const turns = [gate.enter(), gate.enter(), gate.enter()];
		await clock.advance(1_000);
		for (const pass of await Promise.all(turns)) {
			pass.settle(head(429, { 'Retry-After': '1' }));
		}
		expect(gate.perSecond).toBe(2.5);
	});

	it.each([2, 5, 8, 30])('stops meeting a hidden limit of %i a second within the first seconds', async (limit) => {
		const { clock, gate } = gateFor(calls.users);
		const start = clock.now();
		const accepted: number[] = [];
		const refusedAt: number[] = [];
		await sendFor(clock, gate, 120_000, (at) => {
			if (accepted.filter((other) => other > at - 1_000).length >= limit) {
				refusedAt.push(at - start);
				return head(429, { 'Retry-After': '1' });
			}
			accepted.push(at);
			return head(200);
		});
		expect(Math.max(...refusedAt)).toBeLessThan(10_000);
		expect(refusedAt.length).toBeLessThan(8);
		expect(accepted.length).toBeGreaterThan(120 * limit * 0.2);
	});

	it('never climbs back to a rate that was refused, whatever room the headers announce', async () => {
		const { clock, gate } = gateFor(calls.directoryUsers);
		(await gate.enter()).settle(head(429, { 'Retry-After': '1' }));
		const lowered = gate.perSecond;
		await sendFor(clock, gate, 20_000, () =>
			head(200, { 'X-RateLimit-Limit': '1000', 'X-RateLimit-Remaining': '999', 'X-RateLimit-Reset': '1' }),
		);
		expect(gate.perSecond).toBe(lowered);
	});

	it('keeps its rate through a storm in which nothing is let through, and asks one at a time until it is over', async () => {
		const { clock, gate } = gateFor(calls.users);
		const start = clock.now();
		const inStorm = (at: number) => at - start >= 300 && at - start < 4_000;
		const times = await sendFor(clock, gate, 12_000, (at) => (inStorm(at) ? head(429, { 'Retry-After': '1' }) : ok));
		expect(gate.perSecond).toBe(90);
		expect(times.filter(inStorm)).toHaveLength(4);
	});

	it('keeps most of its rate through a refusal that is over after the pause', async () => {
		const { clock, gate } = gateFor(calls.users);
		const start = clock.now();
		await sendFor(clock, gate, 12_000, (at) => (at - start > 5_000 && at - start < 5_500 ? head(429, { 'Retry-After': '1' }) : ok));
		expect(gate.perSecond).toBeGreaterThan(45);
	});

	it('sends one request at a time while nothing is let through', async () => {
		const { clock, gate } = gateFor(calls.users);
		(await gate.enter()).settle(head(429, { 'Retry-After': '1' }));
		const passes: Pass[] = [];
		for (let i = 0; i < 4; i += 1) void gate.enter().then((pass) => passes.push(pass));
		await clock.advance(5_000);
		expect(passes).toHaveLength(1);
		passes[0]?.settle(ok);
		await clock.advance(1_000);
		expect(passes).toHaveLength(4);
	});

	it('is nearly as fast as before soon after many short refusals', async () => {
		const { clock, gate } = gateFor(calls.users);
		const start = clock.now();
		const isRefused = (at: number) => at - start < 100_000 && (at - start) % 10_000 > 9_500;
		await sendFor(clock, gate, 100_000, (at) => (isRefused(at) ? head(429, { 'Retry-After': '1' }) : ok));
		expect(gate.perSecond).toBeLessThan(10);
		await sendFor(clock, gate, 90_000, () => ok);
		expect(gate.perSecond).toBeGreaterThan(45);
	});

	it('tries a rate that was refused again only after a longer and longer time', async () => {
		const { clock, gate } = gateFor(calls.users);
		const start = clock.now();
		const accepted: number[] = [];
		const refusedAt: number[] = [];
		await sendFor(clock, gate, 3_600_000, (at) => {
			if (accepted.filter((other) => other > at - 1_000).length >= 5) {
				refusedAt.push(at - start);
				return head(429, { 'Retry-After': '1' });
			}
			accepted.splice(0, accepted.length - 10);
			accepted.push(at);
			return ok;
		});
		expect(refusedAt.filter((at) => at > 60_000).length).toBeLessThan(8);
		const probes = refusedAt.filter((at) => at > 60_000);
		const gaps = probes.slice(1).map((at, index) => at - (probes[index] ?? 0));
		expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
	});

	it('speeds up on the admin API as far as the announced room lasts', async () => {
		const { clock, gate } = gateFor(calls.directoryUsers);
		const room = { 'X-RateLimit-Limit': '200', 'X-RateLimit-Remaining': '199', 'X-RateLimit-Reset': '10' };
		await sendFor(clock, gate, 2_000, () => head(200, room));
		expect(gate.perSecond).toBe(19);
	});

	it('makes up for late timers where the room is told, so that nearly all of it is used', async () => {
		const { clock, gate } = gateFor(calls.directoryUsers);
		const second = { from: 0, used: 0 };
		const times = await sendFor(clock, gate, 20_000, (now) => {
			if (now >= second.from + 1_000) Object.assign(second, { from: now, used: 0 });
			second.used += 1;
			const resetInSeconds = (second.from + 1_000 - now) / 1_000;
			const room = { 'X-RateLimit-Limit': '30', 'X-RateLimit-Remaining': `${30 - second.used}`, 'X-RateLimit-Reset': `${resetInSeconds}` };
			return head(200, room);
		});
		expect(gate.perSecond).toBe(28.5);
		const lately = times.filter((at) => at >= (times.at(-1) ?? 0) - 10_000);
		expect(lately.length).toBeGreaterThan(280);
		expect(busiestSecond(times)).toBeLessThanOrEqual(30);
	});

	it('tries a little faster on the admin API where no header tells of room, and only while all of it is used', async () => {
		const { clock, gate } = gateFor(calls.directoryUsers);
		await sendFor(clock, gate, 3_000, () => ok);
		await sendFor(clock, gate, 12_000, () => ok);
		expect(gate.perSecond).toBeGreaterThan(18);
		expect(gate.perSecond).toBeLessThan(31);
		await sendFor(clock, gate, 60_000, () => ok);
		expect(gate.perSecond).toBe(50);
		const idle = gateFor(calls.directoryUsers);
		for (let second = 0; second < 30; second++) {
			(await idle.gate.enter()).settle(ok);
			await idle.clock.advance(1_000);
		}
		expect(idle.gate.perSecond).toBe(10);
	});

	it('finds a limit of twenty a second that no header tells, and refuses itself to more after one refusal', async () => {
		const { clock, gate } = gateFor(calls.directoryUsers);
		const sent: number[] = [];
		const refusals: number[] = [];
		await sendFor(clock, gate, 60_000, (now) => {
			sent.push(now);
			if (sent.filter((at) => at > now - 1_000).length <= 20) return ok;
			refusals.push(now);
			return head(429, { 'Retry-After': '1' });
		});
		expect(refusals.length).toBeLessThanOrEqual(2);
		expect(sent.length).toBeGreaterThan(60 * 12);
	});

	it('does not speed up where a limit is published', async () => {
		const { clock, gate } = gateFor(calls.deskCustomers);
		const room = { 'X-RateLimit-Limit': '500', 'X-RateLimit-Remaining': '499', 'X-RateLimit-Reset': '1' };
		await sendFor(clock, gate, 2_000, () => head(200, room));
		expect(gate.perSecond).toBe(4.5);
	});

	it('never exceeds an announced count of 20 in 10 seconds', async () => {
		const { clock, gate } = gateFor(calls.directoryUsers);
		const start = clock.now();
		let refused = 0;
		const used = new Map<number, number>();
		const times = await sendFor(clock, gate, 60_000, (at) => {
			const window = Math.floor((at - start) / 10_000);
			const count = (used.get(window) ?? 0) + 1;
			used.set(window, count);
			refused += count > 20 ? 1 : 0;
			const resetAt = new Date(start + (window + 1) * 10_000).toISOString();
			return head(count > 20 ? 429 : 200, {
				'X-RateLimit-Limit': '20',
				'X-RateLimit-Remaining': String(Math.max(0, 20 - count)),
				'X-RateLimit-Reset': resetAt,
			});
		});
		expect(refused).toBe(0);
		expect(times.length).toBeGreaterThan(100);
	});

	it('waits for the reset when nothing remains', async () => {
		const { gate } = gateFor(calls.directoryUsers);
		(await gate.enter()).settle(head(200, { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '4' }));
		expect(gate.heldForMs).toBe(4_000);
	});

	it('lets somebody leave the line without holding up the others', async () => {
		const { clock, gate } = gateFor(calls.deskCustomers);
		(await gate.enter()).settle(ok);
		const leaver = new AbortController();
		const left = gate.enter(leaver.signal);
		const stayed = gate.enter();
		leaver.abort(new Error('enough'));
		await expect(left).rejects.toThrow('enough');
		await clock.advance(223);
		await expect(stayed).resolves.toBeDefined();
	});
});
