import { plural } from './numbers.ts';
import type * as en from '../en/owner-messages.ts';

/** What is written about accounts that another organisation has disabled, until somebody words it differently. */
export const ownerTemplates: typeof en.ownerTemplates = {
	people: {
		subject: 'Bitte lassen Sie Ihr Atlassian-Konto bei {domain} reaktivieren',
		body: `Guten Tag,

wir möchten Ihnen Zugang zu {desk} auf {site} geben, aber Ihr Atlassian-Konto ist deaktiviert.

Nur die Organisation, die die Atlassian-Konten von {domain} verwaltet, kann es reaktivieren. Bitte leiten Sie diese Nachricht an die dortige Atlassian-Administration weiter und bitten Sie darum, Ihr Konto zu reaktivieren:

admin.atlassian.com > Verzeichnis (Directory) > Verwaltete Konten (Managed accounts) > Ihr Konto > Konto reaktivieren (Reactivate account)

Mehr ist nicht nötig. Sobald Ihr Konto aktiv ist, fügen wir Sie hinzu.

Mit freundlichen Grüßen
{organisation}
`,
	},
	administrators: {
		subject: 'Bitte reaktivieren Sie Konten von {domain} für unser Supportportal',
		body: `Guten Tag,

wir möchten diesen Personen Zugang zu unserem Supportportal {desk} ({site}) geben:

{addresses}

Ihre Organisation verwaltet diese Atlassian-Konten und hat sie deaktiviert; deshalb können wir die Personen nicht hinzufügen. Könnte jemand aus Ihrer Administration die Konten reaktivieren (admin.atlassian.com > Verzeichnis (Directory) > Verwaltete Konten (Managed accounts) > die Person > Konto reaktivieren (Reactivate account))? Mehr ist nicht nötig. Wir verbrauchen keine Ihrer Lizenzen.

Vielen Dank
{organisation}
`,
	},
};

export const placeholderTexts: typeof en.placeholderTexts = {
	domain: 'die Domain der Adressen',
	site: 'die Site',
	desk: 'das Serviceprojekt',
	organisation: 'Ihre Organisation, wie bei der Prüfung der Site gefunden',
	addresses: 'alle Adressen der Domain; für alle Empfänger sichtbar',
};

export const ownerMessageWords: typeof en.ownerMessageWords = {
	title: 'Nachrichten',
	back: 'Zurück zum Plan',
	loading: 'Nachrichten werden geladen…',
	list: 'Domains',
	people: (count) => plural(count, 'Person', 'Personen'),
	emptyTitle: 'Keine Nachrichten',
	emptyText: 'Keine Zeile dieses Plans hängt von einer anderen Organisation ab.',
	intro:
		'Eine andere Organisation verwaltet diese Konten. Invite Doctor sendet nichts. Kopieren Sie eine Nachricht, oder speichern Sie sie und öffnen Sie sie in Ihrem E-Mail-Programm.',
	to: 'An',
	audiences: { people: 'Die Personen', administrators: 'Ihre Administratoren' },
	toAdministrators: (domain) => `die Atlassian-Administration von ${domain}`,
	bcc: 'Bcc',
	bccHint: 'Verwenden Sie Bcc, damit die Empfänger einander nicht sehen.',
	subject: 'Betreff',
	body: 'Nachricht',
	copySubject: 'Betreff kopieren',
	copyBody: 'Nachricht kopieren',
	copyAddresses: 'Adressen kopieren',
	markSent: 'Als gesendet markieren',
	notSent: 'Nicht gesendet',
	sentBy: (when, user) => `Gesendet am ${when} von ${user}`,
	sentOn: (day) => `gesendet am ${day}`,
	saveEml: 'Als .eml speichern',
	saveCsv: 'Alle als CSV speichern',
	saved: (name) => `Gespeichert als ${name}.`,
	edit: 'Text bearbeiten…',
	editTitle: 'Text der Nachrichten',
	editIntro: 'Für alle Domains gilt derselbe Text. Diese Namen in geschweiften Klammern werden ersetzt:',
	reset: 'Zurücksetzen',
	save: 'Speichern',
	savedTemplate: 'Text gespeichert.',
	addressesWarning: '{addresses} im Text zeigt allen Empfängern alle Adressen der Domain, trotz Bcc.',
	columns: ['Domain', 'Adresse', 'Betreff', 'Nachricht'],
	csvName: 'nachrichten.csv',
};
