import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { AuditCheck, AuditEntry } from '../plan.ts';
import { outcome } from './parts.ts';

export const auditContract = {
	/** Newest first; `from` passes over so many of the newest. */
	entries: oc
		.input(z.object({ from: z.number().int().min(0), count: z.number().int().min(1).max(500) }))
		.output(outcome<{ readonly total: number; readonly entries: readonly AuditEntry[] }>()),
	verify: oc.output(outcome<AuditCheck>()),
	/** The whole log as JSON lines, for a client to keep. */
	export: oc.output(outcome<{ readonly name: string; readonly text: string }>()),
};
