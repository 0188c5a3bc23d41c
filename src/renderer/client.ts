import { createORPCClient, type ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#shared/contract.ts';
import type { Outcome } from '#shared/outcome.ts';
import { useConnection } from './connection.ts';
import type { WindowFailure } from './messages.ts';

export type Client = ContractRouterClient<typeof contract>;
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
	return socketTransport(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`);
};

const delaysMs = [300, 700, 1500, 3000, 5000, 8000];

const wait = (ms: number): Promise<void> =>
	new Promise((resolve) => {
		setTimeout(resolve, ms);
	});

/** Calls made while the connection is down wait for the next one; calls in flight when it drops are rejected. */
const reconnectingLink = (transport: Transport): Link => {
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

let installed: Client | null = null;

/** Opens the connection to the Node side, or takes a client that has one. Called once, by `main.tsx`. */
export const installClient = (client: Client = createORPCClient<Client>(reconnectingLink(chooseTransport()))): void => {
	installed = client;
};

export const client = (): Client => {
	if (installed === null) throw new Error('installClient has not been called');
	return installed;
};

/** Asks the Node side; a lost connection or a bug there becomes a failure with a sentence like any other. */
export const ask = async <T>(question: (client: Client) => Promise<Outcome<T>>): Promise<Outcome<T, WindowFailure>> => {
	const { epoch } = useConnection.getState();
	try {
		return await question(client());
	} catch (error) {
		const connection = useConnection.getState();
		const wasCut = connection.state !== 'open' || connection.epoch !== epoch;
		if (!wasCut) console.error(error);
		return { ok: false, failure: { code: wasCut ? 'connection-lost' : 'internal', details: {} } };
	}
};
