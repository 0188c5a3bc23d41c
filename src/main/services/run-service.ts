import { domainOf } from '#core/evidence/evidence.ts';
import type { RareQuestions } from '#core/evidence/rare-questions.ts';
import type { SiteKnowledge } from '#core/evidence/site-knowledge.ts';
import { withStoredAnswers } from '#core/evidence/stored-answers.ts';
import type { ListRow } from '#core/lists/list.ts';
import { makeSuggester } from '#core/lists/suggest-address.ts';
import type { Clock, Log, Random } from '#core/ports.ts';
import { diagnose } from '#core/runs/diagnose.ts';
import type { NewRun, RunStore } from '#core/runs/run-store.ts';
import type { CustomerAccess } from '#shared/customer-access.ts';
import { done, type Failure, failed, type Outcome } from '#shared/outcome.ts';
import type { RunProgress } from '#shared/run.ts';
import type { RateGates } from '../atlassian/rate-gates.ts';
import { makeSiteQuestions } from '../atlassian/site-questions.ts';
import { attempt, storeFailure } from '../storage/store-failure.ts';
import { makeHolder } from '../lease-holder.ts';
import { keepLease, type Lease, leaseMs, takeLease } from './held-lease.ts';
import { changesOf, type LiveRun, makeLiveRun, watchRun } from './run-watch.ts';
import type { SiteAccess } from './site-access.ts';

export interface StartRun {
	readonly listName: string;
	readonly columns: readonly string[];
	readonly rows: Iterable<ListRow>;
	readonly site: SiteAccess;
	readonly deskKey: string | null;
	/** What was declared for this run alone; unknown: what is known of the site counts. */
	readonly access: CustomerAccess;
}

interface Ports {
	readonly access: { forRun(siteUrl: string, declared: CustomerAccess): CustomerAccess };
	/** What is known of a site from before, given the ways to ask it. */
	readonly knowledge: (siteUrl: string, rare: RareQuestions) => SiteKnowledge;
	readonly store: RunStore;
	readonly clock: Clock;
	readonly random: Random;
	readonly log: Log;
	/** One for the process: two runs of one site share its limits. */
	readonly gates: RateGates;
	readonly version: string;
}

/** Runs belong to this process, not to a window: `start` returns an id, whoever wants to may watch. */
export class RunService {
	readonly #ports: Ports;
	readonly #live = new Map<string, { readonly run: LiveRun; readonly ended: Promise<void> }>();

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** Stores the run with its rows and begins. Fails with what keeps the run from being stored. */
	start(request: StartRun): Outcome<{ readonly runId: string }> {
		const { store, random, clock, access } = this.#ports;
		const { name, site, admin, orgId } = request.site;
		const run: NewRun = {
			id: random.id(),
			listName: request.listName,
			columns: request.columns,
			site: { name, url: site.origin, adminUrl: admin.origin, orgId },
			deskKey: request.deskKey,
			mode: 'live',
			access: access.forRun(site.origin, request.access),
			startedAt: new Date(clock.now()).toISOString(),
		};
		const created = store.create(run, request.rows);
		if (!created.ok) return created;
		const begun = this.#begin(run, request.site);
		return begun.ok ? done({ runId: run.id }) : begun;
	}

