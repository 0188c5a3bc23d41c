import { create } from 'zustand';
import type { SiteInfo } from '#shared/run.ts';
import { useSites } from '../sites/sites.ts';
import { placeOf, type SitePlace } from './page-links.ts';

/** The style of user management that somebody switched to while reading, by site: it holds until the window closes. */
export const useChosenStyles = create<{ readonly styles: Readonly<Record<string, SiteInfo['management']>> }>()(() => ({ styles: {} }));

export const chooseStyle = (siteName: string, style: SiteInfo['management']): void =>
	useChosenStyles.setState(({ styles }) => ({ styles: { ...styles, [siteName]: style } }));

/** What is known here of a run's or a plan's site, for links. */
export const useSitePlace = (site: { readonly name: string; readonly url: string }, deskKey: string | null): SitePlace => {
	const info = useSites(({ sites }) => sites?.find(({ name }) => name === site.name));
	const chosen = useChosenStyles(({ styles }) => styles[site.name]);
	const check = useSites(({ checks }) => {
		const known = checks.get(site.name);
		return known?.state === 'answered' ? known.check : null;
	});
	return placeOf(site.url, deskKey, info, check, chosen ?? info?.management ?? 'centralized');
};
