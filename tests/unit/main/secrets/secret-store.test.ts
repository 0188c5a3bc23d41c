import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Clock } from '#core/ports.ts';
import { Secret } from '#core/secret.ts';
import type { SecretKey, SecretStore } from '#core/secret-store.ts';
import { accountName } from '#main/secrets/account-name.ts';
import { createKeychainSecretStore, type Keychain } from '#main/secrets/keychain.ts';
import { openSecretStore } from '#main/secrets/open-secret-store.ts';
import { createSessionSecretStore } from '#main/secrets/session.ts';
import { eventually } from '../../../support/eventually.ts';

const key: SecretKey = {
	kind: 'api-token',
	siteUrl: 'https://acme.atlassian.net',
	adminUrl: 'https://api.atlassian.com',
	orgId: 'org-1',
};

/** Sleeps until it is aborted: a timeout that never comes. */
const patientClock: Clock = {
	now: () => 0,
	ticks: () => 0,
	sleep: (_, signal) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted')))),
};
const hastyClock: Clock = { now: () => 0, ticks: () => 0, sleep: () => Promise.resolve() };

const memoryKeychain = (): Keychain & { readonly entries: Map<string, string> } => {
	const entries = new Map<string, string>();
	return {
		entries,
		getPassword: async (service, account) => entries.get(`${service}/${account}`) ?? null,
		setPassword: async (service, account, password) => {
			entries.set(`${service}/${account}`, password);
		},
		deletePassword: async (service, account) => entries.delete(`${service}/${account}`),
	};
};

const revealed = async (store: SecretStore, asked: SecretKey): Promise<string | null> => {
	const outcome = await store.get(asked);
	if (!outcome.ok) throw new Error(outcome.failure.code);
	return outcome.value?.reveal() ?? null;
};

describe.each([
	['session', () => createSessionSecretStore()],
	['keychain', () => createKeychainSecretStore(memoryKeychain())],
] as const)('a %s store', (kind, create) => {
	it('keeps, replaces and deletes a token', async () => {
		const store = create();
		expect(store.kind).toBe(kind);
		expect(await revealed(store, key)).toBeNull();
		await store.set(key, new Secret('one'));
		await store.set(key, new Secret('two'));
		expect(await revealed(store, key)).toBe('two');
		expect(await store.delete(key)).toEqual({ ok: true, value: null });
		expect(await store.delete(key)).toEqual({ ok: true, value: null });
		expect(await revealed(store, key)).toBeNull();
	});

	it.each<Partial<SecretKey>>([
		{ kind: 'org-api-key' },
		{ siteUrl: 'https://other.atlassian.net' },
		{ adminUrl: 'http://127.0.0.1:4000' },
		{ orgId: 'org-2' },
		{ orgId: null },
	])('does not give it to %j', async (other) => {
		const store = create();
		await store.set(key, new Secret('one'));
		expect(await revealed(store, { ...key, ...other })).toBeNull();
	});

	it('shows no secret when it is printed', async () => {
		const store = create();
		await store.set(key, new Secret('canary-4711'));
		const found = await store.get(key);
		expect(`${inspect(found, { depth: 9, showHidden: true })} ${JSON.stringify(found)}`).not.toContain('canary-4711');
	});
});

describe('the name a token is kept under', () => {
	it('is readable, and the same for the same site', () => {
		expect(accountName(key)).toBe('api-token https://acme.atlassian.net https://api.atlassian.com org-1');
		expect(accountName({ ...key, siteUrl: 'https://ACME.atlassian.net/' })).toBe(accountName(key));
	});

	it('cannot be made to collide by blanks in its parts', () => {
		const one = { ...key, adminUrl: 'a', orgId: 'b c' };
		const two = { ...key, adminUrl: 'a b', orgId: 'c' };
		expect(accountName(one)).not.toBe(accountName(two));
	});
});

