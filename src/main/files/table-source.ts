import iconv from 'iconv-lite';
import { ListError } from './list-failure.ts';
import { recogniseBinary } from './recognise-binary.ts';
import { recogniseEncoding, recogniseUtf16 } from './recognise-encoding.ts';
import { type RecognisedFormat, recogniseFormat } from './recognise-format.ts';
import { readRecords, type TableRecord, withinLimits } from './records.ts';

const chunkBytes = 256 * 1024;

/** A table whose bytes are at hand and whose records are cut anew at each walk: 64 MB are kept, not a million arrays. */
export interface TableSource {
	readonly encoding: string;
	readonly format: RecognisedFormat;
	records(): Iterable<TableRecord>;
}

/** Throws `ListError` for what is no text at all: `list-empty`, `list-binary`. */
export function openTable(bytes: Buffer): TableSource {
	if (bytes.length === 0) throw new ListError('list-empty');
	const encoding = recogniseUtf16(bytes) ?? textEncoding(bytes);
	const [sample = ''] = decode(bytes, encoding);
	const format = recogniseFormat(sample, bytes.length <= chunkBytes);
	return { encoding, format, records: () => tableRecords(bytes, encoding, format) };
}

function textEncoding(bytes: Buffer): string {
	const kind = recogniseBinary(bytes);
	if (kind !== null) throw new ListError('list-binary', { kind });
	return recogniseEncoding(bytes);
}

function* tableRecords(bytes: Buffer, encoding: string, format: RecognisedFormat): Generator<TableRecord> {
	for (const record of withinLimits(readRecords(decode(bytes, encoding), format))) {
		if (format.hasSeparatorLine && record.line === 1) continue;
		yield record;
	}
}

/** Decodes in pieces; a byte order mark is taken off, a character cut by a piece's end is put together. */
function* decode(bytes: Buffer, encoding: string): Generator<string> {
	const decoder = iconv.getDecoder(encoding);
	for (let start = 0; start < bytes.length; start += chunkBytes) {
		yield decoder.write(bytes.subarray(start, start + chunkBytes));
	}
	const rest = decoder.end();
	if (rest) yield rest;
}
