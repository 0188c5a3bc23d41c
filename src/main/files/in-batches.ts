import type { ListRow } from '#core/lists/list.ts';

const rowsPerBatch = 250;

/** Some rows at a time, for who has to give others their turn in between. */
export function* inBatches(rows: Iterable<ListRow>): Generator<readonly ListRow[]> {
	let batch: ListRow[] = [];
	for (const row of rows) {
		batch.push(row);
		if (batch.length < rowsPerBatch) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}
