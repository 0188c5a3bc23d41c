import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Driver from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#main/storage/database.ts';
import { applicationId, migrate, migrations } from '#main/storage/migrate.ts';
import { rowDomains } from '#main/storage/migrations/0090-row-domains.ts';
import { runAddresses } from '#main/storage/migrations/0110-run-addresses.ts';
import { rowsAfterPlans } from '#main/storage/migrations/0170-rows-after-plans.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { codeOf, listRow, newRun, temporaryFolder, valueOf } from './samples.ts';
import { nobodyHolds } from '../../../support/memory-locks.ts';

/** Shipped migrations are never edited: add one with the next ten instead. */
const shipped: Readonly<Record<number, string>> = {
	10: '9230ce0ec1dc0997378b104900485ef249c2b4445f2c35865adeb77b18af96c6',
	20: '3ed1c4520d49541f617a8ed6d4168d382f3f2354efc2dcb31cd2c6b290650cea',
	30: 'f2a229552179ff0f007372b362a90afe35b9bdff541ffb95bc1aea3f2acca22e',
	40: '45c12f8291e132d251b6f65edad70cee6786136b6d4a0927a69e6bb1b80e5c22',
	50: 'e72d0815321afb91b6d748eccb8893b39c5f01e4fa9da422ee029dc3db065c7f',
	60: '86aabdf738f75f8083e8ffbed6b6ac88a0f3103f7e5f3a81a46bcfcdac0ca5b2',
	70: '2b18834e35d3335e6cc4e5f2eaabe9771a957ca000e206496693677b01f762d1',
	80: '4e37a1f15a1502c712732717b5f80efa49130b45b0db4d39bb8fbfcbd5173927',
	90: 'bd678bdc703795aba8b88989256bbca4ab176cabe6b9dae3ef1ec7f42306b592',
	100: '7cd02a90137bd1d3f8b9e288c0a57d351048cc4aa47550a1ff4c5e08e87e29b3',
	110: 'f0a6af133fbc4907cfb7110f0b234e417d8b0661529f2508795e5b31d7170e32',
	120: 'aa510b6e8b19504b8200cf1b027d5f218b0220ae27e374016d8a4c531fc5e7b7',
	130: '7eb1af399f1848233d772476ac5341712d54fa4785d7856cdc6ab103497f664d',
	140: 'dc6958ca987e880d5835ffb66ed0505721c457e7df90aa41d2af3fcb0b2e7b87',
	150: 'c8a78249774a0834eb2f7e11893f64715b0ba3b8ed82aa24829f9481f431bf48',
	160: 'e05e4c1f99f3993db07a4d19f4392c1b44bef5f17dcce941d2b411fd08cd9abe',
	170: '4ab64b8b76440e6dc748d6664b7b6fdc4ba1f8002f1677f47db99fb62bdb192e',
	180: '0bb76cf5aa92329c7ed9c14fc86050e1c8d0b9796521173599e4f09cf51619e2',
	190: '5810dcaadc7e5cf835835307dd3faad95a862c10547654d0feca6b04bd58061f',
	200: 'c4a0141bf6082cd38c2d5ad5a152d4bfd363c003d91667d9c45032d9640c9e89',
	210: '5951052e368c68e34769492e707ac3a8e10adddbca9f1b0426d54aad22bbad53',
	220: 'bb46c9436177c727ee787c3e96d8cf01290221ccb31db825666046bcff472e7c',
	230: '5c1daadd7f47237bc69dc8afcc4c2e4c59e9ac0d6cd670bb856a39174410d4a8',
	250: 'bc1c0ef3b5161ca0492dff279a9f4b87848b753f26e927d5e68fb0ceaee13ade',
};

it('are what was shipped, to the byte', () => {
	const hashes = migrations.map(({ id, sql }) => [id, createHash('sha256').update(sql).digest('hex')]);
	expect(Object.fromEntries(hashes)).toEqual(shipped);
});

it('are numbered in tens, each after the one before', () => {
	const ids = migrations.map(({ id }) => id);
	expect(ids.filter((id) => id % 10 !== 0 || id < 10)).toEqual([]);
	expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
});

it('mark the file as ours and make strict tables only', async () => {
	const folder = temporaryFolder();
	const sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	expect(sql.column('PRAGMA application_id')).toEqual([applicationId]);
	expect(sql.column('PRAGMA user_version')).toEqual([migrations.at(-1)?.id]);
	const loose = sql.column(
		"SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%'",
	);
	expect(loose).toEqual([]);
	sql.close();
	folder.remove();
});

