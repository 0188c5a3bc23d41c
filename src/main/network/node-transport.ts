import { Agent as PlainAgent, type IncomingMessage, request as requestPlainly } from 'node:http';
import { Agent as SecureAgent, request as requestSecurely } from 'node:https';
import type { LookupFunction } from 'node:net';
import { createGunzip } from 'node:zlib';
import { type RawRequest, readAnswer, type Sent, type Transport } from '../atlassian/send.ts';
import type { ChooseProxy } from './choose-proxy.ts';
import { lookAtCertificate } from './look-at-certificate.ts';
import { lookupPublic } from './private-addresses.ts';

export interface NodeNetwork {
	readonly chooseProxy: ChooseProxy;
	/** PEM; left out: Node's own. */
	readonly trusted?: readonly string[];
	/** Where a site's name leads. Left out: a name that leads into this network is told nothing. */
	readonly lookup?: LookupFunction;
}

const direct = { HTTP_PROXY: '', HTTPS_PROXY: '', NO_PROXY: '' };

/**
 * Requests by `node:http`: each leaves once, follows nothing and is repeated by nobody. `fetch` would send a request a second
 * time by itself after a 421, whatever its method. Certificates are checked whatever the environment says.
 */
export const nodeTransport = ({ chooseProxy, trusted, lookup = lookupPublic() }: NodeNetwork): Transport => {
	const agents = new Map<string, PlainAgent | SecureAgent>();
	const agentFor = (url: URL, proxy: URL | null): PlainAgent | SecureAgent => {
		const key = `${url.protocol} ${url.hostname === 'localhost'} ${proxy?.href ?? ''}`;
		const known = agents.get(key);
		if (known !== undefined) return known;
		const proxyEnv = proxy === null ? direct : { HTTP_PROXY: proxy.href, HTTPS_PROXY: proxy.href, NO_PROXY: '' };
		// A proxy's own address may be private, and it looks up the others.
		const isChecked = proxy === null && url.hostname !== 'localhost';
		const common = { keepAlive: true, proxyEnv, ...(isChecked ? { lookup } : {}) };
		const ca = trusted === undefined ? {} : { ca: [...trusted] };
		const made = url.protocol === 'https:' ? new SecureAgent({ ...common, ...ca, rejectUnauthorized: true }) : new PlainAgent(common);
		agents.set(key, made);
		return made;
	};
	const exchangeBy = async (proxy: URL | null, request: RawRequest, signal: AbortSignal): Promise<Sent> => {
		try {
			const sent = await exchange(request, agentFor(request.url, proxy), signal);
			return sent.kind === 'answer' && sent.status === 407 ? { kind: 'network', reason: 'PROXY_LOGIN' } : sent;
		} catch (error) {
			if (signal.aborted) throw error;
			const reason = reasonOf(error, proxy, request.url);
			const issuer = isOfCertificate(reason) ? await lookAtCertificate(request.url, proxy, signal) : null;
			return { kind: 'network', reason, ...(issuer === null ? {} : { issuer }) };
		}
	};
	return {
		exchange: async (request, signal) => {
			let sent: Sent = { kind: 'network', reason: 'PROXY_KIND' };
			for (const proxy of await chooseProxy(request.url)) {
				sent = await exchangeBy(proxy, request, signal);
				// Nothing has left then.
				if (sent.kind !== 'network' || sent.reason !== 'PROXY_UNREACHABLE') break;
			}
			return sent;
		},
		close: () => {
			for (const agent of agents.values()) agent.destroy();
		},
	};
};

/** Without proxy and settings, for whoever composes nothing: tests. */
export const plainTransport = (): Transport => nodeTransport({ chooseProxy: async () => [null] });

const exchange = ({ url, method, headers, body }: RawRequest, agent: PlainAgent | SecureAgent, signal: AbortSignal): Promise<Sent> =>
	new Promise((resolve, reject) => {
		const open = url.protocol === 'https:' ? requestSecurely : requestPlainly;
		const outgoing = open(url, { method, headers: { ...headers, 'Accept-Encoding': 'gzip' }, agent, signal }, (answer) => {
			resolve(readAnswer(answer.statusCode ?? 0, headersOf(answer.rawHeaders), unpacked(answer)));
		});
		outgoing.on('error', reject);
		// A connection can also end without an error, e.g. after 101. After an answer this comes too late to matter.
		outgoing.on('close', () => reject(new Error('closed without an answer')));
		outgoing.end(body ?? undefined);
	});

/** An answer that breaks off breaks what unpacks it, too. */
const unpacked = (answer: IncomingMessage): AsyncIterable<Uint8Array> => {
	if (answer.headers['content-encoding']?.toLowerCase() !== 'gzip') return answer;
	const unpacking = createGunzip();
	answer.once('error', (error) => unpacking.destroy(error));
	return answer.pipe(unpacking);
};

/** Names and values take turns. */
const headersOf = (raw: readonly string[]): Headers => {
	const headers = new Headers();
	for (let at = 0; at + 1 < raw.length; at += 2) {
		headers.append(raw[at] ?? '', raw[at + 1] ?? '');
	}
	return headers;
};

const isOfCertificate = (reason: string): boolean => /CERT|SIGNATURE|ALTNAME/.test(reason);

interface NodeError {
	readonly code?: unknown;
	readonly statusCode?: unknown;
	readonly hostname?: unknown;
	readonly port?: unknown;
}

/** Its code is all we keep of an error (`ECONNREFUSED`, `CERT_HAS_EXPIRED`): messages can quote headers. */
export const reasonOf = (error: unknown, proxy: URL | null, url: URL): string => {
	const { code, statusCode, hostname, port } = (typeof error === 'object' && error !== null ? error : {}) as NodeError;
	if (code === 'ERR_PROXY_TUNNEL') return statusCode === 407 ? 'PROXY_LOGIN' : 'PROXY_REFUSED';
	const isOfProxy =
		proxy !== null && (hostname === proxy.hostname || (typeof port === 'number' && String(port) === proxy.port && proxy.port !== url.port));
	if (isOfProxy) return 'PROXY_UNREACHABLE';
	return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : 'unknown';
};
