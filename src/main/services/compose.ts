import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Router } from '@orpc/server';
import type { contract } from '#shared/contract.ts';
import type { AppInfo } from '#shared/contract/app.ts';
import type { Language } from '#shared/languages.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { Clock } from '#core/ports.ts';
import type { PlanStore } from '#core/plans/plan-store.ts';
import type { RunStore } from '#core/runs/run-store.ts';
import { makeRateGates } from '../atlassian/rate-gate.ts';
import { systemClock, systemRandom } from '../system.ts';
import { openDataFolder } from '../files/make-folder.ts';
import { proxyOfEnvironment, proxyOfSystem, type ResolveProxy } from '../network/choose-proxy.ts';
import { openLog } from '../log/log.ts';
import { environmentTokens, noTokens } from '../secrets/environment.ts';
import type { Keychain } from '../secrets/keychain.ts';
import { openSecretStore } from '../secrets/open-secret-store.ts';
import { createAuditLog } from '../storage/audit/audit-log.ts';
import { createAccessStore } from '../storage/sites/access-store.ts';
import { createCreationRecord, readCreationAnswers } from '../storage/sites/creation-outcomes.ts';
import { createDeletionStore } from '../storage/deletion-store.ts';
import { openDatabase } from '../storage/database.ts';
import { type LockName, openLocks } from '../storage/locks.ts';
import { createAdminFileMemory } from '../storage/snapshots/header-memory.ts';
import { createPlanStore } from '../storage/plans/plan-store.ts';
import { createDraftStore } from '../storage/lists/draft-store.ts';
import { createMappingStore } from '../storage/lists/mapping-store.ts';
import { createHandCheckStore } from '../storage/sites/hand-check-store.ts';
import { createKnownPortalIds } from '../storage/sites/known-portal-ids.ts';
import { createProbeStore } from '../storage/sites/probe-store.ts';
import { createRunStore } from '../storage/runs/run-store.ts';
import { storeAway } from '../storage/runs/store-away.ts';
import { createSettingsStore, type SettingsStore } from '../storage/settings-store.ts';
import { createSiteStore } from '../storage/sites/site-store.ts';
import { openIncomingFile } from '../storage/snapshots/incoming-file.ts';
import { openSnapshotFolder } from '../storage/snapshots/snapshot-folder.ts';
import { readFittingEntries, readToldEntries } from '../storage/audit/told-entries.ts';
import { verifyAudit } from '../storage/audit/verify-audit.ts';
import { attempt } from '../storage/store-failure.ts';
import { AccessService } from './sites/access-service.ts';
import { auditAsCsv, auditAsJsonLines } from './audit/audit-export.ts';
import type { AuditService } from './audit/audit-service.ts';
import { DeletionService } from './deletion/deletion-service.ts';
import { ComparisonService } from './runs/comparison-service.ts';
import { HandedFiles } from './handed-files.ts';
import type { CallContext } from './handlers.ts';
import { ListService } from './lists/list-service.ts';
import { ReportService } from './reports/report-service.ts';
import { pathDelivery, type ReportDelivery } from './reports/delivery.ts';
import { makeRouter } from './router.ts';
import { RemediationService } from './plans/remediation-service.ts';
import { HandCheckService } from './sites/hand-check-service.ts';
import { NetworkService } from './network/network-service.ts';
import { ProbeService } from './sites/probe-service.ts';
import { RunService } from './runs/run-service.ts';
import { RunAccess } from './runs/run-access.ts';
import { RunStarts } from './runs/run-starts.ts';
import { SignInService } from './sites/sign-in-service.ts';
import type { SitePorts } from './sites/site-connection.ts';
import { SiteService } from './sites/site-service.ts';
import { SnapshotFiles } from './snapshots/snapshot-files.ts';
import { SnapshotService } from './snapshots/snapshot-service.ts';
import { AdminFileService } from './snapshots/admin-file-service.ts';

/** What every host gets from `composeApp`: the handlers of the contract, and a way to end them. */
export interface App {
	readonly router: Router<typeof contract, CallContext>;
	/** A run, a plan or a pull is under way in this process. */
	isAtWork(): boolean;
	/** Stops what runs, stores it, and lets the files go. A run that was broken off can be resumed. */
	close(): Promise<void>;
}

/** Who is signed in on this machine; a container may have no name for it. */
const thisUser = (): string => {
	try {
		return userInfo().username;
	} catch {
		return 'unknown';
	}
};

