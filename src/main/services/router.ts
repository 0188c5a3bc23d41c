import { implement } from '@orpc/server';
import { contract } from '#shared/contract.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { PlanStore } from '#core/plans/plan-store.ts';
import type { RunStore } from '#core/runs/run-store.ts';
import type { AppInfo } from '#shared/contract.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { breakDown, pickValues } from '#core/runs/break-down.ts';
import { declareAccess } from '#core/evidence/declare-access.ts';
import type { Clock } from '#core/ports.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import { watchActivity } from './activity.ts';
import type { AuditService } from './audit/audit-service.ts';
import type { Attention } from './attention.ts';
import type { AccessService } from './sites/access-service.ts';
import type { ComparisonService } from './runs/comparison-service.ts';
import type { AdminFileService } from './snapshots/admin-file-service.ts';
import type { ListService } from './lists/list-service.ts';
import { isAtlassianLink } from './links.ts';
import { planHandlers } from './plans/plan-handlers.ts';
import type { ReportService } from './reports/report-service.ts';
import type { RemediationService } from './plans/remediation-service.ts';
import { resumeOffline } from './runs/resume-offline.ts';
import type { ProbeService } from './sites/probe-service.ts';
import { startMany } from './runs/start-many.ts';
import { startSiteWide } from './runs/start-site-wide.ts';
import { runUnlocks } from './runs/run-unlocks.ts';
import type { RunService, StartRun } from './runs/run-service.ts';
import { overviewOf } from './sites/site-overview.ts';
import type { SiteService } from './sites/site-service.ts';
import type { SnapshotFiles } from './snapshots/snapshot-files.ts';
import type { SnapshotService } from './snapshots/snapshot-service.ts';

export interface RouterParts {
	readonly info: AppInfo;
	readonly sites: SiteService;
	readonly access: AccessService;
	readonly probes: ProbeService;
	readonly lists: ListService;
	readonly runs: RunService;
	readonly snapshots: SnapshotService;
	readonly snapshotFiles: SnapshotFiles;
	readonly comparison: ComparisonService;
	readonly exports: AdminFileService;
	readonly store: RunStore;
	readonly plans: PlanStore;
	readonly remediation: RemediationService;
	readonly reports: ReportService;
	readonly audit: AuditService;
	readonly settings: SettingsStore;
	readonly clock: Clock;
	readonly openLink: (url: string) => Promise<void>;
	readonly attention: Attention;
}

