/** Child of kill-storage.test.ts: stores verdicts batch after batch and says each one that has returned, until it is killed. */
import { writeSync } from 'node:fs';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { judged, listRow, newRun, valueOf } from '../unit/main/storage/samples.ts';
import { nobodyHolds } from '../support/memory-locks.ts';

const batch = 10;
const rowCount = 20_000;
const store = createRunStore(valueOf(await openDatabase(process.argv[2] ?? '')), nobodyHolds);
const rows = Array.from({ length: rowCount }, (_, index) => listRow(index + 2, `p${index}@example.com`));
valueOf(store.create(newRun(), rows));
for (let first = 0; first < rowCount; first += batch) {
	valueOf(store.saveAnswer('run-1', `batch ${first}`, `answer ${first}`));
	valueOf(
		store.saveVerdicts(
			'run-1',
			Array.from({ length: batch }, (_, index) => judged(first + index, 'ready-new')),
		),
	);
	// Straight to the pipe: what the parent has read was said after the call returned.
	writeSync(1, `${first + batch}\n`);
}
