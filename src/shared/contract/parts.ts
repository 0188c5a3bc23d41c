import { z } from 'zod';
import { type CauseCode, type Certainty, causeCodes } from '../causes.ts';
import { domainApprovals } from '../customer-access.ts';
import type { Outcome } from '../outcome.ts';

/**
 * What several rooms of the contract are made of. Every input has limits; every result is a plain `Outcome`. Results are
 * typed, not parsed: they come from our own process.
 */
export const outcome = <T>() => z.custom<Outcome<T>>();

export const apiToken = z.string().trim().min(1).max(2000);
export const orgApiKey = z.string().trim().min(1).max(4000);
/** An app that a company registered; a secret that is left out stays. */
export const oauthApp = z.object({
	clientId: z
		.string()
		.trim()
		.regex(/^[\x21-\x7e]+$/)
		.max(200),
	clientSecret: z.string().trim().min(1).max(2000).optional(),
	callbackPort: z.number().int().min(1024).max(65_535),
});
export const siteName = z.string().trim().min(1).max(80);
export const clientName = z.string().trim().min(1).max(120);
export const siteAddress = z.string().trim().min(1).max(300);

/** Tokens that come with a question: used for what is asked, and written nowhere. */
const tokens = z.object({ email: z.string().trim().min(1).max(254), apiToken, orgApiKey: orgApiKey.optional() });

/** Of a site that is not stored: its addresses, and the tokens for it. */
export const givenSite = tokens.extend({
	url: siteAddress,
	adminUrl: z.string().trim().max(300).optional(),
	gatewayUrl: z.string().trim().max(300).optional(),
	orgId: z.string().trim().min(1).max(100).optional(),
});

/** A stored site by its name, or one that is given. */
export const siteChoice = z.union([siteName, givenSite]);

/** To the site of a run or a plan: its own by its name, unless another is chosen. */
export const wayToSite = {
	site: siteChoice.optional(),
	/** Where its own site is not stored here. */
	tokens: tokens.optional(),
};

export const runId = z.string().min(1).max(64);
export const listId = z.string().min(1).max(64);
export const rowId = z.number().int().min(0).max(1_000_000);
export const planId = z.string().min(1).max(64);
export const snapshotId = z.string().regex(/^[0-9a-f]{12}$/);
export const deskKey = z.string().min(1).max(100);
export const columnIndex = z.number().int().min(0).max(255);

const domains = z.array(z.string().trim().min(1).max(253)).max(1000).readonly().nullable();

export const access = z.object({
	internal: z.boolean().nullable(),
	approvedDomains: domains,
	/** By approved domain. */
	approvals: z.record(z.string().trim().min(1).max(253), z.enum(domainApprovals)).optional(),
	external: z.boolean().nullable(),
	allowedDomains: domains,
});

const fileName = z.string().min(1).max(255);
/** A file, which every door carries as it is; a little more than is taken, so that the answer for one too large is a sentence. */
export const givenFile = z.object({ name: fileName, file: z.file().max(68_000_000) });
export const pastedText = z.object({ name: fileName, text: z.string().max(64_000_000) });

export const filter = z.object({
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

/** A column, several put together, or the same text for every row. */
const fieldSource = z
	.union([
		columnIndex,
		z.object({ columns: z.array(columnIndex).min(2).max(8).readonly() }),
		z.object({ text: z.string().trim().min(1).max(255) }),
	])
	.nullable();
export const mapping = z.object({ email: columnIndex, name: fieldSource, organisation: fieldSource });
