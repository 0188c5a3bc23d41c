import { oc } from '@orpc/contract';
import { z } from 'zod';
import { auditFormats, type ToldEntries } from '../audit.ts';
import { languages } from '../languages.ts';
import type { AuditCheck, AuditDifference } from '../plan.ts';
import { stepIds } from '../remedies.ts';
import { outcome, planId } from './parts.ts';

const filter = z.object({
	site: z.string().min(1).max(300).optional(),
	plan: planId.optional(),
	person: z.string().trim().min(1).max(400).optional(),
	step: z.enum(stepIds).optional(),
	since: z.iso.datetime().optional(),
	until: z.iso.datetime().optional(),
});

export const auditContract = {
	/** Newest first; `from` passes over so many of the newest that fit. */
	entries: oc
		.input(z.object({ filter, from: z.number().int().min(0), count: z.number().int().min(1).max(500) }))
		.output(outcome<ToldEntries>()),
	verify: oc.output(outcome<AuditCheck>()),
	/** What differs between the log and its head. While something does, no site is changed (`audit-damaged`). */
	difference: oc.output(outcome<AuditDifference | null>()),
	/** Goes on from where the log ends, with an entry that says who accepted what, and why; gives its number. */
	accept: oc.input(z.object({ reason: z.string().trim().min(1).max(500) })).output(outcome<number>()),
	/** The entries that fit, oldest first, for a client to keep. */
	export: oc
		.input(z.object({ filter, format: z.enum(auditFormats), language: z.enum(languages) }))
		.output(outcome<{ readonly name: string; readonly text: string }>()),
};
