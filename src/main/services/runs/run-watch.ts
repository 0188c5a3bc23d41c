import type { JudgedRow, RunStore } from '#core/runs/run-store.ts';
import type { Clock } from '#core/ports.ts';
import type { Run, RunProgress, RunStep } from '#shared/run.ts';
import { LiveWork, watchWork } from '../live-work.ts';

type Change = RunProgress['changed'][number];

/** A run of this process. Connecting and reading accounts say nothing of the pace at which rows are checked. */
export type LiveRun = LiveWork<RunStep, Change>;
export const makeLiveRun = (clock: Clock): LiveRun => new LiveWork(clock, 'connecting', 'checking');

export const changesOf = (rows: readonly JudgedRow[]): readonly Change[] =>
	rows.map(({ id, verdict }) => ({ id, cause: verdict.cause, certainty: verdict.certainty }));

/** The state now, then every change, until the run ends or the watcher leaves. */
export const watchRun = (
	runId: string,
	{ store, clock, live }: { readonly store: RunStore; readonly clock: Clock; readonly live: (runId: string) => LiveRun | undefined },
	signal?: AbortSignal,
): AsyncGenerator<RunProgress> => {
	const here = live(runId);
	return watchWork(
		here,
		clock,
		(changed, ended) => {
			const found = store.run(runId);
			if (!found.ok) return null;
			const run: Run = ended && here?.stop ? { ...found.value, state: 'stopped', stop: here.stop } : found.value;
			const isRunning = run.state === 'running';
			const step = here && !ended ? here.step : isRunning ? 'checking' : 'done';
			const leftMs = here?.leftMs(run.rowCount - run.checkedCount) ?? null;
			return { progress: { run, step, leftMs, rowsPerSecond: here?.perSecond() ?? null, changed }, goesOn: isRunning };
		},
		signal,
	);
};
