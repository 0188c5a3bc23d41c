import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { judged, temporaryFolder, valueOf } from '../unit/main/storage/samples.ts';
import { nobodyHolds } from '../support/memory-locks.ts';

const writer = fileURLToPath(new URL('kill-storage-writer.ts', import.meta.url));

/** Kills the writer (SIGKILL) once it has said `rows` rows; gives what it had said by then. */
const writeUntilKilled = async (path: string, rows: number, batch: number): Promise<number> => {
	const child = spawn(process.execPath, [writer, path, String(batch)], { stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = once(child, 'exit');
	let said = 0;
	for await (const line of createInterface({ input: child.stdout })) {
		said = Number(line);
		if (said >= rows) child.kill('SIGKILL');
	}
	expect(await ended).toEqual([null, 'SIGKILL']);
	return said;
};

it.each([
	{ rows: 10, batch: 10 },
	{ rows: 130, batch: 10 },
	{ rows: 700, batch: 10 },
	{ rows: 3000, batch: 1000 },
])('loses no finished row when the process is killed after $rows rows in batches of $batch', async ({ rows, batch }) => {
	const folder = temporaryFolder();
	const path = `${folder.path}/x.sqlite`;
	const said = await writeUntilKilled(path, rows, batch);
	const sql = valueOf(await openDatabase(path));
	const store = createRunStore(sql, nobodyHolds);
	const run = valueOf(store.run('run-1'));
	expect(said).toBeGreaterThanOrEqual(rows);
	expect(run.checkedCount).toBeGreaterThanOrEqual(said);
	expect(run.checkedCount % batch).toBe(0);
	expect(run).toMatchObject({ state: 'stopped', stop: null, rowCount: 20_000 });
	// The counters tell what the rows tell.
	expect(store.rowIds('run-1', { causes: ['ready-new'] }, { by: 'row', descending: false })).toHaveLength(run.checkedCount);
	expect([...store.rowsToJudge('run-1')].flat().filter((row) => row.judged)).toHaveLength(run.checkedCount);
	expect(valueOf(store.row('run-1', said - 1)).verdict).toEqual(judged(said - 1, 'ready-new').verdict);
	expect(store.answer('run-1', `batch ${said - batch}`)).toBe(`answer ${said - batch}`);
	sql.close();
	folder.remove();
});
