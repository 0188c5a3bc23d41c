import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { htmlRows, looksLikeHtml } from '#core/exports/html-rows.ts';
import type { ExportSource } from '#core/exports/survey-export.ts';
import { listLimits } from '#core/lists/limits.ts';
import type { SourceRow } from '#shared/lists.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { ExportFault } from '#shared/exports.ts';
import { ListError } from './list-failure.ts';
import { checkSize, readListFile } from './read-file.ts';
import { recogniseUtf16 } from './recognise-encoding.ts';
import { checkCells } from './records.ts';
import { openTable, type TableSource } from './table-source.ts';

/** What is wrong with a list is wrong with an export too, in other words. */
const faults: Readonly<Record<string, ExportFault>> = {
	'list-not-found': 'not-found',
	'list-empty': 'empty',
	'list-binary': 'binary',
	'list-too-large': 'too-large',
	'list-too-many-rows': 'too-many-rows',
	'list-too-many-columns': 'too-many-columns',
	'list-cell-too-large': 'cell-too-large',
};

/** Runs work that walks over a file; a limit that is crossed on the way is `export-unusable`, with `file` and `fault`. */
export async function walkingExport<T>(name: string, work: () => Promise<Outcome<T>> | Outcome<T>): Promise<Outcome<T>> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof ListError)) throw error;
		const { code, details } = error.failure;
		return failed('export-unusable', { ...details, file: name, fault: faults[code] ?? 'unreadable' });
	}
}

/** A file on disk. Fails with `export-unusable` for what cannot be read, or is no text. */
export function exportFromFile(path: string): Promise<Outcome<ExportSource>> {
	const name = basename(path);
	return walkingExport(name, async () => {
		const bytes = await readListFile(path);
		return done(sourceOf(name, bytes, writtenAt(path)));
	});
}

/** Bytes that came through the window. */
export function exportFromBytes(name: string, bytes: Buffer): Promise<Outcome<ExportSource>> {
	return walkingExport(name, () => {
		checkSize(bytes.length);
		return done(sourceOf(name, bytes, null));
	});
}

function writtenAt(path: string): string | null {
	try {
		return new Date(statSync(path).mtimeMs).toISOString();
	} catch {
		return null;
	}
}

function sourceOf(name: string, bytes: Buffer, written: string | null): ExportSource {
	const page = pageOf(bytes);
	const table = page === null ? openTable(bytes) : null;
	return { name, writtenAt: written, rows: { [Symbol.iterator]: () => withinRows(page ?? (table === null ? [] : tableRows(table))) } };
}

/** A saved page. UTF-16 aside, tags are ASCII in every encoding, and the names between them are shown to nobody. */
function pageOf(bytes: Buffer): readonly SourceRow[] | null {
	const encoding = recogniseUtf16(bytes) ?? 'utf-8';
	const decode = (part: Buffer): string =>
		(encoding === 'utf-16be' ? swapped(part) : part).toString(encoding.startsWith('utf-16') ? 'utf16le' : 'utf8');
	return looksLikeHtml(decode(bytes.subarray(0, 4096)).replace(/^\ufeff/, '')) ? htmlRows(decode(bytes)) : null;
}

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();

function* tableRows(table: TableSource): Generator<SourceRow> {
	for (const record of table.records()) {
		if (record === null) continue;
		checkCells(record);
		yield { row: record.line, cells: record.cells };
	}
}

function* withinRows(rows: Iterable<SourceRow>): Generator<SourceRow> {
	let count = 0;
	for (const row of rows) {
		count++;
		if (count > listLimits.rows + 1) throw new ListError('list-too-many-rows', { limit: listLimits.rows });
		yield row;
	}
}
