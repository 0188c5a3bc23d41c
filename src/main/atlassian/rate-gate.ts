import type { Clock, Random } from '#core/ports.ts';
import { type Call, nameOf } from './calls.ts';
import { type Limit, limitOf } from './limits.ts';
import { orAborted, unlessAborted } from './or-aborted.ts';
import { type RateRoom, readRateRoom, readRetryAfterMs } from './rate-headers.ts';

/** The part of an answer a gate learns from. */
export type AnswerHead = Pick<Response, 'status' | 'headers'>;

/** Leave to send one request. `settle` must be called once it ended; `null` when no answer came. Twice does nothing. */
export interface Pass {
	settle(answer: AnswerHead | null): void;
}

/** What `enter` rejects with while the gate is held for longer than anybody waits in line. */
class GateClosed extends Error {}

/** The turn; `null` where the signal ended the wait, `closed` where the gate is held for too long to wait in line. */
export const turnAt = async (gate: RateGate, signal: AbortSignal | undefined): Promise<Pass | 'closed' | null> => {
	try {
		return await unlessAborted(gate.enter(signal), signal);
	} catch (error) {
		if (error instanceof GateClosed) return 'closed';
		throw error;
	}
};

/** No header holds a gate longer than this: by then somebody asks again, and sees whether it was meant. */
const longestHoldMs = 3_600_000;
/** Nor does an announced reset. */
const longestResetMs = 120_000;
/** A longer hold is not waited for in line: who asks is told at once, and comes back (see `Jobs`). */
export const patienceMs = 120_000;
/** Who comes later than this was not held up by a timer: nothing is made up for. */
const timerLateMs = 10;
/** Refused at this rate, it is not the rate: the pause that was asked for is what helps. */
const slowestPerSecond = 1;
/** Of the announced room: with less left it is used evenly, with more the rate may rise, and never to all of it. */
const room = { low: 0.2, ample: 0.5, used: 0.95 } as const;
/** Of what was borne in a second: after a refusal, and the most that is come back to soon. */
const share = { lowered: 0.7, regained: 0.9 } as const;
/** What may be tried after a time without a refusal: soon what was borne before, seldom more than that. */
const known = { quietMs: 10_000, growth: 1.5 } as const;
const unknown = { quietMs: 60_000, growth: 1.1 } as const;
/** Where no header tells of room, and none was refused yet: what is used whole is tried a little faster. */
const probe = { everyMs: 3_000, growth: 1.25, used: 0.8 } as const;
const mostPatience = 32;
const backoff = { firstMs: 1_000, mostMs: 16_000 } as const;

/**
 * Lets requests to one endpoint through, evenly spaced and in the order they came. Waiting is measured in ticks, so that a
 * clock that is set holds up nothing.
 *
 * A 429 lowers the rate below what the endpoint has borne so far. From there it grows again: soon nearly up to what was
 * borne, and seldom beyond that, because an endpoint that refused a rate once would refuse it again, and each probe costs
 * the user a pause; where one was refused, the next waits twice as long. Requests that were in flight together and refused
 * together lower the rate once. After a refusal one request goes alone, when the pause is over. Is that refused too, then
 * the site lets nobody in, which says nothing of the rate: it is what it was.
 */
export class RateGate {
	readonly #limit: Limit;
	readonly #clock: Clock;
	readonly #random: Random;
	/** The rate there is room for. */
	#wanted: number;
	/** The most the gate allows itself since it was refused, and what that was before. */
	#ceiling = Number.POSITIVE_INFINITY;
	#ceilingBefore = Number.POSITIVE_INFINITY;
	#spread = { until: 0, perSecond: Number.POSITIVE_INFINITY };
	/** The longest time until a reset is the nearest to the true window: one answer may come at its very end. */
	#windowMs = 1_000;
	#heldUntil = 0;
	#line: Promise<unknown> = Promise.resolve();
	#onSettled: (() => void) | null = null;
	#inFlight = 0;
	/** When requests of the last second left, and the most of them that were let through. */
	#sentLately: number[] = [];
	/** When the last one left. Where headers count what room is left, when it was to leave: a timer is a little late, every time. */
	#lastDue = Number.NEGATIVE_INFINITY;
	#borne = 0;
	/** Goes up with every refusal: one of a request that left before the last is no news. */
	#generation = 0;
	#refusedInARow = 0;
	#quietSince = 0;
	#hasGrown = false;
	/** Headers say what room there is: nothing has to be tried. */
	#isTold = false;
	#probedAt: number;
	/** How many times longer than at first a refusal must be past; doubled by each probe that was refused. */
	#patience = 1;

