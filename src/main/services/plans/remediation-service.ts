import { createHash } from 'node:crypto';
import type { Asked } from '#shared/contract.ts';
import type { RareQuestions } from '#core/evidence/rare-questions.ts';
import type { SiteKnowledge } from '#core/evidence/site-knowledge.ts';
import type { Hold } from '#core/ports.ts';
import { makePlan } from '#core/plans/make-plan.ts';
import type { PlanStore } from '#core/plans/plan-store.ts';
import { recheck } from '#core/plans/recheck.ts';
import { rehearse } from '#core/plans/rehearse.ts';
import { remediate } from '#core/plans/remediate.ts';
import type { RunIndex, RunRows } from '#core/runs/run-store.ts';
import type { CustomerAccess } from '#shared/customer-access.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { AuditActor, Plan, PlanChoices, PlanProgress, PlanRow, PlanStep, Rehearsed } from '#shared/plan.ts';
import type { RunRowDetail } from '#shared/run.ts';
import { calls } from '../../atlassian/calls.ts';
import { limitOf } from '../../atlassian/limits.ts';
import { makeSiteChanges } from '../../atlassian/site-changes.ts';
import { type CountedSiteQuestions, makeSiteQuestions } from '../../atlassian/site-questions.ts';
import { Jobs, keptWait, type Work } from '../../jobs/jobs.ts';
import type { LiveJob } from '../../jobs/live-job.ts';
import type { Locks } from '../../storage/locks.ts';
import { makeTurns } from '../../turns.ts';
import { connectRequest, type SiteConnection, siteOptions, type SitePorts } from '../sites/site-connection.ts';

/** These rows; where left out, all that fit the filter. */
export type PlanSelection = Omit<Asked['plans']['create'], 'account'>;
export type StartPlan = Omit<Asked['plans']['start'], 'planId' | 'site' | 'tokens'>;

interface Ports extends SitePorts {
	readonly locks: Locks;
	readonly plans: PlanStore;
	readonly runs: RunIndex & RunRows;
	/** What is known of customer access once changes were made. */
	readonly access: { afterChanges(runId: string): Outcome<CustomerAccess> };
	/** What is known of a site from before, given the ways to ask it. */
	readonly knowledge: (siteUrl: string, rare: RareQuestions | null) => SiteKnowledge;
	readonly actor: Omit<AuditActor, 'account'>;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const pace = {
	admin: limitOf(calls.directoryUsers).perSecond,
	site: limitOf(calls.myself).perSecond,
	deskCustomers: limitOf(calls.deskCustomers).perSecond,
};

/** What is reported are ids of rows. */
type Execution = Work<PlanStep, number>;

/** Plans and their execution. Like a run, a plan under way belongs to this process, not to a window. */
export class RemediationService {
	readonly #ports: Ports;
	readonly #jobs: Jobs<PlanStep, number>;

	constructor(ports: Ports) {
		this.#ports = ports;
		this.#jobs = new Jobs(ports, { name: 'plan', course: { first: 'connecting', paced: 'changing' } });
	}

