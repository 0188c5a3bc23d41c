import type { SignInKind } from '#shared/run.ts';
import type { Api } from '../../api.ts';
import { siteUrl } from '../../sites.ts';

export type NewSite = Parameters<Api['sites']['add']>[0];

export interface SiteFields {
	readonly url: string;
	/** `address`: no account, no tokens. */
	readonly signIn: SignInKind;
	readonly name: string;
	readonly email: string;
	readonly apiToken: string;
	/** Of the company's app: empty where it is not signed in by one. */
	readonly clientId: string;
	readonly clientSecret: string;
	readonly callbackPort: string;
	readonly orgApiKey: string;
	readonly orgId: string;
	readonly management: 'centralized' | 'original';
	readonly client: string;
	/** `2027-03-01`; empty where nobody said. */
	readonly tokenExpiresOn: string;
	readonly readOnly: boolean;
}

export type RequiredField = 'url' | 'email' | 'apiToken' | 'clientId' | 'clientSecret' | 'callbackPort';
export type FieldProblem = 'required' | 'email-invalid' | 'port-invalid';

export const isPort = (text: string): boolean => /^\d{4,5}$/.test(text.trim()) && Number(text) >= 1024 && Number(text) <= 65_535;

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

export const findProblems = (fields: SiteFields): Partial<Record<RequiredField, FieldProblem>> => {
	const problems: Partial<Record<RequiredField, FieldProblem>> = {};
	if (fields.url.trim() === '') problems.url = 'required';
	if (fields.signIn === 'token') {
		if (fields.email.trim() === '') problems.email = 'required';
		else if (!isEmail(fields.email)) problems.email = 'email-invalid';
		if (fields.apiToken.trim() === '') problems.apiToken = 'required';
	}
	return fields.signIn === 'oauth' ? { ...problems, ...findAppProblems(fields, true) } : problems;
};

export type AppFields = Pick<SiteFields, 'clientId' | 'clientSecret' | 'callbackPort'>;

export const findAppProblems = (
	{ clientId, clientSecret, callbackPort }: AppFields,
	needsSecret: boolean,
): Partial<Record<keyof AppFields, FieldProblem>> => ({
	...(clientId.trim() === '' ? { clientId: 'required' } : {}),
	...(needsSecret && clientSecret.trim() === '' ? { clientSecret: 'required' } : {}),
	...(isPort(callbackPort) ? {} : { callbackPort: 'port-invalid' }),
});

const ofToken = ({ email, apiToken, tokenExpiresOn }: SiteFields) => ({
	email: email.trim(),
	apiToken: apiToken.trim(),
	...(tokenExpiresOn === '' ? {} : { tokenExpiresOn }),
});

export const newApp = ({ clientId, clientSecret, callbackPort }: AppFields) => ({
	clientId: clientId.trim(),
	clientSecret: clientSecret.trim(),
	callbackPort: Number(callbackPort),
});

const credentials = (fields: SiteFields) => ({
	...(fields.signIn === 'oauth' ? { oauth: newApp(fields) } : ofToken(fields)),
	...(fields.orgApiKey.trim() === '' ? {} : { orgApiKey: fields.orgApiKey.trim() }),
	...(fields.readOnly ? { readOnly: true } : {}),
});

/** Leaves out what was left empty: the contract takes absent, not empty. */
export const newSite = (fields: SiteFields): NewSite => ({
	url: siteUrl(fields.url),
	...(fields.signIn === 'address' ? {} : credentials(fields)),
	management: fields.management,
	...(fields.name.trim() === '' ? {} : { name: fields.name.trim() }),
	...(fields.orgId.trim() === '' ? {} : { orgId: fields.orgId.trim() }),
	...(fields.client.trim() === '' ? {} : { client: fields.client.trim() }),
});
