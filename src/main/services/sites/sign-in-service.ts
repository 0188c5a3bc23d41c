import { createHash, randomBytes } from 'node:crypto';
import type { Secret } from '#core/secret.ts';
import type { SecretKey, SecretStore } from '#core/secret-store.ts';
import type { SignInStep } from '#shared/contract/sites.ts';
import type { OAuthApp } from '#shared/oauth.ts';
import { andThen, done, failed, type Outcome } from '#shared/outcome.ts';
import { signInScopes } from '#shared/scopes.ts';
import { makeKnownDoor } from '../../atlassian/door.ts';
import { accessibleSites, authorizeUrl, exchangeCode, type IssuedTokens, type OAuthOptions, refresh } from '../../atlassian/oauth.ts';
import type { SiteAddress } from '../../atlassian/site-address.ts';
import { makeSiteQuestions, type SiteQuestionsOptions } from '../../atlassian/site-questions.ts';
import { listenForCallback } from '../../network/callback-listener.ts';
import { accountName } from '../../secrets/account-name.ts';
import type { Locks } from '../../storage/locks.ts';
import { type KeptTokens, makeAccessTokens } from './access-tokens.ts';
import { type SitePorts, siteOptions } from './site-connection.ts';

/** A site that people sign in to by an app of their company. */
export interface OAuthSite {
	readonly name: string;
	/** The name its secrets are kept under, whatever their kind. */
	readonly key: Omit<SecretKey, 'kind'>;
	readonly app: OAuthApp;
	readonly site: SiteAddress;
	readonly admin: SiteAddress;
	readonly gateway: SiteAddress;
	readonly auth: SiteAddress;
	readonly readOnly: boolean;
}

/** What is found when somebody has signed in. */
export interface SignedIn {
	readonly at: 'end';
	readonly cloudId: string;
	/** `null`: the site does not tell it. */
	readonly email: string | null;
}

type BrowserStep = Extract<SignInStep, { readonly at: 'browser' }>;

interface Ports extends SitePorts {
	readonly secrets: SecretStore;
	readonly locks: Locks;
	/** Rejects where the machine has nothing to open it with. */
	readonly openLink: (url: string) => Promise<void>;
}

/** From the opening of the page to the person's answer. */
const patienceMs = 300_000;
/** Another process that renews at the same time takes as long as two requests. */
const lockPatienceMs = 60_000;
const lockPauseMs = 50;

const randomText = (): string => randomBytes(32).toString('base64url');

/**
 * Signing in by an OAuth app of the company: the person agrees on Atlassian's page, and what comes of it is a refresh token in
 * the keychain and an access token in memory. Each refresh token is good once; a lock sees to it that no two processes use one.
 */
export class SignInService {
	readonly #ports: Ports;
	/** By the name of the site's secrets: one for all who ask it. */
	readonly #tokens = new Map<string, KeptTokens>();

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	tokensOf(site: OAuthSite): KeptTokens {
		const key = nameOf(site);
		const known = this.#tokens.get(key);
		if (known !== undefined) return known;
		const made = makeAccessTokens(this.#ports.clock, () => this.#renew(site));
		this.#tokens.set(key, made);
		return made;
	}

	/** Another app, or none. What is under way goes on with what it has. */
	forget(site: Pick<OAuthSite, 'key'>): void {
		this.#tokens.delete(nameOf(site));
	}

	/** To the person's answer and what the site says of it; nothing is kept of a sign-in that led elsewhere. */
	async *signIn(site: OAuthSite, signal?: AbortSignal): AsyncGenerator<Outcome<BrowserStep | SignedIn>> {
		const options = await this.#options(site);
		if (!options.ok) return yield options;
		const tenant = await makeSiteQuestions(this.#asking(site, null, signal)).tenant();
		if (!tenant.ok) return yield tenant;
		const [state, verifier] = [randomText(), randomText()];
		const listening = await listenForCallback(site.app.callbackPort, state);
		if (!listening.ok) return yield listening;
		const { arrived, close } = listening.value;
		try {
			const challenge = createHash('sha256').update(verifier).digest('base64url');
			const url = authorizeUrl(options.value, { state, challenge, scopes: signInScopes(site.readOnly) });
			const isOpen = await this.#ports.openLink(url).then(
				() => true,
				() => false,
			);
			yield done({ at: 'browser', url, isOpen });
			const code = await this.#inTime(arrived, signal);
			yield await andThen(code, (given) => this.#finish(site, options.value, tenant.value.value.cloudId, given, verifier));
		} finally {
			close();
		}
	}

	async #inTime(arrived: Promise<Outcome<string>>, signal: AbortSignal | undefined): Promise<Outcome<string>> {
		const over = new AbortController();
		const ends = signal === undefined ? over.signal : AbortSignal.any([over.signal, signal]);
		const late = this.#ports.clock.sleep(patienceMs, ends).then(
			() => failed('sign-in-unfinished', { why: 'late' }),
			() => failed('cancelled'),
		);
		try {
			return await Promise.race([arrived, late]);
		} finally {
			over.abort();
		}
	}

