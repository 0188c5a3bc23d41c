import { largestFileMb } from '../../file-size.ts';
import { formatCount, plural } from './numbers.ts';
import type * as en from '../en/admin-files.ts';

/** What a person reads while a file of an admin's is added to a snapshot. */
export const adminFileWords: typeof en.adminFileWords = {
	takeOut: {
		button: 'Entfernen',
		of: (name) => `${name} entfernen`,
		title: 'Diese Datei aus dem Snapshot entfernen?',
		text: (name, people) =>
			`„${name}“ mit ${plural(people, 'Person', 'Personen')} wird aus dem Snapshot entfernt. Prüfläufe, die ihn verwendet haben, bleiben erhalten, können aber nicht fortgesetzt werden.`,
		done: (name) => `„${name}“ wurde entfernt.`,
	},
	title: 'Admin-Datei hinzufügen',
	intro:
		'„Export users“, „Export managed accounts“ und „Export accounts“ der Domains von admin.atlassian.com sowie die Tabelle der Seite „Portal-only customers“. Kein Token nötig.',
	back: 'Snapshots',
	drop: 'Datei hier ablegen oder auswählen',
	dropNow: 'Zum Öffnen ablegen',
	dropHint: `CSV, Arbeitsmappe (Excel, OpenDocument, Numbers) oder gespeicherte Seite, bis ${largestFileMb} MB. Sie bleibt auf diesem Rechner.`,
	choose: 'Datei auswählen',
	opening: 'Die Datei wird gelesen…',
	paste: 'Oder die Tabelle der Seite einfügen',
	pasteHint:
		'Markieren Sie die ganze Seite „Portal-only customers“, kopieren Sie sie und fügen Sie sie hier ein. Strg+V funktioniert überall auf dieser Seite.',
	pasteButton: 'Eingefügte Tabelle öffnen',
	pastedName: 'Eingefügte Tabelle',
	startOver: 'Andere Datei wählen',
	recognised: 'Datei',
	people: (count) => plural(count, 'Person', 'Personen'),
	remembered: 'Gleiche Einstellungen wie bei der letzten Datei mit dieser Kopfzeile.',
	kind: 'Art der Datei',
	chooseKind: 'Art wählen',
	kindHint: 'Die Art der Datei bestimmt, was sie belegen kann.',
	columns: 'Spalten',
	columnsHint: 'Nur Spalten, die Befunde verwenden. Andere Spalten werden ignoriert.',
	noColumn: 'keine Spalte',
	chooseColumn: 'Spalte wählen',
	lines: 'Von einer Seite kopiert, eine Zelle pro Zeile. Es gibt keine Spalten zu wählen.',
	sample: 'Erste Zeilen der Datei',
	values: 'Unbekannte Werte',
	valuesHint: 'Wählen Sie einmal eine Bedeutung. Sie wird für die nächste Datei mit dieser Kopfzeile gespeichert.',
	quoted: (value) => `„${value}“`,
	nothing: 'Kein Wert',
	where: ({ column, count, line }) =>
		`${column === '' ? '' : `in ${column}, `}${plural(count, 'Zeile', 'Zeilen')}, zuerst in Zeile ${formatCount(line)}`,
	chooseMeaning: 'Bedeutung wählen',
	moreValues: (count) =>
		`und ${plural(count, 'weiterer Wert', 'weitere Werte')}. So viele deuten oft auf die falsche Spalte hin: Wählen Sie oben eine andere.`,
	when: 'Exportdatum',
	taken: 'Tag',
	takenByName: 'Aus dem Dateinamen.',
	takenByFile: 'Der Tag, an dem die Datei zuletzt gespeichert wurde. Korrigieren Sie ihn, falls sie kopiert wurde.',
	coverage: 'Enthaltene Personen',
	into: 'Ziel',
	which: 'Hinzufügen zu',
	existing: 'Einem vorhandenen Snapshot',
	fresh: 'Einem neuen Snapshot',
	snapshot: 'Snapshot',
	option: (site, when) => `${site} · ${when}`,
	site: 'Site',
	otherSite: 'andere Site…',
	address: 'Adresse der Site',
	addressHint: 'ihre-site.atlassian.net',
	verified: 'Verifizierte Domains der Organisation',
	verifiedHint: 'Eine pro Zeile, nur wenn Sie alle kennen. Damit lässt sich der Eigentümer deaktivierter Konten finden.',
	add: 'Zum Snapshot hinzufügen',
	open: {
		kind: 'Wählen Sie die Art der Datei.',
		columns: 'Wählen Sie die fehlenden Spalten.',
		values: 'Wählen Sie, was die Werte bedeuten.',
		day: 'Geben Sie das Exportdatum ein.',
		site: 'Geben Sie die Adresse der Site ein.',
	},
	added: (name, site) => `${name} zum Snapshot von ${site} hinzugefügt.`,
	addedHint: 'Admin-Dateien nennen keine Kunden eines Serviceprojekts. Befunde, die davon abhängen, sind vermutet und nie belegt.',
	another: 'Noch eine Datei hinzufügen',
	check: 'Liste dagegen prüfen',
	toSnapshots: 'Snapshots ansehen',
};

