import { open } from 'node:fs/promises';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { codeOf, endlessReason, isEndless } from './read-file.ts';

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
