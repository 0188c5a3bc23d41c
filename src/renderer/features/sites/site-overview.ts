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
