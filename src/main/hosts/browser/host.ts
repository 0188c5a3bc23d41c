import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import fastifyStatic from '@fastify/static';
import type { AnyRouter } from '@orpc/server';
import fastify, { type FastifyReply } from 'fastify';
import { refuseLink, refusePage, refuseSocket } from './guard.ts';
import type { ReportShelf } from '../report-shelf.ts';
import { openReportDoor } from './report-door.ts';
import { type Refusal, refusalPage, refusalStatus } from './refusal-page.ts';
import { responseHeaders } from './response-headers.ts';
import { createSession } from './session.ts';
import { openSocketDoor } from './socket-door.ts';

export interface BrowserHost {
	/** Works once: it gives the browser that opens it the session. A secret, to be shown to the person only. */
	readonly link: string;
	/** Where the app is for a browser that has the session. */
	readonly url: string;
	stop(): Promise<void>;
}

export interface BrowserHostOptions {
	readonly app: { readonly router: AnyRouter };
	/** The folder the window was built into: everything in it is served to whoever has the session. */
	readonly rendererDir: string;
	/** Reports that wait to be fetched; without it there are none. */
	readonly reports?: ReportShelf;
	/** 0, the default, takes any free port. */
	readonly port?: number;
}

const loopback = '127.0.0.1';

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
export const startBrowserHost = async ({ app, rendererDir, reports, port = 0 }: BrowserHostOptions): Promise<BrowserHost> => {
	// Listens before fastify is made, because the headers, the cookie and the guards all name the port.
	const server = createServer();
	const boundPort = await listen(server, port);
	const host = `${loopback}:${boundPort}`;
	const place = { host, origin: `http://${host}` };
	const session = createSession(boundPort);
	const headers = responseHeaders(boundPort);

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
		const isLink = request.routeOptions.url === '/open';
		const refusal = isLink ? refuseLink(request.headers, place) : refusePage(request.headers, place, session);
		if (refusal !== null) await refuse(reply, refusal);
	});
	http.setNotFoundHandler((_request, reply) => refuse(reply, 'not-found'));
	http.setErrorHandler((_error, _request, reply) => refuse(reply, 'broken'));
	http.get<{ Querystring: { token?: string | string[] } }>('/open', (request, reply) => {
		const { token } = request.query;
		if (session.redeem(typeof token === 'string' ? token : undefined)) {
			return reply.header('set-cookie', session.setCookie).redirect('/', 303);
		}
		// Going back to the link in the browser that has the session is no reason to shut it out.
		return session.isCarriedBy(request.headers.cookie) ? reply.redirect('/', 303) : refuse(reply, 'link-used');
	});
	if (reports !== undefined) openReportDoor(http, reports, (reply) => refuse(reply, 'not-found'));
	await http.register(fastifyStatic, { root: rendererDir, cacheControl: false, dotfiles: 'deny', redirect: false });
	const door = openSocketDoor(server, app.router, (request) => refuseSocket(request.headers, place, session));
	await http.ready();

	return {
		link: `${place.origin}/open?token=${session.linkToken}`,
		url: `${place.origin}/`,
		stop: async () => {
			door.close();
			server.close();
			server.closeAllConnections();
			await http.close();
		},
	};
};
