import { createReadStream, statSync } from 'node:fs';
import { listLimits } from '#core/lists/limits.ts';
import { ListError } from './list-failure.ts';

/**
 * The bytes of a list. The size is checked while reading, so a growing file ends too. Throws `ListError`:
 * `list-not-found`, `list-unreadable` (directory, pipe, no permission; `reason` is the system's code, or says what it is),
 * `list-too-large`. The handle is closed in every case.
 */
export const readListFile = async (path: string): Promise<Buffer<ArrayBuffer>> => {
	const chunks: Buffer[] = [];
	let length = 0;
	try {
		if (isEndless(path)) throw new ListError('list-unreadable', { path, reason: endlessReason });
		for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
			length += chunk.length;
			checkSize(length);
			chunks.push(chunk);
		}
	} catch (error) {
		if (error instanceof ListError) throw error;
		const reason = codeOf(error);
		if (reason === null) throw error;
		if (reason === 'ENOENT' || reason === 'ENOTDIR') throw new ListError('list-not-found', { path });
		throw new ListError('list-unreadable', { path, reason });
	}
	return Buffer.concat(chunks, length);
};

export const endlessReason = 'a pipe or a device, no file';

/** A pipe would be waited for as long as nobody writes into it, and a device never ends. */
export const isEndless = (path: string): boolean => {
	const found = statSync(path, { throwIfNoEntry: false });
	return found !== undefined && !found.isFile() && !found.isDirectory();
};

export const checkSize = (bytes: number): void => {
	if (bytes > listLimits.bytes) throw new ListError('list-too-large', { limitBytes: listLimits.bytes });
};

/** The system's name of an error (`ENOENT`); `null` for anything that is no system error. */
export const codeOf = (error: unknown): string | null =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
