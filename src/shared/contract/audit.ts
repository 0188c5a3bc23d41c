import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { AuditCheck, AuditDifference, AuditEntry } from '../plan.ts';
import { outcome } from './parts.ts';

export const auditContract = {
	/** Newest first; `from` passes over so many of the newest. */
	entries: oc
		.input(z.object({ from: z.number().int().min(0), count: z.number().int().min(1).max(500) }))
		.output(outcome<{ readonly total: number; readonly entries: readonly AuditEntry[] }>()),
	verify: oc.output(outcome<AuditCheck>()),
	/** What differs between the log and its head. While something does, no site is changed (`audit-damaged`). */
	difference: oc.output(outcome<AuditDifference | null>()),
	/** Goes on from where the log ends, with an entry that says who accepted what, and why; gives its number. */
	accept: oc.input(z.object({ reason: z.string().trim().min(1).max(500) })).output(outcome<number>()),
	/** The whole log as JSON lines, for a client to keep. */
	export: oc.output(outcome<{ readonly name: string; readonly text: string }>()),
};
