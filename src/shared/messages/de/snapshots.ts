import { formatCount, formatPercent, plural } from './numbers.ts';
import type * as en from '../en/snapshots.ts';

const desks = (count: number): string => plural(count, 'Serviceprojekt', 'Serviceprojekte');

/** After “von”. */
const ofDesks = (count: number): string => plural(count, 'Serviceprojekt', 'Serviceprojekten');

const people = (count: number): string => plural(count, 'Person', 'Personen');

/** What a person reads of snapshots. */
export const snapshotWords: typeof en.snapshotWords = {
	title: 'Snapshots',
	intro: 'Ein Snapshot speichert die Daten einer Site, sodass Sie Listen ohne Netz und Token prüfen können.',
	emptyTitle: 'Noch kein Snapshot',
	emptyText:
		'Ein Snapshot speichert Konten, Verzeichnis und Kunden einer Site. Damit können Sie Listen überall prüfen, ohne Netz und Token. Rufen Sie ihn von der Site ab oder erstellen Sie ihn aus Admin-Dateien.',
	emptySites: 'Um einen Snapshot abzurufen, fügen Sie zuerst die Site hinzu.',
	addSite: 'Site hinzufügen',
	addFile: 'Admin-Datei hinzufügen',
	open: 'Snapshot öffnen',
	opening: (percent) => `Die Datei wird gelesen, ${formatPercent(percent)}`,
	checking: 'Der Inhalt wird geprüft…',
	opened: (site) => `Snapshot von ${site} geöffnet.`,
	none: 'Noch keine Snapshots dieser Site.',
	notStored: 'Diese Site gehört nicht zu Ihren Sites. Sie können ihre Snapshots verwenden, aber nicht aktualisieren.',
	pull: 'Snapshot abrufen…',
	goOn: 'Abruf fortsetzen…',
	check: 'Liste dagegen prüfen',
	saveAs: 'Datei speichern',
	of: (when) => `Snapshot vom ${when}`,
	actionOf: (action, when) => `${action.replace(/…$/, '')}: Snapshot vom ${when}`,
	unusableTitle: 'Nicht verwendbare Dateien',
	unusableFile: (id) => `${id}.sqlite`,
	contents: 'Inhalt',
	missing: 'Fehlende Daten',
	gap: (part, keys, more, why) => {
		const of = keys.length === 0 ? '' : ` (${keys.join(', ')}${more > 0 ? ` und ${formatCount(more)} weitere` : ''})`;
		return `${part}${of}: ${why}`;
	},
	export: (kind, day, count, coverage) => `${kind} vom ${day}: ${people(count)}, ${coverage}`,
	unreadable: (lines) => `${plural(lines, 'Zeile hat eine unlesbare Adresse', 'Zeilen haben unlesbare Adressen')}.`,
	table: { part: 'Teil', records: 'Einträge', from: 'Abgerufen mit', read: 'Gelesen' },
	declared: 'Angegeben',
	until: (from, to) => (from === to ? from : `${from} – ${to}`),
	partOf: (part, count) => `${part} (${desks(count)})`,
	accounts: (count) => plural(count, 'Konto', 'Konten'),
	directory: (count) => `${formatCount(count)} im Verzeichnis`,
	customers: (count, own, all) =>
		`${plural(count, 'Kunde', 'Kunden')} von ${own === all ? ofDesks(own) : `${formatCount(own)} von ${ofDesks(all)}`}`,
	ended: (site) => `Der Snapshot von ${site} ist vollständig.`,
	endedWithGaps: (site) => `Der Abruf von ${site} ist beendet. Fehlende Daten stehen beim Snapshot.`,
	saved: (name) => `Gespeichert als ${name}. Die Datei enthält Namen und Adressen, aber kein Token.`,
	downloading: (name) => `${name} wird heruntergeladen. Die Datei enthält Namen und Adressen, aber kein Token.`,
};

export const pullWords: typeof en.pullWords = {
	title: (site) => `Snapshot von ${site} abrufen`,
	reads:
		'Der Abruf liest nur. An der Site ändert sich nichts. Große Sites dauern bis zu einer Stunde. Sie können währenddessen weiterarbeiten.',
	goesOn: (when) => `Setzt den Snapshot vom ${when} fort. Bereits abgerufene Daten bleiben erhalten.`,
	desks: 'Kunden von',
	allDesks: 'Alle Serviceprojekte',
	someDesks: 'Ausgewählte Serviceprojekte',
	someDesksText: 'Sie können Listen dann nur für diese Serviceprojekte prüfen.',
	loadingDesks: 'Serviceprojekte werden geladen…',
	noDesks: 'Dieses Konto sieht dort kein Serviceprojekt.',
	update: 'Aktualisieren: Daten unveränderter Personen behalten',
	updateText:
		'Listen werden neu gelesen. Daten unveränderter Personen bleiben mit ihrem ursprünglichen Datum erhalten. Das spart die meisten Aufrufe.',
	start: 'Abrufen',
	resume: 'Fortsetzen',
	pulling: 'Wird abgerufen',
	elsewhere: 'Ein anderer Invite Doctor auf diesem Rechner ruft ihn ab.',
	parts: (over, all) => `${formatCount(over)} von ${plural(all, 'Teil', 'Teilen')} gelesen`,
	part: (part, records, expected) =>
		`${part}: ${expected === null ? formatCount(records) : `${formatCount(records)} von ${formatCount(expected)}`}`,
	calls: (count) => plural(count, 'Aufruf', 'Aufrufe'),
	stop: 'Anhalten',
	stopOf: (site) => `Abruf von ${site} anhalten`,
	stopping: 'Wird angehalten…',
	stopped: 'Abruf angehalten.',
	kept: 'Die bisher abgerufenen Daten sind gespeichert. Der nächste Abruf macht dort weiter.',
};

/** Parts as a table and an enumeration call them. */
export const partTexts: typeof en.partTexts = {
	site: 'Site und angemeldetes Konto',
	organisation: 'Organisation',
	directories: 'Verzeichnisse',
	domains: 'verifizierte Domains',
	desks: 'Serviceprojekte',
	permission: 'Kundenberechtigungen',
	customers: 'Kunden',
	accounts: 'Konten der Site, auch Portalkonten',
	directory: 'Verzeichnis der Organisation',
	roles: 'Jira-Service-Management-Rollen',
	'role-assignments': 'Rollen einzelner Personen',
	manageable: 'wer Konten reaktivieren kann',
	export: 'Admin-Datei',
};

export const gapTexts: typeof en.gapTexts = {
	unfinished: 'unvollständig',
	refused: 'mit diesen Token nicht verfügbar',
	'not-asked': 'kein API-Schlüssel der Organisation',
};

/** How usable a snapshot is, in a word. */
export const standingTexts: typeof en.standingTexts = {
	whole: 'Vollständig',
	gaps: 'Vollständig bis auf abgelehnte Daten',
	incomplete: 'Unvollständig',
	pulling: 'Wird abgerufen',
	files: 'Admin-Dateien',
};

export const adminFileKindTexts: typeof en.adminFileKindTexts = {
	users: '„Export users“',
	managed: '„Export managed accounts“',
	domains: '„Export accounts“ der Domains',
	portal: '„Portal-only customers“',
};

export const coverageTexts: typeof en.coverageTexts = {
	all: 'vollständig',
	active: 'nur aktive Personen',
	unknown: 'Vollständigkeit unbekannt',
};
