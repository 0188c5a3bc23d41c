import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { type CauseCode, type Certainty, causeCodes } from './causes.ts';
import type { ComparedCause, ComparedRows, HistoryEntry, Transition } from './comparison.ts';
import { type CheckedRow, encodings, type ListPreview, type ListState, type RowsFilter, rowFilters } from './lists.ts';
import { domainApprovals, type KnownAccess, userManagements } from './customer-access.ts';
import { type ColumnRole, coverages, type ExportPreview, exportKinds, meaningsOf } from './admin-files.ts';
import type { Outcome } from './outcome.ts';
import {
	type AuditCheck,
	type AuditDifference,
	type AuditEntry,
	type OwnerMessage,
	type Plan,
	type PlanProgress,
	type PlanResult,
	type PlanRow,
	type PlanRowDetail,
	type RowOutcome,
	type RowResult,
	rowOutcomes,
	rowResults,
	type Stranded,
} from './plan.ts';
import type { ProbeAnswer } from './probes.ts';
import type { SiteOverview } from './site-overview.ts';
import { type RemedyId, remedyIds } from './remedies.ts';
import { languages } from './languages.ts';
import { type ReportDelivered, type ReportOffer, reportFormats } from './reports.ts';
import type { Unlock } from './unlock.ts';
import type {
	Run,
	RunBreakdown,
	RunProgress,
	RunRow,
	RunRowDetail,
	SiteCheck,
	SiteInfo,
	SiteWideStarted,
	StartedOn,
	ValueCounts,
} from './run.ts';
import type { SnapshotInfo, SnapshotList, SnapshotProgress } from './snapshot.ts';

/**
 * The one contract between the Node side and any window. Every input has limits; every result is a plain
 * `Outcome`. Results are typed, not parsed: they come from our own process.
 */
const outcome = <T>() => z.custom<Outcome<T>>();

const apiToken = z.string().trim().min(1).max(2000);
const orgApiKey = z.string().trim().min(1).max(4000);
const mailAddress = z.string().max(2000);
const siteName = z.string().trim().min(1).max(80);
const clientName = z.string().trim().min(1).max(120);
const runId = z.string().min(1).max(64);
const listId = z.string().min(1).max(64);
const rowId = z.number().int().min(0).max(1_000_000);
const columnIndex = z.number().int().min(0).max(255);
const domains = z.array(z.string().trim().min(1).max(253)).max(1000).nullable();

/** A column, or the same text for every row. */
const fieldSource = z.union([columnIndex, z.object({ text: z.string().trim().min(1).max(255) })]).nullable();
const mapping = z.object({ email: columnIndex, name: fieldSource, organisation: fieldSource });
const encoding = z.enum(encodings);
const rowsFilter = z.enum(rowFilters as unknown as [RowsFilter, ...RowsFilter[]]);
const sheetName = z.string().min(1).max(255);

const access = z.object({
	internal: z.boolean().nullable(),
	approvedDomains: domains,
	/** By approved domain. */
	approvals: z.record(z.string().trim().min(1).max(253), z.enum(domainApprovals)).optional(),
	external: z.boolean().nullable(),
	allowedDomains: domains,
});

/** What somebody has just done on a page: the settings as they are now, or one domain more in one of the two lists. */
const declared = z.union([
	access,
	z.object({ approve: z.string().trim().min(1).max(253) }),
	z.object({ allow: z.string().trim().min(1).max(253) }),
]);

/** `base64` is the file's bytes (64 MB at most before encoding); `text` is what was pasted. */
const listSource = z.union([
	z.object({ name: z.string().min(1).max(255), base64: z.string().max(90_000_000) }),
	z.object({ name: z.string().min(1).max(255), text: z.string().max(64_000_000) }),
]);

const exportId = z.string().min(1).max(64);
const fileBytes = z.number().int().min(0);

const column = columnIndex.nullable().optional();
const meanings = <const T extends readonly [string, ...string[]]>(values: T) => z.record(z.string().max(200), z.enum(values)).optional();

