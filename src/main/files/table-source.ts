import iconv from 'iconv-lite';
import type { Encoding } from '#shared/lists.ts';
import { ListError } from './list-failure.ts';
import { recogniseBinary, recogniseSignature } from './recognise-binary.ts';
import { recogniseEncoding, recogniseUtf16 } from './recognise-encoding.ts';
import { type RecognisedFormat, recogniseFormat } from './recognise-format.ts';
import { readRecords, type TableRecord } from './records.ts';

const chunkBytes = 256 * 1024;

/** A table of text whose bytes are at hand; its records are cut anew at each walk. */
export interface TableSource {
	readonly encoding: Encoding;
	readonly format: RecognisedFormat;
	/** With a `null` for each blank line (see `readRecords`). */
	records(): Iterable<TableRecord | null>;
	/** The whole text. */
	text(): string;
}

/** `chosen`: instead of what is recognised. Throws `ListError` for what is no text at all: `list-empty`, `list-binary`, `list-encrypted`. */
export const openTable = (bytes: Buffer, chosen: Encoding | null = null): TableSource => {
	if (bytes.length === 0) throw new ListError('list-empty');
	refuseKind(recogniseSignature(bytes));
	const utf16 = recogniseUtf16(bytes);
	if (utf16 === null) refuseKind(recogniseBinary(bytes));
	const encoding = chosen ?? utf16 ?? recogniseEncoding(bytes);
	const [sample = ''] = decode(bytes, encoding);
	const format = recogniseFormat(sample, bytes.length <= chunkBytes);
	return {
		encoding,
		format,
		records: () => tableRecords(bytes, encoding, format),
		text: () => [...decode(bytes, encoding)].join(''),
	};
};

/** A table that is text already. */
export const tableOfText = (text: string): Omit<TableSource, 'encoding'> => {
	const format = recogniseFormat(text.slice(0, chunkBytes), text.length <= chunkBytes);
	return { format, records: () => withoutSeparatorLine(readRecords([text], format), format), text: () => text };
};

const refuseKind = (kind: string | null): void => {
	if (kind === 'encrypted') throw new ListError('list-encrypted');
	if (kind !== null) throw new ListError('list-binary', { kind });
};

const tableRecords = (bytes: Buffer, encoding: Encoding, format: RecognisedFormat) =>
	withoutSeparatorLine(readRecords(decode(bytes, encoding), format), format);

function* withoutSeparatorLine(records: Iterable<TableRecord | null>, format: RecognisedFormat): Generator<TableRecord | null> {
	for (const record of records) {
		if (format.hasSeparatorLine && record?.line === 1) continue;
		yield record;
	}
}

/** Decodes in pieces; a byte order mark is taken off, a character cut by a piece's end is put together. */
export function* decode(bytes: Buffer, encoding: Encoding, sliceBytes = chunkBytes): Generator<string> {
	const decoder = iconv.getDecoder(encoding);
	for (let start = 0; start < bytes.length; start += sliceBytes) {
		yield decoder.write(bytes.subarray(start, start + sliceBytes));
	}
	const rest = decoder.end();
	if (rest) yield rest;
}
