import { formatCount, plural } from './numbers.ts';
import type * as en from '../en/access.ts';

const addresses = (count: number): string => plural(count, 'neuen Adresse', 'neuen Adressen');
const domains = (count: number): string => plural(count, 'Domain', 'Domains');

/** Customer access of a site: what is known of it, and saying what the page shows. */
export const accessWords: typeof en.accessWords = {
	title: 'Kundenzugang („Customer access“)',
	intro:
		'Atlassian bietet für diese Einstellung keine verlässliche API. Neue Prüfläufe verwenden die Einstellungen unten, sofern Sie beim Import keine anderen eingeben.',
	known: 'Aktuelle Einstellungen',
	settings: { internal: 'Internal', approvedDomains: 'Genehmigte Domains', external: 'External', allowedDomains: 'Zugelassene Domains' },
	states: { on: 'Ein', off: 'Aus', unknown: 'Unbekannt' },
	anyDomain: 'Jede Domain',
	noDomain: 'Keine',
	origins: { declared: 'angegeben', read: 'von der Organisation gelesen' },
	origin: (origin, when) => `${origin}, ${when}`,
	saidBy: (when, user, account) => `Angegeben am ${when} von ${user}${account === null ? '' : `, für das Konto ${account}`}.`,
	takenBack: (when, user) => `Am ${when} von ${user} gelöscht.`,
	neverSaid: 'Noch nicht angegeben.',
	earlier: (count) => plural(count, 'frühere Angabe', 'frühere Angaben'),
	earlierOne: (when, user, account) => `${when}, ${user}${account === null ? '' : ` (${account})`}`,
	nothingSaid: 'Alle Einstellungen unbekannt',
	setting: (label, value) => `${label}: ${value}`,
	inference: {
		title: 'Aus Ablehnungen geschlossen',
		closed: ({ refused, tried, domains: count }) =>
			`${formatCount(refused)} von ${addresses(tried)} aus ${domains(count)} wurden abgelehnt: „Internal“ und „External“ sind offenbar aus.`,
		'external-only': ({ tried, domains: count }) =>
			`Zu allen ${addresses(tried)} aus ${domains(count)} entstanden Portalkonten: „External“ ist offenbar ein, „Internal“ aus.`,
		'by-domain': ({ refused, tried, domains: count }) =>
			`Die Ablehnungen richten sich nach der Domain: ${formatCount(refused)} von ${addresses(tried)} aus ${domains(count)} wurden abgelehnt.`,
		ofDomain: (domain, refused, tried) => `${domain}: ${formatCount(refused)} von ${formatCount(tried)} abgelehnt`,
		more: (count) => `und ${formatCount(count)} weitere ${count === 1 ? 'Domain' : 'Domains'}`,
		likely: (when) => `Aus Behebungen bis ${when} geschlossen. Befunde, die darauf beruhen, sind vermutet und nie belegt.`,
	},
	form: {
		title: 'Einstellungen angeben',
		path: 'Jira-Einstellungen › Produkte › Jira Service Management › „Customer access“',
		open: 'Seite öffnen',
		openDomains: 'Genehmigte Domains',
		management: 'Benutzerverwaltung',
		save: 'Speichern',
		takeBack: 'Löschen',
	},
	/** Where a list is imported for the site. */
	hint: {
		declared: 'Der Kundenzugang dieser Site ist angegeben und unten eingetragen. Ändern Sie ihn, wenn die Seite etwas anderes zeigt.',
		read: 'Die genehmigten Domains wurden aus der Organisation gelesen. Ihre Eingaben unten haben Vorrang.',
		inferred: 'Der Kundenzugang wurde aus Ablehnungen geschlossen. Ihre Eingaben unten haben Vorrang.',
	},
	awaiting: {
		title: (rows) => `${plural(rows, 'Zeile ist', 'Zeilen sind')} nur vermutet: Geben Sie an, was „Kundenzugang“ zeigt.`,
		text: 'Die Site wird dafür nicht gefragt. Die Zeilen werden sofort neu beurteilt.',
		button: 'Einstellungen angeben…',
		dialog: 'Was zeigt „Kundenzugang“?',
		judged: (rows) => `${plural(rows, 'Zeile wurde', 'Zeilen wurden')} neu beurteilt.`,
	},
	refused:
		'Darüber entscheidet „Kundenzugang“: „Intern“, „Extern“ und deren Domains. Prüfen Sie die Seite und geben Sie im Prüflauf an, was sie zeigt.',
	approvals: {
		title: 'Zugriff je genehmigter Domain',
		hint: 'Zugang gibt nur eine Domain, die die Rolle „Jira Service Management – Customer“ ohne Genehmigung durch einen Administrator vergibt.',
		all: (count) => `Alle ${formatCount(count)} Domains`,
		mixed: 'Unterschiedlich',
		given: (domain, what) => `${domain} (${what})`,
		choices: {
			unknown: 'Nicht bekannt',
			customer: 'Kundenrolle',
			'other-apps': 'Nur andere Apps',
			'needs-approval': 'Mit Genehmigung',
		},
	},
	seeKnown: 'Aktuelle Einstellungen ansehen',
	notDomain: (text) => `„${text}“ ist keine Domain.`,
	tooManyDomains: (most) => `Sie können bis zu ${formatCount(most)} Domains eingeben.`,
	kept: (site) => `Kundenzugang von ${site} gespeichert.`,
	back: (site) => `Kundenzugang von ${site} gelöscht: wieder unbekannt, außer was gelesen oder geschlossen wurde.`,
};
