import { formatCount, formatPercent } from './numbers.ts';

/** What lies around the pages: commands, progress outside the window, the network. */
export const shellWords = {
	commands: {
		button: 'Commands',
		title: 'Commands',
		field: 'Type to find a page, a run, a site, a plan or an action',
		list: 'Commands that fit',
		none: 'Nothing fits.',
		more: (count: number) => `and ${formatCount(count)} more: type on`,
		keys: 'Ctrl K',
		macKeys: '⌘ K',
		kinds: { action: 'Action', page: 'Page', run: 'Run', site: 'Site', plan: 'Plan', guide: 'Guide' },
		run: (list: string, site: string) => `${list} · ${site}`,
		plan: (list: string, moment: string) => `Plan for ${list} · ${moment}`,
		theme: (name: string) => `Colours: ${name}`,
		cancelRun: 'Cancel the run',
		resumeRun: 'Resume the run',
	},
	outside: {
		title: (page: string, app: string) => `${page} – ${app}`,
		progress: (percent: number, name: string) => `${formatPercent(percent)} ${name}`,
		runFinished: (list: string) => `${list} is checked`,
		runStopped: (list: string) => `${list}: the run has stopped`,
		runBody: (checked: number, rows: number, site: string) => `${formatCount(checked)} of ${formatCount(rows)} rows on ${site}`,
		planFinished: (list: string) => `The plan for ${list} is carried out`,
		planStopped: (list: string) => `The plan for ${list} has stopped`,
		planBody: (tried: number, rows: number, site: string) => `${formatCount(tried)} of ${formatCount(rows)} rows on ${site}`,
		tellMe: 'Tell me when it is done',
		willTell: 'You will be told when it is done, if this page is in the background.',
		mayNot: 'The browser does not allow messages from this page. Its settings for this page can change that.',
	},
	network: {
		offline: 'No network',
		offlineText: 'Lists, runs, reports and snapshots work as ever. Only what asks a site has to wait.',
	},
};
