import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface PassingRequest {
	readonly method: string;
	readonly path: string;
	readonly query: URLSearchParams;
	readonly body: string;
	/** How many requests came before this one. */
	readonly before: number;
}

export interface PassingAnswer {
	readonly status: number;
	readonly text: string;
	readonly headers?: Readonly<Record<string, string>>;
	/** The connection is cut instead. */
	readonly drop?: true;
}

export interface Tamper {
	/** The credentials as the site shall see them. */
	readonly authorize?: (authorization: string) => string;
	/** An answer of the proxy's own, which the site never hears of; `null` lets the request pass. */
	readonly instead?: (request: PassingRequest) => PassingAnswer | null;
	/** The answer as it goes on to the caller. */
	readonly change?: (request: PassingRequest, answer: PassingAnswer) => PassingAnswer;
}

const notPassed = new Set(['content-length', 'transfer-encoding', 'connection', 'content-encoding', 'keep-alive', 'date']);

/** Stands on 127.0.0.1 before a demo site; resolves to its origin. */
export const startTamperingProxy = async (target: string, tamper: Tamper): Promise<string> => {
	let seen = 0;
	const server = createServer(async (request, response) => {
		const answerWith = ({ status, text, headers, drop }: PassingAnswer, more: Readonly<Record<string, string>>): void => {
			if (drop) response.destroy();
			// A 204 has no body.
			else response.writeHead(status, { ...more, ...headers }).end(status === 204 ? undefined : text);
		};
		let body = '';
		for await (const chunk of request) body += String(chunk);
		const asked = new URL(request.url ?? '/', target);
		const passing: PassingRequest = {
			method: request.method ?? 'GET',
			path: asked.pathname,
			query: asked.searchParams,
			body,
			before: seen++,
		};
		const own = tamper.instead?.(passing) ?? null;
		if (own) {
			answerWith(own, { 'content-type': 'application/json' });
			return;
		}
		const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
		const sent = await fetch(asked, {
			method: passing.method,
			headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
				typeof value === 'string' ? [[name, name === 'authorization' ? (tamper.authorize?.(value) ?? value) : value]] : [],
			),
			...(body === '' ? {} : { body }),
		}).catch(() => null);
		if (sent === null) {
			response.destroy();
			return;
		}
		const answer = { status: sent.status, text: (await sent.text()).replaceAll(target, origin()) };
		const changed = tamper.change?.(passing, answer) ?? answer;
		answerWith(changed, Object.fromEntries([...sent.headers].filter(([name]) => !notPassed.has(name))));
	});
	const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return origin();
};

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Walks through a JSON answer and lets `change` have every object of it, innermost first. */
export const changeRecords = (text: string, change: (record: { [key: string]: Json }) => void): string =>
	JSON.stringify(
		JSON.parse(text, (_key, value: Json) => {
			if (typeof value === 'object' && value !== null && !Array.isArray(value)) change(value);
			return value;
		}),
	);
