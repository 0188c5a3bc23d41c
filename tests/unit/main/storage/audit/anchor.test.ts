import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Driver from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlanStore } from '#core/plans/plan-store.ts';
import { readAnchor } from '#main/storage/audit/anchor-file.ts';
import { type AuditLog, createAuditLog } from '#main/storage/audit/audit-log.ts';
import { openDatabase } from '#main/storage/database.ts';
import { applicationId, migrations } from '#main/storage/migrate.ts';
import { createPlanStore } from '#main/storage/plans/plan-store.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import type { AnchoredSql } from '#main/storage/sql.ts';
import { actor, applied, at, newPlan, planRow } from '../plans/plan-samples.ts';
import { codeOf, judged, listRow, manualClock, newRun, temporaryFolder, valueOf } from '../samples.ts';
import { nobodyHolds } from '../../../../support/memory-locks.ts';

interface Store {
	readonly sql: AnchoredSql;
	readonly audit: AuditLog;
	readonly plans: PlanStore;
}

let folder: ReturnType<typeof temporaryFolder>;
let opened: Store[];
const clock = manualClock();
const file = (name: string) => `${folder.path}/data/${name}`;
const anchor = () => file('audit.anchor');

const open = async (name = 'data'): Promise<Store> => {
	const sql = valueOf(await openDatabase(`${folder.path}/${name}/x.sqlite`));
	const audit = createAuditLog(sql);
	const store = { sql, audit, plans: createPlanStore(sql, clock, audit, nobodyHolds) };
	opened.push(store);
	return store;
};

const openWithPlan = async (): Promise<Store> => {
	const store = await open();
	valueOf(createRunStore(store.sql, nobodyHolds).create(newRun(), [listRow(2, 'a@example.com'), listRow(3, 'b@example.com')]));
	valueOf(store.plans.create(newPlan(), [planRow(0), planRow(1)], actor));
	return store;
};

const intend = ({ plans }: Store, rowId = 0) => plans.recordIntent('plan-1', { rowId, step: 'create', asked: null, at: at(1) }, actor);

/** The files as they would be had the process been killed now. */
const leave = (name: string): void => {
	cpSync(`${folder.path}/data`, `${folder.path}/${name}`, { recursive: true });
};

const recordOf = (path = anchor()) => {
	const read = readAnchor(path);
	if (read.state !== 'read') throw new Error(read.state);
	return read.record;
};

beforeEach(() => {
	folder = temporaryFolder();
	opened = [];
});
afterEach(() => {
	for (const { sql } of opened) sql.close();
	folder.remove();
});

describe('what has returned', () => {
	it('is anchored: the head of the log is in a file beside the database, for its owner only', async () => {
		const store = await openWithPlan();
		const seq = valueOf(intend(store));
		const { entries } = store.audit.entries(seq - 1, 1);
		expect(recordOf()).toMatchObject({ seq, hash: entries[0]?.hash });
		expect(statSync(anchor()).mode & 0o777).toBe(0o600);
		expect(statSync(anchor()).size).toBe(8192);
	});

	it('is anchored whatever it was, also outside of the audit log', async () => {
		const { sql } = await openWithPlan();
		const { image, generation } = recordOf();
		sql.run("UPDATE run SET list_name = 'x'");
		expect(recordOf().image).not.toBe(image);
		expect(recordOf().generation).toBe(generation + 1);
		sql.run("UPDATE run SET list_name = 'y' WHERE id = 'none'");
		expect(recordOf().generation).toBe(generation + 1);
	});

	it('may write what is there already', async () => {
		const { sql } = await openWithPlan();
		for (let time = 0; time < 3; time += 1) sql.run("UPDATE run SET list_name = 'the same'");
		expect(sql.anchored.check()).toEqual([]);
	});

	it('that settles later is anchored then, or by whatever is stored before that, and is never an alarm', async () => {
		const store = await openWithPlan();
		const { anchored } = store.sql;
		const note = (value: string) =>
			anchored.transactionToSettle(() => store.sql.run('INSERT OR REPLACE INTO setting VALUES (?, ?)', ['note', value]));
		const before = recordOf();
		note('one');
		expect(recordOf()).toEqual(before);
		leave('killed');
		anchored.settle();
		expect(recordOf().image).not.toBe(before.image);
		expect(anchored.check()).toEqual([]);

		note('two');
		valueOf(intend(store));
		const anchoredByAnother = recordOf();
		anchored.settle();
		expect(recordOf()).toEqual(anchoredByAnother);
		note('three');
		note('four');
		anchored.settle();
		expect(anchored.check()).toEqual([]);
		expect(anchored.problem()).toBeNull();

		const again = await open('killed');
		expect(again.sql.anchored.problem()).toBeNull();
		expect(again.sql.column('SELECT value FROM setting')).toEqual(['one']);
	});

	it('is followed from one process to the other', async () => {
		const window = await openWithPlan();
		const cli = await open();
		for (let round = 0; round < 20; round += 1) {
			valueOf(intend(round % 2 === 0 ? window : cli, round % 2));
			// One of them moves the log into the main file, so that the other one finds a new log.
			if (round % 5 === 0) window.sql.transaction(() => undefined);
		}
		expect(window.sql.anchored.check()).toEqual([]);
		expect(cli.sql.anchored.check()).toEqual([]);
	});
});

