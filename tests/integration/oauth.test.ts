import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DemoSite } from '#demo-site/demo-site.ts';
import { makeInviteList, makeInviteListRows } from '#demo-site/invite-list.ts';
import type { Clock } from '#core/ports.ts';
import { systemClock } from '#main/system.ts';
import { composeApp } from '#main/services/compose.ts';
import type { Keychain } from '#main/secrets/keychain.ts';
import { callbackAddress, defaultCallbackPort } from '#shared/oauth.ts';
import { cautiousChoices } from '#shared/plan.ts';
import { scopesFor, signInScopes } from '#shared/scopes.ts';
import { isChange } from '../support/change-record.ts';
import { keptKeychain, runCommand, type StartedCommand, startCommand } from '../support/command-line.ts';
import { composeOnDemo, type DemoApp, makeTempDir, need, startDemo } from '../support/demo-app.ts';
import { eventually } from '../support/eventually.ts';
import { idleClock } from '../support/idle-clock.ts';
import { isCustomer } from '../support/remediation.ts';
import { addSignedIn, browse, registerApp, signIn } from '../support/sign-in.ts';

/** A machine without a keychain and without a browser. */
const nowhere = (dir: string): Record<string, string> => ({
	HOME: dir,
	PATH: '',
	INVITE_DOCTOR_DATA_DIR: join(dir, 'data'),
	DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
});

const shortList = ({ world }: DemoSite): string => makeInviteList(world).split('\r\n').slice(0, 100).join('\r\n');
const all = signInScopes(false);

const connectionOf = async (app: DemoApp) => need(await app.services.sites.connection('demo'));
const tokenRequests = (demo: DemoSite) => demo.requests().filter(({ path }) => path === '/oauth/token');
const renewals = (demo: DemoSite) =>
	tokenRequests(demo).filter(({ body }) => JSON.stringify(body).includes('"grant_type":"refresh_token"'));

/** Where the command asks the person to go. */
const pageOf = (command: StartedCommand): Promise<string> =>
	new Promise((resolve) => {
		let said = '';
		command.process.stderr?.on('data', (text: string) => {
			said += text;
			const [page] = /http:\S+authorize\S+/.exec(said) ?? [];
			if (page !== undefined) resolve(page);
		});
	});

const judged = (app: DemoApp, runId: string) => app.rows(runId).map(({ row, cause, certainty }) => ({ row, cause, certainty }));
const expected = (demo: DemoSite, app: DemoApp, runId: string) => {
	const right = new Map(makeInviteListRows(demo.world).map(({ row, expected: one }) => [row, one]));
	return judged(app, runId).map(({ row }) => ({ row, ...right.get(row) }));
};

const planAndCarryOut = async (demo: DemoSite, app: DemoApp, runId: string) => {
	const { planId } = need(await app.services.remediation.plan({ runId, choices: cautiousChoices }, demo.email));
	need(await app.services.remediation.start(planId, await connectionOf(app), {}));
	for await (const progress of app.services.remediation.watch(planId)) void progress;
	return { planId, rows: [...app.services.plans.allRows(planId)] };
};

