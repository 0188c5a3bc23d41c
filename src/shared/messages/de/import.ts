import { formatCount, plural } from './numbers.ts';
import type * as en from '../en/import.ts';

const rows = (count: number): string => plural(count, 'Zeile', 'Zeilen');

/** What a person reads while a list is imported. */
export const importWords: typeof en.importWords = {
	title: 'Liste importieren',
	drop: 'Arbeitsmappe (.xlsx) oder CSV-Datei hier ablegen oder auswählen',
	dropNow: 'Loslassen zum Öffnen',
	dropHint: 'Blatt, Kodierung und Spalten werden erkannt, bis 64 MB. Nichts verlässt diesen Rechner, bevor Sie „Starten“ wählen.',
	choose: 'Datei auswählen',
	paste: 'Oder Zeilen aus einer Tabelle einfügen',
	pasteHint:
		'Strg+V funktioniert überall auf dieser Seite: die Meldung von Jira „Die folgenden Kunden konnten nicht hinzugefügt werden: …“, eine Adresse je Zeile, die An-Zeile einer E-Mail oder Adressen zwischen Kommas.',
	pasteButton: 'Eingefügte Zeilen öffnen',
	pastedName: 'Eingefügte Zeilen',
	opening: 'Die Liste wird gelesen…',
	startOver: 'Andere Liste wählen',
	startOverTitle: 'Andere Liste wählen?',
	startOverText: (edits) =>
		`Ihre Änderungen in ${rows(edits)} dieser Liste gehen verloren. Die Datei auf Ihrem Datenträger bleibt unberührt.`,
	keepList: 'Diese Liste behalten',
	list: 'Die Liste',
	grid: 'Zu importierende Zeilen',
	gridHelp:
		'Die Pfeiltasten bewegen, F2 bearbeitet eine Zelle, F8 und Umschalt+F8 springen zum nächsten und zum vorigen Problem, A übernimmt einen Vorschlag, X lässt eine Zeile weg.',
	line: 'Zeile',
	rows: 'Zeilen',
	format: 'Format',
	encoding: 'Zeichensatz',
	sheet: 'Blatt',
	header: 'Kopfzeile',
	headerLine: (line) => (line === 1 ? 'erste Zeile' : `Zeile ${formatCount(line)}; darüber wird nichts gelesen`),
	noHeader: 'keine: Spalten sind nummeriert',
	columns: 'Spalten',
	email: 'Adresse',
	personName: 'Name',
	organisation: 'Organisation',
	notInList: 'nicht in dieser Liste',
	sameForAll: 'für alle Zeilen gleich…',
	textForAll: (field) => `${field} aller Zeilen`,
	andColumn: (part) => `Name, Teil ${part}`,
	noFurtherColumn: 'und nichts weiter',
	textForAllHint: 'z. B. Acme',
	changeColumns: 'Spalten ändern',
	remembered: (site, when) => `Spalten wie zuletzt für ${site}, ${when}`,
	filter: 'Zeilen zeigen',
	problems: {
		previous: 'Voriges Problem (Umschalt+F8)',
		next: 'Nächstes Problem (F8)',
		none: 'Es gibt kein weiteres Problem.',
	},
	leaveAllOut: (count) => (count === 1 ? 'Diese Zeile weglassen' : `Diese ${formatCount(count)} weglassen`),
	takeAllBack: (count) => (count === 1 ? 'Diese Zeile zurücknehmen' : `Diese ${formatCount(count)} zurücknehmen`),
	undo: 'Rückgängig',
	redo: 'Wiederholen',
	undoWhat: (what) => `Rückgängig: ${what} (Strg+Z)`,
	redoWhat: (what) => `Wiederholen: ${what} (Strg+Umschalt+Z)`,
	said: {
		corrected: (count) => `${rows(count)} berichtigt.`,
		takenBack: 'Die Zeile wird geprüft.',
		putBack: 'Die ursprüngliche Zelle ist wieder da.',
		undone: 'Rückgängig gemacht.',
		redone: 'Wiederholt.',
		left: (count) => `${rows(count)} weggelassen.`,
		back: (count) => `${rows(count)} zurückgenommen.`,
	},
	corrections: 'Wohl gemeint',
	correction: (from, to) => `${from} → ${to}`,
	correctAll: (from, to, count) => `${from} in ${rows(count)} zu ${to} berichtigen`,
	moreCorrections: (count) => `und ${formatCount(count)} weitere`,
	noRows: 'Keine Zeile passt zu diesem Filter.',
	showAll: 'Alle Zeilen zeigen',
	noteFor: (line, column) => `Zeile ${formatCount(line)}, ${column}`,
	fine: 'In dieser Zeile ist nichts zu beachten.',
	leftOut: 'Weggelassen: Diese Zeile wird nicht geprüft.',
	originally: (text) => (text === '' ? 'In der Datei ist diese Zelle leer.' : `In der Datei: „${text}“.`),
	putBack: 'Original wiederherstellen',
	edit: 'Bearbeiten (F2)',
	editing: (column, line) => `${column} in Zeile ${formatCount(line)}`,
	acceptOne: 'Berichtigen (A)',
	acceptAll: (count) => `in allen ${rows(count)}`,
	acceptAllOf: (from, to, count) => `${from} in allen ${rows(count)} zu ${to} berichtigen`,
	exclude: 'Weglassen (X)',
	include: 'Zurücknehmen (X)',
	choosing: 'Wählen Sie eine Zelle, um zu sehen, was dazu zu sagen ist.',
	toRun: (count, total) =>
		count === total
			? `${plural(count, 'Zeile wird', 'Zeilen werden')} geprüft`
			: `${formatCount(count)} von ${rows(total)} ${count === 1 ? 'wird' : 'werden'} geprüft`,
	errorsToRun: (count) => `${rows(count)} ohne Adresse ${count === 1 ? 'wird' : 'werden'} so gemeldet`,
	nothingToRun: 'Alle Zeilen sind weggelassen.',
	target: 'Wo hinzugefügt werden soll',
	site: 'Site',
	chooseSite: 'Site wählen',
	noSites: 'Es gibt noch keine Site.',
	addSite: 'Site hinzufügen',
	openSite: 'Seite der Site öffnen',
	desk: 'Serviceprojekt',
	loadingDesks: 'Die Serviceprojekte der Site werden abgefragt…',
	noDesks: 'Dieses Konto sieht dort kein Serviceprojekt.',
	chooseDesk: 'Serviceprojekt wählen',
	access: 'Kundenzugang („Customer access“)',
	accessHint:
		'So, wie Sie ihn auf der Site sehen: Atlassian bietet keinen verlässlichen Weg, ihn zu lesen. Mit Ihrer Angabe werden Befunde zu neuen Adressen belegt; „Unbekannt“ wird nie als „Aus“ gewertet.',
	openAccess: 'Seite öffnen',
	internal: 'Internal',
	external: 'External',
	approved: 'Genehmigte Domains',
	allowed: 'Zugelassene Domains',
	domainsHint: 'Eine je Zeile. Leer: nicht bekannt.',
	allowedHint: 'Eine je Zeile. Leer: jede Domain.',
	states: { on: 'Ein', off: 'Aus', unknown: 'Unbekannt' },
	start: 'Starten',
	startHint: 'Fragt nur; ändert nichts auf der Site.',
	startNeedsDesk: 'Wählen Sie ein Serviceprojekt, dann können Sie starten.',
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
	addresses: 'Adressen, eine je Zeile',
	contacts: 'Kontakte, je eine Zeile',
	workbook: 'Arbeitsmappe',
};

