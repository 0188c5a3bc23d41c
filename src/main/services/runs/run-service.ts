import type { RareQuestions } from '#core/evidence/rare-questions.ts';
import type { SiteKnowledge } from '#core/evidence/site-knowledge.ts';
import type { AnswerMemory } from '#core/evidence/stored-answers.ts';
import type { ListRow } from '#core/lists/list.ts';
import type { Clock, Hold, Log, Random } from '#core/ports.ts';
import { diagnose } from '#core/runs/diagnose.ts';
import {
	type DiagnosisStore,
	isAlike,
	type NewRun,
	type RowCorrection,
	type RowToJudge,
	type RunCreation,
	type RunIndex,
} from '#core/runs/run-store.ts';
import type { Snapshot } from '#core/snapshots/snapshot.ts';
import type { CustomerAccess } from '#shared/customer-access.ts';
import type { ListReading } from '#shared/lists.ts';
import { done, type Failure, failed, type Outcome } from '#shared/outcome.ts';
import type { Run, RunProgress, RunStep } from '#shared/run.ts';
import type { Transport } from '../../atlassian/send.ts';
import type { RateGates } from '../../atlassian/rate-gate.ts';
import { Jobs, keptWait, type Work } from '../../jobs/jobs.ts';
import type { Course, LiveJob } from '../../jobs/live-job.ts';
import type { Locks } from '../../storage/locks.ts';
import { makeTurns } from '../../turns.ts';
import { clearAway, createRun, notingRows } from './create-run.ts';
import { likenessOf, openSource, pinned, type Target } from './run-source.ts';
import { suggestFromSite } from '#core/lists/suggest-address.ts';
import type { SiteConnection } from '../sites/site-connection.ts';

export interface StartRun {
	readonly listName: string;
	readonly columns: readonly string[];
	/** Left out where no list was read. */
	readonly reading?: ListReading;
	/** In their order, some at a time; an empty batch is a pause (see `listBatches`). */
	readonly batches: Iterable<readonly ListRow[]>;
	readonly deskKey: string | null;
	/** What was declared for this run alone; unknown: what is known of the site counts. */
	readonly access: CustomerAccess;
	/** What an earlier run of the list rested on: counts where nothing is known of the site. */
	readonly earlier?: CustomerAccess;
}

/** A run that asks the site. */
export type LiveStart = StartRun & { readonly site: SiteConnection };

/** A run that asks a snapshot: no network and no token. Without a word on customer access, the snapshot's counts. */
export type OfflineStart = StartRun & { readonly snapshot: Snapshot };

interface Ports {
	readonly access: { forRun(siteUrl: string, declared: CustomerAccess): CustomerAccess };
	/** What is known of a site from before, given the ways to ask it. */
	readonly knowledge: (siteUrl: string, rare: RareQuestions | null) => SiteKnowledge;
	readonly store: RunIndex & RunCreation & DiagnosisStore;
	readonly clock: Clock;
	readonly random: Random;
	readonly log: Log;
	readonly locks: Locks;
	/** One for the process: two runs of one site share its limits. */
	readonly gates: RateGates;
	readonly transport: Transport;
	readonly version: string;
}

/** What a diagnosis need not find out. */
interface Known {
	/** The rows, where they were stored just now: nobody has judged one. */
	readonly rows?: readonly (readonly RowToJudge[])[];
	/** Whom alone it is about. */
	readonly only?: ReadonlySet<number>;
}

type Change = RunProgress['changed'][number];
type Diagnosis = Work<RunStep, Change>;

/** What there is to see of a run, by what is stored and by what this process is doing on it. */
export const lookAtRun = (
	store: Pick<RunIndex, 'run'>,
	runId: string,
	here: LiveJob<RunStep, Change> | null,
	changed: readonly Change[],
) => {
	const found = store.run(runId);
	if (!found.ok) return null;
	const run: Run = here?.stop ? { ...found.value, state: 'stopped', stop: here.stop } : found.value;
	const isRunning = run.state === 'running';
	const step: RunStep = here && !here.ended ? here.step : isRunning ? 'checking' : 'done';
	const leftMs = here?.leftMs(run.rowCount - run.checkedCount) ?? null;
	return { progress: { run, step, leftMs, rowsPerSecond: here?.perSecond() ?? null, changed }, goesOn: isRunning };
};

/** What keeps a run from being continued there; `null` where nothing does. */
const refusalOf = (run: NewRun, target: Target): Failure | null => {
	const { url, adminUrl } = run.site;
	if (target.kind === 'live') {
		const { site, admin } = target.site;
		// A credential is bound to its site: a run must not be continued with another site's token.
		const isSame = run.mode === 'live' && url === site.origin && adminUrl === admin.origin;
		return isSame ? null : { code: 'site-not-found', details: { site: url } };
	}
	const { snapshot } = target;
	const wanted = run.mode === 'offline' ? run.snapshot : null;
	const isSame = wanted?.id === snapshot.id && wanted.digest === pinned(snapshot).digest;
	return isSame ? null : { code: 'snapshot-tampered', details: { snapshot: snapshot.id, part: 'header' } };
};

