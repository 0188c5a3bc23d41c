import { Button, Loader } from '@mantine/core';
import { useState } from 'react';
import { words } from '../../messages/words.ts';
import { PlusIcon, SiteIcon } from '../../ui/icons.tsx';
import page from '../../ui/page.module.css';
import { useDelayed } from '../../ui/use-delayed.ts';
import { useAppInfo } from '../shell/app-info.ts';
import { AddSiteForm } from './add-site-form.tsx';
import { SiteCard } from './site-card.tsx';
import { useSites } from './sites.ts';
import classes from './sites-page.module.css';

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

export const SitesPage = () => {
	const sites = useSites((state) => state.sites);
	const [adding, setAdding] = useState(false);
	const late = useDelayed(sites === null);
	const isEmpty = sites !== null && sites.length === 0;
	return (
		<div className={page['page']}>
			<div className={page['column']}>
				<div className={page['head']}>
					<div>
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
				{adding && <AddSiteForm onClose={() => setAdding(false)} />}
				{sites === null && late && (
					<div className={page['loading']} role="status">
						<Loader size={16} /> {words.common.loading}
					</div>
				)}
				{isEmpty && !adding && <EmptySites onAdd={() => setAdding(true)} />}
				{sites?.map((site) => (
					<SiteCard key={site.name} site={site} />
				))}
			</div>
		</div>
	);
};
