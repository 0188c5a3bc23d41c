import type { Clock } from '#core/ports.ts';
import type { SnapshotInfo, SnapshotProgress } from '#shared/snapshot.ts';
import type { Failure } from '#shared/outcome.ts';

/** At most ten a second reach whoever watches. */
const batchMs = 100;

/** A pull in this process, for those who watch it. */
export class LivePull {
	readonly abort: AbortController;
	readonly #expected = new Map<string, number>();
	readonly #describe: () => SnapshotInfo;
	readonly #calls: () => Readonly<Record<string, number>>;
	#changes = 0;
	#last: { readonly info: SnapshotInfo; readonly stop: Failure | null } | null = null;

	constructor(describe: () => SnapshotInfo, calls: () => Readonly<Record<string, number>>, abort: AbortController) {
		this.abort = abort;
		this.#describe = describe;
		this.#calls = calls;
	}

	changed(part: string, expected: number | null): void {
		if (expected !== null) this.#expected.set(part, expected);
		this.#changes++;
	}

	end(info: SnapshotInfo, stop: Failure | null): void {
		this.#last = { info, stop };
		this.#changes++;
	}

	#progress(): SnapshotProgress {
		return {
			snapshot: this.#last?.info ?? this.#describe(),
			expected: Object.fromEntries(this.#expected),
			calls: Object.values(this.#calls()).reduce((sum, n) => sum + n, 0),
			ended: this.#last !== null,
			stop: this.#last?.stop ?? null,
		};
	}

	/** The state now, then every change, until the pull ends or the watcher leaves. */
	async *watch(clock: Clock, signal?: AbortSignal): AsyncGenerator<SnapshotProgress> {
		try {
			for (;;) {
				const seen = this.#changes;
				const progress = this.#progress();
				yield progress;
				if (progress.ended) return;
				do await clock.sleep(batchMs, signal);
				while (seen === this.#changes);
			}
		} catch (error) {
			if (!signal?.aborted) throw error;
		}
	}
}
