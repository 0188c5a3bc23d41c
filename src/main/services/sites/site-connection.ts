import type { ConnectRequest } from '#core/evidence/connect.ts';
import type { Clock, Log, Random } from '#core/ports.ts';
import type { Credentials } from '../../atlassian/credentials.ts';
import type { KnownDoor } from '../../atlassian/door.ts';
import type { RateGates } from '../../atlassian/rate-gate.ts';
import type { Transport } from '../../atlassian/send.ts';
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
	/** Of whom it is asked as; `null`: not told. */
	readonly email: string | null;
	readonly credentials: Credentials;
}

/** What talking to any site takes beside the site itself. */
export interface SitePorts {
	readonly clock: Clock;
	readonly random: Random;
	readonly log: Log;
	/** One for the process: whatever asks the same site shares its limits. */
	readonly gates: RateGates;
	readonly version: string;
	readonly transport: Transport;
}

/** For `makeSiteQuestions` and `makeSiteChanges`. */
export const siteOptions = (
	{ site, admin: adminUrl, gateway, known, readOnly, credentials }: Omit<SiteConnection, 'name' | 'orgId' | 'email'>,
	{ clock, random, log, gates, version, transport }: SitePorts,
	signal?: AbortSignal,
): SiteQuestionsOptions => ({
	site,
	adminUrl,
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
