import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { migrate, refuseForeignFile, versionOf, versionToMigrate } from './migrate.ts';
import { type Sql, type SqlValue, StoreError } from './sql.ts';
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

/**
 * Opens the database at `path`, creating folder (0700) and file (0600) where missing, and brings its tables up to
 * date; a copy of an older one is kept first, and copies of still older ones go when that has worked. A call that has returned is on disk: WAL with `synchronous=FULL`.
 *
 * Fails with `store-unavailable` (no right to the folder, a Node too old: better-sqlite3 13 crashes the process on
 * Node 20, so the version is looked at before it is loaded), `store-damaged` (no database, another program's, or one
 * that fails its check), `store-newer` (written by a later Invite Doctor), `store-migration-failed`, `store-busy`, `store-full`.
 */
export const openDatabase = (path: string, options: DatabaseOptions = {}): Promise<Outcome<Sql>> =>
	openFile(path, { ...options, isReadOnly: false }, (sql) => {
		refuseForeignFile(sql);
		for (const setting of [...forWriting, ...forSpeed]) sql.script(setting);
		refuseDamagedFile(sql);
		const version = versionToMigrate(sql);
		if (version !== null) keepCopy(sql, version);
		migrate(sql);
		if (version !== null) forgetOlderCopies(sql.file, version);
	});

/**
 * A connection more to a database that this process has open, for a thread of its own. It is used for writing long runs of rows,
 * of which it needs little twice.
 */
export const openDatabaseAgain = (path: string): Promise<Outcome<Sql>> =>
	openFile(path, { isReadOnly: false }, (sql) => {
		for (const setting of [...forWriting, 'PRAGMA temp_store = MEMORY', 'PRAGMA cache_size = -16384']) sql.script(setting);
	});

export interface FileOptions extends DatabaseOptions {
	/** Nothing is created or written; a file that is not there fails with `store-unavailable`. */
	readonly isReadOnly: boolean;
}

/**
 * Opens any SQLite file and lets `prepare` look at it and set it up; where that throws, the file is let go again. Nothing in
 * the file's own schema is trusted with more than SQL: see `forReading`.
 */
export const openFile = async (path: string, options: FileOptions, prepare: (sql: Sql) => void): Promise<Outcome<Sql>> => {
	const loaded = await loadDriver(options);
	if (!loaded.ok) return loaded;
	let connection: Database.Database | null = null;
	try {
		if (!options.isReadOnly) makePrivate(path);
		connection = new loaded.value(path, {
			timeout: options.busyTimeoutMs ?? 5000,
			readonly: options.isReadOnly,
			fileMustExist: options.isReadOnly,
		});
		const sql = sqlOf(connection);
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

const forSpeed = ['PRAGMA temp_store = MEMORY', 'PRAGMA cache_size = -65536'];

/**
 * Made here rather than by SQLite: the file is private from its first moment, and its WAL takes over the mode. One that is
 * there is not opened for that: closing it again would take away the locks that other connections of this process hold.
 */
const makePrivate = (path: string): void => {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	try {
		closeSync(openSync(path, 'wx', 0o600));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		const found = statSync(path);
		if (found.isFile() && (found.mode & 0o077) !== 0) chmodSync(path, 0o600);
	}
};

const refuseDamagedFile = (sql: Sql): void => {
	if (statSync(sql.file).size > checkedOnOpenBytes) return;
	const refuse = (reason: string): never => {
		throw new StoreError({ code: 'store-damaged', details: { reason } });
	};
	if (sql.column('PRAGMA quick_check(1)')[0] !== 'ok') refuse('quick-check');
	if (sql.all('PRAGMA foreign_key_check').length > 0) refuse('foreign-keys');
};

/** One copy is the way back; those before it hold people's addresses for nothing. */
const forgetOlderCopies = (file: string, version: number): void => {
	const folder = dirname(file);
	const start = `${basename(file)}.version-`;
	for (const name of readdirSync(folder)) {
		const copied = name.startsWith(start) ? Number(name.slice(start.length)) : Number.NaN;
		if (!(copied < version)) continue;
		try {
			unlinkSync(join(folder, name));
		} catch {
			// One that cannot be removed stops nothing.
		}
	}
};

/** The database as it was at `version`, beside it: whatever a migration does, nothing is lost. */
const keepCopy = (sql: Sql, version: number): void => {
	const copy = `${sql.file}.version-${version}`;
	const unfinished = `${copy}.${process.pid}`;
	rmSync(unfinished, { force: true });
	makePrivate(unfinished);
	try {
		sql.run('VACUUM INTO ?', [unfinished]);
		// Otherwise another process was faster, with the copy too.
		if (versionOf(sql) === version) renameSync(unfinished, copy);
	} finally {
		rmSync(unfinished, { force: true });
	}
};

type Statement = Database.Statement<SqlValue[]>;

const sqlOf = (connection: Database.Database): Sql => {
	const prepared = new Map<string, Statement>();
	const plucked = new Map<string, Statement>();
	const uponCommit = new Set<() => void>();
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
		let result: Result;
		try {
			result = work();
			guarded(() => connection.exec('COMMIT'));
		} catch (error) {
			uponCommit.clear();
			// SQLite has rolled back by itself after some failures (a full disk).
			if (connection.inTransaction) connection.exec('ROLLBACK');
			throw error;
		}
		const due = [...uponCommit];
		uponCommit.clear();
		for (const follow of due) follow();
		return result;
	};
	// better-sqlite3 answers with whatever the statement yields: the caller's row type is a claim made next to its text.
	return {
		file: connection.name,
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
		afterCommit: (work) => {
			if (connection.inTransaction) uponCommit.add(work);
			else work();
		},
		close: () => void connection.close(),
	};
};
