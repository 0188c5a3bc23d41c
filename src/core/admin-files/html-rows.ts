import type { SourceRow } from '#shared/lists.ts';
import { listLimits } from '../lists/limits.ts';
import { totalIn } from './page-text.ts';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', hellip: '…' };

const readEntity = (whole: string, body: string): string => {
	if (!body.startsWith('#')) return named[body.toLowerCase()] ?? whole;
	const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
	return code > 0x1f && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' ';
};

const plainText = (html: string): string =>
	html
		.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, readEntity)
		.replace(/[ \t\r\n]+/g, ' ')
		.trim();

/** A saved page, or a table of one. */
export const looksLikeHtml = (text: string): boolean =>
	/^\s*<(?:!doctype\s+html|html|head|body|table|div|meta|thead|tbody|tr)\b/i.test(text);

/** What stands behind the sign that opens a tag. Any other such sign is a letter of the text. */
const tagStart = /[a-z/!]/i;

/** Elements whose end is the end of a piece of text, even inside a cell. */
const blocks = /^(?:p|div|li|br|span|a|button|h[1-6])$/;
const silent = /^(?:script|style|svg|template|noscript|head)$/;

class Rows {
	readonly rows: SourceRow[] = [];
	#cells: string[] = [];
	#cell: string[] | null = null;
	#line = 1;

	text(text: string, line: number, hasTables: boolean): void {
		const plain = plainText(text);
		if (plain === '') return;
		if (this.#cell !== null) this.#piece(plain);
		// Outside of a table only what says how many there are is worth keeping, unless the page has no table at all.
		else if (!hasTables || totalIn(plain) !== null) this.rows.push({ row: line, cells: [plain] });
	}

	tag(name: string, isEnd: boolean, line: number): void {
		if (name === 'tr') {
			this.#endRow();
			if (!isEnd) this.#line = line;
		} else if (name === 'td' || name === 'th') {
			this.#endCell();
			if (!isEnd) this.#cell = [];
		} else if (name === 'table' && isEnd) this.#endRow();
		else if (blocks.test(name) && this.#cell !== null && this.#cell.at(-1) !== '\n') this.#piece('\n');
	}

	/** More pieces than a cell may have letters are not worth keeping: the cell is refused as it is. */
	#piece(text: string): void {
		if (this.#cell !== null && this.#cell.length <= listLimits.cellCharacters) this.#cell.push(text);
	}

	#endCell(): void {
		if (this.#cell === null) return;
		if (this.#cells.length <= listLimits.columns) {
			this.#cells.push(
				this.#cell
					.join(' ')
					.replace(/ ?\n ?/g, '\n')
					.trim(),
			);
		}
		this.#cell = null;
	}

	#endRow(): void {
		this.#endCell();
		if (this.#cells.some((cell) => cell !== '')) this.rows.push({ row: this.#line, cells: this.#cells });
		this.#cells = [];
	}
}

/**
 * The rows of the tables of a saved page; of one without tables its pieces of text. `row` is the line of the file. No page
 * is run or loaded: tags are cut away.
 */
export const htmlRows = (html: string): readonly SourceRow[] => {
	const hasTables = /<tr[\s>]/i.test(html);
	const found = new Rows();
	let line = 1;
	let at = 0;
	let nextBreak = breakFrom(html, 0);
	const passTo = (end: number): void => {
		// Looked for once each: a page may be all on one line.
		for (; nextBreak < end; nextBreak = breakFrom(html, nextBreak + 1)) line++;
		at = end;
	};
	// Two rows more than there may be, for a header is none: whoever walks them refuses the file by it.
	while (at < html.length && found.rows.length <= listLimits.rows + 1) {
		const open = html.indexOf('<', at);
		const end = open === -1 ? html.length : open;
		const startLine = line;
		const text = html.slice(at, end);
		passTo(end);
		if (text !== '') found.text(text, startLine, hasTables);
		if (open === -1) break;
		if (!tagStart.test(html.charAt(open + 1))) {
			passTo(open + 1);
			continue;
		}
		const [, slash = '', name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 40)) ?? [];
		const tag = name.toLowerCase();
		if (html.startsWith('<!--', open)) {
			passTo(endOf(html, '-->', open));
			continue;
		}
		if (silent.test(tag) && slash === '') {
			passTo(endOf(html, '>', open));
			if (html.startsWith('/>', at - 2)) continue;
			passTo(beforeEnd(html, tag, at));
			passTo(endOf(html, '>', at));
			continue;
		}
		if (tag !== '') found.tag(tag, slash !== '', line);
		passTo(tag === '' && !html.startsWith('<!', open) ? open + 1 : endOf(html, '>', open));
	}
	found.tag('tr', true, line);
	return found.rows;
};

const breakFrom = (html: string, from: number): number => {
	const found = html.indexOf('\n', from);
	return found === -1 ? Number.POSITIVE_INFINITY : found;
};

/** Before the end of an element, however it is written; the end of the text where there is none. */
const beforeEnd = (html: string, tag: string, from: number): number => {
	const end = new RegExp(`</${tag}`, 'gi');
	end.lastIndex = from;
	return end.exec(html)?.index ?? html.length;
};

/** Behind the next `mark`; the end of the text where there is none. */
const endOf = (html: string, mark: string, from: number): number => {
	const found = html.indexOf(mark, from);
	return found === -1 ? html.length : found + mark.length;
};