it('give rows that were stored before their domains', async () => {
	const folder = temporaryFolder();
	const sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	valueOf(
		createRunStore(sql, nobodyHolds).create(newRun(), [
			listRow(2, 'Ann@Sub.Example.com'),
			listRow(3, '"a@b"@example.org'),
			listRow(4, 'see @ bob', { read: { valid: false, problem: 'no-at-sign', details: {}, cleaned: [] } }),
		]),
	);
	const domains = () => sql.column('SELECT domain FROM run_row ORDER BY id');
	const stored = domains();
	expect(stored).toEqual(['sub.example.com', 'example.org', null]);
	sql.script('UPDATE run_row SET domain = NULL');
	const [, update] = rowDomains.sql.split(';');
	sql.script(update ?? '');
	expect(domains()).toEqual(stored);
	sql.close();
	folder.remove();
});

it('say in a failure that the tables they met are not what their version says, and change nothing', async () => {
	const folder = temporaryFolder();
	const path = `${folder.path}/x.sqlite`;
	const sql = valueOf(await openDatabase(path));
	sql.script('PRAGMA user_version = 10');
	sql.close();
	expect(await openDatabase(path)).toEqual({
		ok: false,
		failure: { code: 'store-migration-failed', details: { version: 10, migration: 20 } },
	});
	const left = new Driver(path);
	expect(left.pragma('user_version', { simple: true })).toBe(10);
	left.close();
	folder.remove();
});