	async #finish(site: OAuthSite, options: OAuthOptions, cloudId: string, code: string, verifier: string): Promise<Outcome<SignedIn>> {
		const issued = await exchangeCode(options, code, verifier);
		if (!issued.ok) return issued.failure.code === 'sign-in-needed' ? failed('sign-in-unfinished', { why: 'code' }) : issued;
		const letIn = await accessibleSites(options, issued.value.accessToken);
		if (!letIn.ok) return letIn;
		if (letIn.value.every(({ id }) => id !== cloudId)) {
			return failed('sign-in-other-site', { site: site.site.host, sites: letIn.value.flatMap(({ url }) => url ?? []) });
		}
		const kept = await this.#alone(site, () => this.#keep(site, issued.value));
		if (!kept.ok) return kept;
		const tokens = this.tokensOf(site);
		tokens.put(issued.value);
		const myself = await makeSiteQuestions(this.#asking(site, cloudId)).myself();
		return done({ at: 'end', cloudId, email: myself.ok ? myself.value.value.email : null });
	}

	/** Whatever another process did meanwhile is read first: the token that is kept is the one that is good. */
	#renew(site: OAuthSite): Promise<Outcome<IssuedTokens>> {
		return this.#alone(site, async () => {
			const options = await this.#options(site);
			if (!options.ok) return options;
			const kept = await this.#refreshToken(site);
			if (!kept.ok) return kept;
			const issued = await refresh(options.value, kept.value);
			if (issued.ok) return andThen(await this.#keep(site, issued.value), () => issued);
			if (issued.failure.code !== 'sign-in-needed') return issued;
			this.#ports.log.warn('sign-in-ended', { site: site.name });
			const gone = await this.#ports.secrets.delete(keyOf(site, 'refresh-token'));
			return gone.ok ? failed('sign-in-needed', { site: site.name, why: 'ended' }) : gone;
		});
	}

	/** Before the access token that came with it is used: were it lost, nobody could sign in again but the person. */
	#keep(site: OAuthSite, { refreshToken }: IssuedTokens): Promise<Outcome<null>> {
		return this.#ports.secrets.set(keyOf(site, 'refresh-token'), refreshToken);
	}

	async #refreshToken(site: OAuthSite): Promise<Outcome<Secret>> {
		const kept = await this.#ports.secrets.get(keyOf(site, 'refresh-token'));
		if (!kept.ok) return kept;
		return kept.value === null ? failed('sign-in-needed', { site: site.name, why: 'absent' }) : done(kept.value);
	}

	async #options({ key, app, auth, gateway, name }: OAuthSite): Promise<Outcome<OAuthOptions>> {
		const { secrets, transport, clock, random, version } = this.#ports;
		const secret = await secrets.get({ ...key, kind: 'client-secret' });
		if (!secret.ok) return secret;
		if (secret.value === null) return failed('token-missing', { site: name, which: 'clientSecret' });
		return done({ auth, gateway, app, clientSecret: secret.value, transport, clock, random, version });
	}

	#asking(site: OAuthSite, cloudId: string | null, signal?: AbortSignal): SiteQuestionsOptions {
		const known = makeKnownDoor(cloudId === null ? null : { via: 'gateway', cloudId });
		const credentials = { signIn: { by: 'oauth', tokens: this.tokensOf(site) }, orgApiKey: null } as const;
		return siteOptions({ ...site, known, readOnly: true, credentials }, this.#ports, signal);
	}

	/** One process at a time, and one job of it. */
	async #alone<T>(site: OAuthSite, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
		const { locks, clock } = this.#ports;
		for (let waitedMs = 0; ; waitedMs += lockPauseMs) {
			const held = locks.take({ kind: 'sign-in', key: nameOf(site) });
			if (!held.ok && (held.failure.code !== 'site-busy' || waitedMs >= lockPatienceMs)) return held;
			if (!held.ok) {
				await clock.sleep(lockPauseMs);
				continue;
			}
			try {
				return await work();
			} finally {
				held.value.release();
			}
		}
	}
}

const keyOf = ({ key }: Pick<OAuthSite, 'key'>, kind: SecretKey['kind']): SecretKey => ({ ...key, kind });

const nameOf = (site: Pick<OAuthSite, 'key'>): string => accountName(keyOf(site, 'refresh-token'));
