import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AppInfo } from '#shared/contract.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { Secret } from '#core/secret.ts';
import type { RunStore } from '#core/runs/run-store.ts';
import { makeRateGates } from '../atlassian/rate-gates.ts';
import { systemClock } from '../clock.ts';
import { openLog } from '../log/log.ts';
import { systemRandom } from '../random.ts';
import { openSecretStore } from '../secrets/open-secret-store.ts';
import { openDatabase } from '../storage/database.ts';
import { createMappingStore } from '../storage/mapping-store.ts';
import { createRunStore } from '../storage/run-store.ts';
import { createSiteStore } from '../storage/site-store.ts';
import type { App } from './app.ts';
import { ListService } from './list-service.ts';
import { makeRouter } from './router.ts';
import { RunService } from './run-service.ts';
import { SiteService } from './site-service.ts';

export interface ComposeOptions {
	readonly dataDir: string;
	readonly host: AppInfo['host'] | 'cli';
	readonly allowLoopback: boolean;
	readonly version: string;
	readonly openRun?: string | null;
	readonly openLink?: (url: string) => Promise<void>;
	/** Tokens in memory only, even where there is a keychain: the demo. */
	readonly sessionSecrets?: boolean;
}

export interface Services {
	readonly sites: SiteService;
	readonly lists: ListService;
	readonly runs: RunService;
	readonly store: RunStore;
	readonly secretsKind: AppInfo['secrets'];
}

const tokensOf = (env: NodeJS.ProcessEnv) => {
	const apiToken = env['INVITE_DOCTOR_API_TOKEN'];
	const orgApiKey = env['INVITE_DOCTOR_ORG_API_KEY'];
	return apiToken ? { apiToken: new Secret(apiToken), orgApiKey: orgApiKey ? new Secret(orgApiKey) : null } : null;
};

/** The only place that says `new`: every host gets its services here. Fails where the data folder cannot be used. */
export const composeApp = async (options: ComposeOptions): Promise<Outcome<App & Services>> => {
	const { dataDir, version, allowLoopback } = options;
	try {
		mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	} catch (error) {
		return failed('store-unavailable', { path: dataDir, reason: (error as NodeJS.ErrnoException).code ?? 'unknown' });
	}
	const opened = await openDatabase(join(dataDir, 'invite-doctor.sqlite'));
	if (!opened.ok) return opened;
	const log = openLog(dataDir);
	const clock = systemClock;
	const random = systemRandom;
	const gates = makeRateGates(clock, random);
	const store = createRunStore(opened.value, clock);
	const secrets = await openSecretStore({ clock, ...(options.sessionSecrets ? { forceSession: true } : {}) });
	const sites = new SiteService({
		sites: createSiteStore(opened.value),
		secrets: secrets.store,
		clock,
		random,
		log,
		gates,
		version,
		allowLoopback,
		environment: tokensOf(process.env),
	});
	const lists = new ListService({ random, clock, mappings: createMappingStore(opened.value) });
	const runs = new RunService({ store, clock, random, log, gates, version });
	const info: AppInfo = {
		version,
		host: options.host === 'electron' ? 'electron' : 'browser',
		secrets: secrets.store.kind,
		openRun: options.openRun ?? null,
	};
	const openLink = options.openLink ?? (async () => undefined);
	return done({
		router: makeRouter({ info, sites, lists, runs, store, clock, openLink }),
		sites,
		lists,
		runs,
		store,
		secretsKind: secrets.store.kind,
		close: async () => {
			await runs.close();
			opened.value.close();
			log.close();
		},
	});
};
