import type { Clock, Random } from '#core/ports.ts';
import { Secret } from '#core/secret.ts';
import { callbackAddress, type OAuthApp } from '#shared/oauth.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { Call } from './calls.ts';
import { bearerOf } from './credentials.ts';
import { failureOf, parseJson, unexpected } from './failures.ts';
import { retryDelayMs } from './retry.ts';
import * as schemas from './schemas.ts';
import { type RawRequest, type Sent, send, type Transport } from './send.ts';
import { authorizePath, type SiteAddress } from './site-address.ts';

/** Where tokens come from, as which app, and what carries the requests there. */
export interface OAuthOptions {
	readonly auth: SiteAddress;
	readonly gateway: SiteAddress;
	readonly app: OAuthApp;
	readonly clientSecret: Secret;
	readonly transport: Transport;
	readonly clock: Clock;
	readonly random: Random;
	readonly version: string;
}

export interface IssuedTokens {
	readonly accessToken: Secret;
	/** The one before it is not taken any more. */
	readonly refreshToken: Secret;
	readonly expiresInMs: number;
}

/** Of one attempt to sign in; RFC 7636 calls them so. */
export interface SignInAttempt {
	readonly state: string;
	readonly challenge: string;
	readonly scopes: readonly string[];
}

/** The page on which a person agrees. Nothing in it is a secret. Source: developer.atlassian.com, OAuth 2.0 (3LO) apps. */
export const authorizeUrl = (
	{ auth, gateway, app }: Pick<OAuthOptions, 'auth' | 'gateway' | 'app'>,
	{ state, challenge, scopes }: SignInAttempt,
): string => {
	const url = new URL(auth.origin + authorizePath);
	url.search = String(
		new URLSearchParams({
			audience: gateway.loopback ? 'api.atlassian.com' : gateway.host,
			client_id: app.clientId,
			scope: scopes.join(' '),
			redirect_uri: callbackAddress(app.callbackPort),
			state,
			response_type: 'code',
			prompt: 'consent',
			code_challenge: challenge,
			code_challenge_method: 'S256',
		}),
	);
	return url.href;
};

const tokenCall: Call = { api: 'open', method: 'POST', template: '/oauth/token' };
const sitesCall: Call = { api: 'open', method: 'GET', template: '/oauth/token/accessible-resources' };

/** Once: a code is good for one exchange. */
export const exchangeCode = async (options: OAuthOptions, code: string, verifier: string): Promise<Outcome<IssuedTokens>> => {
	const redirect = callbackAddress(options.app.callbackPort);
	const fields = { grant_type: 'authorization_code', code, redirect_uri: redirect, code_verifier: verifier };
	return issuedBy(await send(tokenRequest(options, fields), options.transport, options.clock));
};

/**
 * The next tokens. A refresh token is good for one exchange, and for ten minutes more: whoever lost the answer may ask again.
 * Source: docs/adr/0021.
 */
export const refresh = async (options: OAuthOptions, refreshToken: Secret): Promise<Outcome<IssuedTokens>> => {
	const request = tokenRequest(options, { grant_type: 'refresh_token', refresh_token: refreshToken.reveal() });
	const { transport, clock, random } = options;
	for (let retries = 0; ; retries++) {
		const sent = await send(request, transport, clock);
		const delayMs = retryDelayMs(sent, retries, clock.now(), random);
		if (delayMs === null) return issuedBy(sent);
		await clock.sleep(delayMs);
	}
};

/** The sites that a token is let in to, by cloud id. */
export const accessibleSites = async (
	{ gateway, transport, clock, version }: OAuthOptions,
	accessToken: Secret,
): Promise<Outcome<readonly { readonly id: string; readonly url: string | null }[]>> => {
	const headers = { ...headersOf(version), Authorization: bearerOf(accessToken) };
	const url = new URL(gateway.origin + sitesCall.template);
	const sent = await send({ url, method: sitesCall.method, headers, body: null }, transport, clock);
	if (sent.kind !== 'answer' || sent.status !== 200) return failureOf(sitesCall, sent);
	const read = schemas.accessibleSites.safeParse(parseJson(sent.text)?.value);
	return read.success ? done(read.data) : unexpected(sitesCall, 'expected sites');
};

const headersOf = (version: string) => ({ Accept: 'application/json', 'User-Agent': `Invite-Doctor/${version}` });

const tokenRequest = ({ auth, app, clientSecret, version }: OAuthOptions, fields: Readonly<Record<string, string>>): RawRequest => ({
	url: new URL(auth.origin + tokenCall.template),
	method: tokenCall.method,
	headers: { ...headersOf(version), 'Content-Type': 'application/json' },
	body: JSON.stringify({ client_id: app.clientId, client_secret: clientSecret.reveal(), ...fields }),
});

const issuedBy = (sent: Sent): Outcome<IssuedTokens> => {
	if (sent.kind !== 'answer') return failureOf(tokenCall, sent);
	if (sent.status === 429) return failed('rate-limited');
	const body = parseJson(sent.text)?.value;
	if (sent.status !== 200) return refusalIn(sent, body);
	const read = schemas.issued.safeParse(body);
	if (!read.success) return unexpected(tokenCall, 'expected tokens');
	const { access_token, refresh_token, expires_in } = read.data;
	return done({ accessToken: new Secret(access_token), refreshToken: new Secret(refresh_token), expiresInMs: expires_in * 1000 });
};

/**
 * `invalid_grant`, or an older `unauthorized_client` that names the refresh token: what was exchanged is not taken, and the
 * person has to agree anew. Any other error of the standard is about the app. Its words are not kept.
 */
const refusalIn = (sent: Extract<Sent, { readonly kind: 'answer' }>, body: unknown): Outcome<never> => {
	const { status } = sent;
	const read = schemas.issueRefused.safeParse(body);
	if (!read.success || status >= 500) return failureOf(tokenCall, sent);
	const { error, error_description: description = '' } = read.data;
	const isOfGrant = error === 'invalid_grant' || (error === 'unauthorized_client' && /refresh.?token/i.test(description));
	return failed(isOfGrant ? 'sign-in-needed' : 'oauth-app-rejected', { status });
};
