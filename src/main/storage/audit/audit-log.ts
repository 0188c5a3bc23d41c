import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { AuditActor, AuditDifference, AuditEntry } from '#shared/plan.ts';
import type { Sql } from '../sql.ts';
import { attempt } from '../store-failure.ts';
import { chainedHash, chainStart } from './audit-chain.ts';
import { entryOf, readEntries, readLastEntry } from './audit-entries.ts';
import { AuditHead } from './audit-head.ts';
import { canonicalJson } from './audit-chain.ts';

export type NewEntry = Omit<AuditEntry, 'seq' | 'hash'>;

/** Whose word it is that the log may go on from where it ends. */
export interface Acceptance {
	readonly at: string;
	readonly actor: AuditActor;
	readonly reason: string;
}

export interface AuditLog {
	/** Adds an entry and gives its number. For use inside the transaction of what it tells: both are stored, or neither. */
	append(entry: NewEntry): number;
	/** Entries in order, `from` of them passed over. */
	entries(from: number, count: number): { readonly total: number; readonly entries: readonly AuditEntry[] };
	/** What differs between the log and its head; `null` where they agree. Takes the write lock; not behind an entry of the same transaction. */
	difference(): AuditDifference | null;
	/** Goes on from where the log ends, and tells what differed; gives the entry's number. `audit-agrees` where nothing does. */
	accept(acceptance: Acceptance): Outcome<number>;
}

export const createAuditLog = (sql: Sql): AuditLog => {
	const head = new AuditHead(sql);
	const read = (after: number, count: number): readonly AuditEntry[] => readEntries(sql, after, count).map(entryOf);
	const append = (entry: NewEntry): number => {
		// Before the first entry: from then on a head that is not there is one that was taken away.
		if (readLastEntry(sql) === undefined) head.follow();
		const seq = insertEntry(sql, entry);
		sql.afterCommit(head.followEntry);
		return seq;
	};
	return {
		append,
		entries: (from, count) => ({ total: readLastEntry(sql)?.seq ?? 0, entries: read(from, count) }),
		difference: () => head.follow(),
		accept: ({ at, actor, reason }) =>
			attempt(() =>
				sql.transaction(() => {
					const differed = head.follow();
					if (differed === null) return failed('audit-agrees');
					const seq = insertEntry(sql, { at, actor, site: '', event: 'accepted', details: { reason, differed } });
					sql.afterCommit(head.accept);
					return done(seq);
				}),
			),
	};
};

const insertEntry = (sql: Sql, entry: NewEntry): number => {
	const last = readLastEntry(sql);
	const seq = (last?.seq ?? 0) + 1;
	const { at, actor, site, event } = entry;
	const details = canonicalJson(entry.details);
	sql.run('INSERT INTO audit (seq, at, account, user, host, site, event, details, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', [
		seq,
		at,
		actor.account,
		actor.user,
		actor.host,
		site,
		event,
		details,
		chainedHash(last?.hash ?? chainStart, { seq, ...entry }),
	]);
	return seq;
};
