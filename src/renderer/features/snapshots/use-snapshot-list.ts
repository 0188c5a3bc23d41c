import { useEffect } from 'react';
import type { SnapshotList } from '#shared/snapshot.ts';
import { useConnection } from '../../connection.ts';
import { useSnapshots } from './snapshots.ts';

/** The snapshots of this machine, looked up when what shows them appears and after each reconnection. */
export const useSnapshotList = (): SnapshotList | null => {
	const epoch = useConnection((connection) => connection.epoch);
	useEffect(() => {
		if (epoch > 0) void useSnapshots.getState().load();
	}, [epoch]);
	return useSnapshots((snapshots) => snapshots.list);
};
