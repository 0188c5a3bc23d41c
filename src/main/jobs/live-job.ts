import type { Clock } from '#core/ports.ts';
import type { Failure } from '#shared/outcome.ts';

/** At most ten batches a second reach a window. */
const batchMs = 100;

/** Work that another process does is looked at this often. */
export const foreignMs = 1000;

interface Watcher<Change> {
	readonly changed: Change[];
	dirty: boolean;
}

/** The steps of a kind of job: where it begins, and the one whose pace tells how long the rest takes. */
export interface Course<Step extends string> {
	readonly first: Step;
	readonly paced: Step;
}

/** What this process is doing on one thing, for those who watch it. */
export class LiveJob<Step extends string, Change> {
	step: Step;
	ended = false;
	/** Why it ended before it was done; told even where the disk had no room to store it. */
	stop: Failure | null = null;
	/** The site asked to wait: what is said of it, with the time. `null` while there is work. */
	waiting: Failure | null = null;
	/** Somebody asked it to wait rather than to end. */
	isPausing = false;
	readonly #abort = new AbortController();
	readonly #watchers = new Set<Watcher<Change>>();
	readonly #clock: Clock;
	readonly #course: Course<Step>;
	#pacedSinceMs = 0;
	#doneHere = 0;
	#hasGotOn = false;

	constructor(clock: Clock, course: Course<Step>) {
		this.#clock = clock;
		this.#course = course;
		this.step = course.first;
	}

	/** Aborted once it is to come to an end. */
	get signal(): AbortSignal {
		return this.#abort.signal;
	}

	halt(): void {
		this.#abort.abort();
	}

	takeStep(step: Step): void {
		this.step = step;
		if (step === this.#course.paced) [this.#pacedSinceMs, this.#doneHere] = [this.#clock.now(), 0];
		this.#tell();
	}

	/** That it waits, or (`null`) that it goes on. */
	wait(waiting: Failure | null): void {
		this.waiting = waiting;
		this.#tell();
	}

	report(changed: readonly Change[]): void {
		this.#doneHere += changed.length;
		for (const watcher of this.#watchers) watcher.changed.push(...changed);
		this.touch();
	}

	/** It got on: something is to be seen, and nothing of it is a change of its own. */
	touch(): void {
		this.#hasGotOn = true;
		this.#tell();
	}

	/** Whether it got on since this was asked last. */
	hasGotOn(): boolean {
		const hasGotOn = this.#hasGotOn;
		this.#hasGotOn = false;
		return hasGotOn;
	}

	#tell(): void {
		for (const watcher of this.#watchers) watcher.dirty = true;
	}

	end(stop: Failure | null): void {
		this.stop = stop;
		this.ended = true;
		this.#tell();
	}

	/** By the pace so far; `null` until there is one. */
	leftMs(open: number): number | null {
		if (this.step !== this.#course.paced || this.#doneHere === 0 || this.waiting !== null) return null;
		return Math.round(((this.#clock.now() - this.#pacedSinceMs) / this.#doneHere) * open);
	}

	/** The pace so far; `null` until there is one. */
	perSecond(): number | null {
		const elapsedMs = this.#clock.now() - this.#pacedSinceMs;
		return this.step !== this.#course.paced || this.#doneHere === 0 || elapsedMs <= 0 ? null : (this.#doneHere / elapsedMs) * 1000;
	}

	join(): Watcher<Change> & { leave: () => void } {
		const watcher: Watcher<Change> = { changed: [], dirty: true };
		this.#watchers.add(watcher);
		return Object.assign(watcher, { leave: () => void this.#watchers.delete(watcher) });
	}
}

/**
 * What there is to see: of the job of this process, or (`null`) of what another one may be doing. `changed` was reported since
 * the last look. `null` ends the watch.
 */
export type Look<Job, Change, Progress> = (
	here: Job | null,
	changed: readonly Change[],
) => { readonly progress: Progress; readonly goesOn: boolean } | null;

/** What `look` says now, then again whenever something changed, until the job ends or the watcher leaves. */
export async function* watchJob<Step extends string, Change, Progress>(
	here: LiveJob<Step, Change> | null,
	clock: Clock,
	look: Look<LiveJob<Step, Change>, Change, Progress>,
	signal?: AbortSignal,
): AsyncGenerator<Progress> {
	const watcher = here?.join();
	try {
		for (;;) {
			const ended = here?.ended ?? true;
			const changed = watcher?.changed.splice(0) ?? [];
			if (watcher) watcher.dirty = false;
			const seen = look(here, changed);
			if (seen === null) return;
			yield seen.progress;
			if (here ? ended : !seen.goesOn) return;
			do await clock.sleep(here ? batchMs : foreignMs, signal);
			while (watcher && here && !watcher.dirty && !here.ended);
		}
	} catch (error) {
		if (!signal?.aborted) throw error;
	} finally {
		watcher?.leave();
	}
}
