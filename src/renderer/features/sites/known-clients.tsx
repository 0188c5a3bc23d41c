import { useQuery } from '@tanstack/react-query';
import { allSites } from '../../sites.ts';
import { clientsOf } from './site-overview.ts';

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
