import { formatCount, plural } from './numbers.ts';
import type * as en from '../en/probes.ts';
import { causeTexts } from './causes.ts';

/** What a site lets us see, question by question. `source`: where an answer comes from. */
export const probeTexts: typeof en.probeTexts = {
	'sweep-shows-portal-only': {
		question: 'Zeigt die Liste aller Benutzer auch Portalkonten?',
		source: 'Die Benutzerliste der Site, verglichen mit den Kunden ihrer Serviceprojekte',
	},
	'desk-shows-inactive': {
		question: 'Zeigt die Kundenliste eines Serviceprojekts, bei Suche nach einer Adresse, inaktive Kunden?',
		source: 'Die Kundenliste eines Serviceprojekts',
	},
	'open-desk-keeps-list': {
		question: 'Führt ein Serviceprojekt, das allen offensteht, eine Liste seiner Kunden?',
		source: 'Ob jemand, den es nicht aufführt, Anfragen stellen darf, verglichen mit seiner Kundenliste',
	},
	'reporter-finds-inactive': {
		question: 'Findet eine Suche nach dem Autor inaktive Portalkonten?',
		source: 'Eine Suche nach Anfragen eines Autors, verglichen mit einer unbenutzten Adresse',
	},
	'approved-domains-readable': {
		question: 'Lassen sich die genehmigten Domains lesen?',
		source: 'Die App-Zugriffseinstellungen der Organisation, sofern verfügbar',
	},
	'filters-combine': {
		question: 'Lässt sich das Verzeichnis zugleich nach Adresse und Rolle durchsuchen?',
		source: 'Die Benutzersuche der Organisation',
	},
	'creation-answers': {
		question: 'Was antwortet die Site beim Erstellen eines Kontos?',
		source: 'Hier ausgeführte Behebungen',
	},
	'creation-obeys-access': {
		question: 'Richtet sich das Erstellen von Konten nach „Internal“ und „External“?',
		source: 'Hier ausgeführte Behebungen, verglichen mit dem angegebenen Kundenzugang',
	},
	'export-headers': {
		question: 'Welche Spalten haben Exporte von Atlassian?',
		source: 'Importierte Exportdateien',
	},
	'restore-everywhere': {
		question: 'Lässt sich der Zugriff wiederherstellen, ohne das Verzeichnis zu nennen?',
		source: 'Keine: Invite Doctor nennt immer das Verzeichnis',
	},
};

export const probeAnswers: typeof en.probeAnswers = { yes: 'Ja', no: 'Nein', open: 'Nicht bekannt' };

/** What an answer rests on where it was seen: numbers and names. */
export const probeSeen: typeof en.probeSeen = {
	'sweep-shows-portal-only': ({ accounts, portalOnly, withAddress }) =>
		`${formatCount(portalOnly)} von ${plural(accounts, 'Konto', 'Konten')} sind Portalkonten, ${formatCount(withAddress)} davon mit ihrer Adresse.`,
	'approved-domains-readable': (approved) =>
		approved.length === 0
			? 'Für Jira Service Management ist keine Domain genehmigt.'
			: `Für Jira Service Management genehmigt: ${approved.join(', ')}.`,
	'creation-obeys-access': ({ kept, atlassianAccounts }) =>
		`${plural(kept, 'Versuch', 'Versuche')} wie angegeben; erstellt: ${plural(atlassianAccounts, 'Atlassian-Konto', 'Atlassian-Konten')}.`,
	'creation-answers': ({ cause, status, times }) =>
		`${cause === null ? 'Keine Ursache' : causeTexts[cause].label}: Antwort ${status}, ${plural(times, 'Mal', 'Mal')}`,
};

export const probeReasons: typeof en.probeReasons = {
	'not-seen': () => 'Eine bekannte Person wurde nicht gefunden.',
	'some-missing': ({ missing }) => `${plural(missing, 'Kunde der Serviceprojekte fehlt', 'Kunden der Serviceprojekte fehlen')}.`,
	'nobody-to-tell-by': () => 'Keine geeignete Person für den Test auf dieser Site.',
	'list-empty': () => 'Ein offenes Serviceprojekt führt niemanden auf und zeigt daher nichts.',
	'no-open-desk': () => 'Es wurde kein Serviceprojekt gefunden, in dem jemand Anfragen stellen darf, der nicht hinzugefügt wurde.',
	'not-answered': () => 'Die Site gab keine brauchbare Antwort.',
	refused: () => 'Die Site hat die Anfrage abgelehnt.',
	'missing-scope': () => 'Die Scopes des API-Schlüssels der Organisation decken das nicht ab.',
	'no-org-key': () => 'Kein API-Schlüssel der Organisation für diese Site.',
	'too-many': ({ domains }) => `${plural(domains, 'Domain', 'Domains')}: zu viele, um sie einzeln zu lesen.`,
	'not-told-apart': () => 'Die Suche findet auch unbenutzte Adressen und belegt daher nichts.',
	'nothing-watched': () => 'Nur echte Behebungen zeigen das. Hier wurde noch keine ausgeführt.',
	contradicted: ({ broken }) => `${plural(broken, 'Versuch endete', 'Versuche endeten')} anders als angegeben.`,
	'shown-on-import': () => 'Ein Import zeigt es.',
	'would-change-the-site': () => 'Nicht getestet, weil der Test die Site ändern würde.',
};

export const probeWords: typeof en.probeWords = {
	title: 'Verfügbare Daten',
	intro: 'Sites liefern unterschiedliche Daten. Prüfläufe verwenden die Quellen, die auf dieser Site funktionieren.',
	again: 'Erneut prüfen',
	ask: 'Site prüfen',
	emptyTitle: 'Noch nicht geprüft',
	emptyText:
		'Die Prüfung sendet etwa zwanzig Leseanfragen zu einigen Benutzern, Kunden und Domains. Sie ändert nichts. Spätere Prüfläufe verwenden das Ergebnis.',
	table: 'Verfügbare Daten',
	columns: { question: 'Frage', answer: 'Antwort', source: 'Quelle', at: 'Wann' },
	/** Beside questions that no request answers. */
	kinds: {
		watching: 'Nur durch echte Behebungen beantwortbar',
		importing: 'Nur durch einen Import beantwortbar',
		never: 'Wird nie getestet',
	},
	asked: (site) => `Verfügbare Daten von ${site} geprüft.`,
};
