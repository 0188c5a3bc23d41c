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
	verifying: 'Änderungen werden überprüft',
	done: 'Fertig',
};

/** What became of the steps of a row. */
export const outcomeTexts: typeof en.outcomeTexts = {
	applied: 'Alle Schritte dieser Zeile sind erledigt.',
	rejected: 'Die Site hat einen Schritt abgelehnt und dabei nichts geändert.',
	stale: 'Das Konto hat sich seit der Prüfung geändert. Nichts wurde gesendet.',
	'needs-person': 'Das Ergebnis eines Schritts ist unbekannt. Prüfen Sie es manuell.',
	guided: 'Das erledigt eine Person. Invite Doctor sendet nichts.',
	'not-reached': 'Für diese Zeile wurde bisher nichts gesendet.',
};

/** What a row came to: on the row itself, and after a number of rows. */
export const resultTexts: typeof en.resultTexts = {
	added: { label: 'Hinzugefügt', counted: 'hinzugefügt' },
	addable: { label: 'Hinzufügbar', counted: 'hinzufügbar' },
	blocked: { label: 'Weiterhin blockiert', counted: 'weiterhin blockiert' },
	'needs-person': { label: 'Von einer Person zu klären', counted: 'von einer Person zu klären' },
	'by-hand': { label: 'Manuell', counted: 'manuell' },
	'not-tried': { label: 'Nicht versucht', counted: 'nicht versucht' },
};

export const changeStates: typeof en.changeStates = {
	intent: 'wird gleich gesendet; Ergebnis noch nicht bekannt',
	applied: 'erledigt',
	rejected: 'abgelehnt',
	unknown: 'gesendet, ohne brauchbare Antwort',
	'not-applied': 'nicht geändert (überprüft)',
	'needs-person': 'Ergebnis unbekannt, manuell prüfen',
};

const people = (count: number): string => plural(count, 'Person', 'Personen');
const rows = (count: number): string => plural(count, 'Zeile', 'Zeilen');

