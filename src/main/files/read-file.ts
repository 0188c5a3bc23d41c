import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { listLimits } from '#core/lists/limits.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
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

/** At most so many bytes from the start of a file, however long it is. Fails with `file-unreadable` (`path`, `reason`). */
export const readStart = async (path: string, mostBytes: number): Promise<Outcome<Buffer>> => {
	try {
		if (isEndless(path)) return failed('file-unreadable', { path, reason: endlessReason });
		const file = await open(path);
		try {
			const buffer = Buffer.alloc(mostBytes);
			const { bytesRead } = await file.read(buffer, 0, mostBytes, 0);
			return done(buffer.subarray(0, bytesRead));
		} finally {
			await file.close();
		}
	} catch (error) {
		const reason = codeOf(error);
		if (reason === null) throw error;
		return failed('file-unreadable', { path, reason });
	}
};

const endlessReason = 'a pipe or a device, no file';

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
