import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { words } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { allSites, sitesOverview } from '../../sites.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { PlusIcon, SiteIcon } from '../../ui/icons.tsx';
import { EmptyPage, Page, PageLoading } from '../../ui/page-states.tsx';
import page from '../../ui/page.module.css';
import { AddSiteForm } from './add-site-form.tsx';
import { SiteTable } from './site-table.tsx';
import classes from './sites-page.module.css';
import { useNow } from '../../ui/use-time.ts';

const SecretsNote = () => {
	// A keychain that is unlocked late is noticed.
	const { data: info } = useQuery(
		api.app.info.queryOptions({ refetchInterval: ({ state }) => (state.data?.secrets === 'unlocking' ? 2000 : false) }),
	);
	if (info === undefined) return null;
	const { secrets } = info;
	return (
		<p className={classes['secrets']} data-kind={secrets}>
			{words.sites.secrets[secrets]}
		</p>
	);
};

const EmptySites = ({ onAdd }: { readonly onAdd: () => void }) => (
	<EmptyPage icon={<SiteIcon size={20} />} title={words.sites.emptyTitle} text={words.sites.emptyText}>
		<Button leftSection={<PlusIcon size={14} />} onClick={onAdd}>
			{words.sites.add}
		</Button>
	</EmptyPage>
);

const Overview = () => {
	const { data: sites, error, refetch } = useQuery(sitesOverview);
	const nowMs = useNow();
	return (
		<>
			{error !== null && (
				<>
					<FailureNote failure={error} withKept={false} />
					<div className={page['actions']}>
						<Button variant="default" onClick={() => void refetch()}>
							{words.common.retry}
						</Button>
					</div>
				</>
			)}
			{sites === undefined && error === null && <PageLoading />}
			{sites !== undefined && <SiteTable sites={sites} nowMs={nowMs} />}
		</>
	);
};

export const SitesPage = () => {
	const { data: sites } = useQuery(allSites);
	const [adding, setAdding] = useState(false);
	const isEmpty = sites?.length === 0;
	return (
		<Page
			title={words.sites.title}
			intro={words.sites.intro}
			actions={
				!adding &&
				sites !== undefined &&
				!isEmpty && (
					<Button leftSection={<PlusIcon size={14} />} onClick={() => setAdding(true)}>
						{words.sites.add}
					</Button>
				)
			}
		>
			<SecretsNote />
			{adding && <AddSiteForm onClose={() => setAdding(false)} onAdded={(name) => goTo({ at: 'site', name })} />}
			{isEmpty && !adding && <EmptySites onAdd={() => setAdding(true)} />}
			{!isEmpty && <Overview />}
		</Page>
	);
};
