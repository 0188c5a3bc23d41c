import { request as requestPlainly } from 'node:http';
import { request as requestSecurely } from 'node:https';
import type { Clock } from '#core/ports.ts';
import { inTime, type RawRequest, readAnswer, type Sent } from './send.ts';

/**
 * Sends a change, once. Not by `fetch`: that sends a request a second time by itself where the answer is 421 (Fetch
 * standard, HTTP-network-or-cache fetch), whatever its method. Nothing but `timeoutMs` ends it early. Never rejects.
 */
export const sendOnce = (request: RawRequest, clock: Clock): Promise<Sent> => inTime(clock, undefined, (ends) => exchange(request, ends));

const exchange = ({ url, method, headers, body }: RawRequest, signal: AbortSignal): Promise<Sent> =>
	new Promise((resolve, reject) => {
		const open = url.protocol === 'https:' ? requestSecurely : requestPlainly;
		const outgoing = open(url, { method, headers: { ...headers, 'Accept-Encoding': 'identity' }, signal }, (answer) => {
			resolve(readAnswer(answer.statusCode ?? 0, headersOf(answer.rawHeaders), answer));
		});
		outgoing.on('error', reject);
		// A connection can also end without an error, e.g. after 101. After an answer this comes too late to matter.
		outgoing.on('close', () => reject(new Error('closed without an answer')));
		outgoing.end(body ?? undefined);
	});

/** Names and values take turns. */
const headersOf = (raw: readonly string[]): Headers => {
	const headers = new Headers();
	for (let at = 0; at + 1 < raw.length; at += 2) {
		headers.append(raw[at] ?? '', raw[at + 1] ?? '');
	}
	return headers;
};
