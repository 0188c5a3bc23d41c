import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { codeOf } from './read-file.ts';

/**
 * Writes a file whole or not at all: into a temporary file in the same folder (a rename does not cross disks),
 * flushed to the disk, then renamed over the old one. Fails with `write-failed` (`path`, `reason`: the system's
 * code; `EEXIST` for a folder, a device or a pipe); the temporary file is gone then. An exception of `chunks` itself is passed on, after the same clearing.
 */
export const writeFileAtomically = async (
	path: string,
	chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<Outcome<null>> => {
	const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
	try {
		await writeFlushed(temporary, chunks);
		// A device or a pipe would be replaced, not written to.
		if ((await stat(path).catch(() => null))?.isFile() === false) throw Object.assign(new Error('no file'), { code: 'EEXIST' });
		await rename(temporary, path);
		return done(null);
	} catch (error) {
		await rm(temporary, { force: true }).catch(() => undefined);
		const reason = codeOf(error);
		if (reason === null) throw error;
		return failed('write-failed', { path, reason });
	}
};

const writeFlushed = async (path: string, chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>): Promise<void> => {
	// "wx": a file that is already there is somebody else's.
	const file = await open(path, 'wx', 0o600);
	try {
		for await (const chunk of gathered(chunks)) await file.writeFile(chunk);
		await file.sync();
	} finally {
		await file.close();
	}
};

/** Gathers small pieces: one write a line would be a system call a line. */
async function* gathered(chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
	let text = '';
	for await (const chunk of chunks) {
		if (typeof chunk === 'string') {
			text += chunk;
			if (text.length < 64 * 1024) continue;
			yield text;
			text = '';
			continue;
		}
		if (text !== '') yield text;
		text = '';
		yield chunk;
	}
	if (text !== '') yield text;
}
