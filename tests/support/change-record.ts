import type { LoggedRequest } from '#demo-site/demo-site.ts';
import type { World } from '#demo-site/world/world.ts';

/** Sent as POST, but they only ask. */
const asks = [/\/users\/search$/, /\/workspaces$/, /\/requesttype\/permissions\/check$/];

export const isChange = ({ method, path }: Pick<LoggedRequest, 'method' | 'path'>): boolean =>
	method !== 'GET' && !asks.some((one) => one.test(path));

const bodyText = ({ body }: LoggedRequest): string => JSON.stringify(body ?? null);

/** What makes two requests the same change. */
export const changeKey = (request: LoggedRequest): string => `${request.method} ${request.path} ${bodyText(request)}`;

/** Whom a request names: by account, by address, or everybody at once. */
const names = (request: LoggedRequest, world: World): ReadonlySet<string> => {
	const text = decodeURIComponent(`${request.path} ${JSON.stringify(request.query)} ${bodyText(request)}`);
	const found = new Set<string>();
	for (const [id, { email }] of world.users) if (text.includes(id)) found.add(email.toLowerCase());
	for (const [id, { email }] of world.customers) if (text.includes(id)) found.add(email.toLowerCase());
	for (const [address] of text.matchAll(/[^\s"',=\\]+@[a-z0-9.-]+/gi)) found.add(address.toLowerCase());
	return found;
};

const readsEverybody = ({ method, path }: LoggedRequest): boolean => method === 'GET' && path === '/rest/api/3/users/search';

/**
 * Changes that reached the site a second time although nobody had read of the person in between. `requests` in the order
 * of their arrival, refused ones (429) included: they reached it too.
 */
export const repeatedBlindly = (requests: readonly LoggedRequest[], world: World): string[] => {
	const open = new Map<string, { readonly people: ReadonlySet<string> }>();
	const blind: string[] = [];
	for (const request of requests) {
		if (isChange(request)) {
			const key = changeKey(request);
			if (open.has(key)) blind.push(key);
			open.set(key, { people: names(request, world) });
			continue;
		}
		if (open.size === 0) continue;
		const everybody = readsEverybody(request);
		const people = everybody ? null : names(request, world);
		for (const [key, change] of open) if (people === null || [...change.people].some((person) => people.has(person))) open.delete(key);
	}
	return blind;
};
