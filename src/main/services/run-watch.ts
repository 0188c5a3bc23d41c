import type { JudgedRow, RunStore } from '#core/runs/run-store.ts';
import type { Clock } from '#core/ports.ts';
import type { Failure } from '#shared/outcome.ts';
import type { Run, RunProgress, RunStep } from '#shared/run.ts';

/** At most ten batches a second reach a window. */
const batchMs = 100;

/** A run that another process works on is looked at this often. */
const foreignMs = 1000;

type Change = RunProgress['changed'][number];

/** What a run in this process is doing, for those who watch it. */
export class LiveRun {
	step: RunStep = 'connecting';
	ended = false;
	/** Why it ended before its last row; told even where the disk had no room to store it. */
	stop: Failure | null = null;
	readonly abort = new AbortController();
	readonly #watchers = new Set<{ changed: Change[]; dirty: boolean }>();
	readonly #clock: Clock;
	#checkingSinceMs = 0;
	#judgedHere = 0;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	takeStep(step: RunStep): void {
		this.step = step;
		// Connecting and reading accounts say nothing of the pace at which rows are checked.
		if (step === 'checking') [this.#checkingSinceMs, this.#judgedHere] = [this.#clock.now(), 0];
		this.touch();
	}

	judged(rows: readonly JudgedRow[]): void {
		this.#judgedHere += rows.length;
		const changed = rows.map(({ id, verdict }) => ({ id, cause: verdict.cause, certainty: verdict.certainty }));
		for (const watcher of this.#watchers) watcher.changed.push(...changed);
		this.touch();
	}

	touch(): void {
		for (const watcher of this.#watchers) watcher.dirty = true;
	}

	/** By the pace so far; `null` until there is one. */
	leftMs(open: number): number | null {
		if (this.step !== 'checking' || this.#judgedHere === 0) return null;
		return Math.round(((this.#clock.now() - this.#checkingSinceMs) / this.#judgedHere) * open);
	}

	join(): { changed: Change[]; dirty: boolean; leave: () => void } {
		const watcher = { changed: [] as Change[], dirty: true };
		this.#watchers.add(watcher);
		return Object.assign(watcher, { leave: () => void this.#watchers.delete(watcher) });
	}
}

/** The state now, then every change, until the run ends or the watcher leaves. */
export async function* watchRun(
	runId: string,
	{ store, clock, live }: { readonly store: RunStore; readonly clock: Clock; readonly live: (runId: string) => LiveRun | undefined },
	signal?: AbortSignal,
): AsyncGenerator<RunProgress> {
	const here = live(runId);
	const watcher = here?.join();
	try {
		for (;;) {
			const ended = here?.ended ?? true;
			const found = store.run(runId);
			if (!found.ok) return;
			const run: Run = ended && here?.stop ? { ...found.value, state: 'stopped', stop: here.stop } : found.value;
			const changed = watcher ? watcher.changed.splice(0) : [];
			if (watcher) watcher.dirty = false;
			const step = here && !ended ? here.step : run.state === 'running' ? 'checking' : 'done';
			yield { run, step, leftMs: here?.leftMs(run.rowCount - run.checkedCount) ?? null, changed };
			if (here ? ended : run.state !== 'running') return;
			do await clock.sleep(here ? batchMs : foreignMs, signal);
			while (watcher && here && !watcher.dirty && !here.ended);
		}
	} catch (error) {
		if (!signal?.aborted) throw error;
	} finally {
		watcher?.leave();
	}
}
