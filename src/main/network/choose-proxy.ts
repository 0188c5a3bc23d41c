import type { NetworkSettings } from '#shared/network.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The ways a request may take, the next one where a proxy cannot be reached; `null`: without a proxy. A login is in the URL. */
export type ChooseProxy = (url: URL) => Promise<readonly (URL | null)[]>;

/** How Chromium finds the proxy of a URL: by the system's settings, a PAC file included. Resolves to a list as a PAC file returns it. */
export type ResolveProxy = (url: string) => Promise<string>;

const named = (env: Environment, name: string): string => env[name.toLowerCase()] || env[name] || '';

/** `proxy:3128` means what `http://proxy:3128` does. Other kinds (SOCKS) are not spoken. */
export const readProxy = (text: string): URL | null => {
	const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
	if (text === '' || !URL.canParse(full)) return null;
	const url = new URL(full);
	return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '' ? url : null;
};

/** `*`, a name, a name with a port, or a suffix with a dot or `*.` before it. */
const isBypassed = ({ hostname, port, protocol }: URL, bypass: string): boolean => {
	const own = hostname.replace(/^\[|\]$/g, '');
	const ownPort = port || (protocol === 'https:' ? '443' : '80');
	return bypass
		.toLowerCase()
		.split(/[\s,]+/)
		.filter((entry) => entry !== '')
		.some((entry) => {
			if (entry === '*') return true;
			const [, name = entry, wantedPort] = /^(.*?):(\d+)$/.exec(entry) ?? [];
			if (wantedPort !== undefined && wantedPort !== ownPort) return false;
			const suffix = name.replace(/^\*?\./, '');
			return own === suffix || own.endsWith(`.${suffix}`);
		});
};

export const proxyOfEnvironment =
	(env: Environment): ChooseProxy =>
	async (url) => {
		const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
		return [isBypassed(url, named(env, 'NO_PROXY')) ? null : readProxy(named(env, name) || named(env, 'ALL_PROXY'))];
	};

/** `PROXY a:1; HTTPS b:2; SOCKS c:3; DIRECT`: the ways of it that are spoken here, in its order. */
const readWays = (list: string): readonly (URL | null)[] =>
	list.split(';').flatMap((entry) => {
		const [, kind = '', host = ''] = /^\s*(DIRECT|PROXY|HTTPS?)\b\s*(\S*)/i.exec(entry) ?? [];
		if (kind === '') return [];
		if (kind.toUpperCase() === 'DIRECT') return [null];
		const proxy = readProxy(`${kind.toUpperCase() === 'HTTPS' ? 'https' : 'http'}://${host}`);
		return proxy === null ? [] : [proxy];
	});

export const proxyOfSystem =
	(resolve: ResolveProxy): ChooseProxy =>
	async (url) =>
		readWays(await resolve(url.href));

/** `ofSystem` decides where nothing else is set. `login`: what the keychain holds for the proxy; an address that has its own keeps it. */
export const chooseProxy = (
	settings: NetworkSettings,
	ofSystem: ChooseProxy,
	login: { readonly user: string; readonly password: string } | null,
): ChooseProxy => {
	if (settings.mode === 'none') return async () => [null];
	const withLogin = (proxy: URL | null): URL | null => {
		if (proxy === null || login === null || proxy.username !== '') return proxy;
		const named = new URL(proxy);
		named.username = encodeURIComponent(login.user);
		named.password = encodeURIComponent(login.password);
		return named;
	};
	const own = readProxy(settings.proxy ?? '');
	const chosen: ChooseProxy = settings.mode === 'system' ? ofSystem : async (url) => [isBypassed(url, settings.bypass) ? null : own];
	return async (url) => (await chosen(url)).map(withLogin);
};

export const withoutLogin = (proxy: URL): string => `${proxy.protocol}//${proxy.host}`;
