import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { causeCodes } from '../causes.ts';
import type { ComparedCause, ComparedRows, HistoryEntry, Transition } from '../comparison.ts';
import type { ListReading } from '../lists.ts';
import type { Run, RunBreakdown, RunProgress, RunRow, RunRowDetail, SiteWideStarted, StartedOn, ValueCounts, FoundPerson } from '../run.ts';
import type { Unlock } from '../unlock.ts';
import {
	access,
	deskKey,
	filter,
	listId,
	mapping,
	outcome,
	rowId,
	runId,
	siteAddress,
	siteChoice,
	siteName,
	snapshotId,
	wayToSite,
} from './parts.ts';

const comparedCause = z.enum(['absent', ...causeCodes] satisfies ComparedCause[] as [ComparedCause, ...ComparedCause[]]);

const sort = z.object({
	by: z.enum(['row', 'email', 'name', 'organisation', 'cause', 'certainty']),
	descending: z.boolean(),
});

/** Which snapshot is meant. */
const snapshotWish = {
	/** Left out: the newest of the site that is complete for the desk. */
	snapshotId: snapshotId.optional(),
	/** Of this site, by its address; no other's is ever used. */
	siteUrl: siteAddress.optional(),
	/** As it is: rows then say what was missing. */
	allowIncomplete: z.boolean().optional(),
};

export const runsContract = {
	start: oc
		.input(
			z.object({
				listId,
				mapping,
				/** Left out only where `offline` says what to ask instead. */
				site: siteChoice.optional(),
				desk: deskKey.optional(),
				access: access.optional(),
				/** Against a snapshot: no network, no token. */
				offline: z.object(snapshotWish).optional(),
			}),
		)
		.output(outcome<{ readonly runId: string }>()),
	/** Reads a snapshot while its list is being read: a run that is begun next, against the same, need not wait for it. */
	prepare: oc.input(z.object({ ...snapshotWish, site: siteName.optional(), desk: deskKey.optional() })).output(outcome<null>()),
	/** A run without a list: over everybody of a snapshot with whom something may be wrong. `listName` is what it is called. */
	startSiteWide: oc
		.input(
			z.object({
				...snapshotWish,
				/** By its name here, or by the one its snapshots give it. */
				site: siteName.optional(),
				listName: z.string().trim().min(1).max(200),
				desk: deskKey.optional(),
				access: access.optional(),
			}),
		)
		.output(outcome<SiteWideStarted>()),
	/** The same list on several sites: a run each. What keeps one from being started keeps no other; then the list stays open. */
	startMany: oc
		.input(
			z.object({
				listId,
				mapping,
				sites: z.array(siteName).min(1).max(50).readonly(),
				desk: deskKey.optional(),
				access: access.optional(),
				/** Each against the newest snapshot of its site. */
				offline: z.object({ allowIncomplete: z.boolean().optional() }).optional(),
			}),
		)
		.output(outcome<readonly StartedOn[]>()),
	cancel: oc.input(z.object({ runId })).output(outcome<null>()),
	resume: oc.input(z.object({ runId, ...wayToSite })).output(outcome<null>()),
	/**
	 * Puts an address in the place of a row's that is none or mistyped, in a run that is over, and checks it there: at the site, or
	 * against the snapshot. Rows that repeat it go along. The original cells stay. Answers once it is checked.
	 */
	correctRow: oc.input(z.object({ runId, id: rowId, text: z.string().trim().min(1).max(2000), ...wayToSite })).output(outcome<null>()),
	/**
	 * Another run over the same rows, as they were corrected and left out, on the same service project: of the site as it is now,
	 * or, where the run was offline, of its newest snapshot.
	 */
	again: oc.input(z.object({ runId, ...wayToSite })).output(outcome<{ readonly runId: string }>()),
	/** What the list is called from now on. */
	rename: oc.input(z.object({ runId, name: z.string().trim().min(1).max(200) })).output(outcome<null>()),
	list: oc.output(outcome<readonly Run[]>()),
	get: oc.input(z.object({ runId })).output(outcome<Run>()),
	/** How its list was read; `null` where there was none, and of runs from before that was kept. */
	reading: oc.input(z.object({ runId })).output(outcome<ListReading | null>()),
	/** The state now, then what changes, until the run ends. */
	watch: oc.input(z.object({ runId })).output(eventIterator(z.custom<RunProgress>())),
	/** Ids of the rows that fit, in order: what a virtual table scrolls over. */
	rowIds: oc.input(z.object({ runId, filter, sort })).output(outcome<readonly number[]>()),
	rows: oc.input(z.object({ runId, ids: z.array(rowId).max(500) })).output(outcome<readonly RunRow[]>()),
	row: oc.input(z.object({ runId, id: rowId })).output(outcome<RunRowDetail>()),
	/** Rows by cause under the rest of the filter (its causes are ignored): the numbers on the chips. */
	summary: oc.input(z.object({ runId, filter })).output(outcome<Readonly<Record<string, number>>>()),
	/**
	 * Domains or organisations with their rows under the rest of the filter (what it says of `of` is ignored), most rows
	 * first, `count` of them. `text`: only those it stands in; case does not matter.
	 */
	values: oc
		.input(
			z.object({
				runId,
				of: z.enum(['domain', 'organisation']),
				filter,
				text: z.string().max(200),
				count: z.number().int().min(1).max(500),
			}),
		)
		.output(outcome<ValueCounts>()),
	/** The run at a glance: rows by certainty, and the domains whose people are blocked most. */
	breakdown: oc.input(z.object({ runId })).output(outcome<RunBreakdown>()),
	/** How many rows are not settled because nobody has said what the page Customer access shows. */
	awaitingAccess: oc.input(z.object({ runId })).output(outcome<number>()),
	/**
	 * What that page shows: kept for the site and the run, whose rows are judged again from what is known of them. Asks nothing of
	 * the site; a plan at work goes by it from its next row on.
	 */
	declareAccess: oc.input(z.object({ runId, access })).output(outcome<{ readonly judgedAgain: number }>()),
	/** Single decisions, and pairs, by the rows they would unlock; most first, at most 500. */
	unlock: oc.input(z.object({ runId })).output(outcome<readonly Unlock[]>()),
	/** Who went from what to what between two runs, joined by address; most first, also who stayed what they were. */
	compare: oc.input(z.object({ before: runId, after: runId })).output(outcome<readonly Transition[]>()),
	/** The people themselves, a page of them: who changed, or who went from one cause to another. */
	compared: oc
		.input(
			z.object({
				before: runId,
				after: runId,
				from: comparedCause.optional(),
				to: comparedCause.optional(),
				/** Without who is in one of the lists only. */
				inBoth: z.boolean().optional(),
				start: z.number().int().min(0).max(1_000_000),
				count: z.number().int().min(1).max(10_000),
			}),
		)
		.output(outcome<ComparedRows>()),
	/** What the runs so far said of an address, newest first. */
	history: oc
		.input(z.object({ email: z.string().trim().min(1).max(400), site: siteName.optional() }))
		.output(outcome<readonly HistoryEntry[]>()),
	/**
	 * People by a part of their address, each in the newest run that has them. Beginnings of addresses are looked for in every
	 * run, what lies inside them in the newest ones only, so that it is quick however much there is.
	 */
	find: oc
		.input(z.object({ text: z.string().trim().min(3).max(200), count: z.number().int().min(1).max(50) }))
		.output(outcome<readonly FoundPerson[]>()),
};
