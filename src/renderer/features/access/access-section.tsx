import { useEffect } from 'react';
import type { SiteInfo } from '#shared/run.ts';
import { useConnection } from '../../connection.ts';
import { accessWords as text } from '../../messages.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import section from '../sites/site-section.module.css';
import { AccessKnown } from './access-known.tsx';
import classes from './access-section.module.css';
import { DeclareForm } from './declare-form.tsx';
import { notLoaded, useSiteAccess } from './site-access.ts';

const headingId = 'customer-access';

/** On the page that shows it: the hash is the route, so no link of the page can do it. */
export const goToAccess = (): void => {
	const heading = document.getElementById(headingId);
	heading?.scrollIntoView({ block: 'start' });
	heading?.focus({ preventScroll: true });
};

/** Customer access of a site: what is known of it, and saying what its page shows. */
export const AccessSection = ({ site }: { readonly site: SiteInfo }) => {
	const { known, saving, failure } = useSiteAccess(({ bySite }) => bySite[site.name] ?? notLoaded);
	const load = useSiteAccess((accesses) => accesses.load);
	const epoch = useConnection((connection) => connection.epoch);
	useEffect(() => {
		if (epoch > 0) void load(site.name);
	}, [epoch, load, site.name]);
	return (
		<section className={page['card']} aria-labelledby={headingId}>
			<div className={section['head']}>
				<div>
					<h2 id={headingId} tabIndex={-1}>
						{text.title}
					</h2>
					<p className={page['muted']}>{text.intro}</p>
				</div>
			</div>
			{failure !== null && (
				<div className={section['body']}>
					<FailureNote failure={failure} withKept={false} />
				</div>
			)}
			{known !== null && (
				<div className={classes['two']}>
					<AccessKnown known={known} />
					<DeclareForm site={site} known={known} saving={saving} />
				</div>
			)}
		</section>
	);
};
