import { chmodSync, closeSync, existsSync, fstatSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { Anchor } from './audit/anchor.ts';
import { anchoredSql } from './anchored-sql.ts';
import { readHashOf, readHead } from './audit/audit-log.ts';
import { Connections } from './connections.ts';
import { migrate, refuseForeignFile } from './migrate.ts';
import { type AnchoredSql, type PlainSql, type Sql, type SqlValue, StoreError } from './sql.ts';
import { guarded, storeFailure } from './store-failure.ts';

export interface DatabaseOptions {
	/** How long a statement waits for another process's write before it fails as `store-busy`. */
	readonly busyTimeoutMs?: number;
	/** Version of the running Node, for the check before the native part is loaded. */
	readonly nodeVersion?: string;
}

const oldestNodeMajor = 22;
/** Checking 32 MB takes about 100 ms; larger files are checked page by page as they are read (`cell_size_check`). */
const checkedOnOpenBytes = 32 * 1024 * 1024;

/** Where the record of the database outside of it is, in the database's folder. */
const anchorName = 'audit.anchor';

/**
 * Opens the database at `path`, creating folder (0700) and file (0600) where missing, and brings its tables up to
 * date. A call that has returned is on disk: WAL with `synchronous=FULL`; and it is anchored (see `Anchor`). A database
 * that is not what its anchor says is opened all the same, as long as it is one.
 *
 * Fails with `store-unavailable` (no right to the folder, a Node too old: better-sqlite3 13 crashes the process on
 * Node 20, so the version is looked at before it is loaded), `store-damaged` (no database, another program's, or one
 * that fails its check), `store-newer` (written by a later Invite Doctor), `store-busy`, `store-full`.
 */
export const openDatabase = async (path: string, options: DatabaseOptions = {}): Promise<Outcome<AnchoredSql>> => {
	const loaded = await loadDriver(options);
	if (!loaded.ok) return loaded;
	const Driver = loaded.value;
	const timeout = options.busyTimeoutMs ?? 5000;
	const connections = new Connections<Database.Database>((readonly) => new Driver(path, { timeout, readonly }));
	try {
		connections.open(openMainFile(path));
		refuseForeignFile(plainSql(connections.writer));
		configure(connections.writer);
		return done(openAnchored(path, connections));
	} catch (error) {
		connections.close();
		const failure = storeFailure(error);
		if (failure === null) throw error;
		return failed(failure.code, failure.details);
	}
};

export interface FileOptions extends DatabaseOptions {
	/** Nothing is created or written; a file that is not there fails with `store-unavailable`. */
	readonly isReadOnly: boolean;
}

/**
 * Opens any other SQLite file, without an anchor, and lets `prepare` look at it and set it up; where that throws, the file
 * is let go again. Nothing in the file's own schema is trusted with more than SQL: see `forReading`.
 */
export const openFile = async (path: string, options: FileOptions, prepare: (sql: Sql) => void): Promise<Outcome<Sql>> => {
	const loaded = await loadDriver(options);
	if (!loaded.ok) return loaded;
	let connection: Database.Database | null = null;
	try {
		if (!options.isReadOnly) closeSync(openMainFile(path));
		const opened = new loaded.value(path, {
			timeout: options.busyTimeoutMs ?? 5000,
			readonly: options.isReadOnly,
			fileMustExist: options.isReadOnly,
		});
		connection = opened;
		const sql: Sql = { ...plainSql(opened), close: () => void opened.close() };
		for (const setting of forReading) sql.script(setting);
		prepare(sql);
		return done(sql);
	} catch (error) {
		connection?.close();
		const failure = storeFailure(error);
		if (failure === null) throw error;
		return failed(failure.code, failure.details);
	}
};

/** Opens files that hold nothing: what counts is the lock that the system keeps on them for this process. */
export interface LockFiles {
	/** The lock of the file, which is made where it is missing; `null` while somebody else has it for longer than `waitMs`. */
	take(path: string, waitMs: number): { readonly release: () => void } | null;
	/** True while anybody has the lock, this process included. */
	isTaken(path: string): boolean;
}

/**
 * A transaction that is never committed. Its journal is not on disk, so nothing but the file's lock is left of it: the
 * system gives that back when the process ends, however it ends. SQLite alone opens these files: whatever else of this
 * process opened and closed one would take the lock away with it.
 */
export const loadLockFiles = async (options: DatabaseOptions = {}): Promise<Outcome<LockFiles>> => {
	const loaded = await loadDriver(options);
	if (!loaded.ok) return loaded;
	const Driver = loaded.value;
	/** `null` where the file is locked by somebody else. */
	const opened = (path: string, { timeout, readonly }: { timeout: number; readonly: boolean }, statements: readonly string[]) => {
		let connection: Database.Database | null = null;
		try {
			connection = new Driver(path, { timeout, readonly, fileMustExist: readonly });
			for (const statement of statements) connection.exec(statement);
			return connection;
		} catch (error) {
			connection?.close();
			if (storeFailure(error)?.code === 'store-busy') return null;
			throw error;
		}
	};
	return done({
		take: (path, waitMs) => {
			const connection = opened(path, { timeout: waitMs, readonly: false }, ['PRAGMA journal_mode = MEMORY', 'BEGIN EXCLUSIVE']);
			return connection && { release: () => void connection.close() };
		},
		isTaken: (path) => {
			if (!existsSync(path)) return false;
			const connection = opened(path, { timeout: 0, readonly: true }, ['SELECT 1 FROM sqlite_schema']);
			connection?.close();
			return connection === null;
		},
	});
};

const loadDriver = async ({ nodeVersion = process.versions.node }: DatabaseOptions): Promise<Outcome<typeof Database>> => {
	if (Number.parseInt(nodeVersion, 10) < oldestNodeMajor) {
		return failed('store-unavailable', { reason: 'node-too-old', node: nodeVersion, needed: oldestNodeMajor });
	}
	return done((await import('better-sqlite3')).default);
};

/** A crafted schema must not call functions with side effects, nor a crafted page make SQLite read past its end. */
const forReading = ['PRAGMA trusted_schema = OFF', 'PRAGMA cell_size_check = ON', 'PRAGMA mmap_size = 0'];

/** A call that has returned is on disk. */
export const forWriting = ['PRAGMA journal_mode = WAL', 'PRAGMA synchronous = FULL', 'PRAGMA foreign_keys = ON'];

/**
 * Opened here rather than by SQLite: the file is private from its first moment, and its WAL takes over the mode. The
 * descriptor is kept, for reading what SQLite wrote.
 */
const openMainFile = (path: string): number => {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	const main = openSync(path, 'a+', 0o600);
	if ((fstatSync(main).mode & 0o077) !== 0) chmodSync(path, 0o600);
	return main;
};

const configure = (connection: Database.Database): void => {
	for (const setting of [...forReading, ...forWriting]) connection.exec(setting);
	connection.pragma('temp_store = MEMORY');
	connection.pragma('cache_size = -65536');
	// Only what is anchored is moved into the main file: see `checkpoint`.
	connection.pragma('wal_autocheckpoint = 0');
	// A list of 100,000 rows makes a WAL of 60 MB once; it need not stay on disk for ever.
	connection.pragma('journal_size_limit = 0');
};

const refuseDamagedFile = (connection: Database.Database, path: string): void => {
	if (statSync(path).size > checkedOnOpenBytes) return;
	const found = connection.pragma('quick_check(1)', { simple: true });
	if (found !== 'ok') throw new StoreError({ code: 'store-damaged', details: { reason: 'quick-check' } });
};

const openAnchored = (path: string, connections: Connections<Database.Database>): AnchoredSql => {
	const plain = plainSql(connections.writer);
	const anchor = new Anchor(join(dirname(path), anchorName), connections.readImage(path), {
		exists: () => plain.get("SELECT 1 FROM sqlite_schema WHERE name = 'audit'") !== undefined,
		head: () => readHead(plain),
		hashOf: (seq) => readHashOf(plain, seq),
	});
	const isAsWritten = plain.transaction(() => guarded(() => anchor.open()));
	if (!isAsWritten) refuseDamagedFile(connections.writer, path);
	const sql = anchoredSql(plain, anchor, connections);
	migrate(sql);
	return sql;
};

type Statement = Database.Statement<SqlValue[]>;

const plainSql = (connection: Database.Database): PlainSql => {
	const prepared = new Map<string, Statement>();
	const plucked = new Map<string, Statement>();
	const statement = (cache: Map<string, Statement>, text: string): Statement => {
		const known = cache.get(text);
		if (known !== undefined) return known;
		const made: Statement = connection.prepare<SqlValue[]>(text);
		cache.set(text, made);
		return cache === plucked ? made.pluck(true) : made;
	};
	const transaction = <Result>(work: () => Result): Result => {
		if (connection.inTransaction) return work();
		guarded(() => connection.exec('BEGIN IMMEDIATE'));
		try {
			const result = work();
			guarded(() => connection.exec('COMMIT'));
			return result;
		} catch (error) {
			// SQLite has rolled back by itself after some failures (a full disk).
			if (connection.inTransaction) connection.exec('ROLLBACK');
			throw error;
		}
	};
	const column = <Value extends SqlValue>(text: string, params: readonly SqlValue[] = []) =>
		guarded(() => statement(plucked, text).all(...params) as Value[]);
	// better-sqlite3 answers with whatever the statement yields: the caller's row type is a claim made next to its text.
	return {
		run: (text, params = []) => guarded(() => statement(prepared, text).run(...params).changes),
		get: <Row>(text: string, params: readonly SqlValue[] = []) =>
			guarded(() => statement(prepared, text).get(...params) as Row | undefined),
		all: <Row>(text: string, params: readonly SqlValue[] = []) => guarded(() => statement(prepared, text).all(...params) as Row[]),
		column,
		script: (text) => {
			guarded(() => connection.exec(text));
		},
		transaction,
		inTransaction: () => connection.inTransaction,
		isReadOnly: (text) => guarded(() => statement(prepared, text).readonly),
	};
};
