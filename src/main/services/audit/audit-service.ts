import type { AuditLog } from '../../storage/audit/audit-log.ts';
import type { Outcome } from '#shared/outcome.ts';
import type { AuditCheck, AuditDifference, AuditEntry } from '#shared/plan.ts';

/** The audit log as hosts see it: read, checked, handed out; written only by what it tells, and by who accepts it as it is. */
export interface AuditService {
	/** Newest first, `from` of them passed over. */
	entries(from: number, count: number): { readonly total: number; readonly entries: readonly AuditEntry[] };
	/** Every entry as a line of JSON. */
	lines(): Iterable<string>;
	/** Whether everything is as it was written. Fails where that cannot be found out: `store-busy`. */
	verify(): Promise<Outcome<AuditCheck>>;
	/** What differs between the log and its head; changes are refused while something does. */
	difference(): Outcome<AuditDifference | null>;
	/** Goes on from where the log ends, and tells why in an entry; gives its number. */
	accept(reason: string): Outcome<number>;
}

/** Newest first; `from` counts from the newest. */
export const newestEntries = (log: Pick<AuditLog, 'entries'>, from: number, count: number): ReturnType<AuditService['entries']> => {
	const { total } = log.entries(0, 0);
	const end = Math.max(0, total - from);
	const start = Math.max(0, end - count);
	return { total, entries: log.entries(start, end - start).entries.toReversed() };
};
