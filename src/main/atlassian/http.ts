import type { ChangeAnswer, Depart } from '#core/remedies/site-changes.ts';
import type { Door } from '#shared/door.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { type Call, calls, isRepeatable, nameOf } from './calls.ts';
import { type Change, sendChange } from './change.ts';
import { failureOf, isAnsweredAsNobody, isOfFilter, isScopeMissing, parseJson, scopeMissing, unexpected } from './failures.ts';
import { unlessAborted } from './or-aborted.ts';
import { giveUpToken, isTokenRefused, namedFor } from './refused-token.ts';
import { patienceMs, type RateGate, turnAt } from './rate-gate.ts';
import { readRetryAfterMs } from './rate-headers.ts';
import { type FilledCall, gateOf, type HttpOptions, requestOf } from './request.ts';
import { retryDelayMs } from './retry.ts';
import * as schemas from './schemas.ts';
import { problemOf, type RawRequest, type Sent, send } from './send.ts';

export interface Question extends FilledCall {
	/** Statuses beside 2xx that answer the question instead of refusing it. */
	readonly alsoAnswers?: readonly number[];
}

export interface RawAnswer {
	readonly status: number;
	readonly body: unknown;
	/** ISO 8601, UTC. */
	readonly at: string;
}

export interface Http {
	/** Asks until there is an answer, or no sense in asking again. */
	ask(question: Question): Promise<Outcome<RawAnswer>>;
	/** Sends once at most, after `depart`. */
	change<T>(change: Change<T>, depart: Depart): Promise<ChangeAnswer<T>>;
	/** Requests sent so far, repeats included, by method and template. */
	calls(): Readonly<Record<string, number>>;
}

/**
 * The one way to Atlassian. Questions: plain `fetch` in our own loop instead of ky: ky sleeps by its own timers, so that
 * waits would pass by the `Clock` port and the gates, and its patience is one number for all statuses.
 */
export const makeHttp = (options: HttpOptions): Http => {
	const { known } = options;
	const sentByCall = new Map<string, number>();
	const countSent = (name: string) => sentByCall.set(name, (sentByCall.get(name) ?? 0) + 1);
	/** Calls that the token has no scope for: the next one would be refused as well. */
	const unscoped = new Map<Call, Outcome<never>>();
	/** Calls that a token refused which was just made: it is not the token then that they refuse. */
	const refusedAnew = new Set<Call>();
	const askWith = async (request: RawRequest, question: Question): Promise<Outcome<RawAnswer>> =>
		namedFor(await untilAnswered(question, request, options, countSent), options.credentials);
	/** Whoever signed in has a next token where this one was taken back before its time. */
	const askAt = async (door: Door | null, question: Question): Promise<Outcome<RawAnswer>> => {
		const request = await requestOf(question, options, door);
		if (!request.ok) return request;
		const answer = await askWith(request.value, question);
		if (answer.ok || !isTokenRefused(answer.failure) || refusedAnew.has(question.call)) return answer;
		giveUpToken(request.value, options.credentials);
		const next = await requestOf(question, options, door);
		if (!next.ok) return next;
		const again = await askWith(next.value, question);
		if (!again.ok && isTokenRefused(again.failure)) refusedAnew.add(question.call);
		return again;
	};
	/** Whether the gateway lets the token in that the site did not. A scope that `myself` lacks is a token all the same. */
	const findGateway = async (): Promise<boolean> => {
		const tenant = await askAt(null, { call: calls.tenant });
		const read = tenant.ok ? schemas.tenant.safeParse(tenant.value.body) : null;
		if (!read?.success) return false;
		const door: Door = { via: 'gateway', cloudId: read.data.cloudId };
		const myself = await askAt(door, { call: calls.myself });
		const isLetIn = myself.ok || myself.failure.code === 'scope-missing';
		if (isLetIn) known.keep(door);
		return isLetIn;
	};
	let finding: Promise<boolean> | null = null;
	const askSite = async (question: Question): Promise<Outcome<RawAnswer>> => {
		const { door } = known;
		const answer = await askAt(door, question);
		if (door === null && answer.ok) known.keep({ via: 'site' });
		if (door !== null || answer.ok || answer.failure.code !== 'token-rejected' || answer.failure.details['captcha']) return answer;
		finding ??= findGateway();
		return (await finding) ? askAt(known.door, question) : answer;
	};
	return {
		calls: () => Object.fromEntries(sentByCall),
		ask: async (question) => {
			const { call } = question;
			if (options.readOnly && !isRepeatable(call)) return failed('site-read-only', { call: nameOf(call) });
			const refused = unscoped.get(call);
			if (refused !== undefined) return refused;
			const answer = await (call.api === 'site' ? askSite(question) : askAt(null, question));
			if (!answer.ok && answer.failure.code === 'scope-missing') unscoped.set(call, answer);
			return answer;
		},
		change: (change, depart) => sendChange(change, depart, options, countSent),
	};
};

