import type { CauseCode } from '#shared/causes.ts';
import type { Failure, FailureCode } from '#shared/outcome.ts';

/** The command line's twin of `renderer/messages`: every sentence it prints. */
export const causeLabels: Record<CauseCode, string> = {
	'already-customer': 'already a customer',
	'ready-existing': 'ready: has an account, add to the desk',
	'ready-new': 'ready: create the account and add',
	'access-revoked': 'access revoked',
	'not-invited': 'account exists, not invited here',
	'role-missing': 'active, but without a service management role',
	'portal-account-inactive': 'portal-only account inactive',
	'customer-access-closed': 'customer access closed (Internal and External off)',
	'domain-not-approved': 'domain not approved',
	'managed-elsewhere': 'managed and disabled by another organisation',
	'deactivated-here': 'deactivated by this organisation',
	'deactivated-by-idp': 'deactivated by the identity provider',
	'deletion-pending': 'account scheduled for deletion',
	'duplicate-accounts': 'two accounts for one address',
	'desk-permission-missing': "the desk lacks the customers' portal permission",
	'caller-lacks-rights': 'the calling account lacks a right',
	'invalid-address': 'not an address',
	'probable-typo': 'probably a typo',
	'repeated-row': 'repeats an earlier row',
	undetermined: 'undetermined',
	'not-checked': 'not checked yet',
};

type Detail = Failure['details'][string] | undefined;

const text = (value: Detail): string => (typeof value === 'object' ? value.join(', ') : String(value ?? ''));

const notAList: Readonly<Record<string, string>> = {
	xls: 'This is a workbook of the old kind (.xls). Save it as .xlsx and try again.',
	xlsb: 'This is a binary workbook (.xlsb). Save it as .xlsx and try again.',
	ods: 'This is an OpenDocument sheet (.ods). Save it as .xlsx or CSV and try again.',
	numbers: 'This is a sheet of Numbers. Export it to .xlsx or CSV and try again.',
	html: 'This is a web page, whatever its name says. Open it in a spreadsheet program, save it as .xlsx and try again.',
	xml: 'This is an XML file. Open it in a spreadsheet program, save it as .xlsx and try again.',
};

