import { planResult } from '#core/plans/plan-result.ts';
import type { PlanStore } from '#core/plans/plan-store.ts';
import type { Clock } from '#core/ports.ts';
import type { RunIndex, RunRows } from '#core/runs/run-store.ts';
import type { Asked } from '#shared/contract.ts';
import type { MessageSent } from '#shared/plan.ts';
import { andThen, done } from '#shared/outcome.ts';
import type { SettingsStore } from '../../storage/settings-store.ts';
import { os } from '../handlers.ts';
import { failedRows, messagesCsv } from '../reports/plan-report.ts';
import type { AccessService } from '../sites/access-service.ts';
import type { SiteConnection } from '../sites/site-connection.ts';
import type { SiteService, WayToSite } from '../sites/site-service.ts';
import { ownerMessages } from './owner-messages.ts';
import type { RemediationService } from './remediation-service.ts';

interface Parts {
	readonly sites: SiteService;
	readonly access: AccessService;
	readonly store: RunIndex & RunRows;
	readonly plans: PlanStore;
	readonly remediation: RemediationService;
	readonly settings: SettingsStore;
	readonly clock: Clock;
	/** Who is signed in on this machine. */
	readonly user: string;
}

/** `plans.*` */
export const planHandlers = ({ sites, access, store, plans, remediation, settings, clock, user }: Parts) => {
	const found = <T>(planId: string, read: () => T) => andThen(plans.plan(planId), () => done(read()));
	const request = (planId: string) => andThen(plans.plan(planId), ({ runId }) => store.request(runId));
	const siteOf = (planId: string, way: WayToSite) => andThen(request(planId), ({ site }) => sites.connectionTo(site, way));
	const accountOn = (name: string): string | null => {
		const record = sites.record(name);
		return record.ok ? record.value.email : null;
	};
	const declare = (planId: string, site: SiteConnection, declared: Asked['plans']['recheck']['declared']) =>
		declared === undefined ? done(null) : andThen(plans.plan(planId), ({ runId }) => access.declareForRun(runId, site, declared));
	const sign = (): MessageSent => ({ user, at: new Date(clock.now()).toISOString() });
	return {
		create: os.plans.create.handler(({ input }) =>
			andThen(store.run(input.runId), ({ site }) => remediation.plan(input, accountOn(site.name) ?? input.account ?? '')),
		),
		list: os.plans.list.handler(({ input }) => done(plans.plans(input.runId))),
		get: os.plans.get.handler(({ input }) => plans.plan(input.planId)),
		rows: os.plans.rows.handler(({ input }) => found(input.planId, () => plans.rows(input.planId, input))),
		rowIds: os.plans.rowIds.handler(({ input }) => found(input.planId, () => plans.rowIds(input.planId, input))),
		result: os.plans.result.handler(({ input }) => found(input.planId, () => planResult(plans, input.planId))),
		row: os.plans.row.handler(({ input }) => plans.row(input.planId, input.id)),
		start: os.plans.start.handler(({ input }) =>
			andThen(siteOf(input.planId, input), (site) => remediation.start(input.planId, site, input)),
		),
		rehearse: os.plans.rehearse.handler(({ input, signal }) =>
			andThen(siteOf(input.planId, input), (site) => remediation.rehearse(input.planId, site, signal)),
		),
		pause: os.plans.pause.handler(({ input }) => remediation.pause(input.planId)),
		cancel: os.plans.cancel.handler(({ input }) => remediation.cancel(input.planId)),
		watch: os.plans.watch.handler(({ input, signal }) => remediation.watch(input.planId, signal)),
		recheck: os.plans.recheck.handler(({ input: { planId, ids, declared }, signal }) =>
			andThen(siteOf(planId, {}), (site) => andThen(declare(planId, site, declared), () => remediation.recheck(planId, ids, site, signal))),
		),
		note: os.plans.note.handler(({ input }) => {
			const note = input.note && { ...input.note, ...sign() };
			return andThen(plans.note(input.planId, input.ids, note), (rowCount) => done({ rowCount, note }));
		}),
		setMessageSent: os.plans.setMessageSent.handler(({ input: { planId, domain, to, isSent } }) =>
			plans.setMessageSent(planId, domain, to, isSent ? sign() : null),
		),
		stranded: os.plans.stranded.handler(() => done(plans.stranded())),
		messages: os.plans.messages.handler(({ input }) => ownerMessages({ plans, settings }, input)),
		mail: os.plans.mail.handler(async ({ input }) => {
			const { writeEml } = await import('../../files/eml.ts');
			return done(await writeEml({ ...input, at: new Date(clock.now()) }));
		}),
		mailTable: os.plans.mailTable.handler(({ input }) => done([...messagesCsv(input)].join(''))),
		failedRows: os.plans.failedRows.handler(({ input }) =>
			andThen(plans.plan(input.planId), (plan) => done(failedRows(plan, plans, store))),
		),
	};
};
