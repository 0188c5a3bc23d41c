import type { Certainty } from '../../causes.ts';
import type { RemedyId } from '../../remedies.ts';
import type { BlindSpot, RunState, RunStep, SiteInfo } from '../../run.ts';

export const certaintyTexts: Record<Certainty, { readonly label: string; readonly meaning: string }> = {
	proven: { label: 'Proven', meaning: 'An answer from the site or an export says so.' },
	likely: { label: 'Likely', meaning: 'Inferred; see evidence.' },
	unknown: { label: 'Unknown', meaning: 'The available data is not enough to tell.' },
};

export const remedyTexts: Record<RemedyId, string> = {
	'add-to-desk': 'Add to the service project.',
	'create-and-add': 'Create a customer account and add it.',
	'restore-access': 'Restore access, grant the Customer role, then add.',
	'invite-with-role': 'Invite with the Customer role.',
	'grant-customer-role': 'Grant the Customer role.',
	'reactivate-portal-account': 'Reactivate the portal-only account.',
	'open-customer-access': 'Open customer access.',
	'approve-domain': 'Approve the domain.',
	'ask-owning-organisation': 'Ask the organisation that manages the account.',
	'enable-managed-account': 'Reactivate the managed account.',
	'replace-with-portal-account': 'Remove the account here and add the person with a portal-only account.',
	'add-to-organisation': 'Add to the customer organisation named in the list.',
	'enable-in-identity-provider': 'Activate in the identity provider.',
	'ask-person-to-reactivate': 'Ask the person to cancel the deletion.',
	'ask-person-to-verify': 'Ask the person to verify the email address.',
	'contact-atlassian': 'Contact Atlassian Support.',
	'cancel-deletion': 'Cancel the deletion.',
	'migrate-portal-account': 'Migrate the portal-only account.',
	'fix-desk-permission': 'Give customers their project permissions.',
	'fix-row': 'Correct the row.',
	'accept-suggestion': 'Accept the suggested address.',
};

export const stateTexts: Record<RunState, string> = {
	running: 'Running',
	stopped: 'Stopped',
	finished: 'Finished',
};

export const stepTexts: Record<RunStep, string> = {
	connecting: 'Connecting to the site',
	'reading-accounts': 'Reading the site’s accounts',
	checking: 'Checking addresses',
	done: 'Done',
};

export const managementTexts: Record<SiteInfo['management'], string> = {
	centralized: 'Centralized',
	original: 'Original',
};

export const cleanedTexts: Readonly<Record<string, string>> = {
	'surrounding-space': 'spaces around it',
	'upper-case': 'capital letters',
	'other-cell': 'the rest of what its cells hold',
	'display-name': 'a display name',
	mailto: 'a “mailto:”',
	'surrounding-quotes': 'quotes or brackets around it',
	'trailing-punctuation': 'punctuation at its end',
	'full-width': 'full-width characters',
	'international-domain': 'the international form of its domain',
};

/** A character that nobody sees, by its name. */
export const invisibleText = (name: string): string => `an invisible character (${name})`;

/** Names of the permissions Jira answers with. */
export const permissionTexts: Readonly<Record<string, string>> = {
	ADMINISTER: 'Administer Jira',
	SYSTEM_ADMIN: 'System administrator',
	USER_PICKER: 'Browse users and groups',
	BROWSE_PROJECTS: 'Browse projects',
	ADMINISTER_PROJECTS: 'Administer projects',
	SERVICEDESK_AGENT: 'Service project agent',
	CREATE_ISSUES: 'Create issues',
};

export const delimiterTexts: Readonly<Record<string, string>> = {
	',': 'Comma',
	';': 'Semicolon',
	'\t': 'Tab',
	'|': 'Pipe',
	'': 'One column',
};

export const otherDelimiter = (delimiter: string): string => `“${delimiter}”`;

export const blindQuestions: Readonly<Record<BlindSpot['question'], string>> = {
	directory: 'Directory status: suspended, not invited or deactivated',
	roles: 'Missing Jira Service Management roles',
	'managed-accounts': 'Accounts managed by another organisation',
	'customer-access': 'Customer access: Internal, External and their domains',
};

export const blindReasons: Readonly<Record<BlindSpot['why'], string>> = {
	'no-org-key': 'There is no organisation API key for this site.',
	'not-readable': 'Not available by API.',
};
