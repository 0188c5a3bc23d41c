import type { Api } from '../../api.ts';
import { siteUrl } from '../../sites.ts';

export type NewSite = Parameters<Api['sites']['add']>[0];

export interface SiteFields {
	readonly url: string;
	/** No more than the address: no account, no tokens. */
	readonly isAddressOnly: boolean;
	readonly name: string;
	readonly email: string;
	readonly apiToken: string;
	readonly orgApiKey: string;
	readonly orgId: string;
	readonly management: 'centralized' | 'original';
	readonly client: string;
	/** `2027-03-01`; empty where nobody said. */
	readonly tokenExpiresOn: string;
	readonly readOnly: boolean;
}

export type RequiredField = 'url' | 'email' | 'apiToken';
export type FieldProblem = 'required' | 'email-invalid';

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

export const findProblems = (fields: SiteFields): Partial<Record<RequiredField, FieldProblem>> => {
	const problems: Partial<Record<RequiredField, FieldProblem>> = {};
	if (fields.url.trim() === '') problems.url = 'required';
	if (fields.isAddressOnly) return problems;
	if (fields.email.trim() === '') problems.email = 'required';
	else if (!isEmail(fields.email)) problems.email = 'email-invalid';
	if (fields.apiToken.trim() === '') problems.apiToken = 'required';
	return problems;
};

const credentials = (fields: SiteFields) => ({
	email: fields.email.trim(),
	apiToken: fields.apiToken.trim(),
	...(fields.orgApiKey.trim() === '' ? {} : { orgApiKey: fields.orgApiKey.trim() }),
	...(fields.tokenExpiresOn === '' ? {} : { tokenExpiresOn: fields.tokenExpiresOn }),
	...(fields.readOnly ? { readOnly: true } : {}),
});

/** Leaves out what was left empty: the contract takes absent, not empty. */
export const newSite = (fields: SiteFields): NewSite => ({
	url: siteUrl(fields.url),
	...(fields.isAddressOnly ? {} : credentials(fields)),
	management: fields.management,
	...(fields.name.trim() === '' ? {} : { name: fields.name.trim() }),
	...(fields.orgId.trim() === '' ? {} : { orgId: fields.orgId.trim() }),
	...(fields.client.trim() === '' ? {} : { client: fields.client.trim() }),
});