/** What somebody corrects of what was recognised. */
const exportChoice = {
	kind: z.enum(exportKinds).optional(),
	mapping: z
		.object({
			address: column,
			name: column,
			'account-id': column,
			status: column,
			'last-active': column,
			claimed: column,
			managed: column,
			'email-verified': column,
			'service-management': column,
			groups: column,
		} satisfies Record<ColumnRole, typeof column>)
		.optional(),
	/** Meanings by value, the values in lower case. */
	said: z
		.object({
			status: meanings(meaningsOf.status),
			claimed: meanings(meaningsOf.claimed),
			managed: meanings(meaningsOf.managed),
			'email-verified': meanings(meaningsOf['email-verified']),
			'service-management': meanings(meaningsOf['service-management']),
		})
		.optional(),
	/** The site it is of: which of several service management columns is meant. */
	siteUrl: z.string().trim().max(300).optional(),
};

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
	domains: z.array(z.string().min(1).max(253)).max(1000).optional(),
	organisations: z.array(z.string().max(10_000).nullable()).max(1000).optional(),
});

const comparedCause = z.enum(['absent', ...causeCodes] satisfies ComparedCause[] as [ComparedCause, ...ComparedCause[]]);

/** e.g. `link.customer-access`, `message.body`. */
const settingKey = z.string().regex(/^[a-z][a-z0-9.-]{0,79}$/);

const snapshotId = z.string().regex(/^[0-9a-f]{12}$/);
const deskKey = z.string().min(1).max(100);

const planId = z.string().min(1).max(64);

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
});

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

/** Runs and plans that are new or not what they were, newest first. */
export interface Activity {
	readonly runs: readonly Run[];
	readonly plans: readonly Plan[];
}

