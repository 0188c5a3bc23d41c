import { done } from '#shared/outcome.ts';
import type { Secret } from '#core/secret.ts';
import type { SecretStore } from '#core/secret-store.ts';
import { accountName } from './account-name.ts';

/** Keeps tokens in memory until the process ends. */
export const createSessionSecretStore = (): SecretStore => {
	const kept = new Map<string, Secret>();
	return {
		kind: 'session',
		get: async (key) => done(kept.get(accountName(key)) ?? null),
		set: async (key, secret) => {
			kept.set(accountName(key), secret);
			return done(null);
		},
		delete: async (key) => {
			kept.delete(accountName(key));
			return done(null);
		},
	};
};
