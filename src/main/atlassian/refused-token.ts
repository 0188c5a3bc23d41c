import { type Failure, failed, type FailureCode, type Outcome } from '#shared/outcome.ts';
import { bearer, type Credentials } from './credentials.ts';
import type { RawRequest } from './send.ts';

/** In the words for how one signed in: nobody typed the token that was refused, and a scope is missing in the app, not in a token. */
export const namedFor = <T>(answer: Outcome<T>, { signIn }: Credentials): Outcome<T> => {
	if (answer.ok || signIn.by === 'token') return answer;
	const { code, details } = answer.failure;
	if (code === 'scope-missing' && details['which'] === 'apiToken') return failed(code, { ...details, which: 'signIn' });
	return code === 'token-rejected' ? failed(code, { ...details, signedIn: true }) : answer;
};

export const isTokenRefused = ({ code, details }: Failure): boolean => code === 'token-rejected' && details['signedIn'] === true;

/** The token of a request is not used again: whoever signed in has a next one. */
export const giveUpToken = ({ headers }: RawRequest, { signIn }: Credentials): void => {
	const sent = headers['Authorization'];
	if (signIn.by === 'oauth' && sent !== undefined) signIn.tokens.refuse(sent.slice(bearer.length));
};

/** Of a change, which is not sent a second time with the next token. */
export const refusalFor = (code: FailureCode, request: RawRequest, credentials: Credentials): FailureCode => {
	if (code !== 'token-rejected' || credentials.signIn.by === 'token') return code;
	giveUpToken(request, credentials);
	return 'sign-in-needed';
};
