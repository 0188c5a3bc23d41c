import writeXlsxFile from 'write-excel-file/node';
import { makeInviteListRows } from '#demo-site/invite-list.ts';
import type { World } from '#demo-site/world/world.ts';

/** Where the titles stand: the line above the first person. */
export const titleLine = 4;
export const typo = { typed: 'gmial.com', meant: 'gmail.com' };

type Cell = { readonly value: string; readonly type: typeof String | 'Formula' } | null;

const text = (value: string): Cell => (value === '' ? null : { value, type: String });

/**
 * A workbook as people send it: a heading above the titles, columns in an odd order, repeated people, slips of domains, an
 * address that a formula made, empty cells and lines, a total at the end, and a second sheet that is no list.
 */
export const makeMessyWorkbook = async (world: World, rowCount: number): Promise<Buffer> => {
	const people = makeInviteListRows(world);
	const lines: Cell[][] = Array.from({ length: rowCount }, (_, index) => {
		const [name = '', typed = '', organisation = '', remark = ''] = people[index % people.length]?.cells ?? [];
		const plain = name.toLowerCase().replace(/[^a-z]+/g, '.');
		const address = index % 100 === 50 ? text(`${plain}@${typo.typed}`) : index === 40 ? null : text(typed);
		return [text(String(index + 1)), text(organisation), address, text(name), text(remark)];
	});
	const empty: Cell[] = [];
	const data: Cell[][] = [
		[text('People to invite, as of May')],
		[text('Status'), text('draft 3, please check')],
		empty,
		['No.', 'Company / Org', 'Mail', 'Who', 'Remarks'].map(text),
		...lines.slice(0, 100),
		empty,
		...lines.slice(100),
		[null, text('Total'), { value: '=COUNTA(C5:C400)', type: 'Formula' }],
	];
	const notes: Cell[][] = [['Approved by', 'When'].map(text), ['R. Admin', 'May'].map(text)];
	const sheets = [
		{ data, sheet: 'Invitees' },
		{ data: notes, sheet: 'Notes' },
	];
	return writeXlsxFile(sheets as never).toBuffer();
};
