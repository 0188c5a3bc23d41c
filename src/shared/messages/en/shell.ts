import { formatCount, formatPercent } from './numbers.ts';

/** What lies around the pages: commands, progress outside the window, the network. */
export const shellWords = {
	commands: {
		button: 'Commands',
		title: 'Commands',
		field: 'Find a page, action, setting, run, site, plan or person',
		list: 'Matching commands',
		none: 'No matches.',
		more: (count: number) => `and ${formatCount(count)} more. Keep typing.`,
		keys: 'Ctrl K',
		macKeys: '⌘ K',
		kinds: { action: 'Action', page: 'Page', run: 'Run', site: 'Site', plan: 'Plan', guide: 'Guide', setting: 'Setting', person: 'Person' },
		run: (list: string, site: string) => `${list} · ${site}`,
		plan: (list: string, moment: string) => `Plan for ${list} · ${moment}`,
		person: (email: string, where: string) => `${email} · ${where}`,
		language: (name: string) => `Language: ${name}`,
		siteSetting: {
			connection: (site: string) => `Account and tokens: ${site}`,
			'customer-access': (site: string) => `Customer access: ${site}`,
			'invitation-mails': (site: string) => `Invitation emails: ${site}`,
		},
		theme: (name: string) => `Colours: ${name}`,
		cancelRun: 'Cancel the run',
		resumeRun: 'Resume the run',
	},
	outside: {
		title: (page: string, app: string) => `${page} – ${app}`,
		progress: (percent: number, name: string) => `${formatPercent(percent)} ${name}`,
		runFinished: (list: string) => `${list}: check finished`,
		runStopped: (list: string) => `${list}: run stopped`,
		runBody: (checked: number, rows: number, site: string) => `${formatCount(checked)} of ${formatCount(rows)} rows on ${site}`,
		planFinished: (list: string) => `Plan for ${list} finished`,
		planStopped: (list: string) => `Plan for ${list} stopped`,
		planBody: (tried: number, rows: number, site: string) => `${formatCount(tried)} of ${formatCount(rows)} rows on ${site}`,
		tellMe: 'Notify me when done',
		willTell: 'You will get a notification if this page is in the background when it is done.',
		mayNot: 'The browser blocks notifications from this page. Allow them in its site settings.',
	},
	handed: {
		notOpened: (name: string) => `${name} was not opened: another list is being imported. Start or close that one first.`,
	},
	network: {
		offline: 'No network',
		offlineText: 'Lists, runs, reports and snapshots still work. Checks on sites have to wait.',
	},
};
