import type { handCheckTexts as englishTexts, handCheckWords as englishWords, seenTexts as englishSeen } from '../en/hand-checks.ts';
import { plural } from './numbers.ts';

export const handCheckTexts: typeof englishTexts = {
	directory: {
		label: 'Status im Verzeichnis',
		question: 'Welchen Status zeigt das Verzeichnis für diese Person?',
		path: 'admin.atlassian.com › Verzeichnis › Benutzer',
		page: 'directory-users',
	},
	'suggest-changes': {
		label: 'Suggest changes',
		question: 'Öffnen Sie die Person im Verzeichnis. Ist „Suggest changes“ ausgegraut?',
		path: 'admin.atlassian.com › Verzeichnis › Benutzer › die Person',
		page: 'directory-users',
	},
	'portal-only': {
		label: 'Portalkonto',
		question: 'Was zeigt die Seite „Portal-only customers“ für diese Adresse?',
		path: 'admin.atlassian.com › Apps › die Site › Jira Service Management › Portal-only customers',
		page: 'portal-only-customers',
	},
};

export const seenTexts: typeof englishSeen = {
	active: 'Aktiv',
	inactive: 'Inaktiv',
	suspended: 'Gesperrt',
	deactivated: 'Deaktiviert',
	absent: 'Nicht aufgeführt',
	'greyed-out': 'Ausgegraut',
	available: 'Nicht ausgegraut',
};

export const handCheckWords: typeof englishWords = {
	title: 'Manuelle Prüfung',
	intro:
		'Per API nicht verfügbar. Öffnen Sie die Seite und wählen Sie, was sie zeigt. Der Befund wird sofort aktualisiert und ist vermutet, nie belegt.',
	clear: 'Löschen',
	clearOf: (label) => `Löschen: ${label}`,
	said: (seen, user, when) => `${seen} – ${user}, ${when}`,
	cleared: (user, when) => `Gelöscht – ${user}, ${when}`,
	earlier: (count) => plural(count, 'frühere Antwort', 'frühere Antworten'),
	none: 'Noch keine manuellen Prüfungen.',
	kept: (rows) => `Gespeichert. ${plural(rows, 'Zeile wurde', 'Zeilen wurden')} erneut geprüft.`,
	several: (count) => `Diese Nachricht ist für ${count} Personen. Um eine Person manuell zu prüfen, öffnen Sie ihre Zeile im Prüflauf.`,
	nothingGiven: 'Geben Sie an, was die Seite zeigt: --directory, --suggest-changes oder --portal-only.',
};