/** Connecting and reading accounts say nothing of the pace at which rows are checked. */
export const runCourse: Course<RunStep> = { first: 'connecting', paced: 'checking' };

/** Diagnoses, as jobs of this process: `start` returns an id, whoever wants to may watch. */
export class RunService {
	readonly #ports: Ports;
	readonly #jobs: Jobs<RunStep, Change>;

	constructor(ports: Ports) {
		this.#ports = ports;
		this.#jobs = new Jobs(ports, { name: 'run', course: runCourse });
	}

	/** Clears away, in the background, what processes left behind that died while they stored a list, or deleted a run. */
	async tidy(): Promise<void> {
		const { store, log } = this.#ports;
		try {
			await this.#jobs.beside(clearAway(store.clearDrafts(), makeTurns()));
		} catch (error) {
			log.error('tidying-broke', { error: String(error) });
		}
	}

	/**
	 * Goes on, in the background, with runs that were waiting for their site when the process before this one ended. Where one cannot
	 * be gone on with (a token is missing), it stays as it is shown.
	 */
	async takeUpWaiting(resume: (runId: string) => Promise<Outcome<null>>): Promise<void> {
		const { store, log } = this.#ports;
		try {
			const waiting = store.runs().filter(({ state, stop }) => state === 'stopped' && stop?.code === 'site-asks-to-wait');
			await this.#jobs.beside(Promise.all(waiting.map(({ id }) => resume(id))));
		} catch (error) {
			log.error('taking-up-broke', { error: String(error) });
		}
	}

	/** Stores the run with its rows and begins. Fails with what keeps the run from being stored. */
	start({ site: access, ...request }: LiveStart): Promise<Outcome<{ readonly runId: string }>> {
		const { name, site, admin, gateway, orgId } = access;
		const known = this.#orEarlier(this.#ports.access.forRun(site.origin, request.access), request);
		const run = {
			...this.#basicsOf(request),
			access: known,
			site: { name, url: site.origin, adminUrl: admin.origin, gatewayUrl: gateway.origin, orgId },
			mode: 'live',
		} as const;
		return this.#create(run, request.batches, { kind: 'live', site: access });
	}

	/** The same against a snapshot. Nothing is sent, and no token is needed. */
	startOffline({ snapshot, ...request }: OfflineStart): Promise<Outcome<{ readonly runId: string }>> {
		const access = this.#orEarlier(request.access.origin === 'unknown' ? snapshot.access : request.access, request);
		const site = { ...snapshot.site, orgId: snapshot.organisation?.id ?? null };
		const run = { ...this.#basicsOf(request), access, site, mode: 'offline', snapshot: pinned(snapshot) } as const;
		return this.#create(run, request.batches, { kind: 'offline', snapshot });
	}

	#orEarlier(known: CustomerAccess, { earlier }: StartRun): CustomerAccess {
		return known.origin === 'unknown' && earlier !== undefined ? earlier : known;
	}

