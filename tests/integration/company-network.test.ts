import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DemoSite } from '#demo-site/demo-site.ts';
import { makeInviteList, makeInviteListRows } from '#demo-site/invite-list.ts';
import { readAccess } from '#main/hosts/cli/access-option.ts';
import { openListText } from '#main/files/open-list.ts';
import { composeApp } from '#main/services/compose.ts';
import { cautiousChoices } from '#shared/plan.ts';
import { appScopes, scopesFor } from '#shared/scopes.ts';
import { type CompanyProxyOptions, hasOpenssl, makeCompanyRoot, startCompanyProxy } from '../support/company-network.ts';
import { composeOnDemo, makeTempDir, need, startDemo } from '../support/demo-app.ts';
import { idleClock } from '../support/idle-clock.ts';
import { isCustomer } from '../support/remediation.ts';
import { browse, registerApp, signIn } from '../support/sign-in.ts';

const password = 'CANARY-proxy-password';
const site = 'https://halden.atlassian.net';

/** The product inside a company: the site has its real address, and only the proxy leads to it. */
const inCompany = async (options: Omit<CompanyProxyOptions, 'inspect'> & { readonly isTrusted?: boolean; readonly user?: string } = {}) => {
	const { isTrusted = true, user, ...of } = options;
	const demo = await startDemo();
	const dir = await makeTempDir();
	const root = makeCompanyRoot(await makeTempDir());
	const proxy = await startCompanyProxy({ ...of, inspect: { ...root, to: demo.url } });
	const dataDir = join(dir, 'data');
	const app = need(
		await composeApp({
			dataDir,
			host: 'cli',
			allowLoopback: false,
			version: '0.0.0',
			sessionSecrets: true,
			clock: idleClock(),
			// The person's browser knows the company's network by itself.
			openLink: (page) => browse(page.replace('https://auth.atlassian.com', demo.url)),
		}),
	);
	onTestFinished(() => app.close());
	const login = user === undefined ? {} : { user, password };
	need(
		await app.network.set({
			mode: 'proxy',
			proxy: proxy.url,
			bypass: '',
			...login,
			certificates: isTrusted ? readFileSync(root.rootFile, 'utf8') : null,
		}),
	);
	const token = demo.issueToken(scopesFor('add', 'classic'));
	need(await app.sites.add({ name: 'halden', url: site, ...token, orgApiKey: demo.orgApiKey }));
	const connection = need(await app.sites.connection('halden'));
	const walk = async () => need(await app.network.walk(connection, () => app.sites.check(connection)));
	return { demo, proxy, app, dataDir, connection, walk };
};

const shortList = ({ world }: DemoSite): string => makeInviteList(world).split('\r\n').slice(0, 60).join('\r\n');

const filesIn = (dir: string): string[] =>
	readdirSync(dir).flatMap((name) => (statSync(join(dir, name)).isDirectory() ? filesIn(join(dir, name)) : [join(dir, name)]));

