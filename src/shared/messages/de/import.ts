import { formatCount, plural } from './numbers.ts';
import type * as en from '../en/import.ts';

const rows = (count: number): string => plural(count, 'Zeile', 'Zeilen');

/** What a person reads while a list is imported. */
export const importWords: typeof en.importWords = {
	title: 'Liste importieren',
	drop: 'Arbeitsmappe oder Textdatei hier ablegen oder auswählen',
	dropNow: 'Zum Öffnen ablegen',
	dropHint: 'Bis 64 MB. Blatt, Zeichensatz und Spalten werden erkannt. Nichts verlässt diesen Rechner, bevor Sie „Starten“ wählen.',
	choose: 'Datei auswählen',
	paste: 'Oder Zeilen aus einer Tabelle einfügen',
	pasteHint:
		'Strg+V funktioniert überall auf dieser Seite. Möglich sind die Meldung von Jira „Die folgenden Kunden konnten nicht hinzugefügt werden: …“, eine E-Mail mit den Personen in ihrem Text oder ihrer An-Zeile, eine Adresse pro Zeile oder durch Komma getrennte Adressen.',
	pasteButton: 'Eingefügte Zeilen öffnen',
	pastedName: 'Eingefügte Zeilen',
	opening: 'Die Liste wird gelesen…',
	startOver: 'Andere Liste wählen',
	startOverTitle: 'Andere Liste wählen?',
	startOverText: (edits) =>
		`Ihre Änderungen in ${rows(edits)} dieser Liste gehen verloren. Die Datei auf Ihrem Datenträger bleibt unberührt.`,
	drafts: {
		title: 'Noch nicht geprüft',
		goOn: 'Fortsetzen',
		goOnWith: (name, changes) => `Fortsetzen: ${name} (${changes})`,
		changes: (corrected, leftOut) =>
			[
				...(corrected > 0 || leftOut === 0 ? [plural(corrected, 'Korrektur', 'Korrekturen')] : []),
				...(leftOut > 0 ? [`${formatCount(leftOut)} weggelassen`] : []),
			].join(', '),
		throwAway: 'Verwerfen',
		throwAwayOf: (name) => `${name} verwerfen`,
		throwAwayTitle: 'Diese Liste verwerfen?',
		throwAwayText: (name, edits) =>
			`${name} wird hier gelöscht${edits === 0 ? '' : `, mit Ihren Änderungen an ${plural(edits, 'Zeile', 'Zeilen')}`}. Die Datei auf Ihrem Datenträger bleibt unverändert.`,
	},
	keepList: 'Diese Liste behalten',
	list: 'Die Liste',
	grid: 'Zu importierende Zeilen',
	gridHelp:
		'Die Pfeiltasten bewegen, F2 bearbeitet eine Zelle, F8 und Umschalt+F8 springen zum nächsten und zum vorigen Problem, A übernimmt einen Vorschlag, S teilt eine Zelle, X lässt eine Zeile weg.',
	line: 'Zeile',
	rows: 'Zeilen',
	format: 'Format',
	encoding: 'Zeichensatz',
	sheet: 'Blatt',
	header: 'Kopfzeile',
	headerLine: (line) => (line === 1 ? 'erste Zeile' : `Zeile ${formatCount(line)} (Zeilen darüber ignoriert)`),
	noHeader: 'keine (Spalten sind nummeriert)',
	changeHeader: 'Kopfzeile ändern',
	chooseHeader: 'In welcher Zeile stehen die Spaltentitel?',
	chooseHeaderHint: 'Personen werden darunter gelesen. Ihre Korrekturen bleiben.',
	noHeaderLine: 'Keine Zeile hat Spaltentitel',
	columns: 'Spalten',
	email: 'Adresse',
	personName: 'Name',
	organisation: 'Organisation',
	notInList: 'nicht in dieser Liste',
	sameForAll: 'für alle Zeilen gleich…',
	textForAll: (field) => `${field} für alle Zeilen`,
	andColumn: (part) => `Name, Teil ${part}`,
	noFurtherColumn: 'und nichts weiter',
	changeColumns: 'Spalten ändern',
	remembered: (site, when) => `Gleiche Spalten wie bei der letzten Liste für ${site}, ${when}`,
	filter: 'Zeilen anzeigen',
	problems: {
		previous: 'Voriges Problem (Umschalt+F8)',
		next: 'Nächstes Problem (F8)',
		none: 'Keine weiteren Probleme.',
	},
	leaveAllOut: (count) => (count === 1 ? 'Diese Zeile weglassen' : `Diese ${formatCount(count)} weglassen`),
	takeAllBack: (count) => (count === 1 ? 'Diese Zeile aufnehmen' : `Diese ${formatCount(count)} aufnehmen`),
	undo: 'Rückgängig',
	redo: 'Wiederholen',
	undoWhat: (what) => `Rückgängig: ${what} (Strg+Z)`,
	redoWhat: (what) => `Wiederholen: ${what} (Strg+Umschalt+Z)`,
	said: {
		corrected: (count) => `${rows(count)} korrigiert.`,
		split: (count) => `In ${rows(count)} geteilt.`,
		takenBack: 'Die Zeile ist wieder aufgenommen.',
		putBack: 'Original wiederhergestellt.',
		undone: 'Rückgängig gemacht.',
		redone: 'Wiederholt.',
		left: (count) => `${rows(count)} weggelassen.`,
		back: (count) => `${rows(count)} wieder aufgenommen.`,
	},
	corrections: 'Vorgeschlagene Korrekturen',
	acceptEvery: (count) => (count === 1 ? 'Vorschlag übernehmen' : `Alle ${formatCount(count)} übernehmen`),
	correction: (from, to) => `${from} → ${to}`,
	correctAll: (from, to, count) => `${from} in ${rows(count)} zu ${to} korrigieren`,
	moreCorrections: (count) => `und ${formatCount(count)} weitere`,
	noRows: 'Keine Zeile passt zu diesem Filter.',
	showAll: 'Alle Zeilen zeigen',
	noteFor: (line, column) => `Zeile ${formatCount(line)}, ${column}`,
	fine: 'Keine Probleme in dieser Zeile.',
	leftOut: 'Weggelassen: Diese Zeile wird nicht geprüft.',
	originally: (text) => (text === '' ? 'Diese Zelle ist in der Datei leer.' : `In der Datei: „${text}“.`),
	putBack: 'Original wiederherstellen',
	edit: 'Bearbeiten (F2)',
	editing: (column, line) => `${column} in Zeile ${formatCount(line)}`,
	acceptOne: 'Korrigieren (A)',
	acceptAll: (count) => `in allen ${rows(count)}`,
	acceptAllOf: (from, to, count) => `${from} in allen ${rows(count)} zu ${to} korrigieren`,
	split: 'In Zeilen teilen (S)',
	exclude: 'Weglassen (X)',
	include: 'Aufnehmen (X)',
	choosing: 'Wählen Sie eine Zelle, um ihre Probleme zu sehen.',
	toRun: (count, total) =>
		count === total
			? `${plural(count, 'Zeile wird', 'Zeilen werden')} geprüft`
			: `${formatCount(count)} von ${rows(total)} ${count === 1 ? 'wird' : 'werden'} geprüft`,
	errorsToRun: (count) => `${rows(count)} ohne gültige Adresse ${count === 1 ? 'wird' : 'werden'} als ungültig gemeldet`,
	nothingToRun: 'Alle Zeilen sind weggelassen.',
	target: 'Ziel',
	site: 'Site',
	chooseSite: 'Site wählen',
	noSites: 'Noch keine Sites.',
	addSite: 'Site hinzufügen',
	openSite: 'Seite der Site öffnen',
	desk: 'Serviceprojekt',
	loadingDesks: 'Serviceprojekte werden geladen…',
	noDesks: 'Dieses Konto sieht dort kein Serviceprojekt.',
	chooseDesk: 'Serviceprojekt wählen',
	access: 'Kundenzugang („Customer access“)',
	accessHint:
		'Atlassian bietet dafür keine verlässliche API. Übernehmen Sie die Einstellungen von der Seite: Befunde zu neuen Adressen sind dann belegt. „Unbekannt“ gilt nie als „Aus“.',
	openAccess: 'Seite öffnen',
	internal: 'Internal',
	external: 'External',
	approved: 'Genehmigte Domains',
	allowed: 'Zugelassene Domains',
	domainsHint: 'Eine pro Zeile, nur wenn Sie alle kennen. Sonst leer lassen.',
	allowedHint: 'Eine pro Zeile. Für jede Domain leer lassen.',
	states: { on: 'Ein', off: 'Aus', unknown: 'Unbekannt' },
	start: 'Starten',
	startHint: 'Die Prüfung liest nur. An der Site ändert sich nichts.',
	startNeedsDesk: 'Wählen Sie zum Starten ein Serviceprojekt.',
};

