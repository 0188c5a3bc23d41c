import type { CustomerAccess } from '#shared/customer-access.ts';

export type Ternary = 'on' | 'off' | 'unknown';

export interface AccessFields {
	readonly internal: Ternary;
	/** As typed: one domain per line. */
	readonly approvedDomains: string;
	readonly external: Ternary;
	readonly allowedDomains: string;
}

export const unknownAccess: AccessFields = { internal: 'unknown', approvedDomains: '', external: 'unknown', allowedDomains: '' };

const declared = (state: Ternary): boolean | null => (state === 'unknown' ? null : state === 'on');

/** Takes what people paste: lines, commas, a leading `@`, capitals. `null` where nothing was said. */
export const parseDomains = (text: string): string[] | null => {
	const domains = text
		.split(/[\s,;]+/)
		.map((part) => part.trim().toLowerCase().replace(/^@/, ''))
		.filter((part) => part !== '');
	return domains.length === 0 ? null : [...new Set(domains)];
};

type DeclaredAccess = Pick<CustomerAccess, 'internal' | 'external'> & {
	readonly approvedDomains: string[] | null;
	readonly allowedDomains: string[] | null;
};

/** `null` where nothing was declared at all. A list of domains says nothing about a kind that is off. */
export const declaredAccess = (fields: AccessFields): DeclaredAccess | null => {
	const access = {
		internal: declared(fields.internal),
		approvedDomains: fields.internal === 'off' ? null : parseDomains(fields.approvedDomains),
		external: declared(fields.external),
		allowedDomains: fields.external === 'off' ? null : parseDomains(fields.allowedDomains),
	};
	return Object.values(access).every((part) => part === null) ? null : access;
};