export const kindHints: typeof en.kindHints = {
	users: 'Alle im Verzeichnis der Organisation („Directory“ › „Users“ › „Export users“)',
	managed: 'Die Konten, die die Organisation verwaltet („Directory“ › „Managed accounts“ › „Export accounts“)',
	domains: 'Die Konten ihrer verifizierten Domains („Settings“ › „Domains“ › „Actions“ › „Export accounts“), mit „Claimed“',
	portal: 'Die Tabelle der Seite „Portal-only customers“',
};

/** The columns a verdict rests on, in the order they are asked for. */
export const roleTexts: typeof en.roleTexts = {
	address: 'E-Mail-Adresse',
	status: 'Status',
	'service-management': 'JSM-Zugriff',
	claimed: 'Von einer Organisation beansprucht',
	managed: 'Verwaltet',
	'email-verified': 'E-Mail bestätigt',
};

export const meaningTexts: typeof en.meaningTexts = {
	active: 'aktiv',
	suspended: 'Zugriff gesperrt',
	deactivated: 'Konto deaktiviert',
	inactive: 'gesperrt oder deaktiviert',
	invited: 'eingeladen, Einladung noch offen',
	'not-invited': 'nicht eingeladen',
	'for-deletion': 'zur Löschung vorgemerkt',
	elsewhere: 'von einer anderen Organisation beansprucht',
	here: 'von dieser Organisation beansprucht',
	'not-elsewhere': 'von keiner anderen Organisation beansprucht',
	managed: 'von dieser Organisation verwaltet',
	'not-managed': 'nicht von dieser Organisation verwaltet',
	verified: 'E-Mail-Adresse bestätigt',
	'not-verified': 'E-Mail-Adresse nicht bestätigt',
	access: 'hat JSM-Zugriff',
	'no-access': 'kein JSM-Zugriff',
	unknown: 'ignorieren',
};

export const coverageChoices: typeof en.coverageChoices = {
	all: { label: 'Alle', what: 'Personen, die nicht in der Datei sind, gibt es dort nicht.' },
	active: { label: 'Nur aktive Personen', what: 'Personen, die nicht in der Datei sind, können deaktiviert sein oder fehlen.' },
	unknown: { label: 'Nicht bekannt', what: 'Personen, die nicht in der Datei sind, bleiben unbekannt.' },
};

const firstLine = (line: unknown): string => `zuerst in Zeile ${formatCount(Number(line))}`;

export const noticeTexts: typeof en.noticeTexts = {
	'other-client': ({ domain, site, client }) => ({
		happened: `Diese Datei sieht nach ${String(client) === '' ? String(site) : `${String(client)} (${String(site)})`} aus: Viele ihrer Personen haben Adressen von ${String(domain)}.`,
		next: 'Prüfen Sie, ob sie zur richtigen Site kommt.',
	}),
	'other-sites': ({ sites }) => ({
		happened: `Die Spalten nennen eine andere Site: ${String(sites)}.`,
		next: 'Prüfen Sie, ob die Datei zur richtigen Site kommt.',
	}),
	'other-site': ({ column }) => ({
		happened: `Die Spalte ${String(column)} gehört offenbar zu einer anderen Site. Der JSM-Zugriff ist unbekannt.`,
		next: {
			window: 'Falls sie zu dieser Site gehört, wählen Sie sie unten.',
			commandLine: `Falls sie zu dieser Site gehört, ergänzen Sie --map "service-management=${String(column)}".`,
		},
	}),
	'which-site': ({ columns, column }) => ({
		happened: `Mehrere Spalten können zu dieser Site gehören: ${String(columns)}. Der JSM-Zugriff ist unbekannt.`,
		next: { window: 'Wählen Sie unten eine aus.', commandLine: `Wählen Sie eine, z. B. --map "service-management=${String(column)}".` },
	}),
	'no-access-column': () => ({
		happened: 'Keine Spalte zeigt den JSM-Zugriff. Aktive Personen ohne Zugriff sind nicht erkennbar.',
		next: '„Export users“ mit Produktzugriff enthält diese Spalte.',
	}),
	'unreadable-lines': ({ count, line }) => ({
		happened: `${plural(Number(count), 'Zeile hat eine unlesbare Adresse', 'Zeilen haben unlesbare Adressen')} (${firstLine(line)}). Nicht gefundene Personen bleiben unbekannt.`,
	}),
	'shows-part': ({ shown, total }) => ({
		happened: `Sie enthält ${formatCount(Number(shown))} von ${formatCount(Number(total))} Personen.`,
	}),
	'more-cells': ({ count, line }) => ({
		happened: `${plural(Number(count), 'Zeile hat', 'Zeilen haben')} mehr Zellen als Titel (${firstLine(line)}): Prüfen Sie, ob jeder Wert in seiner Spalte steht.`,
	}),
	'contradicting-lines': ({ count, line, other }) => ({
		happened: `${plural(Number(count), 'Adresse hat', 'Adressen haben')} widersprüchliche Zeilen (zuerst Zeilen ${formatCount(Number(line))} und ${formatCount(Number(other))}) und ${Number(count) === 1 ? 'wird' : 'werden'} ignoriert.`,
	}),
};