export const encodingWrites: typeof en.encodingWrites = {
	'windows-1252': 'Westeuropäisch',
	'windows-1250': 'Mitteleuropäisch',
	'windows-1251': 'Kyrillisch',
	'windows-1253': 'Griechisch',
	'windows-1254': 'Türkisch',
	'windows-1255': 'Hebräisch',
	'windows-1256': 'Arabisch',
	'windows-1257': 'Baltisch',
	'windows-874': 'Thailändisch',
	'iso-8859-2': 'Mitteleuropäisch',
	'koi8-r': 'Kyrillisch',
	macintosh: 'Westeuropäisch, alter Mac',
	cp850: 'Westeuropäisch, DOS',
	shift_jis: 'Japanisch',
	'euc-jp': 'Japanisch',
	gb18030: 'Chinesisch, vereinfacht',
	big5: 'Chinesisch, traditionell',
	'euc-kr': 'Koreanisch',
};

export const formatTexts: typeof en.formatTexts = {
	text: (encoding, delimiter) => `${encoding}, ${delimiter}`,
	addresses: 'Adressen, eine pro Zeile',
	contacts: 'Kontakte, je eine Zeile',
	workbook: 'Arbeitsmappe',
};

export const filterLabels: typeof en.filterLabels = {
	all: 'Alle',
	errors: 'Ohne Adresse',
	warnings: 'Warnungen',
	edited: 'Korrigiert',
	excluded: 'Weggelassen',
	'probable-typo': 'Möglicher Tippfehler',
	repeated: 'Duplikate',
	cleaned: 'Bereinigt',
	'ragged-row': 'Fehlende oder überzählige Zellen',
	'unclosed-quote': 'Offene Anführungszeichen',
	'replaced-characters': 'Unlesbare Zeichen',
};

