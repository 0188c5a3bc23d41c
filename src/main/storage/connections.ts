import { closeSync } from 'node:fs';
import type { DatabaseFiles } from './anchored-sql.ts';
import { DatabaseImage } from './database-image.ts';
import { storeFailure } from './store-failure.ts';

/** What is asked of the driver's connections here. */
interface DriverConnection {
	readonly open: boolean;
	pragma(text: string, options?: { readonly simple?: boolean }): unknown;
	exec(text: string): unknown;
	close(): unknown;
}

/**
 * The database's connections. One writes. One moves the log into the main file while the other one holds the write lock,
 * which a connection cannot do for itself. Where others have the database open, a third one is closed last that may only
 * read: SQLite's last connection moves the log into the main file when it is closed, also what another process stored and
 * did not live to anchor.
 */
export class Connections<Connection extends DriverConnection> implements DatabaseFiles {
	readonly #connect: (readonly: boolean) => Connection;
	#main: number | null = null;
	#writer: Connection | null = null;
	#mover: Connection | null = null;
	#image: DatabaseImage | null = null;
	#isAlone = false;

	constructor(connect: (readonly: boolean) => Connection) {
		this.#connect = connect;
	}

	/** `main` is an open descriptor of the main file; see `DatabaseImage`. */
	open(main: number): void {
		this.#main = main;
		this.#writer = this.#connect(false);
	}

	get writer(): Connection {
		if (this.#writer === null) throw new Error('the database is not open');
		return this.#writer;
	}

	readImage(path: string): DatabaseImage {
		if (this.#main === null) throw new Error('the database is not open');
		const mover = this.#connect(false);
		this.#mover = mover;
		const pageSize = Number(mover.pragma('page_size', { simple: true }));
		this.#image = new DatabaseImage(path, this.#main, pageSize, () => this.#askLog('NOOP').log);
		return this.#image;
	}

	isOpen(): boolean {
		return this.#writer?.open === true;
	}

	checkpoint(): boolean {
		const { log, checkpointed } = this.#askLog(this.#isAlone ? 'TRUNCATE' : 'PASSIVE');
		return log === checkpointed;
	}

	claim(): boolean {
		this.#mover?.close();
		this.#mover = null;
		this.writer.pragma('busy_timeout = 50');
		this.writer.pragma('locking_mode = EXCLUSIVE');
		try {
			// In this mode the lock outlives the transaction.
			this.writer.exec('BEGIN IMMEDIATE; COMMIT');
			this.#isAlone = true;
		} catch (error) {
			if (storeFailure(error)?.code !== 'store-busy') throw error;
			this.writer.pragma('locking_mode = NORMAL');
			this.#mover = this.#connect(false);
		}
		return this.#isAlone;
	}

	/** The main file last: closing it takes away the locks that SQLite holds on it. */
	close(): void {
		const last = this.#isAlone || this.#writer === null ? null : this.#openReader();
		this.#image?.close();
		this.#mover?.close();
		this.#writer?.close();
		last?.close();
		if (this.#main !== null) closeSync(this.#main);
		this.#main = null;
	}

	#askLog(mode: 'NOOP' | 'PASSIVE' | 'TRUNCATE'): { readonly log: number; readonly checkpointed: number } {
		const [answer] = (this.#mover ?? this.writer).pragma(`wal_checkpoint(${mode})`) as { log: number; checkpointed: number }[];
		if (answer === undefined) throw new Error('wal_checkpoint gave no row');
		return answer;
	}

	/** `null` where there is nothing that could be read. */
	#openReader(): Connection | null {
		let reader: Connection | null = null;
		try {
			reader = this.#connect(true);
			// Only from its first read on SQLite counts it.
			reader.pragma('schema_version');
			return reader;
		} catch (error) {
			reader?.close();
			if (storeFailure(error) === null) throw error;
			return null;
		}
	}
}