export const planWords: typeof en.planWords = {
	make: {
		button: 'Behebung planen…',
		title: 'Behebung planen',
		intro: 'Ein Plan listet die Änderungen Zeile für Zeile auf. Bevor Sie ihn ausführen, wird nichts gesendet.',
		scope: 'Zeilen',
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
		othersNote: (not) => `Nicht enthalten: ${not}.`,
		taken: (count) => `Enthalten: ${people(count)}`,
		notTaken: (causes) => `Nicht enthalten, weil ein Plan für sie nichts tun kann: ${causes}.`,
		remedies: 'Maßnahmen',
		managed: 'Von einer anderen Organisation verwaltete Konten',
		ask: 'Die verwaltende Organisation anschreiben',
		askText: 'Nachrichten zum Kopieren oder Speichern, eine pro Domain. Dabei geht nichts verloren.',
		replace: 'Hier entfernen und Portalkonten erstellen',
		replaceText:
			'Unwiderruflich: Rollen und Gruppen dieser Konten in Ihrer Organisation gehen verloren. Sie bestätigen das, bevor etwas gesendet wird.',
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
		outcomes: 'Zeilen nach Ergebnis',
		progress: 'Fortschritt des Plans',
		views: 'Ansicht',
		summary: 'Überblick',
		rows: (count) => `Zeilen (${formatCount(count)})`,
		print: 'Drucken',
		stoppedNoReason: 'Der Plan wurde vor der letzten Zeile abgebrochen.',
		stoppedKept: 'Alle bisherigen Änderungen sind protokolliert. „Fortsetzen“ macht dort weiter. Nichts wird zweimal gesendet.',
		paused: 'Angehalten.',
		pausedText: 'Laufende Änderungen sind abgeschlossen. „Fortsetzen“ macht dort weiter.',
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
		again: (count) => `Erneut planen (${formatCount(count)})`,
		work: 'Manuelle Aufgaben',
		messages: 'Nachrichten',
	},
	groups: {
		byApp: 'Automatisch',
		byPerson: 'Manuell',
		noneByApp: 'Nichts in diesem Plan lässt sich automatisch erledigen.',
		rows,
		steps: 'Schritte',
		before: 'Vorher',
		after: 'Nachher',
		cost: 'Hinweis',
		destructive: 'Unwiderruflich',
		showRows: 'Zeilen zeigen',
		impossible: (count) => `${rows(count)} nicht möglich`,
		later: (count) => `${rows(count)} später`,
		loading: 'Der Plan wird geladen…',
	},
	result: {
		title: 'Ergebnis',
		billed: (count) =>
			`${plural(count, 'wiederhergestelltes Konto hat eine kostenpflichtige Rolle', 'wiederhergestellte Konten haben kostenpflichtige Rollen')}. Siehe ${count === 1 ? 'seine Zeile' : 'ihre Zeilen'}.`,
		billedFilter: 'Kostenpflichtige Rollen',
		beyondRetry: (causes) =>
			`Bei diesen abgelehnten Zeilen hilft kein neuer Versuch: ${causes}. Beheben Sie die Ursache und planen Sie dann erneut.`,
	},
	rows: {
		table: 'Zeilen des Plans',
		outcomes: 'Nach Ergebnis filtern',
		verifying: 'Wird überprüft',
		remedies: 'Nach Maßnahme filtern',
		anyRemedy: 'Jede Maßnahme',
		none: 'Keine Zeile passt zu diesen Filtern.',
		notSeen: 'noch nicht geprüft',
		unchanged: 'unverändert',
		to: 'dann',
		billed: 'kostenpflichtige Rolle',
		rolesUnread: 'Rollen nicht gelesen',
		stranded: 'entfernt, noch kein neues Konto',
		columns: { row: 'Zeile', email: 'Adresse', name: 'Name', remedy: 'Maßnahme', change: 'Vorher → nachher', outcome: 'Ergebnis' },
	},
	detail: {
		close: 'Schließen (Esc)',
		outcome: 'Ergebnis',
		said: 'Antwort der Site',
		billable: 'Wiederhergestellte kostenpflichtige Rollen',
		roles: 'Rollen',
		rolesUnread: 'Die Rollen ließen sich nach der Änderung nicht lesen. Prüfen Sie auf admin.atlassian.com, ob eine davon berechnet wird.',
		nothingBilled: 'Nichts wird berechnet: Die Rollen wurden nach der Änderung gelesen.',
		stranded:
			'Diese Person wurde entfernt und hat noch kein Portalkonto. Setzen Sie den Plan fort oder wiederholen Sie ihn, um es zu erstellen.',
		willDo: 'Schritte',
		journal: 'Journal',
		noJournal: 'Für diese Zeile wurde nichts gesendet.',
		asked: 'Anfrage',
		answered: 'Antwort',
		noAnswer: 'Keine Antwort.',
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
		firstOf: (where, count) => `${where}, die ${count === 1 ? 'erste' : `ersten ${formatCount(count)}`}:`,
		refusedOf: (where, count) => `${where}, ${rows(count)}, die die Site abgelehnt hat:`,
		leftOf: (where, count) => `${where}, ${rows(count)}, noch nicht versucht:`,
		rowsOf: (count, label) => `${rows(count)}: ${label}`,
		costs: 'Hinweise',
		goOnText: 'Der Plan wird mit den noch nicht versuchten Zeilen fortgesetzt.',
		retryText: 'Nur abgelehnte Zeilen werden wiederholt, jede ab dem abgelehnten Schritt.',
		firstText: 'Danach hält der Plan an, damit Sie das Ergebnis prüfen können.',
		removed: (count) =>
			`${plural(count, 'Person wird', 'Personen werden')} aus Ihrem Verzeichnis entfernt. Rollen und Gruppen dieser Personen gehen verloren:`,
		taken: 'Betroffene Personen',
		peopleList: 'Personen, die entfernt werden',
		billedList: 'Personen, deren frühere Rollen zurückkommen, auch kostenpflichtige',
		type: (phrase) => `„${phrase}“ eingeben, um genau diese Personen zu bestätigen`,
		start: 'Ausführen',
		startFirst: (count) => `${rows(count)} ausführen`,
		startRetry: 'Erneut versuchen',
		startRemoval: 'Entfernen und ausführen',
		changed: 'Der Plan hat sich geändert. Nichts wurde gestartet.',
		changedNext: 'Prüfen Sie ihn erneut, bevor Sie ihn starten.',
		cut: 'Die Verbindung wurde unterbrochen. Nichts wurde gestartet.',
		cutStarting: 'Die Verbindung wurde beim Starten des Plans unterbrochen. Er läuft möglicherweise schon.',
	},
	stranded: {
		title: (count) => `${plural(count, 'Person wurde entfernt und hat', 'Personen wurden entfernt und haben')} noch kein Portalkonto`,
		on: (site) => `Auf ${site}.`,
		person: (email, row) => `${email} (Zeile ${formatCount(row)})`,
		how: '„Fortsetzen“ oder „wiederholen“ erstellt das fehlende Konto.',
		finish: 'Jetzt abschließen',
		short: (count, site) => `${people(count)} auf ${site} entfernt, noch nicht wieder hinzugefügt`,
	},
	failedRowsSaved: (name) => `Gespeichert als ${name}.`,
	noFailedRows: 'Es gibt keine fehlgeschlagenen Zeilen zu exportieren.',
	print: {
		title: (list) => `Plan für ${list}`,
		bounded: (shown, all) =>
			shown < all
				? `Gedruckt sind die ersten ${formatCount(shown)} von ${rows(all)}. Alle Zeilen finden Sie im Fenster und in den Exporten.`
				: `Alle ${rows(all)}.`,
		notLoaded: 'Drucken Sie die Zeilen mit der Schaltfläche „Drucken“ des Plans.',
		printed: (when) => `Gedruckt am ${when}.`,
	},
};
