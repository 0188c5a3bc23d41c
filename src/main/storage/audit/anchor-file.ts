import { createHash } from 'node:crypto';
import { closeSync, fdatasyncSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LogPosition } from '../database-image.ts';

/** What is kept of the database outside of it. */
export interface AnchorRecord {
	/** Counts the records, from 1. */
	readonly generation: number;
	/** The last entry of the audit log and its hash. */
	readonly seq: number;
	readonly hash: string;
	/** What the database says as a whole: see `PageImage`. */
	readonly image: string;
	/** How much of the log on disk that takes; `null` where the main file alone says it. */
	readonly log: LogPosition | null;
}

export type AnchorRead =
	| { readonly state: 'read'; readonly record: AnchorRecord }
	| { readonly state: 'missing' }
	| { readonly state: 'damaged' };

/**
 * Two places, written in turn, each in a block of its own: whatever breaks off a write, the record before it is whole. A
 * place is a line of text that fills its block, with its own checksum, so that no byte of the file can be another one
 * unnoticed.
 */
const placeBytes = 4096;
const checksumDigits = 64;

export const readAnchor = (path: string): AnchorRead => {
	let bytes: Buffer;
	try {
		bytes = readFileSync(path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { state: 'missing' };
		throw error;
	}
	const records = [0, 1].map((place) => decode(bytes.subarray(place * placeBytes, (place + 1) * placeBytes)));
	const [even, odd] = records;
	const fits =
		bytes.length === 2 * placeBytes && even && odd && even.generation % 2 === 0 && Math.abs(even.generation - odd.generation) === 1;
	if (!fits) return { state: 'damaged' };
	return { state: 'read', record: even.generation > odd.generation ? even : odd };
};

/** Makes the file, whole or not at all, for its owner only. `record` has generation 1. */
export const createAnchor = (path: string, record: AnchorRecord): void => {
	const temporary = `${path}.new`;
	const fd = openSync(temporary, 'w', 0o600);
	try {
		writeSync(fd, Buffer.concat([encode({ ...record, generation: 0 }), encode(record)]));
		fsyncSync(fd);
	} finally {
		closeSync(fd);
	}
	renameSync(temporary, path);
	syncFolder(dirname(path));
};

/** Puts `record` in place of the one before the last. It is on disk when this returns. Throws where the file is gone. */
export const writeAnchor = (path: string, record: AnchorRecord): void => {
	const fd = openSync(path, 'r+');
	try {
		writeSync(fd, encode(record), 0, placeBytes, (record.generation % 2) * placeBytes);
		fdatasyncSync(fd);
	} finally {
		closeSync(fd);
	}
};

const encode = ({ generation, seq, hash, image, log }: AnchorRecord): Buffer => {
	const text = JSON.stringify({ generation, seq, hash, image, log: log === null ? null : { salts: log.salts, frames: log.frames } });
	const padded = text.padEnd(placeBytes - checksumDigits - 2);
	return Buffer.from(`${padded} ${checksum(padded)}\n`);
};

const decode = (bytes: Buffer): AnchorRecord | null => {
	const text = bytes.toString('latin1', 0, placeBytes - checksumDigits - 2);
	if (checksum(text) !== bytes.toString('latin1', placeBytes - checksumDigits - 1, placeBytes - 1)) return null;
	const record = JSON.parse(text) as AnchorRecord;
	return encode(record).equals(bytes) ? record : null;
};

const checksum = (text: string): string => createHash('sha256').update(text, 'latin1').digest('hex');

/** A rename is on disk once its folder is. Windows keeps no such promise and cannot open folders. */
const syncFolder = (path: string): void => {
	if (process.platform === 'win32') return;
	const fd = openSync(path, 'r');
	try {
		fsyncSync(fd);
	} finally {
		closeSync(fd);
	}
};
