import { ListError } from '../list-failure.ts';
import { inSlices } from '../../turns.ts';
import type { ReadTable } from '../read-text-list.ts';
import { type Archive, openArchive } from './archive.ts';
import { fillMerged, takeLinkedAddresses } from './merges-and-links.ts';
import { readNumberKinds } from './number-formats.ts';
import { makeSheetReader, type ReadSheet, type SheetBook } from './read-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readRelations, readWorkbook, type Sheet } from './workbook.ts';
import { readXml } from './xml.ts';

/** Parts by which other archives are known that people take for workbooks. */
const foreignParts: readonly (readonly [kind: string, part: string])[] = [
	['xlsb', 'xl/workbook.bin'],
	['ods', 'content.xml'],
	['docx', 'word/document.xml'],
	['numbers', 'index/document.iwa'],
];

/**
 * Reads a sheet of a workbook (`.xlsx`, `.xlsm`): the one named, or the first that holds an address, visible ones
 * before hidden ones. Macros, pictures and outside links are parts that are never opened. Throws `ListError`:
 * `list-binary` (another kind of archive), `list-encrypted`, `list-damaged`, `list-empty`, `sheet-not-found` (`sheets`)
 * and the limits.
 */
export const readWorkbookList = async (bytes: Buffer, wanted: string | null): Promise<ReadTable> => {
	const archive = await openArchive(bytes);
	refuseForeign(archive);
	const { sheets, countsFrom1904, stringsPart, stylesPart } = await readWorkbook(archive);
	const book = {
		strings: await readSharedStrings(archive, stringsPart),
		kinds: await readNumberKinds(archive, stylesPart),
		countsFrom1904,
	};
	const chosen = await chooseSheet(archive, book, sheets, wanted);
	const offered = sheets.filter(({ isHidden, name }) => !isHidden || name === chosen.name);
	return {
		format: { kind: 'workbook', sheet: chosen.name, sheets: offered.map(({ name }) => name) },
		rows: chosen.read.rows,
		isEven: false,
	};
};

const refuseForeign = (archive: Archive): void => {
	const kind = foreignParts.find(([, part]) => archive.has(part))?.[0];
	if (kind !== undefined) throw new ListError('list-binary', { kind });
	if (!archive.parts.some((part) => part.startsWith('xl/') || part.startsWith('_rels/'))) {
		throw new ListError('list-binary', { kind: 'zip' });
	}
};

const chooseSheet = async (archive: Archive, book: SheetBook, sheets: readonly Sheet[], wanted: string | null) => {
	if (wanted !== null) {
		const named = sheets.find(({ name }) => name === wanted) ?? sheets.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
		if (named === undefined) throw new ListError('sheet-not-found', { sheet: wanted, sheets: sheets.map(({ name }) => name) });
		return { name: named.name, read: await readSheet(archive, book, named) };
	}
	let first: { readonly name: string; readonly read: ReadSheet } | null = null;
	for (const sheet of [...sheets].sort((left, right) => Number(left.isHidden) - Number(right.isHidden))) {
		const read = await readSheet(archive, book, sheet);
		if (read.hasAddresses) return { name: sheet.name, read };
		if (first === null || first.read.rows.length === 0) first = { name: sheet.name, read };
	}
	// Without an address anywhere, the first sheet with text says best what is missing.
	if (first === null) throw new ListError('list-empty');
	return first;
};

const readSheet = async (archive: Archive, book: SheetBook, { part }: Sheet): Promise<ReadSheet> => {
	const reader = makeSheetReader(book);
	await readXml(archive.read(part), reader);
	const { sheet } = reader;
	await inSlices(fillMerged(sheet.rows, sheet.merged));
	const relations = await readRelations(archive, part);
	const taken = await inSlices(takeLinkedAddresses(sheet.rows, sheet.links, (id) => relations.get(id)?.target));
	return { ...sheet, hasAddresses: sheet.hasAddresses || taken > 0 };
};
