import { Buffer } from 'node:buffer';
import type { Secret } from '#core/secret.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { type Call, nameOf } from './calls.ts';

export interface Credentials {
	readonly email: string;
	readonly apiToken: Secret;
	/** `null`: the organisation's side is not asked, and each such call says `token-missing`. */
	readonly orgApiKey: Secret | null;
}

/** What a key may consist of to be a header; `fetch` would quote any other in its error. */
const headerToken = /^[\x21-\x7e]+$/;

/** The header of a call, `null` where it needs none. Tokens are revealed in this file only. */
export const authorizationOf = (call: Call, credentials: Credentials): Outcome<string | null> => {
	if (call.api === 'open') {
		return done(null);
	}
	if (call.api === 'site') {
		return done(`Basic ${basicPairOf(credentials)}`);
	}
	const key = credentials.orgApiKey?.reveal();
	if (key === undefined) {
		return failed('token-missing', { call: nameOf(call), which: 'orgApiKey' });
	}
	return headerToken.test(key) ? done(`Bearer ${key}`) : failed('org-key-rejected', { call: nameOf(call), malformed: true });
};

const basicPairOf = ({ email, apiToken }: Credentials): string => Buffer.from(`${email}:${apiToken.reveal()}`, 'utf8').toString('base64');

/** Words of the site that may quote the request, with every token in them replaced, however it was written. */
export const withoutTokens = (text: string, credentials: Credentials): string => {
	const tokens = [basicPairOf(credentials), credentials.apiToken.reveal(), credentials.orgApiKey?.reveal() ?? ''];
	const written = tokens.flatMap((token) => [token, encodeURIComponent(token.toWellFormed())]).filter((token) => token !== '');
	// The longest first: a token that holds another must not leave its rest behind.
	return written.sort((a, b) => b.length - a.length).reduce((clean, token) => clean.replaceAll(token, '[secret]'), text);
};
