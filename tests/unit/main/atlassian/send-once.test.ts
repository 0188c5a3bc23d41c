import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { sendOnce } from '#main/atlassian/send-once.ts';
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
	const sent = await sendOnce({ url, method: 'POST', headers: { Authorization: 'Bearer CANARY' }, body: '{}' }, new ManualClock());
	expect(sent).toMatchObject({ kind: 'network' });
	expect(heard).toHaveLength(1);
	expect(heard[0]?.[0]).toBe(handshake);
	expect(Buffer.concat(heard).toString('latin1')).not.toContain('CANARY');
});
