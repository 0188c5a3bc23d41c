import { implement } from '@orpc/server';
import { contract } from '#shared/contract.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { RunStore } from '#core/runs/run-store.ts';
import type { AppInfo } from '#shared/contract.ts';
import { type CustomerAccess, unknownCustomerAccess } from '#shared/customer-access.ts';
import type { Clock } from '#core/ports.ts';
import type { ListService } from './list-service.ts';
import { isAtlassianLink } from './links.ts';
import type { RunService } from './run-service.ts';
import type { SiteService } from './site-service.ts';

export interface RouterParts {
	readonly info: AppInfo;
	readonly sites: SiteService;
	readonly lists: ListService;
	readonly runs: RunService;
	readonly store: RunStore;
	readonly clock: Clock;
	readonly openLink: (url: string) => Promise<void>;
}

const declared = (access: Omit<CustomerAccess, 'origin' | 'at'> | undefined, at: string): CustomerAccess => {
	if (!access || Object.values(access).every((value) => value === null)) return unknownCustomerAccess;
	const lower = (domains: readonly string[] | null) => domains?.map((domain) => domain.toLowerCase().replace(/^@/, '')) ?? null;
	return {
		...access,
		approvedDomains: lower(access.approvedDomains),
		allowedDomains: lower(access.allowedDomains),
		origin: 'declared',
		at,
	};
};

/** The handlers of the contract: each a line of translation between the wire and a service. */
export const makeRouter = ({ info, sites, lists, runs, store, clock, openLink }: RouterParts) => {
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
			remove: os.sites.remove.handler(({ input }) => sites.remove(input.name)),
			check: os.sites.check.handler(async ({ input, signal }) => {
				const access = await sites.access(input.name);
				return access.ok ? sites.check(access.value, signal) : access;
			}),
		},
		lists: {
			open: os.lists.open.handler(({ input }) => lists.open(input, input.site ?? null)),
			openSheet: os.lists.openSheet.handler(({ input }) => lists.openSheet(input.listId, input.sheet, input.site ?? null)),
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
				const site = await sites.access(input.site);
				if (!site.ok) return site;
				const { name, columns } = list.value.preview;
				const access = declared(input.access, new Date(clock.now()).toISOString());
				const started = runs.start({
					listName: name,
					columns,
					rows: list.value.rows(),
					site: site.value,
					deskKey: input.desk ?? null,
					access,
				});
				// A mapping that cannot be remembered is no reason to call the run a failure.
				if (started.ok) lists.startedOn(input.listId, input.site);
				return started;
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
			summary: os.runs.summary.handler(({ input }) => found(input.runId, () => store.summary(input.runId, input.filter))),
		},
	});
};
