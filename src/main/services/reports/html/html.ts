const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

/** Characters that no page may hold, or that a parser swallows: shown as the sign for "unreadable" instead. */
// oxlint-disable-next-line no-control-regex -- finding control characters is what it is for
const unreadable = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;

const escapeText = (text: string): string =>
	text
		.toWellFormed()
		.replace(/\r\n?/g, '\n')
		.replace(unreadable, '\uFFFD')
		.replace(/[&<>"'`]/g, (char) => escapes[char] ?? char);

/** Markup, as opposed to text: the only thing a page takes as it is. */
export class Html {
	readonly markup: string;
	constructor(markup: string) {
		this.markup = markup;
	}
}

export type HtmlValue = string | number | Html | null | readonly Html[];

const markupOf = (value: HtmlValue): string => {
	if (value === null) return '';
	if (value instanceof Html) return value.markup;
	return typeof value === 'object' ? value.map(({ markup }) => markup).join('') : escapeText(String(value));
};

/**
 * A piece of a page. Whatever is put in is text unless it is `Html` itself, so that a stranger's words cannot become
 * markup by being forgotten. Attributes stand in double quotes, always.
 */
export const html = (parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html =>
	new Html(parts.reduce((markup, part, index) => `${markup}${markupOf(values[index - 1] ?? null)}${part}`));

/** Marks a constant of our own as markup. Never for anything that was read. */
export const ours = (markup: string): Html => new Html(markup);

export const nothing = new Html('');

/** Of a report shown as a page: its own style and the pictures it carries, nothing else. */
export const reportPagePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
