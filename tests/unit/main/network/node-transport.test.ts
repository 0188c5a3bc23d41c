import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createServer as createHttpServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { send } from '#main/atlassian/send.ts';
import { plainTransport } from '#main/network/node-transport.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

/** The first byte of a TLS handshake. Source: RFC 8446, 5.1. */
const handshake = 22;

it('a change says nothing in the clear to an https address', async () => {
	const heard: Buffer[] = [];
	const server = createServer((socket) => {
		socket.on('error', () => undefined);
		socket.on('data', (bytes) => {
			heard.push(Buffer.from(bytes));
			socket.destroy();
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => void server.close());
	const url = new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/path`);
	const sent = await send(
		{ url, method: 'POST', headers: { Authorization: 'Bearer CANARY' }, body: '{}' },
		plainTransport(),
		new ManualClock(),
	);
	expect(sent).toMatchObject({ kind: 'network' });
	expect(heard).toHaveLength(1);
	expect(heard[0]?.[0]).toBe(handshake);
	expect(Buffer.concat(heard).toString('latin1')).not.toContain('CANARY');
});

describe('whatever is sent', () => {
	const request = (url: URL, method = 'POST') => ({ url, method, headers: {}, body: method === 'POST' ? '{}' : null });

	const listen = async (answer: Parameters<typeof createHttpServer>[1]): Promise<{ url: URL; arrived: () => number }> => {
		let count = 0;
		const server = createHttpServer((incoming, outgoing) => {
			count++;
			answer?.(incoming, outgoing);
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		onTestFinished(() => {
			server.closeAllConnections();
			server.close();
		});
		return { url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`), arrived: () => count };
	};

	it.each([421, 307, 308, 503, 408])('arrives once where the answer is %i', async (status) => {
		const transport = plainTransport();
		const { url, arrived } = await listen((_request, response) => response.writeHead(status, { location: '/other' }).end());
		expect(await send(request(url), transport, new ManualClock())).toMatchObject({ kind: 'answer', status });
		expect(arrived()).toBe(1);
	});

	it('arrives once where a kept connection breaks before the answer', async () => {
		const transport = plainTransport();
		let nth = 0;
		const { url, arrived } = await listen((incoming, response) => {
			nth++;
			if (nth === 1) response.end('{}');
			else incoming.socket.destroy();
		});
		expect(await send(request(url), transport, new ManualClock())).toMatchObject({ kind: 'answer' });
		expect(await send(request(url), transport, new ManualClock())).toMatchObject({ kind: 'network' });
		expect(arrived()).toBe(2);
	});

	it('is read where it comes packed', async () => {
		const { url } = await listen((_request, response) => {
			response.writeHead(200, { 'content-encoding': 'gzip' });
			response.end(gzipSync('{"packed":true}'));
		});
		expect(await send(request(url, 'GET'), plainTransport(), new ManualClock())).toMatchObject({ text: '{"packed":true}' });
	});

	it('is a fault of the network where it is cut off while packed', async () => {
		const { url } = await listen((_request, response) => {
			response.writeHead(200, { 'content-encoding': 'gzip' });
			response.end(gzipSync('x'.repeat(10_000)).subarray(0, 20));
		});
		expect(await send(request(url, 'GET'), plainTransport(), new ManualClock())).toMatchObject({ kind: 'network' });
	});
});
