import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { clearAway } from '#main/services/runs/create-run.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { makeTurns } from '#main/turns.ts';
import { temporaryFolder, valueOf } from '../unit/main/storage/samples.ts';
import { nobodyHolds } from '../support/memory-locks.ts';

const writer = fileURLToPath(new URL('kill-creation-writer.ts', import.meta.url));

const kills = [500, 2500, 17_000, 42_000].flatMap((rows) => (['here', 'away'] as const).map((place) => ({ rows, place })));

it.each(kills)('shows no run and keeps no row of a list whose storing ($place) was killed after $rows rows', async ({ rows, place }) => {
	const folder = temporaryFolder();
	const path = `${folder.path}/x.sqlite`;
	const child = spawn(process.execPath, [writer, path, place], { stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = once(child, 'exit');
	for await (const line of createInterface({ input: child.stdout })) if (Number(line) >= rows) child.kill('SIGKILL');
	expect(await ended).toEqual([null, 'SIGKILL']);

	const sql = valueOf(await openDatabase(path));
	const store = createRunStore(sql, nobodyHolds);
	expect(store.runs()).toEqual([]);
	expect(store.run('run-1').ok).toBe(false);
	const stored = sql.column<number>('SELECT count(*) FROM run_row')[0] ?? 0;
	// The first two pieces of 2,000 rows are read before one is stored; away, one more is ready before that is known to be.
	if (rows > 7000) expect(stored).toBeGreaterThan(0);
	await clearAway(store.clearDrafts(), makeTurns());
	for (const table of ['run', 'run_row', 'run_row_source', 'run_count']) {
		expect(sql.column(`SELECT count(*) FROM ${table}`)).toEqual([0]);
	}
	sql.close();
	folder.remove();
});
