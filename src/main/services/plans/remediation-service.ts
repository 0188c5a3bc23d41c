import { createHash } from 'node:crypto';
import type { RareQuestions } from '#core/evidence/rare-questions.ts';
import type { SiteKnowledge } from '#core/evidence/site-knowledge.ts';
import { makePlan } from '#core/plans/make-plan.ts';
import type { PlanStore } from '#core/plans/plan-store.ts';
import { recheck } from '#core/plans/recheck.ts';
import { rehearse } from '#core/plans/rehearse.ts';
import { remediate } from '#core/plans/remediate.ts';
import type { RunStore } from '#core/runs/run-store.ts';
import type { CustomerAccess } from '#shared/customer-access.ts';
import { done, type Failure, failed, type Outcome } from '#shared/outcome.ts';
import type { AuditActor, Plan, PlanChoices, PlanProgress, PlanRow, Rehearsed } from '#shared/plan.ts';
import type { RowFilter, RunRowDetail } from '#shared/run.ts';
import { calls } from '../../atlassian/calls.ts';
import { limitOf } from '../../atlassian/limits.ts';
import { makeSiteChanges } from '../../atlassian/site-changes.ts';
import { type CountedSiteQuestions, makeSiteQuestions } from '../../atlassian/site-questions.ts';
import { makeHolder } from '../../lease-holder.ts';
import { attempt, storeFailure } from '../../storage/store-failure.ts';
import { makeTurns } from '../../turns.ts';
import { keepLease, type Lease, leaseMs, takeLease } from '../held-lease.ts';
import { type LivePlan, makeLivePlan, watchPlan } from './plan-watch.ts';
import { connectRequest, type SiteConnection, siteOptions, type SitePorts } from '../sites/site-connection.ts';

export interface PlanSelection {
	readonly runId: string;
	/** These rows; where left out, all that fit the filter. */
	readonly ids?: readonly number[] | undefined;
	readonly filter?: RowFilter | undefined;
	readonly choices: PlanChoices;
}

export interface StartPlan {
	/** At most so many rows this time. */
	readonly first?: number | undefined;
	/** Rows that the site rejected are tried again. */
	readonly retryFailed?: boolean | undefined;
	readonly confirm?: string | undefined;
	/** The set of people the confirmation was typed for, where the asker was shown one. */
	readonly people?: string | undefined;
}

