/** Child of kill-storage.test.ts: stores verdicts batch after batch, large ones in a thread of their own, and says each one that has returned, until it is killed. */
import { writeSync } from 'node:fs';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { storeAway } from '#main/storage/runs/store-away.ts';
import { judged, listRow, newRun, valueOf } from '../unit/main/storage/samples.ts';
import { nobodyHolds } from '../support/memory-locks.ts';

const [, , path = '', size] = process.argv;
const batch = Number(size);
const rowCount = 20_000;
const store = createRunStore(valueOf(await openDatabase(path)), nobodyHolds);
const away = storeAway(store, path);
const rows = Array.from({ length: rowCount }, (_, index) => listRow(index + 2, `p${index}@example.com`));
valueOf(store.create(newRun(), rows));
for (let first = 0; first < rowCount; first += batch) {
	valueOf(store.saveAnswer('run-1', `batch ${first}`, `answer ${first}`));
	valueOf(
		await away.saveVerdicts(
			'run-1',
			Array.from({ length: batch }, (_, index) => judged(first + index, 'ready-new')),
		),
	);
	// Straight to the pipe: what the parent has read was said after the call returned.
	writeSync(1, `${first + batch}\n`);
}
