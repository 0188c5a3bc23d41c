import type { ChangeAnswer, Depart } from '#core/remedies/site-changes.ts';
import type { Failure, Outcome } from '#shared/outcome.ts';
import { nameOf } from './calls.ts';
import { judgeChange, type Reading } from './change-answer.ts';
import { turnAt } from './rate-gate.ts';
import { refusalFor } from './refused-token.ts';
import { askedOf, type FilledCall, gateOf, type HttpOptions, requestOf } from './request.ts';
import { problemOf, type RawRequest, send, type Sent } from './send.ts';

/** A call that changes the site, and how to read its answer. */
export interface Change<T> extends FilledCall, Reading<T> {}

/**
 * Waits for the turn, stores the intent, sends. In this order, because an intent that is stored and then waits would
 * count as sent if the process died; and once at most, because only reading tells whether a change that got no answer
 * was made. The signal ends the wait, never a change that has left: its answer would be lost, not its effect.
 */
export const sendChange = async <T>(
	change: Change<T>,
	depart: Depart,
	options: HttpOptions,
	countSent: (name: string) => void,
): Promise<ChangeAnswer<T>> => {
	if (options.readOnly) {
		return unsent({ code: 'site-read-only', details: { call: nameOf(change.call) } });
	}
	const { signal } = options;
	const gate = gateOf(change.call, options);
	const pass = await turnAt(gate, signal);
	if (pass === 'closed') {
		const resumeAt = new Date(options.clock.now() + gate.heldForMs).toISOString();
		return unsent({ code: 'rate-limited', details: { call: nameOf(change.call), resumeAt } });
	}
	let sent: Sent | null = null;
	let request: Outcome<RawRequest>;
	try {
		if (pass === null) {
			return unsent(cancelled);
		}
		// After the wait, in which a token may end.
		request = await requestOf(change, options);
		if (!request.ok) {
			return unsent(request.failure);
		}
		// Nothing is waited for from here to the departure.
		if (signal?.aborted) {
			return unsent(cancelled);
		}
		const departed = depart(askedOf(change));
		if (!departed.ok) {
			return unsent(departed.failure);
		}
		countSent(nameOf(change.call));
		sent = await send(request.value, options.transport, options.clock);
	} finally {
		pass?.settle(sent?.kind === 'answer' ? sent : null);
	}
	const judged = judgeChange(change, sent, options.credentials);
	const answer = judged.kind === 'refused' ? { ...judged, code: refusalFor(judged.code, request.value, options.credentials) } : judged;
	noteTrouble(change, sent, answer.kind, gate.heldForMs, options);
	return answer;
};

const cancelled: Failure = { code: 'cancelled', details: {} };

const unsent = (failure: Failure) => ({ kind: 'unsent', failure }) as const;

const noteTrouble = (change: Change<unknown>, sent: Sent, kind: ChangeAnswer['kind'], pauseMs: number, { log }: HttpOptions): void => {
	const details = { call: nameOf(change.call), problem: problemOf(sent) };
	if (kind === 'limited') {
		log.warn('change-limited', { ...details, pauseMs });
	} else if (kind === 'unknown') {
		log.warn('change-unknown', details);
	}
};
