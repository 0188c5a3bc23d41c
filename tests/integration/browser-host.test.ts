import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { os, type RouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import { z } from 'zod';
import { writeFileAtomically } from '../../src/main/files/write-file.ts';
import { type BrowserHost, startBrowserHost } from '../../src/main/hosts/browser/host.ts';
import { linkTokenHeader } from '../../src/main/hosts/browser/link-page.ts';
import { browserDelivery } from '../../src/main/hosts/browser/report-door.ts';
import { openReportShelf, type ReportShelf } from '../../src/main/hosts/report-shelf.ts';
import type { ReportFormat } from '../../src/shared/reports.ts';
import { waysOut } from '../support/hostile-paths.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { systemRandom } from '../../src/main/system.ts';

interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

let root: string;
let host: BrowserHost;
let shelf: ReportShelf;
let clock: ManualClock;
let watchersEnded: Promise<void>;

const makeRouter = () => {
	let ended = (): void => {};
	watchersEnded = new Promise((resolve) => {
		ended = resolve;
	});
	return {
		echo: os.input(z.string()).handler(({ input }) => ({ said: input })),
		watch: os.handler(async function* ({ signal }) {
			try {
				yield 'first';
				await new Promise((resolve) => signal?.addEventListener('abort', resolve));
			} finally {
				ended();
			}
		}),
	};
};
type TestClient = RouterClient<ReturnType<typeof makeRouter>>;

beforeEach(async () => {
	clock = new ManualClock();
	root = await mkdtemp(join(tmpdir(), 'browser-host-'));
	await mkdir(join(root, 'renderer', 'assets'), { recursive: true });
	await writeFile(join(root, 'secret.txt'), 'outside');
	await writeFile(join(root, 'renderer', 'index.html'), '<!doctype html><p>the app</p>');
	await writeFile(join(root, 'renderer', 'assets', 'main.js'), 'export {};');
	await writeFile(join(root, 'renderer', '.env'), 'hidden');
	shelf = await openReportShelf(join(root, 'reports'), { clock: new ManualClock(), random: systemRandom });
	const router = makeRouter();
	// Without a demo, as long as nobody has opened it.
	const routerAt = (pathname: string) => (pathname === '/rpc' ? router : null);
	host = await startBrowserHost({ app: { routerAt }, rendererDir: join(root, 'renderer'), reports: shelf, clock });
});
afterEach(async () => {
	await host.stop();
	await rm(root, { recursive: true });
});

/** node:http rather than fetch: it sends a path and a Host header as they are given. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
	new Promise((resolve, reject) => {
		const { port } = new URL(host.url);
		const sent = request({ host: '127.0.0.1', port, path, headers, method, agent: false }, (response) => {
			let body = '';
			response.setEncoding('utf8').on('data', (chunk: string) => {
				body += chunk;
			});
			response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
		});
		sent.on('error', reject).end();
	});

/** As the page of the link does. */
const trade = (token: string, headers: Record<string, string> = {}): Promise<Answer> =>
	get('/open', { origin: origin(), [linkTokenHeader]: token, ...headers }, 'POST');

const newToken = (): string => new URL(host.newLink()).hash.slice(1);

const signIn = async (): Promise<string> => {
	const answer = await trade(newToken());
	return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
};

/** Resolves to the open socket, or to the status the handshake was refused with. */
const knock = (options: ClientOptions, path = '/rpc'): Promise<WebSocket | number> =>
	new Promise((resolve, reject) => {
		const socket = new WebSocket(`${host.url.replace('http', 'ws').slice(0, -1)}${path}`, options);
		socket.on('open', () => resolve(socket));
		socket.on('unexpected-response', (sent, response) => {
			sent.destroy();
			resolve(response.statusCode ?? 0);
		});
		socket.on('error', reject);
	});

const origin = (): string => new URL(host.url).origin;

const openSocket = async (): Promise<WebSocket> => {
	const socket = await knock({ origin: origin(), headers: { cookie: await signIn() } });
	if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
	return socket;
};

const clientOf = (socket: WebSocket): TestClient =>
	createORPCClient<TestClient>(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));

