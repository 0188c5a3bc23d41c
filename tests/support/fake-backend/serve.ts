import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer } from 'ws';
import { fakeRouter, type Scene } from './router.ts';

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
};

/** The policy the real hosts send, so that a violation shows here first. */
const policy = (port: number): string =>
	`default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' ws://127.0.0.1:${port}; base-uri 'none'; form-action 'none'`;

/** Serves the built window (`bundle`) and the fake contract at 127.0.0.1. Port 0: any free one. */
export const serveFakeBackend = async (bundle: string, scene: Scene, port = 0) => {
	const server = createServer((request, response) => {
		const path = normalize(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
		const file = join(bundle, path === '/' ? 'index.html' : path);
		readFile(file).then(
			(body) => {
				response.writeHead(200, {
					'content-type': types[extname(file)] ?? 'application/octet-stream',
					'content-security-policy': policy((server.address() as AddressInfo).port),
				});
				response.end(body);
			},
			() => response.writeHead(404).end(),
		);
	});
	const sockets = new WebSocketServer({ server, path: '/rpc', maxPayload: 100_000_000 });
	const handler = new RPCHandler(fakeRouter(scene));
	sockets.on('connection', (socket) => void handler.upgrade(socket));
	await new Promise<void>((resolve) => {
		server.listen(port, '127.0.0.1', resolve);
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		/** Cuts every connection, as when the app is restarted. */
		dropConnections: () => {
			for (const socket of sockets.clients) socket.terminate();
		},
		close: async () => {
			for (const socket of sockets.clients) socket.terminate();
			await new Promise((resolve) => {
				server.close(resolve);
			});
		},
	};
};
