import type { FailureDetails } from '../../outcome.ts';
import {
	addressProblemText,
	inBrackets,
	mapExample,
	numbered,
	plainDetail,
	possibleMeanings,
	say,
	type Sentence,
	textOf,
	timeIn,
	valuesExample,
	type WindowFailureCode,
} from '../failure-text.ts';
import { auditDifferenceText } from './audit.ts';
import { addressProblems } from './import.ts';
import { adminFileFaultText } from './admin-file-faults.ts';
import { networkFaultTexts } from './network.ts';
import { scopeMissingText } from './scopes.ts';
import { signInFaultTexts } from './sign-in.ts';
import { snapshotFaultText } from './snapshot-faults.ts';
import { adminFileKindTexts } from './snapshots.ts';
import { permissionTexts } from './terms.ts';

const listKept = 'Nothing was saved and no site was contacted.';
const adminFileKept = 'Nothing was added to a snapshot.';
const changesKept = 'All changes so far are recorded.';
const rowsKept = 'Verdicts so far are saved.';

const againFrom = (details: FailureDetails): string => {
	const time = timeIn(details, 'resumeAt', 'en');
	return time === null ? 'Check status.atlassian.com, then try again.' : `Check status.atlassian.com, then try again after ${time}.`;
};

/** A detail in quotes, several without, or a plain word where the Node side named none. */
const named = (details: FailureDetails, key: string, otherwise: string): string => {
	const value = details[key];
	return value === undefined ? otherwise : Array.isArray(value) ? plainDetail(details, key) : `“${String(value)}”`;
};

/** `. Available: A, B` after what there is not. */
const thereAre = (details: FailureDetails, key: string): string => {
	const some = plainDetail(details, key);
	return some === '' ? '' : `. Available: ${some}`;
};

const because = (details: FailureDetails): string => inBrackets(plainDetail(details, 'reason'));

/** Where values stand that nobody has said the meaning of. */
const whereFound = (details: FailureDetails): string => {
	const { column } = details;
	if (column === undefined) return '';
	const line = plainDetail(details, 'line');
	return column === '' ? ` beside people (line ${line})` : ` in the column ${named(details, 'column', '')} (first in line ${line})`;
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
	return details['call'] === undefined ? '' : ` Refused: ${plainDetail(details, 'call')}.`;
};

const kindTexts: Readonly<Record<string, string>> = {
	xls: 'This is an old Excel workbook (.xls).',
	xlsb: 'This is a binary workbook (.xlsb).',
	ods: 'This is an OpenDocument sheet (.ods).',
	numbers: 'This is a Numbers sheet.',
	html: 'This is a web page, despite its file name.',
	xml: 'This is an XML file.',
	docx: 'This is a Word document (.docx).',
	doc: 'This is an old Word document (.doc).',
	odt: 'This is an OpenDocument text (.odt).',
	pptx: 'This is a PowerPoint presentation (.pptx).',
	ppt: 'This is an old PowerPoint presentation (.ppt).',
	msg: 'This is an Outlook message (.msg).',
	office: 'This is an old Office file without a workbook in it.',
	pdf: 'This is a PDF file.',
	zip: 'This is a zip archive without a workbook in it.',
};