describe('the one-time link', () => {
	it('opens a page that holds no token, and is answered with a strict, http-only cookie', async () => {
		const token = newToken();
		const page = await get('/open');
		expect(page.status).toBe(200);
		expect(page.headers['set-cookie']).toBeUndefined();
		expect(page.body).toContain('<script src="/open.js">');
		expect((await get('/open.js')).body).toContain('history.replaceState');
		const answer = await trade(token);
		expect(answer.status).toBe(204);
		expect(answer.headers['set-cookie']?.[0]).toMatch(/^invite-doctor-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
		const app = await get('/', { cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '' });
		expect(app).toMatchObject({ status: 200, body: '<!doctype html><p>the app</p>' });
	});

	it('works once, but leads the browser that has the session back to the app', async () => {
		const token = newToken();
		const cookie = (await trade(token)).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
		const again = await trade(token);
		expect(again.status).toBe(401);
		expect(again.headers['set-cookie']).toBeUndefined();
		expect((await get('/link-used')).body).toContain('A link works once');
		expect(await get('/open', { cookie })).toMatchObject({ status: 303, headers: { location: '/' } });
	});

	it('works for a minute, and a new one makes the one before void', async () => {
		const first = newToken();
		await clock.advance(60_000);
		const second = newToken();
		expect((await trade(first)).status).toBe(401);
		await clock.advance(60_001);
		expect((await trade(second)).status).toBe(401);
		expect((await trade(newToken())).status).toBe(204);
	});

	it.each(['', 'guess', 'a, b'])('refuses the token “%s” and stays usable', async (guess) => {
		const token = newToken();
		expect((await trade(guess)).status).toBe(401);
		expect((await get('/open', { origin: origin() }, 'POST')).status).toBe(401);
		expect((await trade(token)).status).toBe(204);
	});

	it.each<[string, Record<string, string>]>([
		['an image of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' }],
		['a frame', { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'iframe' }],
		['a link of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }],
		['another port of this machine', { 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'document' }],
		['a prefetch', { 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document', 'sec-purpose': 'prefetch' }],
		['another origin', { origin: 'http://evil.example' }],
	])('is not opened, and not used up, by %s', async (_who, headers) => {
		const token = newToken();
		expect((await get('/open', headers)).status).toBe(403);
		expect((await get(`/open?token=${token}`, headers)).status).toBe(403);
		expect((await get('/', { ...headers, cookie: await signIn() })).status).toBe(headers['sec-fetch-dest'] === 'iframe' ? 200 : 403);
		const next = newToken();
		if (headers['sec-fetch-site'] !== 'same-origin') expect((await trade(next, headers)).status).toBe(403);
		expect((await trade(next)).status).toBe(204);
	});

	it('is opened by a person who types or clicks it', async () => {
		const typed = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-user': '?1' };
		expect((await get('/open', typed)).status).toBe(200);
	});

	it('is not used up by a HEAD request, a wrong host, or a page that says no origin', async () => {
		const token = newToken();
		expect((await get('/open', {}, 'HEAD')).status).toBe(404);
		expect((await get('/open', { host: 'evil.example' })).status).toBe(421);
		expect((await get('/open', { [linkTokenHeader]: token }, 'POST')).status).toBe(403);
		expect((await trade(token)).status).toBe(204);
	});
});

describe('pages and files', () => {
	it('needs the cookie, and says so in plain words', async () => {
		const answer = await get('/');
		expect(answer.status).toBe(401);
		expect(answer.body).toContain('one-time link');
		expect((await get('/assets/main.js')).status).toBe(401);
		expect((await get('/', { cookie: `invite-doctor-${new URL(host.url).port}=guess` })).status).toBe(401);
	});

	it('refuses a second cookie of the same name', async () => {
		const cookie = await signIn();
		expect((await get('/', { cookie: `${cookie}; ${cookie.split('=')[0]}=planted` })).status).toBe(401);
	});

	it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1'])('answers 421 to the host %s, cookie or not', async (name) => {
		expect((await get('/', { host: name, cookie: await signIn() })).status).toBe(421);
	});

	it('refuses a request that another origin makes', async () => {
		expect((await get('/', { origin: 'http://127.0.0.1:1', cookie: await signIn() })).status).toBe(403);
	});

	it.each(['/', '/nothing', '/open', '/%zz'])('sends the strict headers with %s, refused or not', async (path) => {
		for (const cookie of ['', await signIn()]) {
			const { headers } = await get(path, { cookie });
			const { port } = new URL(host.url);
			expect(headers['content-security-policy']).toBe(
				`default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' ws://127.0.0.1:${port}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types guide`,
			);
			expect(headers).toMatchObject({
				'x-content-type-options': 'nosniff',
				'referrer-policy': 'no-referrer',
				'cache-control': 'no-store',
				'cross-origin-resource-policy': 'same-origin',
			});
		}
	});

	it('sends a tab of a demo that has ended back to the app', async () => {
		const cookie = await signIn();
		const answer = await get('/demo/', { cookie });
		expect([answer.status, answer.headers.location]).toEqual([303, '/']);
		expect((await get('/demo/')).status, 'nobody else is told').toBe(401);
		expect(await knock({ origin: origin(), headers: { cookie } }, '/demo/rpc')).toBe(404);
	});

	it('serves a script under its own type', async () => {
		const answer = await get('/assets/main.js', { cookie: await signIn() });
		expect(answer.status).toBe(200);
		expect(answer.headers['content-type']).toMatch(/javascript/);
	});

	it('answers nothing but GET', async () => {
		const cookie = await signIn();
		for (const method of ['HEAD', 'POST', 'PUT', 'OPTIONS', 'TRACE']) {
			expect((await get('/', { cookie }, method)).status).toBeGreaterThanOrEqual(400);
		}
	});

	it('refuses a request to a proxy, and a second Host line', async () => {
		const cookie = await signIn();
		expect((await get(`${host.url}`, { cookie })).status).toBe(421);
		const { port } = new URL(host.url);
		const socket = connect(Number(port), '127.0.0.1');
		const ours = `127.0.0.1:${port}`;
		socket.end(`GET / HTTP/1.1\r\nHost: ${ours}\r\nHost: evil.example\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`);
		let answer = '';
		for await (const piece of socket.setEncoding('utf8')) answer += String(piece);
		expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
	});

	it.each(['/../package.json', '/..\\package.json', '/./../../x', '//x', '/assets/../../package.json'])(
		'has nothing at %s, instead of breaking',
		async (path) => {
			expect((await get(path, { cookie: await signIn() })).status).toBe(404);
		},
	);

	it.each([
		'/../secret.txt',
		'/%2e%2e/secret.txt',
		'/..%2fsecret.txt',
		'/assets/..%5c..%5csecret.txt',
		'/%2e%2e%2fsecret.txt',
		'/.env',
		'/..%00/secret.txt',
	])('does not leave the folder for %s', async (path) => {
		const answer = await get(path, { cookie: await signIn() });
		expect(answer.status).toBeGreaterThanOrEqual(400);
		expect(answer.body).not.toMatch(/outside|hidden/);
	});

	it('does not leave the folder, however the way is written', async () => {
		const cookie = await signIn();
		const ways = waysOut('secret.txt').filter((way) => /^[\x21-\x7e]+$/.test(way));
		expect(ways.length).toBeGreaterThan(300);
		for (const way of ways) {
			const { status, body } = await get(way, { cookie });
			expect([way, status >= 400 && status < 500, body]).toEqual([way, true, expect.not.stringContaining('outside')]);
		}
	});

	it('repeats nothing of the request in a refusal', async () => {
		const answer = await get('/canary-in-path?canary-in-query', { cookie: await signIn() });
		expect(answer.status).toBe(404);
		expect(answer.body).not.toContain('canary');
	});
});

describe('a report', () => {
	const deliver = async (name: string, format: ReportFormat): Promise<string> => {
		const delivered = await browserDelivery(shelf).deliver(name, format, (path) => writeFileAtomically(path, ['<p>the report']));
		if (!delivered.ok || delivered.value.kind !== 'waiting') throw new Error('it does not wait');
		return delivered.value.path;
	};

	it('is fetched once, under its name, and is gone from the disk', async () => {
		const cookie = await signIn();
		const path = await deliver('Liste für “März” (1).csv', 'csv');
		const answer = await get(path, { cookie });
		expect(answer).toMatchObject({ status: 200, body: '<p>the report' });
		expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
		expect(answer.headers['content-disposition']).toBe(
			`attachment; filename="report.csv"; filename*=UTF-8''Liste%20f%C3%BCr%20%E2%80%9CM%C3%A4rz%E2%80%9D%20%281%29.csv`,
		);
		expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
		expect((await get(path, { cookie })).status).toBe(404);
		await expect.poll(() => readdir(join(root, 'reports'))).toEqual([]);
	});

	it('to be printed is a page of an origin of its own, in which nothing can run', async () => {
		const answer = await get(await deliver('r.html', 'print'), { cookie: await signIn() });
		expect(answer).toMatchObject({ status: 200, body: '<p>the report' });
		expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
		expect(answer.headers['content-security-policy']).toBe(
			"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
		);
		expect(answer.headers).not.toHaveProperty('content-disposition');
		expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'x-frame-options': 'DENY' });
	});

	it('is given to nobody without the session, from elsewhere, or under another host, and still waits', async () => {
		const path = await deliver('r.html', 'html');
		const cookie = await signIn();
		expect((await get(path)).status).toBe(401);
		expect((await get(path, { cookie: `invite-doctor-${new URL(host.url).port}=guess` })).status).toBe(401);
		expect((await get(path, { cookie, origin: 'http://evil.example' })).status).toBe(403);
		expect((await get(path, { cookie, host: 'evil.example' })).status).toBe(421);
		expect((await get(path, { cookie }, 'HEAD')).status).toBe(404);
		expect((await get(path, { cookie })).status).toBe(200);
	});

	it.each([
		'/reports/',
		'/reports/unknown',
		'/reports/../secret.txt',
		'/reports/%2e%2e%2fsecret.txt',
		'/reports/..%5csecret.txt',
		'/reports/%00',
	])('is not to be had at %s', async (path) => {
		const answer = await get(path, { cookie: await signIn() });
		expect(answer.status).toBeGreaterThanOrEqual(400);
		expect(answer.body).not.toContain('outside');
	});

	it('offers no PDF', () => expect(browserDelivery(shelf).formats).not.toContain('pdf'));
});

