import { formatPercent } from './numbers.ts';
import type * as en from '../en/desktop.ts';

export const desktopWords: typeof en.desktopWords = {
	menu: {
		about: 'Über Invite Doctor',
		services: 'Dienste',
		hide: 'Invite Doctor ausblenden',
		hideOthers: 'Andere ausblenden',
		showAll: 'Alle einblenden',
		quit: 'Invite Doctor beenden',
		file: 'Datei',
		recent: 'Benutzte Dokumente',
		clearRecent: 'Einträge löschen',
		close: 'Fenster schließen',
		edit: 'Bearbeiten',
		undo: 'Rückgängig',
		redo: 'Wiederholen',
		cut: 'Ausschneiden',
		copy: 'Kopieren',
		paste: 'Einfügen',
		selectAll: 'Alles auswählen',
		view: 'Ansicht',
		reload: 'Neu laden',
		inspector: 'Entwicklerwerkzeuge',
		actualSize: 'Originalgröße',
		zoomIn: 'Vergrößern',
		zoomOut: 'Verkleinern',
		fullScreen: 'Vollbild',
		window: 'Fenster',
		minimise: 'Im Dock ablegen',
		zoom: 'Zoomen',
		front: 'Alle nach vorne bringen',
		help: 'Hilfe',
		guide: 'Anleitung',
		atlassianHelp: 'Dokumentation von Jira Service Management',
		dataFolder: 'Datenordner öffnen',
		licences: 'Open-Source-Lizenzen',
	},
	leave: {
		question: 'Ein Prüflauf, ein Plan oder ein Snapshot ist noch nicht fertig.',
		detail: 'Lassen Sie ihn im Hintergrund weiterlaufen, oder halten Sie ihn an und setzen Sie ihn später fort.',
		keep: 'Weiterlaufen lassen',
		stop: 'Anhalten und beenden',
		cancel: 'Abbrechen',
	},
	tray: {
		atWork: (name, percent) => `Invite Doctor: ${name}, ${formatPercent(percent)}`,
		inBackground: 'Invite Doctor läuft weiter',
		open: 'Invite Doctor öffnen',
	},
	unprotected: `Dieses System lässt die Sandbox nicht zu, die diesen Computer vor Webinhalten schützt. Ohne sie öffnet sich Invite Doctor nicht.

Tun Sie eines davon:
• Installieren Sie das .deb-Paket. Unter Ubuntu richtet es die Sandbox ein.
• Ubuntu: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0
• Debian: sudo sysctl -w kernel.unprivileged_userns_clone=1

Die beiden Befehle lassen bis zum nächsten Neustart Sandboxes für alle Programme zu. Wenn sie nicht helfen, installieren Sie das Programm „unshare“ (Paket util-linux).`,
	page: {
		gone: 'Das Fenster funktioniert nicht mehr.',
		hangs: 'Das Fenster reagiert nicht.',
		notLoaded: 'Das Fenster konnte nicht geladen werden.',
		unharmed: 'Prüfläufe und Pläne laufen weiter. Nichts ist verloren.',
		reopen: 'Neu öffnen',
		wait: 'Warten',
		quit: 'Beenden',
	},
	update: {
		ready: (version) => `Invite Doctor ${version} steht bereit.`,
		detail: 'Die neue Version wird beim Neustart installiert. Ihre Daten bleiben, wie sie sind.',
		restart: 'Jetzt neu starten',
		later: 'Später',
	},
	about: {
		licence: 'MIT-Lizenz. Nicht mit Atlassian verbunden.',
		versions: (electron, chromium, node) => `Electron ${electron}, Chromium ${chromium}, Node ${node}`,
	},
};
