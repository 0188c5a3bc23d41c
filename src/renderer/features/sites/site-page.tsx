import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SiteInfo } from '#shared/run.ts';
import { sitesWords } from '../../messages.ts';
import { routeHash, type SiteSection } from '../../route.ts';
import { allSites, hostOf } from '../../sites.ts';
import { SiteIcon } from '../../ui/icons.tsx';
import page from '../../ui/page.module.css';
import { PageLoading } from '../../ui/page-states.tsx';
import { AccessSection } from '../access/access-section.tsx';
import { SiteSnapshots } from '../snapshots/site-snapshots.tsx';
import { ConnectionSection } from './connection-section.tsx';
import { EditSite } from './edit-site.tsx';
import { MailSection } from './mail-section.tsx';
import { RemoveSite } from './remove-site.tsx';
import { SightSection } from './sight-section.tsx';
import { SiteFacts } from './site-facts.tsx';
import classes from './site-page.module.css';

const text = sitesWords.page;

const BackLink = () => (
	<a className={classes['back']} href={routeHash({ at: 'sites' })}>
		{text.back}
	</a>
);

const Absent = ({ name }: { readonly name: string }) => (
	<div className={page['empty']}>
		<span className={page['emptyMark']}>
			<SiteIcon size={20} />
		</span>
		<h1>{text.absentTitle}</h1>
		<p>{text.absentText(name)}</p>
		<Button component="a" variant="default" href={routeHash({ at: 'sites' })}>
			{text.back}
		</Button>
	</div>
);

const Sections = ({ site }: { readonly site: SiteInfo }) => (
	<>
		<div>
			<BackLink />
			<div className={page['head']}>
				<div className={classes['names']}>
					<h1>{site.name}</h1>
					<p className={page['muted']}>{hostOf(site.url)}</p>
				</div>
				<div className={page['actions']}>
					<EditSite site={site} />
					<RemoveSite name={site.name} />
				</div>
			</div>
		</div>
		<SiteFacts site={site} />
		<ConnectionSection site={site} />
		{site.signIn !== 'address' && <SightSection site={site.name} />}
		<AccessSection site={site} />
		{site.signIn !== 'address' && <MailSection site={site.name} />}
		<SiteSnapshots site={site.name} />
	</>
);

/** Leads to a part of the page once it is there. */
const useSection = (section: SiteSection | null, isThere: boolean): void => {
	useEffect(() => {
		if (section === null || !isThere) return;
		const heading = document.getElementById(section);
		heading?.scrollIntoView({ block: 'start' });
		heading?.focus({ preventScroll: true });
	}, [section, isThere]);
};

/** Everything about one site. */
export const SitePage = ({ name, section }: { readonly name: string; readonly section: SiteSection | null }) => {
	const { data: sites } = useQuery(allSites);
	const site = sites?.find((one) => one.name === name);
	useSection(section, site !== undefined);
	return (
		<div className={page['page']}>
			<div className={page['column']}>
				{sites === undefined && <PageLoading />}
				{sites !== undefined && site === undefined && <Absent name={name} />}
				{site !== undefined && <Sections site={site} />}
			</div>
		</div>
	);
};
