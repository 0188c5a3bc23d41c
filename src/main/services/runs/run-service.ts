import type { RareQuestions } from '#core/evidence/rare-questions.ts';
import type { SiteKnowledge } from '#core/evidence/site-knowledge.ts';
import type { AnswerMemory } from '#core/evidence/stored-answers.ts';
import type { ListRow } from '#core/lists/list.ts';
import type { Clock, Log, Random } from '#core/ports.ts';
import { diagnose } from '#core/runs/diagnose.ts';
import type { NewRun, RunStore } from '#core/runs/run-store.ts';
import type { Snapshot } from '#core/snapshots/snapshot.ts';
import type { CustomerAccess } from '#shared/customer-access.ts';
import { done, type Failure, failed, type Outcome } from '#shared/outcome.ts';
import type { RunProgress } from '#shared/run.ts';
import type { RateGates } from '../../atlassian/rate-gate.ts';
import { attempt, storeFailure } from '../../storage/store-failure.ts';
import { isDeadHolder, makeHolder } from '../../lease-holder.ts';
import { makeTurns } from '../../turns.ts';
import { clearAway, createRun } from './create-run.ts';
import { keepLease, type Lease, leaseMs, takeLease } from '../held-lease.ts';
import { openSource, pinned, type Target } from './run-source.ts';
import { changesOf, type LiveRun, makeLiveRun, watchRun } from './run-watch.ts';
import { suggestFromSite } from './suggest-from-site.ts';
import type { SiteConnection } from '../sites/site-connection.ts';

export interface StartRun {
	readonly listName: string;
	readonly columns: readonly string[];
	/** In their order, some at a time; an empty batch is a pause (see `listBatches`). */
	readonly batches: Iterable<readonly ListRow[]>;
	readonly deskKey: string | null;
	/** What was declared for this run alone; unknown: what is known of the site counts. */
	readonly access: CustomerAccess;
}

/** A run that asks the site. */
export type LiveStart = StartRun & { readonly site: SiteConnection };