describe('a database of an older version', () => {
	/** As those before a migration left it, the last one unless another is named; with a run in it. */
	const makeOlder = (path: string, before: number = migrations.at(-1)?.id ?? 0): number => {
		const older = migrations.filter(({ id }) => id < before);
		const version = older.at(-1)?.id ?? 0;
		const db = new Driver(path);
		db.pragma('journal_mode = WAL');
		for (const { sql } of older) db.exec(sql);
		db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${version};`);
		db.exec("INSERT INTO setting VALUES ('note', 'kept')");
		db.exec(`INSERT INTO run (id, list_name, columns, site_name, site_url, site_admin_url, mode, access, started_at, state)
			VALUES ('old', 'list.csv', '[]', 'acme', 'https://acme.atlassian.net', '', 'live', '{}', '2026-01-01T00:00:00.000Z', 'finished')`);
		const row = db.prepare("INSERT INTO run_row (run, id, row, email, search, repeats) VALUES (1, ?, ?, ?, '', ?)");
		for (const [id, email] of ['Ben@Acme.com', 'ann@acme.com', 'ben@acme.com'].entries()) row.run(id, id + 2, email, id === 2 ? 2 : null);
		db.close();
		return version;
	};

	it('is kept as it was, beside the new one and for its owner only', async () => {
		const folder = temporaryFolder();
		const path = `${folder.path}/x.sqlite`;
		const version = makeOlder(path);
		valueOf(await openDatabase(path)).close();
		const copy = `${path}.version-${version}`;
		expect(statSync(copy).mode & 0o777).toBe(0o600);
		const kept = new Driver(copy, { readonly: true });
		expect(kept.pragma('user_version', { simple: true })).toBe(version);
		expect(kept.prepare('SELECT value FROM setting').pluck().all()).toEqual(['kept']);
		kept.close();
		// The copy is made once: there is nothing to migrate the next time.
		rmSync(copy);
		valueOf(await openDatabase(path)).close();
		expect(readdirSync(folder.path)).toEqual(['x.sqlite']);
		folder.remove();
	});

	it('is kept instead of the copy before it, and of no other file', async () => {
		const folder = temporaryFolder();
		const path = `${folder.path}/x.sqlite`;
		const version = makeOlder(path);
		const others = ['x.sqlite.version-10', 'x.sqlite.version-ten', 'y.sqlite.version-10', `x.sqlite.version-${version + 500}`];
		for (const name of others) writeFileSync(`${folder.path}/${name}`, 'a copy');
		valueOf(await openDatabase(path)).close();
		const left = [...others.slice(1), 'x.sqlite', `x.sqlite.version-${version}`];
		expect(readdirSync(folder.path).toSorted()).toEqual(left.toSorted());
		folder.remove();
	});

	it('is searched and sorted by the addresses that were stored before', async () => {
		const folder = temporaryFolder();
		const path = `${folder.path}/x.sqlite`;
		makeOlder(path, runAddresses.id);
		const sql = valueOf(await openDatabase(path));
		const store = createRunStore(sql, nobodyHolds);
		expect(store.rowIds('old', {}, { by: 'email', descending: false })).toEqual([1, 0, 2]);
		expect(store.history('BEN@acme.com', null).map(({ row }) => row.id)).toEqual([0]);
		sql.close();
		folder.remove();
	});

	it('gets back the diagnoses that a plan wrote over, with what was seen afterwards beside them', async () => {
		const folder = temporaryFolder();
		const path = `${folder.path}/x.sqlite`;
		makeOlder(path, rowsAfterPlans.id);
		const db = new Driver(path);
		db.exec(`
			INSERT INTO run_row_source SELECT run, id, '[]', email, '', NULL FROM run_row;
			UPDATE run_row SET cause = 'already-customer', certainty = 'proven' WHERE id = 0;
			UPDATE run_row SET cause = 'ready-new', certainty = 'likely', remedy = 'create-and-add' WHERE id = 1;
			INSERT INTO run_count VALUES (1, 'already-customer', 1), (1, 'ready-new', 1), (1, 'not-checked', 1);
			INSERT INTO run_row_evidence (run, id, evidence) VALUES (1, 0, '[{"asked":"customers","source":"GET /c","answer":null,"at":"2026-01-03T00:00:00.000Z"}]');
			INSERT INTO audit VALUES (1, '2026-01-02T00:00:00.000Z', '', '', 'cli', '', 'verified', '{}', ''),
				(2, '2026-01-03T00:00:00.000Z', '', '', 'cli', '', 'verified', '{}', '');
			INSERT INTO plan (id, run, desk, created_at, choices, people, estimate) VALUES ('first', 1, '{}', '', '{}', '', '{}'), ('second', 1, '{}', '', '{}', '', '{}');
			INSERT INTO plan_row (plan, id, remedy, steps, before_cause, before_certainty, accounts, after_cause, after_certainty, after_seq) VALUES
				(1, 0, 'replace-with-portal-account', '[]', 'managed-elsewhere', 'likely', '[]', 'ready-new', 'proven', 1),
				(2, 0, 'create-and-add', '[]', 'ready-new', 'proven', '[]', 'already-customer', 'proven', 2),
				(2, 1, 'create-and-add', '[]', 'ready-new', 'likely', '[]', NULL, NULL, NULL)`);
		db.close();
		const sql = valueOf(await openDatabase(path));
		const store = createRunStore(sql, nobodyHolds);
		expect(valueOf(store.row('old', 0))).toMatchObject({
			cause: 'managed-elsewhere',
			certainty: 'likely',
			remedy: 'ask-owning-organisation',
			verdict: { evidence: [] },
			after: { cause: 'already-customer', certainty: 'proven', planId: 'second', at: '2026-01-03T00:00:00.000Z' },
			verdictAfter: { evidence: [{ asked: 'customers' }] },
		});
		expect(valueOf(store.row('old', 1))).toMatchObject({ cause: 'ready-new', remedy: 'create-and-add' });
		expect(valueOf(store.row('old', 1)).after).toBeUndefined();
		expect(store.summary('old', {})).toEqual({ 'managed-elsewhere': 1, 'ready-new': 1, 'not-checked': 1 });
		sql.close();
		folder.remove();
	});

	it('is left as it is where the copy cannot be kept', async () => {
		const folder = temporaryFolder();
		const path = `${folder.path}/x.sqlite`;
		const version = makeOlder(path);
		mkdirSync(`${path}.version-${version}`);
		expect(codeOf(await openDatabase(path))).toBe('store-unavailable');
		const left = new Driver(path);
		expect(left.pragma('user_version', { simple: true })).toBe(version);
		left.close();
		expect(readdirSync(folder.path).toSorted()).toEqual(['x.sqlite', `x.sqlite.version-${version}`]);
		folder.remove();
	});
});

it('are not needed, and nothing is copied, where the file is new', async () => {
	const folder = temporaryFolder();
	valueOf(await openDatabase(`${folder.path}/x.sqlite`)).close();
	expect(readdirSync(folder.path)).toEqual(['x.sqlite']);
	folder.remove();
});

it('are applied each or not at all', async () => {
	const folder = temporaryFolder();
	const sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	const newest = migrations.at(-1)?.id ?? 0;
	const next = { id: newest + 10, sql: 'CREATE TABLE extra (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);' };
	expect(() => migrate(sql, [...migrations, next])).toThrow(
		expect.objectContaining({
			failure: { code: 'store-migration-failed', details: { version: newest, migration: newest + 10 } },
			cause: expect.objectContaining({ message: expect.stringContaining('nowhere') as string }) as Error,
		}) as Error,
	);
	expect(sql.column('PRAGMA user_version')).toEqual([newest]);
	expect(sql.column("SELECT name FROM sqlite_schema WHERE name = 'extra'")).toEqual([]);
	migrate(sql, [...migrations, { ...next, sql: 'CREATE TABLE extra (a TEXT) STRICT;' }]);
	sql.close();
	expect(codeOf(await openDatabase(`${folder.path}/x.sqlite`))).toBe('store-newer');
	folder.remove();
});