const sentences: Record<FailureCode, (details: Failure['details']) => string> = {
	'list-not-found': ({ path }) => `There is no file ${text(path)}.`,
	'list-empty': () => 'The list is empty.',
	'list-binary': ({ kind }) =>
		notAList[text(kind)] ?? `This is neither a text file nor a workbook${kind ? ` but ${text(kind)}` : ''}. Save it as CSV and try again.`,
	'list-header-only': () => 'The list has a header and no rows.',
	'list-without-addresses': () => 'No column of the list holds e-mail addresses. Name it with --email-column.',
	'list-too-large': ({ unpacked }) =>
		unpacked
			? 'Unpacked, this workbook is larger than any list of a million rows. Save the sheet as CSV and try again.'
			: 'The list is larger than 64 MB. Split it and try again.',
	'list-too-many-rows': () => 'The list has more than 1,000,000 rows. Split it and try again.',
	'list-too-many-columns': ({ row }) => `Line ${text(row)} has more than 256 columns: is the delimiter right?`,
	'list-cell-too-large': ({ row }) => `A cell${row ? ` in line ${text(row)}` : ''} is larger than 32 KB: is a quote missing?`,
	'list-unreadable': ({ reason }) => `The list cannot be read (${text(reason)}).`,
	'list-encrypted': () => 'This workbook has a password. Save a copy without it and try again.',
	'list-damaged': ({ reason }) =>
		`This workbook is damaged or was cut off (${text(reason)}). Open it in a spreadsheet program, save it as .xlsx and try again.`,
	'sheet-not-found': ({ sheet, sheets }) => `The workbook has no sheet ${text(sheet)}. It has: ${text(sheets)}.`,
	'column-not-found': ({ column, columns }) => `The list has no column ${text(column)}. It has: ${text(columns)}.`,
	'site-address-invalid': () => 'That is not a site. A site is https://<name>.atlassian.net; its admin API is https://api.atlassian.com.',
	'site-loopback-refused': () => 'A site on this machine is only accepted with --allow-loopback.',
	'site-not-found': ({ site, name }) => `There is no site ${text(site ?? name)} here. "site list" shows them.`,
	'site-name-taken': ({ name }) => `There is a site ${text(name)} already. Remove it first, or choose another --name.`,
	'token-missing': () => 'No API token: none is stored for the site, and INVITE_DOCTOR_EMAIL and INVITE_DOCTOR_API_TOKEN are not set.',
	'token-rejected': ({ captcha }) =>
		captcha
			? 'The site asks this account to solve a CAPTCHA: sign in once in a browser, then try again.'
			: 'The site rejected the e-mail and API token. They may be mistyped, revoked or expired.',
	'org-key-rejected': ({ missingScope }) =>
		missingScope
			? 'The organisation key has scopes that do not suffice. Make one without scopes.'
			: 'The organisation API key was rejected. It may be mistyped, revoked or expired.',
	'org-not-found': ({ org }) => `The organisation key does not belong to an organisation${org ? ` ${text(org)}` : ''}.`,
	'org-ambiguous': () => 'The organisation key sees several organisations. Name one with --org.',
	'site-not-in-organisation': ({ site, org }) =>
		`The site ${text(site)} does not belong to ${text(org)}: this organisation key is for other sites.`,
	'not-an-atlassian-site': () => 'That address does not answer as an Atlassian site. Check its name.',
	'caller-lacks-rights': ({ missing, call }) =>
		`The account lacks a right: ${missing ? text(missing).replace('ADMINISTER', 'Administer Jira').replace('USER_PICKER', 'Browse users and groups') : `it may not ask ${text(call)}`}.`,
	'desk-not-found': ({ desk, desks }) =>
		`There is no service project${desk ? ` ${text(desk)}` : ''} the account can see. There are: ${text(desks) || 'none'}.`,
	'desk-ambiguous': ({ desks }) => `The site has several service projects. Name one with --desk: ${text(desks)}.`,
	'access-invalid': ({ part }) =>
		`--access: "${text(part)}" is not understood. Example: internal=on,external=off,approved=a.com;b.com,allowed=c.com`,
	unreachable: () => 'The site cannot be reached. What was checked is kept; resume when the network is back.',
	'timed-out': () => 'The site did not answer in time. What was checked is kept; resume later.',
	'rate-limited': () => 'The site keeps asking for patience. What was checked is kept; resume later.',
	'site-error': () => 'The site answered with errors of its own. What was checked is kept; resume later.',
	'call-refused': ({ call, status }) => `The site refused ${text(call)} (${text(status)}).`,
	'unexpected-answer': ({ call, problem }) =>
		`An answer was not what Atlassian's specification promises${call ? ` (${text(call)})` : ''}${problem ? `: ${text(problem)}` : ''}.`,
	cancelled: () => 'Cancelled. What was checked is kept.',
	'store-newer': () => 'The data folder was written by a newer version of Invite Doctor.',
	'store-damaged': () => 'The database is damaged. Move the data folder away to start anew.',
	'store-busy': () => 'Another Invite Doctor is writing to the data folder. Try again in a moment.',
	'store-full': () => 'The disk is full. What was checked is kept; free some space and resume.',
	'store-unavailable': ({ what, path, reason }) =>
		`${text(what || 'The data folder')} cannot be used${path ? ` (${text(path)})` : ''}${reason ? `: ${text(reason)}` : ''}.`,
	'run-not-found': ({ run }) => `There is no run ${text(run)}. "runs" shows them.`,
	'run-finished': ({ run }) => `Run ${text(run)} is finished: nothing is left to check.`,
	'run-busy': () => 'Another Invite Doctor works on this run.',
	'plan-not-found': ({ plan }) => `There is no plan ${text(plan)}. "plans" shows them.`,
	'plan-empty': () => 'None of these rows has a remedy: there is nothing to plan.',
	'plan-finished': ({ plan }) => `Plan ${text(plan)} is finished. Make a new one for what is left.`,
	'plan-busy': () => 'Another Invite Doctor carries out this plan.',
	'site-busy': () => 'Another Invite Doctor is changing this site. Two at once could undo each other: wait until it has ended.',
	'confirmation-missing': ({ confirm }) => `This plan removes people. Confirm it with --confirm "${text(confirm)}". Nothing was changed.`,
	'confirmation-void': ({ confirm }) =>
		`That does not confirm the people this plan removes. It has to be --confirm "${text(confirm)}". Nothing was changed.`,
	'account-exists': () => 'The address has an account already.',
	'account-changed': () => 'The account changed since it was checked; nothing was sent.',
	unsettled: () => 'What became of the change cannot be settled by reading. It was not sent again: look on the page.',
	'directory-ambiguous': () => 'The person is in several directories, and which one serves this site cannot be told.',
	'organisation-not-found': ({ organisation }) => `The site has no customer organisation ${text(organisation)}.`,
	'audit-damaged': () =>
		'The audit log is not as it was written. "verify-audit" says what differs; no change is made until that is settled.',
	'write-failed': ({ path, reason }) => `${text(path)} could not be written (${text(reason)}). Nothing was left behind.`,
	'wrong-use': ({ what }) => text(what),
};

/** What happened, in a sentence. */
export const failureSentence = ({ code, details }: Failure): string => sentences[code](details);