describe('who signs in by an app of the company', () => {
	it('does the whole job through the gateway, and is known by name', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { oauth: all });
		expect(need(await app.services.sites.get('demo'))).toMatchObject({
			signIn: 'oauth',
			hasApiToken: true,
			email: demo.email,
			door: { via: 'gateway', cloudId: demo.cloudId },
		});
		const run = await app.diagnose({ csv: shortList(demo) });
		expect(run).toMatchObject({ state: 'finished', stop: null, findings: [] });
		expect(judged(app, run.id)).toEqual(expected(demo, app, run.id));
		const applied = (await planAndCarryOut(demo, app, run.id)).rows.filter(({ outcome }) => outcome === 'applied');
		expect(applied.length).toBeGreaterThan(5);
		expect(applied.filter(({ email }) => !isCustomer(demo, email))).toEqual([]);
		const ofSite = demo.requests().filter(({ path }) => path.startsWith('/rest/'));
		expect(new Set(ofSite.map(({ door }) => door))).toEqual(new Set(['gateway']));
		expect(tokenRequests(demo)).toHaveLength(1);
	});

	it('reads everything of a read-only site, and is asked for nothing more', async () => {
		const demo = await startDemo();
		const read = scopesFor('read', 'granular');
		const app = await composeOnDemo(demo, { oauth: read, readOnly: true });
		const asked = demo.requests().find(({ path }) => path === '/authorize');
		expect(String(asked?.query['scope']).split(' ').toSorted()).toEqual([...read, 'offline_access'].toSorted());
		expect(await app.diagnose({ csv: shortList(demo) })).toMatchObject({ state: 'finished', stop: null, findings: [] });
	});

	it('is told which scope the app lacks, and where to add it', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { oauth: all });
		const lacking = all.filter((scope) => scope !== 'read:jira-user');
		demo.signIns.narrow(lacking);
		const checked = need(await app.services.sites.check(await connectionOf(app)));
		expect(checked.missingScopes.map(({ details }) => details)).toContainEqual(
			expect.objectContaining({ which: 'signIn', scopes: ['read:jira-user'] }),
		);
	});

	it('walks all the way in the connection check', async () => {
		const app = await composeOnDemo(await startDemo(), { oauth: all });
		const site = await connectionOf(app);
		const { steps, failure } = need(await app.services.network.walk(site, () => app.services.sites.check(site)));
		expect([failure, steps.at(-1)]).toMatchObject([null, { step: 'token', state: 'ok', seen: 'Robin Admin' }]);
	});
});

describe('an access token that ends in the middle', () => {
	it('of a run is followed by the next one; no row is lost', async () => {
		const demo = await startDemo({
			beforeAnswer: ({ path }) => {
				if (path.endsWith('/users/search') && asked++ === 1) demo.signIns.endAccessTokens();
			},
		});
		let asked = 0;
		const app = await composeOnDemo(demo, { oauth: all });
		const run = await app.diagnose({ csv: shortList(demo) });
		expect(run).toMatchObject({ state: 'finished', stop: null });
		expect(judged(app, run.id)).toEqual(expected(demo, app, run.id));
		expect(renewals(demo)).toHaveLength(1);
		expect(demo.requests().some(({ status, door }) => status === 401 && door === 'gateway')).toBe(true);
	});

	it('of a plan ends it before anything is done twice, and it goes on when it is carried out again', async () => {
		let changes = 0;
		const demo = await startDemo({
			beforeAnswer: (request) => {
				if (isChange(request) && request.path.startsWith('/rest/') && ++changes === 2) demo.signIns.endAccessTokens();
			},
		});
		const app = await composeOnDemo(demo, { oauth: all });
		const run = await app.diagnose({ csv: shortList(demo) });
		const { planId } = await planAndCarryOut(demo, app, run.id);
		expect(need(app.services.plans.plan(planId))).toMatchObject({ state: 'stopped', stop: { code: 'sign-in-needed' } });
		need(await app.services.remediation.start(planId, await connectionOf(app), {}));
		for await (const progress of app.services.remediation.watch(planId)) void progress;
		expect(need(app.services.plans.plan(planId)).state).toBe('finished');
		expect(renewals(demo)).toHaveLength(1);
	});

	it('is renewed once, however many ask at the same time', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { oauth: all });
		demo.signIns.endAccessTokens();
		const site = await connectionOf(app);
		const checks = await Promise.all([1, 2, 3, 4].map(() => app.services.sites.check(site)));
		expect(checks.map(({ ok }) => ok)).toEqual([true, true, true, true]);
		expect(renewals(demo)).toHaveLength(1);
	});
});

describe('a refresh token that is revoked', () => {
	it('stops the run with the sentence to sign in again, and after that it goes on', async () => {
		let asked = 0;
		const demo = await startDemo({
			beforeAnswer: ({ path }) => {
				if (path.endsWith('/users/search') && asked++ === 1) {
					demo.signIns.revoke();
					demo.signIns.endAccessTokens();
				}
			},
		});
		const app = await composeOnDemo(demo, { oauth: all });
		const run = await app.diagnose({ csv: shortList(demo) });
		expect(run).toMatchObject({ state: 'stopped', stop: { code: 'sign-in-needed', details: { site: 'demo', why: 'ended' } } });
		expect(need(await app.services.sites.get('demo')).hasApiToken).toBe(false);
		expect(renewals(demo)).toHaveLength(1);
		expect(await signIn(app.services)).toBe(null);
		expect(await app.resume(run.id)).toMatchObject({ state: 'finished', stop: null });
		expect(judged(app, run.id)).toEqual(expected(demo, app, run.id));
	});

	it('is not taken for one where the app’s secret is wrong: the sign-in is kept', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { oauth: all });
		const { oauth } = need(await app.services.sites.get('demo'));
		if (oauth === null) throw new Error('there is no app');
		need(await app.services.sites.setTokens('demo', { oauth: { ...oauth, clientSecret: 'wrong' }, tokenExpiresOn: null }));
		expect(await app.services.sites.check(await connectionOf(app))).toMatchObject({ failure: { code: 'oauth-app-rejected' } });
		expect(need(await app.services.sites.get('demo')).hasApiToken).toBe(true);
	});
});