export const failureTexts: Record<WindowFailureCode, Sentence> = {
	'list-not-found': (details) =>
		details['path'] === undefined
			? { happened: 'This list is no longer open.', kept: 'The file on your disk is unchanged.', next: 'Choose the file again.' }
			: { happened: `File ${named(details, 'path', '')} not found.`, next: 'Check its name and its folder.' },
	'list-empty': say('This file is empty.', 'Choose a file with a header line and one address per line.', listKept),
	'nobody-noteworthy': say(
		'Nobody in the snapshot is suspended, deactivated, without a role or has duplicate accounts.',
		'There is nothing to diagnose. You can still check a list against it.',
	),
	'list-binary': ({ kind }) => ({
		happened:
			kindTexts[String(kind)] ?? `This is neither a workbook nor a text file.${kind === undefined ? '' : ` File type: ${String(kind)}.`}`,
		kept: listKept,
		next: 'If a spreadsheet program can open it, save it there as .xlsx and choose that file.',
	}),
	'list-encrypted': say('This workbook is protected by a password.', 'Save a copy without a password and choose that.', listKept),
	'list-damaged': (details) => ({
		happened: `This workbook is damaged or incomplete${because(details)}.`,
		kept: listKept,
		next: 'Open it in a spreadsheet program, save it as .xlsx and choose it again.',
	}),
	'list-uncalculated': ({ count }) => ({
		happened: `${String(count ?? 'Some')} cells of this workbook have formulas without saved results.`,
		kept: listKept,
		next: 'Open it in Excel or LibreOffice, save it and choose it again.',
	}),
	'list-too-slow': ({ reason }) => ({
		happened: reason === 'memory' ? 'Reading this file takes too much memory.' : 'Reading this file takes too long.',
		kept: listKept,
		next: 'Open it in a spreadsheet program, copy the people into a new file, save that as .xlsx or CSV and choose it.',
	}),
	'sheet-not-found': (details) => ({
		happened: `The workbook has no sheet ${named(details, 'sheet', 'of that name')}${thereAre(details, 'sheets')}.`,
		next: { window: 'Choose another sheet.', commandLine: 'Name another sheet with --sheet.' },
	}),
	'line-not-found': ({ line }) => ({
		happened: line === undefined ? 'The list has no such line.' : `The list has no line ${String(line)}.`,
		next: { window: 'Choose another line for the column titles.', commandLine: 'Name another line with --header-line.' },
	}),
	'address-invalid': (details) => ({
		happened: addressProblemText(addressProblems, details, 'This is not an email address.'),
		next: 'Correct the address. The row stays as it was.',
	}),
	'row-in-plan': say(
		'A plan contains this row, so its address stays.',
		'Import the corrected address as a new list.',
		'The row stays as it was.',
	),
	'list-header-only': say('This file has a header line but no rows.', 'Choose a file with at least one row.', listKept),
	'list-without-addresses': say(
		'No column in this file contains email addresses.',
		{
			window: 'Check that this is the right file and that the addresses have their own column.',
			commandLine: 'Check that this is the right file, or name the column with --email-column.',
		},
		listKept,
	),
	'list-too-large': ({ unpacked }) => ({
		happened: unpacked ? 'This workbook is too large when unpacked.' : 'This file is larger than 64 MB.',
		kept: listKept,
		next: 'Split it, or remove columns that you do not need.',
	}),
	'list-too-many-rows': say('This file has more than 1,000,000 rows.', 'Split it into smaller files.', listKept),
	'list-too-many-columns': (details) => ({
		happened: `This file has a line with more than 256 columns${inLine(details)}.`,
		kept: listKept,
		next: 'Check the delimiter, or remove columns that you do not need.',
	}),
	'list-cell-too-large': (details) => ({
		happened: `A cell of this file is larger than 32 KB${inLine(details)}.`,
		kept: listKept,
		next: 'Check that line for an unclosed quote.',
	}),
	'list-unreadable': (details) => ({
		happened: `The file could not be read as a list${because(details)}.`,
		kept: listKept,
		next: 'Save it as CSV (UTF-8) and choose it again.',
	}),
	'column-not-found': (details) => ({
		happened: `The list has no column ${named(details, 'column', 'of that name')}${thereAre(details, 'columns')}.`,
		kept: listKept,
		next: { window: 'Choose the columns again.', commandLine: 'Name another column with --email-column.' },
	}),
	'site-address-invalid': ({ host }) =>
		host === undefined
			? { happened: 'This is not the address of an Atlassian Cloud site.', next: 'Enter it as https://your-site.atlassian.net.' }
			: {
					happened: `${String(host)} is not the address of an Atlassian Cloud site. It may be the custom domain of a help center.`,
					next: 'Enter the address that ends in .atlassian.net. You find it at admin.atlassian.com › Apps.',
				},
	'site-loopback-refused': say(
		'Addresses on this machine are accepted for the demo site only.',
		'Enter https://your-site.atlassian.net, or start with --allow-loopback.',
	),
	'site-not-found': (details) => ({
		happened: `Site ${named(details, details['site'] === undefined ? 'name' : 'site', 'of that name')} not found on this machine.`,
		next: { window: 'Add it under Sites.', commandLine: '“site list” lists the sites, “site add” adds one.' },
	}),
	'day-in-future': say('This date is in the future.', 'Enter the day the file was exported.', 'Nothing was added.'),
	'client-not-found': (details) => ({
		happened: `No site on this machine belongs to ${named(details, 'client', 'this client')}.`,
		next: { window: 'Check the clients under Sites.', commandLine: '“site list” shows each site with its client.' },
	}),
	'site-name-taken': say('A site with this name already exists.', 'Remove it first, or give this one another name.'),
	'site-read-only': say(
		'This site is read only. Plans cannot be carried out.',
		{
			window: 'Hand over the plan, or clear “Read only” on the site’s page.',
			commandLine: 'Hand over the plan, or allow changes with “site read-only NAME --off”.',
		},
		'Nothing was sent.',
	),
	'site-address-only': (details) => ({
		happened: `No account is stored for ${named(details, 'site', 'this site')}, so it cannot be asked.`,
		kept: 'Nothing was sent.',
		next: {
			window: 'Check the list against a snapshot, or enter an account and its API token on the site’s page.',
			commandLine: 'Check the list against a snapshot (--snapshot), or store an account with “site tokens NAME --email ADDRESS”.',
		},
	}),
	'token-missing': (details) => ({
		happened: `There is no ${details['which'] === 'clientSecret' ? 'client secret' : 'API token'} for ${named(details, 'site', 'this site')} on this machine.`,
		kept: rowsKept,
		next: {
			window: 'Enter it on the site’s page, under Connection.',
			commandLine:
				details['which'] === 'clientSecret'
					? 'Enter it with “site sign-in --oauth”, or set INVITE_DOCTOR_CLIENT_SECRET.'
					: 'Store it with “site tokens”, or set INVITE_DOCTOR_EMAIL and INVITE_DOCTOR_API_TOKEN.',
		},
	}),
	'token-rejected': ({ captcha, signedIn }) =>
		signedIn
			? {
					happened: 'The site does not accept your sign-in.',
					kept: rowsKept,
					next: {
						window: 'Check that your account may use this site. Sign in again on the site’s page, then resume.',
						commandLine: 'Check that your account may use this site. Sign in again with “site sign-in”, then resume.',
					},
				}
			: captcha
				? {
						happened: 'The site requires a CAPTCHA for this account.',
						kept: rowsKept,
						next: 'Log in once in a browser, then resume.',
					}
				: {
						happened: 'The site does not accept this email and API token.',
						kept: rowsKept,
						next: {
							window: 'Check that the token has not expired and belongs to this account. Replace it on the site’s page, then resume.',
							commandLine: 'Check that the token has not expired and belongs to this account. Replace it with “site tokens”, then resume.',
						},
					},
	'org-key-rejected': ({ missingScope }) =>
		missingScope
			? {
					happened: 'The scopes of the organisation API key are not sufficient.',
					kept: rowsKept,
					next: {
						window: 'Create a key without scopes. Replace it on the site’s page, then resume.',
						commandLine: 'Create a key without scopes. Replace it with “site tokens”, then resume.',
					},
				}
			: {
					happened: 'Atlassian does not accept the organisation API key.',
					kept: rowsKept,
					next: {
						window: 'Check that it has not expired and belongs to this organisation. Replace it on the site’s page, then resume.',
						commandLine: 'Check that it has not expired and belongs to this organisation. Replace it with “site tokens”, then resume.',
					},
				},
	'scope-missing': scopeMissingText,
	'org-not-found': say(
		'The organisation was not found with this key.',
		'Check the organisation id. You find it in the address of admin.atlassian.com.',
	),
	'org-ambiguous': say('The key covers more than one organisation.', {
		window: 'Add the site again and enter the organisation id.',
		commandLine: 'Name one with --org.',
	}),
	'site-not-in-organisation': say(
		'The site does not belong to the organisation of this key.',
		'Use a key of the organisation that owns the site.',
		rowsKept,
	),
	'not-an-atlassian-site': say('There is no Atlassian site at this address.', 'Check the address for typos.'),
	'caller-lacks-rights': (details) => ({
		happened: `The account of this token lacks permissions for a diagnosis.${missingRights(details)}`,
		kept: rowsKept,
		next: 'Use the token of a site admin who is an agent of the service project, then resume.',
	}),
	'ip-not-allowed': say(
		'The site or organisation has an IP allow-list, and this machine is not on it.',
		'Connect from an allowed network (office or VPN), or add this address at admin.atlassian.com › Security › IP allowlists.',
		rowsKept,
	),
	'desk-not-found': (details) => ({
		happened: `The site has no service project ${named(details, 'desk', 'of that key')} visible to this account${thereAre(details, 'desks')}.`,
		next: { window: 'Choose one of the listed service projects.', commandLine: 'Name another one with --desk.' },
	}),
	'desk-ambiguous': (details) => ({
		happened: `The site has more than one service project${details['desks'] === undefined ? '' : `: ${plainDetail(details, 'desks')}`}.`,
		next: { window: 'Choose where to add people.', commandLine: 'Choose where to add people with --desk.' },
	}),
	'access-invalid': (details) => ({
		happened:
			details['part'] === undefined
				? 'The customer access settings contradict each other.'
				: `${named(details, 'part', '')} is not a valid customer access setting.`,
		next: {
			window: 'Check the domains: one per line, without “@”.',
			commandLine: 'Use the form internal=on,external=off,approved=a.com;b.com,allowed=c.com.',
		},
	}),
	...networkFaultTexts,
	...signInFaultTexts,
	unreachable: say('The site cannot be reached.', 'Check your network or VPN, then try again.', rowsKept),
	'timed-out': say('The site took too long to answer.', 'Try again in a moment.', rowsKept),
	'rate-limited': (details) => {
		const time = timeIn(details, 'resumeAt', 'en');
		return {
			happened: 'The site keeps limiting our requests.',
			kept: rowsKept,
			next: time === null ? 'Wait a few minutes, then resume.' : `Resume after ${time}.`,
		};
	},
	'site-asks-to-wait': (details) => {
		const time = timeIn(details, 'resumeAt', 'en');
		return {
			happened: time === null ? 'The site asks for a pause.' : `The site asks for a pause until ${time}.`,
			kept: rowsKept,
			next: 'Resume. Invite Doctor waits until then by itself.',
		};
	},
	'site-suspended': say(
		'Atlassian has suspended or deactivated this site.',
		'Ask the billing contact or an organisation admin to reactivate it at admin.atlassian.com › Billing, then try again.',
		rowsKept,
	),
	'site-unavailable': (details) => ({
		happened: 'The site says that it is temporarily unavailable.',
		kept: rowsKept,
		next: againFrom(details),
	}),
	'site-error': (details) => ({
		happened: `The site answered with an error${numbered(details, 'status') === null ? '' : ` (${numbered(details, 'status')})`}.`,
		kept: rowsKept,
		next: againFrom(details),
	}),
	'call-refused': (details) => ({
		happened: `The site refused a request${inBrackets(plainDetail(details, 'call'), plainDetail(details, 'status'))}.`,
		kept: rowsKept,
		next: {
			window: 'Check the site under Sites to see its permissions.',
			commandLine: 'Run “site check” to see its permissions.',
		},
	}),
	'unexpected-answer': (details) => ({
		happened: `The site sent an unexpected answer${inBrackets(plainDetail(details, 'call'), plainDetail(details, 'problem'))}.`,
		kept: rowsKept,
		next: {
			window: 'Check the site under Sites. If the problem persists, report it with the log.',
			commandLine: 'Run “site check”. If the problem persists, report it with the log.',
		},
	}),
	cancelled: say('Cancelled.', 'Resume at any time.', rowsKept),
	'store-newer': say(
		'The data on this machine was written by a newer Invite Doctor.',
		'Update Invite Doctor, then open it again.',
		'The data is unchanged.',
	),
	'store-damaged': say(
		'The data file on this machine is damaged.',
		'Restore it from a backup, or move it away to start with an empty one.',
		'Nothing was written to it.',
	),
	'store-migration-failed': say(
		'The data on this machine is from an older version and could not be upgraded. Its tables are not as expected.',
		'Restore it from a backup, or move it away to start with an empty one.',
		'Nothing was changed, and a copy is kept beside it.',
	),
	'store-busy': say('Another Invite Doctor is using the same data.', 'Close it or wait until its run ends.', 'Its run continues.'),
	'store-full': say('The disk is full.', 'Free some space, then resume.', rowsKept),
	'store-unavailable': (details) =>
		details['reason'] === 'node-too-old'
			? {
					happened: `This Node.js is too old${inBrackets(plainDetail(details, 'node'))}.`,
					next: `Start Invite Doctor with Node.js ${plainDetail(details, 'needed')} or newer.`,
				}
			: details['reason'] === 'open-to-others'
				? {
						happened: 'Other users of this computer can write to the data folder, and it contains other files.',
						next: 'Choose another folder or remove their write access.',
					}
				: details['reason'] === 'thread-ended'
					? { happened: 'Storing the rows stopped unexpectedly.', kept: rowsKept, next: 'Resume, or import the list again.' }
					: details['what'] === 'keychain'
						? { happened: `The keychain cannot be used${because(details)}.`, next: 'Unlock it and allow Invite Doctor to use it.' }
						: {
								happened: `The data folder cannot be opened${inBrackets(plainDetail(details, 'path'), plainDetail(details, 'reason'))}.`,
								kept: 'Nothing was changed.',
								next: 'Check that it exists and that you have write access.',
							},
	'run-not-found': say('Run not found on this machine.', {
		window: 'Choose one from the list of runs.',
		commandLine: '“runs” lists them.',
	}),
	'run-finished': say(
		'This run is already finished.',
		{ window: 'Import the list again to recheck it.', commandLine: 'Diagnose the list again to recheck it.' },
		'Its verdicts are saved.',
	),
	'run-busy': say(
		'This run is already in progress.',
		{ window: 'Wait. Its progress is shown here.', commandLine: 'Wait until the other Invite Doctor has finished.' },
		rowsKept,
	),
	'snapshot-not-found': (details) => ({
		happened: `There is no ${details['snapshot'] === undefined ? `complete snapshot of ${named(details, 'site', 'this site')}` : `snapshot ${plainDetail(details, 'snapshot')}`} on this machine.`,
		next: {
			window: 'Pull a snapshot or open a snapshot file.',
			commandLine: '“snapshot list” lists them, “snapshot pull” pulls one.',
		},
	}),
	'snapshot-exists': say('This snapshot already exists.', 'Use it, or remove it first to import it again.', 'Nothing was changed.'),
	'snapshot-busy': say('This snapshot is being pulled.', 'Wait until the pull ends.'),
	'snapshot-incomplete': (details) => ({
		happened: `This snapshot is incomplete. Missing: ${named(details, 'missing', 'what its pull did not reach')}.`,
		kept: 'The data pulled so far is saved.',
		next: {
			window: 'Resume the pull, or use the snapshot anyway. Rows then name the missing data.',
			commandLine: 'Resume it with “snapshot pull”, or use it anyway with --allow-incomplete. Rows then name the missing data.',
		},
	}),
	'snapshot-tampered': (details) => ({
		happened: `This snapshot was changed after the pull: ${named(details, 'part', 'one of its parts')}.`,
		kept: 'It was not used.',
		next: 'Remove it and pull a new one.',
	}),
	'snapshot-other-site': (details) => ({
		happened:
			details['wanted'] === undefined
				? `This snapshot is of another site${details['site'] === undefined ? '' : `: ${named(details, 'site', '')}`}.`
				: `This snapshot is of ${named(details, 'site', 'another site')}, not of ${named(details, 'wanted', '')}.`,
		next: 'Choose a snapshot of the right site.',
	}),
	'snapshot-unusable': (details) => ({
		happened: snapshotFaultText(details),
		kept: 'It was not used.',
		next: 'Ask for the original file, saved with “Save as a file” or “snapshot export”.',
	}),
	'export-unusable': (details) => ({ ...adminFileFaultText(details), kept: adminFileKept }),
	'export-kind-unknown': (details) => ({
		happened: `The columns of this file match several kinds of export, or none${thereAre(details, 'columns')}.`,
		kept: adminFileKept,
		next: {
			window: 'Choose the kind of file.',
			commandLine: `Choose the kind with --kind: ${Object.entries(adminFileKindTexts)
				.map(([kind, label]) => `${kind} (${label})`)
				.join(', ')}.`,
		},
	}),
	'export-columns-unmapped': (details) => ({
		happened: `Column not recognised: ${named(details, 'missing', 'a required one')}${thereAre(details, 'columns')}.`,
		kept: adminFileKept,
		next: {
			window: 'Choose the column. It is remembered for the next file with this header.',
			commandLine: `Name it with --map ${mapExample(details)}. It is remembered for the next file with this header.`,
		},
	}),
	'export-values-unmapped': (details) => ({
		happened: `Unknown values${whereFound(details)}: ${named(details, 'values', 'in the status column')}.`,
		kept: adminFileKept,
		next: {
			window: 'Choose a meaning for each value. It is remembered for the next file with this header.',
			commandLine: `Set their meaning with --values, e.g. --values "${valuesExample(details)}". Possible meanings: ${possibleMeanings(details)}.`,
		},
	}),
	'export-not-open': say('This file is no longer open.', 'Choose the file again.', 'The file on your disk is unchanged.'),
	'not-in-snapshot': say('The snapshot does not contain this data.', 'Pull a new snapshot or check the live site.'),
	'plan-not-found': say('Plan not found on this machine.', {
		window: 'Open its run and choose a plan there.',
		commandLine: '“plans” lists them.',
	}),
	'plan-empty': say('There is nothing to fix in these rows.', 'Choose rows that are blocked or ready to be added.', 'Nothing was changed.'),
	'plan-finished': say('This plan is already finished.', 'Make a new plan for the remaining rows.', 'Its record is saved.'),
	'plan-busy': say(
		'This plan is already in progress.',
		{ window: 'Wait. Its progress is shown here.', commandLine: 'Wait until the other Invite Doctor has finished.' },
		changesKept,
	),
	'site-busy': say(
		'Another Invite Doctor is changing this site.',
		'Wait until it has finished. Two at once could undo each other’s changes.',
		'Nothing was changed.',
	),
	'demo-open': say('The demo is already open in another Invite Doctor.', 'Use that one, or close it and try again.'),
	'confirmation-missing': (details) => ({
		happened: `This plan removes people. Type “${plainDetail(details, 'confirm')}” to confirm.`,
		kept: 'Nothing was changed.',
		next: {
			window: 'Type it exactly as shown.',
			commandLine: `Add --confirm "${plainDetail(details, 'confirm')}".`,
		},
	}),
	'confirmation-void': (details) => ({
		happened: 'The people to be removed are no longer those you confirmed.',
		kept: 'Nothing was changed.',
		next: {
			window: 'Check the list again and confirm it.',
			commandLine: `Check the plan again and confirm it with --confirm "${plainDetail(details, 'confirm')}".`,
		},
	}),
	'sign-up-not-allowed': say(
		'Sign-up is not available on this site.',
		'Check Customer access and the service project’s customer permissions.',
	),
	'seat-limit': say(
		'The organisation has no free seat for this role.',
		'Buy or free up seats at admin.atlassian.com › Billing. Then retry the failed rows.',
	),
	'no-subscription': say(
		'The organisation has no paid subscription for this.',
		'Check the subscription at admin.atlassian.com › Billing. You can still add people without an invitation.',
	),
	'service-management-offline': say(
		'Jira Service Management is offline on this site.',
		'Check the subscription at admin.atlassian.com › Apps, then try again.',
		rowsKept,
	),
	'account-exists': say('This address already has an account.', 'Check its new verdict.', 'Nothing was changed.'),
	'caller-changed': say(
		'This API token belongs to a different account than the run.',
		'Use the token of that account, or check the list again with this token and make a new plan.',
		'Nothing was changed.',
	),
	'site-changed': say(
		'This address now leads to a different site than the run.',
		'Check the list again and make a new plan.',
		'Nothing was changed.',
	),
	'account-changed': say('The account has changed since the check.', 'Check its new verdict and make a new plan.', 'Nothing was changed.'),
	'already-invited': (details) => {
		const time = timeIn(details, 'at', 'en');
		return {
			happened: `An invitation email was already sent to this person${time === null ? '' : `, on ${time}`}.`,
			kept: 'It was not sent again.',
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
			next: time === null ? 'Resume tomorrow.' : `Resume after ${time}.`,
		};
	},
	unsettled: say(
		'The outcome of the change is unknown.',
		{ window: 'Check the page, then mark the row as done.', commandLine: 'Check the page and correct it.' },
		'It was not sent again.',
	),
	'directory-ambiguous': say(
		'The person is in several directories. The one that serves this site is unknown.',
		'Make this change manually on the page.',
		'Nothing was changed.',
	),
	'desk-permission-missing': (details) => ({
		happened: `Customers have no permissions in ${String(details['desk'] ?? 'the service project')}. They could not use it.`,
		kept: changesKept,
		next: 'Fix the permissions (Project settings › Permissions), then resume.',
	}),
	'organisation-not-found': (details) => ({
		happened: `The site has no customer organisation ${named(details, 'organisation', 'of that name')}.`,
		next: 'Create it in Jira Service Management, or correct the name in the list.',
	}),
	'audit-damaged': (details) => ({
		happened: auditDifferenceText(details),
		kept: 'Nothing was changed on the site.',
		next: {
			window: 'If you know the reason, accept the log on the Audit log page. No changes are made before that.',
			commandLine: 'If you know the reason, accept the log with “accept-audit --reason”. No changes are made before that.',
		},
	}),
	'audit-agrees': say('The audit log is intact.', 'There is nothing to accept.'),
	'write-failed': (details) => ({
		happened: `A file could not be written${inBrackets(plainDetail(details, 'path'), plainDetail(details, 'reason'))}.`,
		kept: rowsKept,
		next: 'Check the folder and the free disk space, then try again.',
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
		next: 'Check that it exists and that you have read access.',
	}),
	'print-failed': say('The PDF could not be created.', 'Save the HTML report and print it from a browser.', 'The run is unchanged.'),
	'link-not-opened': say('No browser could be opened on this computer.', 'Copy the address and open it yourself.'),
	'wrong-use': say('Some of the input is not valid.', 'Check the marked fields and try again.'),
	'connection-lost': say(
		'The connection to Invite Doctor was lost.',
		'It reconnects automatically. Then try again.',
		'Runs continue without this window.',
	),
	internal: say(
		'Something went wrong in Invite Doctor.',
		'Try again. If the problem persists, report it with the log.',
		'Saved verdicts are unchanged.',
	),
};
