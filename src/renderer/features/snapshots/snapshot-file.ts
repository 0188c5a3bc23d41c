import { create } from 'zustand';
import { snapshotWords as text } from '../../messages.ts';
import { showFailure, showInfo } from '../../ui/notices.ts';
import { openSnapshotFile } from './open-snapshot.ts';
import { useSnapshots } from './snapshots.ts';

interface SnapshotFile {
	/** How much of the file that is being opened is there, from 0 to 1; `null`: none is. */
	readonly part: number | null;
	/** Takes over a snapshot that somebody handed on as a file; one at a time. */
	open(file: File): Promise<void>;
}

export const useSnapshotFile = create<SnapshotFile>()((set, get) => ({
	part: null,
	open: async (file) => {
		if (get().part !== null) return;
		set({ part: 0 });
		const opened = await openSnapshotFile(file, (part) => set({ part }));
		set({ part: null });
		if (!opened.ok) {
			showFailure(opened.failure);
			return;
		}
		showInfo(text.opened(opened.value.site.name));
		await useSnapshots.getState().load();
	},
}));
