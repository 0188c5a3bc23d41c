import type { Call } from './calls.ts';

/** How fast one endpoint may be asked. */
export interface Limit {
	/** The rate to begin with, the margin already taken off. */
	readonly perSecond: number;
	/** The rate that room in `X-RateLimit-*` headers may raise it to; equal to `perSecond` where a limit is published. */
	readonly mayRiseTo: number;
	readonly inFlight: number;
}

/** Atlassian counts at its door and we at ours: requests that leave evenly can arrive bunched. */
const share = 0.9;

/** Per tenant and endpoint, a second. Source: Jira Cloud rate limiting, burst limits (DOMAIN.md section 5). */
const publishedByMethod = { GET: 100, POST: 100, PUT: 50, DELETE: 50 } as const;

/** Endpoints with a published limit of their own, a second. */
const publishedByEndpoint: Readonly<Record<string, number>> = {
	'GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer': 5,
};

/** More does not raise the rate at usual answer times, it only makes a 429 hit more requests at once. */
const siteInFlight = 8;

/** The admin API publishes no limit: begin gently, let its headers say how much room there is, and try where they do not. */
const adminLimit: Limit = { perSecond: 10, mayRiseTo: 50, inFlight: 4 };

/** The one table of limits. */
export const limitOf = (call: Pick<Call, 'api' | 'method' | 'template'>): Limit => {
	if (call.api === 'admin') return adminLimit;
	const published = publishedByEndpoint[`${call.method} ${call.template}`] ?? publishedByMethod[call.method];
	const perSecond = published * share;
	return { perSecond, mayRiseTo: perSecond, inFlight: siteInFlight };
};
