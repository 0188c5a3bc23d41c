import type { RunIndex, RunRows } from '#core/runs/run-store.ts';

type Runs = RunIndex & RunRows;

function* counted<T>(all: Iterable<T>, sizeOf: (one: T) => number, onRows: (count: number) => void): Generator<T> {
	for (const one of all) {
		onRows(sizeOf(one));
		yield one;
	}
}

/** The same runs; whoever walks over their rows is counted. What `onRows` throws ends the walk. */
export const countedRows = (runs: Runs, onRows: (count: number) => void): Runs => ({
	...runs,
	allRows: (runId) => counted(runs.allRows(runId), () => 1, onRows),
	factRows: (runId, as) => counted(runs.factRows(runId, as), (page) => page.length, onRows),
	rows: (runId, ids) => {
		onRows(ids.length);
		return runs.rows(runId, ids);
	},
});
