import type { BlindSpot, RunState, RunStep, SiteInfo } from '#shared/run.ts';

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
	directory: 'Who is in the directory: suspended, not invited, deactivated',
	roles: 'Who lacks a service management role',
	'managed-accounts': 'Whose account another organisation manages',
	'customer-access': 'Customer access: Internal, External and their domains',
};

export const blindReasons: Readonly<Record<BlindSpot['why'], string>> = {
	'no-org-key': 'There is no organisation API key for this site.',
	'not-readable': 'No interface tells.',
};
