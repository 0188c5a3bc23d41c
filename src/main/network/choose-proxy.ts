import type { NetworkSettings } from '#shared/network.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Which proxy a request goes through; `null`: none. Its login is in the URL. */
export type ChooseProxy = (url: URL) => URL | null;

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

/** `login`: what the keychain holds for the proxy; an address of the environment that has its own keeps it. */
export const chooseProxy = (settings: NetworkSettings, env: Environment, login: { user: string; password: string } | null): ChooseProxy => {
	if (settings.mode === 'none') return () => null;
	const ofSystem = settings.mode === 'system';
	const bypass = ofSystem ? named(env, 'NO_PROXY') : settings.bypass;
	return (url) => {
		const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
		const proxy = readProxy(ofSystem ? named(env, name) || named(env, 'ALL_PROXY') : (settings.proxy ?? ''));
		if (proxy === null || isBypassed(url, bypass)) return null;
		if (login !== null && proxy.username === '') {
			proxy.username = encodeURIComponent(login.user);
			proxy.password = encodeURIComponent(login.password);
		}
		return proxy;
	};
};

export const withoutLogin = (proxy: URL): string => `${proxy.protocol}//${proxy.host}`;