const openWith = async (loadKeychain: () => Promise<Keychain>, dataDir: string) => {
	const app = need(
		await composeApp({
			dataDir,
			host: 'cli',
			allowLoopback: true,
			version: '0.0.0',
			clock: idleClock(),
			openLink: browse,
			loadKeychain,
		}),
	);
	onTestFinished(() => app.close());
	return app;
};

const sharedKeychain = (): Keychain => {
	const kept = new Map<string, string>();
	return {
		getPassword: async (service, account) => kept.get(`${service} ${account}`) ?? null,
		setPassword: async (service, account, password) => void kept.set(`${service} ${account}`, password),
		deletePassword: async (service, account) => kept.delete(`${service} ${account}`),
	};
};

describe('a keychain', () => {
	const asSaid = (told: Partial<Keychain>) => async (): Promise<Keychain> => ({ ...sharedKeychain(), ...told });
	const refuses = async () => {
		throw new Error('locked');
	};

	it.each([
		['is missing', refuses],
		['refuses', asSaid({ setPassword: refuses })],
		['gives back something else', asSaid({ getPassword: async () => 'other' })],
	])('that %s: one is signed in as long as the program runs, and the next one says what is missing', async (_what, load) => {
		const demo = await startDemo();
		const dataDir = await makeTempDir();
		const app = await openWith(load, dataDir);
		expect(app.secretsKind).toBe('session');
		await addSignedIn(app, demo, { url: demo.url, adminUrl: demo.url }, all);
		demo.signIns.endAccessTokens();
		expect(await app.sites.check(need(await app.sites.connection('demo')))).toMatchObject({ ok: true });
		const next = await openWith(load, dataDir);
		expect(need(await next.sites.get('demo'))).toMatchObject({ signIn: 'oauth', hasApiToken: false });
		const checked = await next.sites.check(need(await next.sites.connection('demo')));
		expect(checked).toMatchObject({ failure: { code: 'token-missing', details: { which: 'clientSecret' } } });
	});

	it('that is unlocked late takes over who signed in meanwhile; until then what it may have is not said to be missing', async () => {
		const demo = await startDemo();
		const [keychain, dataDir] = [sharedKeychain(), await makeTempDir()];
		const locked = { code: 'store-unavailable', details: { what: 'keychain', reason: 'locked' } };
		const { promise, resolve: unlock } = Promise.withResolvers<Keychain>();
		const app = await openWith(() => promise, dataDir);
		expect(app.secretsKind).toBe('unlocking');
		await addSignedIn(app, demo, { url: demo.url, adminUrl: demo.url }, all);
		expect(await app.sites.connection('demo')).toMatchObject({ failure: locked });
		unlock(keychain);
		await eventually(() => expect(app.secretsKind).toBe('keychain'));
		const checkIn = async ({ sites }: Pick<typeof app, 'sites'>) => sites.check(need(await sites.connection('demo')));
		expect(await checkIn(app)).toMatchObject({ ok: true });
		const late = await openWith(() => Promise.withResolvers<Keychain>().promise, dataDir);
		expect(await late.sites.connection('demo')).toMatchObject({ failure: locked });
		expect(await checkIn(await openWith(async () => keychain, dataDir))).toMatchObject({ ok: true });
		expect(tokenRequests(demo).map(({ status }) => status)).toEqual([200, 200]);
	});

	it('that takes no new refresh token lets no token that came with it be used', async () => {
		const demo = await startDemo();
		const keychain = sharedKeychain();
		let takes = true;
		const setPassword: Keychain['setPassword'] = async (...given) => {
			if (!takes) throw new Error('locked');
			await keychain.setPassword(...given);
		};
		const app = await openWith(async () => ({ ...keychain, setPassword }), await makeTempDir());
		await addSignedIn(app, demo, { url: demo.url, adminUrl: demo.url }, all);
		demo.signIns.endAccessTokens();
		takes = false;
		const before = demo.requests().length;
		expect(await app.sites.check(need(await app.sites.connection('demo')))).toMatchObject({ failure: { code: 'store-unavailable' } });
		const since = demo.requests().slice(before);
		expect(since.filter(({ path }) => path === '/oauth/token')).toHaveLength(1);
		expect(since.filter(({ status, door }) => door === 'gateway' && status !== 401)).toEqual([]);
	});
});

