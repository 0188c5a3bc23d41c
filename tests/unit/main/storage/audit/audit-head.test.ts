import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Driver from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlanStore } from '#core/plans/plan-store.ts';
import { type AuditLog, createAuditLog } from '#main/storage/audit/audit-log.ts';
import { verifyAudit } from '#main/storage/audit/verify-audit.ts';
import { openDatabase } from '#main/storage/database.ts';
import { applicationId, migrations } from '#main/storage/migrate.ts';
import { createPlanStore } from '#main/storage/plans/plan-store.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import type { Sql } from '#main/storage/sql.ts';
import { actor, applied, at, newPlan, planRow } from '../plans/plan-samples.ts';
import { codeOf, judged, listRow, manualClock, newRun, temporaryFolder, valueOf } from '../samples.ts';
import { nobodyHolds } from '../../../../support/memory-locks.ts';

interface Store {
	readonly sql: Sql;
	readonly audit: AuditLog;
	readonly plans: PlanStore;
}

let folder: ReturnType<typeof temporaryFolder>;
let opened: Store[];
const clock = manualClock();
const file = (name: string, of = 'data') => `${folder.path}/${of}/${name}`;
const headFile = (of = 'data') => file('audit-head.json', of);
const headOf = (of = 'data') => JSON.parse(readFileSync(headFile(of), 'utf8')) as { seq: number; at: string; hash: string };

const open = async (name = 'data'): Promise<Store> => {
	const sql = valueOf(await openDatabase(file('x.sqlite', name)));
	const audit = createAuditLog(sql);
	const store = { sql, audit, plans: createPlanStore(sql, clock, audit, nobodyHolds) };
	opened.push(store);
	return store;
};

/** Entry 1 tells of the plan. */
const openWithPlan = async (): Promise<Store> => {
	const store = await open();
	valueOf(createRunStore(store.sql, nobodyHolds).create(newRun(), [listRow(2, 'a@example.com'), listRow(3, 'b@example.com')]));
	valueOf(store.plans.create(newPlan(), [planRow(0), planRow(1)], actor));
	return store;
};

const intend = ({ plans }: Store, second = 1) =>
	plans.recordIntent('plan-1', { rowId: 0, step: 'create', asked: null, at: at(second) }, actor);

/** The files as they would be had the process been killed now. */
const leave = (name: string): void => {
	cpSync(`${folder.path}/data`, `${folder.path}/${name}`, { recursive: true });
};

/** Closed, with so many entries; the folder as it was then is `name`. */
const closedWith = async (entries: number, name: string): Promise<void> => {
	const store = existsSync(file('x.sqlite')) ? await open() : await openWithPlan();
	while (store.audit.entries(0, 0).total < entries) valueOf(intend(store, store.audit.entries(0, 0).total));
	store.sql.close();
	leave(name);
};

const withoutGuards = (path: string, work: (db: Driver.Database) => void): void => {
	const db = new Driver(path);
	const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string; sql: string }[];
	db.pragma('foreign_keys = OFF');
	for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
	work(db);
	for (const { sql } of triggers) db.exec(sql);
	db.close();
};

beforeEach(() => {
	folder = temporaryFolder();
	opened = [];
});
afterEach(() => {
	for (const { sql } of opened) sql.close();
	folder.remove();
});

describe('the head of the log', () => {
	it('is in a file beside the database, for its owner only, and names the last entry', async () => {
		const store = await openWithPlan();
		const seq = valueOf(intend(store));
		expect(headOf()).toEqual({ seq, at: at(1), hash: store.audit.entries(seq - 1, 1).entries[0]?.hash });
		expect(statSync(headFile()).mode & 0o777).toBe(0o600);
	});

	it('is moved by entries alone: storing a list or verdicts leaves it as it is', async () => {
		const store = await openWithPlan();
		const before = statSync(headFile(), { bigint: true });
		valueOf(createRunStore(store.sql, nobodyHolds).create(newRun('run-2'), [listRow(2, 'c@example.com')]));
		valueOf(createRunStore(store.sql, nobodyHolds).saveVerdicts('run-2', [judged(0, 'ready-new')]));
		const after = statSync(headFile(), { bigint: true });
		expect([after.mtimeNs, after.ino]).toEqual([before.mtimeNs, before.ino]);
	});

	it('is not moved by an entry that is rolled back', async () => {
		const store = await openWithPlan();
		const broken = () =>
			store.sql.transaction(() => {
				valueOf(intend(store));
				throw new Error('broken off');
			});
		expect(broken).toThrow('broken off');
		expect(headOf().seq).toBe(1);
		expect(store.audit.difference()).toBeNull();
	});

	it('is followed from one process to the other', async () => {
		const window = await openWithPlan();
		const cli = await open();
		for (let round = 0; round < 20; round += 1) valueOf(intend(round % 3 === 0 ? window : cli, round));
		expect(headOf().seq).toBe(21);
		expect([window.audit.difference(), cli.audit.difference()]).toEqual([null, null]);
	});

	it('may be formatted', async () => {
		await closedWith(3, 'closed');
		writeFileSync(headFile(), JSON.stringify(headOf(), null, 2));
		const again = await open();
		expect(codeOf(intend(again))).toBe('ok');
		expect(headOf().seq).toBe(4);
	});
});

