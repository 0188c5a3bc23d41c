import { formatCount, plural } from './numbers.ts';
import type * as en from '../en/plans.ts';

export const planStates: typeof en.planStates = {
	planned: 'Geplant',
	running: 'Läuft',
	paused: 'Angehalten',
	stopped: 'Abgebrochen',
	finished: 'Fertig',
};

export const planSteps: typeof en.planSteps = {
	connecting: 'Verbindung zur Site wird hergestellt',
	changing: 'Änderungen werden vorgenommen',
	verifying: 'Ergebnis wird geprüft',
	done: 'Fertig',
};

export const outcomeTexts: typeof en.outcomeTexts = {
	applied: { label: 'Erledigt', meaning: 'Alle Schritte dieser Zeile sind getan.' },
	rejected: { label: 'Abgelehnt', meaning: 'Die Site hat einen Schritt abgelehnt und dabei nichts geändert.' },
	stale: {
		label: 'Inzwischen geändert',
		meaning: 'Das Konto hat sich seit der Prüfung geändert, darum wurde nichts gesendet.',
	},
	'needs-person': {
		label: 'Bitte nachsehen',
		meaning: 'Was aus einem Schritt wurde, lässt sich durch Lesen nicht feststellen: Jemand muss nachsehen.',
	},
	guided: { label: 'Von Hand', meaning: 'Sendet Invite Doctor nie: Das macht ein Mensch.' },
	'not-reached': { label: 'Noch nicht versucht', meaning: 'Für diese Zeile wurde bisher nichts gesendet.' },
};

/** After a number of rows. */
export const resultTexts: typeof en.resultTexts = {
	added: 'jetzt Kunden',
	addable: 'noch keine Kunden, nichts steht im Weg',
	blocked: 'weiterhin blockiert',
	'needs-person': 'von jemandem nachzusehen',
	'by-hand': 'von Hand zu erledigen',
	'not-tried': 'noch offen',
};

export const changeStates: typeof en.changeStates = {
	intent: 'wird gleich gesendet; der Ausgang ist noch nicht bekannt',
	applied: 'erledigt',
	rejected: 'abgelehnt',
	unknown: 'gesendet, ohne brauchbare Antwort',
	'not-applied': 'nicht geschehen, wie das Lesen zeigte',
	'needs-person': 'durch Lesen nicht zu klären',
};

const people = (count: number): string => plural(count, 'Person', 'Personen');
const rows = (count: number): string => plural(count, 'Zeile', 'Zeilen');