/** Which rule a text breaks. */
export const addressProblems: typeof en.addressProblems = {
	empty: () => 'Keine Adresse in dieser Zelle.',
	'no-at-sign': () => 'Das @ fehlt.',
	'several-addresses': ({ count }) => `${count ?? 'Mehrere'} Adressen in einer Zelle. Jede braucht eine eigene Zeile.`,
	'bad-local-part': ({ character, why }) =>
		why === 'empty'
			? 'Vor dem @ steht nichts.'
			: character === '.'
				? 'Vor dem @ steht ein Punkt am Anfang, am Ende oder doppelt.'
				: `„${character ?? ''}“ darf nicht vor dem @ stehen.`,
	'bad-domain': ({ domain, why }) => (why === 'empty' ? 'Nach dem @ steht nichts.' : `„${domain ?? ''}“ ist keine gültige Domain.`),
	'domain-without-dot': ({ domain }) => `„${domain ?? ''}“ hat keine Endung wie .com.`,
	'unknown-top-level-domain': ({ domain }) => `Die Endung von „${domain ?? ''}“ gibt es nicht.`,
	'invisible-characters-inside': ({ characters }) => `Die Adresse enthält ein unsichtbares Leerzeichen (${characters ?? ''}).`,
	'guest-name': ({ suggestion }) =>
		`Das ist der Name eines Gasts im Verzeichnis, kein Postfach.${suggestion === undefined ? '' : ` Die eigene Adresse des Gasts ist wohl ${suggestion}.`}`,
	'directory-name': () => 'Das ist ein Name in einem Verzeichnis (X.500, LDAP), kein Postfach.',
	placeholder: () => 'Das ist das Beispiel einer Vorlage, keine Person.',
	'too-long': () => 'Die Adresse ist zu lang.',
};

/** What is worth a look in a row, in the note below the table. */
export const problemTexts: typeof en.problemTexts = {
	'probable-typo': (suggestion) => `Möglicher Tippfehler. Meinten Sie ${suggestion}?`,
	repeated: (line) => `Duplikat von Zeile ${formatCount(line)}.`,
	cleaned: (things) => `Entfernt: ${things}.`,
	'ragged-row': (found, expected) =>
		`Diese Zeile hat ${plural(found, 'Zelle', 'Zellen')} statt ${formatCount(expected)}. Prüfen Sie, ob jede in ihrer Spalte steht.`,
	'unclosed-quote': 'Ein Anführungszeichen in dieser Zeile ist nicht geschlossen. Prüfen Sie die Zeile.',
	'replaced-characters': (columns) => `Unlesbare Zeichen: ${columns}.`,
};

/** What a cell's mark says to who cannot see it. */
export const problemLabels: typeof en.problemLabels = {
	error: 'Fehler',
	'probable-typo': 'möglicher Tippfehler',
	repeated: 'Duplikat',
	cleaned: 'bereinigt',
	'ragged-row': 'fehlende oder überzählige Zellen',
	'unclosed-quote': 'offene Anführungszeichen',
	'replaced-characters': 'unlesbare Zeichen',
};

/** What is undone or done again, after “Rückgängig:”. */
export const editTexts: typeof en.editTexts = {
	cell: (line) => `Zelle in Zeile ${formatCount(line)}`,
	domain: (from, to, count) => `${from} → ${to} in ${rows(count)}`,
	suggestions: (count) => plural(count, 'Vorschlag', 'Vorschläge'),
	split: (line, into) => `Zeile ${formatCount(line)} in ${rows(into)} geteilt`,
	exclude: (count) => `${rows(count)} weglassen`,
	include: (count) => `${rows(count)} aufnehmen`,
};

export const textForAllRows: typeof en.textForAllRows = (text) => `„${text}“ für alle Zeilen`;
