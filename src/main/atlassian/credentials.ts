import { Buffer } from 'node:buffer';
import type { Secret } from '#core/secret.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { type Call, nameOf } from './calls.ts';

/** What somebody who signed in is asked as: a token that lasts an hour, and the next one after it. In memory only. */
export interface AccessTokens {
	/** One that is good for as long as a request takes. */
	current(): Promise<Outcome<Secret>>;
	/** This one was refused before its time: it is not used again. */
	refuse(token: string): void;
	/** Those a site may still quote. */
	used(): readonly Secret[];
}

export type SignIn =
	| { readonly by: 'token'; readonly email: string; readonly apiToken: Secret }
	| { readonly by: 'oauth'; readonly tokens: AccessTokens };

export interface Credentials {
	readonly signIn: SignIn;
	/** `null`: the organisation's side is not asked, and each such call says `token-missing`. */
	readonly orgApiKey: Secret | null;
}

export const bearer = 'Bearer ';

/** What a key may consist of to be a header; `fetch` would quote any other in its error. */
const headerToken = /^[\x21-\x7e]+$/;

/** The header of a call, `null` where it needs none. A site's tokens are revealed in this file only. */
export const authorizationOf = async (call: Call, { signIn, orgApiKey }: Credentials): Promise<Outcome<string | null>> => {
	if (call.api === 'open') {
		return done(null);
	}
	if (call.api === 'site' && signIn.by === 'oauth') {
		const token = await signIn.tokens.current();
		return token.ok ? done(bearerOf(token.value)) : token;
	}
	if (call.api === 'site' && signIn.by === 'token') {
		return done(`Basic ${basicPairOf(signIn)}`);
	}
	const key = orgApiKey?.reveal();
	if (key === undefined) {
		return failed('token-missing', { call: nameOf(call), which: 'orgApiKey' });
	}
	return headerToken.test(key) ? done(bearer + key) : failed('org-key-rejected', { call: nameOf(call), malformed: true });
};

export const bearerOf = (token: Secret): string => bearer + token.reveal();

type ByToken = Extract<SignIn, { readonly by: 'token' }>;

const basicPairOf = ({ email, apiToken }: ByToken): string => Buffer.from(`${email}:${apiToken.reveal()}`, 'utf8').toString('base64');

/** Base64 of a text that may stand anywhere in a longer one: what of it does not depend on its neighbours, at each of the three places. */
const inBase64 = (text: string): readonly string[] =>
	[0, 1, 2].flatMap((before) => {
		const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text, 'utf8')]);
		const sure = bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
		return [sure, sure.replaceAll('+', '-').replaceAll('/', '_')];
	});

const writtenOf = (secret: string): readonly string[] => {
	const plain = [secret, encodeURIComponent(secret.toWellFormed()), Buffer.from(secret, 'utf8').toString('hex')];
	const base64 = [Buffer.from(secret, 'utf8').toString('base64'), ...inBase64(secret)];
	const others = [JSON.stringify(secret).slice(1, -1), ...base64, ...base64.map(encodeURIComponent)];
	// What is so short stands in any text.
	return [...plain, ...others.filter(({ length }) => length >= 8)];
};

const secretsOf = (signIn: SignIn): readonly string[] => {
	if (signIn.by === 'oauth') return signIn.tokens.used().map((token) => token.reveal());
	const token = signIn.apiToken.reveal();
	return [basicPairOf(signIn), `${signIn.email}:${token}`, token];
};

/** Words of the site that may quote the request, with every token in them replaced, however it was written. */
export const withoutTokens = (text: string, credentials: Credentials): string => {
	const { signIn, orgApiKey } = credentials;
	const secrets = [...secretsOf(signIn), orgApiKey?.reveal() ?? ''];
	const written = new Set(secrets.filter((secret) => secret !== '').flatMap(writtenOf));
	// The longest first: a token that holds another must not leave its rest behind.
	return [...written].sort((a, b) => b.length - a.length).reduce((clean, token) => clean.replaceAll(token, '[secret]'), text);
};
