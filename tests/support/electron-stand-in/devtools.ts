import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import type { CDPSession } from '@playwright/test';
import { WebSocket } from 'ws';
import { chromiumFlags } from '../../../scripts/test-system.mjs';

/** Commands and events of one target, or of the browser itself; typed as Playwright types them. */
export type DevTools = Pick<CDPSession, 'send' | 'on'>;

interface Message {
	readonly id?: number;
	readonly method?: string;
	readonly params?: unknown;
	readonly result?: unknown;
	readonly error?: { readonly message: string };
	readonly sessionId?: string;
}

/** A Chromium of its own, spoken to over the DevTools protocol. */
export interface Browser {
	/** Where another client of the same protocol finds it. */
	readonly endpoint: string;
	readonly devtools: DevTools;
	/** Attaches to a target that `Target.createTarget` made. */
	attach(targetId: string): Promise<DevTools>;
	close(): Promise<void>;
}

const flags = [...chromiumFlags, '--no-startup-window', '--remote-debugging-port=0'];

const readEndpoint = (chromium: ChildProcess): Promise<string> =>
	new Promise((resolve, reject) => {
		let said = '';
		chromium.once('error', reject);
		chromium.once('exit', (code) => reject(new Error(`Chromium ended with ${code}. It said:\n${said}`)));
		chromium.stderr?.setEncoding('utf8').on('data', (piece: string) => {
			said += piece;
			const [, endpoint] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
			if (endpoint !== undefined) resolve(endpoint);
		});
	});

/** Commands to any session of one connection, and what comes back. */
const connect = async (endpoint: string): Promise<(sessionId?: string) => DevTools> => {
	const socket = new WebSocket(endpoint, { maxPayload: 1024 ** 3 });
	await once(socket, 'open');
	const waiting = new Map<number, { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void }>();
	const sessions = new Map<string, EventEmitter>();
	socket.on('message', (data: Buffer) => {
		const { id, method, params, result, error, sessionId = '' } = JSON.parse(data.toString('utf8')) as Message;
		if (id === undefined) sessions.get(sessionId)?.emit(method ?? '', params);
		else if (error === undefined) waiting.get(id)?.resolve(result);
		else waiting.get(id)?.reject(new Error(error.message));
		if (id !== undefined) waiting.delete(id);
	});
	let lastId = 0;
	socket.on('close', () => {
		for (const { reject } of waiting.values()) reject(new Error('Chromium has gone'));
		waiting.clear();
	});
	return (sessionId) => {
		const events = new EventEmitter({ captureRejections: true }).setMaxListeners(0);
		sessions.set(sessionId ?? '', events);
		const send = (method: string, params?: object): Promise<unknown> =>
			new Promise((resolve, reject) => {
				lastId += 1;
				waiting.set(lastId, { resolve, reject });
				socket.send(JSON.stringify({ id: lastId, method, params, sessionId }), (error) => error && reject(error));
			});
		return { send, on: events.on.bind(events) } as unknown as DevTools;
	};
};

export const startChromium = async (path: string, profileDir: string, locale: string): Promise<Browser> => {
	const chromium = spawn(path, [...flags, `--user-data-dir=${profileDir}`, `--lang=${locale}`, `--accept-lang=${locale}`], {
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	process.on('exit', () => chromium.kill('SIGKILL'));
	const endpoint = await readEndpoint(chromium);
	const sessionOf = await connect(endpoint);
	const devtools = sessionOf();
	return {
		endpoint,
		devtools,
		attach: async (targetId) => sessionOf((await devtools.send('Target.attachToTarget', { targetId, flatten: true })).sessionId),
		close: async () => {
			const ended = chromium.exitCode === null ? once(chromium, 'exit') : null;
			await devtools.send('Browser.close').catch(() => undefined);
			await ended;
		},
	};
};
