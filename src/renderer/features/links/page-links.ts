import type { PageTarget } from '#shared/messages/cause-text.ts';
import { defaultLinks, fillTemplate, type LinkCorrections, type LinkId, type LinkValues } from './link-templates.ts';

export interface SitePlace {
	readonly url: string;
	readonly orgId: string | null;
	/** Known once the site was checked in this window. */
	readonly cloudId?: string | null;
	readonly deskKey: string | null;
	readonly management: 'centralized' | 'original';
	/** Whom the page is to show, where it can show one person. */
	readonly email?: string | null;
}

/** The site's own name in its address; `null` for a stand-in on this machine, which has no such pages. */
const siteLabel = (url: string): string | null => {
	if (!URL.canParse(url)) return null;
	const { protocol, hostname } = new URL(url);
	const [, label = null] = /^([a-z0-9-]+)\.atlassian\.net$/.exec(hostname) ?? [];
	return protocol === 'https:' ? label : null;
};

/** Where the menu path of an admin page begins: for when the page's own address lacks a value or is not known. */
const adminStart = ['https://admin.atlassian.com/o/{orgId}/overview', 'https://admin.atlassian.com'];

const linkIdOf = (target: PageTarget, management: SitePlace['management']): LinkId => {
	const original = `${target}-original`;
	return management === 'original' && original in defaultLinks ? (original as LinkId) : target;
};

/** The page's address, or `null` where none is known. */
export const pageLink = (target: PageTarget, place: SitePlace, corrections: LinkCorrections = {}): string | null => {
	const site = siteLabel(place.url);
	if (site === null) return null;
	const { orgId, deskKey, cloudId = null, email = null } = place;
	const values: LinkValues = { site, orgId, deskKey, cloudId, email, accountId: null };
	const id = linkIdOf(target, place.management);
	const isAdminPage = defaultLinks[id].startsWith('https://admin.');
	const corrected = corrections[id];
	const templates = [...(corrected === undefined ? [] : [corrected]), defaultLinks[id], ...(isAdminPage ? adminStart : [])];
	return templates.map((template) => fillTemplate(template, values)).find((url) => url !== null) ?? null;
};
