/**
 * Child of the test that kills it: does the whole job with every kind of secret there is, and goes on where it was killed. Its
 * keychain and its browser are its parent. `node secrets-writer.ts FOLDER`; what it is told comes as a message.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { openListText } from '#main/files/open-list.ts';
import { readAccess } from '#main/hosts/cli/access-option.ts';
import type { Keychain } from '#main/secrets/keychain.ts';
import { composeApp } from '#main/services/compose.ts';
import type { CallContext } from '#main/services/handlers.ts';
import type { OAuthApp } from '#shared/oauth.ts';
import type { Outcome } from '#shared/outcome.ts';
import { cautiousChoices } from '#shared/plan.ts';

export interface Told {
	readonly url: string;
	readonly orgApiKey: string;
	readonly app: OAuthApp & { readonly clientSecret: string };
	readonly proxy: { readonly url: string; readonly user: string; readonly password: string };
	readonly list: string;
	readonly access: string;
	readonly deskKey: string;
}

export type Asked =
	| { readonly ask: 'get' | 'delete'; readonly id: number; readonly account: string }
	| { readonly ask: 'set'; readonly id: number; readonly account: string; readonly password: string }
	| { readonly ask: 'browse'; readonly id: number; readonly url: string };

type Question = Asked extends infer One ? (One extends Asked ? Omit<One, 'id'> : never) : never;

const [folder = ''] = process.argv.slice(2);
const waiting = new Map<number, (answer: unknown) => void>();
const told = Promise.withResolvers<Told>();
process.on('message', (message: { readonly told: Told } | { readonly id: number; readonly answer: unknown }) => {
	if ('told' in message) told.resolve(message.told);
	else waiting.get(message.id)?.(message.answer);
});
const askParent = (question: Question): Promise<unknown> =>
	new Promise((resolve) => {
		const id = waiting.size;
		waiting.set(id, resolve);
		process.send?.({ ...question, id });
	});

const keychain: Keychain = {
	getPassword: async (_service, account) => (await askParent({ ask: 'get', account })) as string | null,
	setPassword: async (_service, account, password) => void (await askParent({ ask: 'set', account, password })),
	deletePassword: async (_service, account) => (await askParent({ ask: 'delete', account })) as boolean,
};

const need = <T>(outcome: Outcome<T>): T => {
	if (!outcome.ok) throw new Error(`${outcome.failure.code} ${JSON.stringify(outcome.failure.details)}`);
	return outcome.value;
};

const { url, orgApiKey, app: oauth, proxy, list, access, deskKey } = await told.promise;
const app = need(
	await composeApp({
		dataDir: join(folder, 'data'),
		host: 'cli',
		allowLoopback: true,
		version: '0.0.0',
		loadKeychain: async () => keychain,
		openLink: async (page) => void (await askParent({ ask: 'browse', url: page })),
	}),
);
if (!app.sites.record('demo').ok) {
	need(await app.network.set({ mode: 'proxy', proxy: proxy.url, bypass: '', user: proxy.user, password: proxy.password }));
	need(await app.sites.add({ name: 'demo', url, adminUrl: url, orgApiKey, oauth }));
	for await (const step of app.sites.signIn('demo')) need(step);
}
const site = need(await app.sites.connection('demo'));

const opened = need(await openListText('list.csv', list));
const [earlier] = app.store.runs();
const started = { listName: 'list.csv', columns: opened.preview.columns, batches: opened.batches(), site, deskKey };
const runId = earlier?.id ?? need(await app.runs.start({ ...started, access: need(readAccess(access, '')) })).runId;
if (earlier !== undefined && earlier.state !== 'finished') need(await app.runs.resume(runId, site));
for await (const progress of app.runs.watch(runId)) void progress;

const [planned] = app.plans.plans(runId);
const planId = planned?.id ?? need(await app.remediation.plan({ runId, choices: cautiousChoices }, '')).planId;
if (planned?.state !== 'finished') need(await app.remediation.start(planId, site, {}));
for await (const progress of app.remediation.watch(planId)) void progress;

const client = createRouterClient(app.router, { context: (said: CallContext) => said });
const { snapshotId } = need(await client.snapshots.pull({ site: 'demo' }));
for await (const progress of await client.snapshots.watch({ snapshotId })) void progress;
const choices = { client: '', logo: null, personal: true, maskDomains: false, maskOrganisations: false, language: 'en' } as const;
for (const format of ['html', 'csv', 'json'] as const) {
	const told = await client.reports.make({ runId, format, ...choices }, { context: { path: join(folder, `report.${format}`) } });
	for await (const step of told) if (step.kind === 'ended') need(step.outcome);
}
writeFileSync(join(folder, 'audit.csv'), need(await client.audit.export({ filter: {}, format: 'csv', language: 'en' })).text);
const state = need(app.plans.plan(planId)).state;
await app.close();
process.send?.({ ended: state });
process.disconnect();