describe('two programs on one computer', () => {
	it('that renew at the same time do not take each other’s sign-in away', async () => {
		const demo = await startDemo({ latencyMs: 20 });
		const dataDir = await makeTempDir();
		const keychain = sharedKeychain();
		const programs = await Promise.all([1, 2, 3].map(() => openWith(async () => keychain, dataDir)));
		const [first] = programs;
		if (first === undefined) throw new Error('no program');
		await addSignedIn(first, demo, { url: demo.url, adminUrl: demo.url, orgApiKey: demo.orgApiKey }, all);
		for (let round = 0; round < 3; round++) {
			demo.signIns.endAccessTokens();
			const checks = await Promise.all(programs.map(async ({ sites }) => sites.check(need(await sites.connection('demo')))));
			expect(checks.map((check) => (check.ok ? null : check.failure))).toEqual([null, null, null]);
		}
		expect(tokenRequests(demo).filter(({ status }) => status !== 200)).toEqual([]);
	});

	it('may be commands, processes of their own: each renews, and nobody has to sign in again', async () => {
		// Long enough for all of them to want the same token.
		const demo = await startDemo({ latencyMs: 150 });
		const env = { ...nowhere(await makeTempDir()), ...keptKeychain(await makeTempDir()) };
		const { clientId, clientSecret, callbackPort } = await registerApp(demo, all);
		const add = ['site', 'add', demo.url, '--name', 'demo', '--oauth', clientId, '--callback-port', String(callbackPort)];
		const adding = startCommand([...add, '--allow-loopback'], { env, stdin: `${clientSecret}\n\n` });
		await browse(await pageOf(adding));
		expect(await adding.ended).toMatchObject({ code: 0 });
		for (let round = 0; round < 2; round++) {
			const ends = await Promise.all([1, 2, 3].map(() => runCommand(['site', 'check', 'demo', '--allow-loopback'], { env })));
			for (const end of ends) expect(end).toMatchObject({ code: 0, stderr: expect.not.stringContaining('sign in') });
		}
		expect(renewals(demo)).toHaveLength(6);
		expect(tokenRequests(demo).filter(({ status }) => status !== 200)).toEqual([]);
	});
});

describe('the command line', () => {
	it('adds a site with an app: says the address, waits, and says who signed in', async () => {
		const demo = await startDemo();
		const dir = await makeTempDir();
		const { clientId, clientSecret, callbackPort } = await registerApp(demo, all);
		const args = ['site', 'add', demo.url, '--name', 'demo', '--oauth', clientId, '--callback-port', String(callbackPort)];
		const env = { ...nowhere(dir), INVITE_DOCTOR_CLIENT_SECRET: clientSecret };
		const command = startCommand([...args, '--allow-loopback'], { env });
		const url = await pageOf(command);
		expect(url).not.toContain(clientSecret);
		await browse(url);
		const end = await command.ended;
		expect(end).toMatchObject({ code: 0, stdout: expect.stringContaining(`Signed in to demo as ${demo.email}.`) });
		expect(end.stderr).toContain('No browser could be opened.');
		expect(end.stderr).toContain('This machine has no keychain');
		expect(end.stdout + end.stderr).not.toContain(clientSecret);
		expect((await runCommand(['site', 'list'], { env: nowhere(dir) })).stdout).toContain(
			`${demo.email}  not signed in, no organisation key`,
		);
		const again = await runCommand(['site', 'check', 'demo', '--allow-loopback'], { env: nowhere(dir) });
		expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('site sign-in') });
	});

	it('wants a client secret, and no account beside an app', async () => {
		const env = nowhere(await makeTempDir());
		const add = ['site', 'add', 'acme', '--oauth', 'an-app'];
		expect(await runCommand(add, { env })).toMatchObject({ code: 2, stderr: expect.stringContaining('client secret') });
		expect(await runCommand([...add, '--email', 'a@b.example'], { env })).toMatchObject({ code: 2 });
		expect(await runCommand([...add, '--callback-port', '80'], { env })).toMatchObject({ code: 2 });
		expect((await runCommand(['site', 'add', '--help'], { env })).stdout).toContain(callbackAddress(defaultCallbackPort));
	});
});

