import type { RowTable } from '#core/lists/row-table.ts';
import { ListError } from '../list-failure.ts';
import { isOldOffice } from '../recognise-binary.ts';
import { inSlices } from '../../turns.ts';
import { type Archive, openArchive } from './archive.ts';
import { fillMerged, takeLinkedAddresses } from './merges-and-links.ts';
import { readNumberKinds } from './number-formats.ts';
import { chooseSheet, type OpenWorkbook, readTableOf } from './open-workbook.ts';
import { makeSheetReader, type ReadSheet, type SheetBook } from './read-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readRelations, readWorkbook, type Sheet } from './workbook.ts';
import { ofHeldSize, readXml } from './xml.ts';
import { holdsAddress } from '#core/lists/split-addresses.ts';

/** Parts by which other archives are known that people take for workbooks. */
const foreignParts: readonly (readonly [kind: string, part: string])[] = [
	['docx', 'word/document.xml'],
	['pptx', 'ppt/presentation.xml'],
];

const odsType = /^application\/vnd\.oasis\.opendocument\.spreadsheet(?:-template)?\s*$/;

/** Of an archive that is no `.xlsx` whether it is a workbook all the same. Throws `ListError` where it is none. */
const otherKindOf = async (archive: Archive): Promise<'xlsb' | 'ods' | 'numbers' | null> => {
	if (archive.has('xl/workbook.bin')) return 'xlsb';
	if (archive.has('index/document.iwa')) return 'numbers';
	if (!archive.has('content.xml')) return null;
	let type = '';
	if (archive.has('mimetype')) {
		for await (const piece of ofHeldSize(archive.read('mimetype'))) type += piece.toString('latin1').slice(0, 200);
	}
	if (odsType.test(type)) return 'ods';
	throw new ListError('list-binary', { kind: type.includes('opendocument.text') ? 'odt' : 'ods' });
};

/**
 * Opens a workbook, in a reading thread: those of other forms than `.xlsx` and `.xlsm` are left to SheetJS. Macros, pictures and
 * outside links are parts that are never opened. Throws `ListError`: `list-binary` (another kind of file), `list-encrypted`,
 * `list-damaged`, `list-empty`, `sheet-not-found` (`sheets`) and the limits.
 */
export const openWorkbook = async (bytes: Buffer, wanted: string | null): Promise<OpenWorkbook> => {
	if (isOldOffice(bytes)) return (await import('../other-workbook.ts')).openOldWorkbook(bytes, wanted);
	const archive = await openArchive(bytes);
	const other = await otherKindOf(archive);
	if (other !== null) return (await import('../other-workbook.ts')).openOtherArchive(archive, other, wanted);
	refuseForeign(archive);
	const { sheets, countsFrom1904, stringsPart, stylesPart } = await readWorkbook(archive);
	const chosen = chooseSheet(sheets, wanted);
	const book = {
		strings: await readSharedStrings(archive, stringsPart),
		kinds: await readNumberKinds(archive, stylesPart),
		countsFrom1904,
	};
	return {
		inOrder: [...sheets].sort((left, right) => Number(left.isHidden) - Number(right.isHidden)),
		wanted: chosen,
		read: async (sheet) => readTableOf(await readSheet(archive, book, sheet), sheet, sheets),
	};
};

/** The only table of a workbook where no choice is offered: the sheet with most people, or the first with text. */
export const readFullestSheet = async (bytes: Buffer): Promise<RowTable> => {
	const book = await openWorkbook(bytes, null);
	let best: { readonly rows: RowTable; readonly people: number } | null = null;
	for (const sheet of book.inOrder) {
		const { rows } = await book.read(sheet);
		const people = peopleIn(rows);
		const isMore = best === null || people > best.people || (best.rows.length === 0 && rows.length > 0);
		// A hidden sheet is read only where no other holds anybody.
		if (isMore && !(sheet.isHidden && (best?.people ?? 0) > 0)) best = { rows, people };
	}
	if (best === null) throw new ListError('list-empty');
	return best.rows;
};

const peopleIn = (rows: RowTable): number => {
	const found = new Set<string>();
	for (let index = 0; index < rows.length; index++) {
		for (const cell of rows.at(index).cells) if (holdsAddress(cell)) found.add(cell.toLowerCase());
	}
	return found.size;
};

const refuseForeign = (archive: Archive): void => {
	const kind = foreignParts.find(([, part]) => archive.has(part))?.[0];
	if (kind !== undefined) throw new ListError('list-binary', { kind });
	if (!archive.parts.some((part) => part.startsWith('xl/') || part.startsWith('_rels/'))) {
		throw new ListError('list-binary', { kind: 'zip' });
	}
};

const readSheet = async (archive: Archive, book: SheetBook, { part }: Sheet): Promise<ReadSheet> => {
	const reader = makeSheetReader(book);
	await readXml(archive.read(part), reader);
	const { sheet } = reader;
	await inSlices(fillMerged(sheet.rows, sheet.merged));
	const relations = await readRelations(archive, part);
	await inSlices(takeLinkedAddresses(sheet.rows, sheet.links, (id) => relations.get(id)?.target));
	return sheet;
};
