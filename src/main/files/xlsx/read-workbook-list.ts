import { holdsAddress } from '#core/lists/holds-address.ts';
import type { RowTable } from '#core/lists/row-table.ts';
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

/** A workbook whose sheets are read one at a time. */
export interface OpenWorkbook {
	/** Visible ones first. */
	readonly inOrder: readonly Sheet[];
	/** The name of the sheet that was asked for. */
	readonly wanted: string | null;
	read(sheet: Sheet): Promise<ReadTable>;
}

/**
 * Opens a workbook (`.xlsx`, `.xlsm`). Macros, pictures and outside links are parts that are never opened. Throws
 * `ListError`: `list-binary` (another kind of archive), `list-encrypted`, `list-damaged`, `list-empty`, `sheet-not-found`
 * (`sheets`) and the limits.
 */
export const openWorkbook = async (bytes: Buffer, wanted: string | null): Promise<OpenWorkbook> => {
	const archive = await openArchive(bytes);
	refuseForeign(archive);
	const { sheets, countsFrom1904, stringsPart, stylesPart } = await readWorkbook(archive);
	const named =
		wanted === null
			? null
			: (sheets.find(({ name }) => name === wanted) ?? sheets.find(({ name }) => name.toLowerCase() === wanted.toLowerCase()));
	if (named === undefined) throw new ListError('sheet-not-found', { sheet: wanted ?? '', sheets: sheets.map(({ name }) => name) });
	const book = {
		strings: await readSharedStrings(archive, stringsPart),
		kinds: await readNumberKinds(archive, stylesPart),
		countsFrom1904,
	};
	return {
		inOrder: [...sheets].sort((left, right) => Number(left.isHidden) - Number(right.isHidden)),
		wanted: named?.name ?? null,
		read: async (sheet) => {
			const { rows, hiddenLines, uncalculated } = await readSheet(archive, book, sheet);
			const offered = sheets.filter(({ isHidden, name }) => !isHidden || name === sheet.name);
			return {
				format: { kind: 'workbook', sheet: sheet.name, sheets: offered.map(({ name }) => name) },
				rows,
				isEven: false,
				hiddenLines,
				uncalculated,
			};
		},
	};
};

/** The only table of a workbook where no choice is offered: the first with an address, or the first with text. */
export const readFirstSheet = async (bytes: Buffer): Promise<RowTable> => {
	const book = await openWorkbook(bytes, null);
	let first: RowTable | null = null;
	for (const sheet of book.inOrder) {
		const { rows } = await book.read(sheet);
		if (holdsAny(rows)) return rows;
		if (first === null || first.length === 0) first = rows;
	}
	if (first === null) throw new ListError('list-empty');
	return first;
};

const holdsAny = (rows: RowTable): boolean => {
	for (let index = 0; index < rows.length; index++) if (rows.at(index).cells.some(holdsAddress)) return true;
	return false;
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
