import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PartKind, SnapshotInfo } from '#shared/snapshot.ts';
import { deletionWords, failureText, everybodyWords, pullWords, snapshotWords as text, standingTexts } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { Banner } from '../../ui/banner.tsx';
import { formatAgo, formatBytes, formatMoment } from '../../ui/formats.ts';
import page from '../../ui/page.module.css';
import { CheckEverybody } from './check-everybody.tsx';
import { useOffline } from './offline-choice.ts';
import { isUsable } from './offline-target.ts';
import { PullProgress } from './pull-progress.tsx';
import { DeleteButton } from '../deletion/delete-dialog.tsx';
import { SaveSnapshot } from './save-snapshot.tsx';
import { pulledDesks, recordsOf, standingOf } from './snapshot-contents.ts';
import { SnapshotExports, SnapshotGaps, SnapshotParts } from './snapshot-details.tsx';
import classes from './snapshot-item.module.css';
import { pullOf } from './snapshots.ts';
import { useNow } from '../../ui/use-time.ts';

/** In numbers what was read so far; of a part that was not begun nothing is said. */
const Facts = ({ snapshot }: { readonly snapshot: SnapshotInfo }) => {
	const { parts, desks, bytes } = snapshot;
	const has = (kind: PartKind): boolean => parts.some((part) => part.kind === kind);
	return (
		<p className={classes['facts']}>
			{has('accounts') && <span>{text.accounts(recordsOf(snapshot, 'accounts'))}</span>}
			{has('directory') && <span>{text.directory(recordsOf(snapshot, 'directory'))}</span>}
			{has('customers') && <span>{text.customers(recordsOf(snapshot, 'customers'), pulledDesks(snapshot), desks.length)}</span>}
			<span>{formatBytes(bytes)}</span>
		</p>
	);
};

/** Why its last pull ended before its last part. */
const Stopped = ({ snapshot }: { readonly snapshot: SnapshotInfo }) => {
	const { data: last } = useQuery({ ...pullOf(snapshot.id), enabled: false });
	const stop = last?.stop ?? null;
	if (stop === null || snapshot.state === 'pulling') return null;
	const { happened, next } = failureText(stop);
	const isAsked = stop.code === 'cancelled';
	return (
		<Banner tone={isAsked ? 'info' : 'danger'} role="status" title={isAsked ? pullWords.stopped : happened}>
			<p>{isAsked ? pullWords.kept : `${pullWords.kept} ${next}`}</p>
		</Banner>
	);
};

const Buttons = ({ snapshot, when }: { readonly snapshot: SnapshotInfo; readonly when: string }) => {
	const named = (action: string): string => text.actionOf(action, when);
	const useIt = (): void => {
		useOffline.getState().choose(snapshot.id);
		goTo({ at: 'import' });
	};
	return (
		<div className={page['actions']}>
			{isUsable(snapshot) && (
				<>
					<Button variant="default" aria-label={named(text.check)} onClick={useIt}>
						{text.check}
					</Button>
					<CheckEverybody snapshot={snapshot} label={named(everybodyWords.button)} />
				</>
			)}
			<SaveSnapshot snapshotId={snapshot.id} label={named(text.saveAs)} />
			<DeleteButton
				of={{ kind: 'snapshot', snapshotId: snapshot.id }}
				label={named(deletionWords.button)}
				title={deletionWords.title.snapshot}
				done={deletionWords.done.snapshot}
			/>
		</div>
	);
};

/** One snapshot: how old, what is in it and from where, what is missing, and what can be done with it. */
export const SnapshotItem = ({ snapshot }: { readonly snapshot: SnapshotInfo }) => {
	const nowMs = useNow();
	const when = formatMoment(snapshot.takenAt);
	const ago = formatAgo(snapshot.takenAt, nowMs);
	const standing = standingOf(snapshot);
	return (
		<article className={classes['item']} aria-label={text.of(when)}>
			<div className={classes['top']}>
				<div className={classes['names']}>
					<h3 className={classes['title']}>
						<time dateTime={snapshot.takenAt}>{when}</time>
						{ago !== when && <span className={page['muted']}>{ago}</span>}
						<span className={classes['standing']} data-standing={standing}>
							{standingTexts[standing]}
						</span>
					</h3>
					<Facts snapshot={snapshot} />
				</div>
				{snapshot.state !== 'pulling' && <Buttons snapshot={snapshot} when={when} />}
			</div>
			{snapshot.state === 'pulling' && <PullProgress snapshot={snapshot} />}
			<Stopped snapshot={snapshot} />
			<SnapshotExports snapshot={snapshot} canRemove />
			<SnapshotGaps snapshot={snapshot} />
			<SnapshotParts snapshot={snapshot} />
		</article>
	);
};
