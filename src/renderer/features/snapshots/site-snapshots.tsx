import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import { sitesWords, snapshotWords as text } from '../../messages.ts';
import { allSites, hostOf } from '../../sites.ts';
import page from '../../ui/page.module.css';
import { PullDialog } from './pull-dialog.tsx';
import { openPull } from './snapshot-contents.ts';
import { SnapshotItem } from './snapshot-item.tsx';
import classes from './site-snapshots.module.css';
import { allSnapshots } from './snapshots.ts';

const PullButton = ({ site, snapshots }: { readonly site: string; readonly snapshots: readonly SnapshotInfo[] }) => {
	const [opened, setOpened] = useState(false);
	const open = openPull(snapshots);
	if (open?.state === 'pulling') return null;
	const label = open === null ? text.pull : text.goOn;
	return (
		<>
			<Button
				variant={open === null ? 'default' : 'filled'}
				aria-label={`${label.replace(/…$/, '')}: ${site}`}
				onClick={() => setOpened(true)}
			>
				{label}
			</Button>
			<PullDialog
				opened={opened}
				site={site}
				open={open}
				canUpdate={open === null && snapshots.some(({ state }) => state === 'complete')}
				onClose={() => setOpened(false)}
			/>
		</>
	);
};

interface SnapshotsOfProps {
	readonly title: string;
	/** Where the title does not say it. */
	readonly host: string | null;
	/** As the site is stored here; `null`: it is not, so it cannot be pulled. */
	readonly site: string | null;
	/** Without an account it cannot be pulled either. */
	readonly isAddressOnly?: boolean;
	readonly snapshots: readonly SnapshotInfo[];
}

/** The snapshots of one address, stored site or not. */
export const SnapshotsOf = ({ title, host, site, isAddressOnly = false, snapshots }: SnapshotsOfProps) => (
	<section className={page['card']} aria-label={title}>
		<div className={classes['head']}>
			<div className={classes['names']}>
				<h2>{title}</h2>
				{host !== null && <p className={page['muted']}>{host}</p>}
				{site === null && <p className={page['muted']}>{text.notStored}</p>}
				{isAddressOnly && <p className={page['muted']}>{sitesWords.addressOnly.notPulled}</p>}
			</div>
			{site !== null && !isAddressOnly && <PullButton site={site} snapshots={snapshots} />}
		</div>
		{snapshots.length === 0 && <p className={classes['none']}>{text.none}</p>}
		{snapshots.map((snapshot) => (
			<SnapshotItem key={snapshot.id} snapshot={snapshot} />
		))}
	</section>
);

/** The snapshots of a stored site, with what pulls another. `isNamed`: under the site's own name, where it stands among others. */
export const SiteSnapshots = ({ site, isNamed = false }: { readonly site: string; readonly isNamed?: boolean }) => {
	const { data: list } = useQuery(allSnapshots);
	const { data: sites } = useQuery(allSites);
	const stored = sites?.find(({ name }) => name === site);
	if (list === undefined || stored === undefined) return null;
	const { url, signIn } = stored;
	const ofSite = list.snapshots.filter((snapshot) => snapshot.site.url === url);
	const [title, host] = isNamed ? [site, hostOf(url)] : [text.title, null];
	return <SnapshotsOf title={title} host={host} site={site} isAddressOnly={signIn === 'address'} snapshots={ofSite} />;
};
