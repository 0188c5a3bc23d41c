import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { digestPage, PageImage } from './page-image.ts';
import { readCommits, readWalHeader, type WalPosition } from './wal-file.ts';

/** Where the log stood: which one it is, and how many frames of it count. */
export interface LogPosition {
	readonly salts: string;
	readonly frames: number;
}

export interface ImageState {
	/** What the database says now: the main file under the log. */
	readonly now: string;
	/** What it said before the last transaction that the log holds; `null` where it holds none. */
	readonly before: string | null;
	readonly log: LogPosition | null;
}

const bytesPerRead = 1024 * 1024;

/**
 * Reads what the database says from its two files, page by page, behind SQLite's back: the main file, and over it the
 * transactions of the log. Moving pages from the log into the main file (a checkpoint) changes nothing of it, whoever does
 * it and however far it got. To be used while nobody can write: under the write lock.
 */
export class DatabaseImage {
	readonly #path: string;
	readonly #main: number;
	readonly #pageSize: number;
	readonly #committedFrames: () => number;
	/** The same file that SQLite writes to, even where it has no name any more. */
	#logFile: number | null = null;
	#image = new PageImage();
	#before: string | null = null;
	#log: { readonly salts: string; readonly at: WalPosition } | null = null;

	/**
	 * `main` is an open descriptor of the main file at `path`. It must stay open for as long as SQLite has the file open:
	 * closing any descriptor of a file takes away all locks that the process holds on it. The log is never locked.
	 * `committedFrames`: how many frames of the log SQLite counts. A process that dies while it commits can leave a whole
	 * transaction behind them, which the living then write over.
	 */
	constructor(path: string, main: number, pageSize: number, committedFrames: () => number) {
		this.#path = path;
		this.#main = main;
		this.#pageSize = pageSize;
		this.#committedFrames = committedFrames;
	}

	get state(): ImageState {
		const log = this.#log === null ? null : { salts: this.#log.salts, frames: this.#log.at.frames };
		return { now: this.#image.digest, before: this.#before, log };
	}

	/** False where a file was removed or replaced while it is open: what is written now goes into one that nobody finds again. */
	isInPlace(): boolean {
		return isNameOf(this.#path, this.#main) && (this.#logFile === null || isNameOf(logOf(this.#path), this.#logFile));
	}

	/** Lets the log go; the main file belongs to whoever opened it. */
	close(): void {
		if (this.#logFile !== null) closeSync(this.#logFile);
		this.#logFile = null;
	}

	/** Reads everything again: 100 MB take about 200 ms. */
	load(): void {
		this.#logFile ??= openIfThere(logOf(this.#path));
		this.#image = new PageImage();
		this.#before = null;
		this.#log = null;
		this.#readMain();
		this.#readLog();
	}

	/**
	 * Reads what was committed since. False where the log was begun anew, so that something may have been missed: then
	 * everything has to be read again.
	 */
	follow(): boolean {
		const known = this.#log?.salts;
		this.#readLog();
		return known === this.#log?.salts;
	}

	#readMain(): void {
		const size = this.#pageSize;
		const buffer = Buffer.allocUnsafe(Math.max(size, bytesPerRead));
		for (let page = 1; ; ) {
			const read = readSync(this.#main, buffer, 0, buffer.length, (page - 1) * size);
			for (let offset = 0; offset < read; offset += size, page += 1) {
				this.#image.put(page, digestPage(page, buffer.subarray(offset, Math.min(offset + size, read))));
			}
			if (read < buffer.length) return;
		}
	}

	#readLog(): void {
		const header = this.#logFile === null ? null : readWalHeader(this.#logFile);
		if (this.#logFile === null || header === null) return;
		const from = header.salts === this.#log?.salts ? this.#log.at : header.start;
		this.#log = { salts: header.salts, at: from };
		for (const { pages, databasePages, end } of readCommits(this.#logFile, header, from, this.#committedFrames(), digestPage)) {
			this.#before = this.#image.digest;
			for (const [page, digest] of pages) this.#image.put(page, digest);
			this.#image.shorten(databasePages);
			this.#log = { salts: header.salts, at: end };
		}
	}
}

const logOf = (path: string): string => `${path}-wal`;

const openIfThere = (path: string): number | null => {
	try {
		return openSync(path, 'r');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
};

const isNameOf = (path: string, fd: number): boolean => {
	const named = statSync(path, { bigint: true, throwIfNoEntry: false });
	const file = fstatSync(fd, { bigint: true });
	return named?.ino === file.ino && named.dev === file.dev;
};