interface Ports extends SitePorts {
	readonly plans: PlanStore;
	readonly runs: RunStore;
	/** What is known of customer access once changes were made. */
	readonly access: { afterChanges(runId: string): Outcome<CustomerAccess> };
	/** What is known of a site from before, given the ways to ask it. */
	readonly knowledge: (siteUrl: string, rare: RareQuestions) => SiteKnowledge;
	readonly actor: Omit<AuditActor, 'account'>;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const pace = {
	admin: limitOf(calls.directoryUsers).perSecond,
	site: limitOf(calls.myself).perSecond,
	deskCustomers: limitOf(calls.deskCustomers).perSecond,
};

type Live = { readonly work: LivePlan; readonly ended: Promise<void>; pausing: boolean };

/** Plans and their execution. Like a run, a plan under way belongs to this process, not to a window. */
export class RemediationService {
	readonly #ports: Ports;
	readonly #live = new Map<string, Live>();

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** Stores what would be done. Nothing is asked and nothing is sent. */
	async plan(selection: PlanSelection, account: string): Promise<Outcome<{ readonly planId: string }>> {
		const { runs, plans, clock, random } = this.#ports;
		const run = runs.run(selection.runId);
		if (!run.ok) return run;
		if (run.value.desk === null) return failed('plan-empty');
		const rows = this.#selected(selection);
		const drafted = await makePlan({ rows, choices: selection.choices, access: run.value.access, pace, digest });
		if (!drafted.ok) return drafted;
		const planId = random.id();
		const { confirm, people, estimate } = drafted.value;
		const createdAt = new Date(clock.now()).toISOString();
		const plan = {
			id: planId,
			runId: selection.runId,
			desk: run.value.desk,
			createdAt,
			choices: selection.choices,
			confirm,
			people,
			estimate,
		};
		const created = plans.create(plan, drafted.value.rows, { ...this.#ports.actor, account });
		return created.ok ? done({ planId }) : created;
	}

	/** Begins, or goes on where the plan stood. */
	start(planId: string, site: SiteConnection, options: StartPlan = {}): Outcome<null> {
		if (this.#live.has(planId)) return failed('plan-busy', { plan: planId });
		const { plans } = this.#ports;
		const plan = this.#planOf(planId, site);
		if (!plan.ok) return plan;
		const actor = this.#actor(site);
		const confirmed = this.#confirm(plan.value, options, actor);
		if (!confirmed.ok) return confirmed;
		const reopened = options.retryFailed ? plans.reopen(planId, ['rejected']) : done(0);
		if (!reopened.ok) return reopened;
		if (plans.work(planId).length === 0) return failed('plan-finished', { plan: planId });
		return this.#begin(plan.value, site, actor, options.first ?? null);
	}

	/** No new change starts; resolves once what was under way has its outcome. */
	async pause(planId: string): Promise<Outcome<null>> {
		return this.#halt(planId, true);
	}

	async cancel(planId: string): Promise<Outcome<null>> {
		return this.#halt(planId, false);
	}

	watch(planId: string, signal?: AbortSignal): AsyncGenerator<PlanProgress> {
		const { plans, clock } = this.#ports;
		return watchPlan(planId, { store: plans, clock, live: (id) => this.#live.get(id)?.work }, signal);
	}

	/** Looks at every row that would be changed and says which are not any more what was diagnosed. Changes nothing. */
	async rehearse(planId: string, site: SiteConnection, signal?: AbortSignal): Promise<Outcome<readonly Rehearsed[]>> {
		const plan = this.#planOf(planId, site);
		if (!plan.ok) return plan;
		const { plans, clock } = this.#ports;
		const access = this.#ports.runs.request(plan.value.runId);
		if (!access.ok) return access;
		return rehearse({
			work: plans.work(planId),
			questions: this.#questions(site, signal),
			connect: connectRequest(site),
			deskKey: plan.value.desk.key,
			access: access.value.access,
			clock,
		});
	}

	/** Asks again about rows that a person has worked on, and keeps what is seen. */
	async recheck(planId: string, ids: readonly number[], site: SiteConnection, signal?: AbortSignal): Promise<Outcome<readonly PlanRow[]>> {
		const plan = this.#planOf(planId, site);
		if (!plan.ok) return plan;
		const { plans, runs, clock } = this.#ports;
		const request = runs.request(plan.value.runId);
		if (!request.ok) return request;
		const questions = this.#questions(site, signal);
		return recheck({
			planId,
			ids,
			store: plans,
			questions,
			knowledge: this.#ports.knowledge(site.site.origin, questions),
			connect: connectRequest(site),
			deskKey: plan.value.desk.key,
			access: request.value.access,
			actor: this.#actor(site),
			clock,
			signal: signal ?? new AbortController().signal,
		});
	}

	/** Halts every plan of this process; each can go on later. */
	async close(): Promise<void> {
		await Promise.all([...this.#live.keys()].map((planId) => this.#halt(planId, false)));
	}

	async *#selected({ runId, ids, filter }: PlanSelection): AsyncGenerator<RunRowDetail> {
		const { runs } = this.#ports;
		const turns = makeTurns();
		const wanted = new Set(ids ?? runs.rowIds(runId, filter ?? {}, { by: 'row', descending: false }));
		for (const row of runs.allRows(runId)) {
			if (wanted.has(row.id)) yield row;
			if (turns.isDue()) await turns.give();
		}
	}

	#actor(site: SiteConnection): AuditActor {
		return { ...this.#ports.actor, account: site.email };
	}

	/** The plan, where it is for this site: a credential is bound to its site. */
	#planOf(planId: string, site: SiteConnection): Outcome<Plan> {
		const plan = this.#ports.plans.plan(planId);
		if (!plan.ok) return plan;
		const request = this.#ports.runs.request(plan.value.runId);
		if (!request.ok) return request;
		const { url, adminUrl } = request.value.site;
		return url === site.site.origin && adminUrl === site.admin.origin ? plan : failed('site-not-found', { site: url });
	}

	/** A typed confirmation is for one set of people; another set, or another phrase, is no confirmation. */
	#confirm(plan: Plan, { confirm, people }: StartPlan, actor: AuditActor): Outcome<null> {
		if (plan.confirm === null) return done(null);
		const isForAnother = (people !== undefined && people !== plan.people) || (confirm !== undefined && confirm !== plan.confirm);
		if (isForAnother) return failed('confirmation-void', { confirm: plan.confirm });
		if (confirm === undefined) return plan.confirmedAt === null ? failed('confirmation-missing', { confirm: plan.confirm }) : done(null);
		return plan.confirmedAt === null
			? this.#ports.plans.confirm(plan.id, actor, new Date(this.#ports.clock.now()).toISOString())
			: done(null);
	}

	async #halt(planId: string, pausing: boolean): Promise<Outcome<null>> {
		const live = this.#live.get(planId);
		if (!live) return failed('plan-not-found', { plan: planId });
		live.pausing = pausing;
		live.work.abort.abort();
		await live.ended;
		return done(null);
	}

	#questions(site: SiteConnection, signal: AbortSignal | undefined): CountedSiteQuestions {
		return makeSiteQuestions(siteOptions(site, this.#ports, signal));
	}

	#accessAfter(runId: string, before: CustomerAccess): CustomerAccess {
		const after = this.#ports.access.afterChanges(runId);
		return after.ok ? after.value : before;
	}

	#lease(siteUrl: string): Lease {
		const { plans } = this.#ports;
		return {
			take: (...args) => plans.takeLease(siteUrl, ...args),
			renew: (...args) => plans.renewLease(siteUrl, ...args),
			release: (holder) => plans.releaseLease(siteUrl, holder),
		};
	}

	#begin(plan: Plan, site: SiteConnection, actor: AuditActor, first: number | null): Outcome<null> {
		const { plans, clock, random } = this.#ports;
		const holder = makeHolder(random.id());
		const lease = this.#lease(plan.site.url);
		const taken = attempt(() => {
			const mine = takeLease(lease, holder, clock);
			return mine.ok ? plans.setState(plan.id, 'running', null, new Date(clock.now()).toISOString()) : mine;
		});
		if (!taken.ok) return taken;
		const work = makeLivePlan(clock);
		const live: Live = { work, pausing: false, ended: Promise.resolve() };
		const ended = this.#work(plan, site, actor, first, live, holder).finally(() => {
			work.ended = true;
			work.touch();
			this.#live.delete(plan.id);
		});
		this.#live.set(plan.id, Object.assign(live, { ended }));
		return done(null);
	}

