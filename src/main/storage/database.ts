import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { migrate, refuseForeignFile } from './migrate.ts';
import { type Sql, type SqlValue, StoreError } from './sql.ts';
import { rethrowAsStoreError, storeFailure } from './store-failure.ts';

export interface DatabaseOptions {
	/** How long a statement waits for another process's write before it fails as `store-busy`. */
	readonly busyTimeoutMs?: number;
	/** Version of the running Node, for the check before the native part is loaded. */
	readonly nodeVersion?: string;
}

const oldestNodeMajor = 22;
/** Checking 32 MB takes about 100 ms; larger files are checked page by page as they are read (`cell_size_check`). */
const checkedOnOpenBytes = 32 * 1024 * 1024;

/**
 * Opens the database at `path`, creating folder (0700) and file (0600) where missing, and brings its tables up to
 * date. A call that has returned is on disk: WAL with `synchronous=FULL`.
 *
 * Fails with `store-unavailable` (no right to the folder, a Node too old: better-sqlite3 13 crashes the process on
 * Node 20, so the version is looked at before it is loaded), `store-damaged` (no database, another program's, or one
 * that fails its check), `store-newer` (written by a later Invite Doctor), `store-busy`, `store-full`.
 */
export async function openDatabase(path: string, options: DatabaseOptions = {}): Promise<Outcome<Sql>> {
	return openFile(path, { ...options, isReadOnly: false }, (sql) => {
		refuseForeignFile(sql);
		for (const setting of [...forWriting, ...forALongLife]) sql.script(setting);
		refuseDamagedFile(sql, path);
		migrate(sql);
	});
}

export interface FileOptions extends DatabaseOptions {
	/** Nothing is created or written; a file that is not there fails with `store-unavailable`. */
	readonly isReadOnly: boolean;
}

/**
 * Opens any SQLite file and lets `prepare` look at it and set it up; where that throws, the file is let go again. Nothing
 * in the file's own schema is trusted with more than SQL: see `forReading`.
 */
export async function openFile(path: string, options: FileOptions, prepare: (sql: Sql) => void): Promise<Outcome<Sql>> {
	const nodeVersion = options.nodeVersion ?? process.versions.node;
	if (Number.parseInt(nodeVersion, 10) < oldestNodeMajor) {
		return failed('store-unavailable', { reason: 'node-too-old', node: nodeVersion, needed: oldestNodeMajor });
	}
	const { default: Driver } = await import('better-sqlite3');
	let connection: Database.Database | null = null;
	try {
		if (!options.isReadOnly) preparePath(path);
		connection = new Driver(path, {
			timeout: options.busyTimeoutMs ?? 5000,
			readonly: options.isReadOnly,
			fileMustExist: options.isReadOnly,
		});
		const sql = sqlOver(connection);
		for (const setting of forReading) sql.script(setting);
		prepare(sql);
		return done(sql);
	} catch (error) {
		connection?.close();
		const failure = storeFailure(error);
		if (failure === null) throw error;
		return failed(failure.code, failure.details);
	}
}

/** A crafted schema must not call functions with side effects, nor a crafted page make SQLite read past its end. */
const forReading = ['PRAGMA trusted_schema = OFF', 'PRAGMA cell_size_check = ON', 'PRAGMA mmap_size = 0'];

/** A call that has returned is on disk. */
export const forWriting = ['PRAGMA journal_mode = WAL', 'PRAGMA synchronous = FULL', 'PRAGMA foreign_keys = ON'];

const forALongLife = [
	'PRAGMA temp_store = MEMORY',
	'PRAGMA cache_size = -65536',
	'PRAGMA wal_autocheckpoint = 4000',
	// A list of 100,000 rows makes a WAL of 60 MB once; it need not stay on disk for ever.
	'PRAGMA journal_size_limit = 16777216',
];

function preparePath(path: string): void {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	// Created here rather than by SQLite: the file is private from its first moment, and its WAL takes over the mode.
	closeSync(openSync(path, 'a', 0o600));
	if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
}

function refuseDamagedFile(sql: Sql, path: string): void {
	if (statSync(path).size > checkedOnOpenBytes) return;
	const [found] = sql.column<string>('PRAGMA quick_check(1)');
	if (found !== 'ok') throw new StoreError({ code: 'store-damaged', details: { reason: 'quick-check' } });
}

type Statement = Database.Statement<SqlValue[]>;

function sqlOver(connection: Database.Database): Sql {
	const prepared = new Map<string, Statement>();
	const plucked = new Map<string, Statement>();
	const statement = (cache: Map<string, Statement>, text: string): Statement => {
		const known = cache.get(text);
		if (known !== undefined) return known;
		const made: Statement = connection.prepare<SqlValue[]>(text);
		cache.set(text, made);
		return cache === plucked ? made.pluck(true) : made;
	};
	const guarded = <Result>(work: () => Result): Result => {
		try {
			return work();
		} catch (error) {
			return rethrowAsStoreError(error);
		}
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
	// better-sqlite3 answers with whatever the statement yields: the caller's row type is a claim made next to its text.
	return {
		run: (text, params = []) => guarded(() => statement(prepared, text).run(...params).changes),
		get: <Row>(text: string, params: readonly SqlValue[] = []) =>
			guarded(() => statement(prepared, text).get(...params) as Row | undefined),
		all: <Row>(text: string, params: readonly SqlValue[] = []) => guarded(() => statement(prepared, text).all(...params) as Row[]),
		column: <Value extends SqlValue>(text: string, params: readonly SqlValue[] = []) =>
			guarded(() => statement(plucked, text).all(...params) as Value[]),
		script: (text) => {
			guarded(() => connection.exec(text));
		},
		transaction,
		close: () => {
			connection.close();
		},
	};
}