export interface ComposeOptions {
	readonly dataDir: string;
	readonly host: AppInfo['host'];
	readonly allowLoopback: boolean;
	readonly version: string;
	readonly openRun?: string | null;
	/** Rejects where the machine has nothing to open it with. */
	readonly openLink?: (url: string) => Promise<void>;
	/** As the system's settings say; left out: as the environment says. */
	readonly resolveProxy?: ResolveProxy;
	/** Hears which language the window speaks. */
	readonly speak?: (language: Language) => void;
	/** How what is made gets to the person; left out: to the path that was named. */
	readonly reportDelivery?: ReportDelivery;
	/** Tokens in memory only, even where there is a keychain. */
	readonly sessionSecrets?: boolean;
	/** The system's, where left out. */
	readonly loadKeychain?: () => Promise<Keychain>;
	/** What the system hands to the app. */
	readonly handedFiles?: HandedFiles;
	/** Opens the demo beside the app; left out where it cannot be. */
	readonly openDemo?: () => Promise<Outcome<{ readonly place: string }>>;
	/** This is the demo: nothing of the person's own, neither keychain nor tokens of the environment nor proxy. */
	readonly isDemo?: boolean;
	/** The machine's, where left out. */
	readonly clock?: Clock;
}

export interface Services {
	readonly sites: SiteService;
	readonly access: AccessService;
	readonly checks: HandCheckService;
	readonly deletion: DeletionService;
	readonly probes: ProbeService;
	readonly lists: ListService;
	readonly runs: RunService;
	readonly starts: RunStarts;
	readonly snapshots: SnapshotService;
	readonly comparison: ComparisonService;
	readonly adminFiles: AdminFileService;
	readonly store: RunStore;
	readonly plans: PlanStore;
	readonly remediation: RemediationService;
	readonly reports: ReportService;
	readonly audit: AuditService;
	readonly settings: SettingsStore;
	readonly network: NetworkService;
	readonly secretsKind: AppInfo['secrets'];
}

const databaseName = 'invite-doctor.sqlite';

