import { useEffect } from 'react';
import type { SnapshotList } from '#shared/snapshot.ts';
import { useConnection } from '../../connection.ts';
import { useSnapshots } from './snapshots.ts';

let refreshing: Promise<void> | null = null;

/** Several parts of a page appear at once: they share one answer. */
const refresh = (): Promise<void> => {
	refreshing ??= useSnapshots
		.getState()
		.load()
		.finally(() => {
			refreshing = null;
		});
	return refreshing;
};

/** The snapshots of this machine, looked up when what shows them appears and after each reconnection. */
export const useSnapshotList = (): SnapshotList | null => {
	const epoch = useConnection((connection) => connection.epoch);
	useEffect(() => {
		if (epoch > 0) void refresh();
	}, [epoch]);
	return useSnapshots((snapshots) => snapshots.list);
};
