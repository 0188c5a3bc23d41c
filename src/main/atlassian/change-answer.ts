import type { ChangeAnswer } from '#core/remedies/site-changes.ts';
import type { FailureCode, FailureDetails, Outcome } from '#shared/outcome.ts';
import type { Call } from './calls.ts';
import { type Credentials, withoutTokens } from './credentials.ts';
import { errorCodeIn, failureOf, isAnsweredAsNobody, parseJson } from './failures.ts';
import { namedFor } from './refused-token.ts';
import { siteWords, wordsOf } from './site-words.ts';
import type { Sent } from './send.ts';

/** What the body of a 2xx comes to. `refused`: the call went well and says that the change did not. */
export type Read<T> =
	| { readonly kind: 'done'; readonly value: T }
	| { readonly kind: 'refused'; readonly why: string }
	| { readonly kind: 'unclear' };

export interface Reading<T> {
	readonly call: Call;
	/** What a 409 means, where it means something of its own. */
	readonly conflict?: FailureCode;
	/** Reads the body of a 2xx; `null` stands for an empty one. */
	readonly read: (body: unknown) => Read<T>;
}

type AnswerOf<Kind extends ChangeAnswer['kind']> = Extract<ChangeAnswer, { readonly kind: Kind }>;
type Arrived = Extract<Sent, { readonly kind: 'answer' }>;

/**
 * What became of a change that was sent. `refused` and `limited` promise that nothing was changed: only what the site's
 * own answer says may become that, all else is `unknown`.
 */
export const judgeChange = <T>(reading: Reading<T>, sent: Sent, credentials: Credentials): ChangeAnswer<T> => {
	const { call } = reading;
	if (sent.kind !== 'answer') {
		return unknown(failureOf(call, sent).failure.code, null);
	}
	const { status } = sent;
	if (status === 429) {
		return { kind: 'limited' };
	}
	if (status >= 200 && status < 300) {
		return judgeSuccess(reading, sent, credentials);
	}
	if (status === 408) {
		return unknown('timed-out', status);
	}
	if (status < 400 || status >= 500) {
		return unknown(failureOf(call, sent).failure.code, status);
	}
	const errorCode = errorCodeIn(sent.text);
	return {
		kind: 'refused',
		code: refusalCodeOf(reading, sent),
		status,
		errorCode: errorCode === null || withoutTokens(errorCode, credentials) !== errorCode ? null : errorCode,
		said: wordsOf(sent.text, credentials),
		...lackedScopes(failureOf(call, sent), credentials),
	};
};

const lackedScopes = (failed: Outcome<never>, credentials: Credentials): { readonly lacks?: FailureDetails } => {
	const named = namedFor(failed, credentials);
	return !named.ok && named.failure.code === 'scope-missing' ? { lacks: named.failure.details } : {};
};

const refusalCodeOf = ({ call, conflict }: Reading<unknown>, sent: Arrived): FailureCode => {
	if (isAnsweredAsNobody(call, sent.headers)) {
		return 'token-rejected';
	}
	return sent.status === 409 && conflict !== undefined ? conflict : failureOf(call, sent).failure.code;
};

/** A 2xx to nobody may be what nobody is told, and a web page is some proxy's: neither tells what became of the change. */
const judgeSuccess = <T>({ call, read }: Reading<T>, { status, headers, text }: Arrived, credentials: Credentials): ChangeAnswer<T> => {
	if (isAnsweredAsNobody(call, headers)) {
		return unknown('token-rejected', status);
	}
	const body = text.trim() === '' ? { value: null } : parseJson(text);
	const said = body === null ? unclear : read(body.value);
	switch (said.kind) {
		case 'done':
			return { kind: 'done', value: said.value, status };
		case 'refused':
			return { kind: 'refused', code: 'call-refused', status, errorCode: null, said: siteWords(said.why, credentials) };
		case 'unclear':
			return unknown('unexpected-answer', status);
	}
};

export const unclear = { kind: 'unclear' } as const;

const unknown = (code: FailureCode, status: number | null): AnswerOf<'unknown'> => ({ kind: 'unknown', code, status });
