import { Button, NativeSelect } from '@mantine/core';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import { isOfExportsOnly } from '#shared/snapshot-gaps.ts';
import { missingText, offlineWords as text } from '../../messages/en/offline.ts';
import { standingTexts } from '../../messages/en/snapshots.ts';
import { routeHash } from '../../route.ts';
import { Choice } from '../../ui/choice.tsx';
import { formatAgo, formatMoment } from '../../ui/formats.ts';
import page from '../../ui/page.module.css';
import { useSites } from '../sites/sites.ts';
import { groupBySite } from './by-site.ts';
import { useChosenSnapshot, useOffline } from './offline-choice.ts';
import { deskChoices, deskMeant, lackOf, usableSnapshots } from './offline-target.ts';
import { standingOf } from './snapshot-contents.ts';
import { SnapshotExports } from './snapshot-details.tsx';
import { useSnapshots } from './snapshots.ts';

const SnapshotField = ({ chosen }: { readonly chosen: SnapshotInfo }) => {
	const list = useSnapshots((snapshots) => snapshots.list);
	const sites = useSites((state) => state.sites);
	const groups = groupBySite(sites ?? [], usableSnapshots(list?.snapshots ?? [])).filter(({ snapshots }) => snapshots.length > 0);
	const optionOf = (snapshot: SnapshotInfo) => ({
		value: snapshot.id,
		label: text.option(formatMoment(snapshot.takenAt), standingTexts[standingOf(snapshot)]),
	});
	return (
		<NativeSelect
			label={text.snapshot}
			value={chosen.id}
			onChange={(event) => useOffline.getState().choose(event.currentTarget.value)}
			data={groups.map(({ title, snapshots }) => ({ group: title, items: snapshots.map(optionOf) }))}
		/>
	);
};

const DeskField = ({ snapshot }: { readonly snapshot: SnapshotInfo }) => {
	const deskKey = useOffline((offline) => offline.deskKey);
	const choices = deskChoices(snapshot);
	if (choices.length === 0) return null;
	const meant = deskMeant(snapshot, deskKey);
	return (
		<NativeSelect
			label={text.desk}
			value={meant?.key ?? ''}
			onChange={(event) => useOffline.getState().chooseDesk(event.currentTarget.value === '' ? null : event.currentTarget.value)}
			data={[
				...(meant === null ? [{ value: '', label: text.chooseDesk }] : []),
				...choices.map(({ desk: { key, name }, isIn }) => {
					const label = `${name} (${key})`;
					return { value: key, label: isIn ? label : text.deskMissing(label) };
				}),
			]}
		/>
	);
};

/** What the snapshot lacks for this service project; it is used as it is only where somebody says so. */
const Lacks = ({ snapshot }: { readonly snapshot: SnapshotInfo }) => {
	const { deskKey, allowedId, allow } = useOffline();
	const { missing, isToBeAllowed } = lackOf(snapshot, deskMeant(snapshot, deskKey));
	if (!isToBeAllowed) return null;
	return (
		<>
			<p>{missing.length === 0 ? text.unfinished : text.lacks(missingText(missing))}</p>
			<Choice
				type="checkbox"
				name="as-it-is"
				label={text.asItIs}
				checked={allowedId === snapshot.id}
				onChange={(isAllowed) => allow(snapshot.id, isAllowed)}
			>
				{text.asItIsText}
			</Choice>
		</>
	);
};

const About = ({ snapshot }: { readonly snapshot: SnapshotInfo }) => {
	const nowMs = useSnapshots(({ loadedAtMs }) => loadedAtMs);
	const { access, takenAt, parts } = snapshot;
	return (
		<>
			<p>{text.taken(formatMoment(takenAt), formatAgo(takenAt, nowMs))}</p>
			<SnapshotExports snapshot={snapshot} />
			{isOfExportsOnly(parts) && <p className={page['muted']}>{text.ofFiles}</p>}
			{access.at !== null && <p className={page['muted']}>{text.access(formatMoment(access.at))}</p>}
		</>
	);
};

/** Which snapshot the list is checked against, in the place of the site that would be asked. */
export const OfflineForm = () => {
	const isLoaded = useSnapshots((snapshots) => snapshots.list !== null);
	const chosen = useChosenSnapshot();
	return (
		<section className={page['section']}>
			<h2>{text.target}</h2>
			{chosen === null ? (
				isLoaded && (
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
					<DeskField snapshot={chosen} />
					<About snapshot={chosen} />
					<Lacks snapshot={chosen} />
				</>
			)}
		</section>
	);
};
