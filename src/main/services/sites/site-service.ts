import { connect } from '#core/evidence/connect.ts';
import { hearMissingScopes } from '#core/evidence/missing-scopes.ts';
import type { SiteQuestions } from '#core/evidence/site-questions.ts';
import { Secret } from '#core/secret.ts';
import type { SecretKey, SecretStore } from '#core/secret-store.ts';
import type { SignInStep } from '#shared/contract/sites.ts';
import type { OAuthApp } from '#shared/oauth.ts';
import { andThen, done, type Failure, failed, type Outcome } from '#shared/outcome.ts';
import type { SiteCheck, SiteInfo } from '#shared/run.ts';
import type { EnvironmentTokens } from '../../secrets/environment.ts';
import { makeKnownDoor } from '../../atlassian/door.ts';
import type { SignIn } from '../../atlassian/credentials.ts';
import { readAdminAddress, readAuthAddress, readGatewayAddress, readSiteAddress } from '../../atlassian/site-address.ts';
import { makeSiteQuestions } from '../../atlassian/site-questions.ts';
import type { SiteRecord, SiteStore, StoredSignIn } from '../../storage/sites/site-store.ts';
import type { OAuthSite, SignedIn, SignInService } from './sign-in-service.ts';
import { connectRequest, type SiteConnection, siteOptions, type SitePorts } from './site-connection.ts';

export interface NewSite {
	readonly name?: string | undefined;
	readonly url: string;
	readonly adminUrl?: string | undefined;
	readonly gatewayUrl?: string | undefined;
	readonly authUrl?: string | undefined;
	/** Both, or an app, or neither: then no more than the address is stored. */
	readonly email?: string | undefined;
	readonly apiToken?: string | undefined;
	readonly oauth?: NewApp | undefined;
	readonly orgApiKey?: string | undefined;
	readonly orgId?: string | undefined;
	readonly readOnly?: boolean | undefined;
	readonly management?: 'centralized' | 'original' | undefined;
	readonly client?: string | undefined;
	/** The day until which the API token lasts. */
	readonly tokenExpiresOn?: string | undefined;
}

export type NewApp = OAuthApp & { readonly clientSecret?: string | undefined };

/** What is left out stays. */
export interface SiteChange {
	readonly newName?: string | undefined;
	readonly email?: string | undefined;
	readonly deskKey?: string | null | undefined;
}

export interface NewTokens {
	/** Whose the API token is, where no account is stored yet. */
	readonly email?: string | undefined;
	readonly apiToken?: string | undefined;
	readonly oauth?: NewApp | undefined;
	readonly orgApiKey?: string | undefined;
	readonly tokenExpiresOn: string | null;
}

/** Tokens that come with a question: used for it, and written nowhere. */
export interface GivenTokens {
	readonly email: string;
	readonly apiToken: string;
	readonly orgApiKey?: string | undefined;
}

/** A site that is not stored: its addresses, and the tokens for it. */
export interface GivenSite extends GivenTokens {
	readonly url: string;
	readonly adminUrl?: string | undefined;
	readonly gatewayUrl?: string | null | undefined;
	readonly orgId?: string | null | undefined;
	readonly readOnly?: boolean | undefined;
}

/** A stored site by its name, or one that is given. */
export type SiteChoice = string | GivenSite;

/** To the site of a run or a plan: its own by its name, unless another is chosen. */
export interface WayToSite {
	readonly site?: SiteChoice | undefined;
	/** Where its own site is not stored here. */
	readonly tokens?: GivenTokens | undefined;
}

interface Ports extends SitePorts {
	readonly sites: SiteStore;
	readonly secrets: SecretStore;
	readonly allowLoopback: boolean;
	readonly signIns: SignInService;
	/** Tokens of the environment; used for a site on this machine only. */
	readonly environment: EnvironmentTokens;
}

/** Checked: where a site, its admin API and its gateway are, and where one signs in. */
type Addresses = Pick<OAuthSite, 'site' | 'admin' | 'gateway' | 'auth'>;

type Kept = Pick<SiteRecord, 'url' | 'adminUrl' | 'orgId'>;

