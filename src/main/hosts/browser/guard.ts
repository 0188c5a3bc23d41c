import type { IncomingHttpHeaders } from 'node:http';
import type { Refusal } from './refusal-page.ts';
import type { Session } from './session.ts';

interface Place {
	readonly host: string;
	readonly origin: string;
}

/** A page that points its own name at 127.0.0.1 sends that name here: only the exact address is answered. */
const refuseHost = (headers: IncomingHttpHeaders, place: Place): Refusal | null => (headers.host === place.host ? null : 'wrong-host');

/** For pages and files. Browsers leave the origin out when they open a page, so it is only checked where it is sent. */
export const refusePage = (headers: IncomingHttpHeaders, place: Place, session: Session): Refusal | null => {
	const wrongHost = refuseHost(headers, place);
	if (wrongHost !== null) return wrongHost;
	if (headers.origin !== undefined && headers.origin !== place.origin) return 'wrong-origin';
	return session.isCarriedBy(headers.cookie) ? null : 'no-session';
};

/** For the one-time link, which comes before the cookie. */
export const refuseLink = (headers: IncomingHttpHeaders, place: Place): Refusal | null => {
	if (headers.origin !== undefined && headers.origin !== place.origin) return 'wrong-origin';
	return refuseHost(headers, place);
};

/** For the socket. No same-origin rule protects a WebSocket, so the origin must be there and be ours. */
export const refuseSocket = (headers: IncomingHttpHeaders, place: Place, session: Session): Refusal | null => {
	const wrongHost = refuseHost(headers, place);
	if (wrongHost !== null) return wrongHost;
	if (headers.origin !== place.origin) return 'wrong-origin';
	return session.isCarriedBy(headers.cookie) ? null : 'no-session';
};
