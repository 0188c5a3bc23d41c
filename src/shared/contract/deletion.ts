import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Deletable, Deleted, DeletionCounts } from '../deletion.ts';
import { clientName, outcome, runId, siteName, snapshotId } from './parts.ts';

const deletable = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('run'), runId }),
	z.object({ kind: z.literal('snapshot'), snapshotId }),
	z.object({ kind: z.literal('site'), name: siteName, withRuns: z.boolean() }),
	z.object({ kind: z.literal('client'), client: clientName }),
]) satisfies z.ZodType<Deletable>;

export const deletionContract = {
	/** What would go with it. Nothing is deleted. */
	preview: oc.input(z.object({ of: deletable })).output(outcome<DeletionCounts>()),
	/**
	 * Afterwards nothing of it is in the data folder; the audit log keeps what was done, and names nobody. Fails as busy, before
	 * anything is gone, where somebody works on a part of it.
	 */
	carryOut: oc.input(z.object({ of: deletable })).output(outcome<Deleted>()),
};
