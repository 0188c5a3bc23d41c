import { useQuery } from '@tanstack/react-query';
import { allSites } from '../../sites.ts';

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

/** What a field for a client suggests: those named before, so that one client is not written in two ways. */
export const KnownClients = ({ id }: { readonly id: string }) => {
	const { data: sites = [] } = useQuery(allSites);
	return (
		<datalist id={id}>
			{clientsOf(sites).map((client) => (
				<option key={client} value={client} />
			))}
		</datalist>
	);
};
