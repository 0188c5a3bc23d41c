import { formatCount, formatPercent } from './numbers.ts';
import type * as en from '../en/shell.ts';

/** What lies around the pages: commands, progress outside the window, the network. */
export const shellWords: typeof en.shellWords = {
	commands: {
		button: 'Befehle',
		title: 'Befehle',
		field: 'Seite, Prüflauf, Site, Plan oder Aktion suchen',
		list: 'Befehle, die passen',
		none: 'Nichts passt.',
		more: (count) => `und ${formatCount(count)} weitere: Tippen Sie weiter`,
		keys: 'Strg K',
		macKeys: '⌘ K',
		kinds: { action: 'Aktion', page: 'Seite', run: 'Prüflauf', site: 'Site', plan: 'Plan', guide: 'Anleitung' },
		run: (list, site) => `${list} · ${site}`,
		plan: (list, moment) => `Plan für ${list} · ${moment}`,
		theme: (name) => `Farben: ${name}`,
		cancelRun: 'Prüflauf abbrechen',
		resumeRun: 'Prüflauf fortsetzen',
	},
	outside: {
		title: (page, app) => `${page} – ${app}`,
		progress: (percent, name) => `${formatPercent(percent)} ${name}`,
		runFinished: (list) => `${list} ist geprüft`,
		runStopped: (list) => `${list}: Der Prüflauf wurde abgebrochen`,
		runBody: (checked, rows, site) => `${formatCount(checked)} von ${formatCount(rows)} Zeilen auf ${site}`,
		planFinished: (list) => `Der Plan für ${list} ist ausgeführt`,
		planStopped: (list) => `Der Plan für ${list} wurde abgebrochen`,
		planBody: (tried, rows, site) => `${formatCount(tried)} von ${formatCount(rows)} Zeilen auf ${site}`,
		tellMe: 'Benachrichtigen, wenn es fertig ist',
		willTell: 'Sie werden benachrichtigt, wenn es fertig ist und diese Seite im Hintergrund liegt.',
		mayNot: 'Der Browser lässt Benachrichtigungen dieser Seite nicht zu. In seinen Einstellungen zu dieser Seite lässt sich das ändern.',
	},
	network: {
		offline: 'Kein Netz',
		offlineText: 'Listen, Prüfläufe, Berichte und Snapshots funktionieren wie immer. Nur was eine Site fragt, muss warten.',
	},
};
