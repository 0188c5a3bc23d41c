import { defaultCallbackPort } from '../../oauth.ts';
import { inBrackets, plainDetail, type Sentence } from '../failure-text.ts';

const rowsKept = 'Verdicts so far are saved.';
const nothingKept = 'Nothing was saved.';
const signInAgain = {
	window: 'Sign in again on the site’s page, then resume.',
	commandLine: 'Sign in again with “site sign-in”, then resume.',
};

/** Why nobody is signed in by an OAuth app. */
export const signInFaultTexts = {
	'sign-in-needed': ((details) =>
		details['why'] === 'absent'
			? {
					happened: 'Nobody has signed in to this site on this computer.',
					kept: rowsKept,
					next: { window: 'Sign in on the site’s page.', commandLine: 'Sign in with “site sign-in”.' },
				}
			: { happened: 'Your sign-in to this site has ended.', kept: rowsKept, next: signInAgain }) as Sentence,
	'sign-in-unfinished': ((details) =>
		details['why'] === 'late'
			? { happened: 'The sign-in took longer than five minutes.', kept: nothingKept, next: 'Try again.' }
			: details['why'] === 'code'
				? { happened: 'Atlassian does not accept the answer of its own page.', kept: nothingKept, next: 'Try again.' }
				: { happened: 'Access was not granted on Atlassian’s page.', kept: nothingKept, next: 'Try again and choose Accept.' }) as Sentence,
	'sign-in-other-site': ((details) => ({
		happened: `Access was granted to another site${inBrackets(plainDetail(details, 'sites'))}.`,
		kept: nothingKept,
		next: `Sign in again. On Atlassian’s page, choose ${plainDetail(details, 'site') || 'this site'}.`,
	})) as Sentence,
	'oauth-app-rejected': (() => ({
		happened: 'Atlassian does not accept the client ID and secret of the app.',
		kept: rowsKept,
		next: {
			window: 'Compare them with the app’s settings in the developer console, then enter them again on the site’s page.',
			commandLine: 'Compare them with the app’s settings in the developer console, then enter them again with “site sign-in --oauth”.',
		},
	})) as Sentence,
	'callback-port-taken': ((details) => ({
		happened: `Another program uses port ${plainDetail(details, 'port') || 'of the callback address'} on this computer.`,
		next: {
			window: 'Close it. Or enter another port on the site’s page, and register the new callback address in the app.',
			commandLine: 'Close it. Or give another --callback-port, and register the new callback address in the app.',
		},
	})) as Sentence,
};

/** Signing in by an OAuth app of the company. */
export const signInWords = {
	kind: 'OAuth app',
	label: 'OAuth sign-in',
	hint: 'For an app that your company registered at developer.atlassian.com. You sign in with your browser; nobody creates an API token.',
	clientId: 'Client ID',
	clientIdHint: 'developer.atlassian.com › your app › Settings',
	clientSecret: 'Client secret',
	clientSecretHint: 'On the same page. Saved in the keychain.',
	clientSecretKept: 'Leave empty to keep the current secret',
	port: 'Callback port',
	portHint: `A free port on this computer, usually ${defaultCallbackPort}`,
	portInvalid: 'Enter a number from 1024 to 65535',
	register: 'Register in the app',
	registerHint:
		'Atlassian compares the callback address exactly. Add these scopes of the Jira API and the Jira Service Management API; offline_access needs no entry.',
	callback: 'Callback URL (Authorization › OAuth 2.0)',
	scopes: 'Scopes (Permissions)',
	added: (name: string) => `${name} added. Sign in next.`,
	absent: 'Not signed in. Sign in to check this site.',
	change: 'App and key…',
	button: 'Sign in…',
	again: 'Sign in again…',
	title: (site: string) => `Sign in to ${site}`,
	text: 'Your browser opens Atlassian’s page. Choose the site there and accept. Then return to this window.',
	start: 'Open Atlassian',
	starting: 'Contacting the site…',
	waiting: 'Waiting for you to accept in the browser.',
	notOpened: 'No browser could be opened. Open this address in a browser on this computer.',
	noPage: 'No page opened?',
	pageAddress: 'Address of the page',
	done: (site: string) => `Signed in to ${site}.`,
	doneAs: (site: string, email: string) => `Signed in to ${site} as ${email}.`,
	/** In the browser, where Atlassian sends it back to. */
	pages: {
		agreed: { title: 'Access granted', text: 'Return to Invite Doctor. You can close this page.' },
		declined: { title: 'Access not granted', text: 'Return to Invite Doctor to try again. You can close this page.' },
		unknown: { title: 'Nothing to do here', text: 'This page does not belong to a sign-in of Invite Doctor. Nothing was changed.' },
	},
};
