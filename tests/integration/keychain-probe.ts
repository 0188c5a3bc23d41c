/**
 * Child of keychain.test.ts. `write`: keeps a token; `read`: reads it in another process and deletes it; `probe`: only
 * opens. Prints one JSON line. Says `same`, never the token, so that the test can look for it in what was printed.
 */
import { Secret } from '#core/secret.ts';
import type { SecretKey } from '#core/secret-store.ts';
import { openSecretStore } from '#main/secrets/open-secret-store.ts';

const key: SecretKey = {
	kind: 'api-token',
	siteUrl: 'https://acme.atlassian.net',
	adminUrl: 'https://api.atlassian.com',
	orgId: 'org-1',
};
const token = process.env['PROBE_TOKEN'] ?? '';
const clock = {
	now: () => Date.now(),
	ticks: () => performance.now(),
	sleep: (ms: number, signal?: AbortSignal) =>
		new Promise<void>((resolve, reject) => {
			const timer = setTimeout(resolve, ms);
			signal?.addEventListener('abort', () => {
				clearTimeout(timer);
				reject(new Error('aborted'));
			});
		}),
};

// A slow machine has a keychain too; what a silent one means is tested without one.
const { store, noKeychain } = await openSecretStore({ clock, probeTimeoutMs: 600_000 });
const report: Record<string, unknown> = { kind: store.kind, noKeychain };
if (process.argv[2] === 'write') report['set'] = await store.set(key, new Secret(token));
if (process.argv[2] === 'read') {
	const found = await store.get(key);
	report['printed'] = found;
	report['same'] = found.ok && found.value?.reveal() === token;
	report['otherOrg'] = await store.get({ ...key, orgId: 'org-2' });
	report['deleted'] = await store.delete(key);
	report['after'] = await store.get(key);
}
process.stdout.write(`${JSON.stringify(report)}\n`);
