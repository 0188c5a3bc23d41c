import { formatCount, plural } from './numbers.ts';
import type * as en from '../en/access.ts';

const addresses = (count: number): string => plural(count, 'neuen Adresse', 'neuen Adressen');
const domains = (count: number): string => plural(count, 'Domain', 'Domains');

/** Customer access of a site: what is known of it, and saying what the page shows. */
export const accessWords: typeof en.accessWords = {
	title: 'Kundenzugang („Customer access“)',
	intro:
		'Atlassian bietet keinen verlässlichen Weg, diese Einstellung zu lesen. Was davon bekannt ist, gilt für jeden Prüflauf, der ohne eigene Angaben gestartet wird.',
	known: 'Was bekannt ist',
	settings: { internal: 'Internal', approvedDomains: 'Genehmigte Domains', external: 'External', allowedDomains: 'Zugelassene Domains' },
	states: { on: 'Ein', off: 'Aus', unknown: 'Unbekannt' },
	anyDomain: 'Jede Domain',
	noDomain: 'Keine',
	origins: { declared: 'angegeben', read: 'von der Organisation gelesen' },
	origin: (origin, when) => `${origin}, ${when}`,
	saidBy: (when, user, account) => `Angegeben am ${when} von ${user}, für das Konto ${account}.`,
	takenBack: (when, user) => `Am ${when} hat ${user} die Angaben zurückgenommen oder keine gemacht.`,
	neverSaid: 'Noch niemand hat angegeben, was die Seite zeigt.',
	earlier: (count) => plural(count, 'frühere Angabe', 'frühere Angaben'),
	earlierOne: (when, user, account) => `${when}, ${user} (${account})`,
	nothingSaid: 'Nichts dazu angegeben',
	setting: (label, value) => `${label}: ${value}`,
	inference: {
		title: 'Was Ablehnungen nahelegen',
		closed: ({ refused, tried, domains: count }) =>
			`${formatCount(refused)} von ${addresses(tried)} aus ${domains(count)} wurden abgelehnt: „Internal“ und „External“ sind offenbar aus.`,
		'external-only': ({ tried, domains: count }) =>
			`Zu allen ${addresses(tried)} aus ${domains(count)} entstanden Portalkonten: „External“ ist offenbar ein, „Internal“ aus.`,
		'by-domain': ({ refused, tried, domains: count }) =>
			`Die Ablehnungen richten sich nach der Domain: ${formatCount(refused)} von ${addresses(tried)} aus ${domains(count)} wurden abgelehnt.`,
		ofDomain: (domain, refused, tried) => `${domain}: ${formatCount(refused)} von ${formatCount(tried)} abgelehnt`,
		more: (count) => `und ${formatCount(count)} weitere ${count === 1 ? 'Domain' : 'Domains'}`,
		likely: (when) => `Aus Behebungen bis ${when} geschlossen. Was darauf beruht, ist höchstens vermutet.`,
	},
	form: {
		title: 'Was die Seite zeigt',
		path: 'Jira-Einstellungen › Produkte › Jira Service Management › „Customer access“',
		open: 'Seite öffnen',
		openDomains: 'Genehmigte Domains',
		management: 'Benutzerverwaltung',
		save: 'Angaben behalten',
		takeBack: 'Angaben zurücknehmen',
	},
	/** Where a list is imported for the site. */
	hint: {
		declared: 'Der Kundenzugang dieser Site wurde schon angegeben. Das gilt, wenn Sie unten nichts angeben.',
		read: 'Die genehmigten Domains dieser Site wurden gelesen. Sie gelten, wenn Sie unten nichts angeben.',
		inferred: 'Auf den Kundenzugang dieser Site wurde aus Ablehnungen geschlossen. Das gilt, wenn Sie unten nichts angeben.',
	},
	approvals: {
		title: 'Was jede genehmigte Domain gibt',
		hint: 'Nur die Rolle „Jira Service Management – Customer“ ohne Genehmigung durch einen Administrator lässt Personen herein.',
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
	seeKnown: 'Was bekannt ist',
	notDomain: (text) => `„${text}“ ist keine Domain.`,
	tooManyDomains: (most) => `Mehr als ${formatCount(most)} Domains können nicht behalten werden.`,
	kept: (site) => `Gespeichert: Was zu ${site} angegeben wurde, gilt ab jetzt.`,
	back: (site) => `Zurückgenommen: Der Kundenzugang von ${site} gilt wieder als unbekannt, außer was gelesen oder geschlossen wurde.`,
};
