import type { Outcome } from '#shared/outcome.ts';
import type { Secret } from './secret.ts';

/**
 * What a credential is for. All of it is part of the name it is kept under: a site that is added again under
 * another address, or for another organisation, does not find the tokens of the first.
 */
export interface SecretKey {
	/**
	 * `client-secret`, `refresh-token`: of an OAuth app and of who signed in by it. `proxy-login`: of the proxy at `siteUrl`, for the
	 * user that stands in the place of the organisation.
	 */
	readonly kind: 'api-token' | 'org-api-key' | 'client-secret' | 'refresh-token' | 'proxy-login';
	readonly siteUrl: string;
	readonly adminUrl: string;
	readonly orgId: string | null;
}

/**
 * Where tokens are kept: the operating system's keychain, or memory until this process ends (`session`). Never a
 * file. `unlocking`: in memory until somebody has unlocked the keychain. A keychain that stops answering fails with `store-unavailable`, details `{ what: 'keychain', reason }`.
 */
export interface SecretStore {
	readonly kind: 'keychain' | 'session' | 'unlocking';
	/** `null` where there is none. */
	get(key: SecretKey): Promise<Outcome<Secret | null>>;
	/** Replaces the one there was. */
	set(key: SecretKey, secret: Secret): Promise<Outcome<null>>;
	/** Deleting what is not there is no failure. */
	delete(key: SecretKey): Promise<Outcome<null>>;
}
