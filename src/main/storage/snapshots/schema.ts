import type { SnapshotFault } from '#shared/snapshot.ts';
import { type Sql, StoreError } from '../sql.ts';

/** 'InSn' in ASCII: a snapshot is no database of the app, and the other way round. */
export const snapshotApplicationId = 0x49_6e_53_6e;

/** Of the tables below. A file of a later version is refused, and so is any that is not exactly these tables. */
export const snapshotVersion = 10;

/**
 * A snapshot's tables; pinned by a test once shipped. `record` holds what the parts are of, as JSON tuples
 * (`core/snapshots/codecs.ts`), in the order it was read: parts are read whole or not at all, so there is nothing to index.
 * `digest` is over a part's records, `seal` over everything else and the digests. `lease` told who pulls in earlier versions; it
 * stands, because a file has to have exactly these tables.
 */
export const snapshotTables = {
	snapshot: `CREATE TABLE snapshot (
	only INTEGER PRIMARY KEY CHECK (only = 1),
	id TEXT NOT NULL,
	site_name TEXT NOT NULL,
	site_url TEXT NOT NULL,
	site_admin_url TEXT NOT NULL,
	taken_at TEXT NOT NULL,
	access TEXT NOT NULL,
	seal TEXT
) STRICT`,
	part: `CREATE TABLE part (
	key INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE,
	state TEXT NOT NULL,
	why TEXT,
	source TEXT NOT NULL,
	from_at TEXT,
	until_at TEXT,
	records INTEGER NOT NULL DEFAULT 0,
	cursor TEXT,
	digest TEXT
) STRICT`,
	record: `CREATE TABLE record (
	part INTEGER NOT NULL REFERENCES part(key),
	position INTEGER NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (part, position)
) STRICT, WITHOUT ROWID`,
	lease: `CREATE TABLE lease (
	only INTEGER PRIMARY KEY CHECK (only = 1),
	holder TEXT NOT NULL,
	expires_at_ms INTEGER NOT NULL
) STRICT`,
} as const;

export const makeTables = (sql: Sql): void => {
	for (const table of Object.values(snapshotTables)) sql.script(table);
	sql.script(`PRAGMA application_id = ${snapshotApplicationId}; PRAGMA user_version = ${snapshotVersion};`);
};

interface SchemaRow {
	readonly type: string;
	readonly name: string;
	readonly tbl_name: string;
	readonly sql: string | null;
}

const expected: ReadonlyMap<string, SchemaRow> = new Map(
	[
		...Object.entries(snapshotTables).map(([name, sql]): SchemaRow => ({ type: 'table', name, tbl_name: name, sql })),
		{ type: 'index', name: 'sqlite_autoindex_part_1', tbl_name: 'part', sql: null },
	].map((row) => [row.name, row]),
);

export const refuse = (fault: SnapshotFault, details: Readonly<Record<string, string | number>> = {}): never => {
	throw new StoreError({ code: 'snapshot-unusable', details: { fault, ...details } });
};

/**
 * Throws unless the file has exactly a snapshot's tables, to the letter of their SQL. Before this has returned, no table of
 * the file is read and no check of SQLite's is run: both would evaluate expressions that the file brings along.
 */
export const refuseOtherSchema = (sql: Sql): void => {
	const id = sql.column<number>('PRAGMA application_id')[0];
	if (id !== snapshotApplicationId) refuse('foreign-database');
	const version = sql.column<number>('PRAGMA user_version')[0] ?? 0;
	if (version > snapshotVersion) refuse('newer-version', { version, known: snapshotVersion });
	if (version !== snapshotVersion) refuse('unknown-version', { version, known: snapshotVersion });
	const found = sql.all<SchemaRow>('SELECT type, name, tbl_name, sql FROM sqlite_schema');
	for (const row of found) refuseOther(row);
	if (found.length !== expected.size) refuse('other-tables');
};

const refuseOther = (row: SchemaRow): void => {
	const wanted = expected.get(row.name);
	if (wanted !== undefined && row.type === wanted.type && row.tbl_name === wanted.tbl_name && row.sql === wanted.sql) return;
	const text = String(row.sql ?? '').trimStart();
	if (row.type === 'view' || /^CREATE\s+(?:TEMP\w*\s+)?VIEW\b/i.test(text)) refuse('has-views');
	if (row.type === 'trigger' || /^CREATE\s+(?:TEMP\w*\s+)?TRIGGER\b/i.test(text)) refuse('has-triggers');
	if (/^CREATE\s+VIRTUAL\b/i.test(text)) refuse('has-virtual-tables');
	refuse('other-tables');
};
