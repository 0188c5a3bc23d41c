import { randomBytes } from 'node:crypto';
import { appendFileSync, copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messagesIn } from '#shared/messages/messages.ts';
import { openDatabase, openFile } from '#main/storage/database.ts';
import { importLimits, importSnapshot } from '#main/storage/snapshots/import-snapshot.ts';
import { openSnapshotFolder } from '#main/storage/snapshots/snapshot-folder.ts';
import { type SnapshotFault, snapshotFaults } from '#shared/snapshot.ts';
import { temporaryFolder, valueOf } from '../samples.ts';
import { header, meddle, pulledSnapshot, type Step } from './samples.ts';
import { memoryLocks } from '../../../../support/memory-locks.ts';

const folder = temporaryFolder();
const into = `${folder.path}/snapshots`;
const good = `${folder.path}/good.sqlite`;
const path = `${folder.path}/given.sqlite`;

beforeAll(async () => {
	const from = openSnapshotFolder(`${folder.path}/from`, memoryLocks());
	await pulledSnapshot(from);
	valueOf(await from.exportTo(header().id, good));
	mkdirSync(into);
});
afterAll(() => folder.remove());
beforeEach(() => copyFileSync(good, path));

const script =
	(text: string): Step =>
	(file) =>
		void file.exec(text);

/** Lets a step change what STRICT, CHECK and foreign keys would refuse, and puts the tables' text back afterwards. */
const behindTheSchema = (change: Step): readonly Step[] => {
	let texts: unknown[] = [];
	const loosen =
		"replace(replace(replace(replace(replace(sql, 'STRICT, ', ''), ' STRICT', ''), ' TEXT', ''), 'NOT NULL', ''), 'CHECK (only = 1)', '')";
	return [
		(file) => {
			texts = file.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").all();
			file.exec(`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ${loosen} WHERE type = 'table'`);
		},
		(file) => {
			file.exec('PRAGMA foreign_keys = OFF');
			change(file);
		},
		(file) => {
			file.exec('PRAGMA writable_schema = ON');
			for (const text of texts) file.prepare('UPDATE sqlite_schema SET sql = @sql WHERE name = @name').run(text);
		},
	];
};

const schema = (text: string) => [script(`PRAGMA writable_schema = ON; ${text}`)];
const loose = (text: string) => behindTheSchema(script(text));
const keyOf = (part: string) => `(SELECT key FROM part WHERE name = '${part}')`;
const overwrite = (bytes: string | Buffer) => () => writeFileSync(path, bytes);

type Make = () => void;
const meddled =
	(...steps: readonly Step[]): Make =>
	() =>
		meddle(path, ...steps);

