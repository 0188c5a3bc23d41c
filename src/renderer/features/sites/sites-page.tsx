import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useConnection } from '../../connection.ts';
import { words } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { PlusIcon, SiteIcon } from '../../ui/icons.tsx';
import page from '../../ui/page.module.css';
import { PageLoading } from '../../ui/page-states.tsx';
import { useDelayed } from '../../ui/use-delayed.ts';
import { useAppInfo } from '../shell/app-info.ts';
import { AddSiteForm } from './add-site-form.tsx';
import { useOverview } from './site-overview.ts';
import { SiteTable } from './site-table.tsx';
import { useSites } from './sites.ts';
import classes from './sites-page.module.css';

const refreshMs = 3000;

const SecretsNote = () => {
	const secrets = useAppInfo((app) => app.info?.secrets);
	if (secrets === undefined) return null;
	return (
		<p className={classes['secrets']} data-kind={secrets}>
			{secrets === 'session' ? words.sites.session : words.sites.keychain}
		</p>
	);
};

const EmptySites = ({ onAdd }: { readonly onAdd: () => void }) => (
	<div className={page['empty']}>
		<span className={page['emptyMark']}>
			<SiteIcon size={20} />
		</span>
		<h2>{words.sites.emptyTitle}</h2>
		<p>{words.sites.emptyText}</p>
		<Button leftSection={<PlusIcon size={14} />} onClick={onAdd}>
			{words.sites.add}
		</Button>
	</div>
);

/** Loads the overview again while a run that it shows goes on, and whenever a site came or went. */
const useFreshOverview = (): void => {
	const load = useOverview((overview) => overview.load);
	const working = useOverview(({ sites }) => sites?.some(({ lastRun }) => lastRun?.state === 'running') ?? false);
	const epoch = useConnection((connection) => connection.epoch);
	const sites = useSites((state) => state.sites);
	useEffect(() => {
		if (epoch > 0) void load();
		if (!working) return;
		const timer = setInterval(() => void load(), refreshMs);
		return () => clearInterval(timer);
	}, [epoch, load, working, sites]);
};

const Overview = () => {
	const { sites, failure, loadedAtMs, load } = useOverview();
	const late = useDelayed(sites === null && failure === null);
	return (
		<>
			{failure !== null && (
				<>
					<FailureNote failure={failure} withKept={false} />
					<div className={page['actions']}>
						<Button variant="default" onClick={() => void load()}>
							{words.common.retry}
						</Button>
					</div>
				</>
			)}
			{late && <PageLoading text={words.common.loading} />}
			{sites !== null && <SiteTable sites={sites} nowMs={loadedAtMs} />}
		</>
	);
};

export const SitesPage = () => {
	useFreshOverview();
	const sites = useSites((state) => state.sites);
	const [adding, setAdding] = useState(false);
	const isEmpty = sites !== null && sites.length === 0;
	return (
		<div className={page['page']}>
			<div className={page['column']}>
				<div className={page['head']}>
					<div className={page['title']}>
						<h1>{words.sites.title}</h1>
						<p className={page['muted']}>{words.sites.intro}</p>
					</div>
					{!adding && sites !== null && !isEmpty && (
						<Button leftSection={<PlusIcon size={14} />} onClick={() => setAdding(true)}>
							{words.sites.add}
						</Button>
					)}
				</div>
				<SecretsNote />
				{adding && <AddSiteForm onClose={() => setAdding(false)} onAdded={(name) => goTo({ at: 'site', name })} />}
				{isEmpty && !adding && <EmptySites onAdd={() => setAdding(true)} />}
				{!isEmpty && <Overview />}
			</div>
		</div>
	);
};
