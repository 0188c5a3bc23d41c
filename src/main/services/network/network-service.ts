import type { Asked } from '#shared/contract.ts';
import { lookup as lookupAnywhere } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Clock } from '#core/ports.ts';
import { Secret } from '#core/secret.ts';
import type { SecretStore } from '#core/secret-store.ts';
import type { Walk } from '#shared/contract/network.ts';
import {
	connectionSteps,
	type ConnectionStep,
	type NetworkInfo,
	networkModes,
	type NetworkSettings,
	systemNetwork,
	type WalkedStep,
} from '#shared/network.ts';
import { done, type Failure, type FailureCode, failed, type Outcome } from '#shared/outcome.ts';
import type { SiteCheck } from '#shared/run.ts';
import { networkFailure } from '../../atlassian/failures.ts';
import { inTime, type Transport } from '../../atlassian/send.ts';
import { namesIn, trustedCertificates } from '../../network/certificates.ts';
import { chooseProxy, type ChooseProxy, readProxy, withoutLogin } from '../../network/choose-proxy.ts';
import { lookAtCertificate, openTunnel } from '../../network/look-at-certificate.ts';
import { nodeTransport, reasonOf } from '../../network/node-transport.ts';
import { isPublic, privateAddress } from '../../network/private-addresses.ts';
import type { SettingsStore } from '../../storage/settings-store.ts';
import type { SiteConnection } from '../sites/site-connection.ts';

interface Ports {
	readonly settings: SettingsStore;
	readonly secrets: SecretStore;
	/** The proxy of a URL where nothing else is set. */
	readonly systemProxy: ChooseProxy;
	readonly clock: Clock;
}

/** Where the way to the site is open, and what is wrong is as whom it is gone. */
const ofToken: ReadonlySet<FailureCode> = new Set(['token-rejected', 'scope-missing', 'sign-in-needed', 'oauth-app-rejected']);
const settingKey = 'network';
/** Any of the same cloud: which proxy is asked for is what matters. */
const someSite = new URL('https://api.atlassian.com');

const secretKey = ({ proxy, user }: NetworkSettings) =>
	({ kind: 'proxy-login', siteUrl: proxy ?? 'system', adminUrl: '', orgId: user }) as const;

/** What the store holds, as far as it is what `set` wrote. */
const readSettings = (text: string | null): NetworkSettings => {
	if (text === null) return systemNetwork;
	try {
		const read: unknown = JSON.parse(text);
		const given = typeof read === 'object' && read !== null ? (read as Partial<NetworkSettings>) : {};
		const known = networkModes.find((mode) => mode === given.mode);
		return known === undefined ? systemNetwork : { ...systemNetwork, ...given, mode: known };
	} catch {
		return systemNetwork;
	}
};

/** How the product reaches the net, and where it ends on the way to a site. */
export class NetworkService {
	readonly #ports: Ports;
	#opened: Promise<Outcome<Transport>> | null = null;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** What all requests go through; settings count from the next request on. */
	readonly transport: Transport = {
		exchange: async (request, signal) => {
			const opened = await this.#transport();
			return opened.ok ? opened.value.exchange(request, signal) : { kind: 'network', reason: 'CERTIFICATE_FILE' };
		},
		close: () => this.#close(),
	};

