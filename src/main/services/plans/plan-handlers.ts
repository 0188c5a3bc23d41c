import { implement } from '@orpc/server';
import { planResult } from '#core/plans/plan-result.ts';
import type { PlanStore } from '#core/plans/plan-store.ts';
import { writeOwnerMessages } from '#core/remedies/owner-message.ts';
import type { RunStore } from '#core/runs/run-store.ts';
import { contract } from '#shared/contract.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import { ownerMessageTemplate } from '#shared/owner-message-template.ts';
import type { AccessService } from '../sites/access-service.ts';
import type { RemediationService } from './remediation-service.ts';
import { writeEml } from '../../files/eml.ts';
import { failedRowsCsv, messagesCsv } from '../reports/plan-report.ts';
import type { SiteConnection } from '../sites/site-connection.ts';
import type { SiteService } from '../sites/site-service.ts';

interface PlanParts {
	readonly sites: SiteService;
	readonly access: AccessService;
	readonly store: RunStore;
	readonly plans: PlanStore;
	readonly remediation: RemediationService;
}

/** The handlers of `plans.*`. */
export const planHandlers = ({ sites, access, store, plans, remediation }: PlanParts) => {
	const os = implement(contract).plans;
	const siteOf = async (planId: string): Promise<Outcome<SiteConnection>> => {
		const plan = plans.plan(planId);
		return plan.ok ? sites.connection(plan.value.site.name) : plan;
	};
	return {
		create: os.create.handler(({ input }) => {
			const run = store.run(input.runId);
			if (!run.ok) return run;
			const record = sites.record(run.value.site.name);
			return remediation.plan(input, record.ok ? record.value.email : '');
		}),
		list: os.list.handler(({ input }) => done(plans.plans(input.runId))),
		get: os.get.handler(({ input }) => plans.plan(input.planId)),
		rows: os.rows.handler(({ input }) => {
			const plan = plans.plan(input.planId);
			return plan.ok ? done(plans.rows(input.planId, input)) : plan;
		}),
		rowIds: os.rowIds.handler(({ input }) => {
			const plan = plans.plan(input.planId);
			return plan.ok ? done(plans.rowIds(input.planId, input)) : plan;
		}),
		result: os.result.handler(({ input }) => {
			const plan = plans.plan(input.planId);
			return plan.ok ? done(planResult(plans, input.planId)) : plan;
		}),
		row: os.row.handler(({ input }) => plans.row(input.planId, input.id)),
		start: os.start.handler(async ({ input }) => {
			const site = await siteOf(input.planId);
			return site.ok ? remediation.start(input.planId, site.value, input) : site;
		}),
		pause: os.pause.handler(({ input }) => remediation.pause(input.planId)),
		cancel: os.cancel.handler(({ input }) => remediation.cancel(input.planId)),
		watch: os.watch.handler(({ input, signal }) => remediation.watch(input.planId, signal)),
		recheck: os.recheck.handler(async ({ input, signal }) => {
			const site = await siteOf(input.planId);
			if (!site.ok) return site;
			const plan = plans.plan(input.planId);
			if (!plan.ok) return plan;
			const declared = input.declared === undefined ? plan : access.declareForRun(plan.value.runId, site.value, input.declared);
			return declared.ok ? remediation.recheck(input.planId, input.ids, site.value, signal) : declared;
		}),
		stranded: os.stranded.handler(() => done(plans.stranded())),
		messages: os.messages.handler(({ input }) => {
			const plan = plans.plan(input.planId);
			if (!plan.ok) return plan;
			const { site, desk } = plan.value;
			return done(writeOwnerMessages(plans.allRows(input.planId), ownerMessageTemplate, { site: site.url, desk: desk.name }));
		}),
		mail: os.mail.handler(async ({ input }) => done(await writeEml({ ...input, at: new Date() }))),
		mailTable: os.mailTable.handler(({ input }) => done([...messagesCsv(input)].join(''))),
		failedRows: os.failedRows.handler(({ input }) => {
			const plan = plans.plan(input.planId);
			if (!plan.ok) return plan;
			const text = [...failedRowsCsv(plan.value, plans, store)].join('');
			return done({ name: `failed-${plan.value.listName.replace(/\.\w+$/, '')}.csv`, text });
		}),
	};
};