/** A run that asks a snapshot: no network and no token. Without a word on customer access, the snapshot's counts. */
export type OfflineStart = StartRun & { readonly snapshot: Snapshot };

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
	readonly #closing = new AbortController();
	/** Lists that are being stored, and leftovers that are being cleared: the database stays open for them. */
	readonly #storing = new Set<Promise<unknown>>();

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** Clears away, in the background, what processes left behind that died while they stored a list. */
	tidy(): void {
		const { store, clock, log } = this.#ports;
		const cleared = this.#untilStored(clearAway(store.clearDrafts(clock.now(), isDeadHolder), makeTurns()));
		cleared.catch((error: unknown) => log.error('tidying-broke', { error: String(error) }));
	}

	/** Stores the run with its rows and begins. Fails with what keeps the run from being stored. */
	start({ site: access, ...request }: LiveStart): Promise<Outcome<{ readonly runId: string }>> {
		const { name, site, admin, orgId } = access;
		const known = this.#ports.access.forRun(site.origin, request.access);
		const run = {
			...this.#basicsOf(request),
			access: known,
			site: { name, url: site.origin, adminUrl: admin.origin, orgId },
			mode: 'live',
		} as const;
		return this.#create(run, request.batches, { kind: 'live', site: access });
	}

	/** The same against a snapshot. Nothing is sent, and no token is needed. */
	startOffline({ snapshot, ...request }: OfflineStart): Promise<Outcome<{ readonly runId: string }>> {
		const access = request.access.origin === 'unknown' ? snapshot.access : request.access;
		const site = { ...snapshot.site, orgId: snapshot.organisation?.id ?? null };
		const run = { ...this.#basicsOf(request), access, site, mode: 'offline', snapshot: pinned(snapshot) } as const;
		return this.#create(run, request.batches, { kind: 'offline', snapshot });
	}

	#basicsOf({ listName, columns, deskKey, access }: StartRun) {
		const { random, clock } = this.#ports;
		return { id: random.id(), listName, columns, deskKey, access, startedAt: new Date(clock.now()).toISOString() };
	}

	async #create(run: NewRun, batches: StartRun['batches'], target: Target): Promise<Outcome<{ readonly runId: string }>> {
		const { store, random, clock } = this.#ports;
		const holder = makeHolder(random.id());
		const creation = { store, clock, turns: makeTurns(), signal: this.#closing.signal, holder, leaseMs };
		const created = await this.#untilStored(createRun(creation, run, batches));
		if (!created.ok) return created;
		// Stored in the moment the app was closed: it can be resumed.
		if (this.#closing.signal.aborted) return failed('cancelled');
		const begun = this.#begin(run, target, holder);
		return begun.ok ? done({ runId: run.id }) : begun;
	}

	/** Goes on where the run stood: what was answered before is not asked again. */
	resume(runId: string, site: SiteConnection): Outcome<null> {
		const request = this.#unfinished(runId);
		if (!request.ok) return request;
		// A credential is bound to its site: a run must not be continued with another site's token.
		const { url, adminUrl } = request.value.site;
		if (request.value.mode !== 'live' || url !== site.site.origin || adminUrl !== site.admin.origin) {
			return failed('site-not-found', { site: url });
		}
		return this.#begin(request.value, { kind: 'live', site }, makeHolder(this.#ports.random.id()));
	}

	/** The same for a run against a snapshot: only against the one it was begun with, as it was then. */
	resumeOffline(runId: string, snapshot: Snapshot): Outcome<null> {
		const request = this.#unfinished(runId);
		if (!request.ok) return request;
		const wanted = request.value.mode === 'offline' ? request.value.snapshot : null;
		if (wanted?.id !== snapshot.id || wanted.digest !== pinned(snapshot).digest) {
			return failed('snapshot-tampered', { snapshot: snapshot.id, part: 'header' });
		}
		return this.#begin(request.value, { kind: 'offline', snapshot }, makeHolder(this.#ports.random.id()));
	}

	#unfinished(runId: string): Outcome<NewRun> {
		const run = this.#ports.store.run(runId);
		if (!run.ok) return run;
		if (run.value.state === 'finished') return failed('run-finished', { run: runId });
		if (this.#live.has(runId)) return failed('run-busy', { run: runId });
		return this.#ports.store.request(runId);
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
		this.#closing.abort();
		await Promise.allSettled(this.#storing);
		const all = [...this.#live.values()];
		for (const { run } of all) run.abort.abort();
		await Promise.all(all.map(({ ended }) => ended));
	}

	async #untilStored<T>(work: Promise<T>): Promise<T> {
		this.#storing.add(work);
		try {
			return await work;
		} finally {
			this.#storing.delete(work);
		}
	}

	#begin(run: NewRun, target: Target, holder: string): Outcome<null> {
		const { store, clock } = this.#ports;
		const taken = attempt(() => {
			const lease = takeLease(this.#lease(run.id), holder, clock);
			if (lease.ok) store.setState(run.id, 'running', null, new Date(clock.now()).toISOString());
			return lease;
		});
		if (!taken.ok) return taken;
		const live = makeLiveRun(clock);
		const ended = this.#work(run, target, live, holder).finally(() => {
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

	async #work(run: NewRun, target: Target, live: LiveRun, holder: string): Promise<void> {
		const { store, clock, log, knowledge } = this.#ports;
		const over = new AbortController();
		const heart = keepLease(this.#lease(run.id), holder, clock, over.signal, () => live.abort.abort());
		const memory: AnswerMemory = {
			answer: (question) => store.answer(run.id, question),
			saveAnswer: (question, answer) => {
				countCalls();
				live.touch();
				return store.saveAnswer(run.id, question, answer);
			},
		};
		const { questions, rare, calls, ...source } = openSource(target, { ...this.#ports, signal: live.abort.signal }, memory);
		const counted = new Map<string, number>();
		const countCalls = (): void => {
			const fresh = Object.entries(calls()).flatMap(([call, n]) =>
				n > (counted.get(call) ?? 0) ? [[call, n - (counted.get(call) ?? 0)] as const] : [],
			);
			if (fresh.length > 0) store.addCalls(run.id, Object.fromEntries(fresh));
			for (const [call, n] of fresh) counted.set(call, (counted.get(call) ?? 0) + n);
		};
		let stop: Failure | null = null;
		try {
			const outcome = await diagnose({
				runId: run.id,
				questions,
				...(rare === null ? {} : { knowledge: knowledge(run.site.url, rare) }),
				store,
				clock,
				turns: makeTurns(),
				...source,
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