describe('the socket', () => {
	it('serves calls to the page that has the session', async () => {
		const socket = await openSocket();
		expect(await clientOf(socket).echo('hello')).toEqual({ said: 'hello' });
		socket.terminate();
	});

	it('refuses a handshake without the cookie, from elsewhere, with another host or on another path', async () => {
		const cookie = await signIn();
		const ours = { origin: origin(), headers: { cookie } };
		expect(await knock({ origin: origin() })).toBe(401);
		expect(await knock({ headers: { cookie } })).toBe(403);
		expect(await knock({ ...ours, origin: 'http://evil.example' })).toBe(403);
		expect(await knock({ ...ours, origin: 'null' })).toBe(403);
		expect(await knock({ ...ours, headers: { cookie, host: 'evil.example' } })).toBe(421);
		expect(await knock(ours, '/elsewhere')).toBe(404);
		expect(await knock(ours, '/rpc/../rpc')).not.toBe(200);
	});

	it('lets several tabs of one session in', async () => {
		const cookie = await signIn();
		const tabs = await Promise.all([1, 2].map(() => knock({ origin: origin(), headers: { cookie } })));
		for (const tab of tabs) {
			if (typeof tab === 'number') throw new Error(`refused with ${tab}`);
			expect(await clientOf(tab).echo('tab')).toEqual({ said: 'tab' });
			tab.terminate();
		}
	});

	it('ends what a tab was watching when the tab closes', async () => {
		const socket = await openSocket();
		const changes = await clientOf(socket).watch();
		expect((await changes.next()).value).toBe('first');
		socket.terminate();
		await watchersEnded;
	});

	it('survives a message that is not of the protocol', async () => {
		const said = vi.spyOn(console, 'error');
		const socket = await openSocket();
		for (const frame of [
			'not of the protocol',
			'{}',
			'[]',
			'null',
			'{"i":1}',
			'{"i":"1","t":9,"p":{}}',
			'{"i":"1","p":null}',
			Buffer.from([0xff, 0x7b]),
		]) {
			socket.send(frame);
		}
		expect(await clientOf(socket).echo('still here')).toEqual({ said: 'still here' });
		expect(said).not.toHaveBeenCalled();
		said.mockRestore();
		socket.terminate();
	});

	it('is cut when the host stops', async () => {
		const socket = await openSocket();
		const closed = new Promise((resolve) => socket.on('close', resolve));
		await host.stop();
		await closed;
		await expect(get('/')).rejects.toThrow(/ECONNREFUSED/);
	});
});
