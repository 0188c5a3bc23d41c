import type { CauseCode } from '#shared/causes.ts';
import type { Failure, FailureCode } from '#shared/outcome.ts';
import { auditDifferenceText } from '#shared/messages/en/audit.ts';
import type { AuditCheck, AuditProblem, RowResult } from '#shared/plan.ts';
import type { RemedyId } from '#shared/remedies.ts';
import type { Decision, DecisionId, Unlock } from '#shared/unlock.ts';
import { exportFaultSentence, unknownKindSentence, unmappedColumnsSentence, unmappedValuesSentence } from './export-words.ts';
import { faultSentence } from './snapshot-faults.ts';

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
	'sign-up-not-allowed': 'sign-up not available',
	'service-management-offline': 'service management is offline',
	'managed-elsewhere': 'managed and disabled by another organisation',
	'deactivated-here': 'deactivated by this organisation',
	'deactivated-by-idp': 'deactivated by the identity provider',
	'deactivated-by-person': 'deactivated by the person',
	'email-not-verified': 'email address not verified',
	'blocked-by-export-control': 'blocked by export control',
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

export const remedyLabels: Record<RemedyId, string> = {
	'add-to-desk': 'The account is there: it becomes a customer of the desk, nothing else changes.',
	'create-and-add': 'A new account is made and becomes a customer of the desk.',
	'restore-access': 'The account gets its access back, with its former roles and what they cost; billable ones are reported.',
	'invite-with-role': 'The account is invited with the free Customer role, without a mail; an invitation cannot be recalled.',
	'grant-customer-role': 'The account gets the free Customer role.',
	'enable-managed-account': 'The account is switched on again, everywhere.',
	'replace-with-portal-account':
		'The account is removed from the organisation: roles and groups are lost. A portal-only account takes its place.',
	'add-to-organisation': 'The customer joins the customer organisation named in the list.',
	'ask-owning-organisation': 'The organisation that owns the account has to enable it: "messages" writes what to ask.',
	'reactivate-portal-account': 'Portal-only customers > the person > Grant access.',
	'open-customer-access': 'Jira settings > Products > Customer access: tick Internal or External.',
	'approve-domain': 'User access settings > Approved domains, or the domains External is limited to.',
	'enable-in-identity-provider': 'The identity provider has switched the account off: enable it there.',
	'ask-person-to-reactivate': 'The person has to cancel the deletion of the account.',
	'ask-person-to-verify': 'The person has to verify the email address.',
	'contact-atlassian': 'Atlassian has blocked the account: contact Atlassian Support.',
	'cancel-deletion': 'The account is scheduled for deletion: cancel that first.',
	'migrate-portal-account': 'Two accounts for one address: migrate the portal-only one to the Atlassian account.',
	'fix-desk-permission': 'Project settings: the permission scheme lacks the customers.',
	'fix-row': 'The list has to be corrected.',
	'accept-suggestion': 'Probably another address was meant: correct the list.',
};

export const resultLabels: Record<RowResult, string> = {
	added: 'customers now',
	addable: 'nothing blocks them, not customers yet',
	blocked: 'still blocked, or the site refused',
	'needs-person': 'what became of it cannot be read: look on the page',
	'by-hand': 'to be done by hand',
	'not-tried': 'not tried, or not looked at since',
};

const decisionWords: Record<DecisionId, (domain: string, rows: number) => string> = {
	'tick-internal': () => 'tick Internal',
	'tick-external': () => 'tick External',
	'approve-domain': (domain) => `approve ${domain}`,
	'restore-access': (_domain, rows) => `restore ${rows} accounts`,
	'grant-customer-role': (_domain, rows) => `grant the Customer role to ${rows} accounts`,
	'invite-with-role': (_domain, rows) => `invite ${rows} accounts`,
	'enable-managed-account': (_domain, rows) => `enable ${rows} accounts`,
	'reactivate-portal-account': (_domain, rows) => `reactivate ${rows} portal-only accounts`,
	'ask-owning-organisation': (domain, rows) => `ask ${domain}'s admins to enable ${rows} accounts`,
	'enable-in-identity-provider': (_domain, rows) => `enable ${rows} accounts in the identity provider`,
	'cancel-deletion': (_domain, rows) => `cancel the deletion of ${rows} accounts`,
	'migrate-portal-account': (_domain, rows) => `migrate ${rows} portal-only accounts that have a twin`,
	'accept-suggestion': (domain) => `correct ${domain}`,
};