const hostile: readonly (readonly [what: string, fault: SnapshotFault, make: Make])[] = [
	['nothing at all', 'no-database', overwrite('')],
	['text', 'no-database', overwrite('name,email\n'.repeat(500))],
	['noise', 'no-database', overwrite(randomBytes(20_000))],
	['a zip archive', 'archive', overwrite(Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(500)]))],
	['a compressed snapshot', 'archive', () => writeFileSync(path, gzipSync(readFileSync(good)))],
	['the first bytes of a database and no more', 'cut-off', () => truncateSync(path, 60)],
	['half of one', 'cut-off', () => truncateSync(path, Math.floor(statSync(path).size / 2))],
	['one with bytes after its end', 'damaged', () => appendFileSync(path, randomBytes(4096))],
	['one with noise in the middle', 'damaged', () => noiseAt(3)],
	['one whose page size is none', 'damaged', () => patch(16, Buffer.from([0x03, 0x21]))],
	['one of 1 GB and a byte', 'too-large', () => truncateSync(path, 1024 ** 3 + 1)],
	['the database of another program', 'foreign-database', meddled(script('PRAGMA application_id = 7'))],
	['one of no program', 'foreign-database', meddled(script('PRAGMA application_id = 0'))],
	['one of a later version', 'newer-version', meddled(script('PRAGMA user_version = 99990'))],
	['one of a version that never was', 'unknown-version', meddled(script('PRAGMA user_version = 3'))],
	['one with its journal in another file', 'unsupported-form', meddled(script('PRAGMA journal_mode = WAL'))],
	['one in another encoding', 'unsupported-form', () => patch(56, Buffer.from([0, 0, 0, 2]))],
	['one with bytes reserved for an extension', 'unsupported-form', () => patch(20, Buffer.from([32]))],
	['one with a view', 'has-views', meddled(script('CREATE VIEW people AS SELECT * FROM record'))],
	[
		'one whose table is a view in truth',
		'damaged',
		meddled(
			...schema(
				"UPDATE sqlite_schema SET sql = 'CREATE VIEW record AS SELECT 1 AS part, 0 AS position, randomblob(1e9) AS body', rootpage = 0 WHERE name = 'record'",
			),
		),
	],
	['one with a trigger', 'has-triggers', meddled(script('CREATE TRIGGER evil AFTER INSERT ON record BEGIN DELETE FROM record; END'))],
	[
		'one with a virtual table',
		'has-virtual-tables',
		meddled(
			...schema(
				"INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('table', 'evil', 'evil', 0, 'CREATE VIRTUAL TABLE evil USING fts5(a)')",
			),
		),
	],
	['one with a table more', 'other-tables', meddled(script('CREATE TABLE extra (a)'))],
	['one with an index more', 'other-tables', meddled(script('CREATE INDEX extra ON record (body)'))],
	['one with a table less', 'other-tables', meddled(script('DROP TABLE lease'))],
	['one with a column more', 'other-tables', meddled(script('ALTER TABLE part ADD COLUMN extra TEXT'))],
	[
		'one with a computed column',
		'other-tables',
		meddled(script("ALTER TABLE part ADD COLUMN extra TEXT AS (printf('%.*c', 100000000, 'x'))")),
	],
	[
		'one whose tables are not strict',
		'other-tables',
		meddled(...schema("UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'part'")),
	],
	[
		'one that calls a function in a check',
		'other-tables',
		meddled(...schema("UPDATE sqlite_schema SET sql = replace(sql, 'only = 1', 'only = abs(1)') WHERE name = 'snapshot'")),
	],
	[
		'one with a record of 300 KB',
		'cell-too-large',
		meddled(script(`UPDATE record SET body = '["' || hex(zeroblob(150000)) || '"]' WHERE part = ${keyOf('domains')}`)),
	],
	['one with a field of 70 KB', 'cell-too-large', meddled(script("UPDATE part SET source = hex(zeroblob(35000)) WHERE name = 'accounts'"))],
	[
		'one with a record of 200 MB',
		'cell-too-large',
		meddled(script(`UPDATE record SET body = hex(zeroblob(100000000)) WHERE part = ${keyOf('domains')}`)),
	],
	[
		'one with bytes where text should be',
		'wrong-type',
		meddled(...loose(`UPDATE record SET body = CAST(body AS BLOB) WHERE part = ${keyOf('desks')}`)),
	],
	['one with a number where text should be', 'wrong-type', meddled(...loose(`UPDATE record SET body = 7 WHERE part = ${keyOf('desks')}`))],
	['one without a header', 'header-invalid', meddled(script('DELETE FROM snapshot'))],
	[
		'one with two headers',
		'header-invalid',
		meddled(...loose('INSERT INTO snapshot SELECT 2, id, site_name, site_url, site_admin_url, taken_at, access, seal FROM snapshot')),
	],
	['one of a site that is a script', 'header-invalid', meddled(script("UPDATE snapshot SET site_url = 'javascript:alert(1)'"))],
	['one of a site with a path', 'header-invalid', meddled(script("UPDATE snapshot SET site_url = 'https://halden.atlassian.net/evil'"))],
	['one whose id leads out of the folder', 'header-invalid', meddled(script("UPDATE snapshot SET id = '../../../evil'"))],
	['one taken at no time', 'header-invalid', meddled(script("UPDATE snapshot SET taken_at = 'yesterday'"))],
	['one whose customer access is no JSON', 'header-invalid', meddled(script("UPDATE snapshot SET access = '{'"))],
	['one whose header is bytes', 'damaged', meddled(...loose("UPDATE snapshot SET site_name = x'00ff'"))],
	[
		'one whose site name rewrites the terminal',
		'header-invalid',
		meddled(script("UPDATE snapshot SET site_name = 'a' || char(27) || '[2J'")),
	],
	['one with a part that there is not', 'part-invalid', meddled(script("UPDATE part SET name = 'people' WHERE name = 'domains'"))],
	['one with a part in no state', 'part-invalid', meddled(script("UPDATE part SET state = 'fine' WHERE name = 'domains'"))],
	['one with a part of a negative size', 'part-invalid', meddled(script("UPDATE part SET records = -1 WHERE name = 'domains'"))],
	[
		'one with a part that failed for a made-up reason',
		'part-invalid',
		meddled(script("UPDATE part SET why = 'because' WHERE name = 'domains'")),
	],
	[
		'one whose part has a name like a property',
		'part-invalid',
		meddled(script("UPDATE part SET name = '__proto__' WHERE name = 'domains'")),
	],
	['one with a record that is no JSON', 'record-invalid', meddled(script(`UPDATE record SET body = '[1' WHERE part = ${keyOf('desks')}`))],
	[
		'one with a record of another part',
		'record-invalid',
		meddled(script(`UPDATE record SET body = '["a","b","c"]' WHERE part = ${keyOf('accounts')} AND position = 2`)),
	],
	[
		'one with a person in a state that there is not',
		'record-invalid',
		meddled(script(`UPDATE record SET body = replace(body, '"active","active"', '"root","active"') WHERE part = ${keyOf('directory')}`)),
	],
	[
		'one with a record nested without end',
		'record-invalid',
		meddled(script(`UPDATE record SET body = replace(hex(zeroblob(60000)), '00', '[') WHERE part = ${keyOf('domains')}`)),
	],
	[
		'one with an id of control characters',
		'record-invalid',
		meddled(script(`UPDATE record SET body = '["a\\u0000b"]' WHERE part = ${keyOf('domains')}`)),
	],
	[
		'one with a record missing',
		'record-missing',
		meddled(
			script(
				`DELETE FROM record WHERE part = ${keyOf('accounts')} AND position = 3; INSERT INTO record VALUES (${keyOf('accounts')}, 99999, '[]')`,
			),
		),
	],
	[
		'one that counts wrong',
		'record-missing',
		meddled(
			script(
				"UPDATE part SET records = records + 1 WHERE name = 'accounts'; UPDATE part SET records = records - 1 WHERE name = 'directory'",
			),
		),
	],
	['one with a record more than it says', 'record-stray', meddled(script(`INSERT INTO record VALUES (${keyOf('accounts')}, 99999, '[]')`))],
	['one with records of no part', 'record-stray', meddled(...loose("INSERT INTO record VALUES (4711, 0, '[]')"))],
	[
		'one whose people were changed',
		'content-changed',
		meddled(script(`UPDATE record SET body = replace(body, '"suspended"', '"active"') WHERE part = ${keyOf('directory')}`)),
	],
	[
		'one whose customer was deactivated',
		'content-changed',
		meddled(script(`UPDATE record SET body = replace(body, 'true', 'false') WHERE part = ${keyOf('customers:1')}`)),
	],
	['one that claims another site', 'content-changed', meddled(script("UPDATE snapshot SET site_url = 'https://other.atlassian.net'"))],
	['one that claims to be younger', 'content-changed', meddled(script("UPDATE snapshot SET taken_at = '2026-12-23T12:00:00.000Z'"))],
	['one that claims to be whole', 'content-changed', meddled(script("UPDATE part SET state = 'refused' WHERE name = 'roles'"))],
	['one whose pull was broken off', 'still-pulled', meddled(script('UPDATE snapshot SET seal = NULL'))],
];

