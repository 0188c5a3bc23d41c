import { create } from 'zustand';
import { failed, type Outcome } from '#shared/outcome.ts';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import { api, ask, queries } from '../../api.ts';
import { type WindowFailure, snapshotWords as text } from '../../messages.ts';
import { showFailure, showInfo } from '../../ui/notices.ts';
import { snapshotLists } from './snapshots.ts';
import { readFile } from '../../ui/files.ts';

/** As the contract takes them. */
const pieceBytes = 4 * 1024 * 1024;

/**
 * Hands the file of a snapshot to the Node side, a piece at a time, so that one of a gigabyte is never held here. `onPart`
 * tells which part of it is there, from 0 to 1. Nothing in it is looked at here.
 */
const openSnapshotFile = async (file: Blob, onPart: (part: number) => void): Promise<Outcome<SnapshotInfo, WindowFailure>> => {
	const begun = await ask(api.snapshots.beginImport.call({ bytes: file.size }));
	if (!begun.ok) return begun;
	const { importId } = begun.value;
	const read = (at: number): Promise<File | null> => readFile(file.slice(at, at + pieceBytes)).catch(() => null);
	let next = read(0);
	for (let at = 0; at < file.size; at += pieceBytes) {
		const piece = await next;
		// While one piece is on its way, the next is read.
		next = read(at + pieceBytes);
		if (piece === null) {
			void ask(api.snapshots.cancelImport.call({ importId }));
			return failed('file-unreadable');
		}
		const added = await ask(api.snapshots.importPiece.call({ importId, at, piece }));
		if (!added.ok) return added;
		onPart(Math.min(1, (at + pieceBytes) / file.size));
	}
	return ask(api.snapshots.finishImport.call({ importId }));
};

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
		for (const queryKey of snapshotLists) void queries.invalidateQueries({ queryKey });
	},
}));
