import type { CauseCode } from './causes.ts';
import type { AuditEntry } from './plan.ts';
import type { StepId } from './remedies.ts';

/** Which entries of the audit log are meant. What is left out lets everything through. */
export interface AuditFilter {
	/** The address of a site. */
	readonly site?: string | undefined;
	readonly plan?: string | undefined;
	/** Stands anywhere in an address that an entry names; case does not matter. */
	readonly person?: string | undefined;
	readonly step?: StepId | undefined;
	/** ISO 8601, UTC: from then on. */
	readonly since?: string | undefined;
	/** ISO 8601, UTC: before then. */
	readonly until?: string | undefined;
}

/** An entry with what the rest of the data folder knows of what it is about; `null` where that is not stored (any more). */
export interface ToldEntry extends AuditEntry {
	readonly about: {
		/** The service project of the plan. */
		readonly desk: string | null;
		/** What the person was before the change. */
		readonly before: CauseCode | null;
	};
}

export interface ToldEntries {
	/** Of those that fit. */
	readonly total: number;
	/** Newest first. */
	readonly entries: readonly ToldEntry[];
	/** Addresses of all sites that the log is about. */
	readonly sites: readonly string[];
}

/** `jsonl` is the log as it was written, entry by entry, for somebody who wants to verify it; `csv` is for reading. */
export const auditFormats = ['csv', 'jsonl'] as const;
export type AuditFormat = (typeof auditFormats)[number];