	/** Stores what would be done. Nothing is asked and nothing is sent. */
	async plan(selection: PlanSelection, account: string): Promise<Outcome<{ readonly planId: string }>> {
		const { runs, plans, clock, random } = this.#ports;
		const run = runs.run(selection.runId);
		if (!run.ok) return run;
		if (run.value.desk === null) return failed('plan-empty');
		const rows = this.#selected(selection);
		const { invite = false, without = [], ...decided } = selection.choices;
		const choices: PlanChoices = { ...decided, ...(invite ? { invite } : {}), ...(without.length > 0 ? { without } : {}) };
		const drafted = await makePlan({ rows, choices, access: run.value.access, pace, digest });
		if (!drafted.ok) return drafted;
		const planId = random.id();
		const { confirm, people, estimate } = drafted.value;
		const createdAt = new Date(clock.now()).toISOString();
		const plan = {
			id: planId,
			runId: selection.runId,
			desk: run.value.desk,
			createdAt,
			choices,
			confirm,
			people,
			estimate,
		};
		const created = plans.create(plan, drafted.value.rows, { ...this.#ports.actor, account });
		return created.ok ? done({ planId }) : created;
	}

	/** Begins, or goes on where the plan stood. One at a time changes a site. */
	async start(planId: string, site: SiteConnection, options: StartPlan = {}): Promise<Outcome<null>> {
		if (this.#jobs.isRunning(planId)) return failed('plan-busy', { plan: planId });
		if (site.readOnly) return failed('site-read-only', { site: site.name });
		const { plans } = this.#ports;
		const plan = this.#planOf(planId, site);
		if (!plan.ok) return plan;
		return this.#jobs.start(planId, { kind: 'site', key: plan.value.site.url }, (hold) => {
			const actor = this.#actor(site);
			const confirmed = this.#confirm(planId, options, actor);
			if (!confirmed.ok) return confirmed;
			const reopened = options.retryFailed ? plans.reopen(planId, ['rejected']) : done(0);
			if (!reopened.ok) return reopened;
			if (plans.work(planId).length === 0) return failed('plan-finished', { plan: planId });
			const execution = this.#execution(plan.value, site, actor, options.first ?? null, hold);
			const stored = plans.setState(planId, 'running', execution.kept ?? null, this.#now());
			return stored.ok ? done(execution) : stored;
		});
	}

	/** No new change starts; resolves once what was under way has its outcome. */
	pause(planId: string): Promise<Outcome<null>> {
		return this.#halt(planId, true);
	}

	cancel(planId: string): Promise<Outcome<null>> {
		return this.#halt(planId, false);
	}

	/** The state now, then every change, until the plan comes to rest or the watcher leaves. */
	watch(planId: string, signal?: AbortSignal): AsyncGenerator<PlanProgress> {
		return this.#jobs.watch<PlanProgress>(planId, (here, ids) => this.#look(planId, here, ids), signal);
	}

	#look(planId: string, here: LiveJob<PlanStep, number> | null, ids: readonly number[]) {
		const { plans } = this.#ports;
		const found = plans.plan(planId);
		if (!found.ok) return null;
		const plan: Plan = here?.stop ? { ...found.value, state: 'stopped', stop: here.stop } : found.value;
		const changed = [...new Set(ids)].flatMap((id) => {
			const row = plans.row(planId, id);
			return row.ok ? [row.value] : [];
		});
		const isRunning = plan.state === 'running';
		const step: PlanStep = here && !here.ended ? here.step : isRunning ? 'changing' : 'done';
		const leftMs = here?.leftMs(plan.outcomes['not-reached'] ?? 0) ?? null;
		return { progress: { plan, step, leftMs, changed }, goesOn: isRunning };
	}

	/** Looks at every row that would be changed and says which are not any more what was diagnosed. Changes nothing. */
	async rehearse(planId: string, site: SiteConnection, signal?: AbortSignal): Promise<Outcome<readonly Rehearsed[]>> {
		const plan = this.#planOf(planId, site);
		if (!plan.ok) return plan;
		const { plans, clock } = this.#ports;
		const access = this.#ports.runs.request(plan.value.runId);
		if (!access.ok) return access;
		const questions = this.#questions(site, signal);
		return rehearse({
			work: plans.work(planId),
			questions,
			knowledge: this.#ports.knowledge(site.site.origin, questions),
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
	close(): Promise<void> {
		return this.#jobs.close();
	}

	#now(): string {
		return new Date(this.#ports.clock.now()).toISOString();
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
		return { ...this.#ports.actor, account: site.email ?? '' };
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
	#confirm(planId: string, { confirm, people }: StartPlan, actor: AuditActor): Outcome<null> {
		const { plans } = this.#ports;
		const found = plans.plan(planId);
		if (!found.ok) return found;
		const plan = found.value;
		if (plan.confirm === null) return done(null);
		const isForAnother = (people !== undefined && people !== plan.people) || (confirm !== undefined && confirm !== plan.confirm);
		if (isForAnother) return failed('confirmation-void', { confirm: plan.confirm });
		if (plan.confirmedAt !== null) return done(null);
		return confirm === undefined ? failed('confirmation-missing', { confirm: plan.confirm }) : plans.confirm(planId, actor, this.#now());
	}

	async #halt(planId: string, pausing: boolean): Promise<Outcome<null>> {
		return (await this.#jobs.stop(planId, { pausing })) ? done(null) : failed('plan-not-found', { plan: planId });
	}

	#questions(site: SiteConnection, signal: AbortSignal | undefined): CountedSiteQuestions {
		return makeSiteQuestions(siteOptions(site, this.#ports, signal));
	}

	#accessAfter(runId: string, before: CustomerAccess): CustomerAccess {
		const after = this.#ports.access.afterChanges(runId);
		return after.ok ? after.value : before;
	}

	#accessNow(runId: string, before: CustomerAccess): CustomerAccess {
		const request = this.#ports.runs.request(runId);
		return request.ok ? request.value.access : before;
	}

	#execution(plan: Plan, site: SiteConnection, actor: AuditActor, first: number | null, hold: Hold): Execution {
		const { plans, runs, clock } = this.#ports;
		let rest: 'finished' | 'paused' = 'paused';
		let sent: () => readonly Readonly<Record<string, number>>[] = () => [];
		const countCalls = (): void => {
			for (const counted of sent()) runs.addCalls(plan.runId, counted);
			sent = () => [];
		};
		// The first rows stay the same ones where the plan goes on after a wait.
		const waiting = plans.work(plan.id).filter(({ row }) => row.phase !== 'verifying');
		const only = first === null ? null : new Set(waiting.slice(0, first).map(({ row }) => row.id));
		return {
			kept: keptWait(plan.stop, this.#ports.clock.now()),
			// What became of a change is found out by reading, soon: whoever resumes much later is to know that it is open.
			mayWait: () => plans.work(plan.id).every(({ changes }) => changes.every(({ state }) => state !== 'intent' && state !== 'unknown')),
			wait: (wait) =>
				hold.whileHeld(() => {
					countCalls();
					return plans.setState(plan.id, 'running', wait, this.#now());
				}),
			run: async (job) => {
				const options = siteOptions(site, this.#ports, job.signal);
				const questions = makeSiteQuestions(options);
				const changes = makeSiteChanges(options);
				sent = () => [questions.calls(), changes.calls()];
				const request = runs.request(plan.runId);
				if (!request.ok) return request;
				const { access, askedAs } = request.value;
				const outcome = await remediate({
					planId: plan.id,
					// Nothing leaves for a site that is not ours to change any more.
					store: { ...plans, recordIntent: (...intent) => hold.whileHeld(() => plans.recordIntent(...intent)) },
					questions,
					changes,
					clock,
					connect: connectRequest(site),
					askedAs,
					deskKey: plan.desk.key,
					access: () => this.#accessNow(plan.runId, access),
					accessAfter: () => this.#accessAfter(plan.runId, access),
					knowledge: this.#ports.knowledge(plan.site.url, questions),
					actor,
					only,
					onStep: (step) => job.takeStep(step),
					onRows: (ids) => job.report(ids),
					halt: job.signal,
				});
				if (!outcome.ok) return outcome;
				rest = outcome.value;
				return done(null);
			},
			end: (_, stop) =>
				hold.whileHeld(() => {
					countCalls();
					return plans.setState(plan.id, stop === null ? rest : 'stopped', stop, this.#now());
				}),
		};
	}
}