	constructor(limit: Limit, clock: Clock, random: Random) {
		this.#limit = limit;
		this.#clock = clock;
		this.#random = random;
		this.#wanted = limit.perSecond;
		this.#probedAt = clock.ticks();
	}

	/** The gate's own rate, which a 429 lowers. */
	get perSecond(): number {
		return Math.min(this.#wanted, this.#ceiling);
	}

	/** How long nothing will be let through. */
	get heldForMs(): number {
		return Math.max(0, this.#heldUntil - this.#clock.ticks());
	}

	/** Resolves when a request may leave; rejects with the signal's reason when it is aborted first. See `turnAt`. */
	enter(signal?: AbortSignal): Promise<Pass> {
		const turn = this.#line.then(() => this.#untilOpen(signal)).then(() => this.#admit());
		this.#line = turn.catch(() => undefined);
		// Somebody who left the line must not keep a place.
		return orAborted(turn, signal, (pass) => pass.settle(null));
	}

	async #untilOpen(signal?: AbortSignal): Promise<void> {
		for (;;) {
			signal?.throwIfAborted();
			if (this.heldForMs > patienceMs) throw new GateClosed();
			const now = this.#clock.ticks();
			const waitMs = Math.max(this.#lastDue + this.#gapMs(now), this.#heldUntil) - now;
			const inFlight = this.#limit.inFlight * (this.perSecond > this.#limit.perSecond ? 2 : 1);
			if (waitMs > 0) await this.#clock.sleep(Math.ceil(waitMs), signal);
			else if (this.#inFlight < (this.#refusedInARow > 0 ? 1 : inFlight)) return;
			else {
				// Only the head of the line waits here, so one listener is enough.
				const settled = Promise.withResolvers<void>();
				this.#onSettled = settled.resolve;
				await orAborted(settled.promise, signal);
			}
		}
	}

	/** Between two requests. */
	#gapMs(now: number): number {
		return 1_000 / (now < this.#spread.until ? Math.min(this.perSecond, this.#spread.perSecond) : this.perSecond);
	}

	#admit(): Pass {
		const now = this.#clock.ticks();
		const due = Math.max(this.#lastDue + this.#gapMs(now), this.#heldUntil);
		this.#lastDue = this.#isTold && now - due < timerLateMs ? due : now;
		const generation = this.#generation;
		this.#sentLately = [...this.#sentLately.filter((at) => at > now - 1_000), now];
		this.#inFlight += 1;
		let isOpen = true;
		return {
			settle: (answer) => {
				if (!isOpen) return;
				isOpen = false;
				this.#inFlight -= 1;
				if (answer !== null) this.#learn(answer, generation === this.#generation);
				this.#onSettled?.();
			},
		};
	}

	#learn({ status, headers }: AnswerHead, isNews: boolean): void {
		const now = this.#clock.ticks();
		const announced = readRateRoom(headers, this.#clock.now());
		if (status === 429) {
			if (isNews) this.#lower(now);
			this.#hold(this.#pauseMs(readRetryAfterMs(headers, this.#clock.now()) ?? announced.resetInMs ?? 0), now);
		} else {
			if (isNews) this.#grow(now);
			this.#isTold ||= announced.remaining !== null;
			this.#tryFaster(now);
			this.#fitInto(announced, now);
		}
	}

	#lower(now: number): void {
		this.#generation += 1;
		this.#refusedInARow += 1;
		this.#quietSince = now;
		if (this.#refusedInARow > 1) {
			// One request alone, after the pause that was asked for, and refused again: no rate would have helped.
			this.#ceiling = this.#ceilingBefore;
			return;
		}
		if (this.#hasGrown) this.#patience = Math.min(2 * this.#patience, mostPatience);
		this.#hasGrown = false;
		this.#ceilingBefore = this.#ceiling;
		// What was really borne counts: where answers are slow that is far below the gate's rate. But not less than a quarter
		// of that, because the first second has borne little yet.
		const { perSecond } = this;
		this.#ceiling = Math.max(slowestPerSecond, perSecond / 4, share.lowered * Math.min(this.#borne, perSecond));
	}

	/** As asked; but less than a second is no wish at all, and who refuses again and again is asked less and less. */
	#pauseMs(askedMs: number): number {
		const ownMs = Math.min(backoff.mostMs, backoff.firstMs * 2 ** Math.max(0, this.#refusedInARow - 1)) * (1 + this.#random.next() / 2);
		return askedMs < backoff.firstMs ? ownMs : Math.max(askedMs, ownMs / 4);
	}

	#hold(ms: number, now: number): void {
		this.#heldUntil = Math.max(this.#heldUntil, now + Math.min(ms, longestHoldMs));
	}

	#grow(now: number): void {
		this.#refusedInARow = 0;
		// Not more than the rate itself: a second can hold one request more than that.
		const borneLately = this.#sentLately.filter((at) => at > now - 1_000).length - this.#inFlight;
		this.#borne = Math.max(this.#borne, Math.min(borneLately, this.perSecond));
		const wasBorne = share.regained * this.#borne;
		const isKnown = this.#ceiling < wasBorne;
		const { quietMs, growth } = isKnown ? known : unknown;
		if (this.#ceiling >= this.#limit.mayRiseTo || now - this.#quietSince < quietMs * this.#patience) return;
		this.#quietSince = now;
		this.#hasGrown = true;
		this.#ceiling = Math.min(growth * this.#ceiling, isKnown ? wasBorne : this.#limit.mayRiseTo);
	}

	#tryFaster(now: number): void {
		const wasRefused = this.#ceiling !== Number.POSITIVE_INFINITY;
		if (this.#isTold || wasRefused || now - this.#probedAt < probe.everyMs) return;
		this.#probedAt = now;
		const sent = this.#sentLately.filter((at) => at > now - 1_000).length;
		if (sent >= probe.used * this.perSecond) this.#wanted = Math.min(probe.growth * this.#wanted, this.#limit.mayRiseTo);
	}

	/** Little room left: it is used evenly until the count starts anew. Ample room, and no published limit: the rate may rise. */
	#fitInto({ limit, remaining, resetInMs, nearLimit }: RateRoom, now: number): void {
		if (remaining === null) return;
		const untilMs = Math.min(resetInMs ?? 1_000, longestResetMs);
		const isLow = nearLimit || remaining <= Math.max(1, limit === null ? this.#limit.inFlight : limit * room.low);
		if (remaining <= 0) this.#hold(untilMs, now);
		// Those in flight may not have been counted when the server wrote this header.
		else this.#spread = { until: isLow ? now + untilMs : 0, perSecond: Math.max(1, remaining - this.#inFlight) / (untilMs / 1_000) };
		if (limit === null || resetInMs === null) return;
		this.#windowMs = Math.max(this.#windowMs, resetInMs);
		const lasting = (room.used * limit) / (this.#windowMs / 1_000);
		if (remaining >= limit * room.ample) this.#wanted = Math.min(Math.max(lasting, this.#limit.perSecond), this.#limit.mayRiseTo);
	}
}

/** One gate per origin, endpoint and method. Shared by all runs of a process, because the site counts them together. */
export interface RateGates {
	of(origin: string, call: Call): RateGate;
}

export const makeRateGates = (clock: Clock, random: Random): RateGates => {
	const gates = new Map<string, RateGate>();
	return {
		of: (origin, call) => {
			const name = `${origin} ${nameOf(call)}`;
			const gate = gates.get(name) ?? new RateGate(limitOf(call), clock, random);
			gates.set(name, gate);
			return gate;
		},
	};
};
