import type { ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { demoPath } from '#shared/window-host.ts';
import { create } from 'zustand';

interface Connection {
	readonly state: 'connecting' | 'open' | 'lost';
	/** Counts the connections made: what is shown is asked for again when it rises. */
	readonly epoch: number;
	readonly failedAttempts: number;
	opened(): void;
	lost(): void;
	failed(attempts: number): void;
}

export const useConnection = create<Connection>()((set) => ({
	state: 'connecting',
	epoch: 0,
	failedAttempts: 0,
	opened: () => set((now) => ({ state: 'open', epoch: now.epoch + 1, failedAttempts: 0 })),
	lost: () => set({ state: 'lost', failedAttempts: 0 }),
	failed: (attempts) => set({ state: 'lost', failedAttempts: attempts }),
}));

type Link = ClientLink<Record<never, never>>;

interface Transport {
	/** Resolves with a link that is open. `onClose` is called once, before calls in flight are rejected. */
	open(onClose: () => void): Promise<Link>;
}

const socketTransport = (address: string): Transport => ({
	open: (onClose) =>
		new Promise((resolve, reject) => {
			const socket = new WebSocket(address);
			let opened = false;
			// Registered before the link's own listener: the state is "lost" by the time its calls are rejected.
			socket.addEventListener('close', () => {
				if (opened) onClose();
				else reject(new Error('socket closed before it opened'));
			});
			const link = new SocketLink<Record<never, never>>({ websocket: socket });
			socket.addEventListener('open', () => {
				opened = true;
				resolve(link);
			});
		}),
});

/** The preload script forwards the port to the main process; it exposes nothing to this page. */
const portTransport: Transport = {
	open: (onClose) => {
		const { port1, port2 } = new MessageChannel();
		port1.addEventListener('close', onClose);
		const link = new PortLink<Record<never, never>>({ port: port1 });
		port1.start();
		window.postMessage({ type: 'invite-doctor:port' }, '*', [port2]);
		return Promise.resolve(link);
	},
};

const chooseTransport = (): Transport => {
	const inElectron = location.protocol === 'invite-doctor:' || document.documentElement.dataset['host'] === 'electron';
	if (inElectron) return portTransport;
	const base = location.pathname.startsWith(demoPath) ? demoPath : '/';
	return socketTransport(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${base}rpc`);
};

const delaysMs = [300, 700, 1500, 3000, 5000, 8000];

const wait = (ms: number): Promise<void> =>
	new Promise((resolve) => {
		setTimeout(resolve, ms);
	});

/** Calls made while the connection is down wait for the next one; calls in flight when it drops are rejected. */
export const reconnectingLink = (transport: Transport = chooseTransport()): Link => {
	const connect = async (): Promise<Link> => {
		for (let attempt = 0; ; attempt += 1) {
			try {
				const link = await transport.open(() => {
					useConnection.getState().lost();
					current = connect();
				});
				useConnection.getState().opened();
				return link;
			} catch {
				useConnection.getState().failed(attempt + 1);
				await wait(delaysMs[Math.min(attempt, delaysMs.length - 1)] ?? 8000);
			}
		}
	};
	let current = connect();
	return { call: async (path, input, options) => (await current).call(path, input, options) };
};
