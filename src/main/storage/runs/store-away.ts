import type { Worker } from 'node:worker_threads';
import type { AlikeRow, JudgedRow, RunCreation, RunStore } from '#core/runs/run-store.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { startThread } from '../../thread.ts';
import type { Draft } from './run-drafts.ts';
import { columnsOf, type RowColumns } from './run-rows.ts';

/** What the storing thread is asked for, in order; `null`: it is not needed any more. */
export type ToStorer =
	| { readonly kind: 'rows'; readonly draft: Draft; readonly rows: RowColumns }
	| { readonly kind: 'finish'; readonly draft: Draft }
	| { readonly kind: 'verdicts'; readonly runId: string; readonly rows: readonly (JudgedRow | AlikeRow)[] };

/** What it answers, one for each. */
export type FromStorer = Outcome<null>;

/** Handing over fewer takes as long as storing them. */
const fewRows = 500;

/** A transaction of two thousand rows takes a tenth of it. */
const memoryMb = 256;

/** The thread takes memory, and a file that is open cannot be moved. */
const idleMs = 3000;

/** Long lists, and verdicts of many rows, are stored beside everything else this process does. */
export interface StoringAway extends Pick<RunCreation, 'draft'> {
	saveVerdicts(runId: string, rows: readonly (JudgedRow | AlikeRow)[]): Outcome<null> | Promise<Outcome<null>>;
	/** Once everything is stored. */
	close(): Promise<void>;
}

interface Thread {
	readonly worker: Worker;
	/** Whoever waits for an answer, in order. */
	readonly waiting: { readonly resolve: (stored: Outcome<null>) => void; readonly reject: (fault: Error) => void }[];
	idle: NodeJS.Timeout | undefined;
}

/**
 * `file`: the store's own database. Whoever stores with it has one thing under way at a time: what is stored here meanwhile then
 * waits for one transaction, and never for a row of them.
 */
export const storeAway = (store: RunStore, file: string, limits: { readonly memoryMb: number } = { memoryMb }): StoringAway => {
	let thread: Thread | null = null;
	const start = (): Thread => {
		const worker = startThread('storing-worker', import.meta.url, {
			workerData: file,
			resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
		});
		const started: Thread = { worker, waiting: [], idle: undefined };
		const lose = (fault: Error | null): void => {
			clearTimeout(started.idle);
			if (thread === started) thread = null;
			for (const { resolve, reject } of started.waiting.splice(0)) {
				if (fault !== null) reject(fault);
				// What it was at is on disk or is not, as after a process that was killed.
				else resolve(failed('store-unavailable', { reason: 'thread-ended' }));
			}
		};
		worker.on('message', (stored: FromStorer) => {
			started.waiting.shift()?.resolve(stored);
			if (started.waiting.length === 0) started.idle = setTimeout(() => void end(started), idleMs);
		});
		worker.on('error', (error: Error & { readonly code?: string }) => lose(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? null : error));
		worker.on('exit', () => lose(null));
		return started;
	};
	const end = async ({ worker, idle }: Thread): Promise<void> => {
		clearTimeout(idle);
		thread = null;
		const exited = new Promise((resolve) => worker.once('exit', resolve));
		worker.postMessage(null);
		await exited;
	};
	const ask = (task: ToStorer): Promise<Outcome<null>> => {
		thread ??= start();
		clearTimeout(thread.idle);
		const { worker, waiting } = thread;
		const answer = new Promise<Outcome<null>>((resolve, reject) => void waiting.push({ resolve, reject }));
		// Whoever asked looks at it when the next rows are ready.
		answer.catch(() => undefined);
		worker.postMessage(task);
		return answer;
	};
	return {
		draft: (run) => {
			const opened = store.draft(run);
			if (!opened.ok) return opened;
			const { key, discard } = opened.value;
			const draft = { key, id: run.id };
			return done({
				add: (rows) => ask({ kind: 'rows', draft, rows: columnsOf(rows) }),
				finish: () => ask({ kind: 'finish', draft }),
				discard,
			});
		},
		saveVerdicts: (runId, rows) => (rows.length < fewRows ? store.saveVerdicts(runId, rows) : ask({ kind: 'verdicts', runId, rows })),
		close: async () => {
			if (thread !== null) await end(thread);
		},
	};
};
