import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';

export const hasOpenssl = ((): boolean => {
	try {
		execFileSync('openssl', ['version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
})();

export interface CompanyRoot {
	readonly rootFile: string;
	readonly key: string;
	readonly certificate: string;
}

/** A root of the company's own, and what it signed for the hosts of Atlassian. Made anew for each test: nothing here is secret. */
export const makeCompanyRoot = (dir: string): CompanyRoot => {
	const file = (name: string): string => join(dir, name);
	const openssl = (...args: readonly string[]): void => void execFileSync('openssl', args, { stdio: 'ignore', cwd: dir });
	const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'] as const;
	openssl('req', '-x509', ...newKey, '-keyout', 'root.key', '-out', 'root.pem', '-days', '2', '-subj', '/O=Acme Inspection/CN=Acme Root');
	openssl('req', ...newKey, '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', '/CN=atlassian');
	writeFileSync(file('ext'), 'subjectAltName=DNS:*.atlassian.net,DNS:api.atlassian.com,DNS:auth.atlassian.com\n');
	const signed = ['-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-days', '2', '-extfile', 'ext'] as const;
	openssl('x509', '-req', '-in', 'leaf.csr', ...signed, '-out', 'leaf.pem');
	return { rootFile: file('root.pem'), key: readFileSync(file('leaf.key'), 'utf8'), certificate: readFileSync(file('leaf.pem'), 'utf8') };
};

export interface CompanyProxy {
	readonly url: string;
	/** `CONNECT host:port` and `GET http://…`, as they came. */
	readonly seen: readonly string[];
	/** Logins that came, as they stood in the header. */
	readonly logins: readonly (string | undefined)[];
}

export interface CompanyProxyOptions {
	/** `user:password`; left out: anybody may pass. */
	readonly login?: string;
	/** Lets nobody through. */
	readonly refuses?: boolean;
	/** Opens TLS, looks in, and passes on to this address what was for Atlassian. */
	readonly inspect?: CompanyRoot & { readonly to: string };
	/** Answers everything with a page of its own. */
	readonly filterPage?: string;
}

const pass = (incoming: IncomingMessage, outgoing: ServerResponse, to: URL): void => {
	const { 'proxy-authorization': _login, ...headers } = incoming.headers;
	const onward = request(to, { method: incoming.method, headers: { ...headers, host: to.host } }, (answer) => {
		outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
		answer.pipe(outgoing);
	});
	onward.on('error', () => outgoing.destroy());
	incoming.pipe(onward);
};

/** A real forward proxy on this machine: absolute addresses and CONNECT, with a login or without, looking into TLS or not. */
export const startCompanyProxy = async ({ login, refuses, inspect, filterPage }: CompanyProxyOptions = {}): Promise<CompanyProxy> => {
	const seen: string[] = [];
	const logins: (string | undefined)[] = [];
	const sockets = new Set<Socket>();
	const expected = login === undefined ? undefined : `Basic ${Buffer.from(login).toString('base64')}`;
	const letsIn = ({ headers, method, url }: IncomingMessage): number => {
		seen.push(`${method ?? ''} ${url ?? ''}`);
		logins.push(headers['proxy-authorization']);
		if (expected !== undefined && headers['proxy-authorization'] !== expected) return 407;
		return refuses ? 403 : 200;
	};
	const inside = createServer((incoming, outgoing) => {
		if (filterPage !== undefined) outgoing.writeHead(403, { 'content-type': 'text/html' }).end(filterPage);
		else pass(incoming, outgoing, new URL(incoming.url ?? '/', inspect?.to));
	});
	const proxy = createServer((incoming, outgoing) => {
		const status = letsIn(incoming);
		if (status !== 200) outgoing.writeHead(status, { 'proxy-authenticate': 'Basic realm="Acme"' }).end();
		else pass(incoming, outgoing, new URL(incoming.url ?? '/'));
	});
	proxy.on('connect', (incoming, socket: Socket) => {
		sockets.add(socket);
		socket.on('error', () => undefined);
		const status = letsIn(incoming);
		if (status !== 200) {
			socket.end(`HTTP/1.1 ${status} No\r\nProxy-Authenticate: Basic realm="Acme"\r\n\r\n`);
			return;
		}
		socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
		if (inspect !== undefined) {
			const opened = new TLSSocket(socket, { isServer: true, key: inspect.key, cert: inspect.certificate });
			opened.on('error', () => undefined);
			inside.emit('connection', opened);
			return;
		}
		const [host = '', port = '443'] = (incoming.url ?? '').split(':');
		const onward = connect(Number(port), host, () => socket.pipe(onward).pipe(socket));
		sockets.add(onward);
		onward.on('error', () => socket.destroy());
	});
	proxy.listen(0, '127.0.0.1');
	await once(proxy, 'listening');
	onTestFinished(() => {
		for (const socket of sockets) socket.destroy();
		inside.closeAllConnections();
		proxy.closeAllConnections();
		proxy.close();
	});
	return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, seen, logins };
};
