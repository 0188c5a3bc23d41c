import { useQueries, useQuery } from '@tanstack/react-query';
import type { SnapshotProgress } from '#shared/snapshot.ts';
import { isWhole } from '#shared/snapshot-gaps.ts';
import { api, follow, queries } from '../../api.ts';
import { snapshotWords } from '../../messages.ts';
import { sitesOverview } from '../../sites.ts';
import { showInfo } from '../../ui/notices.ts';

/** Newest first. */
export const allSnapshots = api.snapshots.list.queryOptions();

/** What shows a snapshot that came, changed or went. */
export const snapshotLists = [allSnapshots.queryKey, sitesOverview.queryKey];

const take = ({ snapshot, ended, stop }: SnapshotProgress): void => {
	queries.setQueryData(
		allSnapshots.queryKey,
		(list) => list && { ...list, snapshots: list.snapshots.map((one) => (one.id === snapshot.id ? snapshot : one)) },
	);
	if (ended && stop === null) showInfo((isWhole(snapshot.parts) ? snapshotWords.ended : snapshotWords.endedWithGaps)(snapshot.site.name));
};

/** How far a pull of this process has come; `null` where another one pulls it. Its last push stays: it says why the pull ended. */
export const pullOf = (snapshotId: string) => ({
	...follow(
		api.snapshots.watch.experimental_liveKey({ input: { snapshotId } }),
		(signal) => api.snapshots.watch.call({ snapshotId }, { signal }),
		take,
	),
	staleTime: 0,
	gcTime: Infinity,
});

/** Follows every pull that is known of to its end, wherever in the window one is. Shows nothing. */
export const FollowPulls = () => {
	const { data: list } = useQuery({ ...allSnapshots, enabled: false });
	const pulling = list?.snapshots.filter(({ state }) => state === 'pulling') ?? [];
	useQueries({ queries: pulling.map(({ id }) => ({ ...pullOf(id), notifyOnChangeProps: [] })) });
	return null;
};
