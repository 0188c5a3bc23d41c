import { describe, expect, it } from 'vitest';
import { chooseProxy, readProxy, withoutLogin } from '#main/network/choose-proxy.ts';
import { systemNetwork } from '#shared/network.ts';

const site = new URL('https://acme.atlassian.net/rest');
const login = { user: 'ann@acme', password: 'p:w/ä' };

describe('the proxy', () => {
	it.each([
		[{ HTTPS_PROXY: 'http://proxy:3128' }, 'http://proxy:3128'],
		[{ https_proxy: 'proxy:3128', HTTPS_PROXY: 'http://other:1' }, 'http://proxy:3128'],
		[{ ALL_PROXY: 'http://all:1' }, 'http://all:1'],
		[{ HTTP_PROXY: 'http://proxy:3128' }, null],
		[{}, null],
		[{ HTTPS_PROXY: 'socks5://proxy:1080' }, null],
		[{ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: 'localhost, .atlassian.net' }, null],
		[{ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '*.atlassian.net' }, null],
		[{ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: 'acme.atlassian.net:443' }, null],
		[{ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: 'acme.atlassian.net:8443' }, 'http://proxy:3128'],
		[{ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: 'me.atlassian.net' }, 'http://proxy:3128'],
		[{ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '*' }, null],
	])('of the environment %j is %s', (env, expected) => {
		const proxy = chooseProxy(systemNetwork, env, null)(site);
		expect(proxy && withoutLogin(proxy)).toBe(expected);
	});

	it('is none where none is wanted, and the chosen one whatever the environment says', () => {
		const env = { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '*' };
		expect(chooseProxy({ ...systemNetwork, mode: 'none' }, env, null)(site)).toBe(null);
		const chosen = chooseProxy({ ...systemNetwork, mode: 'proxy', proxy: 'http://own:1', bypass: '.acme.example' }, env, null);
		expect(chosen(site)?.host).toBe('own:1');
		expect(chosen(new URL('https://jira.acme.example'))).toBe(null);
	});

	it('gets the login of the keychain, unless its address has one', () => {
		const proxy = chooseProxy(systemNetwork, { HTTPS_PROXY: 'http://proxy:1' }, login)(site);
		expect([decodeURIComponent(proxy?.username ?? ''), decodeURIComponent(proxy?.password ?? '')]).toEqual([login.user, login.password]);
		const own = chooseProxy(systemNetwork, { HTTPS_PROXY: 'http://bob:x@proxy:1' }, login)(site);
		expect(own?.username).toBe('bob');
		expect(own && withoutLogin(own)).toBe('http://proxy:1');
	});

	it.each(['', 'ftp://proxy', 'http://', 'socks4://x'])('is not %j', (text) => {
		expect(readProxy(text)).toBe(null);
	});
});
