import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AuditDifference } from '#shared/plan.ts';
import { type Sql, StoreError } from '../sql.ts';
import { guarded } from '../store-failure.ts';
import { chainStart } from './audit-chain.ts';
import { isAsWritten, readEntries, readEntry, readLastEntry } from './audit-entries.ts';

/** The last entry of the audit log, as it is kept outside the database; number 0 where there is none. */
export interface Head {
	readonly seq: number;
	/** When it was written; empty where that is not known. */
	readonly at: string;
	readonly hash: string;
}

/** Every head takes as many bytes, fewer than a sector: written over the old one, it is there whole or not at all. */
const headBytes = 256;
const entriesPerPage = 500;

/**
 * Keeps the head of the audit log in a file beside the database, so that a log that was cut off, put back or replaced is told
 * from one that went on. It is written after the transaction that it is about, never before: a process that dies in between
 * leaves a log that goes on from its head, and whoever looks next moves the head. A log that does not go on from its head
 * is another one, or less of it: then the head is left as it is until somebody accepts the log.
 *
 * Nobody waits until the head is on disk: a power failure may put back one that was true before, which is no alarm either.
 */
export class AuditHead {
	readonly #sql: Sql;
	readonly #path: string;
	/** Where older versions kept it. */
	readonly #anchorPath: string;

	constructor(sql: Sql) {
		this.#sql = sql;
		this.#path = join(dirname(sql.file), 'audit-head.json');
		this.#anchorPath = join(dirname(sql.file), 'audit.anchor');
	}

	/** What differs between the log and its head; `null` where the log goes on from it: then the head is moved to its end. */
	follow(): AuditDifference | null {
		return this.#sql.transaction(() => guarded(() => this.#follow()));
	}

	/** To be called when an entry is on disk. */
	readonly followEntry = (): void => {
		try {
			this.follow();
		} catch (error) {
			// The entry is stored all the same, and the head is moved with the next one, or by who is writing now.
			if (!(error instanceof StoreError)) throw error;
		}
	};

	/** From now on the log goes on from its present end. */
	readonly accept = (): void => {
		this.#sql.transaction(() => guarded(() => this.#create(this.#logEnd())));
	};

	#follow(): AuditDifference | null {
		const end = this.#logEnd();
		const log = { logSeq: end.seq, logAt: end.at };
		const kept = readHead(this.#path);
		const head = kept ?? readAnchor(this.#anchorPath) ?? (end.seq === 0 ? end : 'missing');
		if (head === 'missing' || head === 'unreadable') return { problem: `head-${head}`, ...log };
		const both = { ...log, headSeq: head.seq, headAt: head.at };
		if (head.seq > end.seq) return { problem: 'log-shorter', ...both };
		if (head.hash !== (head.seq === 0 ? chainStart : readEntry(this.#sql, head.seq)?.hash)) return { problem: 'log-other', ...both };
		const brokenSeq = this.#firstBroken(head);
		if (brokenSeq !== null) return { problem: 'chain-broken', ...both, brokenSeq };
		if (kept === null) this.#create(end);
		else if (end.seq > head.seq) this.#overwrite(end);
		return null;
	}

	#logEnd(): Head {
		return readLastEntry(this.#sql) ?? { seq: 0, at: '', hash: chainStart };
	}

	/** The number of the first entry behind the head that does not follow from the one before it. */
	#firstBroken(head: Head): number | null {
		let last = { seq: head.seq, hash: head.hash };
		for (;;) {
			const page = readEntries(this.#sql, last.seq, entriesPerPage);
			for (const record of page) {
				if (record.seq !== last.seq + 1 || !isAsWritten(last.hash, record)) return record.seq;
				last = record;
			}
			if (page.length < entriesPerPage) return null;
		}
	}

	/** Whole or not at all, and on disk, so that no power failure leaves less than a head. The anchor has had its day then. */
	#create(head: Head): void {
		const temporary = `${this.#path}.new`;
		const fd = openSync(temporary, 'w', 0o600);
		try {
			writeSync(fd, textOf(head));
			fsyncSync(fd);
		} finally {
			closeSync(fd);
		}
		renameSync(temporary, this.#path);
		syncFolder(dirname(this.#path));
		rmSync(this.#anchorPath, { force: true });
	}

	#overwrite(head: Head): void {
		// Somebody has formatted it.
		if (statSync(this.#path).size !== headBytes) return this.#create(head);
		const fd = openSync(this.#path, 'r+');
		try {
			writeSync(fd, textOf(head), 0);
		} finally {
			closeSync(fd);
		}
	}
}

const textOf = ({ seq, at, hash }: Head): string => `${JSON.stringify({ seq, at, hash }).padEnd(headBytes - 1)}\n`;

const readHead = (path: string): Head | 'unreadable' | null => {
	const text = readText(path);
	if (text === null) return null;
	try {
		const { seq, at, hash } = JSON.parse(text) as { readonly [key in keyof Head]?: unknown };
		const isHead = typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0 && typeof at === 'string' && typeof hash === 'string';
		return isHead ? { seq, at, hash } : 'unreadable';
	} catch {
		return 'unreadable';
	}
};

const anchorPlaceBytes = 4096;
const checksumDigits = 64;

/**
 * The head that an older version kept, with a digest of the whole database that nobody needs any more: two places written
 * in turn, each a line of JSON with its checksum. The newest that is whole counts.
 */
const readAnchor = (path: string): Head | 'unreadable' | null => {
	const text = readText(path);
	if (text === null) return null;
	const places = [0, anchorPlaceBytes].flatMap((start) => {
		const json = text.slice(start, start + anchorPlaceBytes - checksumDigits - 2);
		const checksum = createHash('sha256').update(json, 'latin1').digest('hex');
		return text.startsWith(` ${checksum}\n`, start + json.length) ? [JSON.parse(json) as Head & { readonly generation: number }] : [];
	});
	const [newest] = places.toSorted((a, b) => b.generation - a.generation);
	return newest === undefined ? 'unreadable' : { seq: newest.seq, at: '', hash: newest.hash };
};

const readText = (path: string): string | null => {
	try {
		return readFileSync(path, 'latin1');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
};

/** A rename is on disk once its folder is. Windows keeps no such promise and cannot open folders. */
const syncFolder = (path: string): void => {
	if (process.platform === 'win32') return;
	const fd = openSync(path, 'r');
	try {
		fsyncSync(fd);
	} finally {
		closeSync(fd);
	}
};
