import { crc32 } from 'node:zlib';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { workbookLimits } from '#core/lists/limits.ts';
import { ListError } from '../list-failure.ts';

/** The parts of a workbook's archive. */
export interface Archive {
	has(part: string): boolean;
	/** Names of all parts, in lower case as Office compares them. */
	readonly parts: readonly string[];
	/** The same as they are written there. */
	readonly names: readonly string[];
	/**
	 * The bytes of a part as they come out. Throws `ListError`: `list-damaged` where they are none or not those that
	 * were put in, `list-too-large` where they are more than all parts together may be.
	 */
	read(part: string): AsyncIterable<Buffer>;
}

const damaged = (reason: string): ListError => new ListError('list-damaged', { reason });

/** `/xl/Worksheets/Sheet1.xml` and `xl/worksheets/sheet1.xml` are one part. */
const nameOf = (part: string): string => part.replace(/^\/+/, '').toLowerCase();

/**
 * Opens a zip archive by its directory, which lies at its end: a file that was cut off has none. What it says about
 * sizes is believed only where it is reason to refuse; bytes are counted again as they come out. Throws `ListError`.
 */
export const openArchive = async (bytes: Buffer): Promise<Archive> => {
	const zip = await openZip(bytes);
	const entries = await readDirectory(zip);
	let left = workbookLimits.bytes;

	async function* read(part: string): AsyncGenerator<Buffer> {
		const entry = entries.get(nameOf(part));
		if (entry === undefined) throw damaged('part-missing');
		if (entry.isEncrypted()) throw new ListError('list-encrypted');
		if (entry.uncompressedSize > left) throw tooLarge();
		let check = 0;
		try {
			for await (const chunk of (await openEntry(zip, entry)) as AsyncIterable<Buffer>) {
				left -= chunk.length;
				if (left < 0) throw tooLarge();
				check = crc32(chunk, check);
				yield chunk;
			}
		} catch (error) {
			// Of zlib and yauzl: broken streams, wrong sizes, unknown ways of compression.
			throw error instanceof ListError ? error : damaged('part-unreadable');
		}
		if (check !== entry.crc32) throw damaged('checksum');
	}

	return {
		parts: [...entries.keys()],
		names: [...entries.values()].map(({ fileName }) => fileName),
		has: (part) => entries.has(nameOf(part)),
		read,
	};
};

const tooLarge = (): ListError => new ListError('list-too-large', { limitBytes: workbookLimits.bytes, unpacked: true });

const openZip = (bytes: Buffer): Promise<ZipFile> =>
	new Promise((resolve, reject) => {
		fromBuffer(bytes, { lazyEntries: true, strictFileNames: false }, (error, zip) => {
			if (error) reject(damaged('archive'));
			else resolve(zip);
		});
	});

const openEntry = (zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> =>
	new Promise((resolve, reject) => {
		zip.openReadStream(entry, (error, stream) => {
			if (error) reject(damaged('part-unreadable'));
			else resolve(stream);
		});
	});

const readDirectory = (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> => {
	if (zip.entryCount > workbookLimits.parts) throw new ListError('list-damaged', { reason: 'parts', limit: workbookLimits.parts });
	const entries = new Map<string, Entry>();
	return new Promise((resolve, reject) => {
		zip.on('entry', (entry: Entry) => {
			entries.set(nameOf(entry.fileName), entry);
			zip.readEntry();
		});
		zip.on('end', () => resolve(entries));
		zip.on('error', () => reject(damaged('archive')));
		zip.readEntry();
	});
};
