import type { FailureDetails } from '../../outcome.ts';
import {
	inBrackets,
	mapExample,
	numbered,
	plainDetail,
	possibleMeanings,
	say,
	type Sentence,
	timeIn,
	valuesExample,
	type WindowFailureCode,
} from '../failure-text.ts';
import { textOf } from '../text-of.ts';
import { auditDifferenceText } from './audit.ts';
import { adminFileFaultText } from './admin-file-faults.ts';
import { networkFaultTexts } from './network.ts';
import { scopeMissingText } from './scopes.ts';
import { snapshotFaultText } from './snapshot-faults.ts';
import { adminFileKindTexts } from './snapshots.ts';
import { permissionTexts } from './terms.ts';

const listKept = 'Nothing was stored and no site was asked.';
const adminFileKept = 'Nothing was added to a snapshot.';
const changesKept = 'Every change is on record.';
const rowsKept = 'Every row that has its verdict is kept.';

/** A detail in quotes, several without, or a plain word where the Node side named none. */
const named = (details: FailureDetails, key: string, otherwise: string): string => {
	const value = details[key];
	return value === undefined ? otherwise : Array.isArray(value) ? plainDetail(details, key) : `“${String(value)}”`;
};

/** `: there are A, B` after what there is not. */
const thereAre = (details: FailureDetails, key: string): string => {
	const some = plainDetail(details, key);
	return some === '' ? '' : `: there are ${some}`;
};

const because = (details: FailureDetails): string => inBrackets(plainDetail(details, 'reason'));

/** Where values stand that nobody has said the meaning of. */
const whereFound = (details: FailureDetails): string => {
	const { column } = details;
	if (column === undefined) return '';
	const line = plainDetail(details, 'line');
	return column === '' ? `beside people (line ${line}) ` : `in the column ${named(details, 'column', '')} (first in line ${line}) `;
};

const inLine = (details: FailureDetails): string => {
	const row = numbered(details, 'row');
	return row === null ? '' : ` (line ${row})`;
};

const missingRights = (details: FailureDetails): string => {
	const rights = details['permissions'] ?? details['rights'] ?? details['missing'];
	const names = (Array.isArray(rights) ? rights : rights === undefined ? [] : [rights]).map((right) =>
		textOf(permissionTexts, right, String(right)),
	);
	if (names.length > 0) return ` Missing: ${names.join(', ')}.`;
	return details['call'] === undefined ? '' : ` It was refused ${plainDetail(details, 'call')}.`;
};

const kindTexts: Readonly<Record<string, string>> = {
	xls: 'This is a workbook of the old kind (.xls).',
	xlsb: 'This is a binary workbook (.xlsb).',
	ods: 'This is an OpenDocument sheet (.ods).',
	numbers: 'This is a sheet of Numbers.',
	html: 'This is a web page, whatever its name says.',
	xml: 'This is an XML file.',
	docx: 'This is a text document (.docx).',
	pdf: 'This is a PDF file.',
	zip: 'This is a zip archive without a workbook in it.',
};

