import { createHash, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isFields } from './read-input.ts';

/** An app as the developer console keeps it. */
export interface RegisteredApp {
	/** Compared letter by letter. */
	readonly callback: string;
	readonly scopes: readonly string[];
}

export interface AppSecrets {
	readonly clientId: string;
	readonly clientSecret: string;
}

/** Where people agree that an app asks as them. Source: developer.atlassian.com, OAuth 2.0 (3LO) apps; RFC 6749 and 7636. */
export interface SignIns {
	register(app: RegisteredApp): AppSecrets;
	/** What a token may ask; `null`: it is none, or its time is over. */
	scopesOf(authorization: string): readonly string[] | null;
	/** Every token that was ever given. */
	issued(): readonly string[];
	/** Tokens for an hour end at once, as when somebody takes them back. */
	endAccessTokens(): void;
	/** Nobody is signed in any more. */
	revoke(): void;
	/** The app keeps these scopes: what was given beside them counts no more. */
	narrow(scopes: readonly string[]): void;
	/** From now on the person refuses on the page, or agrees. */
	agree(agrees: boolean): void;
	/** The person chooses another site on the page. */
	leadElsewhere(): void;
	serve(app: FastifyInstance): void;
}

export const accessTokenSeconds = 3600;

interface Grant {
	readonly clientId: string;
	readonly scopes: readonly string[];
	isRevoked: boolean;
}

interface Code extends Grant {
	readonly redirect: string;
	readonly challenge: string | null;
}

const randomText = (): string => randomBytes(24).toString('base64url');
const textIn = (fields: unknown, name: string): string => {
	const value = isFields(fields) ? fields[name] : undefined;
	return typeof value === 'string' ? value : '';
};
const refuse = (reply: FastifyReply, status: number, error: string, description: string): FastifyReply =>
	reply.code(status).send({ error, error_description: description });

