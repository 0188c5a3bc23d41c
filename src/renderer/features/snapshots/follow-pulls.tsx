import { useQueries, useQuery } from '@tanstack/react-query';
import { allSnapshots, pullOf } from './snapshots.ts';

/** Follows every pull that is known of to its end, wherever in the window one is. Shows nothing. */
export const FollowPulls = () => {
	const { data: list } = useQuery({ ...allSnapshots, enabled: false });
	const pulling = list?.snapshots.filter(({ state }) => state === 'pulling') ?? [];
	useQueries({ queries: pulling.map(({ id }) => ({ ...pullOf(id), notifyOnChangeProps: [] })) });
	return null;
};
