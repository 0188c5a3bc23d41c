import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { systemClock } from '#main/system.ts';
import { startBrowserHost } from '#main/hosts/browser/host.ts';
import { linkTokenHeader } from '#main/hosts/browser/link-page.ts';
import { appOrigin } from '#main/hosts/electron/app-scheme.ts';
import type { MainPort, PortEvent } from '#main/hosts/electron/electron-port.ts';
import { openPortDoor } from '#main/hosts/electron/port-door.ts';
import type { App } from '#main/services/compose.ts';
import type { contract } from '#shared/contract.ts';
import { makeTempDir } from './demo-app.ts';

export type Client = ContractRouterClient<typeof contract>;
type Door = (router: App['router']) => Client | Promise<Client>;

const windowId = 1;

/** As the desktop app's window asks: over a MessagePort that its page handed over. */
const throughPort: Door = (router) => {
	const listeners: ((event: PortEvent) => void)[] = [];
	openPortDoor(
		{ on: (_channel, listener) => listeners.push(listener) },
		() => router,
		() => windowId,
	);
	const { port1, port2 } = new MessageChannel();
	const frame = { parent: null, url: `${appOrigin}/index.html` };
	for (const listener of listeners) {
		listener({ sender: { id: windowId }, senderFrame: frame, ports: [port2 as unknown as MainPort] } as PortEvent);
	}
	port1.start();
	onTestFinished(() => port1.close());
	return createORPCClient<Client>(new PortLink({ port: port1 }));
};

/** What the page of the link trades its token for. */
const cookieOf = (link: string): Promise<string> =>
	new Promise((resolve, reject) => {
		const { origin, pathname, hash } = new URL(link);
		const asked = request(`${origin}${pathname}`, { method: 'POST', headers: { origin, [linkTokenHeader]: hash.slice(1) } }, (answer) => {
			answer.resume();
			resolve(answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '');
		});
		asked.on('error', reject).end();
	});

/** As a window in a browser asks: over a WebSocket on loopback, with the session's cookie. */
const throughSocket: Door = async (router) => {
	const rendererDir = await makeTempDir();
	await writeFile(join(rendererDir, 'index.html'), '<!doctype html>');
	const host = await startBrowserHost({ app: { routerAt: () => router }, rendererDir, clock: systemClock });
	const { origin } = new URL(host.url);
	const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { origin, headers: { cookie: await cookieOf(host.newLink()) } });
	await once(socket, 'open');
	onTestFinished(async () => {
		socket.terminate();
		await host.stop();
	});
	return createORPCClient<Client>(new SocketLink({ websocket: socket as unknown as globalThis.WebSocket }));
};

/** The ways a program may ask the contract. The command line asks in its own process. */
export const doors = {
	'in process': (router: App['router']) => createRouterClient(router) as Client,
	'a MessagePort': throughPort,
	'a WebSocket': throughSocket,
} satisfies Readonly<Record<string, Door>>;
