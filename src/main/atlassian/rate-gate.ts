import type { Clock, Random } from '#core/ports.ts';
import type { Limit } from './limits.ts';
import { orAborted } from './or-aborted.ts';
import { type RateRoom, readRateRoom, readRetryAfterMs } from './rate-headers.ts';

/** The part of an answer a gate learns from. */
export interface AnswerHead {
	readonly status: number;
	readonly headers: Headers;
}

/** Leave to send one request. `settle` must be called once it ended; `null` when no answer came. Twice does nothing. */
export interface Pass {
	settle(answer: AnswerHead | null): void;
}

/** No header holds a gate longer than this; who asks gives up by then (see `http.ts`). */
const longestHoldMs = 120_000;
/** Refused at this rate, it is not the rate: the pause that was asked for is what helps. */
const slowestPerSecond = 1;
const lowShare = 0.2;
const ampleShare = 0.5;
const shareOfRoom = 0.9;
/** Of what was borne in a second: after a refusal, and the most that is come back to soon. */
const share = { lowered: 0.7, regained: 0.9 } as const;
/** What may be tried after a time without a refusal: soon what was borne before, seldom more than that. */
const known = { quietMs: 10_000, growth: 1.5 } as const;
const unknown = { quietMs: 60_000, growth: 1.1 } as const;
const mostPatience = 32;
const backoffBaseMs = 1_000;
const backoffMostMs = 30_000;

/**
 * Lets requests to one endpoint through, evenly spaced and in the order they came.
 *
 * A 429 lowers the rate below what the endpoint has borne so far. From there it grows again: soon nearly up to what was
 * borne, and seldom beyond that, because an endpoint that refused a rate once would refuse it again, and each probe costs
 * the user a pause; where one was refused, the next waits twice as long. Requests that were in flight together and refused
 * together lower the rate once. After a refusal one request goes alone, when the pause is over. Is that refused too, then
 * the site lets nobody in, which says nothing of the rate: it is what it was.
 */
export class RateGate {
	readonly #clock: Clock;
	readonly #random: Random;
	readonly #limit: Limit;
	#perSecond: number;
	/** The most the gate allows itself since it was refused. */
	#ceiling = Number.POSITIVE_INFINITY;
	#lastSentAt = Number.NEGATIVE_INFINITY;
	#heldUntil = 0;
	#spread: { readonly untilMs: number; readonly perSecond: number } | null = null;
	#windowMs = 1_000;
	#inFlight = 0;
	/** Goes up with every reduction: a 429 to a request of an earlier one is no news. */
	#generation = 0;
	#refusedInARow = 0;
	#quietSince = 0;
	/** The most requests that were sent within a second and let through. */
	#borne = 0;
	#hasGrown = false;
	#before: { readonly perSecond: number; readonly ceiling: number };
	/** How many times longer than at first a refusal must be past; doubled by each probe that was refused. */
	#patience = 1;
	#sentLately: number[] = [];
	#line: Promise<void> = Promise.resolve();
	#onSettled: (() => void) | null = null;

	constructor(limit: Limit, clock: Clock, random: Random) {
		this.#limit = limit;
		this.#clock = clock;
		this.#random = random;
		this.#perSecond = limit.perSecond;
		this.#before = { perSecond: this.#perSecond, ceiling: this.#ceiling };
	}

	/** The gate's own rate, which a 429 lowers. */
	get perSecond(): number {
		return this.#perSecond;
	}

	/** How long nothing will be let through. */
	get heldForMs(): number {
		return Math.max(0, this.#heldUntil - this.#clock.now());
	}

	/** Resolves when a request may leave; rejects with the signal's reason when it is aborted first. */
	enter(signal?: AbortSignal): Promise<Pass> {
		const turn = this.#line.then(() => this.#untilOpen(signal)).then(() => this.#admit());
		this.#line = turn.then(
			() => undefined,
			() => undefined,
		);
		// Somebody who left the line must not keep a place.
		return signal === undefined ? turn : orAborted(turn, signal, (pass) => pass.settle(null));
	}

	async #untilOpen(signal?: AbortSignal): Promise<void> {
		for (;;) {
			signal?.throwIfAborted();
			const now = this.#clock.now();
			const waitMs = Math.max(this.#lastSentAt + 1_000 / this.#paceAt(now), this.#heldUntil) - now;
			if (waitMs > 0) {
				await this.#clock.sleep(Math.ceil(waitMs), signal);
			} else if (this.#inFlight < this.#mostInFlight()) {
				return;
			} else {
				await this.#nextSettled(signal);
			}
		}
	}

