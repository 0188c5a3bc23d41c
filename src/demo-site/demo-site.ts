import { setTimeout as wait } from 'node:timers/promises';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { refuseAtProxy, refuseJira, refuseManage } from './answers.ts';
import { type Credentials, demoApiToken, demoOrgApiKey, makeCredentials } from './credentials.ts';
import { makeRateGate, publishedLimits, type RateLimits, rateLimitedPage } from './rate-limits.ts';
import { isFields } from './read-input.ts';
import { type LoggedRequest, withoutCredentials } from './request-log.ts';
import { serveCustomerOrganisations } from './routes/customer-organisations.ts';
import { serveAppAccessSettings } from './routes/app-access-settings.ts';
import { serveCustomers } from './routes/customers.ts';
import { serveDesks } from './routes/desks.ts';
import { serveDirectoryUsers } from './routes/directory-users.ts';
import { serveDirectoryWrites } from './routes/directory-writes.ts';
import { serveInvitations } from './routes/invitations.ts';
import { serveIssueSearch } from './routes/issue-search.ts';
import { serveJiraPlatform } from './routes/jira-platform.ts';
import { serveManagedAccounts } from './routes/managed-accounts.ts';
import { serveOrganisation } from './routes/organisation.ts';
import { makeSignIns, type SignIns } from './sign-ins.ts';
import { makeWorld } from './world/make-world.ts';
import { keepPast } from './world/search-lag.ts';
import type { World } from './world/world.ts';

export type { LoggedRequest } from './request-log.ts';

export type ArrivedRequest = Pick<LoggedRequest, 'method' | 'path' | 'query' | 'body'>;

export interface DemoSiteOptions {
	readonly seed?: number;
	/** 0 or absent: any free port of 127.0.0.1. */
	readonly port?: number;
	/** How long every answer takes at least. */
	readonly latencyMs?: number;
	/** Called with each request before it is answered; holds the answer back until it resolves. */
	readonly beforeAnswer?: (request: ArrivedRequest) => Promise<void> | void;
	/** A world of one's own instead of the sample one. Writes change it. */
	readonly world?: World;
	/** A function is asked at each request: limits may change while the site is up. */
	readonly limits?: Partial<RateLimits> | (() => Partial<RateLimits>);
	/** False: no header tells what room is left, as the admin API does not have to. */
	readonly tellsRoom?: boolean;
	/** Milliseconds since 1970: the clock of the rate limits, the log and the searches. */
	readonly now?: () => number;
}

export interface DemoSite {
	/** `http://127.0.0.1:PORT`: the site and, under /admin and /users, the admin API. */
	readonly url: string;
	readonly adminUrl: string;
	/** Where tokens with scopes are let in, under the cloud id. */
	readonly gatewayUrl: string;
	readonly cloudId: string;
	readonly orgId: string;
	readonly deskKey: string;
	readonly email: string;
	readonly apiToken: string;
	readonly orgApiKey: string;
	readonly issueToken: Credentials['issueToken'];
	readonly issueOrgKey: Credentials['issueOrgKey'];
	/** Where people sign in by an app. */
	readonly authUrl: string;
	readonly signIns: SignIns;
	/** Customer access of this world, as `--access` takes it. */
	readonly access: string;
	readonly world: World;
	readonly requests: () => readonly LoggedRequest[];
	readonly stop: () => Promise<void>;
}

/** Starts a stand-in Atlassian site and admin API on 127.0.0.1, and nowhere else. */
export const startDemoSite = async (options: DemoSiteOptions = {}): Promise<DemoSite> => {
	const world = options.world ?? makeWorld(options.seed === undefined ? {} : { seed: options.seed });
	const log: LoggedRequest[] = [];
	const { rewriteUrl, isAtGateway } = openGateway(world.cloudId);
	const app = fastify({ routerOptions: { maxParamLength: 500 }, forceCloseConnections: true, logger: false, rewriteUrl });
	const now = options.now ?? Date.now;
	const signIns = makeSignIns(world.cloudId, now);
	const credentials = makeCredentials(world.caller.email, signIns.scopesOf);
	readJsonLeniently(app);
	logEveryRequest(app, log, now, isAtGateway);
	guard(app, (...asked) => credentials.letsIn(...asked, isAtGateway(asked[0])), now, options);
	const past = keepPast(world, now);
	app.addHook('preHandler', async (request) => {
		if (request.method !== 'GET') past.beforeWrite();
	});
	answerTheRest(app);
	serveJiraPlatform(app, world, past.searched, credentials.holderOf);
	serveDesks(app, world);
	serveCustomers(app, world, now);
	serveCustomerOrganisations(app, world);
	serveOrganisation(app, world);
	serveDirectoryUsers(app, world, past.searched);
	serveDirectoryWrites(app, world);
	serveInvitations(app, world);
	serveManagedAccounts(app, world);
	serveIssueSearch(app, world);
	serveAppAccessSettings(app, world);
	signIns.serve(app);
	const url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
	return {
		url,
		adminUrl: url,
		gatewayUrl: url,
		cloudId: world.cloudId,
		orgId: world.orgId,
		deskKey: world.deskKey,
		email: world.caller.email,
		apiToken: demoApiToken,
		orgApiKey: demoOrgApiKey,
		issueToken: credentials.issueToken,
		issueOrgKey: credentials.issueOrgKey,
		authUrl: url,
		signIns,
		access: world.accessText,
		world,
		requests: () => log,
		stop: () => app.close(),
	};
};

