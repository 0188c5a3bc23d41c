import type { DecisionId } from '../../unlock.ts';
import { plural } from './numbers.ts';

const accounts = (many: number): string => plural(many, 'account', 'accounts');

export const bothDecisions = (one: string, other: string): string => `${one} and: ${other}`;

/** What one person can decide. `domain` is empty where the decision is for everybody. */
export const decisionTexts: Record<DecisionId, (domain: string, rows: number) => string> = {
	'tick-internal': () => 'Select Internal in Customer access',
	'tick-external': () => 'Select External in Customer access',
	'approve-domain': (domain) => `Approve the domain ${domain}`,
	'restore-access': (_domain, rows) => `Restore access for ${accounts(rows)}`,
	'grant-customer-role': (_domain, rows) => `Grant the free Customer role to ${accounts(rows)}`,
	'invite-with-role': (_domain, rows) => `Invite ${accounts(rows)} with the free Customer role`,
	'enable-managed-account': (_domain, rows) => `Reactivate ${accounts(rows)} managed by your organisation`,
	'reactivate-portal-account': (_domain, rows) => `Reactivate ${plural(rows, 'portal-only account', 'portal-only accounts')}`,
	'ask-owning-organisation': (domain, rows) => `Ask the administrators of ${domain} to reactivate ${accounts(rows)}`,
	'enable-in-identity-provider': (_domain, rows) => `Activate ${accounts(rows)} in the identity provider`,
	'cancel-deletion': (_domain, rows) => `Cancel the deletion of ${accounts(rows)}`,
	'migrate-portal-account': (_domain, rows) => `Migrate ${plural(rows, 'duplicate portal-only account', 'duplicate portal-only accounts')}`,
	'accept-suggestion': (domain) => `Correct the mistyped domain ${domain}`,
};
