import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '#main/storage/database.ts';
import { temporaryFolder, valueOf } from '../unit/main/storage/samples.ts';
import { checkFolder, type Said, writeChanges } from './changes-writer.ts';
import { SeededRandom } from './seeded-random.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
	folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** What was said of a change holds; one whose outcome was not said may have it all the same. */
const expectKept = async (said: Said): Promise<void> => {
	const sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	const stored = sql.all<{ id: number; state: string }>('SELECT id, state FROM change');
	const states = new Map(stored.map(({ id, state }) => [id, state]));
	for (const [id, state] of said) {
		if (state === 'intent') expect(states.has(id)).toBe(true);
		else expect(states.get(id)).toBe(state);
	}
	sql.close();
};

it('loses no change that was said, and alarms nobody, however often the process is killed', async () => {
	const random = new SeededRandom(20_261_124);
	for (let kill = 0; kill < 10; kill += 1) {
		const said = await writeChanges(folder.path, `plan-${kill}`, 1_000_000, 1 + random.below(600));
		expect(said.size).toBeGreaterThan(0);
		// Sometimes the next one opens what was left, sometimes the check does.
		if (kill % 3 === 2) continue;
		expect(await checkFolder(folder.path)).toEqual([]);
		await expectKept(said);
	}
	expect(await checkFolder(folder.path)).toEqual([]);
});

it('alarms nobody when several processes write, are killed and end at the same time', async () => {
	for (let round = 0; round < 3; round += 1) {
		const told = await Promise.all([
			writeChanges(folder.path, `ends-${round}`, 60, null),
			writeChanges(folder.path, `ends-too-${round}`, 60, null),
			writeChanges(folder.path, `is-killed-${round}`, 1_000_000, 1 + 100 * round),
		]);
		expect(await checkFolder(folder.path)).toEqual([]);
		for (const said of told) await expectKept(said);
	}
});

it('leaves the main file as the anchor says when it ends cleanly: nothing is left in the log', async () => {
	await writeChanges(folder.path, 'plan', 5, null);
	expect(readFileSync(`${folder.path}/audit.anchor`, 'utf8')).toContain('"log":null');
	expect(() => readFileSync(`${folder.path}/x.sqlite-wal`)).toThrow('ENOENT');
});
