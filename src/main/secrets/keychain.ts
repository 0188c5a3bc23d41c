import { done, failed, type Outcome } from '#shared/outcome.ts';
import { Secret } from '#core/secret.ts';
import type { SecretStore } from '#core/secret-store.ts';
import { accountName } from './account-name.ts';

/** The three functions of `keytar` that are used. Calls run on a thread of their own and cannot be cancelled. */
export interface Keychain {
	getPassword(service: string, account: string): Promise<string | null>;
	setPassword(service: string, account: string, password: string): Promise<void>;
	deletePassword(service: string, account: string): Promise<boolean>;
}

export const keychainService = 'Invite Doctor';

/** Loads the native part; rejects where the system's library (libsecret on Linux) is missing. */
export const loadKeychain = async (): Promise<Keychain> => {
	const { default: keytar } = await import('keytar');
	return keytar;
};

/** Windows keeps at most 2,560 bytes an entry; a longer secret is refused there, as `store-unavailable`. */
export const createKeychainSecretStore = (keychain: Keychain): SecretStore => ({
	kind: 'keychain',
	get: (key) =>
		asked(async () => {
			const found = await keychain.getPassword(keychainService, accountName(key));
			return found === null ? null : new Secret(found);
		}),
	set: (key, secret) =>
		asked(async () => {
			await keychain.setPassword(keychainService, accountName(key), secret.reveal());
			return null;
		}),
	delete: (key) =>
		asked(async () => {
			await keychain.deletePassword(keychainService, accountName(key));
			return null;
		}),
});

/** The library's message is dropped on purpose: what it quotes is not ours to know. */
const asked = async <T>(work: () => Promise<T>): Promise<Outcome<T>> => {
	try {
		return done(await work());
	} catch {
		return failed('store-unavailable', { what: 'keychain', reason: 'refused' });
	}
};
