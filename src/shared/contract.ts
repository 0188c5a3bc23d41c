import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { type CauseCode, type Certainty, causeCodes } from './causes.ts';
import type { ListPreview } from './lists.ts';
import type { Outcome } from './outcome.ts';
import type { Run, RunProgress, RunRow, RunRowDetail, SiteCheck, SiteInfo } from './run.ts';

/**
 * The one contract between the Node side and any window. Every input has limits; every result is a plain
 * `Outcome`. Results are typed, not parsed: they come from our own process.
 */
const outcome = <T>() => z.custom<Outcome<T>>();

const siteName = z.string().trim().min(1).max(80);
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
					management: z.enum(['centralized', 'original']).optional(),
				}),
			)
			.output(outcome<SiteInfo>()),
		remove: oc.input(z.object({ name: siteName })).output(outcome<null>()),
		check: oc.input(z.object({ name: siteName })).output(outcome<SiteCheck>()),
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
	},
};
