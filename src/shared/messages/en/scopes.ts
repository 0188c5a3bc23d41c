import type { Door } from '../../door.ts';
import type { FailureDetails } from '../../outcome.ts';
import type { ScopeUse } from '../../scopes.ts';
import { type FailureText, plainDetail } from '../failure-text.ts';
import { textOf } from '../text-of.ts';

/** What is lost without a scope; goes on from “without it …”. */
export const scopeLosses: Record<ScopeUse, string> = {
	account: 'it cannot be said whose token it is',
	rights: 'it cannot be said which rights the account has',
	people: 'portal-only accounts and people of the site stay unseen',
	projects: 'no service project can be found',
	'request-types': 'it cannot be checked who may raise requests',
	'project-permissions': 'the permissions of a service project stay unseen',
	customers: 'the customers of a service project stay unseen',
	'customer-organisations': 'customer organisations stay unseen',
	requests: 'nobody can be found by their requests',
	'create-customers': 'no customer account can be made',
	'add-customers': 'nobody can be added to a service project',
	'add-to-organisation': 'nobody can be added to a customer organisation',
	organisations: 'the organisation cannot be found',
	directories: 'the directories of the organisation stay unseen',
	apps: 'the apps of the site stay unseen',
	domains: 'the verified domains stay unseen',
	roles: 'the roles of single people stay unseen',
	directory: 'the directory stays unseen',
	'approved-domains': 'the approved domains stay unseen',
	'managed-accounts': 'it cannot be checked who may enable an account',
	'change-directory': 'no access can be restored and no role granted',
	'change-managed-accounts': 'no managed account can be enabled',
};

/** Where a token was let in. */
export const doorTexts: Record<Door['via'], string> = {
	site: 'without scopes: let in at the site',
	gateway: 'with scopes: let in at the gateway',
};

const whose = (details: FailureDetails): string => (details['which'] === 'orgApiKey' ? 'organisation API key' : 'API token');

export const scopeWords = {
	title: 'Scopes for a token',
	intro: 'An API token without scopes needs nothing of this. A token with scopes, and every token of a service account, needs these.',
	abilities: { read: 'To diagnose', add: 'To add people as well' },
	kinds: { classic: 'Classic scopes', granular: 'Granular scopes' },
	classicNote:
		'Among the classic scopes, the one that reads customers can change them too. For a token that can only read, choose the granular ones.',
	key: 'Organisation API key with scopes',
	keyNote: 'For the search in the directory and all changes there, Atlassian names no scope: choose a key without scopes for them.',
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
	kept: 'Everything that works without it goes on.',
	next:
		details['which'] === 'orgApiKey'
			? {
					window: 'Make a key with that scope, or one without scopes; then replace it on the page of the site.',
					commandLine: 'Make a key with that scope, or one without scopes; then replace it with “site tokens”.',
				}
			: {
					window: 'Make a token with that scope; then replace it on the page of the site. The page for adding a site lists all scopes.',
					commandLine: 'Make a token with that scope; then replace it with “site tokens”. “site add --help” lists all scopes.',
				},
});
