import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { messagesIn } from '#shared/messages/messages.ts';
import { languages } from '#shared/languages.ts';
import { callbackPath } from '#shared/oauth.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';

export interface CallbackListener {
	/** The code, once the browser brought it, or why there will be none. Never rejects; without an end until then. */
	readonly arrived: Promise<Outcome<string>>;
	close(): void;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

type PageWords = 'agreed' | 'declined' | 'unknown';

const page = (what: PageWords): string => {
	const said = languages.map((language) => {
		const { title, text } = messagesIn(language).signInWords.pages[what];
		return `<section lang="${language}"><h1>${title}</h1><p>${text}</p></section>`;
	});
	return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Invite Doctor</title>${said.join('')}</html>`;
};

const answer = (response: ServerResponse, status: number, what: PageWords): void => {
	response.writeHead(status, {
		'Content-Type': 'text/html; charset=utf-8',
		'Content-Security-Policy': "default-src 'none'",
		'Cache-Control': 'no-store',
		'Referrer-Policy': 'no-referrer',
		'X-Content-Type-Options': 'nosniff',
		Connection: 'close',
	});
	response.end(page(what));
};

/**
 * Waits at the registered address for the browser that comes back from Atlassian: on 127.0.0.1 only, at one path, for one answer
 * that knows the state. What does not know it is refused and ends nothing, so that no page can break off a sign-in. Fails with
 * `callback-port-taken`.
 */
export const listenForCallback = async (port: number, state: string): Promise<Outcome<CallbackListener>> => {
	const { promise: arrived, resolve } = Promise.withResolvers<Outcome<string>>();
	const expected = digest(state);
	const host = `127.0.0.1:${port}`;
	let isOver = false;
	const server = createServer((request: IncomingMessage, response: ServerResponse) => {
		const [path, query] = (request.url ?? '').split('?', 2);
		// Any other name is another page's, whose name was made to lead here.
		const isForUs = !isOver && request.headers.host === host && request.method === 'GET' && path === callbackPath;
		if (!isForUs) return answer(response, 404, 'unknown');
		const given = new URLSearchParams(query);
		if (!timingSafeEqual(digest(given.get('state') ?? ''), expected)) return answer(response, 400, 'unknown');
		const code = given.get('code');
		isOver = true;
		response.once('close', close);
		answer(response, 200, code === null ? 'declined' : 'agreed');
		resolve(code === null ? failed('sign-in-unfinished', { why: 'declined' }) : done(code));
	});
	const close = (): void => {
		server.close();
		server.closeAllConnections();
	};
	const listening = await new Promise<boolean>((settle) => {
		server.once('error', () => settle(false));
		server.listen({ port, host: '127.0.0.1', exclusive: true }, () => settle(true));
	});
	return listening ? done({ arrived, close }) : failed('callback-port-taken', { port });
};
