import type { Clock } from '#core/ports.ts';
import type { Failure } from '#shared/outcome.ts';

/** At most ten batches a second reach a window. */
export const batchMs = 100;

/** Work that another process does is looked at this often. */
export const foreignMs = 1000;

interface Watcher<Change> {
	readonly changed: Change[];
	dirty: boolean;
}

/** What this process is doing on a run or a plan, for those who watch it. */
export class LiveWork<Step extends string, Change> {
	step: Step;
	ended = false;
	/** Why it ended before its last row; told even where the disk had no room to store it. */
	stop: Failure | null = null;
	readonly abort = new AbortController();
	readonly #watchers = new Set<Watcher<Change>>();
	readonly #clock: Clock;
	readonly #pacedStep: Step;
	#pacedSinceMs = 0;
	#doneHere = 0;

	/** `pacedStep` is the one whose pace tells how long the rest takes. */
	constructor(clock: Clock, firstStep: Step, pacedStep: Step) {
		this.#clock = clock;
		this.step = firstStep;
		this.#pacedStep = pacedStep;
	}

	takeStep(step: Step): void {
		this.step = step;
		if (step === this.#pacedStep) [this.#pacedSinceMs, this.#doneHere] = [this.#clock.now(), 0];
		this.touch();
	}

	report(changed: readonly Change[]): void {
		this.#doneHere += changed.length;
		for (const watcher of this.#watchers) watcher.changed.push(...changed);
		this.touch();
	}

	touch(): void {
		for (const watcher of this.#watchers) watcher.dirty = true;
	}

	/** By the pace so far; `null` until there is one. */
	leftMs(open: number): number | null {
		if (this.step !== this.#pacedStep || this.#doneHere === 0) return null;
		return Math.round(((this.#clock.now() - this.#pacedSinceMs) / this.#doneHere) * open);
	}

	/** The pace so far; `null` until there is one. */
	perSecond(): number | null {
		const elapsedMs = this.#clock.now() - this.#pacedSinceMs;
		return this.step !== this.#pacedStep || this.#doneHere === 0 || elapsedMs <= 0 ? null : (this.#doneHere / elapsedMs) * 1000;
	}

	join(): Watcher<Change> & { leave: () => void } {
		const watcher: Watcher<Change> = { changed: [], dirty: true };
		this.#watchers.add(watcher);
		return Object.assign(watcher, { leave: () => void this.#watchers.delete(watcher) });
	}
}

/**
 * What `look` says now, then again whenever something changed, until the work ends or the watcher leaves. `look` gets what
 * was reported since the last time; `null` from it ends the watch. Work of another process is looked at once a second.
 */
export async function* watchWork<Step extends string, Change, Progress>(
	here: LiveWork<Step, Change> | undefined,
	clock: Clock,
	look: (changed: readonly Change[], ended: boolean) => { readonly progress: Progress; readonly goesOn: boolean } | null,
	signal?: AbortSignal,
): AsyncGenerator<Progress> {
	const watcher = here?.join();
	try {
		for (;;) {
			const ended = here?.ended ?? true;
			const changed = watcher?.changed.splice(0) ?? [];
			if (watcher) watcher.dirty = false;
			const seen = look(changed, ended);
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
