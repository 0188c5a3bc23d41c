import type { Asked } from '#shared/contract.ts';
import { failed } from '#shared/outcome.ts';
import { endWith } from './command-ended.ts';

export interface SiteOptions {
	readonly site?: string;
	readonly siteUrl?: string;
	readonly adminUrl?: string;
	readonly gatewayUrl?: string;
	readonly org?: string;
}

type Way = Pick<Asked['runs']['resume'], 'site' | 'tokens'>;
type SiteChoice = NonNullable<Way['site']>;

/** Tokens are given by the environment, never by the arguments: those are seen by everybody on the machine. */
const tokensOfEnvironment = (): Way['tokens'] => {
	const { INVITE_DOCTOR_EMAIL: email, INVITE_DOCTOR_API_TOKEN: apiToken, INVITE_DOCTOR_ORG_API_KEY: orgApiKey } = process.env;
	if (!email || !apiToken) return undefined;
	return { email, apiToken, ...(orgApiKey ? { orgApiKey } : {}) };
};

export const refuseBoth = ({ site, siteUrl }: SiteOptions): void => {
	if (site === undefined || siteUrl === undefined) return;
	endWith({ code: 'wrong-use', details: { what: 'Give --site or --site-url, not both.' } });
};

/** The site a command is about: a stored one by name, or one by address with the environment's tokens. */
export const chosenSite = (options: SiteOptions): SiteChoice => {
	refuseBoth(options);
	const { site, siteUrl: url, adminUrl, gatewayUrl, org: orgId } = options;
	if (site !== undefined) return site;
	if (url === undefined) {
		return endWith({ code: 'wrong-use', details: { what: 'Which site? Give --site NAME (see "site list") or --site-url URL.' } });
	}
	const tokens = tokensOfEnvironment() ?? endWith(failed('token-missing').failure);
	return { ...tokens, url, adminUrl, gatewayUrl, orgId };
};

/** The run's or plan's own site, unless another way to it was named: by its name, or with the environment's tokens. */
export const wayTo = (options: SiteOptions): Way => {
	if (options.site !== undefined || options.siteUrl !== undefined) return { site: chosenSite(options) };
	return { tokens: tokensOfEnvironment() };
};
