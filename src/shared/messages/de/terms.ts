import type { certaintyTexts as englishCertainties, remedyTexts as englishRemedies } from '../en/terms.ts';

export const certaintyTexts: typeof englishCertainties = {
	proven: { label: 'Belegt', meaning: 'Eine Antwort der Site oder ein Export sagt es.' },
	likely: { label: 'Vermutet', meaning: 'Ein Schluss; die Regel, auf der er beruht, steht bei den Belegen.' },
	unknown: { label: 'Offen', meaning: 'Was sich abfragen ließ, klärt es nicht.' },
};

export const remedyTexts: typeof englishRemedies = {
	'add-to-desk': 'Zum Serviceprojekt hinzufügen.',
	'create-and-add': 'Kundenkonto anlegen und hinzufügen.',
	'restore-access': 'Zugriff wiederherstellen, Kundenrolle vergeben, dann hinzufügen.',
	'invite-with-role': 'Mit der Kundenrolle einladen.',
	'grant-customer-role': 'Kundenrolle vergeben.',
	'reactivate-portal-account': 'Portalkonto reaktivieren.',
	'open-customer-access': 'Kundenzugang öffnen.',
	'approve-domain': 'Domain genehmigen.',
	'ask-owning-organisation': 'Die Organisation anschreiben, der das Konto gehört.',
	'enable-managed-account': 'Verwaltetes Konto aktivieren.',
	'replace-with-portal-account': 'Das Konto hier entfernen und die Person mit einem Portalkonto hinzufügen.',
	'add-to-organisation': 'Zur Kundenorganisation aus der Liste hinzufügen.',
	'enable-in-identity-provider': 'Im Identitätsanbieter aktivieren.',
	'ask-person-to-reactivate': 'Die Person bitten, die Löschung abzubrechen.',
	'ask-person-to-verify': 'Die Person bitten, die E-Mail-Adresse zu bestätigen.',
	'contact-atlassian': 'Den Atlassian Support anschreiben.',
	'cancel-deletion': 'Löschung abbrechen.',
	'migrate-portal-account': 'Portalkonto migrieren.',
	'fix-desk-permission': 'Kunden ihre Projektberechtigungen geben.',
	'fix-row': 'Zeile berichtigen.',
	'accept-suggestion': 'Vorgeschlagene Adresse übernehmen.',
};
