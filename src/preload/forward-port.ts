import { portChannel } from '#shared/window-host.ts';

/** What the preload script needs of its window; the real `window` fits. */
export interface PageWindow {
	readonly location: { readonly origin: string };
	addEventListener(type: 'message', listener: (event: PageMessage) => void): void;
}

export interface PageMessage {
	readonly data: unknown;
	readonly origin: string;
	readonly source: unknown;
	readonly ports: readonly MessagePort[];
}

/** `ipcRenderer`, as far as it is used. */
export interface PortSender {
	postMessage(channel: string, message: null, transfer: MessagePort[]): void;
}

const isPortRequest = (data: unknown): boolean => typeof data === 'object' && data !== null && 'type' in data && data.type === portChannel;

/**
 * Hands the port the page offers to the Node side; nothing is exposed to the page. Only the page itself is heard: a frame
 * or another window that posts the same words has another source, and a page from elsewhere another origin.
 */
export const forwardPort = (page: PageWindow, ipc: PortSender, appOrigin: string): void => {
	page.addEventListener('message', ({ data, origin, source, ports }) => {
		const [port, ...others] = ports;
		if (source !== page || origin !== appOrigin || page.location.origin !== appOrigin) return;
		if (!isPortRequest(data) || port === undefined || others.length > 0) return;
		ipc.postMessage(portChannel, null, [port]);
	});
};