describe('a sign-in', () => {
	const withSite = async (scopes = all, clock: Clock = systemClock) => {
		const demo = await startDemo();
		const dataDir = await makeTempDir();
		let visit: (url: string) => Promise<unknown> = browse;
		const services = need(
			await composeApp({
				dataDir,
				host: 'cli',
				allowLoopback: true,
				version: '0.0.0',
				sessionSecrets: true,
				clock,
				openLink: async (url) => void (await visit(url)),
			}),
		);
		onTestFinished(() => services.close());
		const app = await registerApp(demo, scopes);
		need(await services.sites.add({ name: 'demo', url: demo.url, adminUrl: demo.url, oauth: app }));
		const callback = callbackAddress(app.callbackPort);
		return {
			demo,
			services,
			app,
			callback,
			/** What the person does with the page. */
			visit: (how: typeof visit) => {
				visit = how;
			},
		};
	};

	const codeOf = async (url: string): Promise<URL> => {
		const { headers } = await fetch(url, { redirect: 'manual' });
		return new URL(headers.get('location') ?? '');
	};

	const statusOf = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
		new Promise((resolve, reject) => {
			request(url, { headers }, (answer) => {
				answer.resume();
				resolve(answer.statusCode);
			})
				.on('error', reject)
				.end();
		});

	it('that was not begun is said to be missing', async () => {
		const { services } = await withSite();
		expect(await services.sites.connection('demo')).toMatchObject({ failure: { code: 'sign-in-needed', details: { why: 'absent' } } });
	});

	it('takes no answer with another state, at another path or for another host, and waits for the right one', async () => {
		const { services, visit, callback, demo } = await withSite();
		const statuses: (number | undefined)[] = [];
		visit(async (url) => {
			const back = await codeOf(url);
			const forged = new URL(back);
			forged.searchParams.set('state', 'another');
			for (const address of [forged.href, `${callback}?code=x`, back.href.replace('/callback', '/elsewhere')]) {
				statuses.push((await fetch(address)).status);
			}
			statuses.push((await fetch(back, { method: 'POST' })).status);
			statuses.push(await statusOf(back.href, { host: 'rebound.example' }));
			expect(tokenRequests(demo)).toEqual([]);
			const page = await fetch(back);
			expect(page.headers.get('content-security-policy')).toBe("default-src 'none'");
			expect(await page.text()).toMatch(/Access granted.*Zugriff erlaubt/s);
		});
		expect(await signIn(services)).toBe(null);
		expect(statuses).toEqual([400, 400, 404, 404, 404]);
	});

	it('takes one answer: a code that comes twice is not exchanged twice', async () => {
		const { services, visit, demo } = await withSite();
		let second: number | string = '';
		visit(async (url) => {
			const back = await codeOf(url);
			const both = await Promise.allSettled([fetch(back), fetch(back)]);
			second = both.filter(({ status }) => status === 'fulfilled').length;
			for (const one of both) if (one.status === 'fulfilled' && one.value.status === 200) second = 'once';
		});
		expect(await signIn(services)).toBe(null);
		expect([second, tokenRequests(demo).length]).toEqual(['once', 1]);
	});

	it('is refused by Atlassian where somebody else used the code before', async () => {
		const { services, visit, demo, app, callback } = await withSite();
		visit(async (url) => {
			const back = await codeOf(url);
			const { clientId, clientSecret } = app;
			const code = back.searchParams.get('code');
			await fetch(`${demo.url}/oauth/token`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({
					grant_type: 'authorization_code',
					client_id: clientId,
					client_secret: clientSecret,
					code,
					redirect_uri: callback,
				}),
			});
			await fetch(back);
		});
		expect(await signIn(services)).toMatchObject({ code: 'sign-in-unfinished', details: { why: 'code' } });
		expect(need(await services.sites.get('demo')).hasApiToken).toBe(false);
	});

	it('to another site is not kept', async () => {
		const { services, demo } = await withSite();
		demo.signIns.leadElsewhere();
		expect(await signIn(services)).toMatchObject({
			code: 'sign-in-other-site',
			details: { sites: ['https://elsewhere.atlassian.net'] },
		});
		expect(need(await services.sites.get('demo'))).toMatchObject({ hasApiToken: false, door: null, email: null });
		expect(await services.sites.connection('demo')).toMatchObject({ failure: { code: 'sign-in-needed' } });
	});

	it('that the person declines is said to be declined', async () => {
		const { services, demo } = await withSite();
		demo.signIns.agree(false);
		expect(await signIn(services)).toMatchObject({ code: 'sign-in-unfinished', details: { why: 'declined' } });
	});

	it('that somebody gives up is broken off with its window, and lets the port go', async () => {
		const { services, visit } = await withSite();
		const given = new AbortController();
		visit(async () => given.abort());
		expect(await signIn(services, 'demo', given.signal)).toMatchObject({ code: 'cancelled' });
		visit(browse);
		expect(await signIn(services)).toBe(null);
	});

	it('that nobody answers ends after five minutes', async () => {
		const waited: number[] = [];
		const sleep: Clock['sleep'] = async (ms, signal) => {
			waited.push(ms);
			if (ms < 300_000) await systemClock.sleep(ms, signal);
		};
		const { services, visit, app } = await withSite(all, { ...systemClock, sleep });
		visit(async () => undefined);
		expect(await signIn(services)).toMatchObject({ code: 'sign-in-unfinished', details: { why: 'late' } });
		expect(waited).toContain(300_000);
		await expect(fetch(callbackAddress(app.callbackPort))).rejects.toThrow('fetch failed');
	});

	it('wants the secret of an app that takes the place of another', async () => {
		const { services, app } = await withSite();
		const { callbackPort } = app;
		const other = await services.sites.setTokens('demo', { oauth: { clientId: 'another', callbackPort }, tokenExpiresOn: null });
		expect(other).toMatchObject({ failure: { code: 'token-missing', details: { which: 'clientSecret' } } });
		expect(need(await services.sites.get('demo')).oauth?.clientId).toBe(app.clientId);
	});

	it('goes on without a browser: whoever has the address opens it', async () => {
		const { services, visit } = await withSite();
		visit(() => Promise.reject(new Error('no browser')));
		const seen: unknown[] = [];
		for await (const step of services.sites.signIn('demo')) {
			if (!step.ok) throw new Error(step.failure.code);
			seen.push(step.value.at === 'browser' ? step.value.isOpen : step.value.site.signIn);
			if (step.value.at === 'browser') await browse(step.value.url);
		}
		expect(seen).toEqual([false, 'oauth']);
	});

	it('names the port that another program has', async () => {
		const { services, visit, app } = await withSite();
		visit(() => Promise.reject(new Error('no browser')));
		const first = services.sites.signIn('demo');
		await first.next();
		expect(await signIn(services)).toMatchObject({ code: 'callback-port-taken', details: { port: app.callbackPort } });
		await first.return(undefined);
		visit(browse);
		expect(await signIn(services)).toBe(null);
	});

	it('gives way to a token, and a token to it; nothing of the other is left', async () => {
		const { services, demo, app } = await withSite();
		expect(await signIn(services)).toBe(null);
		const { email, apiToken } = demo;
		need(await services.sites.setTokens('demo', { email, apiToken, tokenExpiresOn: null }));
		expect(need(await services.sites.get('demo'))).toMatchObject({ signIn: 'token', oauth: null, door: null, hasApiToken: true });
		expect(await services.sites.check(need(await services.sites.connection('demo')))).toMatchObject({ ok: true });
		need(await services.sites.setTokens('demo', { oauth: app, tokenExpiresOn: null }));
		expect(need(await services.sites.get('demo'))).toMatchObject({ signIn: 'oauth', email: null, door: null, hasApiToken: false });
		expect(await signIn(services)).toBe(null);
		expect(need(await services.sites.get('demo')).hasApiToken).toBe(true);
	});
});
