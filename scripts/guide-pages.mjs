import { Marked } from 'marked';

/** Of a heading: the code it names, or its words. */
const idOf = (text) =>
	/`([a-z0-9-]+)`/.exec(text)?.[1] ??
	text
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** `fixing.md#rows` is a place in the app; everything else is a page of the web. */
const linkTo = (href) => {
	const [, page, section] = /^([a-z-]+)\.md(?:#(.+))?$/.exec(href) ?? [];
	if (page === undefined) return `href="${escaped(href)}" target="_blank" rel="noreferrer"`;
	return `href="#/help/${page}${section === undefined ? '' : `/${section}`}"`;
};

/** HTML in which pictures stand as `{{0}}`, `{{1}}`, …, and their paths in that order. */
const render = (markdown) => {
	const pictures = [];
	const marked = new Marked({
		gfm: true,
		renderer: {
			heading({ tokens, depth, text }) {
				return `<h${depth} id="${idOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
			},
			link({ href, tokens }) {
				return `<a ${linkTo(href)}>${this.parser.parseInline(tokens)}</a>`;
			},
			image({ href, text }) {
				return `<img src="{{${pictures.push(href) - 1}}}" alt="${escaped(text)}" loading="lazy">`;
			},
		},
	});
	return { html: marked.parse(markdown), pictures };
};

/** Makes modules of the guide's Markdown: the default export is HTML. The pictures are files of the build. */
export const guidePages = () => ({
	name: 'guide-pages',
	enforce: 'pre',
	transform(markdown, id) {
		if (!id.endsWith('.md')) return null;
		const { html, pictures } = render(markdown);
		const imports = pictures.map(
			(path, index) => `import picture${index} from ${JSON.stringify(path.startsWith('.') ? path : `./${path}`)};`,
		);
		const parts = JSON.stringify(html).replace(/\{\{(\d+)\}\}/g, (_, index) => `" + picture${index} + "`);
		return { code: `${imports.join('\n')}\nexport default ${parts};\n`, map: null };
	},
});
