import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { networkWords as text } from '../../messages.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Page } from '../../ui/page-states.tsx';
import { ConnectionCheck } from './connection-check.tsx';
import { NetworkForm } from './network-form.tsx';

/** How this machine reaches Atlassian, and where the way to a site ends. */
export const NetworkPage = () => {
	const { data: network, error } = useQuery(api.network.get.queryOptions({ meta: { failure: 'in place' } }));
	return (
		<Page title={text.title} intro={text.intro}>
			{error !== null && <FailureNote failure={error} withKept={false} />}
			{network !== undefined && <NetworkForm network={network} />}
			<ConnectionCheck />
		</Page>
	);
};
