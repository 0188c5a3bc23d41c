import type { ConnectRequest } from '#core/evidence/connect.ts';
import type { HttpOptions } from '../../atlassian/request.ts';
import type { SiteQuestionsOptions } from '../../atlassian/site-questions.ts';

/** Everything needed to talk to one site, tokens included: lives in memory only. */
export interface SiteConnection extends Pick<HttpOptions, 'site' | 'admin' | 'gateway' | 'known' | 'readOnly' | 'credentials'> {
	readonly name: string;
	readonly orgId: string | null;
	/** Of whom it is asked as; `null`: not told. */
	readonly email: string | null;
}

/** What talking to any site takes beside the site itself. */
export type SitePorts = Pick<HttpOptions, 'clock' | 'random' | 'log' | 'gates' | 'version' | 'transport'>;

/** For `makeSiteQuestions` and `makeSiteChanges`. */
export const siteOptions = (
	{ site, admin, gateway, known, readOnly, credentials }: Omit<SiteConnection, 'name' | 'orgId' | 'email'>,
	{ clock, random, log, gates, version, transport }: SitePorts,
	signal?: AbortSignal,
): SiteQuestionsOptions => ({
	site,
	admin,
	gateway,
	known,
	readOnly,
	credentials,
	clock,
	random,
	log,
	gates,
	version,
	transport,
	...(signal ? { signal } : {}),
});

export const connectRequest = ({ site, email, credentials, orgId }: SiteConnection): ConnectRequest => ({
	siteHost: site.host,
	hasOrgKey: credentials.orgApiKey !== null,
	orgId,
	callerEmail: email,
});
