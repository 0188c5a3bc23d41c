import type { PageTarget } from '../../messages/en/causes.ts';

export interface SitePlace {
	readonly url: string;
	readonly orgId: string | null;
	readonly deskKey: string | null;
	readonly management: 'centralized' | 'original';
}

/**
 * The page's address, or `null` where none is known (a stand-in site on this machine has no such pages). Section 8 of
 * atlassian-api.md: pages without a known address of their own open where their menu path begins.
 */
export const pageLink = (target: PageTarget, place: SitePlace): string | null => {
	const site = originOf(place.url);
	if (site === null) return null;
	const admin = place.orgId === null ? 'https://admin.atlassian.com' : `https://admin.atlassian.com/o/${encodeURIComponent(place.orgId)}`;
	switch (target) {
		case 'customer-access':
			return `${site}/jira/settings/products/servicedesk/customer-access`;
		case 'desk-customers':
			return place.deskKey === null ? null : `${site}/jira/servicedesk/projects/${encodeURIComponent(place.deskKey)}/customers`;
		case 'directory-users':
			if (place.management === 'original') return `${site}/admin`;
			return place.orgId === null ? admin : `${admin}/users`;
		case 'portal-only-customers':
		case 'approved-domains':
		case 'domains':
			if (place.management === 'original') return `${site}/admin`;
			return place.orgId === null ? admin : `${admin}/overview`;
	}
};

const originOf = (url: string): string | null => {
	if (!URL.canParse(url)) return null;
	const { protocol, hostname, origin } = new URL(url);
	return protocol === 'https:' && hostname.endsWith('.atlassian.net') ? origin : null;
};
