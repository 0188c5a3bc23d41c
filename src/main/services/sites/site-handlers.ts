import type { Clock } from '#core/ports.ts';
import type { PlanStore } from '#core/plans/plan-store.ts';
import type { RunIndex } from '#core/runs/run-store.ts';
import type { Asked } from '#shared/contract.ts';
import { andThen, done } from '#shared/outcome.ts';
import { os } from '../handlers.ts';
import type { SnapshotService } from '../snapshots/snapshot-service.ts';
import type { AccessService } from './access-service.ts';
import type { ProbeService } from './probe-service.ts';
import { overview } from './site-overview.ts';
import type { SiteService } from './site-service.ts';

interface Parts {
	readonly sites: SiteService;
	readonly access: AccessService;
	readonly probes: ProbeService;
	readonly snapshots: SnapshotService;
	readonly store: RunIndex;
	readonly plans: Pick<PlanStore, 'mailBudget' | 'setMailBudget'>;
	readonly clock: Clock;
}

const chosen = (asked: Asked['sites']['check']) => ('name' in asked ? asked.name : asked.given);

/** `sites.*` */
export const siteHandlers = (parts: Parts) => {
	const { sites, access, probes, plans, clock } = parts;
	const budgetOf = (url: string) => plans.mailBudget(url, new Date(clock.now()).toISOString());
	return {
		list: os.sites.list.handler(() => sites.list()),
		add: os.sites.add.handler(({ input }) => sites.add(input)),
		get: os.sites.get.handler(({ input }) => sites.get(input.name)),
		edit: os.sites.edit.handler(({ input: { name, ...change } }) => sites.edit(name, change)),
		setClient: os.sites.setClient.handler(({ input }) => sites.setClient(input.name, input.client)),
		setReadOnly: os.sites.setReadOnly.handler(({ input }) => sites.setReadOnly(input.name, input.readOnly)),
		setTokens: os.sites.setTokens.handler(({ input: { name, ...tokens } }) => sites.setTokens(name, tokens)),
		signIn: os.sites.signIn.handler(({ input, signal }) => sites.signIn(input.name, signal)),
		overview: os.sites.overview.handler(() => overview(parts)),
		check: os.sites.check.handler(({ input, signal }) =>
			andThen(sites.connection(chosen(input)), (connection) => sites.check(connection, signal)),
		),
		mailBudget: os.sites.mailBudget.handler(({ input }) => andThen(sites.record(input.name), ({ url }) => done(budgetOf(url)))),
		setMailBudget: os.sites.setMailBudget.handler(({ input }) =>
			andThen(sites.record(input.name), ({ url }) => andThen(plans.setMailBudget(url, input.perDay), () => done(budgetOf(url)))),
		),
		access: os.sites.access.handler(({ input }) => andThen(sites.record(input.name), ({ url }) => done(access.known(url)))),
		probes: os.sites.probes.handler(({ input }) => andThen(sites.urlOf(chosen(input)), (url) => done(probes.answers(url)))),
		probe: os.sites.probe.handler(({ input, signal }) =>
			andThen(sites.connection(chosen(input)), (connection) => probes.probe(connection, signal)),
		),
		declareAccess: os.sites.declareAccess.handler(({ input }) =>
			andThen(sites.record(input.name), (site) =>
				andThen(access.declare(site, input.access ?? null, input.management ?? null), () => done(access.known(site.url))),
			),
		),
	};
};
