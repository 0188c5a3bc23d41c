import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { codeOf } from '../../files/read-file.ts';
import { recogniseBinary, recogniseSignature } from '../../files/recognise-binary.ts';
import { refuse } from './schema.ts';

/** A snapshot of a million people is some 500 MB. */
export const largestFileBytes = 1024 * 1024 * 1024;

const magic = Buffer.from('SQLite format 3\0', 'latin1');
const archives = new Set(['zip', 'gzip', 'xlsx']);

/**
 * Copies what somebody gave us to a place of our own, where it cannot change while it is looked at and has no journal
 * beside it that SQLite would play back. Throws `snapshot-unusable` for anything that cannot be a snapshot by its size or
 * its first bytes, before SQLite sees any of it.
 */
export const copyGivenFile = async (path: string, to: string): Promise<void> => {
	const bytes = sizeOf(path);
	if (bytes > largestFileBytes) refuse('too-large', { limitBytes: largestFileBytes });
	refuseOtherForm(await firstBytes(path), bytes);
	let copied = 0;
	await pipeline(
		createReadStream(path),
		// A file that grows while it is read ends here too.
		async function* (chunks: AsyncIterable<Buffer>) {
			for await (const chunk of chunks) {
				copied += chunk.length;
				if (copied > bytes) refuse('too-large', { limitBytes: largestFileBytes });
				yield chunk;
			}
		},
		createWriteStream(to, { flags: 'wx', mode: 0o600 }),
	);
	if (copied < bytes) refuse('cut-off');
};

/** Only of a plain file: a pipe would be waited for, and a device never ends. */
const sizeOf = (path: string): number => {
	try {
		const found = statSync(path);
		return found.isFile() ? found.size : refuse('unreadable-file', { reason: 'no-file' });
	} catch (error) {
		const reason = codeOf(error);
		if (reason === null) throw error;
		return refuse('unreadable-file', { reason });
	}
};

const firstBytes = async (path: string): Promise<Buffer> => {
	try {
		const file = await open(path, 'r');
		try {
			const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
			return buffer.subarray(0, bytesRead);
		} finally {
			await file.close();
		}
	} catch (error) {
		const reason = codeOf(error);
		if (reason === null) throw error;
		return refuse('unreadable-file', { reason });
	}
};

/**
 * Throws `snapshot-unusable` where the beginning of a file of so many bytes is that of no snapshot: the database header, as
 * "Database File Format" describes it, section 1.3.
 */
export const refuseOtherForm = (head: Buffer, bytes: number): void => {
	if (!head.subarray(0, magic.length).equals(magic)) {
		const kind = recogniseSignature(head) ?? recogniseBinary(head);
		refuse(kind !== null && archives.has(kind) ? 'archive' : 'no-database', kind === null ? {} : { kind });
	}
	if (head.length < 100) refuse('cut-off');
	const size = head.readUInt16BE(16);
	const pageBytes = size === 1 ? 65_536 : size;
	const isPowerOfTwo = (pageBytes & (pageBytes - 1)) === 0;
	if (pageBytes < 512 || !isPowerOfTwo) refuse('damaged');
	// Written with a rollback journal, no bytes reserved for an extension, text as UTF-8: as `exportTo` writes it.
	if (head[18] !== 1 || head[19] !== 1 || head[20] !== 0 || head.readUInt32BE(56) !== 1) refuse('unsupported-form');
	const announced = head.readUInt32BE(28) * pageBytes;
	if (bytes < announced) refuse('cut-off');
	if (bytes !== announced) refuse('damaged');
};
