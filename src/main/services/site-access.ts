import type { Secret } from '#core/secret.ts';

/** Everything needed to talk to one site, tokens included: lives in memory only. */
export interface SiteAccess {
	readonly name: string;
	readonly url: string;
	readonly adminUrl: string;
	readonly orgId: string | null;
	readonly email: string;
	readonly apiToken: Secret;
	readonly orgApiKey: Secret | null;
}