/** The only place that says `new`: every host gets its services here. Fails where the data folder cannot be used. */
export const composeApp = async (options: ComposeOptions): Promise<Outcome<App & Services>> => {
	const { dataDir, version, allowLoopback } = options;
	const folder = openDataFolder(dataDir, databaseName);
	if (!folder.ok) return folder;
	const opened = await openDatabase(join(dataDir, databaseName));
	if (!opened.ok) return opened;
	const clock = options.clock ?? systemClock;
	const since = new Date(clock.now()).toISOString();
	const opening = await openLocks(join(dataDir, 'locks'), () => `${options.host}, process ${process.pid}, started ${since}`);
	if (!opening.ok) {
		opened.value.close();
		return opening;
	}
	const locks = opening.value;
	const isHeld = (kind: LockName['kind']) => (key: string) => locks.whoHas({ kind, key }) !== 'nobody';
	const log = openLog(dataDir);
	const random = systemRandom;
	const gates = makeRateGates(clock, random);
	const store = createRunStore(opened.value, isHeld('run'));
	const auditLog = createAuditLog(opened.value);
	const audit: AuditService = {
		entries: (filter, from, count) => attempt(() => done(readToldEntries(opened.value, filter, from, count))),
		export: (filter, format, language) =>
			attempt(() => {
				const entries = readFittingEntries(opened.value, filter);
				const lines = format === 'csv' ? auditAsCsv(entries, language) : auditAsJsonLines(entries);
				return done({ name: `audit-log.${format}`, text: [...lines].join('') });
			}),
		verify: () => verifyAudit(opened.value),
		difference: () => attempt(() => done(auditLog.difference())),
		accept: (reason) =>
			auditLog.accept({ at: new Date(clock.now()).toISOString(), actor: { account: '', user: thisUser(), host: options.host }, reason }),
	};
	const differs = audit.difference();
	if (differs.ok && differs.value !== null) log.warn('audit-damaged', differs.value);
	const plans = createPlanStore(opened.value, clock, auditLog, isHeld('site'));
	const settings = createSettingsStore(opened.value);
	const isDemo = options.isDemo === true;
	const { loadKeychain } = options;
	const secrets = await openSecretStore({
		clock,
		forceSession: isDemo || options.sessionSecrets === true,
		...(loadKeychain === undefined ? {} : { load: loadKeychain }),
	});
	const { resolveProxy } = options;
	const systemProxy = resolveProxy === undefined ? proxyOfEnvironment(process.env) : proxyOfSystem(resolveProxy);
	const network = new NetworkService({ settings, secrets: secrets.store, systemProxy: isDemo ? async () => [null] : systemProxy, clock });
	const { transport } = network;
	const siteStore = createSiteStore(opened.value);
	const openLink = options.openLink ?? (() => Promise.reject(new Error('nothing to open it with')));
	const asking: SitePorts = { clock, random, log, gates, version, transport };
	const signIns = new SignInService({ ...asking, secrets: secrets.store, locks, openLink });
	const sites = new SiteService({
		...asking,
		sites: siteStore,
		secrets: secrets.store,
		signIns,
		allowLoopback,
		environment: isDemo ? noTokens : environmentTokens(),
	});
	const lists = new ListService({ random, clock, mappings: createMappingStore(opened.value), drafts: createDraftStore(opened.value) });
	const creations = createCreationRecord(opened.value);
	const probeStore = createProbeStore(opened.value);
	const access = new AccessService({
		declarations: createAccessStore(opened.value),
		sites: siteStore,
		runs: store,
		creations,
		probes: probeStore,
		clock,
		user: thisUser(),
	});
	const checks = new HandCheckService({
		checks: createHandCheckStore(opened.value),
		sites: siteStore,
		runs: store,
		clock,
		user: thisUser(),
	});
	const probes = new ProbeService({
		...asking,
		checks,
		probes: probeStore,
		creations,
		creationAnswers: (siteUrl) => readCreationAnswers(opened.value, siteUrl),
		knownPortalId: createKnownPortalIds(opened.value),
		access,
	});
	const knowledge: ProbeService['knowledge'] = (...asked) => probes.knowledge(...asked);
	const away = storeAway(store, opened.value.file);
	const runs = new RunService({ ...asking, access, knowledge, store: { ...store, ...away }, locks });
	const tidied = runs.tidy();
	const actor = { user: thisUser(), host: options.host };
	const remediation = new RemediationService({ ...asking, access, knowledge, plans, runs: store, locks, actor });
	const snapshotDir = join(dataDir, 'snapshots');
	const snapshotFolder = openSnapshotFolder(snapshotDir, locks);
	const snapshots = new SnapshotService({ ...asking, store: snapshotFolder, locks });
	const delivery = options.reportDelivery ?? pathDelivery;
	const openIncoming = (bytes: number) => openIncomingFile(snapshotDir, locks, bytes);
	const snapshotFiles = new SnapshotFiles({ store: snapshotFolder, delivery, openIncoming, random });
	const runAccess = new RunAccess({ store, access, checks, clock });
	const starts = new RunStarts({ lists, sites, snapshots, runs, store, clock });
	const comparison = new ComparisonService(store);
	const adminFiles = new AdminFileService({
		store: snapshotFolder,
		memory: createAdminFileMemory(opened.value),
		sites,
		access,
		clock,
		random,
	});
	const deletion = new DeletionService({
		store: createDeletionStore(opened.value, auditLog),
		sites,
		snapshots,
		settings,
		locks,
		clock,
		log,
		actor,
	});
	deletion.finish(tidied);
	// A command does what it was told and nothing else.
	if (options.host !== 'cli') void runs.takeUpWaiting((runId) => starts.resume({ runId }));
	const reports = new ReportService({
		runs: store,
		plans,
		sites,
		settings,
		clock,
		version,
		delivery,
	});
	const info: AppInfo = {
		version,
		host: options.host,
		get secrets() {
			return secrets.store.kind;
		},
		openRun: options.openRun ?? null,
		demo: isDemo ? 'here' : options.openDemo === undefined ? 'none' : 'offered',
	};
	return done({
		router: makeRouter({
			info,
			sites,
			access,
			runAccess,
			checks,
			deletion,
			probes,
			lists,
			runs,
			starts,
			comparison,
			snapshots,
			snapshotFiles,
			adminFiles,
			store,
			plans,
			remediation,
			reports,
			audit,
			settings,
			network,
			clock,
			user: actor.user,
			openLink,
			handedFiles: options.handedFiles ?? new HandedFiles(),
			openDemo: options.openDemo ?? (async () => failed('wrong-use', { what: 'demo' })),
			speak: options.speak ?? (() => undefined),
		}),
		sites,
		access,
		checks,
		deletion,
		probes,
		lists,
		runs,
		starts,
		snapshots,
		comparison,
		adminFiles,
		store,
		plans,
		remediation,
		reports,
		audit,
		settings,
		network,
		get secretsKind() {
			return secrets.store.kind;
		},
		isAtWork: () => locks.holdsAny(),
		close: async () => {
			await Promise.all([deletion.close(), runs.close(), remediation.close(), snapshots.close(), snapshotFiles.close()]);
			transport.close();
			await away.close();
			opened.value.close();
			log.close();
		},
	});
};
