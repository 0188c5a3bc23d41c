import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import type { DemoSite } from '#demo-site/demo-site.ts';
import { makeInviteList, makeInviteListRows } from '#demo-site/invite-list.ts';
import { readAccess } from '#main/hosts/cli/access-option.ts';
import { composeApp } from '#main/services/compose.ts';
import type { OAuthApp } from '#shared/oauth.ts';
import type { Outcome } from '#shared/outcome.ts';
import { cautiousChoices } from '#shared/plan.ts';
import type { RunReport } from '#shared/run.ts';
import { appScopes, scopesFor } from '#shared/scopes.ts';
import { watchFor } from '../support/canaries.ts';
import { argumentsOf, type CommandEnd, keptKeychain, startCommand } from '../support/command-line.ts';
import { type CompanyProxy, type CompanyRoot, hasOpenssl, makeCompanyRoot, startCompanyProxy } from '../support/company-network.ts';
import { makeTempDir, need, startDemo } from '../support/demo-app.ts';
import { doors } from '../support/doors.ts';
import { idleClock } from '../support/idle-clock.ts';
import { isCustomer, type PlanFile } from '../support/remediation.ts';
import { browse, registerApp } from '../support/sign-in.ts';

/*
 * Add a site, diagnose, plan, remediate, diagnose again, verify: by each host, with each way to sign in, on each way through the
 * network. Each host meets each account and each network once or twice; WHOLE_PATHS=all tries all three together.
 *
 * OpenSSL takes the file in SSL_CERT_FILE for the system's store, on Linux alone. The site has its real address where TLS is
 * looked into; who answers behind the proxy is the demo site.
 */
const canInspect = process.platform === 'linux' && hasOpenssl;
const rootDir = mkdtempSync(join(tmpdir(), 'invite-doctor-roots-'));
afterAll(() => rmSync(rootDir, { recursive: true, force: true }));
const makeRoot = (name: string): CompanyRoot => {
	mkdirSync(join(rootDir, name));
	return makeCompanyRoot(join(rootDir, name));
};
const roots = canInspect ? { stored: makeRoot('stored'), unknown: makeRoot('unknown') } : null;
if (roots !== null) process.env['SSL_CERT_FILE'] = roots.stored.rootFile;

const user = 'ann';
const password = 'CANARY proxy "pass/wörd+=&';
const site = 'halden';

const accounts = ['an unscoped token', 'classic scopes', 'granular scopes', 'a service account', 'an OAuth app'] as const;
const ways = [
	'directly',
	'through a proxy that wants a login',
	'through TLS inspection',
	'through TLS inspection by an unknown root',
] as const;
type Account = (typeof accounts)[number];
type Way = (typeof ways)[number];

/** One of the two is there. */
interface Given {
	readonly token: { readonly email: string; readonly apiToken: string } | null;
	readonly app: (OAuthApp & { readonly clientSecret: string }) | null;
}

const givenFor = async (demo: DemoSite, account: Account): Promise<Given> => {
	const token = (of: Given['token']): Given => ({ token: of, app: null });
	switch (account) {
		case 'an unscoped token':
			return token(demo);
		case 'classic scopes':
			return token(demo.issueToken(scopesFor('add', 'classic')));
		case 'granular scopes':
			return token(demo.issueToken(scopesFor('add', 'granular')));
		case 'a service account':
			return token(demo.issueToken(scopesFor('add', 'classic'), 'service'));
		case 'an OAuth app':
			return { token: null, app: await registerApp(demo, appScopes(false)) };
	}
};

const proxyFor = async ({ url: to }: DemoSite, way: Way): Promise<CompanyProxy | null> => {
	if (way === 'directly' || roots === null) return null;
	const root = way === 'through TLS inspection by an unknown root' ? roots.unknown : roots.stored;
	const login = way === 'through a proxy that wants a login' ? { login: `${user}:${password}` } : {};
	return startCompanyProxy({ ...login, inspect: { ...root, to } });
};

interface Scene extends Given {
	readonly demo: DemoSite;
	readonly dir: string;
	readonly list: string;
	readonly url: string;
	readonly proxy: CompanyProxy | null;
	readonly wantsLogin: boolean;
	readonly canaries: ReturnType<typeof watchFor>;
	/** A person with a browser, which knows the company's network by itself. */
	readonly browse: (page: string) => Promise<void>;
}

type Judged = ReadonlyMap<number, { readonly email: string; readonly cause: string }>;

/** What somebody saw of the whole path, whoever walked it. */
interface Seen {
	readonly first: Judged;
	readonly applied: readonly number[];
	readonly again: Judged;
	readonly isLogWhole: boolean;
}

