import { useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import type { SiteCheck, SiteInfo } from '#shared/run.ts';
import { queries } from '../../api.ts';
import { allSites, siteCheck } from '../../sites.ts';
import type { SitePlace } from './page-links.ts';

interface Site {
	readonly name: string;
	readonly url: string;
}

type Style = SiteInfo['management'];

/** The style of user management that somebody switched to while reading, by site: it holds until the window closes. */
const useChosenStyles = create<{ readonly styles: Readonly<Record<string, Style>> }>()(() => ({ styles: {} }));

export const chooseStyle = (siteName: string, style: Style): void =>
	useChosenStyles.setState(({ styles }) => ({ styles: { ...styles, [siteName]: style } }));

/** What is known of a site for its links: what it was added with, and what its last check found. */
const placeOf = (site: Site, deskKey: string | null, sites: readonly SiteInfo[] | undefined, check: SiteCheck | undefined): SitePlace => {
	const info = sites?.find(({ name }) => name === site.name);
	return {
		url: site.url,
		deskKey,
		management: useChosenStyles.getState().styles[site.name] ?? info?.management ?? 'centralized',
		orgId: info?.orgId ?? check?.organisation?.id ?? null,
		cloudId: check?.cloudId ?? null,
	};
};

/** What is known here of a run's or a plan's site, for links. */
export const sitePlace = (site: Site, deskKey: string | null): SitePlace =>
	placeOf(site, deskKey, queries.getQueryData(allSites.queryKey), queries.getQueryData(siteCheck(site.name).queryKey));

/** The same for what is on the screen. */
export const useSitePlace = (site: Site, deskKey: string | null): SitePlace => {
	useChosenStyles(({ styles }) => styles[site.name]);
	const { data: sites } = useQuery(allSites);
	const { data: check } = useQuery({ ...siteCheck(site.name), enabled: false });
	return placeOf(site, deskKey, sites, check);
};
