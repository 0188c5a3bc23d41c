/**
 * What a cell may hold. There is no kind for formulas: a text is written as text, whatever it looks like, and a
 * spreadsheet computes nothing that was not made to be computed.
 */
export type Cell =
	| string
	| number
	| null
	/** ISO 8601, UTC; written as a date. What is none is written as text. */
	| { readonly at: string }
	/** A share of one, shown in percent. */
	| { readonly share: number }
	| { readonly title: string }
	| { readonly heading: string };

/** Indexes into `cellXfs` of styles.xml. */
const styleIds = {
	plain: 0,
	header: 1,
	date: 2,
	share: 3,
	quoted: 4,
	title: 5,
	wrapped: 6,
	quotedWrapped: 7,
	count: 8,
	quotedHeader: 9,
} as const;

/** Excel's own limit, in UTF-16 units. */
const mostChars = 32_767;

/** Text that would be computed if somebody typed it: marked as text for good, so that editing the cell does not wake it. */
const formulaLike = /^[=+\-@\t\r\n]/;

const unwritable = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Most text holds nothing of all that. */
const needsCare = /[\u0000-\u0008\u000B-\u001F&<>"_\uD800-\uDFFF\uFFFE\uFFFF]/;

const escapeUnit = (char: string): string => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** As XML text. What XML cannot hold is written as the format wants it (`_x0000_`), and so is text that looks like that. */
export const xmlText = (text: string): string =>
	needsCare.test(text)
		? text
				.toWellFormed()
				.replace(unwritable, escapeUnit)
				.replace(/[&<>"]/g, (char) => escapes[char] ?? char)
		: text;

const cut = (text: string): string => (text.length <= mostChars ? text : `${text.slice(0, mostChars - 1).toWellFormed()}…`);

/** How text looks, and how it looks where it has to be held down as text. */
const textStyles = {
	plain: [styleIds.plain, styleIds.quoted],
	wrapped: [styleIds.wrapped, styleIds.quotedWrapped],
	header: [styleIds.header, styleIds.quotedHeader],
	title: [styleIds.title, styleIds.quotedHeader],
} as const;

const textCell = (at: string, text: string, look: keyof typeof textStyles): string => {
	const style = textStyles[look][formulaLike.test(text) ? 1 : 0];
	return `<c r="${at}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${xmlText(cut(text))}</t></is></c>`;
};

const numberCell = (at: string, value: number, style: number): string => `<c r="${at}" s="${style}"><v>${value}</v></c>`;

/** Days since the last day of 1899, as Excel counts them from March 1900 on. */
const serialOf = (ms: number): number => ms / 86_400_000 + 25_569;
const firstMs = Date.UTC(1900, 2, 1);
const lastMs = Date.UTC(9999, 11, 31);

/** The same moment often stands in one cell after the other. */
let lastDate: { readonly iso: string; readonly serial: number | null } = { iso: '', serial: null };

const serialOfDate = (iso: string): number | null => {
	if (lastDate.iso === iso) return lastDate.serial;
	const ms = Date.parse(iso);
	lastDate = { iso, serial: ms >= firstMs && ms <= lastMs ? serialOf(ms) : null };
	return lastDate.serial;
};

const dateCell = (at: string, iso: string): string => {
	const serial = serialOfDate(iso);
	return serial === null ? textCell(at, iso, 'plain') : numberCell(at, serial, styleIds.date);
};

/** `A`, `Z`, `AA`, … of a column counted from 0. */
export const columnName = (index: number): string =>
	index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);

/** The cell's XML; nothing for an empty one. */
export const cellXml = (cell: Cell, at: string, isWrapped: boolean): string => {
	if (cell === null || cell === '') return '';
	if (typeof cell === 'string') return textCell(at, cell, isWrapped ? 'wrapped' : 'plain');
	if (typeof cell === 'number') return Number.isFinite(cell) ? numberCell(at, cell, styleIds.count) : '';
	if ('at' in cell) return dateCell(at, cell.at);
	if ('share' in cell) return numberCell(at, cell.share, styleIds.share);
	return 'title' in cell ? textCell(at, cell.title, 'title') : textCell(at, cell.heading, 'header');
};
