import { setImmediate } from 'node:timers/promises';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { AcceptedDifference, AuditCheck, AuditDifference, AuditEntry, AuditProblem } from '#shared/plan.ts';
import { chainStart } from './audit-chain.ts';
import { type EntryRecord, entryOf, isAsWritten, readEntries } from './audit-entries.ts';
import { AuditHead } from './audit-head.ts';
import type { Sql } from '../sql.ts';
import { storeFailure } from '../store-failure.ts';
import { checkChanges } from './check-changes.ts';
import { checkPlans } from './check-plans.ts';
import { checkRows } from './check-rows.ts';
import { detailsOf, type RecordCheck } from './record-check.ts';
import { ToldDeletions } from './told-deletions.ts';

type Problem = AuditCheck['problems'][number];

const pageSize = 500;
const shownProblems = 100;

/**
 * Whether everything is as it was written: the chain of the entries, the log and its head, what the journal and the plans say
 * against what was told of them, and the database itself. Other work goes on between two pages of the log; only the end is
 * looked at under the write lock.
 */
export const verifyAudit = async (sql: Sql): Promise<Outcome<AuditCheck>> => {
	let walk = new LogWalk(sql);
	const problems: Problem[] = [];
	let difference: AuditDifference | null = null;
	const seeEnd = (): boolean => {
		while (walk.seeNext());
		if (!walk.isUpToDate()) return false;
		walk.end();
		difference = new AuditHead(sql).follow();
		return true;
	};
	try {
		for (; ; walk = new LogWalk(sql)) {
			while (walk.seeNext()) await setImmediate();
			if (sql.transaction(seeEnd)) break;
		}
		if (isDamaged(sql)) problems.push({ code: 'database-damaged', seq: null });
	} catch (error) {
		const failure = storeFailure(error);
		if (failure === null) throw error;
		if (failure.code !== 'store-damaged') return failed(failure.code, failure.details);
		problems.push({ code: 'database-damaged', seq: null });
	}
	const { seq, hash } = walk.head;
	return done({
		entries: seq,
		head: seq === 0 ? null : hash,
		problems: [...problems, ...walk.problems].slice(0, shownProblems),
		difference,
		accepted: walk.accepted,
	});
};

/** The log from its first entry to its last, page by page. */
class LogWalk {
	readonly problems: Problem[] = [];
	readonly accepted: AcceptedDifference[] = [];
	readonly #sql: Sql;
	readonly #checks: readonly RecordCheck[];
	readonly #deletions: ToldDeletions;
	#head = { seq: 0, hash: chainStart };

	constructor(sql: Sql) {
		this.#sql = sql;
		this.#deletions = new ToldDeletions(sql);
		this.#checks = [checkChanges(sql), checkPlans(sql), checkRows(sql)];
	}

	/** The last entry that was seen. */
	get head(): { readonly seq: number; readonly hash: string } {
		return this.#head;
	}

	/** False where there is nothing more. */
	seeNext(): boolean {
		const records = readEntries(this.#sql, this.#head.seq, pageSize);
		const entries = records.map(entryOf);
		for (const [index, record] of records.entries()) this.#follow(record, entries[index] ?? entryOf(record));
		const comparable = entries.filter((entry) => !this.#deletions.isAboutDeleted(entry));
		this.accepted.push(...entries.filter(({ event }) => event === 'accepted').map(acceptedBy));
		for (const check of this.#checks) {
			for (const seq of check.see(comparable)) this.#report('journal-differs', seq);
		}
		return records.length > 0;
	}

	/** False where a run was deleted since the first entry was seen: what was compared is not stored any more. */
	isUpToDate(): boolean {
		return new ToldDeletions(this.#sql).count === this.#deletions.count;
	}

	end(): void {
		for (const seq of this.#deletions.broken()) this.#report('entry-changed', seq);
		for (const check of this.#checks) {
			if (!check.hasLoggedEverything()) this.#report('journal-differs', null);
		}
	}

	#follow(record: EntryRecord, entry: AuditEntry): void {
		const isVouchedFor = this.#deletions.vouchFor(entry);
		if (record.seq !== this.#head.seq + 1) this.#report('entry-missing', this.#head.seq + 1);
		else if (!isVouchedFor && !isAsWritten(this.#head.hash, record)) this.#report('entry-changed', record.seq);
		this.#head = { seq: record.seq, hash: record.hash };
	}

	#report(code: AuditProblem, seq: number | null): void {
		this.problems.push({ code, seq });
	}
}

const acceptedBy = (entry: AuditEntry): AcceptedDifference => {
	const { reason } = detailsOf(entry);
	return { seq: entry.seq, at: entry.at, user: entry.actor.user, reason: typeof reason === 'string' ? reason : '' };
};

const isDamaged = (sql: Sql): boolean => sql.column<string>('PRAGMA quick_check(1)')[0] !== 'ok';
