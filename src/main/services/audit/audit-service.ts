import type { AuditFilter, AuditFormat, ToldEntries } from '#shared/audit.ts';
import type { Language } from '#shared/languages.ts';
import type { Outcome } from '#shared/outcome.ts';
import type { AuditCheck, AuditDifference } from '#shared/plan.ts';

/** The audit log as hosts see it: read, checked, handed out; written only by what it tells, and by who accepts it as it is. */
export interface AuditService {
	/** Newest first, `from` of those that fit passed over. */
	entries(filter: AuditFilter, from: number, count: number): Outcome<ToldEntries>;
	/** The entries that fit as a text, oldest first. */
	export(filter: AuditFilter, format: AuditFormat, language: Language): Outcome<{ readonly name: string; readonly text: string }>;
	/** Whether everything is as it was written. Fails where that cannot be found out: `store-busy`. */
	verify(): Promise<Outcome<AuditCheck>>;
	/** What differs between the log and its head; changes are refused while something does. */
	difference(): Outcome<AuditDifference | null>;
	/** Goes on from where the log ends, and tells why in an entry; gives its number. */
	accept(reason: string): Outcome<number>;
}
