import type { lookup } from 'node:dns';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { send } from '#main/atlassian/send.ts';
import { networkFailure } from '#main/atlassian/failures.ts';
import { nodeTransport } from '#main/network/node-transport.ts';
import { isPublic, lookupPublic } from '#main/network/private-addresses.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

const familyOf = (address: string): 4 | 6 => (address.includes(':') ? 6 : 4);

it.each([
	'0.0.0.0',
	'10.1.2.3',
	'100.64.0.1',
	'100.127.255.255',
	'127.0.0.1',
	'127.9.9.9',
	'169.254.169.254',
	'172.16.0.1',
	'172.31.255.255',
	'192.0.0.8',
	'192.168.1.1',
	'198.18.0.1',
	'224.0.0.1',
	'240.0.0.1',
	'255.255.255.255',
	'::',
	'::1',
	'fc00::1',
	'fd12:3456::1',
	'fe80::1',
	'fec0::1',
	'ff02::1',
	'::ffff:127.0.0.1',
	'::ffff:10.0.0.1',
	'64:ff9b:1::1',
])('%s is private', (address) => expect(isPublic({ address, family: familyOf(address) })).toBe(false));

it.each(['104.192.142.18', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1', '2a05:d018::1', '64:ff9b::68c0:8e12'])(
	'%s is public',
	(address) => expect(isPublic({ address, family: familyOf(address) })).toBe(true),
);

/** Answers each lookup with the next of these. */
const answering = (...answers: readonly (readonly string[])[]) => {
	const left = [...answers];
	const find = (_name: string, _options: object, answer: (error: null, found: object[]) => void): void =>
		answer(
			null,
			(left.shift() ?? []).map((address) => ({ address, family: familyOf(address) })),
		);
	return { find: find as unknown as typeof lookup, asked: () => answers.length - left.length };
};

it('a name that is public the first time and private the next is told nothing; nor is one that is both', async () => {
	const heard: Buffer[] = [];
	const server = createServer((socket) => void socket.on('data', (bytes) => heard.push(bytes)).on('error', () => undefined));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => void server.close());
	const { port } = server.address() as AddressInfo;
	const request = {
		url: new URL(`http://acme.atlassian.net:${port}/`),
		method: 'GET',
		headers: { Authorization: 'Bearer CANARY' },
		body: null,
	};
	const { find, asked } = answering(['127.0.0.1'], ['104.192.142.18', '127.0.0.1'], ['::1']);
	const transport = nodeTransport({ chooseProxy: async () => [null], lookup: lookupPublic(find) });
	for (const nth of [1, 2, 3]) {
		const sent = await send(request, transport, new ManualClock());
		expect(sent).toEqual({ kind: 'network', reason: 'PRIVATE_ADDRESS' });
		expect(networkFailure(sent as { readonly reason: string }, {})).toMatchObject({ failure: { code: 'private-address' } });
		expect(asked()).toBe(nth);
	}
	expect(heard).toEqual([]);
});
