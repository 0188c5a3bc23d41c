import { create } from 'zustand';
import type { Failure } from '#shared/outcome.ts';
import type { SnapshotInfo, SnapshotList, SnapshotProgress } from '#shared/snapshot.ts';
import { isWhole } from '#shared/snapshot-gaps.ts';
import { ask, type Client, client } from '../../client.ts';
import { useConnection } from '../../connection.ts';
import { type WindowFailure, snapshotWords } from '../../messages.ts';
import { showFailure, showInfo } from '../../ui/notices.ts';

type PullRequest = Parameters<Client['snapshots']['pull']>[0];

interface Snapshots {
	/** Newest first; `null` until they have been loaded once. */
	readonly list: SnapshotList | null;
	/** What ages are reckoned from. */
	readonly loadedAtMs: number;
	/** Pulls of this process that are under way. */
	readonly pulls: ReadonlyMap<string, SnapshotProgress>;
	/** Why pulls ended before their last part, since the window opened. */
	readonly stops: ReadonlyMap<string, Failure>;
	readonly stopping: ReadonlySet<string>;
	load(): Promise<void>;
	/** The failure, or `null` where it has begun. */
	pull(request: PullRequest): Promise<WindowFailure | null>;
	stop(snapshotId: string): Promise<void>;
	remove(snapshotId: string): Promise<void>;
}

const without = <K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> => new Map([...map].filter(([one]) => one !== key));

export const useSnapshots = create<Snapshots>()((set, get) => {
	const followed = new Set<string>();

	const replace = (snapshot: SnapshotInfo): void =>
		set(({ list }) =>
			list === null ? {} : { list: { ...list, snapshots: list.snapshots.map((one) => (one.id === snapshot.id ? snapshot : one)) } },
		);

	const apply = (progress: SnapshotProgress): void => {
		const { snapshot, ended, stop } = progress;
		replace(snapshot);
		if (!ended) {
			set(({ pulls }) => ({ pulls: new Map(pulls).set(snapshot.id, progress) }));
			return;
		}
		set(({ pulls, stops, stopping }) => ({
			pulls: without(pulls, snapshot.id),
			stops: stop === null ? stops : new Map(stops).set(snapshot.id, stop),
			stopping: new Set([...stopping].filter((id) => id !== snapshot.id)),
		}));
		if (stop === null) showInfo((isWhole(snapshot.parts) ? snapshotWords.ended : snapshotWords.endedWithGaps)(snapshot.site.name));
	};

	/** Follows a pull of this process to its end, wherever in the window one is. */
	const follow = async (snapshotId: string): Promise<void> => {
		if (followed.has(snapshotId)) return;
		followed.add(snapshotId);
		try {
			for await (const progress of await client().snapshots.watch({ snapshotId })) apply(progress);
		} catch (error) {
			// A dropped connection is the banner's business; the list is loaded again when it is back.
			if (useConnection.getState().state === 'open') {
				console.error(error);
				showFailure({ code: 'internal', details: {} });
			}
		}
		followed.delete(snapshotId);
		set(({ pulls }) => ({ pulls: without(pulls, snapshotId) }));
	};

	return {
		list: null,
		loadedAtMs: 0,
		pulls: new Map(),
		stops: new Map(),
		stopping: new Set(),
		load: async () => {
			const answer = await ask((api) => api.snapshots.list());
			if (!answer.ok) {
				showFailure(answer.failure);
				return;
			}
			set({ list: answer.value, loadedAtMs: Date.now() });
			for (const { id, state } of answer.value.snapshots) if (state === 'pulling') void follow(id);
		},
		pull: async (request) => {
			const answer = await ask((api) => api.snapshots.pull(request));
			if (!answer.ok) return answer.failure;
			set(({ stops }) => ({ stops: without(stops, answer.value.snapshotId) }));
			await get().load();
			return null;
		},
		stop: async (snapshotId) => {
			set(({ stopping }) => ({ stopping: new Set([...stopping, snapshotId]) }));
			const answer = await ask((api) => api.snapshots.cancel({ snapshotId }));
			set(({ stopping }) => ({ stopping: new Set([...stopping].filter((id) => id !== snapshotId)) }));
			if (!answer.ok) showFailure(answer.failure);
		},
		remove: async (snapshotId) => {
			const answer = await ask((api) => api.snapshots.remove({ snapshotId }));
			if (answer.ok) showInfo(snapshotWords.removed);
			else showFailure(answer.failure);
			await get().load();
		},
	};
});