const nameOf = ({ url, adminUrl, orgId }: Kept): OAuthSite['key'] => ({ siteUrl: url, adminUrl, orgId });
const keyOf = (kind: SecretKey['kind'], kept: Kept): SecretKey => ({ kind, ...nameOf(kept) });

/** Questions that stay open without an organisation key, in the words of the causes they decide. */
const unseenWithoutKey: SiteCheck['blind'] = [
	{ question: 'directory', why: 'no-org-key' },
	{ question: 'roles', why: 'no-org-key' },
	{ question: 'managed-accounts', why: 'no-org-key' },
];

const signInOf = ({ email, oauth }: Pick<SiteRecord, 'email' | 'oauth'>): SiteInfo['signIn'] =>
	oauth !== null ? 'oauth' : email === null ? 'address' : 'token';

/** What is stored of an app; its secret goes to the keychain. */
const appOf = ({ clientId, callbackPort }: NewApp): OAuthApp => ({ clientId, callbackPort });

/** How people sign in once these tokens are there; `null`: as before. */
const nextSignIn = (before: SiteRecord, { oauth, apiToken, email, tokenExpiresOn }: NewTokens): Outcome<StoredSignIn | null> => {
	const { name: site } = before;
	if (oauth !== undefined) {
		const isSameApp = before.oauth?.clientId === oauth.clientId;
		// The secret of one app is never sent with the ID of another.
		if (!isSameApp && oauth.clientSecret === undefined) return failed('token-missing', { site, which: 'clientSecret' });
		const found = isSameApp ? { email: before.email, door: before.door } : { email: null, door: null };
		return done({ oauth: appOf(oauth), ...found, tokenExpiresOn: null });
	}
	if (apiToken === undefined) return signInOf(before) === 'address' ? failed('site-address-only', { site }) : done(null);
	const owner = signInOf(before) === 'token' ? before.email : (email ?? before.email);
	// Another token may be let in elsewhere.
	return owner === null ? failed('site-address-only', { site }) : done({ oauth: null, email: owner, door: null, tokenExpiresOn });
};

/** Secrets that are of no use any more: whoever signed in by another app is not signed in by this one. */
const outlived = (before: SiteRecord, { oauth }: StoredSignIn): readonly SecretKey['kind'][] => {
	if (oauth === null) return ['client-secret', 'refresh-token'];
	return before.oauth?.clientId === oauth.clientId ? [] : ['api-token', 'refresh-token'];
};

interface Seen {
	readonly isScoped: boolean;
	readonly hasOrgKey: boolean;
	readonly desks: SiteCheck['desks'];
	readonly account: SiteCheck['account'];
}

/** One small read of each kind that a diagnosis makes later, so that a scope is missed now. What they answer is not looked at. */
const askForScopes = async (questions: SiteQuestions, { isScoped, hasOrgKey, desks, account }: Seen): Promise<void> => {
	const [desk] = desks;
	if (hasOrgKey && account !== null) await questions.manageable(account.accountId);
	if (!isScoped) return;
	await questions.users(0, 1);
	await questions.customerOrganisations(null);
	if (desk === undefined) return;
	await questions.permissionHolders(desk.key);
	await questions.deskCustomers(desk.id, { start: 0, limit: 1 });
	await questions.requestTypes(desk.id, null);
};