describe('a log that is ahead of its head', () => {
	it('is what a crash leaves: the head is moved', async () => {
		const store = await openWithPlan();
		copyFileSync(headFile(), `${folder.path}/before`);
		for (let second = 1; second < 4; second += 1) valueOf(intend(store, second));
		leave('killed');
		copyFileSync(`${folder.path}/before`, headFile('killed'));
		const again = await open('killed');
		expect(again.audit.difference()).toBeNull();
		expect(headOf('killed').seq).toBe(4);
		expect(codeOf(intend(again))).toBe('ok');
	});

	it('stops changes where an entry behind the head does not follow from it', async () => {
		await closedWith(2, 'older');
		await closedWith(5, 'newer');
		copyFileSync(headFile('older'), headFile());
		withoutGuards(file('x.sqlite'), (db) => db.exec("UPDATE audit SET account = 'eve' WHERE seq = 4"));
		const again = await open();
		const difference = { problem: 'chain-broken', logSeq: 5, logAt: at(4), headSeq: 2, headAt: at(1), brokenSeq: 4 };
		expect(intend(again)).toEqual({ ok: false, failure: { code: 'audit-damaged', details: difference } });
		expect(headOf().seq).toBe(2);
	});
});

describe('a database that was restored, compacted or copied', () => {
	it('works where its folder was put back as a whole', async () => {
		await closedWith(2, 'older');
		await closedWith(5, 'newer');
		expect((await open('older')).audit.difference()).toBeNull();
	});

	it('works after VACUUM', async () => {
		await closedWith(3, 'closed');
		const db = new Driver(file('x.sqlite'));
		db.exec('VACUUM');
		db.close();
		const again = await open();
		expect(codeOf(intend(again))).toBe('ok');
		expect(valueOf(await verifyAudit(again.sql))).toMatchObject({ problems: [], difference: null });
	});

	it('stops changes on a site, and nothing else, where it alone was put back; says what differs, whatever is stored meanwhile', async () => {
		await closedWith(2, 'older');
		await closedWith(5, 'newer');
		copyFileSync(file('x.sqlite', 'older'), file('x.sqlite'));
		const again = await open();
		const details = { problem: 'log-shorter', logSeq: 2, logAt: at(1), headSeq: 5, headAt: at(4) };
		expect(intend(again)).toEqual({ ok: false, failure: { code: 'audit-damaged', details } });
		expect(codeOf(again.plans.settle('plan-1', 2, { state: 'applied', answered: null, at: at(6) }, actor))).toBe('ok');
		expect(codeOf(again.plans.setRow('plan-1', 0, applied))).toBe('ok');
		expect(codeOf(createRunStore(again.sql, nobodyHolds).saveVerdicts('run-1', [judged(0, 'ready-new')]))).toBe('ok');
		// The log grows past the number that its head names, and is another one all the same.
		for (let plan = 2; plan < 8; plan += 1) valueOf(again.plans.create(newPlan(`plan-${plan}`), [planRow(0)], actor));
		expect(again.audit.difference()).toEqual({ problem: 'log-other', logSeq: 9, logAt: at(0), headSeq: 5, headAt: at(4) });
		again.sql.close();
		expect(codeOf(intend(await open()))).toBe('audit-damaged');
		expect(headOf().seq).toBe(5);
	});

	it('stops changes where its head was left behind', async () => {
		await closedWith(3, 'closed');
		rmSync(headFile());
		const again = await open();
		expect(intend(again)).toMatchObject({
			ok: false,
			failure: { code: 'audit-damaged', details: { problem: 'head-missing', logSeq: 3, logAt: at(2) } },
		});
		expect(existsSync(headFile())).toBe(false);
	});

	it('stops changes where it was taken away', async () => {
		await closedWith(3, 'closed');
		rmSync(file('x.sqlite'));
		const again = await openWithPlan();
		expect(again.audit.difference()).toMatchObject({ problem: 'log-shorter', logSeq: 1, headSeq: 3 });
		expect(codeOf(intend(again))).toBe('audit-damaged');
	});
});

describe('a head', () => {
	it('that is taken away while the program runs stops the next change', async () => {
		const store = await openWithPlan();
		valueOf(intend(store));
		rmSync(headFile());
		expect(codeOf(intend(store))).toBe('audit-damaged');
		expect(existsSync(headFile())).toBe(false);
	});

	it.each(['', 'x', '{}', '{"seq":-1,"at":"","hash":""}', '{"seq":2,"at":"","hash":7}'])('that reads %j stops changes', async (text) => {
		await closedWith(3, 'closed');
		writeFileSync(headFile(), text);
		expect(intend(await open())).toMatchObject({ ok: false, failure: { details: { problem: 'head-unreadable', logSeq: 3 } } });
	});

	it('is made anew where nothing was ever told', async () => {
		(await open()).sql.close();
		const again = await open();
		expect(again.audit.difference()).toBeNull();
		rmSync(headFile());
		expect(again.audit.difference()).toBeNull();
		expect(headOf()).toMatchObject({ seq: 0 });
	});

	it('was never there beside a database of the first version', async () => {
		mkdirSync(`${folder.path}/data`);
		const first = new Driver(file('x.sqlite'));
		first.pragma('journal_mode = WAL');
		first.exec(`${migrations[0]?.sql ?? ''}; PRAGMA application_id = ${applicationId}; PRAGMA user_version = 10;`);
		first.close();
		expect(codeOf(intend(await openWithPlan()))).toBe('ok');
	});
});

