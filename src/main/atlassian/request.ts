import type { Clock, Log, Random } from '#core/ports.ts';
import type { Door } from '#shared/door.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { Json } from '#shared/verdict.ts';
import { type Call, fillPath, nameOf } from './calls.ts';
import { authorizationOf, type Credentials } from './credentials.ts';
import type { KnownDoor } from './door.ts';
import type { RateGate, RateGates } from './rate-gate.ts';
import type { RawRequest, Transport } from './send.ts';
import type { SiteAddress } from './site-address.ts';

/** A call and its parameters. */
export interface FilledCall {
	readonly call: Call;
	readonly path?: Readonly<Record<string, string>>;
	/** `undefined` leaves the parameter out. */
	readonly query?: Readonly<Record<string, string | undefined>>;
	readonly body?: Readonly<Record<string, Json>>;
}

/** Where calls go, as whom, and what paces them. */
export interface HttpOptions {
	readonly site: SiteAddress;
	readonly admin: SiteAddress;
	readonly gateway: SiteAddress;
	/** One for all that speaks to the site at the same time. */
	readonly known: KnownDoor;
	/** The tokens are used for reading only: nothing that changes the site leaves. */
	readonly readOnly: boolean;
	readonly credentials: Credentials;
	readonly transport: Transport;
	readonly clock: Clock;
	readonly random: Random;
	readonly log: Log;
	/** One for the process: whatever asks the same site shares its limits. */
	readonly gates: RateGates;
	/** For the `User-Agent`. */
	readonly version: string;
	/** Ends every question, waiting or under way, with `cancelled`. */
	readonly signal?: AbortSignal;
}

/**
 * The one builder of addresses. Hosts come from the site's own addresses, never from an answer: of a link only its cursor is
 * taken (`nextCursor`).
 */
const addressOf = ({ api }: Call, path: string, { site, admin, gateway }: HttpOptions, door: Door | null): URL => {
	if (api === 'admin') return new URL(admin.origin + path);
	if (api === 'site' && door?.via === 'gateway') {
		return new URL(`${gateway.origin}/ex/jira/${encodeURIComponent(door.cloudId)}${path}`);
	}
	return new URL(site.origin + path);
};

/** The pace of a site is one, whichever door is used: the same people's work waits behind both. */
export const gateOf = (call: Call, { gates, site, admin }: HttpOptions): RateGate =>
	gates.of((call.api === 'admin' ? admin : site).origin, call);

/** The request as it will leave, or why it cannot be made. */
export const requestOf = async (
	{ call, path: ids, query, body: fields }: FilledCall,
	options: HttpOptions,
	door = options.known.door,
): Promise<Outcome<RawRequest>> => {
	const authorization = await authorizationOf(call, options.credentials);
	if (!authorization.ok) {
		return authorization;
	}
	const path = fillPath(call.template, ids ?? {});
	if (path === null) {
		return failed('call-refused', { call: nameOf(call), problem: 'an id that cannot be part of a path' });
	}
	const url = addressOf(call, path, options, door);
	for (const [name, value] of Object.entries(query ?? {})) {
		if (value !== undefined) {
			url.searchParams.set(name, value);
		}
	}
	const body = fields === undefined ? null : JSON.stringify(fields);
	const headers = {
		Accept: 'application/json',
		...(authorization.value === null ? {} : { Authorization: authorization.value }),
		'User-Agent': `Invite-Doctor/${options.version}`,
		...(call.experimental ? { 'X-ExperimentalApi': 'opt-in' } : {}),
		...(body === null ? {} : { 'Content-Type': 'application/json' }),
	};
	return done({ url, method: call.method, headers, body });
};

/** The same for the journal: what is asked, without whom it is asked as. */
export const askedOf = ({ call, path, query, body }: FilledCall): Json => {
	const given = Object.entries({ ...path, ...query, ...body }).filter((entry): entry is [string, Json] => entry[1] !== undefined);
	return { call: nameOf(call), ...Object.fromEntries(given) };
};