export const filterLabels: typeof en.filterLabels = {
	all: 'Alle',
	errors: 'Ohne Adresse',
	warnings: 'Warnungen',
	edited: 'Berichtigt',
	excluded: 'Weggelassen',
	'probable-typo': 'Wohl vertippt',
	repeated: 'Doppelt',
	cleaned: 'Bereinigt',
	'ragged-row': 'Zellen fehlen oder zu viele',
	'unclosed-quote': 'Offene Anführungszeichen',
	'replaced-characters': 'Unlesbare Zeichen',
};

/** Which rule a text breaks. */
export const addressProblems: typeof en.addressProblems = {
	empty: () => 'In dieser Zelle steht keine Adresse.',
	'no-at-sign': () => 'Das @ fehlt.',
	'several-addresses': ({ count }) => `${count ?? 'Mehrere'} Adressen stehen in einer Zelle; jede braucht eine eigene Zeile.`,
	'bad-local-part': ({ character, why }) =>
		why === 'empty'
			? 'Vor dem @ steht nichts.'
			: character === '.'
				? 'Vor dem @ steht ein Punkt am Anfang, am Ende oder zweimal hintereinander.'
				: `„${character ?? ''}“ darf nicht vor dem @ stehen.`,
	'bad-domain': ({ domain, why }) => (why === 'empty' ? 'Nach dem @ steht nichts.' : `„${domain ?? ''}“ ist keine Domain.`),
	'domain-without-dot': ({ domain }) => `„${domain ?? ''}“ hat keine Endung wie .com.`,
	'unknown-top-level-domain': ({ domain }) => `Die Endung von „${domain ?? ''}“ gibt es nicht.`,
	'invisible-characters-inside': ({ characters }) => `In der Adresse steht ein unsichtbares Leerzeichen (${characters ?? ''}).`,
	'guest-name': ({ suggestion }) =>
		`So nennt ein Verzeichnis einen Gast; das ist kein Postfach.${suggestion === undefined ? '' : ` Die eigene Adresse des Gasts ist wohl ${suggestion}.`}`,
	'directory-name': () => 'Das ist ein Name in einem Verzeichnis (X.500, LDAP), kein Postfach.',
	placeholder: () => 'Das ist das Beispiel einer Vorlage, keine Person.',
	'too-long': () => 'Das ist länger, als eine Adresse sein kann.',
};

