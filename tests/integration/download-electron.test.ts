import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { makeTempDir } from '../support/demo-app.ts';

const script = fileURLToPath(new URL('../../scripts/download-electron.mjs', import.meta.url));
const servers: { close(): void }[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.close();
});

const serve = async (status: number, bytes: number) => {
	const asked: string[] = [];
	const server = createServer(({ url = '' }, response) => {
		asked.push(url);
		response.writeHead(status, { 'content-length': bytes }).end(Buffer.alloc(bytes));
	});
	server.on('connect', ({ url = '' }, socket) => {
		asked.push(url);
		socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	servers.push(server);
	const address = server.address();
	return { asked, url: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/` };
};

const download = async (env: Readonly<Record<string, string>>) => {
	const cache = await makeTempDir();
	const child = spawn(process.execPath, [script], {
		env: { PATH: process.env['PATH'], HOME: cache, electron_config_cache: cache, NODE_USE_ENV_PROXY: '1', ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const said = { out: '', error: '' };
	child.stdout.setEncoding('utf8').on('data', (piece: string) => (said.out += piece));
	child.stderr.setEncoding('utf8').on('data', (piece: string) => (said.error += piece));
	const [code] = await once(child, 'close');
	return { code: code as number, ...said };
};

it('tells how far it is, and takes nothing that is not what it asked for', async () => {
	const mirror = await serve(200, 3_000_000);
	const { code, out, error } = await download({ ELECTRON_MIRROR: mirror.url });
	expect(out).toContain('Electron: 100 % of 3 MB');
	expect(error).toMatch(/checksum/i);
	expect(code).toBe(1);
});

it('says why it cannot be had', async () => {
	const mirror = await serve(404, 0);
	const { code, error } = await download({ ELECTRON_MIRROR: mirror.url });
	expect(error).toContain('404');
	expect(code).toBe(1);
});

it('goes through the proxy of the environment', async () => {
	const proxy = await serve(407, 0);
	const { error } = await download({ ELECTRON_MIRROR: 'http://mirror.example/electron/', HTTP_PROXY: proxy.url, http_proxy: proxy.url });
	expect(proxy.asked).toContain('mirror.example:80');
	expect(error).toContain('407');
});