describe('a log that somebody accepts as it is', () => {
	const monday = { at: at(9), actor, reason: 'restored the backup of Monday' };

	it('goes on from there with an entry that says who accepted what, and why', async () => {
		await closedWith(2, 'older');
		await closedWith(5, 'newer');
		copyFileSync(file('x.sqlite', 'older'), file('x.sqlite'));
		const store = await open();
		expect(valueOf(store.audit.accept(monday))).toBe(3);
		const [entry] = store.audit.entries(2, 1).entries;
		expect(entry).toMatchObject({
			at: at(9),
			actor,
			event: 'accepted',
			details: {
				reason: 'restored the backup of Monday',
				differed: { problem: 'log-shorter', logSeq: 2, logAt: at(1), headSeq: 5, headAt: at(4) },
			},
		});
		expect(headOf()).toEqual({ seq: 3, at: at(9), hash: entry?.hash });
		expect(codeOf(intend(store))).toBe('ok');
		expect(valueOf(await verifyAudit(store.sql))).toMatchObject({ entries: 4, problems: [], difference: null, accepted: [{ seq: 3 }] });
	});

	it.each([
		['has no head', () => rmSync(headFile())],
		['has a head that cannot be read', () => writeFileSync(headFile(), 'x')],
	])('goes on where it %s', async (_, harm) => {
		await closedWith(3, 'closed');
		harm();
		const store = await open();
		valueOf(store.audit.accept(monday));
		expect(codeOf(intend(store))).toBe('ok');
		store.sql.close();
		expect((await open()).audit.difference()).toBeNull();
	});

	it('is accepted once: where nothing differs there is nothing to accept', async () => {
		const store = await openWithPlan();
		expect(codeOf(store.audit.accept(monday))).toBe('audit-agrees');
		expect(store.audit.entries(0, 0).total).toBe(1);
	});

	it('is not accepted yet where the process died before the head was written', async () => {
		await closedWith(3, 'closed');
		rmSync(headFile());
		(await open()).audit.accept(monday);
		rmSync(headFile());
		const again = await open();
		expect(again.audit.difference()).toMatchObject({ problem: 'head-missing', logSeq: 4 });
		expect(valueOf(again.audit.accept(monday))).toBe(5);
	});
});

describe('the anchor of an older version', () => {
	const place = (generation: number, seq: number, hash: string): string => {
		const text = JSON.stringify({ generation, seq, hash, image: 'digest of all pages', log: null }).padEnd(4096 - 66);
		return `${text} ${createHash('sha256').update(text, 'latin1').digest('hex')}\n`;
	};
	const anchorAt = (seqs: readonly [number, number], hashes: (seq: number) => string): void => {
		rmSync(headFile());
		writeFileSync(file('audit.anchor'), seqs.map((seq, index) => place(8 + index, seq, hashes(seq))).join(''));
	};
	const hashesOf = async (): Promise<(seq: number) => string> => {
		const store = await open();
		const { entries } = store.audit.entries(0, 100);
		store.sql.close();
		return (seq) => entries[seq - 1]?.hash ?? 'f'.repeat(64);
	};

	it('is the head from which the log goes on, and goes', async () => {
		await closedWith(5, 'closed');
		anchorAt([2, 3], await hashesOf());
		const again = await open();
		expect(codeOf(intend(again))).toBe('ok');
		expect(headOf().seq).toBe(6);
		expect(existsSync(file('audit.anchor'))).toBe(false);
	});

	it('counts with the place that is whole', async () => {
		await closedWith(5, 'closed');
		anchorAt([2, 3], await hashesOf());
		writeFileSync(file('audit.anchor'), readFileSync(file('audit.anchor'), 'utf8').replace('"seq":3', '"seq":4'));
		expect((await open()).audit.difference()).toBeNull();
	});

	it('stops changes where the log does not go on from it, until somebody accepts that', async () => {
		await closedWith(5, 'closed');
		anchorAt([7, 6], await hashesOf());
		const again = await open();
		expect(intend(again)).toMatchObject({ ok: false, failure: { details: { problem: 'log-shorter', logSeq: 5, headSeq: 6, headAt: '' } } });
		valueOf(again.audit.accept({ at: at(9), actor, reason: 'older version' }));
		expect(codeOf(intend(again))).toBe('ok');
		expect(existsSync(file('audit.anchor'))).toBe(false);
	});

	it('stops changes where it cannot be read', async () => {
		await closedWith(5, 'closed');
		rmSync(headFile());
		writeFileSync(file('audit.anchor'), 'x'.repeat(8192));
		expect((await open()).audit.difference()).toMatchObject({ problem: 'head-unreadable' });
	});
});
