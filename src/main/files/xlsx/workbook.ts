import { workbookLimits } from '#core/lists/limits.ts';
import { ListError } from '../list-failure.ts';
import type { Archive } from './archive.ts';
import { attributeOf, ofHeldSize, readXml } from './xml.ts';

export interface Sheet {
	readonly name: string;
	readonly part: string;
	readonly isHidden: boolean;
}

export interface Workbook {
	readonly sheets: readonly Sheet[];
	/** Days are counted from 1904 instead of 1900: a workbook of old Macs. */
	readonly countsFrom1904: boolean;
	readonly stringsPart: string | null;
	readonly stylesPart: string | null;
}

interface Relation {
	/** The last word of its type: `worksheet`, `hyperlink`. */
	readonly kind: string;
	readonly target: string;
}

/** Finds the workbook in its archive and what belongs to it. Throws `ListError`; no sheet at all is `list-empty`. */
export const readWorkbook = async (archive: Archive): Promise<Workbook> => {
	const root = [...(await readRelations(archive, '')).values()].find(({ kind }) => kind === 'officeDocument');
	const part = root?.target ?? 'xl/workbook.xml';
	if (!archive.has(part)) throw new ListError('list-damaged', { reason: 'part-missing' });
	const relations = await readRelations(archive, part);
	const { found, countsFrom1904 } = await readSheets(archive, part);
	const sheets = found.flatMap(({ name, id, isHidden }) => {
		const relation = relations.get(id);
		// A sheet that is nothing but a chart has no cells.
		return relation?.kind === 'worksheet' ? [{ name, part: relation.target, isHidden }] : [];
	});
	if (sheets.length === 0) throw new ListError('list-empty');
	const partOf = (wanted: string) => [...relations.values()].find(({ kind }) => kind === wanted)?.target ?? null;
	return { sheets, countsFrom1904, stringsPart: partOf('sharedStrings'), stylesPart: partOf('styles') };
};

const readSheets = async (archive: Archive, part: string) => {
	const found: { readonly name: string; readonly id: string; readonly isHidden: boolean }[] = [];
	let countsFrom1904 = false;
	await readXml(ofHeldSize(archive.read(part)), {
		open: (name, attributes) => {
			if (name === 'workbookPr') countsFrom1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
			if (name !== 'sheet') return;
			if (found.length === workbookLimits.sheets) throw new ListError('list-damaged', { reason: 'sheets', limit: workbookLimits.sheets });
			const { name: title = '', state = 'visible' } = attributes;
			found.push({ name: title, id: attributeOf(attributes, 'id') ?? '', isHidden: state !== 'visible' });
		},
	});
	return { found, countsFrom1904 };
};

/** The relations of a part by their ids; of the archive itself for `''`. Parts without any have an empty map. */
export const readRelations = async (archive: Archive, part: string): Promise<ReadonlyMap<string, Relation>> => {
	const folder = part.slice(0, part.lastIndexOf('/') + 1);
	const listed = `${folder}_rels/${part.slice(folder.length)}.rels`;
	const relations = new Map<string, Relation>();
	if (!archive.has(listed)) return relations;
	await readXml(ofHeldSize(archive.read(listed)), {
		open: (name, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
			if (name !== 'Relationship') return;
			const target = TargetMode === 'External' ? Target : resolve(folder, Target);
			relations.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), target });
		},
	});
	return relations;
};

const resolve = (folder: string, target: string): string => {
	const path: string[] = [];
	for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
		if (step === '..') path.pop();
		else if (step !== '' && step !== '.') path.push(step);
	}
	return path.join('/');
};
