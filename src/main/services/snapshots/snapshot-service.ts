import { type EarlierAnswers, earlierAnswers } from '#core/snapshots/earlier-answers.ts';
import type { Loaded } from '#core/snapshots/load-snapshot.ts';
import { pullSnapshot } from '#core/snapshots/pull.ts';
import type { SnapshotDraft, SnapshotStore } from '#core/snapshots/snapshot-store.ts';
import { type CustomerAccess, unknownCustomerAccess } from '#shared/customer-access.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { SnapshotInfo, SnapshotList, SnapshotProgress } from '#shared/snapshot.ts';
import { isOfAdminFilesOnly } from '#shared/snapshot-gaps.ts';
import { makeSiteQuestions } from '../../atlassian/site-questions.ts';
import { Jobs, type Work } from '../../jobs/jobs.ts';
import type { LiveJob } from '../../jobs/live-job.ts';
import type { Locks } from '../../storage/locks.ts';
import { makeTurns } from '../../turns.ts';
import { chooseSnapshot, type SnapshotWish } from './choose-snapshot.ts';
import { connectRequest, type SiteConnection, siteOptions, type SitePorts } from '../sites/site-connection.ts';

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

interface Ports extends SitePorts {
	readonly store: SnapshotStore;
	readonly locks: Locks;
}

/** Snapshots: pulling them, and what one does with their files. A pull belongs to the process, as a run does. */
export class SnapshotService {
	readonly #ports: Ports;
	readonly #jobs: Jobs<'pulling', never>;
	readonly #pulls = new Map<string, Pull>();

	constructor(ports: Ports) {
		this.#ports = ports;
		this.#jobs = new Jobs(ports, { name: 'pull', course: { first: 'pulling', paced: 'pulling' } });
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
		const { store } = this.#ports;
		const { site, deskKeys } = request;
		const pulled = (await store.list()).snapshots.filter(
			({ site: { url }, parts }) => url === site.site.origin && !isOfAdminFilesOnly(parts),
		);
		const [newest, ...older] = pulled;
		const isOpen = newest !== undefined && newest.state !== 'complete';
		const complete = [newest, ...older].find((one) => one?.state === 'complete');
		const earlier = request.update && complete !== undefined ? await this.#earlier(complete.id) : done(null);
		if (!earlier.ok) return earlier;
		const header = isOpen ? null : this.#headerOf(request, complete);
		const snapshotId = header?.id ?? newest?.id ?? '';
		const begun = await this.#jobs.start(snapshotId, { kind: 'snapshot', key: snapshotId }, async (hold) => {
			const draft = header === null ? await store.resume(snapshotId, hold) : await store.create(header, hold);
			return draft.ok ? done(this.#pull(draft.value, site, deskKeys, earlier.value)) : draft;
		});
		return begun.ok ? done({ snapshotId, resumed: isOpen }) : begun;
	}

	watch(snapshotId: string, signal?: AbortSignal): AsyncGenerator<SnapshotProgress> {
		const pull = this.#pulls.get(snapshotId);
		const look = (job: LiveJob<'pulling', never> | null) => {
			if (job === null || pull === undefined) return null;
			const { ended } = job;
			const stop = job.stop ?? job.waiting;
			return { progress: { snapshot: pull.info(), expected: { ...pull.expected }, calls: pull.calls(), ended, stop }, goesOn: !ended };
		};
		return this.#jobs.watch<SnapshotProgress>(snapshotId, look, signal);
	}

	/** What was pulled is kept; the next pull of the site goes on with it. */
	async cancel(snapshotId: string): Promise<Outcome<null>> {
		return (await this.#jobs.stop(snapshotId)) ? done(null) : failed('snapshot-not-found', { snapshot: snapshotId });
	}

	remove(snapshotId: string): Promise<Outcome<null>> {
		return this.#ports.store.remove(snapshotId);
	}

	/** A snapshot in memory, checked, for a diagnosis of one desk. */
	load(wish: SnapshotWish): Promise<Outcome<Loaded>> {
		return chooseSnapshot(this.#ports.store, wish, makeTurns());
	}

	/** Stops every pull of this process; each can be gone on with. */
	close(): Promise<void> {
		return this.#jobs.close();
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

	#pull(
		draft: SnapshotDraft,
		site: SiteConnection,
		deskKeys: PullRequest['deskKeys'],
		earlier: EarlierAnswers | null,
	): Work<'pulling', never> {
		const { clock } = this.#ports;
		const id = draft.header.id;
		const pull: Pull = { info: () => draft.info(), expected: {}, calls: () => 0 };
		this.#pulls.set(id, pull);
		return {
			// The snapshot holds what was read. When to go on is the process's own to know: the next one asks, and is told.
			wait: () => done(null),
			run: (job) => {
				const questions = makeSiteQuestions(siteOptions(site, this.#ports, job.signal));
				const before = pull.calls();
				pull.calls = () => before + sumOf(questions.calls());
				return pullSnapshot({
					questions,
					draft,
					connect: connectRequest(site),
					deskKeys,
					earlier,
					clock,
					turns: makeTurns(),
					signal: job.signal,
					onProgress: (part, expected) => {
						if (expected !== null) pull.expected[part] = expected;
						job.touch();
					},
				});
			},
			end: async () => {
				const last = draft.info();
				pull.info = () => last;
				try {
					const left = await draft.close();
					pull.info = () => left;
				} finally {
					this.#pulls.delete(id);
				}
				return done(null);
			},
		};
	}
}

/** What there is to tell of a pull under way. */
interface Pull {
	info: () => SnapshotInfo;
	readonly expected: Record<string, number>;
	/** Requests sent so far. */
	calls: () => number;
}

const sumOf = (calls: Readonly<Record<string, number>>): number => Object.values(calls).reduce((sum, n) => sum + n, 0);
