import type { Clock, Log, Random } from '#core/ports.ts';
import { type EarlierAnswers, earlierAnswers } from '#core/snapshots/earlier-answers.ts';
import type { Loaded } from '#core/snapshots/load-snapshot.ts';
import { pullSnapshot } from '#core/snapshots/pull.ts';
import type { SnapshotDraft, SnapshotStore } from '#core/snapshots/snapshot-store.ts';
import { type CustomerAccess, unknownCustomerAccess } from '#shared/customer-access.ts';
import { done, type Failure, failed, type Outcome } from '#shared/outcome.ts';
import type { SnapshotInfo, SnapshotList, SnapshotProgress } from '#shared/snapshot.ts';
import { isOfExportsOnly } from '#shared/snapshot-gaps.ts';
import type { RateGates } from '../../atlassian/rate-gate.ts';
import { type CountedSiteQuestions, makeSiteQuestions } from '../../atlassian/site-questions.ts';
import { makeHolder } from '../../lease-holder.ts';
import { storeFailure } from '../../storage/store-failure.ts';
import { makeTurns } from '../../turns.ts';
import { chooseSnapshot, type SnapshotWish } from './choose-snapshot.ts';
import { LivePull } from './live-pull.ts';
import { connectRequest, type SiteConnection } from '../sites/site-connection.ts';

const keepMs = 5_000;
const idDigits = 12;

export interface PullRequest {
	readonly site: SiteConnection;
	/** Keys of the desks whose people are wanted; `null`: all of them. */
	readonly deskKeys: readonly string[] | null;
	/** Customer access as declared; unknown where nobody said. */
	readonly access: CustomerAccess;
	/** A new snapshot that keeps of the newest complete one what need not be asked again. */
	readonly update: boolean;
}

interface Ports {
	readonly store: SnapshotStore;
	readonly clock: Clock;
	readonly random: Random;
	readonly log: Log;
	readonly gates: RateGates;
	readonly version: string;
}