describe('opening', () => {
	it('uses the keychain after a probe that leaves nothing behind', async () => {
		const keychain = memoryKeychain();
		const opened = await openSecretStore({ clock: patientClock, load: async () => keychain });
		expect(opened.store.kind).toBe('keychain');
		expect(opened.noKeychain).toBeNull();
		expect(keychain.entries.size).toBe(0);
	});

	const cases: readonly (readonly [string, () => Promise<Keychain>])[] = [
		['library-missing', () => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file'))],
		['refused', async () => ({ ...memoryKeychain(), setPassword: () => Promise.reject(new Error('Cannot autolaunch D-Bus')) })],
		['unreliable', async () => ({ ...memoryKeychain(), getPassword: async () => null })],
	];
	it.each(cases)('falls back to this session: %s', async (reason, load) => {
		const opened = await openSecretStore({ clock: patientClock, load });
		expect([opened.store.kind, opened.noKeychain]).toEqual(['session', reason]);
	});

	describe('a keychain that is unlocked late', () => {
		/** It answers once `unlock` is called; nobody can wait for it as the app opens. */
		const openLocked = async (change: Partial<Keychain> = {}) => {
			const keychain = memoryKeychain();
			const { promise, resolve: unlock } = Promise.withResolvers<void>();
			const locked: Keychain = {
				...keychain,
				setPassword: async (...given) => {
					await promise;
					await keychain.setPassword(...given);
				},
				...change,
			};
			const { store, noKeychain } = await openSecretStore({ clock: hastyClock, load: async () => locked });
			return { keychain, store, noKeychain, unlock };
		};

		it('is waited for: its tokens are not said to be missing', async () => {
			const { store, noKeychain } = await openLocked();
			expect([store.kind, noKeychain]).toEqual(['unlocking', 'timed-out']);
			expect(await store.get(key)).toEqual({
				ok: false,
				failure: { code: 'store-unavailable', details: { what: 'keychain', reason: 'locked' } },
			});
		});

		it('takes what was entered and deleted meanwhile', async () => {
			const { keychain, store, unlock } = await openLocked();
			const other = { ...key, orgId: 'other' };
			await keychain.setPassword('Invite Doctor', accountName(other), 'old');
			await store.set(key, new Secret('entered'));
			await store.delete(other);
			expect((await store.get(key)).ok).toBe(true);
			unlock();
			await eventually(() => expect(store.kind).toBe('keychain'));
			expect([...keychain.entries.values()]).toEqual(['entered']);
			const found = await store.get(key);
			expect(found.ok && found.value?.reveal()).toBe('entered');
		});

		it('takes the last of what was entered under one name while it takes the rest', async () => {
			const keychain = memoryKeychain();
			const { promise, resolve: unlock } = Promise.withResolvers<Keychain>();
			const { store } = await openSecretStore({ clock: hastyClock, load: () => promise });
			await store.set(key, new Secret('first'));
			await store.set({ ...key, orgId: 'other' }, new Secret('second'));
			unlock({
				...keychain,
				setPassword: async (service, account, password) => {
					await keychain.setPassword(service, account, password);
					if (password === 'second') await store.set(key, new Secret('renewed'));
				},
			});
			await eventually(() => expect(store.kind).toBe('keychain'));
			expect([...keychain.entries.values()].toSorted()).toEqual(['renewed', 'second']);
		});

		it('that refuses in the end leaves this session', async () => {
			const { store, unlock } = await openLocked({ getPassword: async () => null });
			await store.set(key, new Secret('entered'));
			unlock();
			await eventually(() => expect(store.kind).toBe('session'));
			const found = await store.get(key);
			expect(found.ok && found.value?.reveal()).toBe('entered');
		});
	});

	it('does not touch the keychain when told so', async () => {
		const load = () => Promise.reject(new Error('must not be loaded'));
		const opened = await openSecretStore({ clock: patientClock, forceSession: true, load });
		expect([opened.store.kind, opened.noKeychain]).toEqual(['session', 'asked-for']);
	});
});

it('a keychain that fails later says so, without its message', async () => {
	const broken = { ...memoryKeychain(), getPassword: () => Promise.reject(new Error('locked: canary-4711')) };
	expect(await createKeychainSecretStore(broken).get(key)).toEqual({
		ok: false,
		failure: { code: 'store-unavailable', details: { what: 'keychain', reason: 'refused' } },
	});
});