/** `/ex/jira/{cloudId}/rest/…` is the same call at another door; another cloud id is nowhere. */
const openGateway = (cloudId: string) => {
	const prefix = `/ex/jira/${cloudId}/`;
	const arrivedThere = new WeakSet<object>();
	return {
		rewriteUrl: (request: { readonly url?: string | undefined }): string => {
			const url = request.url ?? '/';
			if (!url.startsWith(`${prefix}rest/`)) return url;
			arrivedThere.add(request);
			return url.slice(prefix.length - 1);
		},
		isAtGateway: ({ raw }: FastifyRequest): boolean => arrivedThere.has(raw),
	};
};

/** Calls without a body are often sent with a JSON content type: an empty body is no fault. */
const readJsonLeniently = (app: FastifyInstance): void => {
	app.removeContentTypeParser('application/json');
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
		if (body.length === 0) {
			done(null, undefined);
			return;
		}
		try {
			done(null, JSON.parse(String(body)));
		} catch {
			done(Object.assign(new Error('The body is not JSON.'), { statusCode: 400 }));
		}
	});
};

const arrived = (request: FastifyRequest): ArrivedRequest => ({
	method: request.method,
	path: request.url.split('?')[0] ?? '',
	query: isFields(request.query) ? request.query : {},
	body: request.body,
});

const logEveryRequest = (
	app: FastifyInstance,
	log: LoggedRequest[],
	now: () => number,
	isAtGateway: (request: FastifyRequest) => boolean,
): void => {
	const arrivals = new WeakMap<FastifyRequest, string>();
	app.addHook('onRequest', async (request) => {
		arrivals.set(request, new Date(now()).toISOString());
	});
	// Before the answer leaves, so that whoever got an answer finds its request in the log.
	app.addHook('onSend', async (request, reply) => {
		log.push({
			...arrived(request),
			headers: withoutCredentials(request.headers),
			status: reply.statusCode,
			door: isAtGateway(request) ? 'gateway' : 'site',
			at: arrivals.get(request) ?? '',
		});
	});
};

/** Latency, then credentials, then limits: a refused caller uses up nothing. Runs after the body was read. */
const guard = (
	app: FastifyInstance,
	letsIn: (request: FastifyRequest, reply: FastifyReply) => boolean,
	now: () => number,
	options: DemoSiteOptions,
): void => {
	const { latencyMs = 0, beforeAnswer, limits, tellsRoom = true } = options;
	const passGate = makeRateGate(() => ({ ...publishedLimits, ...(typeof limits === 'function' ? limits() : limits) }), now);
	app.addHook('preHandler', async (request, reply) => {
		if (latencyMs > 0) await wait(latencyMs);
		await beforeAnswer?.(arrived(request));
		const route = request.routeOptions.url;
		if (route === undefined) return undefined;
		if (!letsIn(request, reply)) return reply;
		const { allowed, headers } = passGate(request.method, route);
		if (tellsRoom || !allowed) reply.headers(headers);
		if (allowed) return undefined;
		return reply.code(429).type('text/html; charset=utf-8').send(rateLimitedPage);
	});
};

const answerTheRest = (app: FastifyInstance): void => {
	app.setNotFoundHandler((request, reply) => refuse(request, reply, 404, 'Not Found'));
	app.setErrorHandler((error, request, reply) => {
		const status = isFields(error) && typeof error['statusCode'] === 'number' ? error['statusCode'] : 500;
		return refuse(request, reply, status, error instanceof Error ? error.message : 'Internal error');
	});
};

const refuse = (request: FastifyRequest, reply: FastifyReply, status: number, message: string): FastifyReply => {
	if (request.url.startsWith('/admin/')) return refuseAtProxy(reply, status, message);
	if (request.url.startsWith('/users/')) return refuseManage(reply, status, 'notFound');
	return refuseJira(reply, status, message);
};
