import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import { isOfAdminFilesOnly } from '#shared/snapshot-gaps.ts';
import { offlineWords as text, standingTexts } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import { allSites, siteLabelAt } from '../../sites.ts';
import { formatAgo, formatMoment } from '../../ui/formats.ts';
import page from '../../ui/page.module.css';
import { useChosenSnapshot, useOffline } from './offline-choice.ts';
import { usableSnapshots } from './offline-target.ts';
import { groupBySite, standingOf } from './snapshot-contents.ts';
import { SnapshotExports } from './snapshot-details.tsx';
import { AsItIs, SnapshotDeskField } from './snapshot-fields.tsx';
import { allSnapshots } from './snapshots.ts';
import { useNow } from '../../ui/use-time.ts';

const SnapshotField = ({ chosen }: { readonly chosen: SnapshotInfo }) => {
	const { data: list } = useQuery(allSnapshots);
	const { data: sites = [] } = useQuery(allSites);
	const groups = groupBySite(sites, usableSnapshots(list?.snapshots ?? [])).filter(({ snapshots }) => snapshots.length > 0);
	const optionOf = (snapshot: SnapshotInfo) => ({
		value: snapshot.id,
		label: text.option(formatMoment(snapshot.takenAt), standingTexts[standingOf(snapshot)]),
	});
	return (
		<NativeSelect
			label={text.snapshot}
			value={chosen.id}
			onChange={(event) => useOffline.getState().choose(event.currentTarget.value)}
			data={groups.map(({ title, url, snapshots }) => ({
				group: siteLabelAt(sites, { name: title, url }),
				items: snapshots.map(optionOf),
			}))}
		/>
	);
};

const About = ({ snapshot }: { readonly snapshot: SnapshotInfo }) => {
	const nowMs = useNow();
	const { access, takenAt, parts } = snapshot;
	return (
		<>
			<p>{text.taken(formatMoment(takenAt), formatAgo(takenAt, nowMs))}</p>
			<SnapshotExports snapshot={snapshot} />
			{isOfAdminFilesOnly(parts) && <p className={page['muted']}>{text.ofFiles}</p>}
			{access.at !== null && <p className={page['muted']}>{text.access(formatMoment(access.at))}</p>}
		</>
	);
};

/** Which snapshot the list is checked against, in the place of the site that would be asked. */
export const OfflineForm = () => {
	const { isSuccess } = useQuery(allSnapshots);
	const chosen = useChosenSnapshot();
	const { deskKey, chooseDesk, allowedId, allow } = useOffline();
	return (
		<section className={page['section']}>
			<h2>{text.target}</h2>
			{chosen === null ? (
				isSuccess && (
					<div className={page['actions']}>
						<span className={page['muted']}>{text.none}</span>
						<Button component="a" variant="default" href={routeHash({ at: 'snapshots' })}>
							{text.toSnapshots}
						</Button>
					</div>
				)
			) : (
				<>
					<SnapshotField chosen={chosen} />
					<SnapshotDeskField snapshot={chosen} deskKey={deskKey} onChange={chooseDesk} />
					<About snapshot={chosen} />
					<AsItIs
						snapshot={chosen}
						deskKey={deskKey}
						isAllowed={allowedId === chosen.id}
						onChange={(isAllowed) => allow(chosen.id, isAllowed)}
					/>
				</>
			)}
		</section>
	);
};
