import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuseAdmin, refuseAtProxy, refuseDesk, refuseJira, refuseManage } from './answers.ts';
import { adminLetsIn, siteLetsIn } from './scopes.ts';

/** Demo strings, the same for everybody: they open nothing but this demo site. */
export const demoApiToken = 'demo-api-token-that-opens-nothing-else';
export const demoOrgApiKey = 'demo-org-api-key-that-opens-nothing-else';

export interface IssuedToken {
	readonly email: string;
	readonly apiToken: string;
}

/** `service`: an account without a person; it can have tokens with scopes only. */
export type Holder = 'person' | 'service';

export const serviceAccountEmail = 'invite-doctor@serviceaccount.atlassian.com';

/** Who may come in, and with what. The site takes tokens without scopes, the gateway those with scopes. */
export interface Credentials {
	/** A token with scopes. */
	issueToken(scopes: readonly string[], holder?: Holder): IssuedToken;
	issueOrgKey(scopes: readonly string[]): string;
	/** Refuses in the words of whoever is asked, and says `false`. */
	letsIn(request: FastifyRequest, reply: FastifyReply, isAtGateway: boolean): boolean;
	holderOf(request: FastifyRequest): Holder;
}

/** `signedIn`: what somebody may ask who signed in by an app; `null`: nobody did. */
export const makeCredentials = (callerEmail: string, signedIn: (authorization: string) => readonly string[] | null): Credentials => {
	const tokens = new Map<string, { readonly scopes: readonly string[] | null; readonly holder: Holder }>();
	const keys = new Map<string, readonly string[] | null>([[`Bearer ${demoOrgApiKey}`, null]]);
	const holders = new WeakMap<FastifyRequest, Holder>();
	const basicOf = (email: string, token: string): string => `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`;
	tokens.set(basicOf(callerEmail, demoApiToken), { scopes: null, holder: 'person' });

	const letsInAdmin = (request: FastifyRequest, reply: FastifyReply, call: string): boolean => {
		const scopes = keys.get(request.headers.authorization ?? '');
		if (scopes === null || (scopes !== undefined && adminLetsIn(call, scopes))) return true;
		if (scopes === undefined) refuseAdminCaller(request.url, reply);
		else if (request.url.startsWith('/users/')) refuseManage(reply, 403, 'forbidden', { message: 'Missing scope: manage:org' });
		else refuseAdmin(reply, 401, 'ADMIN-401-2', 'INSUFFICIENT_SCOPE');
		return false;
	};

	return {
		issueToken: (scopes, holder = 'person') => {
			const issued = { email: holder === 'service' ? serviceAccountEmail : callerEmail, apiToken: randomBytes(18).toString('hex') };
			tokens.set(basicOf(issued.email, issued.apiToken), { scopes, holder });
			return issued;
		},
		issueOrgKey: (scopes) => {
			const key = randomBytes(18).toString('hex');
			keys.set(`Bearer ${key}`, scopes);
			return key;
		},
		holderOf: (request) => holders.get(request) ?? 'person',
		letsIn: (request, reply, isAtGateway) => {
			const path = request.url;
			const call = `${request.method} ${request.routeOptions.url ?? ''}`;
			if (path.startsWith('/_edge/')) return true;
			if (path.startsWith('/admin/') || path.startsWith('/users/')) return letsInAdmin(request, reply, call);
			if (!path.startsWith('/rest/')) return true;
			const given = request.headers.authorization ?? '';
			const token = tokens.get(given);
			if (token !== undefined) holders.set(request, token.holder);
			if (isAtGateway) return letsInAtGateway(reply, call, token?.scopes ?? signedIn(given));
			if (token?.scopes === null) return true;
			refuseSiteCaller(path, reply, given);
			return false;
		},
	};
};

/** Source: atlassian-api.md 14.4; the shape as public reports quote it. */
const letsInAtGateway = (reply: FastifyReply, call: string, scopes: readonly string[] | null): boolean => {
	if (scopes !== null && siteLetsIn(call, scopes)) return true;
	refuseAtProxy(reply, 401, scopes === null ? 'Unauthorized' : 'Unauthorized; scope does not match');
	return false;
};

const refuseSiteCaller = (path: string, reply: FastifyReply, given: string): void => {
	reply.header('WWW-Authenticate', 'OAuth realm="https%3A%2F%2Fhalden.atlassian.net"');
	if (given !== '') reply.header('X-Seraph-LoginReason', 'AUTHENTICATED_FAILED');
	const message = 'Client must be authenticated to access this resource.';
	if (path.startsWith('/rest/servicedeskapi/')) refuseDesk(reply, 401, message, 'sd.api.unauthenticated');
	else refuseJira(reply, 401, message);
};

/** The older calls answer through the proxy, the newer ones with a list of errors. */
const refuseAdminCaller = (path: string, reply: FastifyReply): void => {
	if (path.startsWith('/users/')) {
		refuseManage(reply, 401, 'unauthorized');
		return;
	}
	const atProxy = path.startsWith('/admin/v1/') || path.endsWith('/workspaces');
	if (atProxy) refuseAtProxy(reply, 401, 'Unauthorized');
	else refuseAdmin(reply, 401, 'ADMIN-401-1', 'Unauthorized');
};