/** `string`: the sentence or the failure where the way to the site ended. */
type Walk = (scene: Scene) => Promise<Seen | string>;

const judgedOf = (rows: Iterable<{ readonly row: number; readonly email: string; readonly cause: string }>): Judged =>
	new Map([...rows].map(({ row, email, cause }) => [row, { email, cause }]));

class Ended extends Error {}
const orEnd = <T>(outcome: Outcome<T>): T => {
	if (outcome.ok) return outcome.value;
	throw new Ended(JSON.stringify(outcome.failure));
};

const lastOf = async <T>(told: AsyncIterable<T>): Promise<T | null> => {
	let last: T | null = null;
	for await (const one of told) last = one;
	return last;
};

/** As a window asks, over its own connection. */
const byWindow =
	(host: 'browser' | 'electron', door: 'a WebSocket' | 'a MessagePort'): Walk =>
	async ({ demo, dir, list, url, proxy, wantsLogin, token, app, browse: open }) => {
		const services = need(
			await composeApp({
				dataDir: join(dir, 'data'),
				host,
				allowLoopback: proxy === null,
				version: '0.0.0',
				sessionSecrets: true,
				clock: idleClock(),
				openLink: open,
				// As Chromium says it in the desktop app; a window in the browser is told in Settings.
				...(host === 'electron' ? { resolveProxy: async () => (proxy === null ? 'DIRECT' : `PROXY ${new URL(proxy.url).host}`) } : {}),
			}),
		);
		onTestFinished(() => services.close());
		const client = await doors[door](services.router);
		const login = wantsLogin ? { user, password } : {};
		const settings = host === 'electron' ? ({ mode: 'system' } as const) : ({ mode: 'proxy', proxy: proxy?.url ?? null } as const);
		if (proxy !== null) need(await client.network.set({ ...settings, bypass: '', ...login }));
		const signedBy = app === null ? { email: token?.email, apiToken: token?.apiToken } : { oauth: app };
		need(await client.sites.add({ name: site, url, orgApiKey: demo.orgApiKey, ...signedBy }));
		if (app !== null) for await (const step of await client.sites.signIn({ name: site })) orEnd(step);
		orEnd(await client.sites.check({ name: site }));
		const { origin: _origin, at: _at, inferred: _inferred, ...access } = need(readAccess(demo.access, ''));
		const diagnose = async (): Promise<string> => {
			const { listId, preview } = need(await client.lists.open({ name: 'list.csv', text: list }));
			const { runId } = need(await client.runs.start({ listId, mapping: preview.mapping, site, desk: demo.deskKey, access }));
			await lastOf(await client.runs.watch({ runId }));
			expect(need(await client.runs.get({ runId }))).toMatchObject({ state: 'finished', stop: null });
			return runId;
		};
		const runId = await diagnose();
		const first = judgedOf(services.store.allRows(runId));
		const { planId } = need(await client.plans.create({ runId, choices: cautiousChoices }));
		need(await client.plans.start({ planId, site }));
		await lastOf(await client.plans.watch({ planId }));
		const applied = [...services.plans.allRows(planId)].filter(({ outcome }) => outcome === 'applied').map(({ row }) => row);
		const again = judgedOf(services.store.allRows(await diagnose()));
		const { problems, difference } = need(await client.audit.verify());
		return { first, applied, again, isLogWhole: problems.length === 0 && difference === null };
	};

