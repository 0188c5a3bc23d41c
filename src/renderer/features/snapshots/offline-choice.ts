import { create } from 'zustand';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import { useSites } from '../sites/sites.ts';
import { offlineStart, type OfflineStart, usableSnapshots } from './offline-target.ts';
import { useSnapshots } from './snapshots.ts';

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

const chosenOf = (snapshots: readonly SnapshotInfo[], snapshotId: string | null): SnapshotInfo | null =>
	snapshots.find(({ id }) => id === snapshotId) ?? snapshots[0] ?? null;

/** The snapshot that would be used now; `null` where there is none. */
export const useChosenSnapshot = (): SnapshotInfo | null => {
	const list = useSnapshots((snapshots) => snapshots.list);
	const snapshotId = useOffline((offline) => offline.snapshotId);
	return list === null ? null : chosenOf(usableSnapshots(list.snapshots), snapshotId);
};

/** What a run is begun with: `null` where the site is to be asked, `incomplete` where something is still to be said. */
export const readOfflineStart = (): OfflineStart | 'incomplete' | null => {
	const { isOn, snapshotId, deskKey, allowedId } = useOffline.getState();
	if (!isOn) return null;
	const snapshot = chosenOf(usableSnapshots(useSnapshots.getState().list?.snapshots ?? []), snapshotId);
	if (snapshot === null) return 'incomplete';
	return offlineStart(snapshot, deskKey, allowedId === snapshot.id, useSites.getState().sites ?? []) ?? 'incomplete';
};

/** The same for what is on the screen. */
export const useOfflineStart = (): OfflineStart | 'incomplete' | null => {
	useOffline();
	useChosenSnapshot();
	return readOfflineStart();
};
