import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { accessWords } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import page from '../../ui/page.module.css';
import classes from './import-page.module.css';

/** That something is known of the site's customer access already, so that nobody says it again for every list. */
export const KnownAccessHint = ({ site }: { readonly site: string }) => {
	const { data: known } = useQuery(api.sites.access.queryOptions({ input: { name: site }, meta: { failure: 'in place' } }));
	const origin = known?.access.origin;
	if (origin === undefined || origin === 'unknown') return null;
	return (
		<p className={page['muted']}>
			{accessWords.hint[origin]}{' '}
			<a className={classes['link']} href={routeHash({ at: 'site', name: site })}>
				{accessWords.seeKnown}
			</a>
		</p>
	);
};
