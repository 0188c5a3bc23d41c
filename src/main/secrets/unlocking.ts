import { done, failed } from '#shared/outcome.ts';
import type { Secret } from '#core/secret.ts';
import type { SecretKey, SecretStore } from '#core/secret-store.ts';
import { accountName } from './account-name.ts';
import { createSessionSecretStore } from './session.ts';

/** What was done meanwhile; `null`: it was deleted. */
interface Entered {
	readonly key: SecretKey;
	readonly secret: Secret | null;
}

/**
 * A keychain that somebody has yet to unlock. What is entered meanwhile is kept in memory, and handed to it once it is there; what it
 * keeps from before cannot be read until then, and is not said to be missing. One that turns out to be none leaves the memory.
 */
export const createUnlockingSecretStore = (opening: Promise<SecretStore>): SecretStore => {
	const entered = new Map<string, Entered>();
	let opened: SecretStore | null = null;
	void opening.then(async (found) => {
		const store = found.kind === 'session' ? createSessionSecretStore() : found;
		// What is entered while this goes on comes last, and so is handed over as well.
		for (const { key, secret } of entered.values()) await (secret === null ? store.delete(key) : store.set(key, secret));
		opened = store;
	});
	const enter = (key: SecretKey, secret: Secret | null) => {
		entered.delete(accountName(key));
		entered.set(accountName(key), { key, secret });
		return done(null);
	};
	return {
		get kind() {
			return opened?.kind ?? 'unlocking';
		},
		get: async (key) => {
			if (opened !== null) return opened.get(key);
			const kept = entered.get(accountName(key));
			return kept === undefined ? failed('store-unavailable', { what: 'keychain', reason: 'locked' }) : done(kept.secret);
		},
		set: async (key, secret) => (opened === null ? enter(key, secret) : opened.set(key, secret)),
		delete: async (key) => (opened === null ? enter(key, null) : opened.delete(key)),
	};
};
