/** Child of kill-creation.test.ts: stores a long list as a run, saying how many rows it has read, until it is killed. */
import { writeSync } from 'node:fs';
import type { ListRow } from '#core/lists/list.ts';
import { createRun } from '#main/services/runs/create-run.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { storeAway } from '#main/storage/runs/store-away.ts';
import { makeTurns } from '#main/turns.ts';
import { listRow, newRun, valueOf } from '../unit/main/storage/samples.ts';
import { nobodyHolds } from '../support/memory-locks.ts';

const [, , path = '', place] = process.argv;
const here = createRunStore(valueOf(await openDatabase(path)), nobodyHolds);
const store = place === 'away' ? { ...here, draft: storeAway(here, path).draft } : here;

function* batches(): Generator<readonly ListRow[]> {
	for (let first = 0; first < 20_000_000; first += 250) {
		// Straight to the pipe: what the parent has read was said before these rows were stored.
		writeSync(1, `${first}\n`);
		yield Array.from({ length: 250 }, (_, index) => listRow(first + index + 2, `p${first + index}@example.com`));
	}
}

const { signal } = new AbortController();
valueOf(await createRun({ store, turns: makeTurns(), signal }, newRun(), batches()));