const untilAnswered = async (
	question: Question,
	request: RawRequest,
	options: HttpOptions,
	countSent: (name: string) => void,
): Promise<Outcome<RawAnswer>> => {
	const { call } = question;
	const { clock, log, signal } = options;
	const gate = gateOf(call, options);
	let retries = 0;
	let limitedSince: number | null = null;
	for (;;) {
		const sent = await sendThrough(gate, request, options, () => countSent(nameOf(call)));
		if (sent === 'closed') return rateLimited(call, gate.heldForMs, clock.now());
		if (sent.kind === 'answer' && sent.status === 429 && isRepeatable(call)) {
			const ticks = clock.ticks();
			limitedSince ??= ticks;
			log.warn('call-limited', { call: nameOf(call), pauseMs: gate.heldForMs, perSecond: gate.perSecond });
			if (ticks + gate.heldForMs - limitedSince <= patienceMs) continue;
			// As long as was asked for, and at least as long again as it was tried in vain.
			return rateLimited(call, Math.max(readRetryAfterMs(sent.headers, clock.now()) ?? 0, patienceMs), clock.now());
		}
		const delayMs = isRepeatable(call) ? retryDelayMs(sent, retries, clock.now(), options.random) : null;
		if (delayMs === null) {
			return withTime(judge(question, sent, clock.now()), sent, clock.now());
		}
		retries += 1;
		log.warn('call-repeated', { call: nameOf(call), retries, delayMs, problem: problemOf(sent) });
		if (
			(await unlessAborted(
				clock.sleep(Math.ceil(delayMs), signal).then(() => true),
				signal,
			)) === null
		) {
			return failed('cancelled', { call: nameOf(call) });
		}
	}
};

const timeIn = (ms: number, nowMs: number): string => new Date(nowMs + ms).toISOString();

const rateLimited = (call: Call, resumeInMs: number, nowMs: number): Outcome<never> =>
	failed('rate-limited', { call: nameOf(call), resumeAt: timeIn(resumeInMs, nowMs) });

/** A site that is down says when to come back: longer than anybody waits for an answer, or it was waited for. */
const withTime = (outcome: Outcome<RawAnswer>, sent: Sent, nowMs: number): Outcome<RawAnswer> => {
	const isDown = !outcome.ok && (outcome.failure.code === 'site-error' || outcome.failure.code === 'site-unavailable');
	if (!isDown || sent.kind !== 'answer' || sent.status !== 503) return outcome;
	const askedMs = readRetryAfterMs(sent.headers, nowMs) ?? 0;
	const { code, details } = outcome.failure;
	return askedMs <= patienceMs ? outcome : failed(code, { ...details, resumeAt: timeIn(askedMs, nowMs) });
};

/** Waits for the turn and sends. The gate learns from whatever comes back. */
const sendThrough = async (gate: RateGate, request: RawRequest, options: HttpOptions, onSent: () => void): Promise<Sent | 'closed'> => {
	const pass = await turnAt(gate, options.signal);
	if (pass === 'closed') return pass;
	if (pass === null) {
		return { kind: 'cancelled' };
	}
	onSent();
	const sent = await send(request, options.transport, options.clock, options.signal);
	pass.settle(sent.kind === 'answer' ? sent : null);
	return sent;
};

const judge = (question: Question, sent: Sent, nowMs: number): Outcome<RawAnswer> => {
	const { call } = question;
	if (sent.kind !== 'answer') {
		return failureOf(call, sent);
	}
	if (isAnsweredAsNobody(call, sent.headers) && sent.status < 500) {
		return failed('token-rejected', { call: nameOf(call), status: sent.status });
	}
	if (sent.status === 429) {
		return failed('rate-limited', { call: nameOf(call) });
	}
	// Before the statuses that answer: this one says something of the token, not of what was asked.
	if (isScopeMissing(sent)) {
		return scopeMissing(call, sent);
	}
	const answers = (sent.status >= 200 && sent.status < 300) || (question.alsoAnswers ?? []).includes(sent.status);
	if (!answers) {
		return failureOf(call, sent);
	}
	const body = parseJson(sent.text);
	if (body === null) {
		return isOfFilter(sent) ? failed('blocked-by-filter', { call: nameOf(call), status: sent.status }) : unexpected(call, 'expected JSON');
	}
	return done({ status: sent.status, body: body.value, at: new Date(nowMs).toISOString() });
};
