import type { Session } from 'electron';

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];
type Filter = Parameters<Session['webRequest']['onBeforeRequest']>[0];

let isAllowed: CheckHandler = null;
let before: Filter = null;
let proxies = 'DIRECT';

/** What a PAC file would return, for every address. */
export const setProxies = (list: string): void => {
	proxies = list;
};

export const permissionsOf = (permission: string): boolean =>
	isAllowed?.(null, permission as Parameters<NonNullable<CheckHandler>>[1], '', {} as never) ?? true;

/** What the app's filter says of a request. */
export const requestIsCancelled = (url: string): boolean => {
	let isCancelled = false;
	const details = { url } as Parameters<NonNullable<Filter>>[0];
	(before as ((details: object, answer: (response: { cancel?: boolean }) => void) => void) | null)?.(details, ({ cancel }) => {
		isCancelled = cancel === true;
	});
	return isCancelled;
};

export const defaultSession = {
	setPermissionRequestHandler: (_handler: RequestHandler): void => undefined,
	setPermissionCheckHandler: (handler: CheckHandler): void => {
		isAllowed = handler;
	},
	setDevicePermissionHandler: (): void => undefined,
	resolveProxy: async (): Promise<string> => proxies,
	webRequest: {
		onBeforeRequest: (filter: unknown): void => {
			before = filter as Filter;
		},
	},
};
