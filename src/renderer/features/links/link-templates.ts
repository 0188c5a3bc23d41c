/** What a template may name in braces. */
export const placeholders = ['site', 'orgId', 'cloudId', 'email', 'accountId', 'deskKey'] as const;
export type Placeholder = (typeof placeholders)[number];
export type LinkValues = Readonly<Record<Placeholder, string | null>>;

/**
 * Addresses of Atlassian's pages, from section 8 of atlassian-api.md: data, because menus and addresses move and a person
 * may have to correct one. `-original` is the page under original user management, where it is another one.
 */
export const defaultLinks = {
	'customer-access': 'https://{site}.atlassian.net/jira/settings/products/servicedesk/customer-access',
	'desk-customers': 'https://{site}.atlassian.net/jira/servicedesk/projects/{deskKey}/customers',
	'directory-users': 'https://admin.atlassian.com/o/{orgId}/users',
	'directory-users-original': 'https://{site}.atlassian.net/admin',
	'portal-only-customers': 'https://admin.atlassian.com/s/{cloudId}/jira-service-desk/portal-only-customers?filter={email}',
	'portal-only-customers-original': 'https://{site}.atlassian.net/admin',
	'approved-domains': 'https://admin.atlassian.com/o/{orgId}/overview',
	'approved-domains-original': 'https://{site}.atlassian.net/admin',
} as const satisfies Record<string, string>;

export type LinkId = keyof typeof defaultLinks;
export const linkIds = Object.keys(defaultLinks) as readonly LinkId[];

/** Templates that somebody corrected, by page. */
export type LinkCorrections = Readonly<Partial<Record<LinkId, string>>>;

export type TemplateProblem = 'not-atlassian' | 'unknown-placeholder';

/** The host is written out, but for the site's own name: what stands in a list or an answer can never become the host. */
const allowedStart = /^https:\/\/(?:\{site\}\.atlassian\.net|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.atlassian\.(?:net|com))(?:[/?#]|$)/;

const isPlaceholder = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name);

export const findTemplateProblem = (template: string): TemplateProblem | null => {
	if (!allowedStart.test(template)) return 'not-atlassian';
	const named = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
	return named.every(isPlaceholder) ? null : 'unknown-placeholder';
};

const isAtlassianPage = (url: string): boolean => {
	if (!URL.canParse(url)) return false;
	const { protocol, hostname, port, username, password } = new URL(url);
	return protocol === 'https:' && /\.atlassian\.(net|com)$/.test(hostname) && `${port}${username}${password}` === '';
};

/** The address, or `null` where a value it needs is not known. Every value is encoded: it stays inside its part. */
export const fillTemplate = (template: string, values: LinkValues): string | null => {
	if (findTemplateProblem(template) !== null) return null;
	let isComplete = true;
	const url = template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
		const value = isPlaceholder(name) ? values[name] : null;
		if (value === null || value === '') isComplete = false;
		return encodeURIComponent(value ?? '');
	});
	return isComplete && isAtlassianPage(url) ? url : null;
};