	#admit(): Pass {
		const now = this.#clock.now();
		const generation = this.#generation;
		this.#lastSentAt = now;
		this.#sentLately = [...this.#sentLately.filter((at) => at > now - 1_000), now];
		this.#inFlight += 1;
		let open = true;
		return {
			settle: (answer) => {
				if (open) {
					open = false;
					this.#inFlight -= 1;
					this.#learn(answer, generation);
					this.#onSettled?.();
				}
			},
		};
	}

	#learn(answer: AnswerHead | null, generation: number): void {
		if (answer === null) {
			return;
		}
		const now = this.#clock.now();
		const room = readRateRoom(answer.headers, now);
		if (answer.status === 429) {
			this.#backOff(readRetryAfterMs(answer.headers, now) ?? room.resetInMs, generation, now);
			return;
		}
		if (generation === this.#generation) {
			this.#refusedInARow = 0;
			this.#borne = Math.max(this.#borne, this.#borneLately(now));
			this.#grow(now);
		}
		this.#fitInto(room, now);
		this.#rise(room);
	}

	#backOff(pauseMs: number | null, generation: number, now: number): void {
		if (generation === this.#generation) {
			if (this.#refusedInARow === 0) this.#lower();
			else this.#restore();
			this.#generation += 1;
			this.#refusedInARow += 1;
			this.#quietSince = now;
		}
		this.#hold(pauseMs ?? this.#backoffMs(), now);
	}

	/**
	 * What was really borne counts: where answers are slow that is far below the gate's rate. But not less than a
	 * quarter of that, because the first second has borne little yet.
	 */
	#lower(): void {
		if (this.#hasGrown) this.#patience = Math.min(2 * this.#patience, mostPatience);
		this.#hasGrown = false;
		this.#before = { perSecond: this.#perSecond, ceiling: this.#ceiling };
		const lowered = Math.max(this.#perSecond / 4, share.lowered * Math.min(this.#borne, this.#perSecond));
		this.#perSecond = Math.max(slowestPerSecond, lowered);
		this.#ceiling = this.#perSecond;
	}

	/** One request alone, after the pause that was asked for, and refused again: no rate would have helped. */
	#restore(): void {
		this.#perSecond = this.#before.perSecond;
		this.#ceiling = this.#before.ceiling;
	}

	/** Not more than the rate itself: a second can hold one request more than that. */
	#borneLately(now: number): number {
		const sent = this.#sentLately.filter((at) => at > now - 1_000).length;
		return Math.min(sent - this.#inFlight, this.#perSecond);
	}

	#grow(now: number): void {
		if (this.#ceiling >= this.#limit.mayRiseTo) return;
		const wasBorne = share.regained * this.#borne;
		const { quietMs, growth } = this.#ceiling < wasBorne ? known : unknown;
		if (now - this.#quietSince < quietMs * this.#patience) return;
		this.#quietSince = now;
		this.#hasGrown = true;
		const grown = growth * this.#ceiling;
		this.#ceiling = Math.min(this.#ceiling < wasBorne ? Math.min(grown, wasBorne) : grown, this.#limit.mayRiseTo);
		this.#perSecond = Math.max(this.#perSecond, Math.min(this.#ceiling, this.#limit.perSecond));
	}

	#backoffMs(): number {
		const fullMs = Math.min(backoffMostMs, backoffBaseMs * 2 ** Math.max(0, this.#refusedInARow - 1));
		return fullMs * (1 + this.#random.next() / 2);
	}

	/** Little room left: use what there is evenly until the count starts anew. */
	#fitInto(room: RateRoom, now: number): void {
		if (room.remaining === null) {
			return;
		}
		const resetInMs = Math.min(room.resetInMs ?? 1_000, longestHoldMs);
		if (room.remaining <= 0) {
			this.#hold(resetInMs, now);
			return;
		}
		const low = Math.max(1, room.limit === null ? this.#limit.inFlight : room.limit * lowShare);
		if ((room.nearLimit || room.remaining <= low) && resetInMs > 0) {
			// Those in flight may not have been counted when the server wrote this header.
			const left = Math.max(1, room.remaining - this.#inFlight);
			this.#spread = { untilMs: now + resetInMs, perSecond: left / (resetInMs / 1_000) };
		} else {
			this.#spread = null;
		}
	}

	/** Only where no limit is published, and only as far as the announced count lasts for the whole of its time. */
	#rise(room: RateRoom): void {
		if (room.limit === null || room.remaining === null || room.resetInMs === null) {
			return;
		}
		// The longest time seen is the nearest to the true window: one answer may come at its very end.
		this.#windowMs = Math.max(this.#windowMs, room.resetInMs);
		if (this.#limit.mayRiseTo > this.#limit.perSecond && room.remaining >= room.limit * ampleShare) {
			const lasting = (shareOfRoom * room.limit) / (this.#windowMs / 1_000);
			const wanted = Math.min(Math.max(lasting, this.#limit.perSecond), this.#limit.mayRiseTo);
			this.#perSecond = Math.min(wanted, this.#ceiling);
		}
	}

	#hold(ms: number, now: number): void {
		this.#heldUntil = Math.max(this.#heldUntil, now + Math.min(ms, longestHoldMs + 1));
	}

	#paceAt(now: number): number {
		const spread = this.#spread;
		return spread !== null && now < spread.untilMs ? Math.min(this.#perSecond, spread.perSecond) : this.#perSecond;
	}

	#mostInFlight(): number {
		if (this.#refusedInARow > 0) return 1;
		return this.#perSecond > this.#limit.perSecond ? this.#limit.inFlight * 2 : this.#limit.inFlight;
	}

	/** Only the head of the line waits here, so one listener is enough. */
	#nextSettled(signal?: AbortSignal): Promise<void> {
		const settled = new Promise<void>((resolve) => {
			this.#onSettled = resolve;
		});
		return signal === undefined ? settled : orAborted(settled, signal);
	}
}