/** Snapshots: pulling them, and what one does with their files. A pull belongs to the process, as a run does. */
export class SnapshotService {
	readonly #ports: Ports;
	readonly #live = new Map<string, { readonly pull: LivePull; readonly ended: Promise<void> }>();

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	async list(): Promise<Outcome<SnapshotList>> {
		return done(await this.#ports.store.list());
	}

	get(snapshotId: string): Promise<Outcome<SnapshotInfo>> {
		return this.#ports.store.describe(snapshotId);
	}

	/**
	 * Begins a snapshot of the site, or goes on with the newest one where that is incomplete. `resumed` says which. An
	 * update always begins a new one, where none is left to go on with.
	 */
	async pull(request: PullRequest): Promise<Outcome<{ readonly snapshotId: string; readonly resumed: boolean }>> {
		const { store, random } = this.#ports;
		const { site, deskKeys } = request;
		const pulled = (await store.list()).snapshots.filter(({ site: { url }, parts }) => url === site.site.origin && !isOfExportsOnly(parts));
		const [newest, ...older] = pulled;
		const isOpen = newest !== undefined && newest.state !== 'complete';
		const complete = [newest, ...older].find((one) => one?.state === 'complete');
		const earlier = request.update && complete !== undefined ? await this.#earlier(complete.id) : done(null);
		if (!earlier.ok) return earlier;
		const holder = makeHolder(random.id());
		const draft = isOpen ? await store.resume(newest.id, holder) : await store.create(this.#headerOf(request, complete), holder);
		if (!draft.ok) return draft;
		const pulling = { site, deskKeys, earlier: earlier.value };
		this.#begin(draft.value, pulling);
		return done({ snapshotId: draft.value.header.id, resumed: isOpen });
	}

	watch(snapshotId: string, signal?: AbortSignal): AsyncGenerator<SnapshotProgress> {
		const live = this.#live.get(snapshotId);
		return live === undefined ? nothing() : live.pull.watch(this.#ports.clock, signal);
	}

	/** What was pulled is kept; the next pull of the site goes on with it. */
	async cancel(snapshotId: string): Promise<Outcome<null>> {
		const live = this.#live.get(snapshotId);
		if (live === undefined) return failed('snapshot-not-found', { snapshot: snapshotId });
		live.pull.abort.abort();
		await live.ended;
		return done(null);
	}

	remove(snapshotId: string): Promise<Outcome<null>> {
		return this.#ports.store.remove(snapshotId);
	}

	/** A snapshot in memory, checked, for a diagnosis of one desk. */
	load(wish: SnapshotWish): Promise<Outcome<Loaded>> {
		return chooseSnapshot(this.#ports.store, wish, makeTurns());
	}

	/** Stops every pull of this process; each can be gone on with. */
	async close(): Promise<void> {
		const all = [...this.#live.values()];
		for (const { pull } of all) pull.abort.abort();
		await Promise.all(all.map(({ ended }) => ended));
	}

	#headerOf({ site, access, update }: PullRequest, earlier: SnapshotInfo | undefined) {
		const { random, clock } = this.#ports;
		const declared = access.origin === 'unknown' && update ? (earlier?.access ?? unknownCustomerAccess) : access;
		return {
			id: random.id().slice(0, idDigits),
			site: { name: site.name, url: site.site.origin, adminUrl: site.admin.origin },
			takenAt: new Date(clock.now()).toISOString(),
			access: declared,
		};
	}

	async #earlier(snapshotId: string): Promise<Outcome<EarlierAnswers>> {
		const opened = await this.#ports.store.open(snapshotId);
		if (!opened.ok) return opened;
		try {
			return earlierAnswers(opened.value);
		} finally {
			opened.value.close();
		}
	}

	#begin(draft: SnapshotDraft, pulling: Omit<PullRequest, 'access' | 'update'> & { readonly earlier: EarlierAnswers | null }): void {
		const { site, admin: adminUrl, email, apiToken, orgApiKey } = pulling.site;
		const abort = new AbortController();
		const credentials = { email, apiToken, orgApiKey };
		const questions = makeSiteQuestions({ ...this.#ports, site, adminUrl, credentials, signal: abort.signal });
		const live = new LivePull(() => draft.info(), questions.calls, abort);
		const ended = this.#work(draft, questions, pulling, live).finally(() => this.#live.delete(draft.header.id));
		this.#live.set(draft.header.id, { pull: live, ended });
	}

	async #work(
		draft: SnapshotDraft,
		questions: CountedSiteQuestions,
		{ site, deskKeys, earlier }: Omit<PullRequest, 'access' | 'update'> & { readonly earlier: EarlierAnswers | null },
		live: LivePull,
	): Promise<void> {
		const { clock, log } = this.#ports;
		const over = new AbortController();
		const heart = this.#keepLease(draft, live, over.signal);
		const stop = await this.#caught(draft, () =>
			pullSnapshot({
				questions,
				draft,
				connect: connectRequest(site),
				deskKeys,
				earlier,
				clock,
				turns: makeTurns(),
				signal: live.abort.signal,
				onProgress: (part, expected) => live.changed(part, expected),
			}),
		);
		over.abort();
		await heart;
		const last = draft.info();
		const unsealed = await this.#caught(draft, async () => {
			await draft.close();
			return done(null);
		});
		const described = await this.#ports.store.describe(draft.header.id);
		live.end(described.ok ? described.value : last, stop ?? unsealed);
		log.info('pull-ended', { snapshot: draft.header.id, stop: stop?.code ?? null });
	}

	/** The failure it ended with; a fault of the program is logged and told as one. */
	async #caught(draft: SnapshotDraft, work: () => Promise<Outcome<null>>): Promise<Failure | null> {
		try {
			const outcome = await work();
			return outcome.ok ? null : outcome.failure;
		} catch (error) {
			const failure = storeFailure(error);
			if (failure !== null) return failure;
			const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
			this.#ports.log.error('pull-broke', { snapshot: draft.header.id, error: what });
			return { code: 'unexpected-answer', details: { problem: 'a fault of this program; its log names it' } };
		}
	}

	/** Two processes must not pull one snapshot: whoever loses the lease stops. */
	async #keepLease(draft: SnapshotDraft, live: LivePull, over: AbortSignal): Promise<void> {
		const { clock } = this.#ports;
		while (!over.aborted) {
			await clock.sleep(keepMs, over).catch(() => undefined);
			if (!over.aborted && !draft.keep()) live.abort.abort();
		}
	}
}

async function* nothing(): AsyncGenerator<SnapshotProgress> {}
