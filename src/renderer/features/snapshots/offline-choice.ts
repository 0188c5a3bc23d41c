import { useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import { allSites } from '../../sites.ts';
import { offlineStart, type OfflineStart, proposeSnapshot, usableSnapshots } from './offline-target.ts';
import { allSnapshots } from './snapshots.ts';

/** Whether the list is checked against a snapshot, and which. It outlives the page, as the list does. */
interface Offline {
	readonly isOn: boolean;
	/** `null`: the newest one of the site that was chosen, or of all. */
	readonly snapshotId: string | null;
	readonly deskKey: string | null;
	/** The snapshot it was said of that it be used as it is. */
	readonly allowedId: string | null;
	setOn(isOn: boolean): void;
	/** Takes a snapshot, and with it this way of finding out. */
	choose(snapshotId: string): void;
	chooseDesk(deskKey: string | null): void;
	allow(snapshotId: string, isAllowed: boolean): void;
}

export const useOffline = create<Offline>()((set) => ({
	isOn: false,
	snapshotId: null,
	deskKey: null,
	allowedId: null,
	setOn: (isOn) => set({ isOn }),
	choose: (snapshotId) => set({ isOn: true, snapshotId, deskKey: null, allowedId: null }),
	chooseDesk: (deskKey) => set({ deskKey }),
	allow: (snapshotId, isAllowed) => set({ allowedId: isAllowed ? snapshotId : null }),
}));

const chosenOf = (snapshots: readonly SnapshotInfo[], snapshotId: string | null): SnapshotInfo | null => {
	const usable = usableSnapshots(snapshots);
	return usable.find(({ id }) => id === snapshotId) ?? usable[0] ?? null;
};

/** The snapshot that would be used now; `null` where there is none. */
export const useChosenSnapshot = (): SnapshotInfo | null => {
	const { data: list } = useQuery(allSnapshots);
	const snapshotId = useOffline((offline) => offline.snapshotId);
	return chosenOf(list?.snapshots ?? [], snapshotId);
};

/** Takes this way of finding out, with the newest snapshot of the site unless one of it is chosen. */
export const useSnapshotWay = (site: string | null): (() => void) => {
	const { data: list } = useQuery(allSnapshots);
	const { data: sites } = useQuery(allSites);
	return () => {
		const { setOn, snapshotId, choose } = useOffline.getState();
		const snapshots = list?.snapshots ?? [];
		const url = sites?.find(({ name }) => name === site)?.url ?? null;
		const proposed = proposeSnapshot(snapshots, url);
		const known = snapshots.find(({ id }) => id === snapshotId);
		if (proposed === null || (known !== undefined && (url === null || known.site.url === url))) setOn(true);
		else choose(proposed.id);
	};
};

/** What a run is begun with: `null` where the site is to be asked, `incomplete` where something is still to be said. */
export const useOfflineStart = (): OfflineStart | 'incomplete' | null => {
	const { isOn, deskKey, allowedId } = useOffline();
	const snapshot = useChosenSnapshot();
	const { data: sites = [] } = useQuery(allSites);
	if (!isOn) return null;
	return (snapshot && offlineStart(snapshot, deskKey, allowedId === snapshot.id, sites)) ?? 'incomplete';
};
