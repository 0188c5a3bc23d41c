import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { offlineWords as text } from '../../messages.ts';
import page from '../../ui/page.module.css';
import { useOffline, useSnapshotWay } from './offline-choice.ts';

/** Whether the site is asked, or a snapshot of it. `site`: whose newest snapshot is proposed. */
export const WayChoice = ({ site }: { readonly site: string | null }) => {
	const heading = useId();
	const isOn = useOffline((offline) => offline.isOn);
	const takeSnapshot = useSnapshotWay(site);
	return (
		<section className={page['section']}>
			<h2 id={heading}>{text.way}</h2>
			<SegmentedControl
				fullWidth
				aria-labelledby={heading}
				value={isOn ? 'offline' : 'live'}
				onChange={(way) => (way === 'live' ? useOffline.getState().setOn(false) : takeSnapshot())}
				data={[
					{ value: 'live', label: text.live },
					{ value: 'offline', label: text.offline },
				]}
			/>
			{isOn && <p className={page['muted']}>{text.offlineHint}</p>}
		</section>
	);
};
