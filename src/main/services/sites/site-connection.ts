import type { ConnectRequest } from '#core/evidence/connect.ts';
import type { Clock, Log, Random } from '#core/ports.ts';
import type { Secret } from '#core/secret.ts';
import type { KnownDoor } from '../../atlassian/door.ts';
import type { RateGates } from '../../atlassian/rate-gate.ts';
import type { SiteAddress } from '../../atlassian/site-address.ts';
import type { SiteQuestionsOptions } from '../../atlassian/site-questions.ts';

/** Everything needed to talk to one site, tokens included: lives in memory only. */
export interface SiteConnection {
	readonly name: string;
	readonly site: SiteAddress;
	readonly admin: SiteAddress;
	readonly gateway: SiteAddress;
	/** Where the token is let in, as far as is known. */
	readonly known: KnownDoor;
	/** The tokens are used for reading only. */
	readonly readOnly: boolean;
	readonly orgId: string | null;
	readonly email: string;
	readonly apiToken: Secret;
	readonly orgApiKey: Secret | null;
}

/** What talking to any site takes beside the site itself. */
export interface SitePorts {
	readonly clock: Clock;
	readonly random: Random;
	readonly log: Log;
	/** One for the process: whatever asks the same site shares its limits. */
	readonly gates: RateGates;
	readonly version: string;
}

/** For `makeSiteQuestions` and `makeSiteChanges`. */
export const siteOptions = (
	{ site, admin: adminUrl, gateway, known, readOnly, email, apiToken, orgApiKey }: SiteConnection,
	{ clock, random, log, gates, version }: SitePorts,
	signal?: AbortSignal,
): SiteQuestionsOptions => {
	const credentials = { email, apiToken, orgApiKey };
	return { site, adminUrl, gateway, known, readOnly, credentials, clock, random, log, gates, version, ...(signal ? { signal } : {}) };
};

export const connectRequest = ({ site, email, orgApiKey, orgId }: SiteConnection): ConnectRequest => ({
	siteHost: site.host,
	hasOrgKey: orgApiKey !== null,
	orgId,
	callerEmail: email,
});