export const failureTexts: Record<WindowFailureCode, Sentence> = {
	'list-not-found': (details) =>
		details['path'] === undefined
			? { happened: 'This list is not open any more.', kept: 'The file on your disk is untouched.', next: 'Choose the file again.' }
			: { happened: `There is no file ${named(details, 'path', '')}.`, next: 'Check its name and its folder.' },
	'list-empty': say('This file is empty.', 'Choose a file with a header line and one address per line.', listKept),
	'nobody-noteworthy': say(
		'The snapshot holds nobody who is suspended, switched off, without a role or there twice.',
		'There is nothing to diagnose. A list can still be checked against it.',
	),
	'list-binary': ({ kind }) => ({
		happened:
			kindTexts[String(kind)] ??
			`This is neither a workbook nor a text file.${kind === undefined ? '' : ` It is a file of the kind ${String(kind)}.`}`,
		kept: listKept,
		next: 'If it can be opened in a spreadsheet program, save it there as .xlsx; then choose that file.',
	}),
	'list-encrypted': say('This workbook has a password.', 'Save a copy without a password and choose that.', listKept),
	'list-damaged': (details) => ({
		happened: `This workbook is damaged, or was cut off on its way${because(details)}.`,
		kept: listKept,
		next: 'Open it in a spreadsheet program, save it as .xlsx and choose it again.',
	}),
	'list-uncalculated': ({ count }) => ({
		happened: `${String(count ?? 'Some')} cells of this workbook hold formulas whose results were never saved.`,
		kept: listKept,
		next: 'Open it in Excel or LibreOffice, save it, and choose it again.',
	}),
	'list-too-slow': ({ reason }) => ({
		happened:
			reason === 'memory'
				? 'Reading this file takes more memory than any list needs.'
				: 'Reading this file takes longer than any list does.',
		kept: listKept,
		next: 'Open it in a spreadsheet program, copy the people into a new file, save that as .xlsx or CSV and choose it.',
	}),
	'sheet-not-found': (details) => ({
		happened: `The workbook has no sheet ${named(details, 'sheet', 'of that name')}${thereAre(details, 'sheets')}.`,
		next: { window: 'Choose another sheet.', commandLine: 'Name another one with --sheet.' },
	}),
	'list-header-only': say('This file has a header line and no rows.', 'Choose a file with at least one row.', listKept),
	'list-without-addresses': say(
		'No column of this file holds e-mail addresses.',
		{
			window: 'Check that it is the right file, and that addresses stand in a column of their own.',
			commandLine: 'Check that it is the right file, or name the column with --email-column.',
		},
		listKept,
	),
	'list-too-large': ({ unpacked }) => ({
		happened: unpacked ? 'Unpacked, this workbook is larger than any list of a million rows.' : 'This file is larger than 64 MB.',
		kept: listKept,
		next: 'Split it, or leave out columns that are not needed.',
	}),
	'list-too-many-rows': say('This file has more than 1,000,000 rows.', 'Split it into smaller files.', listKept),
	'list-too-many-columns': (details) => ({
		happened: `This file has a line with more than 256 columns${inLine(details)}.`,
		kept: listKept,
		next: 'Check the delimiter, or leave out columns that are not needed.',
	}),
	'list-cell-too-large': (details) => ({
		happened: `A cell of this file is larger than 32 KB${inLine(details)}.`,
		kept: listKept,
		next: 'Often a quote is not closed: check that line.',
	}),
	'list-unreadable': (details) => ({
		happened: `The file could not be read as a list${because(details)}.`,
		kept: listKept,
		next: 'Save it as CSV (UTF-8) and choose it again.',
	}),
	'column-not-found': (details) => ({
		happened: `The list has no column ${named(details, 'column', 'of that name')}${thereAre(details, 'columns')}.`,
		kept: listKept,
		next: { window: 'Choose the columns again.', commandLine: 'Name another one with --email-column.' },
	}),
	'site-address-invalid': ({ host }) =>
		host === undefined
			? { happened: 'That is not the address of an Atlassian Cloud site.', next: 'Enter it as https://your-site.atlassian.net.' }
			: {
					happened: `${String(host)} is not the address of an Atlassian Cloud site. It may be the own domain of a help centre.`,
					next: 'Give the address that ends in .atlassian.net: admin.atlassian.com lists it under Apps.',
				},
	'site-loopback-refused': say(
		'An address on this machine is only accepted for the demo site.',
		'Enter https://your-site.atlassian.net, or start with --allow-loopback.',
	),
	'site-not-found': (details) => ({
		happened: `There is no site ${named(details, details['site'] === undefined ? 'name' : 'site', 'of that name')} here.`,
		next: { window: 'Add it under Sites.', commandLine: '“site list” shows those there are, “site add” adds one.' },
	}),
	'site-name-taken': say('A site of that name is here already.', 'Remove it first, or give this one another name.'),
	'site-read-only': say(
		'This site is read only: its tokens are used for reading, and nothing is changed with them.',
		{
			window: 'Hand the plan over as it is, or untick “Read only” on the page of the site.',
			commandLine: 'Hand the plan over as it is, or let plans be carried out with “site read-only NAME --off”.',
		},
		'Nothing was sent.',
	),
	'token-missing': (details) => ({
		happened: `There is no API token for ${named(details, 'site', 'this site')} on this machine.`,
		kept: rowsKept,
		next: {
			window: 'Enter it on the page of the site, under Connection.',
			commandLine: 'Store it with “site tokens”, or set INVITE_DOCTOR_EMAIL and INVITE_DOCTOR_API_TOKEN.',
		},
	}),
	'token-rejected': ({ captcha }) =>
		captcha
			? {
					happened: 'The site asks this account to solve a CAPTCHA.',
					kept: rowsKept,
					next: 'Sign in once in a browser; then resume.',
				}
			: {
					happened: 'The site does not accept this e-mail and API token.',
					kept: rowsKept,
					next: {
						window: 'Check that the token has not expired and belongs to that account; then replace it on the page of the site and resume.',
						commandLine: 'Check that the token has not expired and belongs to that account; then replace it with “site tokens” and resume.',
					},
				},
	'org-key-rejected': ({ missingScope }) =>
		missingScope
			? {
					happened: 'The organisation API key has scopes that do not suffice.',
					kept: rowsKept,
					next: {
						window: 'Make a key without scopes; then replace it on the page of the site and resume.',
						commandLine: 'Make a key without scopes; then replace it with “site tokens” and resume.',
					},
				}
			: {
					happened: 'Atlassian does not accept the organisation API key.',
					kept: rowsKept,
					next: {
						window: 'Check that it has not expired and belongs to this organisation; then replace it on the page of the site and resume.',
						commandLine: 'Check that it has not expired and belongs to this organisation; then replace it with “site tokens” and resume.',
					},
				},
	'scope-missing': scopeMissingText,
	'org-not-found': say(
		'The organisation was not found with this key.',
		'Check the organisation id; you see it in the address of admin.atlassian.com.',
	),
	'org-ambiguous': say('The key sees more than one organisation.', {
		window: 'Add the site again and name the organisation id.',
		commandLine: 'Name one with --org.',
	}),
	'site-not-in-organisation': say(
		'The site does not belong to the organisation of this key.',
		'Use a key of the organisation that owns the site: otherwise answers about other people would be mixed in.',
		rowsKept,
	),
	'not-an-atlassian-site': say('Nothing at that address answers as an Atlassian site.', 'Check the address for a typo.'),
	'caller-lacks-rights': (details) => ({
		happened: `The account of this token may not ask what a diagnosis needs.${missingRights(details)}`,
		kept: rowsKept,
		next: 'Use the token of a site administrator who is an agent of the service project; then resume.',
	}),
	'ip-not-allowed': say(
		'The site or organisation has an IP allow-list, and this machine is not on it.',
		'Connect from an allowed network (office or VPN), or have this address added at admin.atlassian.com › Security › IP allowlists.',
		rowsKept,
	),
	'desk-not-found': (details) => ({
		happened: `The site has no service project ${named(details, 'desk', 'of that key')} that this account may see${thereAre(details, 'desks')}.`,
		next: { window: 'Choose one of the listed service projects.', commandLine: 'Name another one with --desk.' },
	}),
	'desk-ambiguous': (details) => ({
		happened: `The site has more than one service project${details['desks'] === undefined ? '' : `: ${plainDetail(details, 'desks')}`}.`,
		next: { window: 'Choose the one people are to be added to.', commandLine: 'Name the one people are to be added to with --desk.' },
	}),
	'access-invalid': (details) => ({
		happened:
			details['part'] === undefined
				? 'The customer access settings contradict each other.'
				: `${named(details, 'part', '')} is no setting of customer access.`,
		next: {
			window: 'Check the domains: one per line, without “@”.',
			commandLine: 'Write them as internal=on,external=off,approved=a.com;b.com,allowed=c.com.',
		},
	}),
	...networkFaultTexts,
	unreachable: say('The site cannot be reached from here.', 'Check the network or VPN; then try again.', rowsKept),
	'timed-out': say('The site took too long to answer.', 'Try again in a moment.', rowsKept),
	'rate-limited': (details) => {
		const time = timeIn(details, 'resumeAt', 'en');
		return {
			happened: 'The site asks for fewer requests for a while.',
			kept: rowsKept,
			next: time === null ? 'Wait a few minutes; then resume.' : `Resume after ${time}.`,
		};
	},
	'site-suspended': say(
		'Atlassian has suspended or deactivated this site.',
		'Ask the billing contact or an organisation admin to reactivate it at admin.atlassian.com › Billing, then try again.',
		rowsKept,
	),
	'site-unavailable': say('The site says that it is temporarily unavailable.', 'Check status.atlassian.com, then try again.', rowsKept),
	'site-error': (details) => ({
		happened: `The site answered with an error${numbered(details, 'status') === null ? '' : ` (${numbered(details, 'status')})`}.`,
		kept: rowsKept,
		next: 'Check status.atlassian.com, then try again.',
	}),
	'call-refused': (details) => ({
		happened: `The site refused a request${inBrackets(plainDetail(details, 'call'), plainDetail(details, 'status'))}.`,
		kept: rowsKept,
		next: {
			window: 'Check the site under Sites: it shows which rights are there.',
			commandLine: 'Check the site with “site check”: it shows which rights are there.',
		},
	}),
	'unexpected-answer': (details) => ({
		happened: `The site answered in a way Invite Doctor does not know${inBrackets(plainDetail(details, 'call'), plainDetail(details, 'problem'))}.`,
		kept: rowsKept,
		next: {
			window: 'Check the site under Sites; if it stays so, report it with the log.',
			commandLine: 'Check the site with “site check”; if it stays so, report it with the log.',
		},
	}),
	cancelled: say('Cancelled, as you asked.', 'Resume whenever you like: nothing is asked twice.', rowsKept),
	'store-newer': say(
		'The data on this machine was written by a newer Invite Doctor.',
		'Update Invite Doctor, then open it again.',
		'The data is untouched.',
	),
	'store-damaged': say(
		'The data file on this machine is damaged.',
		'Restore it from a backup, or move it away and start afresh.',
		'Nothing was written to it.',
	),
	'store-migration-failed': say(
		'The data on this machine is of an older version and could not be brought up to date: its tables are not what they should be.',
		'Restore it from a backup, or move it away and start afresh.',
		'Nothing was changed in it, and a copy of it as it was is kept beside it.',
	),
	'store-busy': say(
		'Another Invite Doctor is working with the same data.',
		'Close it, or wait until its run has ended.',
		'Its run goes on.',
	),
	'store-full': say('The disk is full.', 'Make room, then resume.', rowsKept),
	'store-unavailable': (details) =>
		details['reason'] === 'node-too-old'
			? {
					happened: `This Node.js is too old${inBrackets(plainDetail(details, 'node'))}.`,
					next: `Start Invite Doctor with Node.js ${plainDetail(details, 'needed')} or newer.`,
				}
			: details['reason'] === 'open-to-others'
				? {
						happened: 'Other users of this machine may write to the data folder, and it holds other files.',
						next: 'Choose another folder, or take their right to write away.',
					}
				: details['what'] === 'keychain'
					? { happened: `The keychain cannot be used${because(details)}.`, next: 'Unlock it, and allow Invite Doctor to use it.' }
					: {
							happened: `The data folder cannot be opened${inBrackets(plainDetail(details, 'path'), plainDetail(details, 'reason'))}.`,
							kept: 'Nothing was changed.',
							next: 'Check that it exists and that you may write to it.',
						},
	'run-not-found': say('There is no such run on this machine.', {
		window: 'Choose one from the list of runs.',
		commandLine: '“runs” shows those there are.',
	}),
	'run-finished': say(
		'This run is finished already.',
		{ window: 'Import the list again to ask anew.', commandLine: 'Diagnose the list again to ask anew.' },
		'Its verdicts are kept.',
	),
	'run-busy': say(
		'This run is being worked on already.',
		{ window: 'Wait a moment: its progress is shown here.', commandLine: 'Wait until the other Invite Doctor has ended.' },
		rowsKept,
	),
	'snapshot-not-found': (details) => ({
		happened: `There is no ${details['snapshot'] === undefined ? `complete snapshot of ${named(details, 'site', 'this site')}` : `snapshot ${plainDetail(details, 'snapshot')}`} on this machine.`,
		next: {
			window: 'Pull one, or import the file of one.',
			commandLine: '“snapshot list” shows those there are, “snapshot pull” takes one.',
		},
	}),
	'snapshot-exists': say('This snapshot is here already.', 'Use it, or remove it first to import it again.', 'Nothing was changed.'),
	'snapshot-busy': say('This snapshot is being pulled right now.', 'Wait until that has ended.'),
	'snapshot-incomplete': (details) => ({
		happened: `This snapshot is incomplete. Missing: ${named(details, 'missing', 'what its pull did not reach')}.`,
		kept: 'What was pulled is kept.',
		next: {
			window: 'Go on with the pull, or allow the snapshot as it is: rows then say what was missing.',
			commandLine: 'Go on with “snapshot pull”, or use it as it is with --allow-incomplete: rows then say what was missing.',
		},
	}),
	'snapshot-tampered': (details) => ({
		happened: `This snapshot is not what was pulled: its part ${named(details, 'part', 'of that name')} was changed afterwards.`,
		kept: 'It was not used.',
		next: 'Remove it, and pull a new one.',
	}),
	'snapshot-other-site': (details) => ({
		happened:
			details['wanted'] === undefined
				? `This snapshot is of another site: ${named(details, 'site', 'not the one that was meant')}.`
				: `This snapshot is of ${named(details, 'site', 'another site')}, not of ${named(details, 'wanted', '')}.`,
		next: 'Choose a snapshot of the site that is meant.',
	}),
	'snapshot-unusable': (details) => ({
		happened: snapshotFaultText(details),
		kept: 'It was not used.',
		next: 'Ask for the file as “Save as a file” wrote it, or “snapshot export” on the command line.',
	}),
	'export-unusable': (details) => ({ ...adminFileFaultText(details), kept: adminFileKept }),
	'export-kind-unknown': (details) => ({
		happened: `The columns of this file fit several kinds of export, or none${thereAre(details, 'columns')}.`,
		kept: adminFileKept,
		next: {
			window: 'Say which it is: what a file proves depends on what it is.',
			commandLine: `Say which with --kind: ${Object.entries(adminFileKindTexts)
				.map(([kind, label]) => `${kind} (${label})`)
				.join(', ')}.`,
		},
	}),
	'export-columns-unmapped': (details) => ({
		happened: `No column of this file is known as ${named(details, 'missing', 'what is needed')}${thereAre(details, 'columns')}.`,
		kept: adminFileKept,
		next: {
			window: 'Choose the column; it is remembered for the next file with this header.',
			commandLine: `Name it with --map ${mapExample(details)}; it is remembered for the next file with this header.`,
		},
	}),
	'export-values-unmapped': (details) => ({
		happened: `Nobody has said what these values ${whereFound(details)}mean: ${named(details, 'values', 'those of the status')}.`,
		kept: adminFileKept,
		next: {
			window: 'Say what each of them means; it is remembered for the next file with this header.',
			commandLine: `Say it with --values, e.g. --values "${valuesExample(details)}". A value can mean ${possibleMeanings(details)}.`,
		},
	}),
	'export-not-open': say('This file is not open any more.', 'Choose the file again.', 'The file on your disk is untouched.'),
	'not-in-snapshot': say('The snapshot does not hold that.', 'Pull a new snapshot, or ask the site itself.'),
	'plan-not-found': say('There is no such plan on this machine.', {
		window: 'Choose one from the run it was made from.',
		commandLine: '“plans” shows those there are.',
	}),
	'plan-empty': say('None of these rows has a remedy.', 'Choose rows that are blocked or ready to be added.', 'Nothing was changed.'),
	'plan-finished': say('This plan is finished already.', 'Make a new plan for what is left.', 'Its record is kept.'),
	'plan-busy': say(
		'This plan is being carried out already.',
		{ window: 'Wait a moment: its progress is shown here.', commandLine: 'Wait until the other Invite Doctor has ended.' },
		changesKept,
	),
	'site-busy': say(
		'Another Invite Doctor is changing this site.',
		'Wait until it has ended: two at once could undo each other’s work.',
		'Nothing was changed from here.',
	),
	'confirmation-missing': (details) => ({
		happened: `This plan removes people, so it waits for “${plainDetail(details, 'confirm')}” to be typed.`,
		kept: 'Nothing was changed.',
		next: {
			window: 'Type it exactly as it stands there.',
			commandLine: `Add --confirm "${plainDetail(details, 'confirm')}".`,
		},
	}),
	'confirmation-void': (details) => ({
		happened: 'The people this plan would remove are not the ones that were confirmed.',
		kept: 'Nothing was changed.',
		next: {
			window: 'Look at the list again and confirm that one.',
			commandLine: `Look at the plan again, and confirm it with --confirm "${plainDetail(details, 'confirm')}".`,
		},
	}),
	'sign-up-not-allowed': say(
		'The site does not let new people sign up.',
		'Check Customer access and the service project’s customer permissions.',
	),
	'seat-limit': say(
		'The organisation has no free seat for this role.',
		'Buy seats or free one at admin.atlassian.com › Billing; then retry the failed rows.',
	),
	'no-subscription': say(
		'The organisation has no paid subscription for this.',
		'Check the plan at admin.atlassian.com › Billing; people can still be added without an invitation.',
	),
	'service-management-offline': say(
		'Jira Service Management is offline on this site.',
		'Check the subscription at admin.atlassian.com › Apps; then try again.',
		rowsKept,
	),
	'account-exists': say('The address has an account already.', 'Look at its new verdict.', 'Nothing was changed.'),
	'caller-changed': say(
		'The API token belongs to another account than the one the run was made with.',
		'Use the token of that account, or run the list again with this one and make a new plan.',
		'Nothing was changed.',
	),
	'site-changed': say(
		'The address leads to another site than the one the run was made on.',
		'Run the list again and make a new plan.',
		'Nothing was changed.',
	),
	'account-changed': say(
		'The account changed since it was checked.',
		'Look at its new verdict and make a new plan.',
		'Nothing was changed.',
	),
	'already-invited': (details) => {
		const time = timeIn(details, 'at', 'en');
		return {
			happened: `An invitation email was already sent to this person${time === null ? '' : `, on ${time}`}.`,
			kept: 'It was not sent a second time.',
			next: 'Ask the person to look for it, or make a plan without invitation emails.',
		};
	},
	'mail-budget-spent': (details) => {
		const time = timeIn(details, 'resumeAt', 'en');
		const left = numbered(details, 'left');
		const limit = numbered(details, 'perDay');
		return {
			happened: `The site’s invitation emails for 24 hours are used up${limit === null ? '' : ` (${limit})`}.${left === null ? '' : ` People left: ${left}.`}`,
			kept: 'Nobody is invited twice.',
			next: time === null ? 'Go on tomorrow.' : `Go on after ${time}.`,
		};
	},
	unsettled: say(
		'The site did not say what became of the change, and reading does not tell.',
		{ window: 'Look on the page, then mark the row as done.', commandLine: 'Look on the page what is so.' },
		'It was not sent a second time.',
	),
	'directory-ambiguous': say(
		'The person is in several directories, and which one serves this site cannot be told.',
		'Make this change on the page.',
		'Nothing was changed.',
	),
	'desk-permission-missing': (details) => ({
		happened: `Customers have no permission in ${String(details['desk'] ?? 'the project')}: whoever is added can do nothing there.`,
		kept: changesKept,
		next: 'Fix the project’s permissions (Project settings › Permissions), then go on.',
	}),
	'organisation-not-found': (details) => ({
		happened: `The site has no customer organisation ${named(details, 'organisation', 'of that name')}.`,
		next: 'Create it in Jira Service Management, or correct the name in the list.',
	}),
	'audit-damaged': (details) => ({
		happened: auditDifferenceText(details),
		kept: 'Nothing was changed on the site.',
		next: {
			window: 'If you know why, accept the log as it is on the page Audit log; no change is made before that.',
			commandLine: 'If you know why, accept the log as it is with “accept-audit --reason”; no change is made before that.',
		},
	}),
	'audit-agrees': say('The audit log goes on from its head.', 'There is nothing to accept.'),
	'write-failed': (details) => ({
		happened: `A file could not be written${inBrackets(plainDetail(details, 'path'), plainDetail(details, 'reason'))}.`,
		kept: rowsKept,
		next: 'Check the folder and the room on the disk; then try again.',
	}),
	'logo-unusable': (details) => ({
		happened:
			{
				'too-large': 'This picture is larger than 200 KB.',
				'too-many-pixels': 'This picture has more than 4,096 pixels on a side.',
			}[String(details['problem'])] ?? 'This is neither a PNG nor an SVG picture.',
		next: 'Choose a PNG or SVG of 200 KB at most.',
	}),
	'file-unreadable': (details) => ({
		happened: `The file could not be read${inBrackets(plainDetail(details, 'path'), plainDetail(details, 'reason'))}.`,
		next: 'Check that it is there and that you may read it.',
	}),
	'print-failed': say('The PDF could not be made.', 'Save the HTML report and print it from a browser.', 'The run is untouched.'),
	'link-not-opened': say('This machine has no browser that could be opened.', 'Copy the address and open it by hand.'),
	'wrong-use': say('Something in what was entered does not fit.', 'Check the marked fields and try again.'),
	'connection-lost': say(
		'The connection to Invite Doctor was lost before it answered.',
		'It reconnects by itself; then try again.',
		'Runs go on without this window.',
	),
	internal: say(
		'Invite Doctor made a mistake and could not do that.',
		'Try again; if it stays so, report it with the log.',
		'Stored verdicts are untouched.',
	),
};
