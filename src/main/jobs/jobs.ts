import type { Clock, Hold, Log } from '#core/ports.ts';
import { done, type Failure, type FailureCode, failed, type Outcome } from '#shared/outcome.ts';
import { busyCodes, type LockName, type Locks } from '../storage/locks.ts';
import { storeFailure } from '../storage/store-failure.ts';
import { type Course, LiveJob, type Look, watchJob } from './live-job.ts';

/**
 * A process that was killed a moment ago holds its locks until the system has ended it: that long a lock is waited for, and
 * no longer, because whoever lives holds it for minutes.
 */
const deathMs = 2_000;
const lookAgainMs = 25;

/**
 * The longest that work waits by itself because the site asks for it: in one go, and in all until it gets on. A site that
 * asks for longer, or lets nobody in for longer, stops the work with the time to go on at.
 */
export const longestWaitMs = 3_600_000;
/** A machine that was asleep has waited as well: the time is looked at this often. */
const lookAtTimeMs = 15_000;

/** What a site is asked again after, by itself. Other failures with a time are a person's to go on from. */
const asksToWait: ReadonlySet<FailureCode> = new Set(['rate-limited', 'site-error', 'site-unavailable', 'site-asks-to-wait']);

/** When the site is to be asked again; `null` where it named no time. */
const resumeAtMs = ({ code, details }: Failure): number | null => {
	const at = asksToWait.has(code) && typeof details['resumeAt'] === 'string' ? Date.parse(details['resumeAt']) : Number.NaN;
	return Number.isNaN(at) ? null : at;
};

/**
 * The wait that an earlier process did not see the end of; `null` where something else stopped it. A clock that was set back
 * since makes no wait longer than any other.
 */
export const keptWait = (stop: Failure | null, nowMs: number): Failure | null =>
	stop?.code === 'site-asks-to-wait' && (resumeAtMs(stop) ?? 0) - nowMs <= longestWaitMs ? stop : null;

interface Ports {
	readonly clock: Clock;
	readonly log: Log;
	readonly locks: Locks;
}

/** How one kind of work is told of: in the log (`run-ended`), and by its steps. */
interface Kind<Step extends string> {
	readonly name: 'run' | 'plan' | 'pull';
	readonly course: Course<Step>;
}

/** One piece of work on one thing. It stores what it has done as it goes, so that it can be gone on with. */
export interface Work<Step extends string, Change> {
	/** Comes to an end soon once the job's signal is aborted. Called again after a wait: it goes on where it stood. */
	run(job: LiveJob<Step, Change>): Promise<Outcome<null>>;
	/** Stores that it waits (`site-asks-to-wait`, with `resumeAt`), or with `null` that it goes on. */
	wait(waiting: Failure | null): Outcome<null>;
	/** Whether it may wait where it stands; always where this is left out. */
	mayWait?(): boolean;
	/** By `keptWait`. */
	readonly kept?: Failure | null;
	/** Stores how it ended; gets what stopped it. */
	end(job: LiveJob<Step, Change>, stop: Failure | null): Outcome<null> | Promise<Outcome<null>>;
}

interface Running<Step extends string, Change> {
	readonly job: LiveJob<Step, Change>;
	readonly ended: Promise<void>;
}

type Prepared<Step extends string, Change> = Outcome<Work<Step, Change>> | Promise<Outcome<Work<Step, Change>>>;

/** As `attempt`, of what takes its time. */
const attemptAll = async <T>(work: () => Outcome<T> | Promise<Outcome<T>>): Promise<Outcome<T>> => {
	try {
		return await work();
	} catch (error) {
		const failure = storeFailure(error);
		if (failure === null) throw error;
		return failed(failure.code, failure.details);
	}
};

/**
 * The work of one kind that this process does. It belongs to the process, not to a window: whoever wants to may watch it or
 * stop it. Only one at a time works on a thing, of all processes on this machine.
 */
export class Jobs<Step extends string, Change> {
	readonly #ports: Ports;
	readonly #kind: Kind<Step>;
	readonly #running = new Map<string, Running<Step, Change>>();
	readonly #closing = new AbortController();
	/** What has to end before the process lets its files go, and is no job (yet). */
	readonly #beside = new Set<Promise<unknown>>();

	constructor(ports: Ports, kind: Kind<Step>) {
		this.#ports = ports;
		this.#kind = kind;
	}

	/** Aborted when the process is about to end. */
	get closing(): AbortSignal {
		return this.#closing.signal;
	}

	isRunning(id: string): boolean {
		return this.#running.has(id);
	}

