import type { AuditEntry } from '#shared/plan.ts';
import type { Json } from '#shared/verdict.ts';

/**
 * Compares what the log tells with what is stored of it, both ways: entries are seen in order, each from the first to the
 * last; after the last one it is asked whether anything is stored that was never told.
 */
export interface RecordCheck {
	/** Entries of the log whose telling is not what is stored. */
	see(entries: readonly AuditEntry[]): readonly number[];
	/** True where all that is stored was told. To be called under the write lock. */
	hasLoggedEverything(): boolean;
}

export type Details = { readonly [key: string]: Json };

/** What an entry holds; nothing where it is no object. */
export const detailsOf = ({ details }: AuditEntry): Details =>
	details !== null && typeof details === 'object' && !Array.isArray(details) ? (details as Details) : {};

/** The id of the plan an entry is about. */
export const planIdOf = (entry: AuditEntry): string => {
	const { plan } = detailsOf(entry);
	return typeof plan === 'string' ? plan : '';
};
