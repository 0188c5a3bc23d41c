import type { Secret } from '#core/secret.ts';
import type { SiteAddress } from '../atlassian/site-address.ts';

/** Everything needed to talk to one site, tokens included: lives in memory only. */
export interface SiteAccess {
	readonly name: string;
	readonly site: SiteAddress;
	readonly admin: SiteAddress;
	readonly orgId: string | null;
	readonly email: string;
	readonly apiToken: Secret;
	readonly orgApiKey: Secret | null;
}
