import type { IncomingMessage } from 'node:http';
import type { Refusal } from './refusal-page.ts';
import type { Session } from './session.ts';

interface Place {
	readonly host: string;
	readonly origin: string;
}

/**
 * A page that points its own name at 127.0.0.1 sends that name here: only the exact address is answered, said once, by a
 * request that has the form of one to a server and not to a proxy.
 */
const refuseHost = ({ headers, rawHeaders, url }: IncomingMessage, { host }: Place): Refusal | null => {
	const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
	return headers.host === host && hosts === 1 && url?.startsWith('/') === true ? null : 'wrong-host';
};

/** What a browser says of who asks: another site's page, its image or frame, or a guess at what somebody will open next. */
const refuseSource = ({ headers }: IncomingMessage, { origin }: Place): Refusal | null => {
	const site = headers['sec-fetch-site'];
	const isOurs = site === undefined || site === 'same-origin' || site === 'none';
	const isGuess = 'sec-purpose' in headers || 'purpose' in headers;
	return isOurs && !isGuess && (headers.origin === undefined || headers.origin === origin) ? null : 'wrong-origin';
};

/** For pages and files. Browsers leave the origin out when they open a page, so it is only checked where it is sent. */
export const refusePage = (request: IncomingMessage, place: Place, session: Session): Refusal | null => {
	if (request.method !== 'GET') return 'not-found';
	return refuseHost(request, place) ?? refuseSource(request, place) ?? (session.isCarriedBy(request.headers.cookie) ? null : 'no-session');
};

/** For the page of the one-time link, which comes before the cookie: opened by a person, in a tab of its own. */
export const refuseLink = (request: IncomingMessage, place: Place): Refusal | null => {
	const { headers, method } = request;
	if (method !== 'GET') return 'not-found';
	const isTab = headers['sec-fetch-dest'] === undefined || headers['sec-fetch-dest'] === 'document';
	return refuseHost(request, place) ?? refuseSource(request, place) ?? (isTab ? null : 'wrong-origin');
};

/** For what the page of the link asks, its script and the trade. Only a page of ours can say so in a header of its own. */
export const refuseTrade = (request: IncomingMessage, place: Place): Refusal | null =>
	refuseHost(request, place) ??
	refuseSource(request, place) ??
	(request.method === 'GET' || request.headers.origin === place.origin ? null : 'wrong-origin');

/** For the socket. No same-origin rule protects a WebSocket, so the origin must be there and be ours. */
export const refuseSocket = (request: IncomingMessage, place: Place, session: Session): Refusal | null => {
	const wrongHost = refuseHost(request, place);
	if (wrongHost !== null) return wrongHost;
	if (request.headers.origin !== place.origin) return 'wrong-origin';
	return session.isCarriedBy(request.headers.cookie) ? null : 'no-session';
};
