import { EventEmitter } from 'node:events';

/** The end of a port that the page keeps, as the preload script's world hands it on. */
interface Sender {
	send(portId: string, message: PortMessage): void;
	close(portId: string): void;
}

/** What a port carries here: text or bytes, these as base64. */
export type PortMessage = { readonly text: string } | { readonly bytes: string };

const pack = (message: unknown): PortMessage => {
	if (typeof message === 'string') return { text: message };
	if (message instanceof Uint8Array) return { bytes: Buffer.from(message).toString('base64') };
	throw new Error('the stand-in carries text and bytes alone');
};

const unpack = (message: PortMessage): unknown => ('text' in message ? message.text : new Uint8Array(Buffer.from(message.bytes, 'base64')));

/** `MessagePortMain`: an emitter that has the data in an event, and holds what comes until it is started. */
export class PortMain extends EventEmitter {
	readonly #id: string;
	readonly #sender: Sender;
	#held: unknown[] | null = [];
	#isClosed = false;

	constructor(id: string, sender: Sender) {
		super();
		this.#id = id;
		this.#sender = sender;
	}

	start(): void {
		const held = this.#held ?? [];
		this.#held = null;
		for (const data of held) this.emit('message', { data, ports: [] });
	}

	postMessage(message: unknown): void {
		if (!this.#isClosed) this.#sender.send(this.#id, pack(message));
	}

	close(): void {
		if (!this.#isClosed) this.#sender.close(this.#id);
		this.closed();
	}

	arrived(message: PortMessage): void {
		const data = unpack(message);
		if (this.#held === null) this.emit('message', { data, ports: [] });
		else this.#held.push(data);
	}

	closed(): void {
		if (this.#isClosed) return;
		this.#isClosed = true;
		this.emit('close');
	}
}

/** The world of the preload script, in which its ports stay. `toMain` is the binding that reaches this process. */
export const preloadWorld = 'electron-preload';
export const binding = 'standInToMain';

export type FromPreload =
	| { readonly kind: 'message'; readonly channel: string; readonly url: string; readonly isTop: boolean; readonly ports: readonly string[] }
	| { readonly kind: 'port'; readonly id: string; readonly message: PortMessage }
	| { readonly kind: 'closed'; readonly id: string };

/** `require('electron')` of a sandboxed preload script, as far as ours needs it. */
export const preloadSource = (source: string): string => `(() => {
	const ports = new Map();
	const tell = (message) => globalThis.${binding}(JSON.stringify(message));
	const toBase64 = (data) => new Uint8Array(data.buffer ?? data, data.byteOffset ?? 0, data.byteLength).toBase64();
	globalThis.standInSend = (id, message) => ports.get(id)?.postMessage('text' in message ? message.text : Uint8Array.fromBase64(message.bytes));
	globalThis.standInClose = (id) => { ports.get(id)?.close(); ports.delete(id); };
	const keep = (port) => {
		const id = crypto.randomUUID();
		ports.set(id, port);
		port.onmessage = ({ data }) => tell({ kind: 'port', id, message: typeof data === 'string' ? { text: data } : { bytes: toBase64(data) } });
		port.onclose = () => tell({ kind: 'closed', id });
		return id;
	};
	const ipcRenderer = {
		postMessage: (channel, _message, transfer = []) =>
			tell({ kind: 'message', channel, url: location.href, isTop: window.top === window, ports: transfer.map(keep) }),
	};
	const require = (name) => {
		if (name !== 'electron') throw new Error('module not found: ' + name);
		return { ipcRenderer };
	};
	((require, exports, module) => {
${source}
	})(require, {}, { exports: {} });
})();`;
