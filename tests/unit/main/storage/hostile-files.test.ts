import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import Driver from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import type { Sql } from '#main/storage/sql.ts';
import { codeOf, judged, listRow, newRun, storedRows, temporaryFolder, valueOf } from './samples.ts';
import { nobodyHolds } from '../../../support/memory-locks.ts';

let folder: ReturnType<typeof temporaryFolder>;
let opened: Sql[];
const path = () => `${folder.path}/data/invite-doctor.sqlite`;
const open = async (busyTimeoutMs = 5000) => {
	const outcome = await openDatabase(path(), { busyTimeoutMs });
	if (outcome.ok) opened.push(outcome.value);
	return outcome;
};
const manyRows = Array.from({ length: 2000 }, (_, index) => listRow(index + 2, `person${index}@example.com`));

beforeEach(() => {
	folder = temporaryFolder();
	mkdirSync(`${folder.path}/data`, { mode: 0o700 });
	opened = [];
});
afterEach(() => {
	for (const sql of opened) sql.close();
	folder.remove();
});

const writtenFile = async (): Promise<void> => {
	const sql = valueOf(await openDatabase(path()));
	valueOf(createRunStore(sql, nobodyHolds).create(newRun(), manyRows));
	sql.close();
};

describe('a file that is no database of ours', () => {
	it('is refused and left as it is: random bytes', async () => {
		const bytes = randomBytes(20_000);
		writeFileSync(path(), bytes);
		expect(codeOf(await open())).toBe('store-damaged');
		expect(readFileSync(path()).equals(bytes)).toBe(true);
	});

	it('is refused and left as it is: text', async () => {
		writeFileSync(path(), 'name,email\n'.repeat(500));
		expect(codeOf(await open())).toBe('store-damaged');
	});

	it('is refused and left as it is: the database of another program', async () => {
		const sql = valueOf(await open());
		sql.script('PRAGMA application_id = 7');
		sql.close();
		const before = readFileSync(path());
		expect(await open()).toEqual({ ok: false, failure: { code: 'store-damaged', details: { reason: 'foreign-file' } } });
		expect(readFileSync(path()).equals(before)).toBe(true);
	});

	it('is refused: written by a later version', async () => {
		const sql = valueOf(await open());
		sql.script('PRAGMA user_version = 99990');
		expect(await open()).toMatchObject({ ok: false, failure: { code: 'store-newer', details: { version: 99990 } } });
	});
});

describe('a damaged file', () => {
	it('is refused when its end is missing', async () => {
		await writtenFile();
		truncateSync(path(), Math.floor(statSync(path()).size / 2));
		expect(codeOf(await open())).toBe('store-damaged');
	});

	it('is refused when pages in the middle are noise', async () => {
		await writtenFile();
		const bytes = readFileSync(path());
		randomBytes(40_000).copy(bytes, 40_960);
		writeFileSync(path(), bytes);
		expect(codeOf(await open())).toBe('store-damaged');
	});
});

describe('a journal that is none', () => {
	const noise: readonly (readonly [string, Buffer])[] = [
		['noise', randomBytes(20_000)],
		['text', Buffer.from('not a log\n'.repeat(500))],
		['a header and noise', Buffer.concat([Buffer.from('377f0682002de21800001000', 'hex'), randomBytes(9000)])],
		['a header of another version', Buffer.concat([Buffer.from('377f06820fffffff00001000', 'hex'), Buffer.alloc(20_000)])],
		['nothing', Buffer.alloc(0)],
	];
	it.each(noise.flatMap(([what, bytes]) => ['-wal', '-shm', '-journal'].map((end) => [what, end, bytes] as const)))(
		'%s as %s, does not keep anybody from what is stored',
		async (_, end, bytes) => {
			await writtenFile();
			writeFileSync(`${path()}${end}`, bytes);
			const outcome = await open();
			expect(storedRows(createRunStore(valueOf(outcome), nobodyHolds), 'run-1')).toHaveLength(2000);
		},
	);

	it('is a failure, and no crash, where it is a folder', async () => {
		await writtenFile();
		mkdirSync(`${path()}-wal`);
		expect(codeOf(await open())).toBe('store-unavailable');
	});
});

