import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import { adminFileWords as text } from '../../messages.ts';
import { goTo, routeHash } from '../../route.ts';
import { allSites } from '../../sites.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { FileDrop, useNoStrayDrops } from '../../ui/file-drop.tsx';
import { tablesAnd } from '../../ui/file-types.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import { Page } from '../../ui/page-states.tsx';
import page from '../../ui/page.module.css';
import classes from './add-admin-file-page.module.css';
import { openPoint } from './admin-file-choice.ts';
import { useAdminFileDraft } from './admin-file-draft.ts';
import { AdminFileKindForm, AdminFileReading } from './admin-file-reading.tsx';
import { AdminFileTargetForm, AdminFileTimeForm, VerifiedDomainsField } from './admin-file-target.tsx';
import { settledSnapshots } from './snapshot-contents.ts';
import { useOffline } from './offline-choice.ts';
import { SnapshotExports } from './snapshot-details.tsx';
import { allSnapshots } from './snapshots.ts';

const fileTypes = tablesAnd('.txt', '.html', '.htm', 'text/plain', 'text/html');

const ChooseFile = () => {
	const { stage, openFile, openText } = useAdminFileDraft();
	return (
		<FileDrop
			accept={fileTypes}
			isOpening={stage === 'opening'}
			text={text}
			onFile={(file) => void openFile(file)}
			onText={(pasted) => void openText(pasted)}
		/>
	);
};

const AddBar = () => {
	const { stage, preview, day, target, failure, add } = useAdminFileDraft();
	if (preview === null) return null;
	const open = openPoint({ preview, day, target });
	return (
		<div className={page['section']}>
			{failure !== null && <FailureNote failure={failure} />}
			<div className={page['actions']}>
				<Button size="sm" loading={stage === 'adding'} disabled={open !== null} onClick={() => void add()}>
					{text.add}
				</Button>
				{open !== null && <span className={page['muted']}>{text.open[open]}</span>}
			</div>
		</div>
	);
};

const Added = ({ snapshot }: { readonly snapshot: SnapshotInfo }) => {
	const { preview, startOver } = useAdminFileDraft();
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);
	const check = (): void => {
		useOffline.getState().choose(snapshot.id);
		startOver();
		goTo({ at: 'import' });
	};
	return (
		<section className={page['section']}>
			<h2 ref={heading} tabIndex={-1} className={classes['added']}>
				<CheckIcon /> {text.added(preview?.name ?? '', snapshot.site.name)}
			</h2>
			<SnapshotExports snapshot={snapshot} />
			<p className={page['muted']}>{text.addedHint}</p>
			<div className={page['actions']}>
				<Button onClick={startOver}>{text.another}</Button>
				<Button variant="default" onClick={check}>
					{text.check}
				</Button>
				<Button component="a" variant="default" href={routeHash({ at: 'snapshots' })} onClick={startOver}>
					{text.toSnapshots}
				</Button>
			</div>
		</section>
	);
};

/** Files go where the last one went, or into the newest snapshot, or into a new one of the first site. */
const useProposedTarget = (): readonly SnapshotInfo[] => {
	const { data: list } = useQuery(allSnapshots);
	const { data: sites } = useQuery(allSites);
	const target = useAdminFileDraft((draft) => draft.target);
	useEffect(() => {
		const snapshots = settledSnapshots(list?.snapshots ?? []);
		const isOpen = 'siteUrl' in target ? target.siteUrl === '' : !snapshots.some(({ id }) => id === target.snapshotId);
		if (list === undefined || sites === undefined || !isOpen || useAdminFileDraft.getState().stage !== 'choosing') return;
		const [newest] = snapshots;
		const [first] = sites;
		if (newest !== undefined) useAdminFileDraft.setState({ target: { snapshotId: newest.id } });
		else if (first !== undefined || 'snapshotId' in target) useAdminFileDraft.setState({ target: { siteUrl: first?.url ?? '' } });
	}, [list, sites, target]);
	return list?.snapshots ?? [];
};

export const AddAdminFilePage = () => {
	useNoStrayDrops();
	const snapshots = useProposedTarget();
	const { stage, preview, failure, result, startOver } = useAdminFileDraft();
	const isChoosing = stage === 'choosing' || stage === 'opening';
	return (
		<Page
			title={isChoosing || preview === null ? text.title : preview.name}
			{...(isChoosing ? { intro: text.intro } : {})}
			actions={
				<>
					{(stage === 'ready' || stage === 'adding') && (
						<Button variant="default" onClick={startOver}>
							{text.startOver}
						</Button>
					)}
					<Button component="a" variant="default" href={routeHash({ at: 'snapshots' })}>
						{text.back}
					</Button>
				</>
			}
		>
			{isChoosing && failure !== null && <FailureNote failure={failure} />}
			{isChoosing && <ChooseFile />}
			{(stage === 'ready' || stage === 'adding') && preview !== null && (
				<>
					<AdminFileKindForm preview={preview} />
					<AdminFileTargetForm snapshots={snapshots} />
					<AdminFileReading preview={preview} />
					<AdminFileTimeForm />
					<VerifiedDomainsField />
					<AddBar />
				</>
			)}
			{stage === 'added' && result !== null && <Added snapshot={result} />}
		</Page>
	);
};
