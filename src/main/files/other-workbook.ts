import { CFB, read, SSF, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { ZipFile } from 'yazl';
import { listLimits, workbookLimits } from '#core/lists/limits.ts';
import { inSlices } from '../turns.ts';
import { ListError } from './list-failure.ts';
import { addRecord } from './records.ts';
import type { OtherWorkbookKind } from './recognise-binary.ts';
import { RowTable } from '#core/lists/row-table.ts';
import type { Archive } from './xlsx/archive.ts';
import { fillMerged, takeLinkedAddresses } from './xlsx/merges-and-links.ts';
import { kindOfCode, numberText } from './xlsx/number-formats.ts';
import { readHiddenOfOds } from './xlsx/hidden-of-ods.ts';
import type { CellLink, ReadSheet } from './xlsx/read-sheet.ts';
import { chooseSheet, type OpenWorkbook, readTableOf } from './xlsx/open-workbook.ts';
import type { Sheet } from './xlsx/workbook.ts';

/**
 * Workbooks in other forms than `.xlsx`, read by SheetJS. It holds a whole workbook in memory and knows no limits: it is run in a
 * reading thread alone, gets no archive but one that was unpacked and counted before, and is loaded for these files only.
 */

const damaged = (reason: string): ListError => new ListError('list-damaged', { reason });

/** What of an archive SheetJS has to see: neither pictures nor macros nor what leads outside. */
const neededParts: Readonly<Record<Exclude<OtherWorkbookKind, 'xls'>, RegExp>> = {
	xlsb: /^(?:\[content_types\]\.xml|_rels\/.*|docprops\/.*|xl\/(?:(?!vba)[^/]*\.(?:bin|xml)|(?:_rels|worksheets|theme)\/.*))$/,
	ods: /^(?:mimetype|(?:content|styles|meta|settings)\.xml|meta-inf\/manifest\.xml)$/,
	numbers: /^index\/.*\.iwa$/,
};

export const openOtherArchive = async (
	archive: Archive,
	kind: Exclude<OtherWorkbookKind, 'xls'>,
	wanted: string | null,
): Promise<OpenWorkbook> => {
	const zip = new ZipFile();
	const chunks: Buffer[] = [];
	const collected = (async () => {
		for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
	})();
	let left: number = kind === 'numbers' ? workbookLimits.heldPartBytes : workbookLimits.otherBytes;
	for (const [index, part] of archive.parts.entries()) {
		if (!neededParts[kind].test(part)) continue;
		const pieces: Buffer[] = [];
		for await (const piece of archive.read(part)) {
			left -= piece.length;
			if (left < 0) throw new ListError('list-too-large', { limitBytes: workbookLimits.otherBytes, unpacked: true });
			pieces.push(piece);
		}
		const content = Buffer.concat(pieces);
		if (part === 'meta-inf/manifest.xml' && content.includes('encryption-data')) throw new ListError('list-encrypted');
		zip.addBuffer(content, archive.names[index] ?? part, { compress: false });
	}
	zip.end();
	await collected;
	const hidden = kind === 'ods' ? await readHiddenOfOds(archive) : null;
	return openWith(Buffer.concat(chunks), wanted, hidden);
};

/** An old file of Office, by the streams in it. */
export const openOldWorkbook = (bytes: Buffer, wanted: string | null): OpenWorkbook => {
	const kind = kindOfOldFile(bytes);
	if (kind !== 'xls') throw new ListError('list-binary', { kind });
	return openWith(bytes, wanted, null);
};

const oldKinds: readonly (readonly [kind: string, stream: RegExp])[] = [
	['xls', /^(?:Workbook|Book)$/i],
	['doc', /^WordDocument$/i],
	['ppt', /^PowerPoint Document$/i],
	['msg', /^__properties_version1\.0$/i],
];

const headerBytes = 512;
const versionAt = 26;

const kindOfOldFile = (bytes: Buffer): string => {
	// Of another version SheetJS takes it for a zip, and unpacks whatever is there.
	if (![3, 4].includes(bytes.length < headerBytes ? 0 : bytes.readUInt16LE(versionAt))) return 'office';
	const streams =
		tried(() => (CFB.read(bytes, { type: 'buffer' }) as { readonly FullPaths: readonly string[] }).FullPaths, 'office')?.map((path) =>
			path.replace(/^[^/]*\//, ''),
		) ?? [];
	return oldKinds.find(([, name]) => streams.some((stream) => name.test(stream)))?.[0] ?? 'office';
};

/** What SheetJS throws says that it could not read the file, and no more. */
const tried = <T>(work: () => T, other: string | null): T | null => {
	try {
		return work();
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		if (/password|encrypt/i.test(error.message)) throw new ListError('list-encrypted');
		if (other === null) throw damaged('workbook');
		return null;
	}
};

interface HiddenOfSheet {
	readonly isHidden: boolean;
	readonly lines: ReadonlySet<number>;
}

const openWith = (bytes: Buffer, wanted: string | null, hidden: ReadonlyMap<string, HiddenOfSheet> | null): OpenWorkbook => {
	const book = tried(
		() =>
			read(bytes, {
				type: 'buffer',
				dense: true,
				cellStyles: true,
				cellHTML: false,
				sheetRows: listLimits.rows + 2 * listLimits.headRecords,
			}),
		null,
	);
	if (book === null || book.SheetNames.length === 0) throw new ListError('list-empty');
	if (book.SheetNames.length > workbookLimits.sheets) throw damaged('sheets');
	const sheets = book.SheetNames.map(
		(name, index): Sheet => ({
			name,
			part: name,
			isHidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0 || hidden?.get(name)?.isHidden === true,
		}),
	);
	return {
		inOrder: [...sheets].sort((left, right) => Number(left.isHidden) - Number(right.isHidden)),
		wanted: chooseSheet(sheets, wanted),
		read: async (sheet) => {
			const found = readSheet(book, sheet.name, hidden?.get(sheet.name)?.lines ?? new Set());
			await inSlices(fillMerged(found.rows, found.merged));
			await inSlices(takeLinkedAddresses(found.rows, found.links, (target) => target));
			return readTableOf(found, sheet, sheets);
		},
	};
};

/** Only cells that are there are gone over: a sheet may say that it has a billion. */
const readSheet = (book: WorkBook, name: string, hiddenLines: ReadonlySet<number>): ReadSheet => {
	const sheet: WorkSheet | undefined = book.Sheets[name];
	const countsFrom1904 = book.Workbook?.WBProps?.date1904 === true;
	const hidden = new Set(hiddenLines);
	for (const [index, row] of (sheet?.['!rows'] ?? []).entries()) if (row?.hidden === true) hidden.add(index + 1);
	const rows = new RowTable();
	const links: CellLink[] = [];
	const uncalculated: number[] = [];
	const data = (sheet?.['!data'] ?? []) as (CellObject | undefined)[][];
	data.forEach((cellsOfRow, index) => {
		const line = index + 1;
		const cells: string[] = [];
		cellsOfRow.forEach((cell, column) => {
			if (cell === undefined) return;
			const text = textOf(cell, countsFrom1904);
			if (cell.l?.Target !== undefined) {
				if (links.length === workbookLimits.annotations) throw damaged('annotations');
				links.push({ row: line, column, relation: cell.l.Target });
			}
			if (cell.f !== undefined && text === '' && uncalculated.at(-1) !== line) uncalculated.push(line);
			if (text.trim() === '') return;
			if (column >= listLimits.columns) throw new ListError('list-too-many-columns', { row: line, limit: listLimits.columns });
			while (cells.length < column) cells.push('');
			cells[column] = text;
		});
		if (cells.length > 0) addRecord(rows, { line, cells, isUnclosed: false });
	});
	const merged = (sheet?.['!merges'] ?? []).flatMap(({ s, e }) => (e.r > s.r ? [{ row: s.r + 1, column: s.c, lastRow: e.r + 1 }] : []));
	if (merged.length > workbookLimits.annotations) throw damaged('annotations');
	return { rows, links, merged, hiddenLines: hidden, uncalculated };
};

const textOf = ({ t, v, w, z }: CellObject, countsFrom1904: boolean): string => {
	if (v === undefined) return '';
	if (t === 'b') return v === true ? 'TRUE' : 'FALSE';
	if (t === 'e') return w ?? '';
	if (typeof v !== 'number') return v instanceof Date ? v.toISOString().slice(0, 10) : String(v);
	const code = typeof z === 'number' ? String((SSF.get_table() as Readonly<Record<number, string>>)[z] ?? '') : (z ?? '');
	return numberText(String(v), kindOfCode(code), countsFrom1904);
};
