import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { codeOf } from '../../files/read-file.ts';
import type { Locks } from '../locks.ts';
import { attempt } from '../store-failure.ts';
import { largestFileBytes, refuseOtherForm } from './given-file.ts';
import { makeWorkFolder } from './work-folder.ts';

/** A snapshot's file on its way in, piece by piece. Nobody has looked at it yet. */
export interface IncomingFile {
	readonly path: string;
	/** The next piece; `at` is where it begins. Fails with `wrong-use` out of turn, `snapshot-unusable` beyond what was announced. */
	add(at: number, piece: Uint8Array): Promise<Outcome<null>>;
	/** No more pieces: `snapshot-unusable` where some are missing. */
	end(): Promise<Outcome<null>>;
	/** It is gone, whatever became of it. */
	discard(): Promise<void>;
}

/** More than the header, and enough to tell what else a file is. */
const headBytes = 4096;

const unusable = (fault: string) => failed('snapshot-unusable', { fault, limitBytes: largestFileBytes });

const writing = async (path: string, work: () => Promise<unknown>): Promise<Outcome<null>> => {
	try {
		await work();
		return done(null);
	} catch (error) {
		const reason = codeOf(error);
		if (reason === null) throw error;
		return failed('write-failed', { path, reason });
	}
};

/** Makes room for a file of so many bytes, in a folder that the next import clears away should this process die. */
export const openIncomingFile = async (folder: string, locks: Locks, bytes: number): Promise<Outcome<IncomingFile>> => {
	if (bytes > largestFileBytes) return unusable('too-large');
	const made = makeWorkFolder(folder, locks);
	if (!made.ok) return made;
	const work = made.value;
	const path = join(work.path, 'incoming.sqlite');
	let file: FileHandle | null = null;
	let written = 0;
	const close = async (): Promise<void> => {
		await file?.close();
		file = null;
	};
	const opened = await writing(path, async () => {
		file = await open(path, 'wx', 0o600);
	});
	if (!opened.ok) {
		work.discard();
		return opened;
	}
	return done({
		path,
		add: async (at, piece) => {
			if (at !== written || file === null) return failed('wrong-use', { what: 'at' });
			if (written + piece.length > bytes) return unusable('too-large');
			// Whoever chose the wrong file need not wait until all of it has come.
			const begins = at > 0 ? done(null) : attempt(() => done(refuseOtherForm(Buffer.from(piece.subarray(0, headBytes)), bytes)));
			if (!begins.ok) return begins;
			// Counted before it is on the disk: a piece that comes twice at once is out of turn.
			written += piece.length;
			return writing(path, async () => file?.writeFile(piece));
		},
		end: async () => {
			const closed = await writing(path, close);
			return closed.ok && written < bytes ? unusable('cut-off') : closed;
		},
		discard: async () => {
			await close().catch(() => undefined);
			work.discard();
		},
	});
};
