import { workbookLimits } from '#core/lists/limits.ts';
import { ListError } from '../list-failure.ts';
import type { Archive } from './archive.ts';
import { attributeOf, readXml } from './xml.ts';

interface HiddenOfSheet {
	readonly isHidden: boolean;
	readonly lines: ReadonlySet<number>;
}

/** A few letters can stand for a million rows of sixteen thousand cells, which SheetJS would all make. */
const mostCells = 16_000_000;

/**
 * What of an OpenDocument sheet is hidden, by hand or by a filter: SheetJS does not tell. Throws `ListError` `list-too-large`
 * where it has more filled cells than a list can have.
 */
export const readHiddenOfOds = async (archive: Archive): Promise<ReadonlyMap<string, HiddenOfSheet>> => {
	const hiddenStyles = new Set<string>();
	const sheets = new Map<string, { readonly isHidden: boolean; readonly lines: Set<number> }>();
	let style = '';
	let sheet: Set<number> | null = null;
	let line = 1;
	let cells = 0;
	let rowTimes = 1;
	let cellTimes = 0;
	await readXml(archive.read('content.xml'), {
		open: (name, attributes) => {
			if (name === 'style') style = attributeOf(attributes, 'name') ?? '';
			else if (name === 'table-properties') {
				if (attributeOf(attributes, 'display') === 'false') hiddenStyles.add(style);
			} else if (name === 'table') {
				sheet = new Set();
				line = 1;
				sheets.set(attributeOf(attributes, 'name') ?? '', {
					isHidden: hiddenStyles.has(attributeOf(attributes, 'style-name') ?? ''),
					lines: sheet,
				});
			} else if (name === 'table-row' && sheet !== null) {
				rowTimes = Number(attributeOf(attributes, 'number-rows-repeated') ?? 1) || 1;
				const next = line + rowTimes;
				const isHidden = ['collapse', 'filter'].includes(attributeOf(attributes, 'visibility') ?? '');
				// The empty rows below all others are said in one.
				for (; isHidden && line < Math.min(next, workbookLimits.lastRow); line++) sheet.add(line);
				line = next;
			} else if (name === 'table-cell' || name === 'covered-table-cell') {
				cellTimes = Number(attributeOf(attributes, 'number-columns-repeated') ?? 1) || 1;
			}
		},
		text: (text) => {
			if (cellTimes === 0 || text.trim() === '') return;
			cells += rowTimes * cellTimes;
			cellTimes = 0;
			if (cells > mostCells) throw new ListError('list-too-large', { limitBytes: workbookLimits.otherBytes, unpacked: true });
		},
	});
	return sheets;
};
