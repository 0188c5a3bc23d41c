import { formatCount, plural } from './numbers.ts';
import type * as en from '../en/admin-files.ts';

/** What a person reads while a file of an admin's is added to a snapshot. */
export const adminFileWords: typeof en.adminFileWords = {
	title: 'Datei eines Admins hinzufügen',
	intro:
		'„Export users“, „Export managed accounts“ und „Export accounts“ der Domains von admin.atlassian.com sowie die Tabelle der Seite „Portal-only customers“. Niemand muss dafür ein Token geben.',
	back: 'Snapshots',
	drop: 'Datei hier ablegen oder auswählen',
	dropNow: 'Loslassen zum Öffnen',
	dropHint: 'CSV, Arbeitsmappe (.xlsx) oder gespeicherte Seite, bis 64 MB. Sie bleibt auf diesem Rechner.',
	choose: 'Datei auswählen',
	opening: 'Die Datei wird gelesen…',
	paste: 'Oder die Tabelle der Seite einfügen',
	pasteHint:
		'Markieren Sie die ganze Seite „Portal-only customers“, kopieren Sie sie, und fügen Sie sie hier ein. Strg+V funktioniert überall auf dieser Seite.',
	pasteButton: 'Eingefügte Tabelle öffnen',
	pastedName: 'Eingefügte Tabelle',
	startOver: 'Andere Datei wählen',
	recognised: 'Was es ist',
	people: (count) => `${plural(count, 'Person', 'Personen')} darin`,
	remembered: 'Gelesen wie die letzte Datei mit dieser Kopfzeile.',
	kind: 'Art der Datei',
	chooseKind: 'Art wählen',
	kindHint: 'Was eine Datei belegt, hängt davon ab, was sie ist.',
	columns: 'Spalten',
	columnsHint: 'Auf diesen beruhen Befunde. Jede andere Spalte bleibt unbeachtet.',
	noColumn: 'keine Spalte',
	chooseColumn: 'Spalte wählen',
	lines: 'Der Text wurde von einer Seite kopiert, jede Zelle auf einer eigenen Zeile: Spalten gibt es nicht zu wählen.',
	sample: 'Erste Zeilen der Datei',
	values: 'Werte, deren Bedeutung noch niemand gesagt hat',
	valuesHint: 'Einmal genügt: Für die nächste Datei mit dieser Kopfzeile wird es gemerkt.',
	quoted: (value) => `„${value}“`,
	nothing: 'Kein Wert',
	where: ({ column, count, line }) =>
		`${column === '' ? '' : `in ${column}, `}${plural(count, 'Zeile', 'Zeilen')}, zuerst in Zeile ${formatCount(line)}`,
	chooseMeaning: 'Bedeutung wählen',
	moreValues: (count) =>
		`und ${plural(count, 'weiterer Wert', 'weitere Werte')}. So viele heißt meist, dass eine andere Spalte gemeint ist: Wählen Sie sie oben.`,
	when: 'Von wann die Datei ist',
	taken: 'Tag',
	takenByName: 'Wie der Name der Datei es sagt.',
	takenByFile: 'Wie die Datei selbst es sagt: der Tag, an dem sie zuletzt gespeichert wurde. Berichtigen Sie ihn, wenn sie kopiert wurde.',
	coverage: 'Wen sie enthält',
	into: 'Wohin sie gehört',
	which: 'In welchen Snapshot',
	existing: 'In einen vorhandenen',
	fresh: 'In einen neuen',
	snapshot: 'Snapshot',
	option: (site, when) => `${site} · ${when}`,
	site: 'Von der Site',
	otherSite: 'andere Site…',
	address: 'Adresse der Site',
	addressHint: 'ihre-site.atlassian.net',
	verified: 'Verifizierte Domains der Organisation',
	verifiedHint: 'Falls jemand sie Ihnen alle nennt: eine je Zeile. Sie zeigen, wem ein abgeschaltetes Konto gehört. Leer: nicht bekannt.',
	add: 'Zum Snapshot hinzufügen',
	open: {
		kind: 'Geben Sie an, welche Art von Datei es ist.',
		columns: 'Wählen Sie die Spalten, die fehlen.',
		values: 'Geben Sie an, was die Werte bedeuten.',
		day: 'Geben Sie den Tag an, von dem sie ist.',
		site: 'Geben Sie die Adresse der Site ein.',
	},
	added: (name, site) => `${name} wurde zum Snapshot von ${site} hinzugefügt.`,
	addedHint: 'Keine solche Datei sagt, wer Kunde eines Serviceprojekts ist: Was darauf beruht, ist höchstens vermutet.',
	another: 'Noch eine Datei hinzufügen',
	check: 'Liste dagegen prüfen',
	toSnapshots: 'Zu den Snapshots',
};