/** e.g. `approve example.com: 212 rows`. */
export const unlockSentence = (unlock: Unlock): string => {
	const words = ({ decision, domain }: Decision): string => decisionWords[decision](domain ?? '', unlock.rows);
	const rows = unlock.rows === 1 ? '1 row' : `${unlock.rows} rows`;
	return `${words(unlock)}${unlock.with ? ` and ${words(unlock.with)}` : ''}: ${rows}`;
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
	'nobody-noteworthy': () =>
		'The snapshot holds nobody who is suspended, switched off, without a role or there twice: nothing to diagnose.',
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
	'access-invalid': ({ part }) => `"${text(part)}" is not understood. Example: internal=on,external=off,approved=a.com;b.com,allowed=c.com`,
	unreachable: () => 'The site cannot be reached. What was checked is kept; resume when the network is back.',
	'timed-out': () => 'The site did not answer in time. What was checked is kept; resume later.',
	'rate-limited': ({ resumeAt }) =>
		`The site keeps asking for patience. What was checked is kept; resume ${typeof resumeAt === 'string' ? `after ${resumeAt}` : 'later'}.`,
	'ip-not-allowed': () =>
		'The site or organisation has an IP allow-list, and this machine is not on it: connect from an allowed network, or have the address added.',
	'sign-up-not-allowed': () =>
		'The site does not let new people sign up: check Customer access and the customer permissions of the service project.',
	'seat-limit': () => 'The organisation has no free seat for this role.',
	'no-subscription': () => 'The organisation has no paid subscription for this.',
	'service-management-offline': () => 'Jira Service Management is offline on this site.',
	'site-error': () => 'The site answered with errors of its own. What was checked is kept; resume later.',
	'call-refused': ({ call, status }) => `The site refused ${text(call)} (${text(status)}).`,
	'unexpected-answer': ({ call, problem }) =>
		`An answer was not what Atlassian's specification promises${call ? ` (${text(call)})` : ''}${problem ? `: ${text(problem)}` : ''}.`,
	cancelled: () => 'Cancelled. What was checked is kept.',
	'store-newer': () => 'The data folder was written by a newer version of Invite Doctor.',
	'store-damaged': () => 'The database is damaged. Move the data folder away to start anew.',
	'store-migration-failed': ({ version, migration }) =>
		`The database is of an older version (${text(version)}) and could not be brought up to date: step ${text(migration)} does not fit it. Nothing was changed in it, and a copy of it as it was is kept beside it.`,
	'store-busy': () => 'Another Invite Doctor is writing to the data folder. Try again in a moment.',
	'store-full': () => 'The disk is full. What was checked is kept; free some space and resume.',
	'store-unavailable': ({ what, path, reason }) =>
		`${text(what || 'The data folder')} cannot be used${path ? ` (${text(path)})` : ''}${reason ? `: ${text(reason)}` : ''}.`,
	'run-not-found': ({ run }) => `There is no run ${text(run)}. "runs" shows them.`,
	'run-finished': ({ run }) => `Run ${text(run)} is finished: nothing is left to check.`,
	'run-busy': () => 'Another Invite Doctor works on this run.',
	'snapshot-not-found': ({ snapshot, site }) =>
		snapshot
			? `There is no snapshot ${text(snapshot)} here. "snapshot list" shows them.`
			: `There is no complete snapshot of ${text(site) || 'any site'} here. Take one with "snapshot pull".`,
	'snapshot-exists': ({ snapshot }) => `Snapshot ${text(snapshot)} is here already. Remove it first to import it again.`,
	'snapshot-busy': ({ snapshot }) => `Snapshot ${text(snapshot)} is being pulled right now. Wait until that has ended.`,
	'snapshot-incomplete': ({ snapshot, takenAt, missing }) =>
		`Snapshot ${text(snapshot)} of ${text(takenAt)} is incomplete${text(missing) ? ` (missing: ${text(missing)})` : ''}. Go on with "snapshot pull", or use it as it is with --allow-incomplete: rows then say what was missing.`,
	'snapshot-tampered': ({ snapshot, part }) =>
		`Snapshot ${text(snapshot)} is not what was pulled: its part ${text(part)} was changed afterwards. It was not used.`,
	'snapshot-other-site': ({ snapshot, site, wanted }) =>
		`Snapshot ${text(snapshot)} is of ${text(site)}${wanted ? `, not of ${text(wanted)}` : ': these tokens lead to another site'}.`,
	'snapshot-unusable': faultSentence,
	'export-unusable': exportFaultSentence,
	'export-kind-unknown': unknownKindSentence,
	'export-columns-unmapped': unmappedColumnsSentence,
	'export-values-unmapped': unmappedValuesSentence,
	'export-not-open': () => 'This file is not open any more.',
	'not-in-snapshot': ({ part }) => `The snapshot does not hold that (${text(part)}).`,
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
	'desk-permission-missing': ({ desk }) =>
		`Customers have no permission in ${text(desk)}: whoever is added can do nothing there. Fix the project's permissions first. No further change was made.`,
	'organisation-not-found': ({ organisation }) => `The site has no customer organisation ${text(organisation)}.`,
	'audit-damaged': (details) =>
		`${auditDifferenceText(details)} No change is made until that is settled: if you know why, accept it with "accept-audit --reason".`,
	'audit-agrees': () => 'The audit log goes on from its head: there is nothing to accept.',
	'write-failed': ({ path, reason }) => `${text(path)} could not be written (${text(reason)}). Nothing was left behind.`,
	'logo-unusable': ({ problem }) =>
		problem === 'too-large'
			? 'The logo is larger than 200 KB.'
			: problem === 'too-many-pixels'
				? 'The logo has more than 4,096 pixels on a side.'
				: 'The logo is neither a PNG nor an SVG picture.',
	'file-unreadable': ({ path, reason }) => `${text(path)} cannot be read (${text(reason)}).`,
	'print-failed': () => 'The PDF could not be made.',
	'wrong-use': ({ what }) => text(what),
};

/** What happened, in a sentence. */
export const failureSentence = ({ code, details }: Failure): string => sentences[code](details);

const problemSentences: Record<AuditProblem, (seq: number | null) => string> = {
	'entry-changed': (seq) => `Entry ${seq} is not what was written.`,
	'entry-missing': (seq) => `Entry ${seq} is missing.`,
	'journal-differs': (seq) =>
		seq === null ? 'The journal holds something that the log does not tell.' : `What entry ${seq} tells is not what the journal holds.`,
	'database-damaged': () => 'The database is damaged.',
};

/** What is not as it was written, in a sentence. */
export const problemSentence = ({ code, seq }: AuditCheck['problems'][number]): string => problemSentences[code](seq);
