import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { type CauseCode, type Certainty, causeCodes } from './causes.ts';
import type { ComparedCause, ComparedRows, HistoryEntry, Transition } from './comparison.ts';
import { type KnownAccess, userManagements } from './customer-access.ts';
import type { ListPreview } from './lists.ts';
import type { Outcome } from './outcome.ts';
import {
	type AuditCheck,
	type AuditEntry,
	type OwnerMessage,
	type Plan,
	type PlanProgress,
	type PlanRow,
	type PlanRowDetail,
	type RowOutcome,
	rowOutcomes,
	type Stranded,
} from './plan.ts';
import type { ProbeAnswer } from './probes.ts';
import type { SiteOverview } from './site-overview.ts';
import { type RemedyId, remedyIds } from './remedies.ts';
import type { Unlock } from './unlock.ts';
import type { Run, RunProgress, RunRow, RunRowDetail, SiteCheck, SiteInfo, StartedOn } from './run.ts';

/**
 * The one contract between the Node side and any window. Every input has limits; every result is a plain
 * `Outcome`. Results are typed, not parsed: they come from our own process.
 */
const outcome = <T>() => z.custom<Outcome<T>>();

const siteName = z.string().trim().min(1).max(80);
const clientName = z.string().trim().min(1).max(120);
const runId = z.string().min(1).max(64);
const listId = z.string().min(1).max(64);
const rowId = z.number().int().min(0).max(1_000_000);
const columnIndex = z.number().int().min(0).max(255);
const domains = z.array(z.string().trim().min(1).max(253)).max(1000).nullable();

const mapping = z.object({ email: columnIndex, name: columnIndex.nullable(), organisation: columnIndex.nullable() });

const access = z.object({
	internal: z.boolean().nullable(),
	approvedDomains: domains,
	external: z.boolean().nullable(),
	allowedDomains: domains,
});

/** What somebody has just done on a page: the settings as they are now, or one domain more in one of the two lists. */
const declared = z.union([
	access,
	z.object({ approve: z.string().trim().min(1).max(253) }),
	z.object({ allow: z.string().trim().min(1).max(253) }),
]);

const filter = z.object({
	causes: z
		.array(z.enum(causeCodes as [CauseCode, ...CauseCode[]]))
		.max(50)
		.optional(),
	certainties: z
		.array(z.enum(['proven', 'likely', 'unknown'] satisfies Certainty[]))
		.max(3)
		.optional(),
	text: z.string().max(200).optional(),
});

const comparedCause = z.enum(['absent', ...causeCodes] satisfies ComparedCause[] as [ComparedCause, ...ComparedCause[]]);

/** e.g. `link.customer-access`, `message.body`. */
const settingKey = z.string().regex(/^[a-z][a-z0-9.-]{0,79}$/);

const planId = z.string().min(1).max(64);

const choices = z.object({
	managedElsewhere: z.enum(['ask-owning-organisation', 'replace-with-portal-account']),
	organisations: z.boolean(),
});

const sort = z.object({
	by: z.enum(['row', 'email', 'name', 'organisation', 'cause', 'certainty']),
	descending: z.boolean(),
});

export interface AppInfo {
	readonly version: string;
	readonly host: 'electron' | 'browser';
	/** `session`: this machine has no keychain, tokens are kept until the app ends. */
	readonly secrets: 'keychain' | 'session';
	/** A run the window should open on, e.g. after the demo. */
	readonly openRun: string | null;
}