export const kindHints: typeof en.kindHints = {
	users: 'Alle im Verzeichnis der Organisation („Directory“ › „Users“ › „Export users“)',
	managed: 'Die Konten, die die Organisation verwaltet („Directory“ › „Managed accounts“ › „Export accounts“)',
	domains: 'Die Konten ihrer verifizierten Domains („Directory“ › „Domains“ › „Export accounts“), mit „Claimed“',
	portal: 'Die Tabelle der Seite „Portal-only customers“',
};

/** The columns a verdict rests on, in the order they are asked for. */
export const roleTexts: typeof en.roleTexts = {
	address: 'E-Mail-Adresse',
	status: 'Status',
	'service-management': 'Darf Service Management nutzen',
	claimed: 'Von einer Organisation beansprucht',
	managed: 'Verwaltet',
	'email-verified': 'E-Mail bestätigt',
};

export const meaningTexts: typeof en.meaningTexts = {
	active: 'aktiv',
	suspended: 'Zugriff hier gesperrt',
	deactivated: 'Konto abgeschaltet',
	inactive: 'aus, ohne Angabe, wie',
	invited: 'eingeladen, noch nicht angenommen',
	'not-invited': 'nicht eingeladen',
	'for-deletion': 'wird gelöscht',
	elsewhere: 'von einer anderen Organisation beansprucht',
	here: 'von dieser Organisation beansprucht',
	'not-elsewhere': 'von keiner anderen Organisation beansprucht',
	managed: 'von dieser Organisation verwaltet',
	'not-managed': 'nicht von ihr verwaltet',
	verified: 'E-Mail-Adresse bestätigt',
	'not-verified': 'E-Mail-Adresse nicht bestätigt',
	access: 'darf Service Management nutzen',
	'no-access': 'darf es nicht nutzen',
	unknown: 'sagt nichts',
};

export const coverageChoices: typeof en.coverageChoices = {
	all: { label: 'Alle, die es gibt', what: 'Nur dann gilt: Wer nicht darin ist, den gibt es dort nicht.' },
	active: { label: 'Nur aktive Personen', what: 'Wer nicht darin ist, kann abgeschaltet sein oder fehlen.' },
	unknown: { label: 'Nicht bekannt', what: 'Wer nicht darin ist, bleibt offen.' },
};

const firstLine = (line: unknown): string => `zuerst in Zeile ${formatCount(Number(line))}`;

export const noticeTexts: typeof en.noticeTexts = {
	'other-site': ({ column }) => ({
		happened: `Die Spalte ${String(column)} gehört offenbar zu einer anderen Site; wer Service Management nutzen darf, ist also nicht bekannt.`,
		next: {
			window: 'Wählen Sie sie unten, falls sie zu dieser Site gehört.',
			commandLine: `Gehört sie zu dieser Site, geben Sie es an: --map "service-management=${String(column)}".`,
		},
	}),
	'which-site': ({ columns, column }) => ({
		happened: `Welche der Spalten ${String(columns)} zu dieser Site gehört, ist nicht zu erkennen; wer Service Management nutzen darf, ist also nicht bekannt.`,
		next: { window: 'Wählen Sie sie unten.', commandLine: `Geben Sie sie an, z. B. --map "service-management=${String(column)}".` },
	}),
	'no-access-column': () => ({
		happened: 'Keine Spalte sagt, wer Service Management nutzen darf: Aktive Personen ohne Zugriff sind nicht zu erkennen.',
		next: '„Export users“ mit Produktzugriff hat eine solche Spalte.',
	}),
	'unreadable-lines': ({ count, line }) => ({
		happened: `${plural(Number(count), 'Zeile enthält eine Adresse, die niemand lesen kann', 'Zeilen enthalten Adressen, die niemand lesen kann')} (${firstLine(line)}): Jede davon kann jedem gehören; wer nicht gefunden wird, bleibt also offen.`,
	}),
	'shows-part': ({ shown, total }) => ({
		happened: `Sie enthält ${formatCount(Number(shown))} der ${formatCount(Number(total))} Personen, von denen sie spricht.`,
	}),
	'more-cells': ({ count, line }) => ({
		happened: `${plural(Number(count), 'Zeile hat', 'Zeilen haben')} mehr Zellen als Titel (${firstLine(line)}): Prüfen Sie, ob jeder Wert in seiner Spalte steht.`,
	}),
	'contradicting-lines': ({ count, line, other }) => ({
		happened: `${plural(Number(count), 'Adresse steht', 'Adressen stehen')} in Zeilen, die einander widersprechen (zuerst in den Zeilen ${formatCount(Number(line))} und ${formatCount(Number(other))}): Für sie wird nichts geschlossen.`,
	}),
};