	async #work(plan: Plan, site: SiteConnection, actor: AuditActor, first: number | null, live: Live, holder: string): Promise<void> {
		const { plans, runs, clock, log } = this.#ports;
		const { work } = live;
		const lease = this.#lease(plan.site.url);
		const over = new AbortController();
		const heart = keepLease(lease, holder, clock, over.signal, () => work.abort.abort());
		const options = siteOptions(site, this.#ports, work.abort.signal);
		const questions = makeSiteQuestions(options);
		const changes = makeSiteChanges(options);
		let stop: Failure | null = null;
		let rest: 'finished' | 'paused' = 'paused';
		try {
			const access = runs.request(plan.runId);
			const outcome = !access.ok
				? access
				: await remediate({
						planId: plan.id,
						store: plans,
						questions,
						changes,
						clock,
						connect: connectRequest(site),
						deskKey: plan.desk.key,
						access: access.value.access,
						accessAfter: () => this.#accessAfter(plan.runId, access.value.access),
						knowledge: this.#ports.knowledge(plan.site.url, questions),
						actor,
						first,
						onStep: (step) => work.takeStep(step),
						onRows: (ids) => work.report(ids),
						halt: work.abort.signal,
					});
			if (outcome.ok) rest = outcome.value;
			else stop = outcome.failure;
		} catch (error) {
			stop = storeFailure(error) ?? { code: 'unexpected-answer', details: { problem: 'a fault of this program; its log names it' } };
			log.error('plan-broke', { plan: plan.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
		}
		over.abort();
		await heart;
		const sent = [questions.calls(), changes.calls()];
		const told = live.pausing && stop?.code === 'cancelled' ? null : stop;
		work.stop = this.#recordEnd(plan, holder, told, rest, sent);
		log.info('plan-ended', { plan: plan.id, stop: stop?.code ?? null });
	}

	/** Stores how it ended, unless another process has taken the site over meanwhile. Returns what stopped it. */
	#recordEnd(
		plan: Plan,
		holder: string,
		stop: Failure | null,
		rest: 'finished' | 'paused',
		sent: readonly Readonly<Record<string, number>>[],
	): Failure | null {
		const { plans, runs, clock } = this.#ports;
		const lease = this.#lease(plan.site.url);
		const recorded = attempt(() => {
			if (!lease.renew(holder, clock.now(), leaseMs)) return done(null);
			for (const counted of sent) runs.addCalls(plan.runId, counted);
			const at = new Date(clock.now()).toISOString();
			const stored = plans.setState(plan.id, stop === null ? rest : 'stopped', stop, at);
			lease.release(holder);
			return stored;
		});
		return stop ?? (recorded.ok ? null : recorded.failure);
	}
}