const patch = (at: number, bytes: Buffer): void => {
	const all = readFileSync(path);
	bytes.copy(all, at);
	writeFileSync(path, all);
};

const noiseAt = (page: number): void => {
	patch(page * 4096, randomBytes(4096));
};

const faultOf = async (limits = importLimits): Promise<unknown> => {
	const outcome = await importSnapshot(into, memoryLocks(), path, limits);
	return outcome.ok ? 'taken over' : [outcome.failure.code, outcome.failure.details['fault']];
};

describe(`a hostile file (${hostile.length} of them)`, () => {
	it.each(hostile)('is refused, and nothing of it stays: %s', async (_what, fault, make) => {
		make();
		const size = statSync(path).size;
		const before = size > 1024 ** 3 ? null : readFileSync(path);
		expect(await faultOf()).toEqual(['snapshot-unusable', fault]);
		expect(readdirSync(into)).toEqual([]);
		expect(statSync(path).size).toBe(size);
		if (before !== null && size < 1024 ** 2 * 50) expect(readFileSync(path).equals(before)).toBe(true);
	});

	it('is refused when it is no file: a folder, a device without an end, nothing', async () => {
		for (const given of [`${folder.path}/from`, '/dev/zero', `${folder.path}/not-there`]) {
			expect(await importSnapshot(into, memoryLocks(), given)).toMatchObject({ failure: { details: { fault: 'unreadable-file' } } });
		}
	});

	it('is refused when it holds more than any site', async () => {
		expect(await faultOf({ ...importLimits, records: 20 })).toEqual(['snapshot-unusable', 'too-many-records']);
		expect(await faultOf({ ...importLimits, parts: 3 })).toEqual(['snapshot-unusable', 'too-many-records']);
	});

	it("is refused when it is the app's own database", async () => {
		const sql = valueOf(await openDatabase(`${folder.path}/app.sqlite`));
		sql.close();
		const plain = valueOf(await openFile(`${folder.path}/app.sqlite`, { isReadOnly: false }, () => undefined));
		plain.script('PRAGMA journal_mode = DELETE');
		plain.close();
		copyFileSync(`${folder.path}/app.sqlite`, path);
		expect(await faultOf()).toEqual(['snapshot-unusable', 'foreign-database']);
	});

	it('cannot bring a journal that SQLite would play back', async () => {
		writeFileSync(`${path}-journal`, randomBytes(5000));
		writeFileSync(`${path}-wal`, randomBytes(5000));
		expect(await faultOf()).toBe('taken over');
		expect(readdirSync(into)).toEqual([`${header().id}.sqlite`]);
		expect(await importSnapshot(into, memoryLocks(), path)).toMatchObject({ failure: { code: 'snapshot-exists' } });
		expect(readdirSync(into)).toEqual([`${header().id}.sqlite`]);
	});
});

it('has a sentence of its own for every refusal', () => {
	const sentences = snapshotFaults.map((fault) => messagesIn('en').failureTexts['snapshot-unusable']({ fault }).happened);
	expect(new Set(sentences).size).toBe(snapshotFaults.length);
	for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
});

it('meets every fault there is in one of these files', () => {
	const elsewhere: readonly SnapshotFault[] = ['unreadable-file', 'too-many-records'];
	expect(new Set([...hostile.map(([, fault]) => fault), ...elsewhere])).toEqual(new Set(snapshotFaults));
});
