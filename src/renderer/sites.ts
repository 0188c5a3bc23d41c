/** The sites stored here: what many features ask about them. */
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { SiteInfo } from '#shared/run.ts';
import { api } from './api.ts';

export const allSites = api.sites.list.queryOptions();

/** Each with its tokens' state and its last run. What changes a site invalidates both, by `siteLists`. */
export const sitesOverview = api.sites.overview.queryOptions({ meta: { failure: 'in place' } });
export const siteLists = [allSites.queryKey, sitesOverview.queryKey];

/** What a site said of itself when it was asked last, since the window opened. To ask takes a while: the answer does not grow old. */
export const siteCheck = (name: string) =>
	api.sites.check.queryOptions({ input: { name }, staleTime: Infinity, gcTime: Infinity, meta: { failure: 'in place' } });

/** As a picker names a site: with its client, where one is set. */
export const siteLabel = ({ name, client }: Pick<SiteInfo, 'name' | 'client'>): string => (client === null ? name : `${name} (${client})`);

/** Of what was read from a site: as the site is stored here, or by its own name. */
export const siteLabelAt = (sites: readonly SiteInfo[], { name, url }: { readonly name: string; readonly url: string }): string =>
	siteLabel(sites.find((site) => site.url === url) ?? { name, client: null });

/** `acme`, `acme.atlassian.net` and `https://acme.atlassian.net/…` all name the same site; the Node side decides. */
export const siteUrl = (entered: string): string => {
	const text = entered.trim();
	if (/^https?:\/\//i.test(text)) return text;
	return /^[a-z0-9-]+$/i.test(text) ? `https://${text}.atlassian.net` : `https://${text}`;
};

/** An address as it is read: without its scheme. */
export const hostOf = (url: string): string => url.replace(/^https?:\/\//, '');

/** Whose site it is, by the site's name; `null` where nobody said, or the site was removed. */
export const useClientOf = (): ((siteName: string) => string | null) => {
	const { data: sites } = useQuery(allSites);
	return useCallback((siteName) => sites?.find(({ name }) => name === siteName)?.client ?? null, [sites]);
};