export const contract = {
	app: {
		info: oc.output(outcome<AppInfo>()),
		/** Opens an https page of Atlassian in the system's browser; any other address is refused. */
		openLink: oc.input(z.object({ url: z.url().max(2000) })).output(outcome<null>()),
	},
	sites: {
		list: oc.output(outcome<readonly SiteInfo[]>()),
		add: oc
			.input(
				z.object({
					name: siteName.optional(),
					url: z.string().trim().min(1).max(300),
					adminUrl: z.string().trim().max(300).optional(),
					email: z.email().max(254),
					apiToken: z.string().trim().min(1).max(2000),
					orgApiKey: z.string().trim().min(1).max(4000).optional(),
					orgId: z.string().trim().min(1).max(100).optional(),
					management: z.enum(userManagements).optional(),
					client: clientName.optional(),
					/** The day until which the API token lasts. */
					tokenExpiresOn: z.iso.date().optional(),
				}),
			)
			.output(outcome<SiteInfo>()),
		/** Whose site it is; `null`: nobody's. */
		setClient: oc.input(z.object({ name: siteName, client: clientName.nullable() })).output(outcome<SiteInfo>()),
		/** Every site with its tokens' state and the rows by cause of its last run; by client. Nothing is asked. */
		overview: oc.output(outcome<readonly SiteOverview[]>()),
		remove: oc.input(z.object({ name: siteName })).output(outcome<null>()),
		check: oc.input(z.object({ name: siteName })).output(outcome<SiteCheck>()),
		/** What is known of the site's customer access, and from where. Nothing is asked. */
		access: oc.input(z.object({ name: siteName })).output(outcome<KnownAccess>()),
		/** What the site was found to let us see, and when; none where it was never asked. Nothing is asked. */
		probes: oc.input(z.object({ name: siteName })).output(outcome<readonly ProbeAnswer[]>()),
		/** Asks the site anew: reads only. */
		probe: oc.input(z.object({ name: siteName })).output(outcome<readonly ProbeAnswer[]>()),
		/** Counts from now on, for every run that is begun without settings of its own. All `null` takes back what was said. */
		declareAccess: oc
			.input(z.object({ name: siteName, access, management: z.enum(userManagements).optional() }))
			.output(outcome<KnownAccess>()),
	},
	lists: {
		/** `base64` is the file's bytes (64 MB at most before encoding); `text` is what was pasted. */
		open: oc
			.input(
				z.union([
					z.object({ name: z.string().min(1).max(255), base64: z.string().max(90_000_000) }),
					z.object({ name: z.string().min(1).max(255), text: z.string().max(64_000_000) }),
				]),
			)
			.output(outcome<{ readonly listId: string; readonly preview: ListPreview }>()),
		close: oc.input(z.object({ listId })).output(outcome<null>()),
	},
	runs: {
		start: oc
			.input(
				z.object({
					listId,
					mapping,
					site: siteName,
					desk: z.string().min(1).max(100).optional(),
					access: access.optional(),
				}),
			)
			.output(outcome<{ readonly runId: string }>()),
		/** The same list on several sites: a run each. What keeps one from being started keeps no other. */
		startMany: oc
			.input(z.object({ listId, mapping, sites: z.array(siteName).min(1).max(50), desk: z.string().min(1).max(100).optional() }))
			.output(outcome<readonly StartedOn[]>()),
		cancel: oc.input(z.object({ runId })).output(outcome<null>()),
		resume: oc.input(z.object({ runId })).output(outcome<null>()),
		list: oc.output(outcome<readonly Run[]>()),
		get: oc.input(z.object({ runId })).output(outcome<Run>()),
		/** The state now, then what changes, until the run ends. */
		watch: oc.input(z.object({ runId })).output(eventIterator(z.custom<RunProgress>())),
		/** Ids of the rows that fit, in order: what a virtual table scrolls over. */
		rowIds: oc.input(z.object({ runId, filter, sort })).output(outcome<readonly number[]>()),
		rows: oc.input(z.object({ runId, ids: z.array(rowId).max(500) })).output(outcome<readonly RunRow[]>()),
		row: oc.input(z.object({ runId, id: rowId })).output(outcome<RunRowDetail>()),
		/** Rows by cause under the filter's text and certainties (its causes are ignored): the numbers on the chips. */
		summary: oc.input(z.object({ runId, filter })).output(outcome<Readonly<Record<string, number>>>()),
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
					start: z.number().int().min(0).max(1_000_000),
					count: z.number().int().min(1).max(500),
				}),
			)
			.output(outcome<ComparedRows>()),
		/** What the runs so far said of an address, newest first. */
		history: oc
			.input(z.object({ email: z.string().trim().min(1).max(400), site: siteName.optional() }))
			.output(outcome<readonly HistoryEntry[]>()),
	},
	plans: {
		/** Of the rows named, or else of those that fit the filter. Nothing is sent. Fails with `plan-empty` where no row has a remedy. */
		create: oc
			.input(z.object({ runId, ids: z.array(rowId).max(1_000_000).optional(), filter: filter.optional(), choices }))
			.output(outcome<{ readonly planId: string }>()),
		list: oc.input(z.object({ runId: runId.nullable() })).output(outcome<readonly Plan[]>()),
		get: oc.input(z.object({ planId })).output(outcome<Plan>()),
		rows: oc
			.input(
				z.object({
					planId,
					outcomes: z
						.array(z.enum(rowOutcomes as unknown as [RowOutcome, ...RowOutcome[]]))
						.max(10)
						.optional(),
					remedies: z
						.array(z.enum(remedyIds as [RemedyId, ...RemedyId[]]))
						.max(50)
						.optional(),
					from: z.number().int().min(0).max(1_000_000),
					count: z.number().int().min(1).max(500),
				}),
			)
			.output(outcome<{ readonly total: number; readonly rows: readonly PlanRow[] }>()),
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
				}),
			)
			.output(outcome<null>()),
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
		stranded: oc.output(outcome<readonly Stranded[]>()),
		/** Messages to the organisations that own accounts of this plan, one a domain. */
		messages: oc.input(z.object({ planId })).output(outcome<readonly OwnerMessage[]>()),
		/** Failed rows with all original columns, line, cause and the site's own words, as CSV. */
		failedRows: oc.input(z.object({ planId })).output(outcome<{ readonly name: string; readonly text: string }>()),
	},
	audit: {
		entries: oc
			.input(z.object({ from: z.number().int().min(0), count: z.number().int().min(1).max(500) }))
			.output(outcome<{ readonly total: number; readonly entries: readonly AuditEntry[] }>()),
		verify: oc.output(outcome<AuditCheck>()),
		/** The whole log as JSON lines, for a client to keep. */
		export: oc.output(outcome<{ readonly name: string; readonly text: string }>()),
	},
	settings: {
		/** What this machine's user corrected: link templates, message templates. */
		get: oc.input(z.object({ key: settingKey })).output(outcome<string | null>()),
		set: oc.input(z.object({ key: settingKey, value: z.string().max(20_000).nullable() })).output(outcome<null>()),
	},
};
