import { useQuery } from '@tanstack/react-query';
import type { SiteInfo } from '#shared/run.ts';
import { api } from '../../api.ts';
import { accessWords as text } from '../../messages.ts';
import { Section } from '../../ui/section.tsx';
import { AccessKnown } from './access-known.tsx';
import classes from './access-section.module.css';
import { DeclareForm } from './declare-form.tsx';

const headingId = 'customer-access';

/** On the page that shows it: the hash is the route, so no link of the page can do it. */
export const goToAccess = (): void => {
	const heading = document.getElementById(headingId);
	heading?.scrollIntoView({ block: 'start' });
	heading?.focus({ preventScroll: true });
};

/** Customer access of a site: what is known of it, and saying what its page shows. */
export const AccessSection = ({ site }: { readonly site: SiteInfo }) => {
	const { data: known, error } = useQuery(api.sites.access.queryOptions({ input: { name: site.name }, meta: { failure: 'in place' } }));
	return (
		<Section title={text.title} intro={text.intro} id={headingId} failure={error}>
			{known !== undefined && (
				<div className={classes['two']}>
					<AccessKnown known={known} />
					<DeclareForm site={site} known={known} />
				</div>
			)}
		</Section>
	);
};