describe('the write-ahead log', () => {
	it('is moved into the main file when it is long, and then begins anew with nothing left over', async () => {
		const store = await openWithPlan();
		const sizes: number[] = [];
		for (let change = 0; change < 400; change += 1) {
			valueOf(intend(store));
			store.sql.run('INSERT OR REPLACE INTO setting VALUES (?, ?)', ['long', `${change} `.repeat(30_000)]);
			sizes.push(statSync(file('x.sqlite-wal')).size);
		}
		expect(Math.max(...sizes)).toBeLessThan(6100 * 4120);
		expect(sizes.some((size, index) => index > 0 && size < (sizes[index - 1] ?? 0) / 10)).toBe(true);
		expect(store.sql.anchored.check()).toEqual([]);
	});

	it('may hold what was rolled back', async () => {
		const { sql } = await openWithPlan();
		sql.run('PRAGMA cache_size = 5');
		const broken = () =>
			sql.transaction(() => {
				for (let index = 0; index < 2000; index += 1) sql.run('INSERT INTO setting VALUES (?, ?)', [`key${index}`, 'x'.repeat(400)]);
				throw new Error('broken off');
			});
		expect(broken).toThrow('broken off');
		expect(statSync(file('x.sqlite-wal')).size).toBeGreaterThan(100 * 4120);
		leave('rolled back');
		sql.run("UPDATE run SET list_name = 'x'");
		leave('written over');
		for (const name of ['rolled back', 'written over']) {
			const again = await open(name);
			expect(again.sql.anchored.problem()).toBeNull();
			expect(again.sql.anchored.check()).toEqual([]);
		}
	});
});

describe('a database that is ahead of its anchor', () => {
	it('by one transaction is what a crash leaves: it is anchored', async () => {
		const store = await openWithPlan();
		copyFileSync(anchor(), `${folder.path}/before`);
		const seq = valueOf(intend(store));
		leave('killed');
		copyFileSync(`${folder.path}/before`, `${folder.path}/killed/audit.anchor`);
		const again = await open('killed');
		expect(again.sql.anchored.problem()).toBeNull();
		expect(recordOf(`${folder.path}/killed/audit.anchor`).seq).toBe(seq);
		expect(codeOf(intend(again))).toBe('ok');
	});

	it('by more was not left by a crash, and the anchor is kept as it is', async () => {
		const store = await openWithPlan();
		copyFileSync(anchor(), `${folder.path}/before`);
		valueOf(intend(store));
		valueOf(intend(store));
		leave('tampered');
		const path = `${folder.path}/tampered/audit.anchor`;
		copyFileSync(`${folder.path}/before`, path);
		const again = await open('tampered');
		expect(again.sql.anchored.problem()).toBe('anchor-differs');
		expect(intend(again)).toEqual({ ok: false, failure: { code: 'audit-damaged', details: { problem: 'anchor-differs' } } });
		again.sql.close();
		expect(readFileSync(path).equals(readFileSync(`${folder.path}/before`))).toBe(true);
	});
});

describe('a process that dies', () => {
	it('while it commits leaves a transaction that does not count, where others live on', async () => {
		const store = await openWithPlan();
		valueOf(intend(store));
		leave('dying');
		rmSync(`${folder.path}/dying/x.sqlite-shm`);
		const dying = await open('dying');
		valueOf(intend(dying, 1));
		// The log of the living, and behind it all that the other one wrote.
		copyFileSync(`${folder.path}/dying/x.sqlite-wal`, file('x.sqlite-wal'));
		const seq = valueOf(intend(store));
		expect(recordOf().seq).toBe(seq);
		expect(store.sql.column('SELECT row_id FROM change ORDER BY id')).toEqual([0, 0]);
		expect(store.sql.anchored.check()).toEqual([]);
		leave('killed');
		expect((await open('killed')).sql.anchored.check()).toEqual([]);
	});

	it('before it anchors what it stored has it anchored by another one, at the latest when that one ends', async () => {
		const store = await openWithPlan();
		const dying = `const db = new (require('better-sqlite3'))(process.argv[1]);
			db.exec("UPDATE run SET list_name = 'stored'");
			process.kill(process.pid, 'SIGKILL');`;
		expect(spawnSync(process.execPath, ['-e', dying, file('x.sqlite')]).signal).toBe('SIGKILL');
		store.sql.close();
		const again = await open();
		expect(again.sql.column('SELECT list_name FROM run')).toEqual(['stored']);
		expect(again.sql.anchored.problem()).toBeNull();
	});
});

