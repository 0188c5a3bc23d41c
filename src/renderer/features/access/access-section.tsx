import { useEffect, useId } from 'react';
import type { SiteInfo } from '#shared/run.ts';
import { useConnection } from '../../connection.ts';
import { accessWords as text } from '../../messages/access.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import section from '../sites/site-section.module.css';
import { AccessKnown } from './access-known.tsx';
import classes from './access-section.module.css';
import { DeclareForm } from './declare-form.tsx';
import { notLoaded, useSiteAccess } from './site-access.ts';

/** Customer access of a site: what is known of it, and saying what its page shows. */
export const AccessSection = ({ site }: { readonly site: SiteInfo }) => {
	const { known, saving, failure } = useSiteAccess(({ bySite }) => bySite[site.name] ?? notLoaded);
	const load = useSiteAccess((accesses) => accesses.load);
	const epoch = useConnection((connection) => connection.epoch);
	const title = useId();
	useEffect(() => {
		if (epoch > 0) void load(site.name);
	}, [epoch, load, site.name]);
	return (
		<section className={page['card']} aria-labelledby={title}>
			<div className={section['head']}>
				<div>
					<h2 id={title}>{text.title}</h2>
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
