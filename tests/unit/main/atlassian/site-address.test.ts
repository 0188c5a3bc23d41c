import { describe, expect, it } from 'vitest';
import { isSignInPage, readAdminAddress, readAuthAddress, readGatewayAddress, readSiteAddress } from '#main/atlassian/site-address.ts';

const strict = { allowLoopback: false };
const lenient = { allowLoopback: true };

describe('readSiteAddress', () => {
	it.each([
		'acme',
		'ACME',
		' acme.atlassian.net ',
		'acme.atlassian.net/',
		'https://acme.atlassian.net',
		'HTTPS://Acme.Atlassian.Net/jira/servicedesk/projects/IT/customers?x=1#y',
	])('takes %s for acme', (text) => {
		expect(readSiteAddress(text, strict)).toEqual({
			ok: true,
			value: { origin: 'https://acme.atlassian.net', host: 'acme.atlassian.net', loopback: false },
		});
	});

	it.each([
		'',
		'   ',
		'http://acme.atlassian.net',
		'ftp://acme.atlassian.net',
		'//acme.atlassian.net',
		'atlassian.net',
		'.atlassian.net',
		'https://acme.atlassian.net.',
		'https://acme..atlassian.net',
		'https://a.b.atlassian.net',
		'https://acme.atlassian.net:443',
		'https://acme.atlassian.net:8443',
		'acme.atlassian.net:443',
		'https://acme.atlassian.net@evil.example',
		'https://evil.example@acme.atlassian.net',
		'https://user:pass@acme.atlassian.net/',
		'https://@acme.atlassian.net/',
		'https://evil.example/acme.atlassian.net',
		'https://evil.example#.atlassian.net',
		'https://evil.example?.atlassian.net',
		'https://evil.example\\.atlassian.net',
		'https:\\\\acme.atlassian.net',
		'https:/acme.atlassian.net',
		'https://acme.atlassian.net.evil.example',
		'https://acme-atlassian.net',
		'https://acmeatlassian.net',
		'https://acme%2eatlassian.net',
		'https://acme.atlassian%2Enet',
		'https://evil.example%2f.atlassian.net',
		'https://xn--acme-9na.atlassian.net',
		'xn--acme-9na',
		'https://äcme.atlassian.net',
		'https://ａcme.atlassian.net',
		'https://acme。atlassian.net',
		'https://acme\u200b.atlassian.net',
		'https://ac\tme.atlassian.net',
		'https://acme.atlassian.net\n.evil.example',
		'https://-acme.atlassian.net',
		'https://acme-.atlassian.net',
		'https://ac_me.atlassian.net',
		`https://${'a'.repeat(64)}.atlassian.net`,
		`https://acme.atlassian.net/${'a'.repeat(3_000)}`,
		'javascript:alert(1)',
		'https://127.0.0.2',
		'http://127.0.0.2:8080',
		'http://127.1:8080',
		'http://2130706433:8080',
		'http://0x7f.0.0.1:8080',
		'http://0.0.0.0:8080',
		'https://127.0.0.1:8080',
		'http://localhost.:8080',
		'http://localhost.evil.example',
		'http://user@127.0.0.1:8080',
		'http://[::ffff:127.0.0.1]:8080',
		'file:///etc/passwd',
	])('refuses %j, even where loopback is allowed', (text) => {
		const read = readSiteAddress(text, lenient);
		expect(read).toMatchObject({ ok: false, failure: { code: 'site-address-invalid' } });
		// What looks like a name on the net is told back, and nothing else of what was typed.
		expect(read.ok || Object.values(read.failure.details).every((said) => /^[a-z0-9.-]+$/.test(String(said)))).toBe(true);
	});

	it("tells a help centre's own domain from a slip, for there is another address to give", () => {
		expect(readSiteAddress('help.acme.example', lenient)).toMatchObject({ failure: { details: { host: 'help.acme.example' } } });
		expect(readSiteAddress('a.b.atlassian.net', lenient)).toMatchObject({ failure: { details: {} } });
	});

	it('knows the government cloud, with a gateway and an admin API of its own, and no other', () => {
		const read = readSiteAddress('https://acme.atlassian-us-gov-mod.net/jira', lenient);
		expect(read).toMatchObject({ ok: true, value: { origin: 'https://acme.atlassian-us-gov-mod.net' } });
		if (!read.ok) return;
		for (const address of [readGatewayAddress(null, lenient, read.value), readAdminAddress(null, lenient, read.value)]) {
			expect(address).toMatchObject({ ok: true, value: { origin: 'https://api.atlassian-us-gov-mod.com' } });
		}
		expect(readGatewayAddress('https://api.atlassian.com', lenient, read.value)).toMatchObject({ ok: false });
		expect(readAuthAddress(null, lenient, read.value)).toMatchObject({ value: { origin: 'https://auth.atlassian-us-gov-mod.com' } });
		expect(readAuthAddress('https://auth.atlassian.com', lenient, read.value)).toMatchObject({ ok: false });
		expect(readSiteAddress('https://acme.atlassian-isolated.net', lenient)).toMatchObject({ ok: false });
	});

	it.each([
		['https://api.atlassian.com', true],
		['https://api.atlassian.com/ex/jira/', true],
		['http://127.0.0.1:4010', true],
		['https://api.atlassian.com/admin', false],
		['https://api.atlassian-us-gov-mod.com', false],
		['https://evil.example', false],
		['https://127.0.0.1:4010', false],
	])('takes %j for a gateway: %j', (text, isTaken) => {
		const site = readSiteAddress('acme', lenient);
		expect(readGatewayAddress(text, lenient, site.ok ? site.value : undefined).ok).toBe(isTaken);
		expect(readGatewayAddress(text, { allowLoopback: false }).ok).toBe(isTaken && text.startsWith('https:'));
	});

	it.each([
		['https://auth.atlassian.com', true],
		['http://127.0.0.1:4010', true],
		['https://auth.atlassian.com/authorize', false],
		['https://api.atlassian.com', false],
		['https://auth.atlassian.com.evil.example', false],
		['http://auth.atlassian.com', false],
		['https://127.0.0.1:4010', false],
	])('lets people sign in at %j: %j', (text, isTaken) => {
		const site = readSiteAddress('acme', lenient);
		expect(readAuthAddress(text, lenient, site.ok ? site.value : undefined).ok).toBe(isTaken);
		expect(readAuthAddress(text, { allowLoopback: false }).ok).toBe(isTaken && text.startsWith('https:'));
	});

	it.each([
		['https://auth.atlassian.com/authorize?state=x', true],
		['https://auth.atlassian-us-gov-mod.com/authorize', true],
		['https://auth.atlassian.com/logout', false],
		['https://auth.atlassian.com:8443/authorize', false],
		['http://auth.atlassian.com/authorize', false],
		['https://auth.atlassian.com@evil.example/authorize', false],
		['https://evil.example/authorize', false],
		['nonsense', false],
	])('%j is a page to sign in on: %j', (text, is) => {
		expect(isSignInPage(text)).toBe(is);
	});

	it.each([
		['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
		['http://127.0.0.1:4010/jira', 'http://127.0.0.1:4010'],
		['127.0.0.1:4010', 'http://127.0.0.1:4010'],
		['http://localhost:4010/', 'http://localhost:4010'],
		['localhost:4010', 'http://localhost:4010'],
		['http://[::1]:4010', 'http://[::1]:4010'],
		['http://127.0.0.1:80', 'http://127.0.0.1'],
	])('takes %s only where loopback is allowed', (text, origin) => {
		expect(readSiteAddress(text, lenient)).toMatchObject({ ok: true, value: { origin, loopback: true } });
		expect(readSiteAddress(text, strict)).toMatchObject({ ok: false, failure: { code: 'site-loopback-refused' } });
	});
});

describe('readAdminAddress', () => {
	it.each([null, 'https://api.atlassian.com', 'https://api.atlassian.com/', 'https://api.atlassian.com/admin'])(
		'takes %s for the admin API',
		(text) => {
			expect(readAdminAddress(text, strict)).toMatchObject({ ok: true, value: { origin: 'https://api.atlassian.com' } });
		},
	);

	it.each([
		'https://acme.atlassian.net',
		'https://api.atlassian.com.evil.example',
		'http://api.atlassian.com',
		'https://api.atlassian.com/x',
		'',
	])('refuses %j', (text) => {
		expect(readAdminAddress(text, lenient)).toMatchObject({ ok: false, failure: { code: 'site-address-invalid' } });
	});

	it('lets only loopback replace it, and only where that is allowed', () => {
		expect(readAdminAddress('http://127.0.0.1:4011/admin', lenient)).toMatchObject({
			ok: true,
			value: { origin: 'http://127.0.0.1:4011' },
		});
		expect(readAdminAddress('http://127.0.0.1:4011', strict)).toMatchObject({ ok: false, failure: { code: 'site-loopback-refused' } });
	});
});