/** One process a command; its keychain is the test's. */
const byCommandLine: Walk = async ({ demo, dir, list, url, proxy, wantsLogin, token, app, canaries, browse: open }) => {
	const file = (name: string): string => join(dir, name);
	writeFileSync(file('list.csv'), list);
	const env = { HOME: dir, PATH: '', INVITE_DOCTOR_DATA_DIR: file('data'), ...keptKeychain(await makeTempDir()) };
	const inside = roots === null ? {} : { SSL_CERT_FILE: roots.stored.rootFile };
	const run = async (args: readonly string[], stdin = ''): Promise<CommandEnd> => {
		const command = startCommand([...args, ...(proxy === null ? ['--allow-loopback'] : [])], { env: { ...env, ...inside }, stdin });
		canaries.search(`the arguments of ${args.join(' ')}`, argumentsOf(command) ?? args.join(' '));
		command.process.stderr?.on('data', (said: string) => {
			const [page] = /https?:\S+authorize\S+/.exec(said) ?? [];
			if (page !== undefined) void open(page);
		});
		const end = await command.ended;
		canaries.search(`what ${args.join(' ')} printed`, end.stdout + end.stderr);
		if (end.code !== 0 && end.code !== 1) throw new Ended(end.stderr);
		return end;
	};
	const read = <T>(name: string): T => JSON.parse(readFileSync(file(name), 'utf8')) as T;
	if (proxy !== null) {
		await run(['network', 'set', '--proxy', proxy.url, ...(wantsLogin ? ['--user', user] : [])], wantsLogin ? `${password}\n` : '');
	}
	const as = app === null ? ['--email', token?.email ?? ''] : ['--oauth', app.clientId, '--callback-port', String(app.callbackPort)];
	await run(['site', 'add', url, '--name', site, ...as], `${app?.clientSecret ?? token?.apiToken}\n${demo.orgApiKey}\n`);
	const diagnose = async (json: string): Promise<RunReport> => {
		const asked = ['--list', file('list.csv'), '--site', site, '--desk', demo.deskKey, '--access', demo.access];
		await run(['diagnose', ...asked, '--json', file(json)]);
		return read<RunReport>(json);
	};
	const first = await diagnose('first.json');
	await run(['plan', '--run', first.run.id, '--json', file('plan.json')]);
	await run(['remediate', '--plan', read<PlanFile>('plan.json').plan.id, '--site', site, '--yes', '--json', file('result.json')]);
	const applied = read<PlanFile>('result.json')
		.rows.filter(({ outcome }) => outcome === 'applied')
		.map(({ row }) => row);
	const again = await diagnose('again.json');
	const { code } = await run(['verify-audit']);
	return { first: judgedOf(first.rows), applied, again: judgedOf(again.rows), isLogWhole: code === 0 };
};

const hosts = {
	'the command line': byCommandLine,
	'a window in the browser': byWindow('browser', 'a WebSocket'),
	'a window of the app': byWindow('electron', 'a MessagePort'),
} as const satisfies Readonly<Record<string, Walk>>;
const hostNames = Object.keys(hosts) as readonly (keyof typeof hosts)[];

const isAll = process.env['WHOLE_PATHS'] === 'all';
const paths = hostNames.flatMap((host, nth) =>
	accounts.flatMap((account, across) =>
		ways.flatMap((way, at) => (isAll || at === (across + nth) % ways.length ? [{ host, account, way }] : [])),
	),
);

describe('from an added site to a log that is verified', () => {
	it.for(paths)('$host, with $account, $way', async ({ host, account, way }, { skip }) => {
		if (way !== 'directly') skip(!canInspect, 'needs openssl, and a system whose store a test can stand in for');
		const demo = await startDemo();
		const proxy = await proxyFor(demo, way);
		const dir = await makeTempDir();
		const given = await givenFor(demo, account);
		const canaries = watchFor(() => ({
			'proxy password': password,
			'organisation key': demo.orgApiKey,
			'API token': given.token?.apiToken ?? demo.apiToken,
			...(given.app === null ? {} : { 'client secret': given.app.clientSecret }),
			...Object.fromEntries(demo.signIns.issued().map((token, nth) => [`token ${nth}`, token])),
		}));
		const seen = await hosts[host]({
			...given,
			demo,
			dir,
			list: makeInviteList(demo.world).split('\r\n').slice(0, 60).join('\r\n'),
			url: proxy === null ? demo.url : `https://${site}.atlassian.net`,
			proxy,
			wantsLogin: way === 'through a proxy that wants a login',
			canaries,
			browse: (page) => browse(page.replace('https://auth.atlassian.com', demo.url)),
		}).catch((error: unknown) => {
			if (error instanceof Ended) return error.message;
			throw error;
		});
		canaries.searchFiles(dir);
		expect(canaries.found()).toEqual([]);
		if (way === 'through TLS inspection by an unknown root') {
			expect(seen).toContain('Acme Inspection');
			expect(demo.requests()).toEqual([]);
			return;
		}
		if (typeof seen === 'string') throw new Error(seen);
		const right = new Map(makeInviteListRows(demo.world).map(({ row, expected }) => [row, expected.cause]));
		for (const [row, { cause }] of seen.first) expect([row, cause]).toEqual([row, right.get(row)]);
		expect(seen.applied.length).toBeGreaterThan(3);
		for (const row of seen.applied) {
			expect(seen.again.get(row)).toMatchObject({ cause: 'already-customer' });
			expect(isCustomer(demo, seen.first.get(row)?.email ?? '')).toBe(true);
		}
		expect(seen.isLogWhole).toBe(true);
		expect(new Set(demo.requests().flatMap(({ door, path }) => (/^\/rest\/(?!api\/3\/myself)/.test(path) ? door : [])))).toEqual(
			new Set([account === 'an unscoped token' ? 'site' : 'gateway']),
		);
		if (proxy !== null) expect(new Set(proxy.seen)).toContain('CONNECT halden.atlassian.net:443');
	});
});
