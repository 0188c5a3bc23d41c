import { randomBytes } from 'node:crypto';
import type { Clock } from '#core/ports.ts';
import type { SecretStore } from '#core/secret-store.ts';
import { createKeychainSecretStore, type Keychain, keychainService, loadKeychain } from './keychain.ts';
import { createSessionSecretStore } from './session.ts';
import { createUnlockingSecretStore } from './unlocking.ts';

/**
 * Why tokens are kept for this session only: asked for, no library on this machine (libsecret), no keychain behind it
 * (no D-Bus, locked), no answer in time, or one that does not give back what was put in.
 */
export type NoKeychain = 'asked-for' | 'library-missing' | 'refused' | 'timed-out' | 'unreliable';

export interface OpenSecretStore {
	readonly store: SecretStore;
	/** `null` where the keychain is used. */
	readonly noKeychain: NoKeychain | null;
}

export interface SecretStoreOptions {
	readonly clock: Clock;
	readonly forceSession?: boolean;
	readonly probeTimeoutMs?: number;
	readonly load?: () => Promise<Keychain>;
}

/**
 * The keychain where it works, else this session's memory; never fails. A person may take long to unlock it: then it is used from
 * that moment on. Works means: an entry of ours was written,
 * read back and deleted just now, because a library that loads says nothing of the service behind it.
 */
export const openSecretStore = async (options: SecretStoreOptions): Promise<OpenSecretStore> => {
	const { clock, forceSession = false, probeTimeoutMs = 5000, load = loadKeychain } = options;
	if (forceSession) return session('asked-for');
	const noAnswer = new AbortController();
	const opening = openKeychain(load);
	const slow = (): OpenSecretStore => ({
		store: createUnlockingSecretStore(opening.then(({ store }) => store)),
		noKeychain: 'timed-out',
	});
	const late = clock.sleep(probeTimeoutMs, noAnswer.signal).then(slow, slow);
	const opened = await Promise.race([opening, late]);
	noAnswer.abort();
	return opened;
};

const session = (noKeychain: NoKeychain): OpenSecretStore => ({ store: createSessionSecretStore(), noKeychain });

const openKeychain = async (load: () => Promise<Keychain>): Promise<OpenSecretStore> => {
	let keychain: Keychain;
	try {
		keychain = await load();
	} catch {
		return session('library-missing');
	}
	try {
		const reliable = await probe(keychain);
		return reliable ? { store: createKeychainSecretStore(keychain), noKeychain: null } : session('unreliable');
	} catch {
		return session('refused');
	}
};

/** An answer that comes after the timeout still ends with the entry deleted. */
const probe = async (keychain: Keychain): Promise<boolean> => {
	const account = `probe ${randomBytes(9).toString('base64url')}`;
	const text = randomBytes(18).toString('base64url');
	await keychain.setPassword(keychainService, account, text);
	const found = await keychain.getPassword(keychainService, account);
	await keychain.deletePassword(keychainService, account);
	return found === text;
};
