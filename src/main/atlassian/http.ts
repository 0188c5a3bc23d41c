import { Buffer } from 'node:buffer';
import type { Clock, Log, Random } from '#core/ports.ts';
import type { Secret } from '#core/secret.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { type Call, fillPath, isRepeatable, nameOf } from './calls.ts';
import { failureOf, isAnsweredAsNobody, parseJson, unexpected } from './failures.ts';
import type { RateGates } from './rate-gates.ts';
import type { Pass } from './rate-gate.ts';
import { retryDelayMs } from './retry.ts';
import { type RawRequest, type Sent, send } from './send.ts';
import type { SiteAddress } from './site-address.ts';

export interface Credentials {
	readonly email: string;
	readonly apiToken: Secret;
	/** `null`: the organisation's side is not asked, and each such call says `token-missing`. */
	readonly orgApiKey: Secret | null;
}

export interface HttpOptions {
	readonly site: SiteAddress;
	readonly admin: SiteAddress;
	readonly credentials: Credentials;
	readonly clock: Clock;
	readonly random: Random;
	readonly log: Log;
	readonly gates: RateGates;
	readonly version: string;
	readonly signal?: AbortSignal;
}

export interface Question {
	readonly call: Call;
	readonly path?: Readonly<Record<string, string>>;
	/** `undefined` leaves the parameter out. */
	readonly query?: Readonly<Record<string, string | undefined>>;
	readonly body?: unknown;
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
	ask(question: Question): Promise<Outcome<RawAnswer>>;
	/** Requests sent so far, repeats included, by method and template. */
	calls(): Readonly<Record<string, number>>;
}

/** From the first 429 of a question to giving it up. */
const limitedPatienceMs = 120_000;

/** What a key may consist of to be a header; `fetch` would quote any other in its error. */
const headerToken = /^[\x21-\x7e]+$/;

/**
 * The one way to Atlassian. Plain `fetch` in our own loop instead of ky: ky sleeps by its own timers, so that
 * waits would pass by the `Clock` port and the gates, and its patience is one number for all statuses.
 */
export function makeHttp(options: HttpOptions): Http {
	const sentByCall = new Map<string, number>();
	const countSent = (name: string) => sentByCall.set(name, (sentByCall.get(name) ?? 0) + 1);
	return {
		calls: () => Object.fromEntries(sentByCall),
		ask: async (question) => {
			const request = requestOf(question, options);
			return request.ok ? untilAnswered(question, request.value, options, countSent) : request;
		},
	};
}

async function untilAnswered(
	question: Question,
	request: RawRequest,
	options: HttpOptions,
	countSent: (name: string) => void,
): Promise<Outcome<RawAnswer>> {
	const { call } = question;
	const { clock, log, signal } = options;
	const gate = options.gates.of(request.url.origin, call);
	let retries = 0;
	let limitedSince: number | null = null;
	for (;;) {
		const sent = await sendThrough(gate.enter(signal), request, options, () => countSent(nameOf(call)));
		if (sent.kind === 'answer' && sent.status === 429 && isRepeatable(call)) {
			const now = clock.now();
			limitedSince ??= now;
			log.warn('call-limited', { call: nameOf(call), pauseMs: gate.heldForMs, perSecond: gate.perSecond });
			if (now + gate.heldForMs - limitedSince > limitedPatienceMs) {
				return failed('rate-limited', { call: nameOf(call), pauseMs: Math.round(gate.heldForMs) });
			}
			continue;
		}
		const delayMs = isRepeatable(call) ? retryDelayMs(sent, retries, clock.now(), options.random) : null;
		if (delayMs === null) {
			return judge(question, sent, clock.now());
		}
		retries += 1;
		log.warn('call-repeated', { call: nameOf(call), retries, delayMs, problem: problemOf(sent) });
		if (!(await slept(clock, delayMs, signal))) {
			return failed('cancelled', { call: nameOf(call) });
		}
	}
}

/** Waits for the turn and sends. The gate learns from whatever comes back. */
async function sendThrough(turn: Promise<Pass>, request: RawRequest, options: HttpOptions, onSent: () => void): Promise<Sent> {
	let pass: Pass;
	try {
		pass = await turn;
	} catch (error) {
		if (options.signal?.aborted) {
			return { kind: 'cancelled' };
		}
		throw error;
	}
	onSent();
	const sent = await send(request, options.clock, options.signal);
	pass.settle(sent.kind === 'answer' ? sent : null);
	return sent;
}

function judge(question: Question, sent: Sent, nowMs: number): Outcome<RawAnswer> {
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
	const answers = (sent.status >= 200 && sent.status < 300) || (question.alsoAnswers ?? []).includes(sent.status);
	if (!answers) {
		return failureOf(call, sent);
	}
	const body = parseJson(sent.text);
	if (body === null) {
		return unexpected(call, 'expected JSON');
	}
	return done({ status: sent.status, body: body.value, at: new Date(nowMs).toISOString() });
}

function requestOf(question: Question, options: HttpOptions): Outcome<RawRequest> {
	const { call } = question;
	const authorization = authorizationOf(call, options.credentials);
	if (!authorization.ok) {
		return authorization;
	}
	const path = fillPath(call.template, question.path ?? {});
	if (path === null) {
		return failed('call-refused', { call: nameOf(call), problem: 'an id that cannot be part of a path' });
	}
	const url = new URL((call.api === 'site' ? options.site : options.admin).origin + path);
	for (const [name, value] of Object.entries(question.query ?? {})) {
		if (value !== undefined) {
			url.searchParams.set(name, value);
		}
	}
	const body = question.body === undefined ? null : JSON.stringify(question.body);
	const headers = {
		Accept: 'application/json',
		Authorization: authorization.value,
		'User-Agent': `Invite-Doctor/${options.version}`,
		...(call.experimental ? { 'X-ExperimentalApi': 'opt-in' } : {}),
		...(body === null ? {} : { 'Content-Type': 'application/json' }),
	};
	return done({ url, method: call.method, headers, body });
}

/** The only place where a token is revealed. */
function authorizationOf(call: Call, credentials: Credentials): Outcome<string> {
	if (call.api === 'site') {
		const pair = `${credentials.email}:${credentials.apiToken.reveal()}`;
		return done(`Basic ${Buffer.from(pair, 'utf8').toString('base64')}`);
	}
	const key = credentials.orgApiKey?.reveal();
	if (key === undefined) {
		return failed('token-missing', { call: nameOf(call), which: 'orgApiKey' });
	}
	return headerToken.test(key) ? done(`Bearer ${key}`) : failed('org-key-rejected', { call: nameOf(call), malformed: true });
}

async function slept(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<boolean> {
	try {
		await clock.sleep(Math.ceil(ms), signal);
		return true;
	} catch (error) {
		if (signal?.aborted) {
			return false;
		}
		throw error;
	}
}

const problemOf = (sent: Sent): string | number =>
	sent.kind === 'answer' ? sent.status : sent.kind === 'network' ? sent.reason : sent.kind;
