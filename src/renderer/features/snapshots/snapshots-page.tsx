import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SnapshotList } from '#shared/snapshot.ts';
import { deletionWords, failureText, snapshotWords as text } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import { allSites } from '../../sites.ts';
import { useNoStrayDrops } from '../../ui/file-drop.tsx';
import { SnapshotIcon, WarningIcon } from '../../ui/icons.tsx';
import { EmptyPage, Page, PageLoading } from '../../ui/page-states.tsx';
import page from '../../ui/page.module.css';
import { OpenSnapshotButton, useDroppedSnapshots } from './open-snapshot-button.tsx';
import { DeleteButton } from '../deletion/delete-dialog.tsx';
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
	<EmptyPage icon={<SnapshotIcon size={20} />} title={text.emptyTitle} text={text.emptyText}>
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
	</EmptyPage>
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
					<DeleteButton
						of={{ kind: 'snapshot', snapshotId: id }}
						label={deletionWords.of(`${id}.sqlite`)}
						title={deletionWords.title.snapshot}
						done={deletionWords.done.snapshot}
					/>
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
	const isEmpty = list?.snapshots.length === 0 && list.unusable.length === 0;
	const hasSites = sites.length > 0;
	return (
		<Page
			title={text.title}
			intro={text.intro}
			actions={
				list !== undefined &&
				!isEmpty && (
					<>
						<AddFile />
						<OpenSnapshotButton />
					</>
				)
			}
		>
			{list === undefined && <PageLoading />}
			{list !== undefined && list.unusable.length > 0 && <Unusable files={list.unusable} />}
			{isEmpty && <Empty hasSites={hasSites} />}
			{list !== undefined &&
				groupBySite(sites, list.snapshots).map(({ site, title, url, snapshots }) =>
					site === null ? (
						<SnapshotsOf key={url} title={title} host={null} site={null} snapshots={snapshots} />
					) : (
						<SiteSnapshots key={site} site={site} isNamed />
					),
				)}
		</Page>
	);
};
