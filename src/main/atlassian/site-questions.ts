import type { RareQuestions } from '#core/evidence/rare-questions.ts';
import type { SiteQuestions } from '#core/evidence/site-questions.ts';
import type { Clock, Log, Random } from '#core/ports.ts';
import type { DirectoryListing } from '#core/snapshots/pull-context.ts';
import { adminQuestions, directoryListing } from './admin-questions.ts';
import type { Credentials } from './credentials.ts';
import { type KnownDoor, makeKnownDoor } from './door.ts';
import { type Http, makeHttp } from './http.ts';
import { jiraQuestions } from './jira-questions.ts';
import { rareQuestions } from './rare-questions.ts';
import { makeRateGates, type RateGates } from './rate-gate.ts';
import type { SiteAddress } from './site-address.ts';

export interface SiteQuestionsOptions {
	readonly site: SiteAddress;
	readonly adminUrl: SiteAddress;
	/** Left out: the site on this machine itself. */
	readonly gateway?: SiteAddress;
	/** Left out: what changes the site may leave. */
	readonly readOnly?: boolean;
	/** One for all that speaks to the site at the same time; left out: nothing is known. */
	readonly known?: KnownDoor;
	readonly credentials: Credentials;
	readonly clock: Clock;
	readonly random: Random;
	readonly log: Log;
	/** Ends every question, waiting or under way, with `cancelled`. */
	readonly signal?: AbortSignal;
	/** One for the whole process, where several runs may ask the same site; else each has its own. */
	readonly gates?: RateGates;
	/** For the `User-Agent`. */
	readonly version?: string;
}

export interface CountedSiteQuestions extends SiteQuestions, DirectoryListing, RareQuestions {
	/** Requests sent so far, repeats included, by method and template. */
	calls(): Readonly<Record<string, number>>;
}

/** The port `SiteQuestions` over HTTP. Addresses come from `readSiteAddress` and `readAdminAddress` only. */
export const makeSiteQuestions = (options: SiteQuestionsOptions): CountedSiteQuestions => {
	const http = makeSiteHttp(options);
	return { ...jiraQuestions(http), ...adminQuestions(http), ...directoryListing(http), ...rareQuestions(http), calls: http.calls };
};

export const makeSiteHttp = ({ adminUrl, ...options }: SiteQuestionsOptions): Http => {
	const { clock, random, site } = options;
	const ownParts = { gateway: site, known: makeKnownDoor(null), readOnly: false, gates: makeRateGates(clock, random), version: 'dev' };
	return makeHttp({ ...ownParts, ...options, admin: adminUrl });
};
