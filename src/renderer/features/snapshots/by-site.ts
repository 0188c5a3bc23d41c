import type { SiteInfo } from '#shared/run.ts';
import type { SnapshotInfo } from '#shared/snapshot.ts';

export interface SiteGroup {
	readonly url: string;
	/** As the site is stored here; `null`: there are snapshots of it and nothing else. */
	readonly site: string | null;
	readonly title: string;
	readonly snapshots: readonly SnapshotInfo[];
}

/** Stored sites first, in their order, with or without snapshots; then those that only snapshots tell of. */
export const groupBySite = (sites: readonly SiteInfo[], snapshots: readonly SnapshotInfo[]): readonly SiteGroup[] => {
	const of = (url: string): readonly SnapshotInfo[] => snapshots.filter(({ site }) => site.url === url);
	const stored = sites.map(({ name, url }) => ({ url, site: name, title: name, snapshots: of(url) }));
	const known = new Set(sites.map(({ url }) => url));
	const others = [...new Set(snapshots.map(({ site }) => site.url))].filter((url) => !known.has(url));
	return [...stored, ...others.map((url) => ({ url, site: null, title: url.replace(/^https?:\/\//, ''), snapshots: of(url) }))];
};
