import { create } from 'zustand';
import type { SiteOverview } from '#shared/site-overview.ts';
import { ask } from '../../client.ts';
import type { WindowFailure } from '../../messages.ts';

interface Overview {
	/** By client, those of nobody last; `null` until they have been loaded once. */
	readonly sites: readonly SiteOverview[] | null;
	readonly failure: WindowFailure | null;
	/** What ages are reckoned from. */
	readonly loadedAtMs: number;
	load(): Promise<void>;
}

export const useOverview = create<Overview>()((set) => ({
	sites: null,
	failure: null,
	loadedAtMs: 0,
	load: async () => {
		const answer = await ask((client) => client.sites.overview());
		set(answer.ok ? { sites: answer.value, failure: null, loadedAtMs: Date.now() } : { failure: answer.failure });
	},
}));

export interface ClientSites<S> {
	readonly client: string | null;
	readonly sites: readonly S[];
}

/** In the order in which they come. */
export const byClient = <S extends { readonly client: string | null }>(sites: readonly S[]): readonly ClientSites<S>[] =>
	[...new Set(sites.map(({ client }) => client))].map((client) => ({ client, sites: sites.filter((site) => site.client === client) }));

/** Every client there is, for choosing one that was named before. */
export const clientsOf = (sites: readonly { readonly client: string | null }[]): readonly string[] => [
	...new Set(sites.flatMap(({ client }) => client ?? [])),
];