describe.skipIf(!hasOpenssl)('behind a proxy that wants a login and looks into TLS', () => {
	it('the whole job is done: diagnose, plan, remediate, verify', async () => {
		const { demo, proxy, app, connection, dataDir } = await inCompany({ login: `ann:${password}`, user: 'ann' });
		const list = need(await openListText('list.csv', shortList(demo)));
		const access = need(readAccess(demo.access, '2026-11-23T12:00:00.000Z'));
		const started = {
			listName: 'list.csv',
			columns: list.preview.columns,
			batches: list.batches(),
			site: connection,
			deskKey: demo.deskKey,
			access,
		};
		const { runId } = need(await app.runs.start(started));
		for await (const progress of app.runs.watch(runId)) void progress;
		expect(need(app.store.run(runId))).toMatchObject({ state: 'finished', stop: null });
		const right = new Map(makeInviteListRows(demo.world).map(({ row, expected }) => [row, expected.cause]));
		for (const { row, cause } of app.store.allRows(runId)) expect([row, cause]).toEqual([row, right.get(row)]);
		const { planId } = need(await app.remediation.plan({ runId, choices: cautiousChoices }, demo.email));
		need(await app.remediation.start(planId, connection, {}));
		for await (const progress of app.remediation.watch(planId)) void progress;
		const applied = [...app.plans.allRows(planId)].filter(({ outcome }) => outcome === 'applied');
		expect(applied.length).toBeGreaterThan(3);
		expect(applied.filter(({ email }) => !isCustomer(demo, email))).toEqual([]);
		expect(new Set(proxy.seen)).toEqual(new Set(['CONNECT halden.atlassian.net:443', 'CONNECT api.atlassian.com:443']));
		const written = filesIn(dataDir).map((file) => readFileSync(file, 'latin1'));
		expect(written.filter((text) => text.includes(password) || text.includes(Buffer.from(`ann:${password}`).toString('base64')))).toEqual(
			[],
		);
		expect(JSON.stringify(need(await app.network.get()))).not.toContain(password);
	});

	it('one signs in by an app of the company', async () => {
		const { demo, proxy, app } = await inCompany({ login: `ann:${password}`, user: 'ann' });
		need(await app.sites.add({ name: 'by app', url: site, oauth: await registerApp(demo, appScopes(false)) }));
		expect(await signIn(app, 'by app')).toBe(null);
		expect(await app.sites.check(need(await app.sites.connection('by app')))).toMatchObject({ ok: true, value: { door: 'gateway' } });
		expect(proxy.seen).toContain('CONNECT auth.atlassian.com:443');
	});

	it('the check walks all the way, and names who issued the certificate', async () => {
		const { walk } = await inCompany({ login: `ann:${password}`, user: 'ann' });
		const { steps, failure } = await walk();
		expect(failure).toBe(null);
		expect(steps.map(({ step, state }) => [step, state])).toEqual(
			['name', 'connection', 'proxy', 'certificate', 'site', 'token'].map((step) => [step, 'ok']),
		);
		expect(steps.find(({ step }) => step === 'certificate')?.seen).toBe('Acme Inspection');
	});

	it.each([
		['no login', {}],
		['a wrong login', { user: 'eve' }],
	])('with %s the proxy is what ends it', async (_what, given) => {
		const { walk, app, connection, demo } = await inCompany({ login: `ann:${password}`, ...given });
		expect(await app.sites.check(connection)).toMatchObject({ ok: false, failure: { code: 'proxy-login-needed' } });
		const { steps, failure } = await walk();
		expect([steps.find(({ state }) => state === 'failed')?.step, failure?.code]).toEqual(['proxy', 'proxy-login-needed']);
		expect(demo.requests()).toEqual([]);
	});

	it('without its root the certificate is refused, its issuer is named, and no token is sent', async () => {
		const { walk, app, connection, demo } = await inCompany({ isTrusted: false });
		const refused = { code: 'certificate-untrusted', details: { issuer: 'Acme Inspection' } };
		expect(await app.sites.check(connection)).toMatchObject({ ok: false, failure: refused });
		const { steps, failure } = await walk();
		expect(steps.find(({ state }) => state === 'failed')?.step).toBe('certificate');
		expect(failure).toMatchObject(refused);
		expect(demo.requests()).toEqual([]);
	});

	it('whatever the environment says of certificates', async () => {
		const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
		process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
		onTestFinished(() => {
			if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
			else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
		});
		const { app, connection, demo } = await inCompany({ isTrusted: false });
		expect(await app.sites.check(connection)).toMatchObject({ ok: false, failure: { code: 'certificate-untrusted' } });
		expect(demo.requests()).toEqual([]);
	});

	it('a proxy that lets nobody through, and a page of a filter, are told apart', async () => {
		const refused = await inCompany({ refuses: true });
		expect(await refused.app.sites.check(refused.connection)).toMatchObject({ failure: { code: 'proxy-refuses' } });
		const blocked = await inCompany({ filterPage: '<html><body>Blocked by Acme policy</body></html>' });
		expect((await blocked.walk()).failure).toMatchObject({ code: 'blocked-by-filter' });
	});
});

describe('a proxy of the environment', () => {
	const withProxy = async (login?: string) => {
		const proxy = await startCompanyProxy(login === undefined ? {} : { login });
		const url = new URL(proxy.url);
		if (login !== undefined) [url.username, url.password] = login.split(':') as [string, string];
		const before = process.env['HTTP_PROXY'];
		process.env['HTTP_PROXY'] = url.href;
		onTestFinished(() => {
			if (before === undefined) delete process.env['HTTP_PROXY'];
			else process.env['HTTP_PROXY'] = before;
		});
		return proxy;
	};

	it.each([undefined, 'ann:secret'])('is gone through by every request, with login %s', async (login) => {
		const demo = await startDemo();
		const proxy = await withProxy(login);
		const app = await composeOnDemo(demo);
		expect(await app.diagnose({ csv: shortList(demo) })).toMatchObject({ state: 'finished' });
		expect(proxy.seen).toHaveLength(demo.requests().length);
		expect(need(await app.services.network.get())).toMatchObject({ settings: { mode: 'system' } });
	});

	it('is not gone through where none is wanted', async () => {
		const demo = await startDemo();
		const proxy = await withProxy();
		const app = await composeOnDemo(demo);
		need(await app.services.network.set({ mode: 'none', bypass: '' }));
		need(await app.services.sites.check(need(await app.services.sites.connection('demo'))));
		expect(proxy.seen).toEqual([]);
	});

	it('that is away is what is told', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		need(await app.services.network.set({ mode: 'proxy', proxy: 'http://127.0.0.1:9', bypass: '' }));
		expect(await app.services.sites.check(need(await app.services.sites.connection('demo')))).toMatchObject({
			failure: { code: 'proxy-unreachable' },
		});
		const site = need(await app.services.sites.connection('demo'));
		const { steps, failure } = need(await app.services.network.walk(site, () => app.services.sites.check(site)));
		expect([steps.find(({ state }) => state === 'failed')?.step, failure?.code]).toEqual(['connection', 'proxy-unreachable']);
	});

	it.each(['socks5://proxy:1', 'http://ann:x@proxy:1', 'nonsense://'])('is not set as %s', async (proxy) => {
		const app = await composeOnDemo(await startDemo());
		expect(await app.services.network.set({ mode: 'proxy', proxy, bypass: '' })).toMatchObject({
			failure: { code: 'proxy-address-invalid' },
		});
		expect(await app.services.network.set({ mode: 'system', bypass: '', certificates: 'nothing of the kind' })).toMatchObject({
			failure: { code: 'certificate-file-unusable' },
		});
	});
});
