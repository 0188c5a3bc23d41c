import type { Outcome } from '#shared/outcome.ts';
import type { AuditCheck, AuditEntry } from '#shared/plan.ts';

/** The audit log as hosts see it: read, checked, handed out; written only by what it tells. */
export interface AuditService {
	/** Entries in order, `from` of them passed over. */
	entries(from: number, count: number): { readonly total: number; readonly entries: readonly AuditEntry[] };
	/** Every entry as a line of JSON. */
	lines(): Iterable<string>;
	/** Whether everything is as it was written. Fails where that cannot be found out: `store-busy`. */
	verify(): Promise<Outcome<AuditCheck>>;
}
