import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { offlineWords as text } from '../../messages.ts';
import { allSites } from '../../sites.ts';
import page from '../../ui/page.module.css';
import { proposeSnapshot } from './offline-target.ts';
import { useOffline } from './offline-choice.ts';
import { allSnapshots } from './snapshots.ts';

/** Whether the site is asked, or a snapshot of it. `site`: whose newest snapshot is proposed. */
export const WayChoice = ({ site }: { readonly site: string | null }) => {
	const heading = useId();
	const isOn = useOffline((offline) => offline.isOn);
	const { data: list } = useQuery(allSnapshots);
	const { data: sites } = useQuery(allSites);
	const change = (way: string): void => {
		const { setOn, snapshotId, choose } = useOffline.getState();
		if (way === 'live') {
			setOn(false);
			return;
		}
		const snapshots = list?.snapshots ?? [];
		const url = sites?.find(({ name }) => name === site)?.url ?? null;
		const proposed = proposeSnapshot(snapshots, url);
		const known = snapshots.find(({ id }) => id === snapshotId);
		if (proposed === null || (known !== undefined && (url === null || known.site.url === url))) setOn(true);
		else choose(proposed.id);
	};
	return (
		<section className={page['section']}>
			<h2 id={heading}>{text.way}</h2>
			<SegmentedControl
				fullWidth
				aria-labelledby={heading}
				value={isOn ? 'offline' : 'live'}
				onChange={change}
				data={[
					{ value: 'live', label: text.live },
					{ value: 'offline', label: text.offline },
				]}
			/>
			{isOn && <p className={page['muted']}>{text.offlineHint}</p>}
		</section>
	);
};
