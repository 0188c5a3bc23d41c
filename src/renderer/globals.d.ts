declare module '*.module.css' {
	const classes: Readonly<Record<string, string>>;
	export default classes;
}

declare module '*.css';

/** A page of the guide, as HTML (scripts/guide-pages.mjs). */
declare module '*.md' {
	const html: string;
	export default html;
}

/** Trusted Types, as far as they are used; not in every browser. */
interface Window {
	readonly trustedTypes?: {
		createPolicy(name: string, rules: { readonly createHTML: (html: string) => string }): { createHTML(html: string): TrustedHTML };
	};
}
