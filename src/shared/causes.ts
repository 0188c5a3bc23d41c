import type { RemedyId } from './remedies.ts';

/**
 * The catalogue of causes: one entry a code. A new cause is an entry here, a rule in
 * `core/causes/<code>.ts` and its text in `shared/messages`. Codes are stable: stored, exported, filtered on.
 *
 * `standing` says what the row can expect: `added` and `addable` need nothing that blocks, `blocked` needs a
 * remedy, `open` means that the product does not know, `repeated` that another row tells. What a row of a run can expect
 * depends on its run, too (`standings.ts`). `article` is the problem of that number in Atlassian's
 * support article.
 */
export const causeCatalogue = {
	'already-customer': { standing: 'added', article: null, remedy: null },
	'ready-existing': { standing: 'addable', article: null, remedy: 'add-to-desk' },
	'ready-new': { standing: 'addable', article: null, remedy: 'create-and-add' },
	'access-revoked': { standing: 'blocked', article: 1, remedy: 'restore-access' },
	'not-invited': { standing: 'blocked', article: 1, remedy: 'invite-with-role' },
	'role-missing': { standing: 'blocked', article: 1, remedy: 'grant-customer-role' },
	'portal-account-inactive': { standing: 'blocked', article: 2, remedy: 'reactivate-portal-account' },
	'customer-access-closed': { standing: 'blocked', article: 3, remedy: 'open-customer-access' },
	'domain-not-approved': { standing: 'blocked', article: 3, remedy: 'approve-domain' },
	'sign-up-not-allowed': { standing: 'blocked', article: null, remedy: 'open-customer-access' },
	'managed-elsewhere': { standing: 'blocked', article: 4, remedy: 'ask-owning-organisation' },
	'deactivated-here': { standing: 'blocked', article: null, remedy: 'enable-managed-account' },
	'deactivated-by-idp': { standing: 'blocked', article: null, remedy: 'enable-in-identity-provider' },
	'deactivated-by-person': { standing: 'blocked', article: null, remedy: 'ask-person-to-reactivate' },
	'email-not-verified': { standing: 'blocked', article: null, remedy: 'ask-person-to-verify' },
	'blocked-by-export-control': { standing: 'blocked', article: null, remedy: 'contact-atlassian' },
	'deletion-pending': { standing: 'blocked', article: null, remedy: 'cancel-deletion' },
	'duplicate-accounts': { standing: 'blocked', article: null, remedy: 'migrate-portal-account' },
	'desk-permission-missing': { standing: 'blocked', article: null, remedy: 'fix-desk-permission' },
	'service-management-offline': { standing: 'blocked', article: null, remedy: 'contact-atlassian' },
	'caller-lacks-rights': { standing: 'open', article: null, remedy: null },
	'invalid-address': { standing: 'blocked', article: null, remedy: 'fix-row' },
	'probable-typo': { standing: 'blocked', article: null, remedy: 'accept-suggestion' },
	'repeated-row': { standing: 'repeated', article: null, remedy: null },
	undetermined: { standing: 'open', article: null, remedy: null },
	'not-checked': { standing: 'open', article: null, remedy: null },
} as const satisfies Record<string, { standing: Standing; article: 1 | 2 | 3 | 4 | null; remedy: RemedyId | null }>;

export type Standing = 'added' | 'addable' | 'blocked' | 'open' | 'repeated';
export type CauseCode = keyof typeof causeCatalogue;
export type Certainty = 'proven' | 'likely' | 'unknown';

export const causeCodes = Object.keys(causeCatalogue) as readonly CauseCode[];