describe('the last one to end', () => {
	it('leaves nothing in the log; one that is not the last leaves it to the others', async () => {
		const window = await openWithPlan();
		const cli = await open();
		valueOf(intend(cli));
		cli.sql.close();
		expect(existsSync(file('x.sqlite-wal'))).toBe(true);
		valueOf(intend(window));
		window.sql.close();
		expect(existsSync(file('x.sqlite-wal'))).toBe(false);
		expect(recordOf().log).toBeNull();
	});
});

describe('an anchor that is gone', () => {
	it('stops changes, and nothing else', async () => {
		const store = await openWithPlan();
		const line = valueOf(intend(store));
		store.sql.close();
		rmSync(anchor());
		const again = await open();
		expect(intend(again)).toMatchObject({ ok: false, failure: { code: 'audit-damaged', details: { problem: 'anchor-missing' } } });
		expect(codeOf(again.plans.settle('plan-1', line, { state: 'applied', answered: null, at: at(2) }, actor))).toBe('ok');
		expect(codeOf(again.plans.setRow('plan-1', 0, applied))).toBe('ok');
		expect(codeOf(again.plans.create(newPlan('plan-2'), [planRow(0)], actor))).toBe('ok');
		expect(codeOf(createRunStore(again.sql, nobodyHolds).saveVerdicts('run-1', [judged(0, 'ready-new')]))).toBe('ok');
		again.sql.close();
		expect(existsSync(anchor())).toBe(false);
		expect((await open()).sql.anchored.problem()).toBe('anchor-missing');
	});

	it('is noticed while the program runs, before the next change leaves', async () => {
		const store = await openWithPlan();
		valueOf(intend(store));
		rmSync(anchor());
		expect(codeOf(intend(store))).toBe('audit-damaged');
		expect(existsSync(anchor())).toBe(false);
	});

	it('is made anew where nothing was ever told', async () => {
		(await open()).sql.close();
		rmSync(anchor());
		const again = await open();
		expect(again.sql.anchored.problem()).toBeNull();
		expect(recordOf()).toMatchObject({ seq: 0 });
	});

	it('was never there beside a database of the first version', async () => {
		mkdirSync(`${folder.path}/data`);
		const first = new Driver(file('x.sqlite'));
		first.pragma('journal_mode = WAL');
		first.exec(`${migrations[0]?.sql ?? ''}; PRAGMA application_id = ${applicationId}; PRAGMA user_version = 10;`);
		first.close();
		const store = await openWithPlan();
		expect(store.sql.anchored.problem()).toBeNull();
		expect(codeOf(intend(store))).toBe('ok');
	});
});

describe('files that were changed', () => {
	it('stop changes: a byte in the database', async () => {
		(await openWithPlan()).sql.close();
		const bytes = readFileSync(file('x.sqlite'));
		const place = bytes.lastIndexOf('b@example.com');
		bytes[place] = 'c'.charCodeAt(0);
		writeFileSync(file('x.sqlite'), bytes);
		const again = await open();
		expect(again.sql.anchored.problem()).toBe('database-changed');
		expect(codeOf(intend(again))).toBe('audit-damaged');
		again.sql.close();
		expect((await open()).sql.anchored.problem()).toBe('database-changed');
	});

	it('stop changes: the log of a killed process is not whole', async () => {
		const store = await openWithPlan();
		valueOf(intend(store));
		leave('cut');
		const log = `${folder.path}/cut/x.sqlite-wal`;
		writeFileSync(log, readFileSync(log).subarray(0, statSync(log).size - 10));
		const again = await open('cut');
		expect(again.sql.anchored.problem()).toBe('log-cut-off');
		expect(codeOf(intend(again))).toBe('audit-damaged');
	});

	it.each(['x.sqlite', 'x.sqlite-wal'])('stop changes: %s is taken away or replaced while the program runs', async (name) => {
		const store = await openWithPlan();
		valueOf(intend(store));
		copyFileSync(file(name), `${folder.path}/copy`);
		renameSync(`${folder.path}/copy`, file(name));
		expect(codeOf(intend(store))).toBe('audit-damaged');
		rmSync(file(name));
		expect(codeOf(intend(store))).toBe('audit-damaged');
	});

	it('stop changes: the database is gone', async () => {
		const store = await openWithPlan();
		store.sql.close();
		rmSync(file('x.sqlite'));
		const again = await openWithPlan();
		expect(again.sql.anchored.problem()).toBe('anchor-differs');
		expect(codeOf(intend(again))).toBe('audit-damaged');
	});
});
