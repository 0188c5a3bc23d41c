import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import fastifyStatic from '@fastify/static';
import type { AnyRouter } from '@orpc/server';
import type { Clock } from '#core/ports.ts';
import fastify, { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';
import { demoPath } from '#shared/window-host.ts';
import type { ReportShelf } from '../report-shelf.ts';
import { refuseLink, refusePage, refuseSocket, refuseTrade } from './guard.ts';
import { linkPage, linkScript, linkTokenHeader } from './link-page.ts';
import { openReportDoor } from './report-door.ts';
import { type Refusal, refusalPage, refusalStatus } from './refusal-page.ts';
import { responseHeaders } from './response-headers.ts';
import { createSession } from './session.ts';
import { openSocketDoor } from './socket-door.ts';

export interface BrowserHost {
	/**
	 * A new link; the one before is void. It works once, for a minute: it gives the browser that opens it the session. A secret,
	 * to be shown to the person only.
	 */
	newLink(): string;
	/** Pages that are open now. */
	readonly openPages: number;
	/** Where the app is for a browser that has the session. */
	readonly url: string;
	stop(): Promise<void>;
}

export interface BrowserHostOptions {
	readonly app: { routerAt(pathname: string): AnyRouter | null };
	/** The folder the window was built into: everything in it is served to whoever has the session. */
	readonly rendererDir: string;
	/** Reports that wait to be fetched; without it there are none. */
	readonly reports?: ReportShelf;
	/** 0, the default, takes any free port. */
	readonly port?: number;
	readonly clock: Pick<Clock, 'ticks'>;
}

const loopback = '127.0.0.1';

/** What comes before the session, and everything else. */
type Route = 'link' | 'trade' | 'page';

const routeOf = ({ method, routeOptions: { url } }: FastifyRequest): Route => {
	if (url === '/open') return method === 'POST' ? 'trade' : 'link';
	return url === '/open.js' || url === '/link-used' ? 'trade' : 'page';
};

const refuse = (reply: FastifyReply, refusal: Refusal): FastifyReply =>
	reply.code(refusalStatus(refusal)).type('text/html; charset=utf-8').send(refusalPage(refusal));

const listen = async (server: Server, port: number): Promise<number> => {
	server.listen({ host: loopback, port, exclusive: true });
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('the browser host listens on a TCP port');
	return address.port;
};

/**
 * Serves the window and the contract on 127.0.0.1 for a browser of this machine. Rejects when the port is taken.
 * Stopping it leaves `app` open: whoever composed it closes it.
 */
export const startBrowserHost = async ({ app, rendererDir, reports, clock, port = 0 }: BrowserHostOptions): Promise<BrowserHost> => {
	// Listens before fastify is made, because the headers, the cookie and the guards all name the port.
	const server = createServer();
	const boundPort = await listen(server, port);
	const host = `${loopback}:${boundPort}`;
	const place = { host, origin: `http://${host}` };
	const session = createSession(boundPort, clock);
	const headers = responseHeaders(boundPort);
	const guards: Readonly<Record<Route, (request: IncomingMessage) => Refusal | null>> = {
		link: (request) => refuseLink(request, place),
		trade: (request) => refuseTrade(request, place),
		page: (request) => refusePage(request, place, session),
	};

	const http = fastify({
		logger: false,
		exposeHeadRoutes: false,
		frameworkErrors: (_error, _request, reply) => {
			void refuse(reply.headers(headers), 'not-found');
		},
		serverFactory: (handle) => server.on('request', handle),
	});
	http.addHook('onRequest', async (request, reply) => {
		void reply.headers(headers);
		const refusal = guards[routeOf(request)](request.raw);
		if (refusal !== null) await refuse(reply, refusal);
		// A tab of a demo that has ended.
		else if (request.url === demoPath && app.routerAt(demoPath) === null) await reply.redirect('/', 303);
	});
	http.setNotFoundHandler((_request, reply) => refuse(reply, 'not-found'));
	http.setErrorHandler(({ statusCode = 500 }: FastifyError, _request, reply) => refuse(reply, statusCode < 500 ? 'not-found' : 'broken'));
	http.get('/open', (request, reply) =>
		// Going back to the link in the browser that has the session is no reason to shut it out.
		session.isCarriedBy(request.headers.cookie) ? reply.redirect('/', 303) : reply.type('text/html; charset=utf-8').send(linkPage),
	);
	http.get('/open.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(linkScript));
	http.post('/open', (request, reply) => {
		const token = request.headers[linkTokenHeader];
		const isRedeemed = session.redeem(typeof token === 'string' ? token : undefined);
		return isRedeemed ? reply.header('set-cookie', session.setCookie).code(204).send() : refuse(reply, 'link-used');
	});
	http.get('/link-used', (_request, reply) => refuse(reply, 'link-used'));
	if (reports !== undefined) openReportDoor(http, reports, (reply) => refuse(reply, 'not-found'));
	await http.register(fastifyStatic, { root: rendererDir, cacheControl: false, dotfiles: 'deny', redirect: false });
	// The demo is the same pages at a path of its own.
	await http.register(fastifyStatic, { root: rendererDir, prefix: demoPath, cacheControl: false, dotfiles: 'deny', decorateReply: false });
	const door = openSocketDoor(server, app.routerAt, (request) => refuseSocket(request, place, session));
	await http.ready();

	return {
		newLink: () => `${place.origin}/open#${session.newLinkToken()}`,
		url: `${place.origin}/`,
		get openPages() {
			return door.openSockets;
		},
		stop: async () => {
			door.close();
			server.close();
			server.closeAllConnections();
			await http.close();
		},
	};
};
