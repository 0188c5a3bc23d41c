import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { networkWords as text } from '../../messages.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import { ConnectionCheck } from './connection-check.tsx';
import { NetworkForm } from './network-form.tsx';

/** How this machine reaches Atlassian, and where the way to a site ends. */
export const NetworkPage = () => {
	const { data: network, error } = useQuery(api.network.get.queryOptions({ meta: { failure: 'in place' } }));
	return (
		<div className={page['page']}>
			<div className={page['column']}>
				<div className={page['head']}>
					<div className={page['title']}>
						<h1>{text.title}</h1>
						<p className={page['muted']}>{text.intro}</p>
					</div>
				</div>
				{error !== null && <FailureNote failure={error} withKept={false} />}
				{network !== undefined && <NetworkForm network={network} />}
				<ConnectionCheck />
			</div>
		</div>
	);
};
