import { clientsOf } from './site-overview.ts';
import { useSites } from './sites.ts';

const none: readonly never[] = [];

/** What a field for a client suggests: those named before, so that one client is not written in two ways. */
export const KnownClients = ({ id }: { readonly id: string }) => {
	const sites = useSites((state) => state.sites ?? none);
	return (
		<datalist id={id}>
			{clientsOf(sites).map((client) => (
				<option key={client} value={client} />
			))}
		</datalist>
	);
};
