import type { Door } from '../../door.ts';
import type { FailureDetails } from '../../outcome.ts';
import type { ScopeUse } from '../../scopes.ts';
import { type FailureText, plainDetail, textOf } from '../failure-text.ts';

/** What is lost without a scope; goes on from “without it …”. */
export const scopeLosses: Record<ScopeUse, string> = {
	account: 'the owner of the token is unknown',
	rights: 'the permissions of the account are unknown',
	people: 'portal-only accounts and people of the site are not visible',
	projects: 'no service project can be found',
	'request-types': 'permission to raise requests cannot be checked',
	'project-permissions': 'the permissions of a service project are not visible',
	customers: 'the customers of a service project are not visible',
	'customer-organisations': 'customer organisations are not visible',
	requests: 'nobody can be found by their requests',
	'create-customers': 'customer accounts cannot be created',
	'add-customers': 'nobody can be added to a service project',
	'add-to-organisation': 'nobody can be added to a customer organisation',
	organisations: 'the organisation cannot be found',
	directories: 'the directories of the organisation are not visible',
	apps: 'the apps of the site are not visible',
	domains: 'the verified domains are not visible',
	roles: 'the roles of individual people are not visible',
	directory: 'the directory is not visible',
	'approved-domains': 'the approved domains are not visible',
	'managed-accounts': 'permission to reactivate accounts cannot be checked',
	'change-directory': 'access cannot be restored and roles cannot be granted',
	'change-managed-accounts': 'managed accounts cannot be reactivated',
};

/** Where a token was let in. */
export const doorTexts: Record<Door['via'], string> = {
	site: 'without scopes (site address)',
	gateway: 'with scopes (gateway)',
};

const whose = ({ which }: FailureDetails): string =>
	which === 'orgApiKey' ? 'organisation API key' : which === 'signIn' ? 'OAuth app' : 'API token';

export const scopeWords = {
	title: 'Scopes for a token',
	intro: 'API tokens without scopes do not need this. Tokens with scopes and all tokens of service accounts need these scopes.',
	abilities: { read: 'To diagnose', add: 'To add people as well' },
	kinds: { classic: 'Classic scopes', granular: 'Granular scopes' },
	classicNote: 'The classic scope that reads customers can also change them. For a read-only token, choose the granular scopes.',
	key: 'Organisation keys with scopes',
	keyNote: 'Atlassian has no scope for directory search and directory changes. Use a key without scopes for them.',
	copy: 'Copy',
	copied: 'Copied.',
	missing: 'Scopes missing',
	/** e.g. `The API token lacks the scope manage:servicedesk-customer: without it …`. */
	lacks: (details: FailureDetails): string => {
		const scopes = plainDetail(details, 'scopes');
		const granular = plainDetail(details, 'granular');
		const named = scopes === '' ? 'a scope for this' : `the scope ${scopes}${granular === '' ? '' : ` (or granular: ${granular})`}`;
		const loss = textOf(scopeLosses, details['use'], '');
		return `The ${whose(details)} lacks ${named}${loss === '' ? '' : `: without it ${loss}`}.`;
	},
};

export const scopeMissingText = (details: FailureDetails): FailureText => ({
	happened: scopeWords.lacks(details),
	kept: 'Everything else still works.',
	next:
		details['which'] === 'orgApiKey'
			? {
					window: 'Create a key with that scope, or one without scopes. Then replace it on the site’s page.',
					commandLine: 'Create a key with that scope, or one without scopes. Then replace it with “site tokens”.',
				}
			: details['which'] === 'signIn'
				? {
						window: 'Add that scope to the app. Then sign in again on the site’s page.',
						commandLine: 'Add that scope to the app. Then sign in again with “site sign-in”.',
					}
				: {
						window: 'Create a token with that scope. Then replace it on the site’s page. “Add a site” lists all scopes.',
						commandLine: 'Create a token with that scope. Then replace it with “site tokens”. “site add --help” lists all scopes.',
					},
});
