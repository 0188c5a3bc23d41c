import { rankUnlocks } from '#core/causes/unlock.ts';
import type { RunIndex, RunRows } from '#core/runs/run-store.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import type { Unlock } from '#shared/unlock.ts';
import { makeTurns } from '../../turns.ts';

/** What would unlock most rows of a run, most first, as they were seen last: what a plan has done is not advised again. Runs that were stored without their facts have nothing to say. */
export const runUnlocks = async (
	store: Pick<RunIndex & RunRows, 'run' | 'factRows'>,
	runId: string,
): Promise<Outcome<readonly Unlock[]>> => {
	const run = store.run(runId);
	return run.ok ? done(await rankUnlocks(store.factRows(runId, 'seen-last'), run.value.access, makeTurns())) : run;
};