	/** Goes on where the run stood: what was answered before is not asked again. */
	resume(runId: string, site: SiteAccess): Outcome<null> {
		const run = this.#ports.store.run(runId);
		if (!run.ok) return run;
		if (run.value.state === 'finished') return failed('run-finished', { run: runId });
		if (this.#live.has(runId)) return failed('run-busy', { run: runId });
		const request = this.#ports.store.request(runId);
		if (!request.ok) return request;
		// A credential is bound to its site: a run must not be continued with another site's token.
		if (request.value.site.url !== site.site.origin || request.value.site.adminUrl !== site.admin.origin)
			return failed('site-not-found', { site: request.value.site.url });
		return this.#begin(request.value, site);
	}

	async cancel(runId: string): Promise<Outcome<null>> {
		const live = this.#live.get(runId);
		if (!live) return failed('run-not-found', { run: runId });
		live.run.abort.abort();
		await live.ended;
		return done(null);
	}

	watch(runId: string, signal?: AbortSignal): AsyncGenerator<RunProgress> {
		const { store, clock } = this.#ports;
		return watchRun(runId, { store, clock, live: (id) => this.#live.get(id)?.run }, signal);
	}

	/** Stops every run of this process; each stays resumable. */
	async close(): Promise<void> {
		const all = [...this.#live.values()];
		for (const { run } of all) run.abort.abort();
		await Promise.all(all.map(({ ended }) => ended));
	}

	#begin(run: NewRun, site: SiteAccess): Outcome<null> {
		const { store, clock, random } = this.#ports;
		const holder = makeHolder(random.id());
		const taken = attempt(() => {
			const lease = takeLease(this.#lease(run.id), holder, clock);
			if (lease.ok) store.setState(run.id, 'running', null, new Date(clock.now()).toISOString());
			return lease;
		});
		if (!taken.ok) return taken;
		const live = makeLiveRun(clock);
		const ended = this.#work(run, site, live, holder).finally(() => {
			live.ended = true;
			live.touch();
			this.#live.delete(run.id);
		});
		this.#live.set(run.id, { run: live, ended });
		return done(null);
	}

	#lease(runId: string): Lease {
		const { store } = this.#ports;
		return {
			take: (...args) => store.takeLease(runId, ...args),
			renew: (...args) => store.renewLease(runId, ...args),
			release: (holder) => store.releaseLease(runId, holder),
		};
	}

	async #work(run: NewRun, site: SiteAccess, live: LiveRun, holder: string): Promise<void> {
		const { store, clock, random, log, gates, version, knowledge } = this.#ports;
		const over = new AbortController();
		const heart = keepLease(this.#lease(run.id), holder, clock, over.signal, () => live.abort.abort());
		const questions = makeSiteQuestions({
			site: site.site,
			adminUrl: site.admin,
			credentials: { email: site.email, apiToken: site.apiToken, orgApiKey: site.orgApiKey },
			clock,
			random,
			log,
			gates,
			version,
			signal: live.abort.signal,
		});
		const counted = new Map<string, number>();
		const countCalls = (): void => {
			const fresh = Object.entries(questions.calls()).flatMap(([call, n]) =>
				n > (counted.get(call) ?? 0) ? [[call, n - (counted.get(call) ?? 0)] as const] : [],
			);
			if (fresh.length > 0) store.addCalls(run.id, Object.fromEntries(fresh));
			for (const [call, n] of fresh) counted.set(call, (counted.get(call) ?? 0) + n);
		};
		let stop: Failure | null = null;
		const remembered = withStoredAnswers(questions, {
			answer: (question) => store.answer(run.id, question),
			saveAnswer: (question, answer) => {
				countCalls();
				live.touch();
				return store.saveAnswer(run.id, question, answer);
			},
		});
		try {
			const outcome = await diagnose({
				runId: run.id,
				questions: remembered,
				knowledge: knowledge(run.site.url, remembered),
				store,
				clock,
				connect: { siteHost: site.site.host, hasOrgKey: site.orgApiKey !== null, orgId: site.orgId },
				deskKey: run.deskKey,
				access: run.access,
				suggest: suggestFromSite(),
				onStep: (step) => live.takeStep(step),
				onJudged: (rows) => live.report(changesOf(rows)),
				signal: live.abort.signal,
			});
			stop = outcome.ok ? null : outcome.failure;
		} catch (error) {
			stop = storeFailure(error) ?? { code: 'unexpected-answer', details: { problem: 'a fault of this program; its log names it' } };
			log.error('run-broke', { run: run.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
		}
		over.abort();
		await heart;
		live.stop = this.#recordEnd(run.id, holder, countCalls, stop);
		log.info('run-ended', { run: run.id, stop: stop?.code ?? null });
	}

	/**
	 * Stores how the run ended, unless another process has taken it over meanwhile. Where the disk has no room even for
	 * that, the lease runs out by itself and the run is found stopped. Returns what stopped it in the end.
	 */
	#recordEnd(runId: string, holder: string, countCalls: () => void, stop: Failure | null): Failure | null {
		const { store, clock } = this.#ports;
		const recorded = attempt(() => {
			if (!store.renewLease(runId, holder, clock.now(), leaseMs)) return done(null);
			countCalls();
			store.setState(runId, stop === null ? 'finished' : 'stopped', stop, new Date(clock.now()).toISOString());
			store.releaseLease(runId, holder);
			return done(null);
		});
		return stop ?? (recorded.ok ? null : recorded.failure);
	}
}

/** Near misses of the site's own verified domains: known only once the site has answered. */
const suggestFromSite = () => {
	const suggesters = new Map<string, (address: string) => string | null>();
	return (address: string, siteDomains: readonly string[]): string | null => {
		if (siteDomains.length === 0 || siteDomains.includes(domainOf(address))) return null;
		const key = siteDomains.join(' ');
		const suggester = suggesters.get(key) ?? makeSuggester({ listDomains: new Map(), siteDomains });
		suggesters.set(key, suggester);
		return suggester(address);
	};
};
