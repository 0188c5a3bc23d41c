import { EventEmitter } from 'node:events';
import { MessageChannel as NodeChannel, type MessagePort as NodePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { os, type RouterClient } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appOrigin } from '../../src/main/hosts/electron/app-scheme.ts';
import { openPortDoor } from '../../src/main/hosts/electron/port-door.ts';
import { forwardPort, type PageMessage } from '../../src/preload/forward-port.ts';
import { portEvent } from '../unit/main/hosts/electron/fake-electron.ts';

/** `MessagePortMain` over a port of Node: an emitter that has the data in an event, and is silent until started. */
class PortMain extends EventEmitter {
	readonly #port: NodePort;
	constructor(port: NodePort) {
		super();
		this.#port = port;
		port.on('close', () => this.emit('close'));
	}
	postMessage(message: unknown): void {
		this.#port.postMessage(message);
	}
	start(): void {
		this.#port.on('message', (data: unknown) => this.emit('message', { data }));
	}
	close(): void {
		this.#port.close();
	}
}

const makeRouter = () => {
	let ended = (): void => {};
	const watchEnded = new Promise<void>((resolve) => {
		ended = resolve;
	});
	const router = {
		echo: os.input(z.object({ text: z.string().max(5) })).handler(({ input }) => ({ said: input.text })),
		watch: os.handler(async function* ({ signal }) {
			try {
				yield 'first';
				yield 'second';
				await new Promise((resolve) => signal?.addEventListener('abort', resolve));
			} finally {
				ended();
			}
		}),
	};
	return { router, watchEnded };
};
type TestClient = RouterClient<ReturnType<typeof makeRouter>['router']>;

/** Window, preload script and Node side, joined as Electron joins them. */
const assemble = () => {
	const { router, watchEnded } = makeRouter();
	const ipcMain = new EventEmitter();
	openPortDoor(
		ipcMain,
		() => router,
		() => 1,
	);
	const listeners: ((event: PageMessage) => void)[] = [];
	const page = {
		location: { origin: appOrigin },
		addEventListener: (_type: 'message', listener: (event: PageMessage) => void) => void listeners.push(listener),
	};
	let forwarded = 0;
	const ipc = {
		postMessage: (channel: string, message: null, transfer: MessagePort[]) => {
			expect(message).toBeNull();
			forwarded += 1;
			const ports = transfer.map((port) => new PortMain(port as unknown as NodePort));
			ipcMain.emit(channel, portEvent({ ports }));
		},
	};
	forwardPort(page, ipc, 'invite-doctor://app');
	const post = (changes: Partial<PageMessage>): NodePort => {
		const { port1, port2 } = new NodeChannel();
		const message = { data: { type: 'invite-doctor:port' }, origin: appOrigin, source: page, ports: [port2 as unknown as MessagePort] };
		for (const listener of listeners) listener({ ...message, ...changes });
		return port1;
	};
	const connect = (): { client: TestClient; port: NodePort } => {
		const port = post({});
		const client = createORPCClient<TestClient>(new RPCLink({ port: port as unknown as MessagePort }));
		port.start();
		return { client, port };
	};
	return { connect, post, watchEnded, forwardedCount: () => forwarded };
};

describe('window, preload script and Node side', () => {
	it('carry a call and its answer', async () => {
		const { client, port } = assemble().connect();
		expect(await client.echo({ text: 'hello' })).toEqual({ said: 'hello' });
		port.close();
	});

	it('hold inputs to their limits', async () => {
		const { client, port } = assemble().connect();
		await expect(client.echo({ text: 'too long' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
		port.close();
	});

	it('carry a watch, and end it when the page goes', async () => {
		const { connect, watchEnded } = assemble();
		const { client, port } = connect();
		const changes = await client.watch();
		expect((await changes.next()).value).toBe('first');
		expect((await changes.next()).value).toBe('second');
		port.close();
		await watchEnded;
	});

	it('connect again after a reload', async () => {
		const { connect } = assemble();
		connect().port.close();
		const { client, port } = connect();
		expect(await client.echo({ text: 'again' })).toEqual({ said: 'again' });
		port.close();
	});
});

describe('the preload script', () => {
	it.each([
		['another source', { source: {} }],
		['another origin', { origin: 'https://evil.example' }],
		['other words', { data: { type: 'something-else' } }],
		['no words', { data: null }],
		['no port', { ports: [] }],
	])('forwards nothing from %s', (_name, changes) => {
		const { post, forwardedCount } = assemble();
		post(changes).close();
		expect(forwardedCount()).toBe(0);
	});
});
