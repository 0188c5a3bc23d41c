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
		question: 'Zeigt die Kundenliste eines Serviceprojekts, nach einer Adresse gefragt, inaktive Kunden?',
		source: 'Die Kundenliste eines Serviceprojekts',
	},
	'open-desk-keeps-list': {
		question: 'Führt ein Serviceprojekt, das allen offensteht, eine Liste seiner Kunden?',
		source: 'Ob jemand, den es nicht aufführt, Anfragen stellen darf, verglichen mit seiner Kundenliste',
	},
	'reporter-finds-inactive': {
		question: 'Findet eine Suche nach dem Autor inaktive Portalkonten?',
		source: 'Eine Suche nach Anfragen eines Autors, verglichen mit einer Adresse, die niemand hat',
	},
	'approved-domains-readable': {
		question: 'Lassen sich die genehmigten Domains lesen?',
		source: 'Die App-Zugriffseinstellungen der Organisation, sofern sie noch antworten',
	},
	'filters-combine': {
		question: 'Lässt sich das Verzeichnis zugleich nach Adresse und Rolle durchsuchen?',
		source: 'Die Benutzersuche der Organisation',
	},
	'creation-answers': {
		question: 'Was antwortet die Site, wenn ein Konto angelegt wird?',
		source: 'Behebungen, die hier ausgeführt wurden',
	},
	'creation-obeys-access': {
		question: 'Richtet sich das Anlegen von Konten nach „Internal“ und „External“?',
		source: 'Behebungen, die hier ausgeführt wurden, verglichen mit dem, was angegeben wurde',
	},
	'export-headers': {
		question: 'Welche Spalten haben Exporte von Atlassian?',
		source: 'Exportdateien, die importiert werden',
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
		`${plural(kept, 'Versuch endete', 'Versuche endeten')} wie angegeben; angelegt: ${plural(atlassianAccounts, 'Atlassian-Konto', 'Atlassian-Konten')}.`,
	'creation-answers': ({ cause, status, times }) =>
		`${cause === null ? 'Keine Ursache' : causeTexts[cause].label}: Antwort ${status}, ${plural(times, 'Mal', 'Mal')}`,
};

export const probeReasons: typeof en.probeReasons = {
	'not-seen': () => 'Wer zu sehen sein müsste, war nicht da.',
	'some-missing': ({ missing }) => `${plural(missing, 'Kunde der Serviceprojekte fehlt', 'Kunden der Serviceprojekte fehlen')} dort.`,
	'nobody-to-tell-by': () => 'Auf dieser Site gibt es niemanden, an dem es sich erkennen ließe.',
	'list-empty': () => 'Ein offenes Serviceprojekt führt niemanden auf; daran lässt es sich nicht erkennen.',
	'no-open-desk': () => 'Es wurde kein Serviceprojekt gefunden, in dem jemand Anfragen stellen darf, der nicht hinzugefügt wurde.',
	'not-answered': () => 'Die Site gab keine brauchbare Antwort.',
	refused: () => 'Die Site hat die Frage abgelehnt.',
	'missing-scope': () => 'Die Berechtigungen des Organisationsschlüssels schließen das nicht ein.',
	'no-org-key': () => 'Für diese Site gibt es keinen API-Schlüssel der Organisation.',
	'too-many': ({ domains }) => `${plural(domains, 'Domain', 'Domains')}: zu viele, um sie einzeln zu lesen.`,
	'not-told-apart': () => 'Auch Adressen, die niemand hat, werden gefunden; das sagt also nichts.',
	'nothing-watched': () => 'Nur echte Behebungen zeigen es, und hier wurde noch keine ausgeführt.',
	contradicted: ({ broken }) => `${plural(broken, 'Versuch endete', 'Versuche endeten')} anders als angegeben.`,
	'shown-on-import': () => 'Ein Import zeigt es und fragt nach, wo er es nicht erkennt.',
	'would-change-the-site': () => 'Danach zu fragen würde die Site ändern, deshalb fragt niemand.',
};

export const probeWords: typeof en.probeWords = {
	title: 'Was diese Site zu sehen gibt',
	intro: 'Sites zeigen Unterschiedliches. Ein Prüflauf sucht dort, wo diese Site bisher geantwortet hat.',
	again: 'Site erneut fragen',
	ask: 'Site fragen',
	emptyTitle: 'Diese Site wurde noch nie gefragt',
	emptyText:
		'Dabei werden etwa zwanzig lesende Anfragen gestellt: nach einigen Benutzern, Kunden und Domains; geändert wird nichts. Die Antworten bleiben, und jeder spätere Prüflauf weiß, wo er suchen muss.',
	table: 'Was diese Site zu sehen gibt',
	columns: { question: 'Frage', answer: 'Antwort', source: 'Quelle', at: 'Wann' },
	/** Beside questions that no request answers. */
	kinds: {
		watching: 'Das beantworten nur echte Behebungen',
		importing: 'Das beantwortet nur ein Import',
		never: 'Wird nie gefragt',
	},
	asked: (site) => `${site} wurde gefragt, was sie zu sehen gibt.`,
};
