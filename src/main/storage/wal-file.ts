import { readSync } from 'node:fs';
import { endianness } from 'node:os';

/**
 * SQLite's write-ahead log, read as a file (https://www.sqlite.org/fileformat2.html#the_write_ahead_log): a header, then
 * frames of one page each. Every frame carries a checksum over everything before it, so that what is whole can be told
 * from what was cut off, changed, or left over from an earlier log.
 */
export interface WalHeader {
	readonly pageSize: number;
	/** Both salts, hexadecimal: another value is another log. */
	readonly salts: string;
	readonly littleEndian: boolean;
	readonly start: WalPosition;
}

/** Behind how many frames, and the checksum up to there. */
export interface WalPosition {
	readonly frames: number;
	readonly sum0: number;
	readonly sum1: number;
}

/** One transaction as the log holds it. */
export interface WalCommit<Page> {
	/** The last version of every page it wrote, by page number. */
	readonly pages: ReadonlyMap<number, Page>;
	/** Pages of the database after it. */
	readonly databasePages: number;
	readonly end: WalPosition;
}

const headerBytes = 32;
const frameHeaderBytes = 24;
const formatVersion = 3_007_000;
const framesPerRead = 256;
const isLittleEndian = endianness() === 'LE';

/** `null` where there is no log: no bytes, or not the header of one. */
export const readWalHeader = (fd: number): WalHeader | null => {
	const bytes = Buffer.alloc(headerBytes);
	if (readSync(fd, bytes, 0, headerBytes, 0) < headerBytes) return null;
	const magic = bytes.readUInt32BE(0);
	if (magic >>> 1 !== 0x377f_0682 >>> 1 || bytes.readUInt32BE(4) !== formatVersion) return null;
	const littleEndian = (magic & 1) === 0;
	const start = addToSum(bytes.subarray(0, 24), { frames: 0, sum0: 0, sum1: 0 }, littleEndian);
	if (bytes.readUInt32BE(24) !== start.sum0 || bytes.readUInt32BE(28) !== start.sum1) return null;
	return { pageSize: bytes.readUInt32BE(8), salts: bytes.toString('hex', 16, 24), littleEndian, start };
};

/**
 * The transactions behind `from`, in order, up to the last one that is whole, and no further than frame `last`. What comes
 * after that was never committed: rolled back, torn, of an earlier log, or of a process that died while it committed.
 * `read` sees the bytes of a page for the time of the call only.
 */
export function* readCommits<Page>(
	fd: number,
	header: WalHeader,
	from: WalPosition,
	last: number,
	read: (page: number, bytes: Buffer) => Page,
): Generator<WalCommit<Page>> {
	let pages = new Map<number, Page>();
	let at = from;
	for (const frame of readFrames(fd, header, from)) {
		if (at.frames >= last) return;
		const page = frame.readUInt32BE(0);
		const databasePages = frame.readUInt32BE(4);
		const content = frame.subarray(frameHeaderBytes);
		if (frame.toString('hex', 8, 16) !== header.salts) return;
		at = addToSum(content, addToSum(frame.subarray(0, 8), { ...at, frames: at.frames + 1 }, header.littleEndian), header.littleEndian);
		if (frame.readUInt32BE(16) !== at.sum0 || frame.readUInt32BE(20) !== at.sum1) return;
		pages.set(page, read(page, content));
		if (databasePages === 0) continue;
		yield { pages, databasePages, end: at };
		pages = new Map();
	}
}

/** Whole frames behind `from`, whatever they hold. Each is valid until the next one is asked for. */
function* readFrames(fd: number, { pageSize }: WalHeader, from: WalPosition): Generator<Buffer> {
	const frameBytes = frameHeaderBytes + pageSize;
	let position = headerBytes + from.frames * frameBytes;
	// Most transactions are a few pages: the first read is small.
	for (let wanted = 16; ; wanted = framesPerRead) {
		const buffer = Buffer.allocUnsafe(wanted * frameBytes);
		const frames = Math.floor(readSync(fd, buffer, 0, buffer.length, position) / frameBytes);
		for (let index = 0; index < frames; index += 1) yield buffer.subarray(index * frameBytes, (index + 1) * frameBytes);
		if (frames < wanted) return;
		position += frames * frameBytes;
	}
}

/** As SQLite wrote it: the words are this machine's own unless the log came from one of the other order. */
const addToSum = (bytes: Buffer, { frames, sum0, sum1 }: WalPosition, littleEndian: boolean): WalPosition => {
	const isNative = littleEndian === isLittleEndian && bytes.byteOffset % 4 === 0;
	const words = isNative ? new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4) : readWords(bytes, littleEndian);
	let first = sum0;
	let second = sum1;
	for (let index = 0; index < words.length; index += 2) {
		first = (first + (words[index] ?? 0) + second) | 0;
		second = (second + (words[index + 1] ?? 0) + first) | 0;
	}
	return { frames, sum0: first >>> 0, sum1: second >>> 0 };
};

const readWords = (bytes: Buffer, littleEndian: boolean): Int32Array => {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return Int32Array.from({ length: bytes.byteLength / 4 }, (_, index) => view.getInt32(4 * index, littleEndian));
};
