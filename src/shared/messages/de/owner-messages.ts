import { plural } from './numbers.ts';
import type * as en from '../en/owner-messages.ts';

/** What is written about accounts that another organisation has disabled, until somebody words it differently. */
export const ownerTemplates: typeof en.ownerTemplates = {
	people: {
		subject: 'Bitte lassen Sie Ihr Atlassian-Konto bei {domain} aktivieren',
		body: `Guten Tag,

wir möchten Ihnen Zugang zu {desk} auf {site} geben, aber Ihr Atlassian-Konto ist deaktiviert.

Das Konto gehört zu {domain}, und nur die Organisation, die die Atlassian-Konten von {domain} verwaltet, kann es wieder aktivieren. Bitte leiten Sie diese Nachricht an die Person weiter, die dort Atlassian administriert, und bitten Sie darum, Ihr Konto zu reaktivieren:

admin.atlassian.com > Verzeichnis (Directory) > Verwaltete Konten (Managed accounts) > Ihr Konto > Konto reaktivieren (Reactivate account)

Mehr ist nicht zu tun: Sobald Ihr Konto aktiv ist, fügen wir Sie hinzu.

Mit freundlichen Grüßen
{organisation}
`,
	},
	administrators: {
		subject: 'Bitte aktivieren Sie Konten bei {domain} für unser Supportportal',
		body: `Guten Tag,

wir möchten diesen Personen Zugang zu unserem Supportportal {desk} ({site}) geben:

{addresses}

Ihre Atlassian-Konten werden von Ihrer Organisation verwaltet und sind dort deaktiviert; deshalb können wir sie nicht hinzufügen. Könnte eine Administratorin oder ein Administrator Ihrer Organisation sie aktivieren (admin.atlassian.com > Verzeichnis (Directory) > Verwaltete Konten (Managed accounts) > die Person > Aktivieren (Activate))? Mehr ist nicht nötig, und wir verbrauchen keine Ihrer Lizenzen.

Vielen Dank
{organisation}
`,
	},
};

export const placeholderTexts: typeof en.placeholderTexts = {
	domain: 'die Domain der Adressen',
	site: 'die Site',
	desk: 'das Serviceprojekt',
	organisation: 'Ihre Organisation, wie die Prüfung der Site sie nennt',
	addresses: 'alle Adressen der Domain: Wer die Nachricht bekommt, sieht sie',
};

export const ownerMessageWords: typeof en.ownerMessageWords = {
	title: 'Nachrichten',
	back: 'Zurück zum Plan',
	loading: 'Die Nachrichten werden geschrieben…',
	list: 'Domains',
	people: (count) => plural(count, 'Person', 'Personen'),
	emptyTitle: 'Keine Nachricht zu schreiben',
	emptyText: 'Keine Zeile dieses Plans wartet auf eine andere Organisation.',
	intro:
		'Diese Konten verwaltet eine andere Organisation. Von hier wird nichts verschickt: Kopieren Sie eine Nachricht, oder speichern Sie sie und öffnen Sie sie in Ihrem E-Mail-Programm.',
	to: 'An',
	audiences: { people: 'Die Personen', administrators: 'Ihre Administratoren' },
	toAdministrators: (domain) => `wer bei ${domain} Atlassian administriert`,
	bcc: 'Bcc',
	bccHint: 'Adressen gehören ins Bcc: Diese Personen müssen nicht voneinander erfahren.',
	subject: 'Betreff',
	body: 'Nachricht',
	copySubject: 'Betreff kopieren',
	copyBody: 'Nachricht kopieren',
	copyAddresses: 'Adressen kopieren',
	saveEml: 'Als .eml speichern',
	saveCsv: 'Alle als CSV speichern',
	saved: (name) => `Gespeichert als ${name}.`,
	edit: 'Text bearbeiten…',
	editTitle: 'Text der Nachrichten',
	editIntro: 'Für alle Domains gilt derselbe Text. Diese Namen in geschweiften Klammern werden ersetzt:',
	reset: 'Zurücksetzen',
	save: 'Speichern',
	savedTemplate: 'Der Text wurde gespeichert.',
	addressesWarning: '{addresses} im Text zeigt allen, die die Nachricht bekommen, sämtliche Adressen der Domain, obwohl sie im Bcc stehen.',
	columns: ['Domain', 'Adresse', 'Betreff', 'Nachricht'],
	csvName: 'nachrichten.csv',
};
