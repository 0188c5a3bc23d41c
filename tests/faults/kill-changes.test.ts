import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Driver from 'better-sqlite3';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAuditLog } from '#main/storage/audit/audit-log.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createPlanStore } from '#main/storage/plans/plan-store.ts';
import { actor, at } from '../unit/main/storage/plans/plan-samples.ts';
import { codeOf, manualClock, temporaryFolder, valueOf } from '../unit/main/storage/samples.ts';
import { checkFolder, type Said, writeChanges } from './changes-writer.ts';
import { SeededRandom } from './seeded-random.ts';
import { nobodyHolds } from '../support/memory-locks.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
	folder = temporaryFolder();
});
afterEach(() => folder.remove());

const headSeq = (): number => (JSON.parse(readFileSync(`${folder.path}/audit-head.json`, 'utf8')) as { seq: number }).seq;
const lastSeq = (): number => {
	const db = new Driver(`${folder.path}/x.sqlite`, { readonly: true });
	const seq = db.prepare('SELECT max(seq) FROM audit').pluck().get() as number;
	db.close();
	return seq;
};

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
		expect(headSeq()).toBe(lastSeq());
		for (const said of told) await expectKept(said);
	}
});

it('leaves the head at the last entry and nothing in the write-ahead log when it ends cleanly', async () => {
	await writeChanges(folder.path, 'plan', 5, null);
	expect(() => readFileSync(`${folder.path}/x.sqlite-wal`)).toThrow('ENOENT');
	expect(headSeq()).toBe(lastSeq());
});

it('alarms nobody when the process dies between an entry and its head', async () => {
	await writeChanges(folder.path, 'plan', 5, null);
	const before = headSeq();
	const dying = spawnSync(process.execPath, [fileURLToPath(new URL('kill-at-commit-writer.ts', import.meta.url)), folder.path]);
	expect(dying.signal).toBe('SIGKILL');
	expect(headSeq()).toBe(before);
	expect(lastSeq()).toBe(before + 1);
	expect(await checkFolder(folder.path)).toEqual([]);
	expect(headSeq()).toBe(before + 1);
});

describe('a folder that a killed process left', () => {
	const reopened = async () => {
		const sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
		const audit = createAuditLog(sql);
		const plans = createPlanStore(sql, manualClock(), audit, nobodyHolds);
		const intend = () => codeOf(plans.recordIntent('plan', { rowId: 0, step: 'create', asked: null, at: at(1) }, actor));
		return { sql, audit, intend };
	};
	const backup = temporaryFolder();
	const acceptance = { at: at(2), actor, reason: 'somebody knows why' };

	beforeEach(async () => {
		await writeChanges(folder.path, 'plan', 5, null);
		cpSync(folder.path, backup.path, { recursive: true });
		await writeChanges(folder.path, 'killed', 1_000_000, 50);
	});

	afterAll(() => backup.remove());

	it.each([
		[
			'a backup of its database was put back',
			() => {
				rmSync(`${folder.path}/x.sqlite-wal`, { force: true });
				rmSync(`${folder.path}/x.sqlite-shm`, { force: true });
				cpSync(`${backup.path}/x.sqlite`, `${folder.path}/x.sqlite`);
			},
			'log-shorter',
		],
		['the head is gone', () => rmSync(`${folder.path}/audit-head.json`), 'head-missing'],
	])('changes nothing where %s, and goes on once that is accepted', async (_, harm, problem) => {
		harm();
		const { sql, audit, intend } = await reopened();
		expect(audit.difference()).toMatchObject({ problem });
		expect(intend()).toBe('audit-damaged');
		valueOf(audit.accept(acceptance));
		expect(intend()).toBe('ok');
		sql.close();
		expect(await checkFolder(folder.path)).toEqual([]);
	});

	it.each([
		[
			'all of it was put back',
			() => {
				rmSync(`${folder.path}/x.sqlite-wal`, { force: true });
				rmSync(`${folder.path}/x.sqlite-shm`, { force: true });
				cpSync(backup.path, folder.path, { recursive: true });
			},
		],
		[
			'it was compacted',
			() => {
				const db = new Driver(`${folder.path}/x.sqlite`);
				db.exec('VACUUM');
				db.close();
			},
		],
	])('goes on where %s', async (_, harm) => {
		harm();
		const { sql, intend } = await reopened();
		expect(intend()).toBe('ok');
		sql.close();
		expect(await checkFolder(folder.path)).toEqual([]);
	});
});
