import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { drive } from '../../../support/manual-clock.ts';
import { canary, email, keyCanary, standIn } from './stand-in.ts';

const tenant = { body: { cloudId: 'c-1' } };
const tenantCall = 'GET /_edge/tenant_info';
const found = { ok: true, value: { value: { cloudId: 'c-1' }, source: tenantCall } };
const limitedPage = '<html><body>The request has been rate-limited.</body></html>';

describe('a question', () => {
	it('goes out with basic authentication on the site and the key on the admin API', async () => {
		const site = await standIn((seen) => (seen.url.startsWith('/admin') ? { body: { data: [] } } : { body: [] }));
		expect(await site.questions.users(0, 1)).toMatchObject({ ok: true, value: { at: '2026-11-23T12:00:00.000Z' } });
		await drive(site.clock, site.questions.organisations(null));
		expect(site.seen[0]?.headers).toMatchObject({
			accept: 'application/json',
			'user-agent': 'Invite-Doctor/9.9.9',
			authorization: `Basic ${Buffer.from(`${email}:${canary}`).toString('base64')}`,
		});
		expect(site.seen[0]?.headers['x-experimentalapi']).toBeUndefined();
		expect(site.seen[1]?.headers.authorization).toBe(`Bearer ${keyCanary}`);
	});

	it('of the organisation is not asked without its key', async () => {
		const site = await standIn(() => tenant, { orgApiKey: null });
		expect(await site.questions.organisations(null)).toMatchObject({ ok: false, failure: { code: 'token-missing' } });
		expect(site.seen).toHaveLength(0);
	});

	it('is not sent with a key that cannot be a header, and does not repeat it', async () => {
		const site = await standIn(() => tenant, { orgApiKey: `${keyCanary}\nX: y` });
		const outcome = await site.questions.organisations(null);
		expect(outcome).toMatchObject({ ok: false, failure: { code: 'org-key-rejected', details: { malformed: true } } });
		expect(JSON.stringify(outcome)).not.toContain('CANARY');
	});

	it.each(['', '.', '..'])('is not sent with the id %j, which would change the path', async (id) => {
		const site = await standIn(() => tenant);
		expect(await site.questions.manageable(id)).toMatchObject({ ok: false, failure: { code: 'call-refused' } });
		expect(site.seen).toHaveLength(0);
	});
});

