import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { type KnownAccess, userManagements } from '../customer-access.ts';
import type { Outcome } from '../outcome.ts';
import type { MailBudget } from '../plan.ts';
import type { ProbeAnswer } from '../probes.ts';
import type { SiteCheck, SiteInfo } from '../run.ts';
import type { SiteOverview } from '../site-overview.ts';
import { access, apiToken, clientName, deskKey, givenSite, oauthApp, orgApiKey, outcome, siteAddress, siteName } from './parts.ts';

/** Signing in, as it goes: first the address of Atlassian's page, and whether a browser could be opened on it; then the site. */
export type SignInStep =
	| { readonly at: 'browser'; readonly url: string; readonly isOpen: boolean }
	| { readonly at: 'end'; readonly site: SiteInfo };

/** A stored site, or one that is given. */
const siteAsked = z.union([z.object({ name: siteName }), z.object({ given: givenSite })]);

export const sitesContract = {
	list: oc.output(outcome<readonly SiteInfo[]>()),
	add: oc
		.input(
			z
				.object({
					name: siteName.optional(),
					url: siteAddress,
					adminUrl: z.string().trim().max(300).optional(),
					gatewayUrl: z.string().trim().max(300).optional(),
					authUrl: z.string().trim().max(300).optional(),
					/** Its tokens are used for reading only. */
					readOnly: z.boolean().optional(),
					/** Without an account the site is known by its address, and never asked. */
					email: z.email().max(254).optional(),
					apiToken: apiToken.optional(),
					/** In the place of account and token: `signIn` comes next. */
					oauth: oauthApp.required().optional(),
					orgApiKey: orgApiKey.optional(),
					orgId: z.string().trim().min(1).max(100).optional(),
					management: z.enum(userManagements).optional(),
					client: clientName.optional(),
					/** The day until which the API token lasts. */
					tokenExpiresOn: z.iso.date().optional(),
				})
				.refine(
					({ email, apiToken, oauth, orgApiKey }) =>
						(email === undefined) === (apiToken === undefined) &&
						(email === undefined || oauth === undefined) &&
						(email !== undefined || oauth !== undefined || orgApiKey === undefined),
				),
		)
		.output(outcome<SiteInfo>()),
	get: oc.input(z.object({ name: siteName })).output(outcome<SiteInfo>()),
	/** What it is called here, whose token it is, and the service project that lists usually go to. What is left out stays. */
	edit: oc
		.input(
			z.object({
				name: siteName,
				newName: siteName.optional(),
				email: z.email().max(254).optional(),
				deskKey: deskKey.nullable().optional(),
			}),
		)
		.output(outcome<SiteInfo>()),
	/** Whose site it is; `null`: nobody's. */
	setClient: oc.input(z.object({ name: siteName, client: clientName.nullable() })).output(outcome<SiteInfo>()),
	/** Read only: plans are made and handed over, not carried out. */
	setReadOnly: oc.input(z.object({ name: siteName, readOnly: z.boolean() })).output(outcome<SiteInfo>()),
	/**
	 * Takes the place of the tokens that are named; the others stay, except that an API token and an OAuth app take each other's
	 * place. The day goes with the API token: `null` where nobody says.
	 */
	setTokens: oc
		.input(
			z
				.object({
					name: siteName,
					/** Whose the API token is, where that is not stored yet. */
					email: z.email().max(254).optional(),
					apiToken: apiToken.optional(),
					oauth: oauthApp.optional(),
					orgApiKey: orgApiKey.optional(),
					tokenExpiresOn: z.iso.date().nullable(),
				})
				.refine(({ apiToken, oauth }) => apiToken === undefined || oauth === undefined),
		)
		.output(outcome<SiteInfo>()),
	/** Opens Atlassian's page in the system's browser, and waits until the person has agreed there: at most five minutes. */
	signIn: oc.input(z.object({ name: siteName })).output(eventIterator(z.custom<Outcome<SignInStep>>())),
	/** Every site with its tokens' state and the rows by cause of its last run; by client. Nothing is asked. */
	overview: oc.output(outcome<readonly SiteOverview[]>()),
	/** How many invitation e-mails the site may send in 24 hours, and how many it sent. Nothing is asked. */
	mailBudget: oc.input(z.object({ name: siteName })).output(outcome<MailBudget>()),
	/** Counts from now on, for every plan; `null`: what counts where nobody said anything. */
	setMailBudget: oc
		.input(z.object({ name: siteName, perDay: z.number().int().min(1).max(1_000_000).nullable() }))
		.output(outcome<MailBudget>()),
	check: oc.input(siteAsked).output(outcome<SiteCheck>()),
	/** What is known of the site's customer access, and from where. Nothing is asked. */
	access: oc.input(z.object({ name: siteName })).output(outcome<KnownAccess>()),
	/** What the site was found to let us see, and when; none where it was never asked. Nothing is asked. */
	probes: oc.input(siteAsked).output(outcome<readonly ProbeAnswer[]>()),
	/** Asks the site anew: reads only. */
	probe: oc.input(siteAsked).output(outcome<readonly ProbeAnswer[]>()),
	/** Counts from now on, for every run that is begun without settings of its own. All `null` takes back what was said, left out leaves it. */
	declareAccess: oc
		.input(z.object({ name: siteName, access: access.optional(), management: z.enum(userManagements).optional() }))
		.output(outcome<KnownAccess>()),
};
