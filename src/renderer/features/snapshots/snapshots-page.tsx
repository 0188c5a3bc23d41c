import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SnapshotList } from '#shared/snapshot.ts';
import { deletionWords, failureText, snapshotWords as text, words } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import { allSites } from '../../sites.ts';
import { useNoStrayDrops } from '../../ui/file-drop.tsx';
import { SnapshotIcon, WarningIcon } from '../../ui/icons.tsx';
import page from '../../ui/page.module.css';
import { PageLoading } from '../../ui/page-states.tsx';
import { useDelayed } from '../../ui/use-delayed.ts';
import { OpenSnapshotButton, useDroppedSnapshots } from './open-snapshot-button.tsx';
import { RemoveSnapshot } from './remove-snapshot.tsx';
import { SiteSnapshots, SnapshotsOf } from './site-snapshots.tsx';
import { groupBySite } from './snapshot-contents.ts';
import classes from './snapshots-page.module.css';
import { allSnapshots } from './snapshots.ts';

const AddFile = () => (
	<Button component="a" variant="default" href={routeHash({ at: 'add-admin-file' })}>
		{text.addFile}
	</Button>
);

const Empty = ({ hasSites }: { readonly hasSites: boolean }) => (
	<div className={page['empty']}>
		<span className={page['emptyMark']}>
			<SnapshotIcon size={20} />
		</span>
		<h2>{text.emptyTitle}</h2>
		<p>{text.emptyText}</p>
		{!hasSites && <p>{text.emptySites}</p>}
		<div className={classes['ways']}>
			{!hasSites && (
				<Button component="a" href={routeHash({ at: 'sites' })}>
					{text.addSite}
				</Button>
			)}
			<AddFile />
			<OpenSnapshotButton />
		</div>
	</div>
);

/** Files in the folder that are damaged or no snapshots of ours: named, so that nobody wonders where one is. */
const Unusable = ({ files }: { readonly files: SnapshotList['unusable'] }) => (
	<section className={page['card']} aria-label={text.unusableTitle}>
		<div className={classes['unusableHead']}>
			<h2>{text.unusableTitle}</h2>
		</div>
		<ul className={classes['unusable']}>
			{files.map(({ id, failure }) => (
				<li key={id}>
					<WarningIcon />
					<div className={classes['fault']}>
						<strong>{text.unusableFile(id)}</strong>
						<span>{failureText(failure).happened}</span>
					</div>
					<RemoveSnapshot snapshotId={id} label={deletionWords.of(`${id}.sqlite`)} />
				</li>
			))}
		</ul>
	</section>
);

export const SnapshotsPage = () => {
	useNoStrayDrops();
	useDroppedSnapshots();
	const { data: list } = useQuery(allSnapshots);
	const { data: sites = [] } = useQuery(allSites);
	const late = useDelayed(list === undefined);
	const isEmpty = list?.snapshots.length === 0 && list.unusable.length === 0;
	const hasSites = sites.length > 0;
	return (
		<div className={page['page']}>
			<div className={page['column']}>
				<div className={page['head']}>
					<div className={page['title']}>
						<h1>{text.title}</h1>
						<p className={page['muted']}>{text.intro}</p>
					</div>
					{list !== undefined && !isEmpty && (
						<div className={page['actions']}>
							<AddFile />
							<OpenSnapshotButton />
						</div>
					)}
				</div>
				{list === undefined && late && <PageLoading text={words.common.loading} />}
				{list !== undefined && list.unusable.length > 0 && <Unusable files={list.unusable} />}
				{isEmpty && <Empty hasSites={hasSites} />}
				{list !== undefined &&
					groupBySite(sites, list.snapshots).map(({ site, title, url, snapshots }) =>
						site === null ? (
							<SnapshotsOf key={url} title={title} host={null} why={text.notStored} snapshots={snapshots} />
						) : (
							<SiteSnapshots key={site} site={site} isNamed />
						),
					)}
			</div>
		</div>
	);
};
