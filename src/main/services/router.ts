import { implement } from '@orpc/server';
import { contract } from '#shared/contract.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { PlanStore } from '#core/remedies/plan-store.ts';
import type { RunStore } from '#core/runs/run-store.ts';
import type { AppInfo } from '#shared/contract.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { declareAccess } from '#core/evidence/declare-access.ts';
import type { Clock } from '#core/ports.ts';
import type { AccessService } from './access-service.ts';
import type { ComparisonService } from './comparison-service.ts';
import type { ListService } from './list-service.ts';
import { isAtlassianLink } from './links.ts';
import { planHandlers } from './plan-handlers.ts';
import type { RemediationService } from './remediation-service.ts';
import type { ProbeService } from './probe-service.ts';
import { startMany } from './start-many.ts';
import { runUnlocks } from './run-unlocks.ts';
import type { RunService } from './run-service.ts';
import { overviewOf } from './site-overview.ts';
import type { SiteService } from './site-service.ts';

export interface RouterParts {
	readonly info: AppInfo;
	readonly sites: SiteService;
	readonly access: AccessService;
	readonly probes: ProbeService;
	readonly lists: ListService;
	readonly runs: RunService;
	readonly comparison: ComparisonService;
	readonly store: RunStore;
	readonly plans: PlanStore;
	readonly remediation: RemediationService;
	readonly clock: Clock;
	readonly openLink: (url: string) => Promise<void>;
}

/** The handlers of the contract: each a line of translation between the wire and a service. */
export const makeRouter = (parts: RouterParts) => {
	const { info, sites, access, probes, lists, runs, comparison, store, clock, openLink } = parts;
	const os = implement(contract);
	const found = <T>(runId: string, read: () => T): Outcome<T> => {
		const run = store.run(runId);
		return run.ok ? done(read()) : run;
	};
	return os.router({
		app: {
			info: os.app.info.handler(() => done(info)),
			openLink: os.app.openLink.handler(async ({ input }) => {
				if (!isAtlassianLink(input.url)) return failed('wrong-use', { what: 'link' });
				await openLink(input.url);
				return done(null);
			}),
		},
		sites: {
			list: os.sites.list.handler(() => sites.list()),
			add: os.sites.add.handler(({ input }) => sites.add(input)),
			setClient: os.sites.setClient.handler(({ input }) => sites.setClient(input.name, input.client)),
			overview: os.sites.overview.handler(async () => {
				const all = await sites.list();
				return all.ok ? done(overviewOf(all.value, store.runs(), clock.now())) : all;
			}),
			remove: os.sites.remove.handler(({ input }) => sites.remove(input.name)),
			check: os.sites.check.handler(async ({ input, signal }) => {
				const site = await sites.access(input.name);
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
				const site = await sites.access(input.name);
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
			open: os.lists.open.handler(({ input }) => lists.open(input)),
			close: os.lists.close.handler(({ input }) => lists.close(input.listId)),
		},
		runs: {
			start: os.runs.start.handler(async ({ input }) => {
				const list = lists.get(input.listId);
				if (!list.ok) return list;
				const site = await sites.access(input.site);
				if (!site.ok) return site;
				const { name, columns } = list.value.preview;
				const declared = declareAccess(input.access ?? unknownCustomerAccess, new Date(clock.now()).toISOString());
				const started = runs.start({
					listName: name,
					columns,
					rows: list.value.rows(input.mapping),
					site: site.value,
					deskKey: input.desk ?? null,
					access: declared,
				});
				if (started.ok) lists.close(input.listId);
				return started;
			}),
			startMany: os.runs.startMany.handler(async ({ input }) => {
				const list = lists.get(input.listId);
				if (!list.ok) return list;
				const { name: listName, columns } = list.value.preview;
				const request = { listName, columns, deskKey: input.desk ?? null, access: unknownCustomerAccess };
				const started = await startMany(input.sites, async (name) => {
					const site = await sites.access(name);
					return site.ok ? runs.start({ ...request, rows: list.value.rows(input.mapping), site: site.value }) : site;
				});
				if (started.some((one) => one.started.ok)) lists.close(input.listId);
				return done(started);
			}),
			cancel: os.runs.cancel.handler(({ input }) => runs.cancel(input.runId)),
			resume: os.runs.resume.handler(async ({ input }) => {
				const run = store.run(input.runId);
				if (!run.ok) return run;
				const site = await sites.access(run.value.site.name);
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
		},
		plans: planHandlers(parts),
	});
};