export const planWords: typeof en.planWords = {
	make: {
		button: 'Behebung planen…',
		title: 'Behebung planen',
		intro: 'Ein Plan sagt Zeile für Zeile, was getan würde. Gesendet wird nichts, bevor Sie ihn ausführen.',
		scope: 'Für welche Zeilen',
		selected: (count) => (count === 1 ? 'Die ausgewählte Zeile' : `Die ${formatCount(count)} ausgewählten Zeilen`),
		shown: (count, isFiltered) =>
			isFiltered
				? count === 1
					? 'Die Zeile, die zum Filter passt'
					: `Die ${rows(count)}, die zum Filter passen`
				: count === 1
					? 'Die einzige Zeile'
					: `Alle ${rows(count)}`,
		leftOver: (count) =>
			count === 1 ? 'Die Zeile, die noch nicht hinzugefügt ist' : `Die ${rows(count)}, die noch nicht hinzugefügt sind`,
		managed: 'Konten, die eine andere Organisation verwaltet',
		ask: 'Die Organisation anschreiben, der sie gehören',
		askText: 'Nachrichten zum Kopieren oder Speichern, eine je Domain. Dabei geht nichts verloren.',
		replace: 'Hier entfernen und Portalkonten anlegen',
		replaceText:
			'Unwiderruflich: Rollen und Gruppen dieser Konten in Ihrer Organisation gehen verloren. Bevor etwas gesendet wird, bestätigen Sie es durch Eintippen.',
		more: 'Außerdem',
		organisations: 'Personen zur Kundenorganisation aus der Liste hinzufügen',
		organisationsText: 'Mitglieder einer Kundenorganisation können die Anfragen der anderen sehen.',
		create: 'Plan erstellen',
	},
	list: {
		heading: 'Pläne',
		of: (when) => `Plan vom ${when}`,
		more: (count) => `und ${formatCount(count)} weitere`,
	},
	page: {
		title: (list) => `Plan für ${list}`,
		loading: 'Der Plan wird geladen…',
		ofRun: 'Zum Prüflauf',
		made: 'Erstellt',
		nothingSent: 'Noch wurde nichts gesendet.',
		estimate: (changes, calls, time) => `${plural(changes, 'Änderung', 'Änderungen')}, etwa ${plural(calls, 'Aufruf', 'Aufrufe')}, ${time}`,
		ended: (ended, all) => `${formatCount(ended)} von ${rows(all)} versucht`,
		outcomes: 'Zeilen nach Ausgang',
		progress: 'Fortschritt des Plans',
		views: 'Ansicht',
		summary: 'Überblick',
		rows: (count) => `Zeilen (${formatCount(count)})`,
		print: 'Drucken',
		stoppedNoReason: 'Der Plan wurde vor seiner letzten Zeile abgebrochen.',
		stoppedKept: 'Jede bisherige Änderung ist verzeichnet. „Fortsetzen“ macht weiter, wo er stand; nichts wird zweimal gesendet.',
		paused: 'Angehalten.',
		pausedText: 'Was gerade lief, ist zu Ende; „Fortsetzen“ macht weiter, wo er stand.',
	},
	buttons: {
		first: (isNext) => (isNext ? 'Nächste ausführen' : 'Erste ausführen'),
		firstCount: 'Wie viele Zeilen ausgeführt werden',
		carryOut: 'Ausführen',
		goOn: 'Fortsetzen',
		pause: 'Anhalten',
		cancel: 'Abbrechen',
		retry: (count) => `${formatCount(count)} fehlgeschlagene wiederholen`,
		exportFailed: 'Fehlgeschlagene exportieren',
		again: 'Erneut planen',
		work: 'Von Hand erledigen',
		messages: 'Nachrichten',
	},
	groups: {
		byApp: 'Das erledigt Invite Doctor',
		byPerson: 'Das bleibt von Hand zu tun',
		noneByApp: 'Von diesem Plan kann Invite Doctor nichts selbst erledigen.',
		rows,
		steps: 'Schritte',
		before: 'Vorher',
		after: 'Nachher',
		cost: 'Hinweis',
		destructive: 'Unwiderruflich',
		showRows: 'Zeilen zeigen',
		loading: 'Der Plan wird gelesen…',
	},
	result: {
		title: 'Ergebnis',
		billed: (count) =>
			`${plural(count, 'wiederhergestelltes Konto hat eine Rolle, die berechnet wird', 'wiederhergestellte Konten haben Rollen, die berechnet werden')}. Sie stehen bei ${count === 1 ? 'seiner Zeile' : 'ihren Zeilen'}.`,
		billedFilter: 'Berechnete Rollen',
	},
	rows: {
		table: 'Zeilen des Plans',
		outcomes: 'Nach Ausgang filtern',
		remedies: 'Nach Maßnahme filtern',
		anyRemedy: 'Jede Maßnahme',
		none: 'Keine Zeile des Plans passt zu diesen Filtern.',
		notSeen: 'noch nicht nachgesehen',
		unchanged: 'unverändert',
		to: 'dann',
		billed: 'berechnete Rolle',
		rolesUnread: 'Rollen nicht gelesen',
		stranded: 'entfernt, noch kein neues Konto',
		columns: { row: 'Zeile', email: 'Adresse', name: 'Name', remedy: 'Maßnahme', change: 'Vorher → nachher', outcome: 'Ausgang' },
	},
	detail: {
		close: 'Schließen (Esc)',
		outcome: 'Ausgang',
		said: 'Die Site sagte',
		billable: 'Zurückgekehrte Rollen, die berechnet werden',
		roles: 'Rollen',
		rolesUnread: 'Die Rollen ließen sich nach der Änderung nicht lesen. Prüfen Sie auf admin.atlassian.com, ob eine davon berechnet wird.',
		nothingBilled: 'Nichts wird berechnet: Die Rollen wurden nach der Änderung gelesen.',
		stranded:
			'Diese Person wurde entfernt und hat noch kein Portalkonto. Setzen Sie den Plan fort oder wiederholen Sie ihn, um das abzuschließen.',
		willDo: 'Was getan wird',
		journal: 'Journal',
		noJournal: 'Für diese Zeile wurde nichts gesendet.',
		asked: 'Anfrage',
		answered: 'Antwort',
		noAnswer: 'Es kam keine Antwort.',
		at: (from, to) => `${from}, geklärt ${to}`,
		know: 'Woher wir das wissen',
		openRow: 'Zeile im Prüflauf öffnen',
	},
	confirm: {
		title: 'Diesen Plan ausführen?',
		titleFirst: (count) => `${rows(count)} ausführen?`,
		titleRetry: (count) => `${plural(count, 'fehlgeschlagene Zeile', 'fehlgeschlagene Zeilen')} erneut versuchen?`,
		titleRemoval: 'Dieser Plan entfernt Personen',
		where: (site, desk) => `Auf ${site}, für ${desk}`,
		firstOf: (where, count) => `${where}, die ${count === 1 ? 'erste' : `ersten ${formatCount(count)}`} von:`,
		refusedOf: (where, count) => `${where}, ${rows(count)}, die die Site abgelehnt hat, von:`,
		leftOf: (where, count) => `${where}, ${rows(count)}, noch nicht versucht, von:`,
		rowsOf: (count, label) => `${rows(count)}: ${label}`,
		costs: 'Was es nach sich ziehen kann',
		goOnText: 'Es geht weiter, wo der Plan stand: Versuchte Zeilen werden nicht erneut versucht.',
		retryText: 'Nur Zeilen, die die Site abgelehnt hat, werden erneut versucht, jede ab dem abgelehnten Schritt.',
		firstText: 'Danach hält er an, damit Sie sich das Ergebnis ansehen können.',
		removed: (count) =>
			`${plural(count, 'Person wird', 'Personen werden')} aus Ihrem Verzeichnis entfernt. Rollen und Gruppen dieser Personen gehen verloren:`,
		peopleList: 'Personen, die entfernt werden',
		type: (phrase) => `„${phrase}“ eintippen, um genau diese Personen zu bestätigen`,
		start: 'Ausführen',
		startFirst: (count) => `${rows(count)} ausführen`,
		startRetry: 'Erneut versuchen',
		startRemoval: 'Entfernen und ausführen',
		changed: 'Der Plan hat sich geändert, während Sie ihn ansahen; darum wurde nichts gestartet.',
		changedNext: 'Sehen Sie ihn sich noch einmal an, bevor Sie ihn starten.',
		cut: 'Die Verbindung brach ab, während Sie den Plan ansahen; darum wurde nichts gestartet.',
		cutStarting: 'Die Verbindung brach ab, während der Plan gestartet wurde; er läuft also vielleicht schon.',
	},
	stranded: {
		title: (count) => `${plural(count, 'Person wurde entfernt und hat', 'Personen wurden entfernt und haben')} noch kein Portalkonto`,
		on: (site) => `Auf ${site}.`,
		person: (email, row) => `${email} (Zeile ${formatCount(row)})`,
		how: '„Fortsetzen“ oder „wiederholen“ legt das fehlende Konto an.',
		finish: 'Jetzt abschließen',
		short: (count, site) => `${people(count)} auf ${site} entfernt, noch nicht zurück`,
	},
	failedRowsSaved: (name) => `Gespeichert als ${name}.`,
	noFailedRows: 'Es gibt keine fehlgeschlagenen Zeilen zu exportieren.',
	print: {
		title: (list) => `Plan für ${list}`,
		bounded: (shown, all) =>
			shown < all
				? `Gedruckt sind die ersten ${formatCount(shown)} von ${rows(all)}. Alle stehen im Fenster und in den Exporten.`
				: `Alle ${rows(all)}.`,
		notLoaded: 'Zeilen werden mit der Schaltfläche „Drucken“ des Plans gedruckt.',
		printed: (when) => `Gedruckt am ${when}.`,
	},
};
