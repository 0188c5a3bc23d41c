import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { languages } from '../languages.ts';
import { ownerAudiences } from '../owner-messages.ts';
import {
	type OwnerMessage,
	type Plan,
	type PlanProgress,
	type PlanRow,
	type PlanRowDetail,
	type Rehearsed,
	type RowOutcome,
	rowOutcomes,
	type Stranded,
	type WorkNote,
} from '../plan.ts';
import type { PlanResult } from '../row-results.ts';
import { type RowResult, rowResults } from '../row-results.ts';
import { type RemedyId, remedyIds } from '../remedies.ts';
import { access, filter, outcome, planId, rowId, runId, wayToSite } from './parts.ts';

/** What somebody has just done on a page: the settings as they are now, or one domain more in one of the two lists. */
const declared = z.union([
	access,
	z.object({ approve: z.string().trim().min(1).max(253) }),
	z.object({ allow: z.string().trim().min(1).max(253) }),
]);

const mailAddress = z.string().max(2000);
const mailSubject = z.string().max(2000);
/** A message to administrators names everybody it is about. */
const mailBody = z.string().max(64_000_000);

const planRowFilter = z.object({
	planId,
	outcomes: z
		.array(z.enum(rowOutcomes as unknown as [RowOutcome, ...RowOutcome[]]))
		.max(10)
		.optional(),
	remedies: z
		.array(z.enum(remedyIds as [RemedyId, ...RemedyId[]]))
		.max(50)
		.optional(),
	/** What they came to. */
	results: z
		.array(z.enum(rowResults as unknown as [RowResult, ...RowResult[]]))
		.max(10)
		.optional(),
	/** Only rows whose billed roles came back. */
	billed: z.boolean().optional(),
	/** Only refused rows that a retry may help. */
	retryable: z.boolean().optional(),
});

const choices = z.object({
	managedElsewhere: z.enum(['ask-owning-organisation', 'replace-with-portal-account']),
	organisations: z.boolean(),
	/** With an invitation e-mail; left out: without. */
	invite: z.boolean().optional(),
	/** Remedies that are left out. */
	without: z
		.array(z.enum(remedyIds as [RemedyId, ...RemedyId[]]))
		.max(50)
		.readonly()
		.optional(),
});

export const plansContract = {
	/**
	 * Of the rows named, or else of those that fit the filter. Nothing is sent. Fails with `plan-empty` where no row has a
	 * remedy. `account`: who makes it, where the site is not stored here.
	 */
	create: oc
		.input(
			z.object({
				runId,
				ids: z.array(rowId).max(1_000_000).optional(),
				filter: filter.optional(),
				choices,
				account: z.string().trim().min(1).max(254).optional(),
			}),
		)
		.output(outcome<{ readonly planId: string }>()),
	list: oc.input(z.object({ runId: runId.nullable() })).output(outcome<readonly Plan[]>()),
	get: oc.input(z.object({ planId })).output(outcome<Plan>()),
	/** What it has come to so far, counted; and which remedies it is made of. */
	result: oc.input(z.object({ planId })).output(outcome<PlanResult>()),
	rows: oc
		.input(planRowFilter.extend({ from: z.number().int().min(0).max(1_000_000), count: z.number().int().min(1).max(10_000) }))
		.output(outcome<{ readonly total: number; readonly rows: readonly PlanRow[] }>()),
	/** Ids of the rows that fit, in list order: what a next plan may be made for. */
	rowIds: oc.input(planRowFilter).output(outcome<readonly number[]>()),
	row: oc.input(z.object({ planId, id: rowId })).output(outcome<PlanRowDetail>()),
	/**
	 * Begins, or goes on where it stood. `first`: at most so many rows, then it pauses. `confirm` is what was typed and
	 * `people` the digest of the set it was typed for, where the plan asks for it.
	 */
	start: oc
		.input(
			z.object({
				planId,
				first: z.number().int().min(1).max(1_000_000).optional(),
				retryFailed: z.boolean().optional(),
				confirm: z.string().max(200).optional(),
				people: z.string().max(128).optional(),
				...wayToSite,
			}),
		)
		.output(outcome<null>()),
	/** Looks at every row that would be changed, as just before its change, and says which are not what was diagnosed. Changes nothing. */
	rehearse: oc.input(z.object({ planId, ...wayToSite })).output(outcome<readonly Rehearsed[]>()),
	/** No new change starts; what is under way is waited for. */
	pause: oc.input(z.object({ planId })).output(outcome<null>()),
	cancel: oc.input(z.object({ planId })).output(outcome<null>()),
	watch: oc.input(z.object({ planId })).output(eventIterator(z.custom<PlanProgress>())),
	/**
	 * Asks again about these rows and says what the product sees now: after "done" in the guided work. What was `declared`
	 * counts for the site and for this run from now on.
	 */
	recheck: oc
		.input(z.object({ planId, ids: z.array(rowId).min(1).max(100), declared: declared.optional() }))
		.output(outcome<readonly PlanRow[]>()),
	/** Says of rows that a person works on that it comes later, or cannot be done and why; `null` takes that back. */
	note: oc
		.input(
			z.object({
				planId,
				ids: z.array(rowId).min(1).max(1_000_000),
				note: z
					.union([
						z.object({ kind: z.literal('later') }),
						z.object({ kind: z.literal('cannot'), reason: z.string().trim().min(1).max(500) }),
					])
					.nullable(),
			}),
		)
		.output(outcome<{ readonly rowCount: number; readonly note: WorkNote | null }>()),
	stranded: oc.output(outcome<readonly Stranded[]>()),
	/**
	 * What to write about accounts of this plan that other organisations manage, one message a domain: to the people or to
	 * those organisations' administrators. `organisation`: who asks, where that is known better than by the site's name.
	 */
	messages: oc
		.input(
			z.object({
				planId,
				to: z.enum(ownerAudiences),
				language: z.enum(languages),
				organisation: z.string().trim().min(1).max(400).optional(),
			}),
		)
		.output(outcome<readonly OwnerMessage[]>()),
	/** Says that the message about a domain was sent to these, or that it was not. */
	setMessageSent: oc
		.input(z.object({ planId, domain: z.string().min(1).max(320), to: z.enum(ownerAudiences), isSent: z.boolean() }))
		.output(outcome<null>()),
	/** A message as it stands in the window, as a file that a mail program opens as a draft (.eml). */
	mail: oc
		.input(z.object({ from: mailAddress.nullable(), bcc: z.array(mailAddress).max(1_000_000), subject: mailSubject, body: mailBody }))
		.output(outcome<string>()),
	/** Messages as CSV: a line a person, or to administrators one a message. */
	mailTable: oc
		.input(
			z.object({
				to: z.enum(ownerAudiences),
				titles: z.array(z.string().max(100)).max(10).readonly(),
				messages: z
					.array(
						z.object({
							domain: z.string().max(320),
							addresses: z.array(mailAddress).max(1_000_000).readonly(),
							subject: mailSubject,
							body: mailBody,
						}),
					)
					.max(1_000_000)
					.readonly(),
			}),
		)
		.output(outcome<string>()),
	/** Failed rows with all original columns, line, cause and the site's own words, as CSV. */
	failedRows: oc.input(z.object({ planId })).output(outcome<{ readonly name: string; readonly text: string }>()),
};