it('is refused where rows refer to others that are gone', async () => {
	await writtenFile();
	const db = new Driver(path());
	db.pragma('foreign_keys = OFF');
	db.exec('DELETE FROM run');
	db.close();
	expect(await open()).toEqual({ ok: false, failure: { code: 'store-damaged', details: { reason: 'foreign-keys' } } });
});

describe('a place that cannot be written', () => {
	it('is unavailable: the folder is a file', async () => {
		writeFileSync(`${folder.path}/file`, '');
		expect(codeOf(await openDatabase(`${folder.path}/file/x.sqlite`))).toBe('store-unavailable');
	});

	it('is unavailable: the file is a folder', async () => {
		mkdirSync(path());
		expect(codeOf(await open())).toBe('store-unavailable');
	});

	it('is unavailable: no right to write (as root: a system folder nobody can write)', async () => {
		const root = process.getuid?.() === 0;
		chmodSync(`${folder.path}/data`, 0o500);
		expect(codeOf(await openDatabase(root ? '/sys/invite-doctor/x.sqlite' : path()))).toBe('store-unavailable');
		chmodSync(`${folder.path}/data`, 0o700);
	});
});

it('is for its owner only: folder, file and journal', async () => {
	const outcome = await openDatabase(`${folder.path}/new/x.sqlite`);
	const sql = valueOf(outcome);
	opened.push(sql);
	expect(statSync(`${folder.path}/new`).mode & 0o777).toBe(0o700);
	expect(statSync(`${folder.path}/new/x.sqlite`).mode & 0o777).toBe(0o600);
	expect(statSync(`${folder.path}/new/x.sqlite-wal`).mode & 0o777).toBe(0o600);
});

it('stores all or nothing on a full disk, and goes on when there is room again', async () => {
	const sql = valueOf(await open());
	const store = createRunStore(sql, nobodyHolds);
	valueOf(store.create(newRun('before'), manyRows.slice(0, 10)));
	sql.get(`PRAGMA max_page_count = ${(sql.column<number>('PRAGMA page_count')[0] ?? 0) + 20}`);
	expect(codeOf(store.create(newRun('after'), manyRows))).toBe('store-full');
	expect(codeOf(store.run('after'))).toBe('run-not-found');
	expect(storedRows(store, 'before')).toHaveLength(10);
	sql.get('PRAGMA max_page_count = 1000000');
	expect(codeOf(store.create(newRun('after'), manyRows))).toBe('ok');
});

it('is busy, not broken, while another process writes', async () => {
	const first = valueOf(await open());
	const second = createRunStore(valueOf(await open(20)), nobodyHolds);
	valueOf(second.create(newRun(), manyRows.slice(0, 2)));
	first.transaction(() => {
		first.run("UPDATE run SET list_name = 'x'");
		expect(codeOf(second.saveVerdicts('run-1', [judged(0, 'ready-new')]))).toBe('store-busy');
		expect(codeOf(second.run('run-1'))).toBe('ok');
	});
	expect(codeOf(second.saveVerdicts('run-1', [judged(0, 'ready-new')]))).toBe('ok');
});

it('says plainly that Node is too old, before the native part is loaded', async () => {
	expect(await openDatabase(path(), { nodeVersion: '20.19.0' })).toEqual({
		ok: false,
		failure: { code: 'store-unavailable', details: { reason: 'node-too-old', node: '20.19.0', needed: 22 } },
	});
});

it('writes through to the disk', async () => {
	const sql = valueOf(await open());
	expect(sql.column('PRAGMA journal_mode')).toEqual(['wal']);
	expect(sql.column('PRAGMA synchronous')).toEqual([2]);
	expect(sql.column('PRAGMA foreign_keys')).toEqual([1]);
	expect(sql.column('PRAGMA trusted_schema')).toEqual([0]);
});
