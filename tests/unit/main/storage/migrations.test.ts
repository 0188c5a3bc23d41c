import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { openDatabase } from '#main/storage/database.ts';
import { applicationId, migrate, migrations } from '#main/storage/migrate.ts';
import { codeOf, temporaryFolder, valueOf } from './samples.ts';

/** Shipped migrations are never edited: add one with the next ten instead. */
const shipped: Readonly<Record<number, string>> = {
	10: '9230ce0ec1dc0997378b104900485ef249c2b4445f2c35865adeb77b18af96c6',
	20: '3ed1c4520d49541f617a8ed6d4168d382f3f2354efc2dcb31cd2c6b290650cea',
};

it('are what was shipped, to the byte', () => {
	const hashes = migrations.map(({ id, sql }) => [id, createHash('sha256').update(sql).digest('hex')]);
	expect(Object.fromEntries(hashes)).toEqual(shipped);
});

it('are numbered in ascending tens', () => {
	expect(migrations.map(({ id }) => id)).toEqual(migrations.map((_, index) => (index + 1) * 10));
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

it('are applied each or not at all', async () => {
	const folder = temporaryFolder();
	const sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	const next = { id: 30, sql: 'CREATE TABLE extra (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);' };
	expect(() => migrate(sql, [...migrations, next])).toThrow('nowhere');
	expect(sql.column('PRAGMA user_version')).toEqual([20]);
	expect(sql.column("SELECT name FROM sqlite_schema WHERE name = 'extra'")).toEqual([]);
	migrate(sql, [...migrations, { id: 30, sql: 'CREATE TABLE extra (a TEXT) STRICT;' }]);
	sql.close();
	expect(codeOf(await openDatabase(`${folder.path}/x.sqlite`))).toBe('store-newer');
	folder.remove();
});