describe('a refusal', () => {
	it.each([
		[401, {}, {}, 'token-rejected', {}],
		[401, {}, { 'X-Seraph-LoginReason': 'AUTHENTICATION_DENIED' }, 'token-rejected', { captcha: true }],
		[403, {}, { 'X-Seraph-LoginReason': 'AUTHENTICATION_DENIED' }, 'token-rejected', { captcha: true }],
		[200, { cloudId: 'c' }, { 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED' }, 'token-rejected', {}],
		[403, {}, {}, 'caller-lacks-rights', {}],
		[404, {}, {}, 'call-refused', { status: 404 }],
		[409, {}, {}, 'call-refused', { status: 409 }],
		[412, {}, {}, 'call-refused', { status: 412 }],
		[302, '', { Location: 'https://evil.example/' }, 'unexpected-answer', { problem: 'redirects elsewhere' }],
		[501, {}, {}, 'site-error', { status: 501 }],
	])('of the site with %i %j %j is %s', async (status, body, headers, code, details) => {
		const site = await standIn(() => ({ status, body, headers: headers as Record<string, string> }));
		expect(await site.questions.tenant()).toMatchObject({ ok: false, failure: { code, details: { call: tenantCall, ...details } } });
		expect(site.seen).toHaveLength(1);
	});

	it.each([
		[401, { code: 401, message: 'no' }, 'org-key-rejected', {}],
		[
			401,
			{ errors: [{ code: 'ADMIN-401-2', title: 'INSUFFICIENT_SCOPE' }] },
			'scope-missing',
			{ which: 'orgApiKey', use: 'organisations' },
		],
		[403, { errors: [{ code: 'ADMIN-UAM-403-2' }] }, 'caller-lacks-rights', { errorCode: 'ADMIN-UAM-403-2' }],
		[400, { errors: [{ code: `someone@example.com ${keyCanary}` }] }, 'call-refused', { status: 400 }],
	])('of the admin API with %i %j is %s', async (status, body, code, details) => {
		const site = await standIn(() => ({ status, body }));
		const outcome = await site.questions.organisations(null);
		expect(outcome).toMatchObject({ ok: false, failure: { code, details } });
		expect(JSON.stringify(outcome)).not.toMatch(/CANARY|example\.com/);
	});

	it.each([['{"cloudId": '], ['<html>log in</html>'], [''], ['[]'], ['{"cloudId":7}']])('is what %j counts as', async (body) => {
		const site = await standIn(() => ({ body }));
		expect(await site.questions.tenant()).toMatchObject({ ok: false, failure: { code: 'unexpected-answer' } });
	});
});

describe('a 429', () => {
	it('with an HTML body is waited out as it says', async () => {
		const site = await standIn((_seen, nth) => (nth < 3 ? { status: 429, body: limitedPage, headers: { 'Retry-After': '7' } } : tenant));
		const start = site.clock.now();
		expect(await drive(site.clock, site.questions.tenant())).toMatchObject(found);
		expect(site.clock.now() - start).toBe(14_000);
		expect(site.questions.calls()).toEqual({ [tenantCall]: 3 });
	});

	it('is given up after two minutes', async () => {
		const site = await standIn(() => ({ status: 429, body: limitedPage, headers: { 'Retry-After': '20' } }));
		const start = site.clock.now();
		expect(await drive(site.clock, site.questions.tenant())).toMatchObject({ ok: false, failure: { code: 'rate-limited' } });
		expect(site.clock.now() - start).toBeLessThanOrEqual(120_000);
		expect(site.seen.length).toBeLessThan(10);
	});

	it('that asks for an hour is given up at once', async () => {
		const site = await standIn(() => ({ status: 429, headers: { 'Retry-After': '3600' } }));
		const resumeAt = new Date(site.clock.now() + 3_600_000).toISOString();
		expect(await site.questions.tenant()).toMatchObject({ ok: false, failure: { code: 'rate-limited', details: { resumeAt } } });
		expect(site.seen).toHaveLength(1);
	});

	it('that asks for long is told at once to those that wait in line as well, and to whoever asks until then', async () => {
		let isLimited = true;
		const site = await standIn(() => (isLimited ? { status: 429, headers: { 'Retry-After': '1200' } } : tenant));
		const start = site.clock.now();
		const all = await drive(site.clock, Promise.all(Array.from({ length: 20 }, () => site.questions.tenant())));
		// Nobody waited for the pause, and nobody but those in flight had asked.
		expect(site.clock.now() - start).toBeLessThan(5_000);
		expect(site.seen.length).toBeLessThan(10);
		const asked = site.seen.length;
		for (const one of [...all, await site.questions.tenant()]) {
			expect(one).toMatchObject({ ok: false, failure: { code: 'rate-limited' } });
			const waitMs = one.ok ? 0 : Date.parse(String(one.failure.details['resumeAt'])) - start;
			expect([waitMs >= 1_200_000, waitMs < 1_205_000]).toEqual([true, true]);
		}
		expect(site.seen).toHaveLength(asked);
		isLimited = false;
		await site.clock.advance(1_205_000);
		expect(await drive(site.clock, site.questions.tenant())).toMatchObject(found);
	});

	it.each(['0', 'Mon, 23 Nov 2026 11:00:00 GMT'])(
		'for ever with Retry-After %j is asked a few times, then given up with a time',
		async (header) => {
			const site = await standIn(() => ({ status: 429, headers: { 'Retry-After': header } }));
			const start = site.clock.now();
			const outcome = await drive(site.clock, site.questions.tenant());
			expect(site.clock.now() - start).toBeLessThanOrEqual(120_000);
			expect(site.seen.length).toBeLessThan(12);
			const resumeAt = new Date(site.clock.now() + 120_000).toISOString();
			expect(outcome).toMatchObject({ ok: false, failure: { code: 'rate-limited', details: { resumeAt } } });
		},
	);

	it('is waited out where the clock of the machine is set back a year meanwhile', async () => {
		const site = await standIn((_seen, nth) => {
			if (nth === 1) site.clock.set(site.clock.now() - 365 * 24 * 3_600_000);
			return nth < 3 ? { status: 429, headers: { 'Retry-After': '7' } } : tenant;
		});
		const start = site.clock.ticks();
		expect(await drive(site.clock, site.questions.tenant())).toMatchObject(found);
		expect(site.clock.ticks() - start).toBe(14_000);
	});
});

describe('trouble on the way', () => {
	it.each([
		[500, 3],
		[502, 5],
		[503, 5],
		[504, 5],
	])('%i is tried %i times', async (status, attempts) => {
		const site = await standIn(() => ({ status }));
		const outcome = await drive(site.clock, site.questions.tenant());
		expect(outcome).toMatchObject({ ok: false, failure: { code: 'site-error', details: { status } } });
		expect(site.seen).toHaveLength(attempts);
		expect(site.questions.calls()).toEqual({ [tenantCall]: attempts });
	});

	it('that ends is no failure, also for a search that is sent as POST', async () => {
		const site = await standIn((_seen, nth) => (nth === 1 ? { status: 503, headers: { 'Retry-After': '2' } } : { body: { data: [] } }));
		const start = site.clock.now();
		const search = site.questions.directoryUsers('o', { emails: ['a@b.example'], cursor: null });
		expect(await drive(site.clock, search)).toMatchObject({ ok: true });
		expect(site.clock.now() - start).toBe(2_000);
	});

	it('that breaks the connection is tried again', async () => {
		const site = await standIn((_seen, nth, response) => {
			if (nth === 1) {
				response.destroy();
				return 'left-to-me';
			}
			return tenant;
		});
		expect(await drive(site.clock, site.questions.tenant())).toMatchObject(found);
	});

	it('with nobody listening is unreachable, with the reason', async () => {
		const site = await standIn(() => tenant, { origin: 'http://127.0.0.1:9' });
		expect(await drive(site.clock, site.questions.tenant())).toMatchObject({ ok: false, failure: { code: 'unreachable' } });
	});

	it('without an answer times out after two attempts of 30 s', async () => {
		const site = await standIn(() => 'left-to-me');
		const outcome = site.questions.tenant();
		for (const attempt of [1, 2]) {
			await expect.poll(() => site.seen.length).toBe(attempt);
			await site.clock.advance(30_000);
			await expect.poll(() => attempt === 2 || site.logged.length > 0).toBe(true);
			await site.clock.advance(1_000);
		}
		expect(await outcome).toMatchObject({ ok: false, failure: { code: 'timed-out' } });
	});
});

describe('cancelling', () => {
	it('ends a question under way', async () => {
		const run = new AbortController();
		const site = await standIn(() => 'left-to-me', { signal: run.signal });
		const outcome = site.questions.tenant();
		await expect.poll(() => site.seen.length).toBe(1);
		run.abort();
		expect(await outcome).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
	});

	it('ends one that waits for a pause to pass, and one that waits behind it', async () => {
		const run = new AbortController();
		const site = await standIn(() => ({ status: 429, headers: { 'Retry-After': '60' } }), { signal: run.signal });
		const outcomes = Promise.all([site.questions.tenant(), site.questions.tenant()]);
		await expect.poll(() => site.logged.length).toBe(1);
		run.abort();
		for (const outcome of await outcomes) {
			expect(outcome).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
		}
		expect(site.seen).toHaveLength(1);
	});

	it('ends one that waits to be repeated', async () => {
		const run = new AbortController();
		const site = await standIn(() => ({ status: 503 }), { signal: run.signal });
		const outcome = site.questions.tenant();
		await expect.poll(() => site.logged.length).toBe(1);
		run.abort();
		expect(await outcome).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
	});
});

it('shows a token nowhere, even where the site sends it back', async () => {
	const echo = { echo: [canary, keyCanary, email], errors: [{ code: keyCanary, detail: email }], key: `forbidden.${canary}` };
	const shown: unknown[] = [];
	for (const status of [200, 302, 400, 401, 403, 404, 429, 500, 503]) {
		const site = await standIn((seen) => ({
			status,
			body: { ...echo, authorization: seen.headers.authorization },
			headers: { 'Retry-After': '1', Location: `/?${canary}`, 'X-Seraph-LoginReason': canary },
		}));
		shown.push(await drive(site.clock, site.questions.tenant()));
		shown.push(await drive(site.clock, site.questions.organisations(null)));
		shown.push(await drive(site.clock, site.questions.manageable('someone')));
		shown.push(site.logged, site.questions, site.questions.calls());
	}
	const text = inspect(shown, { depth: 20 }) + JSON.stringify(shown);
	for (const secret of ['CANARY', email, Buffer.from(`${email}:${canary}`).toString('base64')]) {
		expect(text).not.toContain(secret);
	}
});