/** Sites and their tokens. Tokens go in and are used; none ever comes back out to a window. */
export class SiteService {
	readonly #ports: Ports;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	async list(): Promise<Outcome<readonly SiteInfo[]>> {
		return done(await Promise.all(this.#ports.sites.list().map((record) => this.#describe(record))));
	}

	/** As they are stored; no keychain is asked. */
	records(): readonly SiteRecord[] {
		return this.#ports.sites.list();
	}

	record(name: string): Outcome<SiteRecord> {
		return this.#ports.sites.get(name);
	}

	async get(name: string): Promise<Outcome<SiteInfo>> {
		return andThen(this.record(name), async (record) => done(await this.#describe(record)));
	}

	/** Stores the site and its tokens; asks the site nothing. */
	async add(site: NewSite): Promise<Outcome<SiteInfo>> {
		const addresses = this.#addresses(site);
		if (!addresses.ok) return addresses;
		const { sites, clock } = this.#ports;
		const { site: address, admin, gateway, auth } = addresses.value;
		const record: SiteRecord = {
			name: site.name || (address.loopback ? address.host : address.host.replace(/\..*$/, '')),
			url: address.origin,
			adminUrl: admin.origin,
			gatewayUrl: site.gatewayUrl === undefined ? null : gateway.origin,
			authUrl: site.authUrl === undefined ? null : auth.origin,
			oauth: site.oauth === undefined ? null : appOf(site.oauth),
			door: null,
			readOnly: site.readOnly ?? false,
			email: site.email ?? null,
			orgId: site.orgId ?? null,
			deskKey: null,
			management: site.management ?? 'centralized',
			addedAt: new Date(clock.now()).toISOString(),
			client: site.client ?? null,
			tokenExpiresOn: site.tokenExpiresOn ?? null,
		};
		const added = sites.add(record);
		if (!added.ok) return added;
		const kept = await this.#keep(record, site);
		if (!kept.ok) {
			sites.remove(record.name);
			return kept;
		}
		return done(await this.#describe(record));
	}

	/** Read only, its tokens change nothing: at the next use, and never while something is under way. */
	async setReadOnly(name: string, readOnly: boolean): Promise<Outcome<SiteInfo>> {
		const set = this.#ports.sites.setReadOnly(name, readOnly);
		return set.ok ? this.get(name) : set;
	}

	async edit(name: string, { newName, email, deskKey }: SiteChange): Promise<Outcome<SiteInfo>> {
		const record = this.record(name);
		if (!record.ok) return record;
		// An account comes with its token, or with who signs in.
		if (signInOf(record.value) !== 'token' && email !== undefined) return failed('site-address-only', { site: record.value.name });
		const to = {
			name: newName ?? record.value.name,
			email: email ?? record.value.email,
			deskKey: deskKey === undefined ? record.value.deskKey : deskKey,
		};
		const edited = this.#ports.sites.edit(record.value.name, to);
		return edited.ok ? this.get(to.name) : edited;
	}

	async setClient(name: string, client: string | null): Promise<Outcome<SiteInfo>> {
		const set = this.#ports.sites.setClient(name, client);
		if (!set.ok) return set;
		return this.get(name);
	}

	/** Those that are given, in the place of those there were. */
	async #keep(record: Kept, { apiToken, oauth, orgApiKey }: Pick<NewSite, 'apiToken' | 'oauth' | 'orgApiKey'>): Promise<Outcome<null>> {
		const given = [
			['api-token', apiToken],
			['client-secret', oauth?.clientSecret],
			['org-api-key', orgApiKey],
		] as const;
		for (const [kind, token] of given) {
			if (token === undefined || token === '') continue;
			const kept = await this.#ports.secrets.set(keyOf(kind, record), new Secret(token));
			if (!kept.ok) return kept;
		}
		return done(null);
	}

	async #drop(record: Kept, kinds: readonly SecretKey['kind'][]): Promise<Outcome<null>> {
		for (const kind of kinds) {
			const gone = await this.#ports.secrets.delete(keyOf(kind, record));
			if (!gone.ok) return gone;
		}
		return done(null);
	}

	/** New tokens for a site that keeps all that is known of it: tokens expire, and without a keychain they last one session. */
	async setTokens(name: string, tokens: NewTokens): Promise<Outcome<SiteInfo>> {
		const record = this.record(name);
		if (!record.ok) return record;
		const next = nextSignIn(record.value, tokens);
		if (!next.ok) return next;
		const kept = await this.#keep(record.value, tokens);
		if (!kept.ok) return kept;
		if (next.value === null) return this.get(name);
		const gone = await this.#drop(record.value, outlived(record.value, next.value));
		if (!gone.ok) return gone;
		this.#ports.signIns.forget({ key: nameOf(record.value) });
		return andThen(this.#ports.sites.setSignIn(name, next.value), () => this.get(name));
	}

	/** Opens Atlassian's page, waits for the person, and keeps who signed in. */
	async *signIn(name: string, signal?: AbortSignal): AsyncGenerator<Outcome<SignInStep>> {
		const record = this.record(name);
		if (!record.ok) return yield record;
		const site = this.#oauthSite(record.value);
		if (!site.ok) return yield site;
		for await (const step of this.#ports.signIns.signIn(site.value, signal)) {
			if (!step.ok) yield step;
			else if (step.value.at === 'browser') yield done(step.value);
			else yield await this.#signedIn(record.value.name, step.value);
		}
	}

	async #signedIn(name: string, { cloudId, email }: SignedIn): Promise<Outcome<SignInStep>> {
		const stored = andThen(this.record(name), ({ oauth, tokenExpiresOn }) =>
			this.#ports.sites.setSignIn(name, { oauth, email, door: { via: 'gateway', cloudId }, tokenExpiresOn }),
		);
		return andThen(stored, () => andThen(this.get(name), (site) => done({ at: 'end', site })));
	}

	#oauthSite(record: SiteRecord): Outcome<OAuthSite> {
		const { name, oauth, readOnly } = record;
		if (oauth === null) return failed('wrong-use', { what: 'sign-in' });
		const addresses = this.#addresses(record);
		return addresses.ok ? done({ name, key: nameOf(record), app: oauth, readOnly, ...addresses.value }) : addresses;
	}

	async remove(name: string): Promise<Outcome<null>> {
		const record = this.#ports.sites.get(name);
		if (!record.ok) return record;
		const gone = await this.#drop(record.value, ['api-token', 'org-api-key', 'client-secret', 'refresh-token']);
		if (!gone.ok) return gone;
		this.#ports.signIns.forget({ key: nameOf(record.value) });
		return this.#ports.sites.remove(name);
	}

	/** Checked addresses of a site, whether it is stored or only given. */
	#addresses({
		url,
		adminUrl,
		gatewayUrl,
		authUrl,
	}: Pick<GivenSite, 'url' | 'adminUrl' | 'gatewayUrl'> & { readonly authUrl?: string | null | undefined }): Outcome<Addresses> {
		const { allowLoopback } = this.#ports;
		const site = readSiteAddress(url, { allowLoopback });
		if (!site.ok) return site;
		const admin = readAdminAddress(adminUrl || null, { allowLoopback }, site.value);
		if (!admin.ok) return admin;
		const gateway = readGatewayAddress(gatewayUrl || null, { allowLoopback }, site.value);
		if (!gateway.ok) return gateway;
		const auth = readAuthAddress(authUrl || null, { allowLoopback }, site.value);
		return auth.ok ? done({ site: site.value, admin: admin.value, gateway: gateway.value, auth: auth.value }) : auth;
	}

	/** Where a site is. Asks no keychain: what needs no token has to know no more. */
	urlOf(choice: SiteChoice): Outcome<string> {
		if (typeof choice !== 'string') {
			const given = this.#addresses(choice);
			return given.ok ? done(given.value.site.origin) : given;
		}
		const record = this.record(choice);
		return record.ok ? done(record.value.url) : record;
	}

	/** The site that a run or a plan was made on, with its tokens. */
	connectionTo(
		made: Pick<SiteRecord, 'name' | 'url' | 'adminUrl' | 'orgId'> & Pick<GivenSite, 'gatewayUrl'>,
		{ site, tokens }: WayToSite,
	): Promise<Outcome<SiteConnection>> {
		if (site !== undefined) return this.connection(site);
		const isGiven = tokens !== undefined && !this.record(made.name).ok;
		return this.connection(isGiven ? { ...made, ...tokens } : made.name);
	}

	/** The site with its tokens, for a run in this process. */
	async connection(choice: SiteChoice): Promise<Outcome<SiteConnection>> {
		if (typeof choice !== 'string') return this.#given(choice);
		const record = this.record(choice);
		if (!record.ok) return record;
		const { name, email, orgId, door, readOnly } = record.value;
		if (signInOf(record.value) === 'address') return failed('site-address-only', { site: name });
		const addresses = this.#addresses(record.value);
		if (!addresses.ok) return addresses;
		const tokens = await this.#tokens(record.value);
		if (!tokens.ok) return tokens;
		const signIn = this.#signInOf(record.value, tokens.value.apiToken);
		if (!signIn.ok) return signIn;
		// What is found is kept for the next time; where it cannot be, it is found again.
		const known = makeKnownDoor(door, (found) => void this.#ports.sites.setDoor(name, found));
		const credentials = { signIn: signIn.value, orgApiKey: tokens.value.orgApiKey };
		return done({ name, ...addresses.value, known, readOnly, email, orgId, credentials });
	}

	#signInOf(record: SiteRecord, apiToken: Secret | null): Outcome<SignIn> {
		const { name, email, oauth, door } = record;
		if (oauth === null) {
			return apiToken === null || email === null ? failed('token-missing', { site: name }) : done({ by: 'token', email, apiToken });
		}
		// Nobody has signed in: without a cloud id there is no way to the gateway.
		if (door === null) return failed('sign-in-needed', { site: name, why: 'absent' });
		const site = this.#oauthSite(record);
		return site.ok ? done({ by: 'oauth', tokens: this.#ports.signIns.tokensOf(site.value) }) : site;
	}

	#given({ orgId = null, email, apiToken, orgApiKey, readOnly = false, ...where }: GivenSite): Outcome<SiteConnection> {
		const addresses = this.#addresses(where);
		if (!addresses.ok) return addresses;
		const { site } = addresses.value;
		const key = orgApiKey === undefined ? null : new Secret(orgApiKey);
		const credentials = { signIn: { by: 'token', email, apiToken: new Secret(apiToken) }, orgApiKey: key } as const;
		const access = { known: makeKnownDoor(null), readOnly, orgId, email, credentials };
		return done({ name: site.host, ...addresses.value, ...access });
	}

	/** Who it talks to, the rights found, organisation, directories, desks, and what stays unseen. */
	async check(access: SiteConnection, signal?: AbortSignal): Promise<Outcome<SiteCheck>> {
		const missingScopes: Failure[] = [];
		const plain = makeSiteQuestions(siteOptions(access, this.#ports, signal));
		const questions = hearMissingScopes<SiteQuestions>(plain, (failure) => void missingScopes.push(failure));
		const found = await connect(questions, connectRequest(access));
		if (!found.ok) return found;
		const { organisation, desks: listed, ...rest } = found.value;
		const desks = listed.ok ? listed.value : [];
		const { door } = access.known;
		await askForScopes(questions, { isScoped: door?.via === 'gateway', hasOrgKey: organisation !== null, desks, account: rest.account });
		return done({
			...rest,
			organisation: organisation && { id: organisation.id, name: organisation.name },
			directories: organisation?.directories ?? [],
			verifiedDomains: organisation?.verifiedDomains ?? [],
			desks,
			blind: [...(organisation ? [] : unseenWithoutKey), { question: 'customer-access', why: 'not-readable' } as const],
			door: door?.via ?? null,
			missingScopes,
		});
	}

	/** From the keychain; the demo's window is another process than the one that added the site, so there they come with the environment. */
	async #tokens(record: SiteRecord): Promise<Outcome<{ readonly apiToken: Secret | null; readonly orgApiKey: Secret | null }>> {
		const { secrets, environment } = this.#ports;
		const apiToken = await secrets.get(keyOf('api-token', record));
		if (!apiToken.ok) return apiToken;
		const orgApiKey = await secrets.get(keyOf('org-api-key', record));
		if (!orgApiKey.ok) return orgApiKey;
		const given = record.url.startsWith('http:') ? environment : null;
		return done({ apiToken: apiToken.value ?? given?.apiToken ?? null, orgApiKey: orgApiKey.value ?? given?.orgApiKey ?? null });
	}

	async #describe(record: SiteRecord): Promise<SiteInfo> {
		const tokens = await this.#tokens(record);
		const refreshToken = record.oauth === null ? null : await this.#ports.secrets.get(keyOf('refresh-token', record));
		const isSignedIn = refreshToken?.ok === true && refreshToken.value !== null && record.door !== null;
		return {
			...record,
			signIn: signInOf(record),
			hasApiToken: record.oauth === null ? tokens.ok && tokens.value.apiToken !== null : isSignedIn,
			hasOrgApiKey: tokens.ok && tokens.value.orgApiKey !== null,
		};
	}
}
