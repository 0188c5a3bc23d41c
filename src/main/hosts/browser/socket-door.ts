import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { largestFileBytes } from '#shared/file-size.ts';
import type { AnyRouter } from '@orpc/server';
import { StandardRPCHandler } from '@orpc/server/standard';
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer';
import { ServerPeer } from '@orpc/standard-server-peer';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Refusal, refusalStatus } from './refusal-page.ts';

/** A file comes as base64 in its message: four thirds of its size, and what stands around it. */
const maxMessageBytes = 1.5 * largestFileBytes;

interface SocketDoor {
	readonly openSockets: number;
	/** Ends every connection at once; calls in flight are aborted. */
	close(): void;
}

const refuse = (socket: Duplex, refusal: Refusal): void => {
	const status = refusalStatus(refusal);
	socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** As the adapter for `ws` does, except that a frame which is not of the protocol is let go, instead of being printed with a stack. */
const serve = (connection: WebSocket, handler: StandardRPCHandler<Record<never, never>>): void => {
	const peer = new ServerPeer(connection.send.bind(connection));
	const answer = createServerPeerHandleRequestFn(handler, { context: {} });
	connection.on('message', (data, isBinary) => {
		const frame = data as Buffer<ArrayBuffer>;
		peer.message(isBinary ? frame : frame.toString('utf8'), answer).catch(() => undefined);
	});
	connection.on('close', () => peer.close());
};

/**
 * Serves the router of its path on `/rpc`, the demo's on `/demo/rpc`. Who may enter is decided before the handshake is answered, by `check`. When a connection
 * closes, the adapter aborts what it had asked for: a watcher of a run ends, the run goes on.
 */
export const openSocketDoor = (
	server: Server,
	routerAt: (pathname: string) => AnyRouter | null,
	check: (request: IncomingMessage) => Refusal | null,
): SocketDoor => {
	const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes, perMessageDeflate: false });
	server.on('upgrade', (request, socket, head) => {
		// A peer that resets the connection in mid-handshake must not end the process.
		socket.on('error', () => socket.destroy());
		const url = request.url ?? '';
		const router = url.endsWith('/rpc') ? routerAt(url) : null;
		const refusal = check(request) ?? (router === null ? 'not-found' : null);
		if (refusal !== null || router === null) {
			refuse(socket, refusal ?? 'not-found');
			return;
		}
		sockets.handleUpgrade(request, socket, head, (connection) => {
			// Too large a message, or bytes that are no WebSocket frame: the connection closes, the host stays.
			connection.on('error', () => connection.terminate());
			serve(connection, new StandardRPCHandler(router, {}));
		});
	});
	return {
		get openSockets() {
			return sockets.clients.size;
		},
		close: () => {
			for (const connection of sockets.clients) connection.terminate();
			sockets.close();
		},
	};
};
