import { formatCount, formatPercent, plural } from './numbers.ts';
import type * as en from '../en/snapshots.ts';

const desks = (count: number): string => plural(count, 'Serviceprojekt', 'Serviceprojekte');

/** After “von”. */
const ofDesks = (count: number): string => plural(count, 'Serviceprojekt', 'Serviceprojekten');

const people = (count: number): string => plural(count, 'Person', 'Personen');

/** What a person reads of snapshots. */
export const snapshotWords: typeof en.snapshotWords = {
	title: 'Snapshots',
	intro: 'Ein Snapshot enthält, was eine Diagnose von einer Site braucht: So lässt sich eine Liste ohne Netz und Token prüfen.',
	emptyTitle: 'Noch kein Snapshot',
	emptyText:
		'Ein Snapshot enthält, was eine Diagnose von einer Site braucht: ihre Konten, ihr Verzeichnis und wer Kunde welches Serviceprojekts ist. Listen lassen sich damit überall prüfen, ohne Netz und ohne Token. Er wird von der Site abgerufen oder entsteht aus Dateien, die ein Admin übergibt.',
	emptySites: 'Um einen abzurufen, fügen Sie zuerst die Site hinzu.',
	addSite: 'Site hinzufügen',
	addFile: 'Admin-Datei hinzufügen',
	open: 'Snapshot öffnen',
	opening: (percent) => `Die Datei wird gelesen, ${formatPercent(percent)}`,
	checking: 'Der Inhalt wird geprüft…',
	opened: (site) => `Der Snapshot von ${site} ist jetzt hier.`,
	none: 'Von dieser Site gibt es noch keinen Snapshot.',
	notStored: 'Diese Site gehört nicht zu Ihren Sites: Ihre Snapshots lassen sich verwenden, aber nicht neu abrufen.',
	pull: 'Snapshot abrufen…',
	goOn: 'Abruf fortsetzen…',
	check: 'Liste dagegen prüfen',
	saveAs: 'Datei speichern',
	remove: 'Entfernen…',
	of: (when) => `Snapshot vom ${when}`,
	actionOf: (action, when) => `${action.replace(/…$/, '')}: Snapshot vom ${when}`,
	removeTitle: 'Diesen Snapshot entfernen?',
	removeText: (when) =>
		`Der Snapshot vom ${when} wird von diesem Rechner gelöscht. Prüfläufe, die ihn verwendet haben, behalten ihre Befunde.`,
	removeButton: 'Snapshot entfernen',
	keep: 'Behalten',
	removed: 'Der Snapshot wurde entfernt.',
	unusableTitle: 'Dateien, die sich nicht verwenden lassen',
	unusableFile: (id) => `${id}.sqlite`,
	removeFile: (id) => `${id}.sqlite entfernen`,
	removeFileText: (id) => `Die Datei ${id}.sqlite wird aus dem Ordner der Snapshots gelöscht.`,
	contents: 'Was er enthält',
	missing: 'Was fehlt',
	gap: (part, keys, more, why) => {
		const of = keys.length === 0 ? '' : ` (${keys.join(', ')}${more > 0 ? ` und ${formatCount(more)} weitere` : ''})`;
		return `${part}${of}: ${why}`;
	},
	export: (kind, day, count, coverage) => `${kind} vom ${day}: ${people(count)}, ${coverage}`,
	unreadable: (lines) =>
		`${plural(lines, 'Zeile hat eine Adresse, die niemand lesen kann', 'Zeilen haben Adressen, die niemand lesen kann')}: Jede kann jedem gehören.`,
	table: { part: 'Teil', records: 'Einträge', from: 'Abgerufen mit', read: 'Gelesen' },
	declared: 'Von jemandem angegeben',
	until: (from, to) => (from === to ? from : `${from} – ${to}`),
	partOf: (part, count) => `${part} (${desks(count)})`,
	accounts: (count) => plural(count, 'Konto', 'Konten'),
	directory: (count) => `${formatCount(count)} im Verzeichnis`,
	customers: (count, own, all) =>
		`${plural(count, 'Kunde', 'Kunden')} von ${own === all ? ofDesks(own) : `${formatCount(own)} von ${ofDesks(all)}`}`,
	ended: (site) => `Der Snapshot von ${site} ist vollständig.`,
	endedWithGaps: (site) => `Der Abruf von ${site} ist beendet; was fehlt, steht beim Snapshot.`,
	saved: (name) => `Gespeichert als ${name}. Die Datei enthält Namen und Adressen der Personen der Site und kein Token.`,
	downloading: (name) => `${name} wird heruntergeladen. Die Datei enthält Namen und Adressen der Personen der Site und kein Token.`,
};

export const pullWords: typeof en.pullWords = {
	title: (site) => `Snapshot von ${site} abrufen`,
	reads:
		'Es wird nur gelesen; an der Site wird nichts geändert. Bei einer großen Site dauert es Minuten bis zu einer Stunde; der Abruf geht weiter, während Sie hier anderes tun.',
	goesOn: (when) => `Setzt den Snapshot vom ${when} fort: Was schon abgerufen ist, wird nicht noch einmal gefragt.`,
	desks: 'Serviceprojekte, deren Kunden gelesen werden',
	allDesks: 'Alle Serviceprojekte',
	someDesks: 'Nur einige davon',
	someDesksText: 'Listen lassen sich dann nur für diese prüfen.',
	loadingDesks: 'Die Serviceprojekte der Site werden abgefragt…',
	noDesks: 'Dieses Konto sieht dort kein Serviceprojekt.',
	update: 'Aktualisieren: Antworten zu Personen behalten, deren Eintrag sich nicht geändert hat',
	updateText:
		'Listen werden trotzdem neu gelesen; Antworten zu einzelnen Personen behalten den Zeitpunkt, zu dem sie gegeben wurden. Spart die meisten Aufrufe.',
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
	stopped: 'Der Abruf wurde auf Ihren Wunsch angehalten.',
	kept: 'Was abgerufen ist, bleibt erhalten; der nächste Abruf macht damit weiter.',
};

/** Parts as a table and an enumeration call them. */
export const partTexts: typeof en.partTexts = {
	site: 'die Site selbst und das Konto, das gefragt hat',
	organisation: 'die Organisation',
	directories: 'die Namen ihrer Verzeichnisse',
	domains: 'verifizierte Domains',
	desks: 'Serviceprojekte',
	permission: 'was Kunden dürfen',
	customers: 'Kunden',
	accounts: 'die Konten der Site, auch Portalkonten',
	directory: 'das Verzeichnis der Organisation',
	roles: 'wer eine Rolle in Service Management hat',
	'role-assignments': 'Rollen einzelner Personen',
	manageable: 'wer ein Konto wieder einschalten darf',
	export: 'eine Datei eines Admins',
};

export const gapTexts: typeof en.gapTexts = {
	unfinished: 'nicht bis zum Ende gelesen',
	refused: 'die Site verrät es mit diesen Token nicht',
	'not-asked': 'dafür fehlte der API-Schlüssel der Organisation',
};

/** How usable a snapshot is, in a word. */
export const standingTexts: typeof en.standingTexts = {
	whole: 'Vollständig',
	gaps: 'Vollständig bis auf Verweigertes',
	incomplete: 'Unvollständig',
	pulling: 'Wird abgerufen',
	files: 'Dateien eines Admins',
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
	unknown: 'ob vollständig, ist nicht bekannt',
};
