import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { SiteInfo } from '#shared/run.ts';
import { managementTexts } from '../../messages/terms.ts';
import { words } from '../../messages/words.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import classes from './site-card.module.css';
import { SiteCheckView } from './site-check-view.tsx';
import { useSites } from './sites.ts';

const RemoveSite = ({ name }: { readonly name: string }) => {
	const remove = useSites((sites) => sites.remove);
	const [asking, setAsking] = useState(false);
	const [removing, setRemoving] = useState(false);
	const confirm = async (): Promise<void> => {
		setRemoving(true);
		await remove(name);
		setRemoving(false);
		setAsking(false);
	};
	return (
		<>
			<Button variant="default" onClick={() => setAsking(true)} aria-label={`${words.sites.remove} ${name}`}>
				{words.sites.remove}
			</Button>
			<Modal
				opened={asking}
				onClose={() => setAsking(false)}
				title={words.sites.removeTitle(name)}
				closeButtonProps={{ 'aria-label': words.common.close }}
			>
				<div className={page['section']}>
					<p>{words.sites.removeText}</p>
					<div className={page['actions']}>
						<Button color="red.8" loading={removing} onClick={() => void confirm()}>
							{words.sites.removeButton}
						</Button>
						<Button variant="default" onClick={() => setAsking(false)} data-autofocus>
							{words.common.cancel}
						</Button>
					</div>
				</div>
			</Modal>
		</>
	);
};

export const SiteCard = ({ site }: { readonly site: SiteInfo }) => {
	const known = useSites((sites) => sites.checks.get(site.name));
	const check = useSites((sites) => sites.check);
	const shown = known?.state === 'answered' ? known.check : known?.state === 'asking' ? known.earlier : null;
	return (
		<section className={page['card']} aria-label={site.name}>
			<div className={classes['head']}>
				<div className={classes['names']}>
					<h2>{site.name}</h2>
					<p className={page['muted']}>
						{site.url.replace(/^https:\/\//, '')} · {site.email} · {managementTexts[site.management]}
					</p>
				</div>
				<Button
					variant="default"
					loading={known?.state === 'asking'}
					onClick={() => void check(site.name)}
					aria-label={`${words.sites.check} ${site.name}`}
				>
					{words.sites.check}
				</Button>
				<RemoveSite name={site.name} />
			</div>
			{(!site.hasApiToken || !site.hasOrgApiKey) && (
				<ul className={classes['lacks']}>
					{!site.hasApiToken && <li>{words.sites.noToken}</li>}
					{!site.hasOrgApiKey && <li>{words.sites.orgKeyAbsent}</li>}
				</ul>
			)}
			{known?.state === 'failed' && (
				<div className={classes['failure']}>
					<FailureNote failure={known.failure} withKept={false} />
				</div>
			)}
			{shown !== null && <SiteCheckView check={shown} />}
		</section>
	);
};