export const contract = {
	app: {
		info: oc.output(outcome<AppInfo>()),
		/** Every run and plan, then what is begun, goes on or ends: here, in another window, or on the command line. At most once a second. */
		watch: oc.output(eventIterator(z.custom<Activity>())),
		/** Opens an https page of Atlassian in the system's browser; any other address is refused. */
		openLink: oc.input(z.object({ url: z.url().max(2000) })).output(outcome<null>()),
		/** How far what goes on has come, for the taskbar or the dock: a share of 1; `null`: nothing goes on. A browser has neither. */
		showProgress: oc.input(z.object({ share: z.number().min(0).max(1).nullable() })).output(outcome<null>()),
		/** Says something in the system's own way while the window is out of sight; false where the host has none. */
		notify: oc
			.input(z.object({ title: z.string().trim().min(1).max(300), body: z.string().trim().max(1000) }))
			.output(outcome<{ readonly isSaid: boolean }>()),
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
					apiToken,
					orgApiKey: orgApiKey.optional(),
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
		/** Takes the place of the tokens that are named; the others stay. The day goes with the API token: `null` where nobody says. */
		setTokens: oc
			.input(
				z.object({
					name: siteName,
					apiToken: apiToken.optional(),
					orgApiKey: orgApiKey.optional(),
					tokenExpiresOn: z.iso.date().nullable(),
				}),
			)
			.output(outcome<SiteInfo>()),
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
		/**
		 * `base64` is the file's bytes (64 MB at most before encoding); `text` is what was pasted. `site`: the mapping last
		 * used for these column titles there is taken. `encoding`: instead of what is recognised.
		 */
		open: oc
			.input(
				z.union([
					z.object({
						name: z.string().min(1).max(255),
						base64: z.string().max(90_000_000),
						encoding: encoding.optional(),
						site: siteName.optional(),
					}),
					z.object({ name: z.string().min(1).max(255), text: z.string().max(64_000_000), site: siteName.optional() }),
				]),
			)
			.output(outcome<{ readonly listId: string; readonly preview: ListPreview; readonly state: ListState }>()),
		/** Another sheet of the same workbook; one that was left is found again with its corrections. */
		openSheet: oc
			.input(z.object({ listId, sheet: sheetName, site: siteName.optional() }))
			.output(outcome<{ readonly preview: ListPreview; readonly state: ListState }>()),
		/** The same text in another encoding; a reading that was left is found again with its corrections. */
		openEncoding: oc
			.input(z.object({ listId, encoding, site: siteName.optional() }))
			.output(outcome<{ readonly preview: ListPreview; readonly state: ListState }>()),
		/** Reads the list through other columns; corrections stay on their cells. */
		map: oc.input(z.object({ listId, mapping })).output(outcome<ListState>()),
		/** Takes the mapping remembered for a site, if there is one. */
		recall: oc.input(z.object({ listId, site: siteName })).output(outcome<ListState>()),
		problems: oc.input(z.object({ listId })).output(outcome<ListState>()),
		/** Rows by their position among those that fit the filter. */
		rows: oc
			.input(
				z.object({ listId, from: z.number().int().min(0).max(1_000_000), count: z.number().int().min(1).max(500), filter: rowsFilter }),
			)
			.output(outcome<{ readonly revision: number; readonly total: number; readonly rows: readonly CheckedRow[] }>()),
		/** The index of the nearest row with an error or a warning, but for what was merely cleaned; `from` -1: the first. */
		nearestProblem: oc
			.input(z.object({ listId, from: z.number().int().min(-1).max(1_000_001), direction: z.enum(['next', 'previous']) }))
			.output(outcome<number | null>()),
		/** Puts a text in a cell's place. Original cells are kept for the report. */
		correct: oc.input(z.object({ listId, index: rowId, column: columnIndex, text: z.string().max(2000) })).output(outcome<ListState>()),
		/** Takes up what is suggested for a domain: in one row, or without `index` in all rows it stands in. */
		accept: oc.input(z.object({ listId, domain: z.string().min(1).max(253), index: rowId.optional() })).output(outcome<ListState>()),
		/** Leaves rows out of the run, or takes them back. */
		exclude: oc
			.input(z.object({ listId, rows: z.union([z.array(rowId).max(10_000), rowsFilter]), excluded: z.boolean() }))
			.output(outcome<ListState>()),
		undo: oc.input(z.object({ listId })).output(outcome<ListState>()),
		redo: oc.input(z.object({ listId })).output(outcome<ListState>()),
		close: oc.input(z.object({ listId })).output(outcome<null>()),
	},
	runs: {
		start: oc
			.input(
				z.object({
					listId,
					mapping,
					/** Left out only where `offline` says what to ask instead. */
					site: siteName.optional(),
					desk: deskKey.optional(),
					access: access.optional(),
					/** Against a snapshot: no network, no token. `allowIncomplete`: as it is, rows then say what was missing. */
					offline: z.object({ snapshotId, allowIncomplete: z.boolean().optional() }).optional(),
				}),
			)
			.output(outcome<{ readonly runId: string }>()),
		/** A run without a list: over everybody of a snapshot with whom something may be wrong. `listName` is what it is called. */
		startSiteWide: oc
			.input(
				z.object({
					snapshotId,
					listName: z.string().trim().min(1).max(200),
					desk: deskKey.optional(),
					allowIncomplete: z.boolean().optional(),
				}),
			)
			.output(outcome<SiteWideStarted>()),
		/** The same list on several sites: a run each. What keeps one from being started keeps no other; then the list stays open. */
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
					count: z.number().int().min(1).max(500),
				}),
			)
			.output(outcome<ComparedRows>()),
		/** What the runs so far said of an address, newest first. */
		history: oc
			.input(z.object({ email: z.string().trim().min(1).max(400), site: siteName.optional() }))
			.output(outcome<readonly HistoryEntry[]>()),
	},
	snapshots: {
		list: oc.output(outcome<SnapshotList>()),
		/** Begins one, or goes on with the newest where that is incomplete (`resumed`). `update`: keeps of the newest what need not be asked again. */
		pull: oc
			.input(
				z.object({
					site: siteName,
					/** All where left out. */
					desks: z.array(deskKey).min(1).max(500).optional(),
					access: access.optional(),
					update: z.boolean().optional(),
				}),
			)
			.output(outcome<{ readonly snapshotId: string; readonly resumed: boolean }>()),
		/** The state now, then what changes, until the pull ends. Nothing where this process does not pull it. */
		watch: oc.input(z.object({ snapshotId })).output(eventIterator(z.custom<SnapshotProgress>())),
		/** What was pulled is kept: the next pull goes on with it. */
		cancel: oc.input(z.object({ snapshotId })).output(outcome<null>()),
		remove: oc.input(z.object({ snapshotId })).output(outcome<null>()),
		/** One file, delivered in the host's own way; only of a snapshot that is as it was pulled. */
		export: oc.input(z.object({ snapshotId })).output(outcome<ReportDelivered>()),
		/** The file of a snapshot comes in pieces, one file at a time: of `bytes` in all, 1 GB at most (`snapshot-unusable`). */
		beginImport: oc.input(z.object({ bytes: fileBytes })).output(outcome<{ readonly importId: string }>()),
		/** The next piece: at most 4 MB, as base64; `at` is where it begins. */
		importPiece: oc.input(z.object({ importId: exportId, at: fileBytes, base64: z.string().max(5_600_000) })).output(outcome<null>()),
		/** Takes it for hostile until every value in it was checked. Nothing half-imported stays. */
		finishImport: oc.input(z.object({ importId: exportId })).output(outcome<SnapshotInfo>()),
		cancelImport: oc.input(z.object({ importId: exportId })).output(outcome<null>()),
		/**
		 * What a file of an admin's is: its kind, its columns, and the values nobody has said the meaning of. With `exportId` an
		 * open one is read again, as it is corrected. Nothing is stored.
		 */
		openExport: oc
			.input(z.object({ source: z.union([listSource, z.object({ exportId })]), ...exportChoice }))
			.output(outcome<{ readonly exportId: string; readonly preview: ExportPreview }>()),
		/** Adds it, as it was opened last, to a snapshot or to a new one of the site; whole or not at all. */
		addExport: oc
			.input(
				z.object({
					exportId,
					/** A day or a time; left out: as its name or the file tells. */
					takenAt: z.string().max(40).optional(),
					coverage: z.enum(coverages),
					target: z.union([z.object({ snapshotId }), z.object({ siteUrl: z.string().trim().min(1).max(300) })]),
					/** Every verified domain of the organisation, where somebody says so. */
					verifiedDomains: z.array(z.string().trim().min(1).max(253)).max(1000).optional(),
				}),
			)
			.output(outcome<SnapshotInfo>()),
	},
	plans: {
		/** Of the rows named, or else of those that fit the filter. Nothing is sent. Fails with `plan-empty` where no row has a remedy. */
		create: oc
			.input(z.object({ runId, ids: z.array(rowId).max(1_000_000).optional(), filter: filter.optional(), choices }))
			.output(outcome<{ readonly planId: string }>()),
		list: oc.input(z.object({ runId: runId.nullable() })).output(outcome<readonly Plan[]>()),
		get: oc.input(z.object({ planId })).output(outcome<Plan>()),
		/** What it has come to so far, counted; and which remedies it is made of. */
		result: oc.input(z.object({ planId })).output(outcome<PlanResult>()),
		rows: oc
			.input(planRowFilter.extend({ from: z.number().int().min(0).max(1_000_000), count: z.number().int().min(1).max(500) }))
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
		/** A message as it stands in the window, as a file that a mail program opens as a draft (.eml). */
		mail: oc
			.input(z.object({ from: mailAddress.nullable(), bcc: z.array(mailAddress).max(1_000_000), subject: z.string(), body: z.string() }))
			.output(outcome<string>()),
		/** Messages as they stand in the window, a line a person, as CSV. */
		mailTable: oc
			.input(
				z.object({
					titles: z.array(z.string().max(100)).max(10),
					messages: z
						.array(
							z.object({
								domain: z.string().max(320),
								addresses: z.array(mailAddress).max(1_000_000),
								subject: z.string(),
								body: z.string(),
							}),
						)
						.max(1_000_000),
				}),
			)
			.output(outcome<string>()),
		/** Failed rows with all original columns, line, cause and the site's own words, as CSV. */
		failedRows: oc.input(z.object({ planId })).output(outcome<{ readonly name: string; readonly text: string }>()),
	},
	reports: {
		/** What this host can make, and what the last report on the run's site was made with. */
		offer: oc.input(z.object({ runId })).output(outcome<ReportOffer>()),
		/**
		 * Makes a report and delivers it in the host's own way; nothing of it passes through here. `logo`: a PNG or SVG of
		 * 200 KB at most, as base64; `logo-unusable` where it is none.
		 */
		make: oc
			.input(
				z.object({
					runId,
					format: z.enum(reportFormats),
					client: z.string().trim().max(200),
					logo: z.string().max(280_000).nullable(),
					personal: z.boolean(),
					maskDomains: z.boolean(),
					maskOrganisations: z.boolean(),
					language: z.enum(languages),
				}),
			)
			.output(outcome<ReportDelivered>()),
	},
	audit: {
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
	},
	settings: {
		/** What this machine's user corrected: link templates, message templates. */
		get: oc.input(z.object({ key: settingKey })).output(outcome<string | null>()),
		set: oc.input(z.object({ key: settingKey, value: z.string().max(20_000).nullable() })).output(outcome<null>()),
	},
};
