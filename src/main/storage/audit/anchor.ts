import type { AuditProblem } from '#shared/plan.ts';
import { type AnchorRecord, createAnchor, readAnchor, writeAnchor } from './anchor-file.ts';
import { chainStart } from './audit-chain.ts';
import type { DatabaseImage, ImageState } from '../database-image.ts';

/** The audit log, as far as the anchor knows it. Read under the write lock. */
export interface ChainReader {
	/** False before the tables are made. */
	exists(): boolean;
	head(): { readonly seq: number; readonly hash: string };
	hashOf(seq: number): string | null;
}

/**
 * Keeps a record of the database outside of it, in line with it: after every transaction, before anybody is told that it
 * is stored. So the database can be ahead of the record by one transaction (the process died in between), never by two,
 * and never behind; everything else was done by somebody else, and is a problem. Once there is one, the record is left as
 * it is: it is what tells what should be there.
 *
 * All methods are called under the database's write lock.
 */
export class Anchor {
	readonly #path: string;
	readonly #image: DatabaseImage;
	readonly #chain: ChainReader;
	#problem: AuditProblem | null = null;

	constructor(path: string, image: DatabaseImage, chain: ChainReader) {
		this.#path = path;
		this.#image = image;
		this.#chain = chain;
	}

	/** What was found so far; nothing is anchored while there is something. */
	get problem(): AuditProblem | null {
		return this.#problem;
	}

	get logFrames(): number {
		return this.#image.state.log?.frames ?? 0;
	}

	/**
	 * Reads the files and compares; true where the database is what the record says. Makes the record where there has not been
	 * one so far: a database that never told anything.
	 */
	open(): boolean {
		this.#image.load();
		if (readAnchor(this.#path).state === 'missing' && this.#head().seq === 0) {
			createAnchor(this.#path, { generation: 1, ...this.#current() });
			return false;
		}
		this.#settle();
		return this.#problem === null;
	}

	/** Sees to it that everything committed so far is anchored, by whichever process it was committed. */
	align(): void {
		if (this.#problem !== null) return;
		if (!this.#image.follow()) this.#image.load();
		this.#settle();
	}

	/** Anchors the transaction that was just committed. Where it began a new log, it did so after everything had been followed. */
	record(): void {
		if (this.#problem !== null) return;
		this.#image.follow();
		this.#settle();
	}

	/** Notes that the main file says everything: the log is not needed any more. */
	seal(): void {
		if (this.#problem !== null) return;
		const read = readAnchor(this.#path);
		if (read.state === 'read') writeAnchor(this.#path, { ...read.record, generation: read.record.generation + 1, log: null });
	}

	/** Reads the files again, whatever is known of them; empty where the database is what the anchor says. */
	check(): readonly AuditProblem[] {
		this.#image.load();
		const { problems } = this.#compare();
		const known = this.#problem;
		this.#problem ??= problems[0] ?? null;
		return known === null || problems.includes(known) ? problems : [known, ...problems];
	}

	#settle(): void {
		let found = this.#compare();
		if (found.problems.length > 0) {
			// Never on the strength of what was kept in memory alone.
			this.#image.load();
			found = this.#compare();
		}
		this.#problem = found.problems[0] ?? null;
		if (found.behind !== null) writeAnchor(this.#path, { generation: found.behind.generation + 1, ...this.#current() });
	}

	#compare(): { readonly problems: readonly AuditProblem[]; readonly behind: AnchorRecord | null } {
		const read = readAnchor(this.#path);
		if (read.state !== 'read') return { problems: [read.state === 'missing' ? 'anchor-missing' : 'anchor-damaged'], behind: null };
		if (!this.#image.isInPlace()) return { problems: ['database-changed'], behind: null };
		const { record } = read;
		const state = this.#image.state;
		const chained = this.#isChainedTo(record);
		if (chained && record.image === state.now) return { problems: [], behind: null };
		if (chained && record.image === state.before) return { problems: [], behind: record };
		return { problems: this.#explain(record, state, chained), behind: null };
	}

	/** The likeliest of what can have happened: what counts is that something did. */
	#explain(record: AnchorRecord, { log }: ImageState, chained: boolean): readonly AuditProblem[] {
		const { seq } = this.#head();
		if (seq > record.seq || (seq === record.seq && !chained)) return ['anchor-differs'];
		const isCutOff = record.log !== null && (log?.salts !== record.log.salts || log.frames < record.log.frames);
		if (isCutOff) return ['log-cut-off'];
		return [seq < record.seq ? 'anchor-differs' : 'database-changed'];
	}

	#isChainedTo({ seq, hash }: AnchorRecord): boolean {
		return hash === (seq === 0 ? chainStart : this.#chain.exists() ? this.#chain.hashOf(seq) : null);
	}

	#head(): { readonly seq: number; readonly hash: string } {
		return this.#chain.exists() ? this.#chain.head() : { seq: 0, hash: chainStart };
	}

	#current(): Omit<AnchorRecord, 'generation'> {
		const { seq, hash } = this.#head();
		const { now, log } = this.#image.state;
		return { seq, hash, image: now, log };
	}
}
