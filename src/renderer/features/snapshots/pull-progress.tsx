import { Button, Loader } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { SnapshotInfo, SnapshotPart } from '#shared/snapshot.ts';
import { api } from '../../api.ts';
import { failureText, partTexts, pullWords as text, words } from '../../messages.ts';
import page from '../../ui/page.module.css';
import classes from './snapshot-item.module.css';
import { pullOf } from './snapshots.ts';

const mostShown = 4;

const isOver = ({ state }: SnapshotPart): boolean => state !== 'unfinished';

/** What is being read right now, in numbers; a pull of another process says only that it is under way. */
export const PullProgress = ({ snapshot }: { readonly snapshot: SnapshotInfo }) => {
	const { data: progress } = useQuery({ ...pullOf(snapshot.id), enabled: false });
	const stop = useMutation(api.snapshots.cancel.mutationOptions());
	if (progress === undefined || progress === null || progress.ended) return <p className={page['muted']}>{text.elsewhere}</p>;
	const { parts } = progress.snapshot;
	const reading = parts.filter((part) => !isOver(part) && part.from !== null);
	return (
		<div className={classes['progress']}>
			<Loader size={14} />
			<ul className={classes['reading']}>
				<li>{text.parts(parts.filter(isOver).length, parts.length)}</li>
				{reading.slice(0, mostShown).map(({ name, kind, records }) => (
					<li key={name}>{text.part(partTexts[kind], records, progress.expected[name] ?? null)}</li>
				))}
				<li>{text.calls(progress.calls)}</li>
				{progress.stop !== null && (
					<li>
						{failureText(progress.stop).happened} {words.run.goesOnByItself}
					</li>
				)}
			</ul>
			<Button
				variant="default"
				loading={stop.isPending}
				aria-label={text.stopOf(snapshot.site.name)}
				onClick={() => stop.mutate({ snapshotId: snapshot.id })}
			>
				{text.stop}
			</Button>
		</div>
	);
};
