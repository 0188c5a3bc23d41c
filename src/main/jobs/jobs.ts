import type { Clock, Hold, Log } from '#core/ports.ts';
import { done, type Failure, failed, type Outcome } from '#shared/outcome.ts';
import { busyCodes, type LockName, type Locks } from '../storage/locks.ts';
import { storeFailure } from '../storage/store-failure.ts';
import { type Course, LiveJob, type Look, watchJob } from './live-job.ts';

/**
 * A process that was killed a moment ago holds its locks until the system has ended it: that long a lock is waited for, and
 * no longer, because whoever lives holds it for minutes.
 */
const deathMs = 2_000;
const lookAgainMs = 25;

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
	/** Comes to an end soon once the job's signal is aborted. */
	run(job: LiveJob<Step, Change>): Promise<Outcome<null>>;
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
		const stop = await this.#caught(id, () => work.run(job));
		const told = job.isPausing && stop?.code === 'cancelled' ? null : stop;
		const unrecorded = await this.#caught(id, async () => work.end(job, told));
		hold.release();
		job.end(told ?? unrecorded);
		this.#ports.log.info(`${this.#kind.name}-ended`, { [this.#kind.name]: id, stop: told?.code ?? null });
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
