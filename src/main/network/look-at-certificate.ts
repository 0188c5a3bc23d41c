import { request as requestPlainly } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { connect as connectPlainly, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

const basicOf = ({ username, password }: URL): Readonly<Record<string, string>> => {
	if (username === '') return {};
	const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
	return { 'Proxy-Authorization': `Basic ${Buffer.from(login).toString('base64')}` };
};

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');
const portOf = ({ port, protocol }: URL): number => Number(port || (protocol === 'https:' ? 443 : 80));

/** A proxy that answers a CONNECT with anything but 200. */
export class ProxyRefused extends Error {
	readonly code = 'ERR_PROXY_TUNNEL';
	readonly statusCode: number;
	constructor(statusCode: number) {
		super('the proxy opened no tunnel');
		this.statusCode = statusCode;
	}
}

/** A connection to the host of `url`, through the proxy where there is one. Nothing has been said on it. */
export const openTunnel = (url: URL, proxy: URL | null, signal: AbortSignal): Promise<Socket> =>
	new Promise((resolve, reject) => {
		if (proxy === null) {
			const socket = connectPlainly({ host: hostOf(url), port: portOf(url), signal });
			socket.once('connect', () => resolve(socket)).once('error', reject);
			return;
		}
		const path = `${url.hostname}:${portOf(url)}`;
		const open = proxy.protocol === 'https:' ? requestSecurely : requestPlainly;
		open({ host: hostOf(proxy), port: portOf(proxy), method: 'CONNECT', path, headers: { Host: path, ...basicOf(proxy) }, signal })
			.once('connect', ({ statusCode = 0 }, socket: Socket) => {
				if (statusCode === 200) return resolve(socket);
				socket.destroy();
				return reject(new ProxyRefused(statusCode));
			})
			.once('response', ({ statusCode = 0 }) => reject(new ProxyRefused(statusCode)))
			.once('error', reject)
			.end();
	});

/** The organisation of the issuer, else its name: what the people of a company know it by. */
const issuerIn = (issuer: Readonly<Record<string, string | string[] | undefined>>): string | null => {
	const name = issuer['O'] ?? issuer['CN'];
	return (Array.isArray(name) ? name[0] : name)?.slice(0, 100) ?? null;
};

/**
 * Who issued the certificate that is shown for a host, trusted or not; `null` where none is shown. Only looks: the connection
 * is ended before a byte is said on it, and what it shows decides nothing.
 */
export const lookAtCertificate = async (url: URL, proxy: URL | null, signal: AbortSignal): Promise<string | null> => {
	try {
		const socket = await openTunnel(url, proxy, signal);
		return await new Promise((resolve) => {
			const shown = connectSecurely({ socket, servername: hostOf(url), rejectUnauthorized: false });
			shown
				.once('secureConnect', () => {
					resolve(issuerIn(shown.getPeerCertificate().issuer));
					shown.destroy();
				})
				.once('error', () => resolve(null));
		});
	} catch {
		return null;
	}
};