/** What is worth a look in a row, in the note below the table. */
export const problemTexts: typeof en.problemTexts = {
	'probable-typo': (suggestion) => `Wahrscheinlich ist ${suggestion} gemeint.`,
	repeated: (line) => `Die Adresse steht schon in Zeile ${formatCount(line)}; sie wird einmal geprüft.`,
	cleaned: (things) => `Bereinigt: ${things}.`,
	'ragged-row': (found, expected) =>
		`Diese Zeile hat ${plural(found, 'Zelle', 'Zellen')} statt ${formatCount(expected)}: Prüfen Sie, ob jede in ihrer Spalte steht.`,
	'unclosed-quote': 'In dieser Zeile wird ein Anführungszeichen geöffnet und nie geschlossen; sie wurde gelesen, wie sie dasteht.',
	'replaced-characters': (columns) => `Nicht lesbare Zeichen: ${columns}.`,
};

/** What a cell's mark says to who cannot see it. */
export const problemLabels: typeof en.problemLabels = {
	error: 'Fehler',
	'probable-typo': 'wohl vertippt',
	repeated: 'doppelt',
	cleaned: 'bereinigt',
	'ragged-row': 'Zellen fehlen oder zu viele',
	'unclosed-quote': 'offene Anführungszeichen',
	'replaced-characters': 'unlesbare Zeichen',
};

/** What is undone or done again, after “Rückgängig:”. */
export const editTexts: typeof en.editTexts = {
	cell: (line) => `Zelle in Zeile ${formatCount(line)}`,
	domain: (from, to, count) => `${from} → ${to} in ${rows(count)}`,
	exclude: (count) => `${rows(count)} weglassen`,
	include: (count) => `${rows(count)} zurücknehmen`,
};

export const textForAllRows: typeof en.textForAllRows = (text) => `„${text}“ für alle Zeilen`;
