import { useEffect } from 'react';
import { accessWords } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import page from '../../ui/page.module.css';
import { useSiteAccess } from '../access/site-access.ts';
import classes from './known-access-hint.module.css';

/** That something is known of the site's customer access already, so that nobody says it again for every list. */
export const KnownAccessHint = ({ site }: { readonly site: string }) => {
	const load = useSiteAccess((accesses) => accesses.load);
	const origin = useSiteAccess(({ bySite }) => bySite[site]?.known?.access.origin);
	useEffect(() => void load(site), [load, site]);
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
