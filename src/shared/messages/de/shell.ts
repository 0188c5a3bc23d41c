import { formatCount, formatPercent } from './numbers.ts';
import type * as en from '../en/shell.ts';

/** What lies around the pages: commands, progress outside the window, the network. */
export const shellWords: typeof en.shellWords = {
	commands: {
		button: 'Befehle',
		title: 'Befehle',
		field: 'Seite, Aktion, Einstellung, Prüflauf, Site, Plan oder Person finden',
		list: 'Passende Befehle',
		none: 'Keine Treffer.',
		more: (count) => `und ${formatCount(count)} weitere. Tippen Sie weiter.`,
		keys: 'Strg K',
		macKeys: '⌘ K',
		kinds: {
			action: 'Aktion',
			page: 'Seite',
			run: 'Prüflauf',
			site: 'Site',
			plan: 'Plan',
			guide: 'Anleitung',
			setting: 'Einstellung',
			person: 'Person',
		},
		run: (list, site) => `${list} · ${site}`,
		plan: (list, moment) => `Plan für ${list} · ${moment}`,
		person: (email, where) => `${email} · ${where}`,
		language: (name) => `Sprache: ${name}`,
		siteSetting: {
			connection: (site) => `Konto und Token: ${site}`,
			'customer-access': (site) => `Kundenzugang: ${site}`,
			'invitation-mails': (site) => `Einladungs-E-Mails: ${site}`,
		},
		theme: (name) => `Farben: ${name}`,
		cancelRun: 'Prüflauf abbrechen',
		resumeRun: 'Prüflauf fortsetzen',
	},
	outside: {
		title: (page, app) => `${page} – ${app}`,
		progress: (percent, name) => `${formatPercent(percent)} ${name}`,
		runFinished: (list) => `${list}: Prüfung abgeschlossen`,
		runStopped: (list) => `${list}: Prüflauf abgebrochen`,
		runBody: (checked, rows, site) => `${formatCount(checked)} von ${formatCount(rows)} Zeilen auf ${site}`,
		planFinished: (list) => `Plan für ${list} abgeschlossen`,
		planStopped: (list) => `Plan für ${list} abgebrochen`,
		planBody: (tried, rows, site) => `${formatCount(tried)} von ${formatCount(rows)} Zeilen auf ${site}`,
		tellMe: 'Bei Abschluss benachrichtigen',
		willTell: 'Sie werden bei Abschluss benachrichtigt, wenn diese Seite im Hintergrund ist.',
		mayNot: 'Der Browser blockiert Benachrichtigungen dieser Seite. Erlauben Sie sie in seinen Website-Einstellungen.',
	},
	handed: {
		notOpened: (name) => `${name} wurde nicht geöffnet: Es wird schon eine Liste importiert. Starten oder schließen Sie diese zuerst.`,
	},
	network: {
		offline: 'Kein Netz',
		offlineText: 'Listen, Prüfläufe, Berichte und Snapshots funktionieren weiterhin. Prüfungen an Sites müssen warten.',
	},
};
