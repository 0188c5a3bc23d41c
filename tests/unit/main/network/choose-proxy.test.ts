import { describe, expect, it } from 'vitest';
import { type ChooseProxy, chooseProxy, proxyOfEnvironment, proxyOfSystem, readProxy, withoutLogin } from '#main/network/choose-proxy.ts';
import { systemNetwork } from '#shared/network.ts';

const site = new URL('https://acme.atlassian.net/rest');
const login = { user: 'ann@acme', password: 'p:w/ä' };

const ways = async (choose: ChooseProxy): Promise<readonly (string | null)[]> =>
	(await choose(site)).map((proxy) => proxy && withoutLogin(proxy));

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
	])('of the environment %j is %s', async (env, expected) => {
		expect(await ways(chooseProxy(systemNetwork, proxyOfEnvironment(env), null))).toEqual([expected]);
	});

	it.each([
		['DIRECT', [null]],
		['PROXY proxy:3128', ['http://proxy:3128']],
		['PROXY a:1; PROXY b:2;DIRECT', ['http://a:1', 'http://b:2', null]],
		['HTTPS secure:443; HTTP plain:80', ['https://secure', 'http://plain']],
		['SOCKS5 s:1; PROXY a:1', ['http://a:1']],
		['SOCKS s:1', []],
		['PROXY [::1]:3128', ['http://[::1]:3128']],
		['nonsense', []],
		['', []],
	])('of the system’s answer %j is %j', async (answer, expected) => {
		const asked: string[] = [];
		const resolve = (url: string) => (asked.push(url), Promise.resolve(answer));
		expect(await ways(chooseProxy(systemNetwork, proxyOfSystem(resolve), null))).toEqual(expected);
		expect(asked).toEqual([site.href]);
	});

	it('is none where none is wanted, and the chosen one whatever the environment says', async () => {
		const ofSystem = proxyOfEnvironment({ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '*' });
		expect(await ways(chooseProxy({ ...systemNetwork, mode: 'none' }, ofSystem, null))).toEqual([null]);
		const chosen = chooseProxy({ ...systemNetwork, mode: 'proxy', proxy: 'http://own:1', bypass: '.acme.example' }, ofSystem, null);
		expect(await ways(chosen)).toEqual(['http://own:1']);
		expect(await chosen(new URL('https://jira.acme.example'))).toEqual([null]);
	});

	it('gets the login of the keychain, unless its address has one', async () => {
		const [proxy] = await chooseProxy(
			systemNetwork,
			proxyOfSystem(async () => 'PROXY proxy:1'),
			login,
		)(site);
		expect([decodeURIComponent(proxy?.username ?? ''), decodeURIComponent(proxy?.password ?? '')]).toEqual([login.user, login.password]);
		const [own] = await chooseProxy(systemNetwork, proxyOfEnvironment({ HTTPS_PROXY: 'http://bob:x@proxy:1' }), login)(site);
		expect(own?.username).toBe('bob');
		expect(own && withoutLogin(own)).toBe('http://proxy:1');
	});

	it.each(['', 'ftp://proxy', 'http://', 'socks4://x'])('is not %j', (text) => {
		expect(readProxy(text)).toBe(null);
	});
});
