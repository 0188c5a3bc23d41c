import type { SourceRow } from '#shared/lists.ts';
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
		if (this.#cell !== null) this.#cell.push(plain);
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
		else if (blocks.test(name) && this.#cell !== null && this.#cell.at(-1) !== '\n') this.#cell.push('\n');
	}

	#endCell(): void {
		if (this.#cell === null) return;
		this.#cells.push(
			this.#cell
				.join(' ')
				.replace(/ ?\n ?/g, '\n')
				.trim(),
		);
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
	const passTo = (end: number): void => {
		for (let next = html.indexOf('\n', at); next !== -1 && next < end; next = html.indexOf('\n', next + 1)) line++;
		at = end;
	};
	while (at < html.length) {
		const open = html.indexOf('<', at);
		const end = open === -1 ? html.length : open;
		const startLine = line;
		const text = html.slice(at, end);
		passTo(end);
		found.text(text, startLine, hasTables);
		if (open === -1) break;
		const [whole = '<', slash = '', name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 40)) ?? [];
		const tag = name.toLowerCase();
		if (html.startsWith('<!--', open)) {
			passTo(endOf(html, '-->', open));
			continue;
		}
		if (silent.test(tag) && slash === '') {
			passTo(endOf(html, `</${tag}`, open + whole.length));
			passTo(endOf(html, '>', at));
			continue;
		}
		if (tag !== '') found.tag(tag, slash !== '', line);
		passTo(tag === '' && !html.startsWith('<!', open) ? open + 1 : endOf(html, '>', open));
	}
	found.tag('tr', true, line);
	return found.rows;
};

/** Behind the next `mark`; the end of the text where there is none. */
const endOf = (html: string, mark: string, from: number): number => {
	const found = html.indexOf(mark, from);
	return found === -1 ? html.length : found + mark.length;
};