export const makeSignIns = (cloudId: string, now: () => number): SignIns => {
	const apps = new Map<string, RegisteredApp & { readonly clientSecret: string }>();
	const codes = new Map<string, Code>();
	/** By refresh token. One that was used stays: whoever uses it again has stolen it, or lost count. */
	const refreshTokens = new Map<string, { readonly grant: Grant; isUsed: boolean }>();
	const accessTokens = new Map<string, { readonly grant: Grant; readonly endsAt: number }>();
	const issued: string[] = [];
	let agrees = true;
	let kept: readonly string[] | null = null;
	let site = { id: cloudId, url: 'https://halden.atlassian.net' };

	const issue = (reply: FastifyReply, grant: Grant): FastifyReply => {
		const [access, refresh] = [randomText(), randomText()];
		issued.push(access, refresh);
		accessTokens.set(`Bearer ${access}`, { grant, endsAt: now() + accessTokenSeconds * 1000 });
		if (grant.scopes.includes('offline_access')) refreshTokens.set(refresh, { grant, isUsed: false });
		const scope = grant.scopes.join(' ');
		const offline = grant.scopes.includes('offline_access') ? { refresh_token: refresh } : {};
		return reply.send({ access_token: access, expires_in: accessTokenSeconds, token_type: 'Bearer', scope, ...offline });
	};

	const authorize = (asked: unknown, reply: FastifyReply): FastifyReply => {
		const registered = apps.get(textIn(asked, 'client_id'));
		const redirect = textIn(asked, 'redirect_uri');
		const scopes = textIn(asked, 'scope').split(' ');
		const isSound =
			registered?.callback === redirect &&
			textIn(asked, 'response_type') === 'code' &&
			textIn(asked, 'audience') === 'api.atlassian.com' &&
			scopes.every((scope) => scope === 'offline_access' || registered.scopes.includes(scope));
		// Nothing is sent to an address that is not the app's.
		if (!isSound) return reply.code(400).type('text/plain').send('Something is wrong with the app: callback, scopes or parameters.');
		const back = new URL(redirect);
		back.searchParams.set('state', textIn(asked, 'state'));
		if (agrees) {
			const code = randomText();
			const challenge = textIn(asked, 'code_challenge_method') === 'S256' ? textIn(asked, 'code_challenge') : null;
			codes.set(code, { clientId: textIn(asked, 'client_id'), scopes, redirect, challenge, isRevoked: false });
			back.searchParams.set('code', code);
		} else {
			back.searchParams.set('error', 'access_denied');
		}
		return reply.redirect(back.href);
	};

	const exchange = (reply: FastifyReply, clientId: string, fields: unknown): FastifyReply => {
		const code = codes.get(textIn(fields, 'code'));
		codes.delete(textIn(fields, 'code'));
		const proof = createHash('sha256').update(textIn(fields, 'code_verifier')).digest('base64url');
		const isGood =
			code?.clientId === clientId &&
			code.redirect === textIn(fields, 'redirect_uri') &&
			(code.challenge === null || code.challenge === proof);
		return isGood ? issue(reply, code) : refuse(reply, 403, 'invalid_grant', 'Invalid authorization code');
	};

	const renew = (reply: FastifyReply, clientId: string, fields: unknown): FastifyReply => {
		const kept = refreshTokens.get(textIn(fields, 'refresh_token'));
		if (kept?.isUsed) kept.grant.isRevoked = true;
		const isGood = kept?.grant.clientId === clientId && !kept.grant.isRevoked;
		if (!isGood) return refuse(reply, 403, 'invalid_grant', 'Unknown or invalid refresh token.');
		kept.isUsed = true;
		return issue(reply, kept.grant);
	};

	const give = (fields: unknown, reply: FastifyReply): FastifyReply => {
		const clientId = textIn(fields, 'client_id');
		if (apps.get(clientId)?.clientSecret !== textIn(fields, 'client_secret')) return refuse(reply, 401, 'access_denied', 'Unauthorized');
		switch (textIn(fields, 'grant_type')) {
			case 'authorization_code':
				return exchange(reply, clientId, fields);
			case 'refresh_token':
				return renew(reply, clientId, fields);
			default:
				return refuse(reply, 400, 'unsupported_grant_type', 'Unsupported grant type');
		}
	};

	const grantOf = (authorization: string): Grant | null => {
		const found = accessTokens.get(authorization);
		return found === undefined || found.grant.isRevoked || found.endsAt <= now() ? null : found.grant;
	};

	return {
		register: (registered) => {
			const secrets = { clientId: randomText(), clientSecret: randomText() };
			apps.set(secrets.clientId, { ...registered, clientSecret: secrets.clientSecret });
			return secrets;
		},
		scopesOf: (authorization) => {
			const given = grantOf(authorization)?.scopes ?? null;
			return kept === null || given === null ? given : given.filter((scope) => kept?.includes(scope));
		},
		issued: () => issued,
		endAccessTokens: () => accessTokens.clear(),
		revoke: () => {
			for (const { grant } of refreshTokens.values()) grant.isRevoked = true;
		},
		narrow: (scopes) => {
			kept = scopes;
		},
		agree: (does) => {
			agrees = does;
		},
		serve: (app) => {
			app.get('/authorize', ({ query }, reply) => authorize(query, reply));
			app.post('/oauth/token', ({ body }, reply) => give(body, reply));
			app.get('/oauth/token/accessible-resources', ({ headers }, reply) => {
				const grant = grantOf(headers.authorization ?? '');
				if (grant === null) return reply.code(401).send({ code: 401, message: 'Unauthorized' });
				return reply.send([{ ...site, name: 'halden', scopes: grant.scopes, avatarUrl: '' }]);
			});
		},
		leadElsewhere: () => {
			site = { id: '00000000-1111-2222-3333-444444444444', url: 'https://elsewhere.atlassian.net' };
		},
	};
};