	#basicsOf({ listName, columns, reading, deskKey, access }: StartRun) {
		const { random, clock } = this.#ports;
		const startedAt = new Date(clock.now()).toISOString();
		return { id: random.id(), listName, columns, ...(reading === undefined ? {} : { reading }), deskKey, access, startedAt };
	}

	async #create(run: NewRun, batches: StartRun['batches'], target: Target): Promise<Outcome<{ readonly runId: string }>> {
		const { store } = this.#ports;
		const creation = { store, turns: makeTurns(), signal: this.#jobs.closing };
		const rows: (readonly RowToJudge[])[] = [];
		const begun = await this.#begin(run.id, async (hold) => {
			// While the list is stored, there is time for it.
			if (target.kind === 'offline') void likenessOf(target.snapshot);
			const created = await createRun(creation, run, notingRows(batches, rows));
			return created.ok ? done(this.#diagnosis(run, target, hold, { rows })) : created;
		});
		return begun.ok ? done({ runId: run.id }) : begun;
	}

	/** Puts another address in a row's place, and checks that row and those that repeat it; where nothing else is open, it is all. */
	correct(runId: string, target: Target, correction: RowCorrection): Promise<Outcome<null>> {
		return this.#begin(runId, (hold) => {
			const request = this.#ports.store.request(runId);
			if (!request.ok) return request;
			const refused = refusalOf(request.value, target);
			if (refused !== null) return { ok: false, failure: refused };
			const corrected = this.#ports.store.correctRow(runId, correction);
			return corrected.ok ? done(this.#diagnosis(request.value, target, hold, { only: new Set(corrected.value) })) : corrected;
		});
	}

	/** Goes on where the run stood: what was answered before is not asked again. */
	resume(runId: string, site: SiteConnection): Promise<Outcome<null>> {
		return this.#begin(runId, (hold) => {
			const request = this.#unfinished(runId);
			if (!request.ok) return request;
			const refused = refusalOf(request.value, { kind: 'live', site });
			return refused === null ? done(this.#diagnosis(request.value, { kind: 'live', site }, hold)) : { ok: false, failure: refused };
		});
	}

	/** The same for a run against a snapshot: only against the one it was begun with, as it was then. */
	resumeOffline(runId: string, snapshot: Snapshot): Promise<Outcome<null>> {
		return this.#begin(runId, (hold) => {
			const request = this.#unfinished(runId);
			if (!request.ok) return request;
			const refused = refusalOf(request.value, { kind: 'offline', snapshot });
			return refused === null ? done(this.#diagnosis(request.value, { kind: 'offline', snapshot }, hold)) : { ok: false, failure: refused };
		});
	}

	#unfinished(runId: string): Outcome<NewRun> {
		const run = this.#ports.store.run(runId);
		if (!run.ok) return run;
		return run.value.state === 'finished' ? failed('run-finished', { run: runId }) : this.#ports.store.request(runId);
	}

	async cancel(runId: string): Promise<Outcome<null>> {
		return (await this.#jobs.stop(runId)) ? done(null) : failed('run-not-found', { run: runId });
	}

	/** The state now, then every change, until the run ends or the watcher leaves. */
	watch(runId: string, signal?: AbortSignal): AsyncGenerator<RunProgress> {
		return this.#jobs.watch<RunProgress>(runId, (here, changed) => lookAtRun(this.#ports.store, runId, here, changed), signal);
	}

	/** Stops every run of this process; each stays resumable. */
	close(): Promise<void> {
		return this.#jobs.close();
	}

	#begin(runId: string, prepare: (hold: Hold) => Outcome<Diagnosis> | Promise<Outcome<Diagnosis>>): Promise<Outcome<null>> {
		const { store, clock } = this.#ports;
		return this.#jobs.start(runId, { kind: 'run', key: runId }, async (hold) => {
			const prepared = await prepare(hold);
			if (prepared.ok) store.setState(runId, 'running', prepared.value.kept ?? null, new Date(clock.now()).toISOString());
			return prepared;
		});
	}

	#diagnosis(run: NewRun, target: Target, hold: Hold, { rows, only }: Known = {}): Diagnosis {
		const { store, clock, knowledge } = this.#ports;
		const counted = new Map<string, number>();
		let calls: () => Readonly<Record<string, number>> = () => ({});
		const countCalls = (): void => {
			const fresh = Object.entries(calls()).flatMap(([call, n]) =>
				n > (counted.get(call) ?? 0) ? [[call, n - (counted.get(call) ?? 0)] as const] : [],
			);
			if (fresh.length > 0) store.addCalls(run.id, Object.fromEntries(fresh));
			for (const [call, n] of fresh) counted.set(call, (counted.get(call) ?? 0) + n);
		};
		let justStored = rows ?? null;
		const rowsToJudge: DiagnosisStore['rowsToJudge'] = (runId) => {
			const given = justStored ?? store.rowsToJudge(runId);
			justStored = null;
			return given;
		};
		const before = store.run(run.id);
		return {
			kept: before.ok ? keptWait(before.value.stop, clock.now()) : null,
			wait: (waiting) =>
				hold.whileHeld(() => {
					countCalls();
					store.setState(run.id, 'running', waiting, new Date(clock.now()).toISOString());
					return done(null);
				}),
			run: async (job) => {
				const memory: AnswerMemory = {
					answer: (question) => store.answer(run.id, question),
					saveAnswer: (question, answer) =>
						hold.whileHeld(() => {
							countCalls();
							job.touch();
							return store.saveAnswer(run.id, question, answer);
						}),
				};
				const { questions, rare, ...source } = await openSource(target, { ...this.#ports, signal: job.signal }, memory);
				counted.clear();
				calls = source.calls;
				return diagnose({
					...source,
					runId: run.id,
					questions,
					knowledge: knowledge(run.site.url, rare),
					store: { ...store, rowsToJudge, saveVerdicts: (...verdicts) => hold.whileHeld(() => store.saveVerdicts(...verdicts)) },
					clock,
					turns: makeTurns(),
					deskKey: run.deskKey,
					...(only === undefined ? {} : { only }),
					access: run.access,
					suggest: suggestFromSite(),
					onStep: (step) => job.takeStep(step),
					onJudged: (rows) =>
						job.report(
							rows.map((row) => {
								const { cause, certainty } = isAlike(row) ? row.kind.verdict : row.verdict;
								return { id: row.id, cause, certainty };
							}),
						),
					signal: job.signal,
				});
			},
			end: (_, stop) =>
				hold.whileHeld(() => {
					countCalls();
					const now = store.run(run.id);
					const isOpen = only !== undefined && now.ok && now.value.checkedCount < now.value.rowCount;
					store.setState(run.id, stop === null && !isOpen ? 'finished' : 'stopped', stop, new Date(clock.now()).toISOString());
					return done(null);
				}),
		};
	}
}