/** The handlers of the contract: each a line of translation between the wire and a service. */
export const makeRouter = (parts: RouterParts) => {
	const { info, sites, access, probes, lists, runs, comparison, snapshots, exports, store, reports, audit, settings, clock, openLink } =
		parts;
	const { snapshotFiles, attention } = parts;
	const os = implement(contract);
	const found = <T>(runId: string, read: () => T): Outcome<T> => {
		const run = store.run(runId);
		return run.ok ? done(read()) : run;
	};
	const startLive = async (siteName: string | undefined, request: StartRun) => {
		if (siteName === undefined) return failed('wrong-use', { what: 'site' });
		const site = await sites.connection(siteName);
		return site.ok ? runs.start({ ...request, site: site.value }) : site;
	};
	const startOffline = async (
		{ snapshotId, allowIncomplete, site }: { snapshotId: string; allowIncomplete?: boolean | undefined; site: string | undefined },
		request: StartRun,
	) => {
		const url = site === undefined ? done(null) : sites.urlOf(site);
		if (!url.ok) return url;
		const wish = { snapshotId, siteUrl: url.value, deskKey: request.deskKey, allowIncomplete: allowIncomplete === true };
		const loaded = await snapshots.load(wish);
		return loaded.ok ? runs.startOffline({ ...request, snapshot: loaded.value.snapshot }) : loaded;
	};
	return os.router({
		app: {
			info: os.app.info.handler(() => done(info)),
			watch: os.app.watch.handler(({ signal }) => watchActivity(parts, signal)),
			openLink: os.app.openLink.handler(async ({ input }) => {
				if (!isAtlassianLink(input.url)) return failed('wrong-use', { what: 'link' });
				await openLink(input.url);
				return done(null);
			}),
			showProgress: os.app.showProgress.handler(({ input }) => {
				attention.showProgress(input.share);
				return done(null);
			}),
			notify: os.app.notify.handler(({ input }) => done({ isSaid: attention.notify(input.title, input.body) })),
		},
		sites: {
			list: os.sites.list.handler(() => sites.list()),
			add: os.sites.add.handler(({ input }) => sites.add(input)),
			setClient: os.sites.setClient.handler(({ input }) => sites.setClient(input.name, input.client)),
			setTokens: os.sites.setTokens.handler(({ input: { name, ...tokens } }) => sites.setTokens(name, tokens)),
			overview: os.sites.overview.handler(async () => {
				const all = await sites.list();
				if (!all.ok) return all;
				const kept = await snapshots.list();
				if (!kept.ok) return kept;
				return done(overviewOf(all.value, { runs: store.runs(), snapshots: kept.value.snapshots, nowMs: clock.now() }));
			}),
			remove: os.sites.remove.handler(({ input }) => sites.remove(input.name)),
			check: os.sites.check.handler(async ({ input, signal }) => {
				const site = await sites.connection(input.name);
				return site.ok ? sites.check(site.value, signal) : site;
			}),
			access: os.sites.access.handler(({ input }) => {
				const site = sites.record(input.name);
				return site.ok ? done(access.known(site.value.url)) : site;
			}),
			probes: os.sites.probes.handler(({ input }) => {
				const site = sites.record(input.name);
				return site.ok ? done(probes.answers(site.value.url)) : site;
			}),
			probe: os.sites.probe.handler(async ({ input, signal }) => {
				const site = await sites.connection(input.name);
				return site.ok ? probes.probe(site.value, signal) : site;
			}),
			declareAccess: os.sites.declareAccess.handler(({ input }) => {
				const site = sites.record(input.name);
				if (!site.ok) return site;
				const kept = access.declare(site.value, input.access, input.management ?? null);
				return kept.ok ? done(access.known(site.value.url)) : kept;
			}),
		},
		lists: {
			open: os.lists.open.handler(({ input }) => lists.open(input, input.site ?? null)),
			openSheet: os.lists.openSheet.handler(({ input }) => lists.openSheet(input.listId, input.sheet, input.site ?? null)),
			openEncoding: os.lists.openEncoding.handler(({ input }) => lists.openEncoding(input.listId, input.encoding, input.site ?? null)),
			map: os.lists.map.handler(({ input }) => lists.map(input.listId, input.mapping)),
			recall: os.lists.recall.handler(({ input }) => lists.recall(input.listId, input.site)),
			problems: os.lists.problems.handler(({ input }) => lists.problems(input.listId)),
			rows: os.lists.rows.handler(({ input }) => lists.rows(input.listId, input)),
			nearestProblem: os.lists.nearestProblem.handler(({ input }) => lists.nearestProblem(input.listId, input.from, input.direction)),
			correct: os.lists.correct.handler(({ input }) =>
				lists.edit(input.listId, (check) => check.correctCell(input.index, input.column, input.text)),
			),
			accept: os.lists.accept.handler(({ input }) =>
				lists.edit(input.listId, (check) => check.acceptSuggestion(input.domain, input.index ?? null)),
			),
			exclude: os.lists.exclude.handler(({ input }) => lists.edit(input.listId, (check) => check.exclude(input.rows, input.excluded))),
			undo: os.lists.undo.handler(({ input }) => lists.edit(input.listId, (check) => check.undo())),
			redo: os.lists.redo.handler(({ input }) => lists.edit(input.listId, (check) => check.redo())),
			close: os.lists.close.handler(({ input }) => lists.close(input.listId)),
		},
		runs: {
			start: os.runs.start.handler(async ({ input }) => {
				const list = await lists.ready(input.listId, input.mapping);
				if (!list.ok) return list;
				const { name: listName, columns } = list.value.preview;
				const declared = declareAccess(input.access ?? unknownCustomerAccess, new Date(clock.now()).toISOString());
				const batches = list.value.batches();
				const request = { listName, columns, batches, deskKey: input.desk ?? null, access: declared };
				const started =
					input.offline === undefined
						? await startLive(input.site, request)
						: await startOffline({ ...input.offline, site: input.site }, request);
				// A mapping that cannot be remembered is no reason to call the run a failure.
				if (started.ok) lists.startedOn(input.listId, input.site ?? null);
				return started;
			}),
			startSiteWide: os.runs.startSiteWide.handler(async ({ input }) => {
				const { snapshotId, listName, desk: deskKey = null, allowIncomplete = false } = input;
				const loaded = await snapshots.load({ snapshotId, siteUrl: null, deskKey, allowIncomplete });
				return loaded.ok ? startSiteWide(runs, loaded.value.snapshot, { listName, deskKey, access: unknownCustomerAccess }) : loaded;
			}),
			startMany: os.runs.startMany.handler(async ({ input }) => {
				const list = await lists.ready(input.listId, input.mapping);
				if (!list.ok) return list;
				const { name: listName, columns } = list.value.preview;
				const request = { listName, columns, deskKey: input.desk ?? null, access: unknownCustomerAccess };
				const started = await startMany(input.sites, async (name) => {
					const site = await sites.connection(name);
					return site.ok ? runs.start({ ...request, batches: list.value.batches(), site: site.value }) : site;
				});
				for (const one of started) if (one.started.ok) lists.remember(input.listId, one.site);
				// Where one was kept from starting, the list stays open to be tried there again.
				if (started.every((one) => one.started.ok)) lists.close(input.listId);
				return done(started);
			}),
			cancel: os.runs.cancel.handler(({ input }) => runs.cancel(input.runId)),
			resume: os.runs.resume.handler(async ({ input }) => {
				const run = store.run(input.runId);
				if (!run.ok) return run;
				if (run.value.snapshot !== null) return resumeOffline({ runs, snapshots, store }, input.runId);
				const site = await sites.connection(run.value.site.name);
				return site.ok ? runs.resume(input.runId, site.value) : site;
			}),
			list: os.runs.list.handler(() => done(store.runs())),
			get: os.runs.get.handler(({ input }) => store.run(input.runId)),
			watch: os.runs.watch.handler(({ input, signal }) => runs.watch(input.runId, signal)),
			rowIds: os.runs.rowIds.handler(({ input }) => found(input.runId, () => store.rowIds(input.runId, input.filter, input.sort))),
			rows: os.runs.rows.handler(({ input }) => found(input.runId, () => store.rows(input.runId, input.ids))),
			row: os.runs.row.handler(({ input }) => store.row(input.runId, input.id)),
			unlock: os.runs.unlock.handler(({ input }) => runUnlocks(store, input.runId)),
			compare: os.runs.compare.handler(({ input }) => comparison.compare(input)),
			compared: os.runs.compared.handler(({ input }) => comparison.compared(input, input.start, input.count)),
			history: os.runs.history.handler(({ input }) => {
				if (input.site === undefined) return comparison.history(input.email, null);
				const site = sites.record(input.site);
				return site.ok ? comparison.history(input.email, site.value.url) : site;
			}),
			summary: os.runs.summary.handler(({ input }) => found(input.runId, () => store.summary(input.runId, input.filter))),
			values: os.runs.values.handler(({ input: { runId, of, filter, text, count } }) =>
				found(runId, () => pickValues(store.values(runId, of, filter), text, count)),
			),
			breakdown: os.runs.breakdown.handler(({ input }) => found(input.runId, () => breakDown(store.breakdown(input.runId)))),
		},
		plans: planHandlers(parts),
		reports: {
			offer: os.reports.offer.handler(({ input }) => reports.offer(input.runId)),
			make: os.reports.make.handler(({ input }) => reports.make(input)),
		},
		audit: {
			entries: os.audit.entries.handler(({ input }) => done(audit.entries(input.from, input.count))),
			verify: os.audit.verify.handler(() => audit.verify()),
			difference: os.audit.difference.handler(() => audit.difference()),
			accept: os.audit.accept.handler(({ input }) => audit.accept(input.reason)),
			export: os.audit.export.handler(() => done({ name: 'audit-log.jsonl', text: [...audit.lines()].join('') })),
		},
		settings: {
			get: os.settings.get.handler(({ input }) => settings.get(input.key)),
			set: os.settings.set.handler(({ input }) => settings.set(input.key, input.value)),
		},
		snapshots: {
			list: os.snapshots.list.handler(() => snapshots.list()),
			pull: os.snapshots.pull.handler(async ({ input }) => {
				const site = await sites.connection(input.site);
				if (!site.ok) return site;
				const declared = declareAccess(input.access ?? unknownCustomerAccess, new Date(clock.now()).toISOString());
				// What was declared for the site is kept with it, so that a list is judged offline as it would be now.
				const known = access.forRun(site.value.site.origin, declared);
				const kept = known.origin === 'inferred' ? declared : known;
				return snapshots.pull({ site: site.value, deskKeys: input.desks ?? null, access: kept, update: input.update === true });
			}),
			watch: os.snapshots.watch.handler(({ input, signal }) => snapshots.watch(input.snapshotId, signal)),
			cancel: os.snapshots.cancel.handler(({ input }) => snapshots.cancel(input.snapshotId)),
			remove: os.snapshots.remove.handler(({ input }) => snapshots.remove(input.snapshotId)),
			export: os.snapshots.export.handler(({ input }) => snapshotFiles.deliver(input.snapshotId)),
			beginImport: os.snapshots.beginImport.handler(({ input }) => snapshotFiles.begin(input.bytes)),
			importPiece: os.snapshots.importPiece.handler(({ input: { importId, at, base64 } }) =>
				snapshotFiles.add(importId, at, Buffer.from(base64, 'base64')),
			),
			finishImport: os.snapshots.finishImport.handler(({ input }) => snapshotFiles.finish(input.importId)),
			cancelImport: os.snapshots.cancelImport.handler(async ({ input }) => {
				await snapshotFiles.cancel(input.importId);
				return done(null);
			}),
			openExport: os.snapshots.openExport.handler(({ input: { source, ...choice } }) => exports.open(source, choice)),
			addExport: os.snapshots.addExport.handler(({ input: { exportId, takenAt, coverage, target, verifiedDomains } }) =>
				exports.addOpen(exportId, { takenAt: takenAt ?? null, coverage }, target, verifiedDomains ?? null),
			),
		},
	});
};