	async get(): Promise<Outcome<NetworkInfo>> {
		const settings = this.#settings();
		const login = await this.#login(settings);
		if (!login.ok) return login;
		const [proxy = null] = await chooseProxy(settings, this.#ports.systemProxy, null)(someSite);
		const { certificates, ...shown } = settings;
		return done({
			settings: shown,
			certificates: namesIn(certificates),
			hasPassword: login.value !== null,
			proxy: proxy && withoutLogin(proxy),
		});
	}

	/** Fails with `proxy-address-invalid` and `certificate-file-unusable`, and changes nothing then. */
	async set({ password, ...given }: Asked['network']['set']): Promise<Outcome<NetworkInfo>> {
		const proxy = given.mode === 'proxy' ? readProxy(given.proxy ?? '') : null;
		const isPlain = proxy !== null && proxy.username === '' && proxy.pathname === '/';
		if (given.mode === 'proxy' && !isPlain) return failed('proxy-address-invalid');
		const settings: NetworkSettings = {
			mode: given.mode,
			proxy: proxy && withoutLogin(proxy),
			bypass: given.bypass,
			user: given.user || null,
			certificates: given.certificates === undefined ? this.#settings().certificates : given.certificates,
			allowPrivateAddresses: given.allowPrivateAddresses ?? false,
		};
		const trusted = trustedCertificates(settings.certificates);
		if (!trusted.ok) return trusted;
		if (password !== undefined && settings.user !== null) {
			const kept = await this.#ports.secrets.set(secretKey(settings), new Secret(password));
			if (!kept.ok) return kept;
		}
		const stored = this.#ports.settings.set(settingKey, JSON.stringify(settings));
		if (!stored.ok) return stored;
		this.#close();
		return this.get();
	}

	/** Walks to a site step by step, and says where it ends. `askToken`: who the site says we are. */
	async walk(site: SiteConnection, askToken: () => Promise<Outcome<SiteCheck>>): Promise<Outcome<Walk>> {
		const settings = this.#settings();
		const login = await this.#login(settings);
		if (!login.ok) return login;
		const url = new URL(site.site.origin);
		const [proxy = null] = await chooseProxy(settings, this.#ports.systemProxy, login.value)(url);
		const steps: WalkedStep[] = [];
		const end = (step: ConnectionStep, failure: Failure, seen: string | null = null): Outcome<Walk> => {
			const open = connectionSteps.slice(steps.length + 1).map((one) => ({ step: one, state: 'skipped', seen: null }) as const);
			return done({ steps: [...steps, { step, state: 'failed', seen }, ...open], failure });
		};
		const pass = (step: ConnectionStep, seen: string | null): void =>
			void steps.push({ step, state: seen === null ? 'skipped' : 'ok', seen });

		const first = proxy ?? url;
		const host = first.hostname.replace(/^\[|\]$/g, '');
		const named = await this.#attempt(first, proxy, () => lookup(host));
		if (!named.ok) return end('name', named.failure);
		const mayBePrivate = proxy !== null || settings.allowPrivateAddresses || isIP(host) !== 0 || host === 'localhost';
		if (!mayBePrivate && !isPublic(named.value)) {
			return end('name', networkFailure({ reason: privateAddress }, {}).failure, named.value.address);
		}
		pass('name', named.value.address);
		const reached = await this.#attempt(url, proxy, async (signal) => (await openTunnel(first, null, signal)).destroy() && first.host);
		if (!reached.ok) return end('connection', reached.failure);
		pass('connection', String(reached.value));
		const isSecure = url.protocol === 'https:';
		const tunnel =
			isSecure && proxy !== null
				? await this.#attempt(url, proxy, async (signal) => (await openTunnel(url, proxy, signal)).destroy())
				: done(null);
		if (!tunnel.ok) return end('proxy', tunnel.failure);
		pass('proxy', proxy && withoutLogin(proxy));
		const issuer = isSecure ? await lookAtCertificate(url, proxy, AbortSignal.timeout(30_000)) : null;
		const checked = await askToken();
		if (!checked.ok && checked.failure.code === 'certificate-untrusted') return end('certificate', checked.failure);
		pass('certificate', issuer);
		if (!checked.ok && !ofToken.has(checked.failure.code)) return end('site', checked.failure);
		pass('site', url.host);
		if (!checked.ok) return end('token', checked.failure);
		pass('token', checked.value.account?.name ?? checked.value.account?.accountId ?? site.name);
		return done({ steps, failure: null });
	}

	/** One step, in time; what goes wrong is told as it would be told of a request. */
	async #attempt<T>(url: URL, proxy: URL | null, work: (signal: AbortSignal) => Promise<T>): Promise<Outcome<T>> {
		let value: { readonly is: T } | null = null;
		const sent = await inTime(this.#ports.clock, undefined, async (signal) => {
			try {
				value = { is: await work(signal) };
				return { kind: 'cancelled' };
			} catch (error) {
				return { kind: 'network', reason: reasonOf(error, proxy, url) };
			}
		});
		if (value !== null) return done((value as { readonly is: T }).is);
		const failure = sent.kind === 'network' ? networkFailure(sent, {}) : failed('timed-out');
		return failure;
	}

	#settings(): NetworkSettings {
		const stored = this.#ports.settings.get(settingKey);
		return readSettings(stored.ok ? stored.value : null);
	}

	async #login(settings: NetworkSettings): Promise<Outcome<{ readonly user: string; readonly password: string } | null>> {
		const { user } = settings;
		if (user === null) return done(null);
		const kept = await this.#ports.secrets.get(secretKey(settings));
		if (!kept.ok) return kept;
		return done(kept.value && { user, password: kept.value.reveal() });
	}

	#transport(): Promise<Outcome<Transport>> {
		this.#opened ??= this.#open();
		return this.#opened;
	}

	async #open(): Promise<Outcome<Transport>> {
		const settings = this.#settings();
		const trusted = trustedCertificates(settings.certificates);
		if (!trusted.ok) return trusted;
		const login = await this.#login(settings);
		if (!login.ok) return login;
		const lookedUp = settings.allowPrivateAddresses ? { lookup: lookupAnywhere } : {};
		return done(
			nodeTransport({ chooseProxy: chooseProxy(settings, this.#ports.systemProxy, login.value), trusted: trusted.value, ...lookedUp }),
		);
	}

	#close(): void {
		const opened = this.#opened;
		this.#opened = null;
		void opened?.then((transport) => transport.ok && transport.value.close());
	}
}