	/**
	 * Begins what `prepare` makes ready, once `lock` is held: fails as busy where another process, or this one, has it, or as
	 * `prepare` does. It is held until the work has ended.
	 */
	start(id: string, lock: LockName, prepare: (hold: Hold) => Prepared<Step, Change>): Promise<Outcome<null>> {
		return this.beside(this.#start(id, lock, prepare));
	}

	async #start(id: string, lock: LockName, prepare: (hold: Hold) => Prepared<Step, Change>): Promise<Outcome<null>> {
		if (this.closing.aborted) return failed('cancelled');
		const held = await this.#hold(lock);
		if (!held.ok) return held;
		const hold = held.value;
		let prepared: Awaited<Prepared<Step, Change>> = failed('cancelled');
		try {
			prepared = await attemptAll(() => prepare(hold));
		} finally {
			if (!prepared.ok) hold.release();
		}
		if (!prepared.ok) return prepared;
		const job = new LiveJob<Step, Change>(this.#ports.clock, this.#kind.course);
		const ended = this.#work(id, prepared.value, job, hold).finally(() => this.#running.delete(id));
		this.#running.set(id, { job, ended });
		return done(null);
	}

	async #hold(name: LockName): Promise<Outcome<Hold>> {
		const { clock, locks } = this.#ports;
		for (let waitedMs = 0; ; waitedMs += lookAgainMs) {
			const taken = locks.take(name);
			const isBusy = !taken.ok && taken.failure.code === busyCodes[name.kind];
			if (!isBusy || locks.whoHas(name) === 'us' || waitedMs >= deathMs || this.closing.aborted) return taken;
			await clock.sleep(lookAgainMs);
		}
	}

	/** Resolves once it has ended, what was under way included; false where this process does not work on it. */
	async stop(id: string, options: { readonly pausing?: boolean } = {}): Promise<boolean> {
		const running = this.#running.get(id);
		if (running === undefined) return false;
		running.job.isPausing = options.pausing ?? false;
		running.job.halt();
		await running.ended;
		return true;
	}

	watch<Progress>(id: string, look: Look<LiveJob<Step, Change>, Change, Progress>, signal?: AbortSignal): AsyncGenerator<Progress> {
		return watchJob(this.#running.get(id)?.job ?? null, this.#ports.clock, look, signal);
	}

	/** `close` waits for it. */
	async beside<T>(work: Promise<T>): Promise<T> {
		this.#beside.add(work);
		try {
			return await work;
		} finally {
			this.#beside.delete(work);
		}
	}

	/** Begins nothing any more, and stops every job; each can be gone on with. */
	async close(): Promise<void> {
		this.#closing.abort();
		await Promise.allSettled(this.#beside);
		await Promise.all([...this.#running.keys()].map((id) => this.stop(id)));
	}

	async #work(id: string, work: Work<Step, Change>, job: LiveJob<Step, Change>, hold: Hold): Promise<void> {
		const stop = await this.#untilDone(id, work, job);
		const told = job.isPausing && stop?.code === 'cancelled' ? null : stop;
		const unrecorded = await this.#caught(id, async () => work.end(job, told));
		hold.release();
		job.end(told ?? unrecorded);
		this.#ports.log.info(`${this.#kind.name}-ended`, { [this.#kind.name]: id, stop: told?.code ?? null });
	}

	/** Goes on by itself where the site asks to wait, as long as that is bearable. Gives what stopped it in the end. */
	async #untilDone(id: string, work: Work<Step, Change>, job: LiveJob<Step, Change>): Promise<Failure | null> {
		const { clock } = this.#ports;
		let waitedMs = 0;
		let stop = work.kept ?? null;
		for (;;) {
			if (stop !== null) {
				const untilMs = resumeAtMs(stop);
				const forMs = untilMs === null ? Number.POSITIVE_INFINITY : Math.max(0, untilMs - clock.now());
				waitedMs = job.hasGotOn() ? forMs : waitedMs + forMs;
				if (waitedMs > longestWaitMs || work.mayWait?.() === false || job.signal.aborted) return stop;
				const interrupted = await this.#wait(id, work, job, clock.now() + forMs);
				if (interrupted !== null) return interrupted;
			}
			stop = await this.#caught(id, () => work.run(job));
			if (stop === null) return null;
		}
	}

	/** `null` once the time has come. A process that ends meanwhile leaves the time behind. */
	async #wait(id: string, work: Work<Step, Change>, job: LiveJob<Step, Change>, untilMs: number): Promise<Failure | null> {
		const { clock, log } = this.#ports;
		const waiting: Failure = { code: 'site-asks-to-wait', details: { resumeAt: new Date(untilMs).toISOString() } };
		const unrecorded = await this.#caught(id, async () => work.wait(waiting));
		if (unrecorded !== null) return unrecorded;
		job.wait(waiting);
		log.info(`${this.#kind.name}-waits`, { [this.#kind.name]: id, until: waiting.details['resumeAt'] });
		const endTicks = clock.ticks() + untilMs - clock.now();
		try {
			for (let leftMs = untilMs - clock.now(); leftMs > 0; leftMs = Math.min(untilMs - clock.now(), endTicks - clock.ticks())) {
				await clock.sleep(Math.min(leftMs, lookAtTimeMs), job.signal);
			}
		} catch (error) {
			if (!job.signal.aborted) throw error;
			return this.closing.aborted ? waiting : failed('cancelled').failure;
		} finally {
			job.wait(null);
		}
		return this.#caught(id, async () => work.wait(null));
	}

	/** What it failed with. A fault of the program is logged and told as a failure like any other. */
	async #caught(id: string, work: () => Promise<Outcome<null>>): Promise<Failure | null> {
		try {
			const outcome = await work();
			return outcome.ok ? null : outcome.failure;
		} catch (error) {
			const failure = storeFailure(error);
			if (failure !== null) return failure;
			const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
			this.#ports.log.error(`${this.#kind.name}-broke`, { [this.#kind.name]: id, error: what });
			return failed('unexpected-answer', { problem: 'a fault of this program; its log names it' }).failure;
		}
	}
}
