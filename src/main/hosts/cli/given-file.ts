import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { walkingAdminFile } from '../../files/admin-file-source.ts';
import { ListError } from '../../files/list-failure.ts';
import { codeOf, isEndless, readListFile } from '../../files/read-file.ts';

/** A file that was named on the command line, as the contract takes it. */
interface GivenFile {
	readonly name: string;
	readonly file: File;
}

const readGiven = async (path: string): Promise<GivenFile> => {
	const name = basename(path);
	return { name, file: new File([await readListFile(path)], name) };
};

export const readGivenList = async (path: string): Promise<Outcome<GivenFile>> => {
	try {
		return done(await readGiven(path));
	} catch (error) {
		if (!(error instanceof ListError)) throw error;
		return { ok: false, failure: error.failure };
	}
};

/** A file of an admin's, and when it was last changed. */
export const readGivenAdminFile = (path: string): Promise<Outcome<GivenFile & { readonly writtenAt: string }>> =>
	walkingAdminFile(basename(path), async () =>
		done({ ...(await readGiven(path)), writtenAt: new Date(statSync(path).mtimeMs).toISOString() }),
	);

/** By its first bytes, whatever it is called. A file that cannot be read is left to whoever says why. */
export const isDatabase = async (path: string): Promise<boolean> => {
	try {
		if (isEndless(path)) return false;
		const file = await open(path, 'r');
		try {
			const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
			return buffer.toString('latin1') === 'SQLite format 3\0';
		} finally {
			await file.close();
		}
	} catch {
		return false;
	}
};

/** As the contract takes them. */
const pieceBytes = 4 * 1024 * 1024;

const unreadable = (reason: string) => failed('snapshot-unusable', { fault: 'unreadable-file', reason });

/** Only of a plain file: a pipe would be waited for, and a device never ends. */
export const sizeOfGiven = (path: string): Outcome<number> => {
	try {
		const found = statSync(path);
		return found.isFile() ? done(found.size) : unreadable('no-file');
	} catch (error) {
		const reason = codeOf(error);
		if (reason === null) throw error;
		return unreadable(reason);
	}
};

/** A file as long as it may be, so that one of a gigabyte is never held here. */
export async function* piecesOfGiven(path: string): AsyncGenerator<Outcome<{ readonly at: number; readonly piece: File }>> {
	let at = 0;
	try {
		for await (const chunk of createReadStream(path, { highWaterMark: pieceBytes }) as AsyncIterable<Buffer<ArrayBuffer>>) {
			yield done({ at, piece: new File([chunk], '') });
			at += chunk.length;
		}
	} catch (error) {
		const reason = codeOf(error);
		if (reason === null) throw error;
		yield unreadable(reason);
	}
}
