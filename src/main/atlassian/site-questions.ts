import type { RareQuestions } from '#core/evidence/rare-questions.ts';
import type { SiteQuestions } from '#core/evidence/site-questions.ts';
import type { DirectoryListing } from '#core/snapshots/pull-context.ts';
import { adminQuestions, directoryListing } from './admin-questions.ts';
import { makeKnownDoor } from './door.ts';
import { type Http, makeHttp } from './http.ts';
import { jiraQuestions } from './jira-questions.ts';
import { plainTransport } from '../network/node-transport.ts';
import { rareQuestions } from './rare-questions.ts';
import { makeRateGates } from './rate-gate.ts';
import type { HttpOptions } from './request.ts';

/** What is left out: the site on this machine itself, whose door is not known, over a plain connection that is nobody else's. */
export type SiteQuestionsOptions = Partial<HttpOptions> & Pick<HttpOptions, 'site' | 'admin' | 'credentials' | 'clock' | 'random' | 'log'>;

export interface CountedSiteQuestions extends SiteQuestions, DirectoryListing, RareQuestions {
	/** Requests sent so far, repeats included, by method and template. */
	calls(): Readonly<Record<string, number>>;
}

/** The port `SiteQuestions` over HTTP. Addresses come from `readSiteAddress` and `readAdminAddress` only. */
export const makeSiteQuestions = (options: SiteQuestionsOptions): CountedSiteQuestions => {
	const http = makeSiteHttp(options);
	return { ...jiraQuestions(http), ...adminQuestions(http), ...directoryListing(http), ...rareQuestions(http), calls: http.calls };
};

export const makeSiteHttp = (options: SiteQuestionsOptions): Http => {
	const { clock, random, site } = options;
	const ownParts = {
		gateway: site,
		known: makeKnownDoor(null),
		readOnly: false,
		transport: plainTransport(),
		gates: makeRateGates(clock, random),
		version: 'dev',
	};
	return makeHttp({ ...ownParts, ...options });
};
